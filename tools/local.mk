# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += libtools.a
libtools_a_CFLAGS = $(AM_CFLAGS) $(JANSSON_CFLAGS) $(LIBZIP_CFLAGS)
libtools_a_SOURCES = \
	%D%/check_forms.c %D%/check_forms.h \
	%D%/check_limits.c \
	%D%/check_logic.c \
	%D%/check_names.c \
	%D%/check_parts.c %D%/check_parts.h \
	%D%/check_reach.c \
	%D%/check_structure.c \
	%D%/check_texts.c \
	%D%/check_translations.c \
	%D%/check_truth.c \
	%D%/diff.c %D%/diff.h \
	%D%/diff_other.c \
	%D%/diff_parts.h \
	%D%/diff_question.c \
	%D%/diff_questions.c \
	%D%/diff_rules.c \
	%D%/dutch.c %D%/dutch.h \
	%D%/export_zip.c %D%/export_zip.h \
	%D%/findings.c %D%/findings.h \
	%D%/findings_rules.c \
	%D%/folder.c %D%/folder.h \
	%D%/form_keys.c %D%/form_keys.h \
	%D%/form_source.c %D%/form_source.h \
	%D%/form_words.c %D%/form_words.h \
	%D%/import.c %D%/import.h \
	%D%/import_components.c \
	%D%/import_conditions.c \
	%D%/import_convert.c \
	%D%/import_form.c \
	%D%/import_json.c \
	%D%/import_literals.c \
	%D%/import_logic.c \
	%D%/import_parts.h \
	%D%/import_renew.c \
	%D%/import_report.c \
	%D%/import_steps.c \
	%D%/import_texts.c \
	%D%/import_types.c \
	%D%/inline_texts.c %D%/inline_texts.h \
	%D%/json_place.c %D%/json_place.h \
	%D%/logic_operators.c %D%/logic_operators.h \
	%D%/logic_words.c %D%/logic_words.h \
	%D%/overlay.c %D%/overlay.h \
	%D%/plain_language.c %D%/plain_language.h \
	%D%/plain_words.c %D%/plain_words.h \
	%D%/po_file.c %D%/po_file.h \
	%D%/po_write.c \
	%D%/publish.c %D%/publish.h \
	%D%/raw_component.c %D%/raw_component.h \
	%D%/rule_words.c \
	%D%/sentence.c %D%/sentence.h \
	%D%/preview.c %D%/preview.h \
	%D%/programs.c %D%/programs.h \
	%D%/show.c %D%/show.h \
	%D%/show_graph.c \
	%D%/show_outline.c \
	%D%/translate.c %D%/translate.h

TOOLS_LIBS = libtools.a $(FORMS_LIBS) $(LIBZIP_LIBS)
bin_PROGRAMS += opendeur-forms
opendeur_forms_SOURCES = %D%/forms_main.c
opendeur_forms_CFLAGS = $(AM_CFLAGS) $(JANSSON_CFLAGS)
opendeur_forms_LDADD = $(TOOLS_LIBS)

# The kiosk's own screens over a folder, for who writes a form.
bin_PROGRAMS += opendeur-preview
opendeur_preview_SOURCES = \
	%D%/preview/folder_service.c %D%/preview/folder_service.h \
	%D%/preview/main.c \
	%D%/preview/voice_child.c %D%/preview/voice_child.h
opendeur_preview_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
opendeur_preview_LDADD = libtools.a $(KIOSK_LIBS)

dist_man_MANS = doc/man/opendeur-forms.1 doc/man/opendeur-preview.1

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
dist_check_SCRIPTS += tests/forms_publish.sh tests/forms_preview.sh tests/forms_import.sh tests/forms_releases.sh tests/forms_check.sh tests/forms_diff.sh tests/forms_show.sh tests/forms_translate.sh tests/writing_forms.sh
tests/forms_preview.log tests/writing_forms.log: $(bin_PROGRAMS)
EXTRA_DIST += tests/played/preview.py tests/played/writing.py tests/make_export.py tests/make_releases.py tests/forms_help.sh

check_PROGRAMS += tests/import_json tests/logic_words tests/plain_language tests/overlay tests/form_import tests/form_import_old tests/check_limits tests/check_logic
tests_import_json_SOURCES = tests/import_json.c
tests_import_json_LDADD = $(TOOLS_LIBS) $(CMOCKA_LIBS)
tests_logic_words_SOURCES = tests/logic_words.c
tests_logic_words_LDADD = libformhelp.a $(TOOLS_LIBS) $(CMOCKA_LIBS)
tests_plain_language_SOURCES = tests/plain_language.c
tests_plain_language_LDADD = $(TOOLS_LIBS) $(CMOCKA_LIBS)
tests_overlay_SOURCES = tests/overlay.c
tests_overlay_LDADD = libformhelp.a $(TOOLS_LIBS) $(CMOCKA_LIBS)
tests_form_import_SOURCES = tests/form_import.c
tests_form_import_LDADD = libformhelp.a $(TOOLS_LIBS) $(CMOCKA_LIBS)
tests_form_import_old_SOURCES = tests/form_import_old.c
tests_form_import_old_LDADD = libformhelp.a $(TOOLS_LIBS) $(CMOCKA_LIBS)
tests_check_limits_SOURCES = tests/check_limits.c
tests_check_limits_LDADD = libformhelp.a $(TOOLS_LIBS) $(CMOCKA_LIBS)
tests_check_logic_SOURCES = tests/check_logic.c
tests_check_logic_LDADD = libformhelp.a $(TOOLS_LIBS) $(CMOCKA_LIBS)
