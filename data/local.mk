# SPDX-License-Identifier: EUPL-1.2
# The services of the city: form, service page and one overlay a language.
# Those in four languages, and those in Dutch and English (forms/languages).
FORMS_IN_FOUR = uittreksel-brp verhuizing melding-openbare-ruimte terugbelverzoek
FORMS = $(FORMS_IN_FOUR)
FORMS += geboorteakte-afschrift
FORMS += kwijtschelding-belasting
FORMS += parkeervergunning-bewoners
FORMS += bezwaar-aanslag
FORMS += rijbewijs-paspoort-afspraak
FORMS += grofvuil-afspraak
FORMS += bijzondere-bijstand
FORMS += melding-woonoverlast
nobase_dist_pkgdata_DATA += \
	$(FORMS:%=%D%/forms/%/form.json) $(FORMS:%=%D%/forms/%/service.json) \
	$(FORMS:%=%D%/forms/%/en.po) $(FORMS_IN_FOUR:%=%D%/forms/%/tr.po) \
	$(FORMS_IN_FOUR:%=%D%/forms/%/ar.po)
EXTRA_DIST += %D%/forms/languages

# Every line and document that programs exchange.
PROTOCOLS = bundle catalogue common envelope keys letter link-answer link-question receipt screens \
	utterances voice-event voice-log voice-order
protocolsdir = $(pkgdatadir)/protocols
dist_protocols_DATA = $(PROTOCOLS:%=%D%/protocols/%.schema.json)

# Plain Dutch, and every text in every language.
dist_check_SCRIPTS += tests/b1.sh tests/overlays.sh tests/catalogues.sh \
	tests/forms_cover.sh
EXTRA_DIST += tests/b1.jq tests/catalogues.jq tests/form_texts.jq \
	tests/overlays.jq tests/po_json.awk
