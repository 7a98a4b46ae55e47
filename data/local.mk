# SPDX-License-Identifier: EUPL-1.2
# The services of the city: form, service page and one overlay a language.
FORMS = uittreksel-brp verhuizing melding-openbare-ruimte terugbelverzoek
nobase_dist_pkgdata_DATA += \
	$(FORMS:%=%D%/forms/%/form.json) $(FORMS:%=%D%/forms/%/service.json) \
	$(FORMS:%=%D%/forms/%/en.po) $(FORMS:%=%D%/forms/%/tr.po) \
	$(FORMS:%=%D%/forms/%/ar.po)

# Every line and document that programs exchange.
PROTOCOLS = bundle catalogue common envelope keys letter link-answer link-question receipt screens \
	utterances voice-event voice-log voice-order
protocolsdir = $(pkgdatadir)/protocols
dist_protocols_DATA = $(PROTOCOLS:%=%D%/protocols/%.schema.json)

# Plain Dutch, and every text in every language.
dist_check_SCRIPTS += tests/b1.sh tests/overlays.sh tests/catalogues.sh
EXTRA_DIST += tests/b1.jq tests/catalogues.jq tests/form_texts.jq \
	tests/overlays.jq tests/po_json.awk
