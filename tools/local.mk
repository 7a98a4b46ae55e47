# SPDX-License-Identifier: EUPL-1.2
bin_PROGRAMS += opendeur-forms
opendeur_forms_SOURCES = %D%/forms_main.c %D%/publish.c %D%/publish.h
opendeur_forms_CFLAGS = $(AM_CFLAGS) $(JANSSON_CFLAGS)
opendeur_forms_LDADD = $(FORMS_LIBS)

# The forms of the city as bundles, beside the programs and installed.
FORM_FILES = $(wildcard $(srcdir)/data/forms/*/*.json $(srcdir)/data/forms/*/*.po)
FORM_FOLDERS = $(sort $(dir $(wildcard $(srcdir)/data/forms/*/form.json)))
forms/.published: opendeur-forms$(EXEEXT) $(FORM_FILES)
	$(AM_V_GEN)rm -rf forms && $(MKDIR_P) forms && \
	  { test -z '$(FORM_FOLDERS)' || ./opendeur-forms$(EXEEXT) publish $(FORM_FOLDERS) -o forms >/dev/null; } && \
	  touch $@
all-local: forms/.published
install-data-local: forms/.published
	$(MKDIR_P) '$(DESTDIR)$(pkgdatadir)/forms'
	for bundle in forms/*.json; do \
	  test ! -e "$$bundle" || $(INSTALL_DATA) "$$bundle" '$(DESTDIR)$(pkgdatadir)/forms' || exit 1; done
uninstall-local:
	rm -rf '$(DESTDIR)$(pkgdatadir)/forms'
clean-local:
	rm -rf forms
dist_check_SCRIPTS += tests/forms_publish.sh
