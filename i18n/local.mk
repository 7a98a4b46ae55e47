# SPDX-License-Identifier: EUPL-1.2
# Translations of the interface. `make` compiles them, `make update-po`
# refreshes them from the sources. The build tree is a working locale folder.
# English is the language of the msgids and needs no catalogue.
CATALOGS = $(LINGUAS:%=locale/%/LC_MESSAGES/$(PACKAGE).mo)
catalogdir = $(datarootdir)
nobase_nodist_catalog_DATA = $(CATALOGS)
CLEANFILES += $(CATALOGS)
EXTRA_DIST += %D%/LINGUAS $(LINGUAS:%=%D%/%.po)
$(CATALOGS): locale/%/LC_MESSAGES/$(PACKAGE).mo: %D%/%.po
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(MSGFMT) --check -o $@ $<
update-po:
	cd $(srcdir) && pot=$$(mktemp --suffix=.pot) && \
	{ xgettext --from-code=UTF-8 -k_ -kN_ -kC_:1c,2 -kP_:1,2 -cTRANSLATORS: \
	    --add-location=file --sort-by-file --package-name=$(PACKAGE) -o - \
	    $$(find lib/ui kiosk -name '*.c' | LC_ALL=C sort) \
	  | sed '/^"POT-Creation-Date/d' > $$pot; \
	  for l in $(LINGUAS); do \
	    test -f %D%/$$l.po || msginit --no-translator -l $$l -i $$pot -o %D%/$$l.po; \
	    msgmerge --quiet --update --backup=none --previous %D%/$$l.po $$pot; done; \
	  rm $$pot; }
.PHONY: update-po
