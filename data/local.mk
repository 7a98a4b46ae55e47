# SPDX-License-Identifier: EUPL-1.2
# The services of the city: form, service page and one overlay a language.
FORMS = uittreksel-brp
nobase_dist_pkgdata_DATA += \
	$(FORMS:%=%D%/forms/%/form.json) $(FORMS:%=%D%/forms/%/service.json) \
	$(FORMS:%=%D%/forms/%/en.po) $(FORMS:%=%D%/forms/%/tr.po) \
	$(FORMS:%=%D%/forms/%/ar.po)
