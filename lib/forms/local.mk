# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += libforms.a
libforms_a_CFLAGS = $(AM_CFLAGS) $(JANSSON_CFLAGS) $(PCRE2_CFLAGS) $(SODIUM_CFLAGS)
libforms_a_SOURCES = \
	%D%/ahead.c %D%/ahead.h \
	%D%/answers.c %D%/answers.h \
	%D%/answers_data.c \
	%D%/bundle.c %D%/bundle.h \
	%D%/catalogue.c \
	%D%/check.c %D%/check.h \
	%D%/check_answers.c \
	%D%/components.c \
	%D%/composite.c \
	%D%/condition.h \
	%D%/conditions.c \
	%D%/digits.c \
	%D%/entity.c %D%/entity.h \
	%D%/errors.c \
	%D%/evaluate.c %D%/evaluate.h \
	%D%/evaluate_answer.c \
	%D%/evaluate_parts.c \
	%D%/evaluate_run.h \
	%D%/evaluate_view.c \
	%D%/form.c %D%/form.h \
	%D%/form_file.c %D%/form_file.h \
	%D%/formats.c %D%/formats.h \
	%D%/html.c %D%/html.h \
	%D%/leaving.h \
	%D%/limits.c \
	%D%/loader.h \
	%D%/logic.c %D%/logic.h \
	%D%/logic_rules.c \
	%D%/moment.c %D%/moment.h \
	%D%/moment_read.c \
	%D%/names.c \
	%D%/node.c %D%/node.h \
	%D%/options.c \
	%D%/pages.c \
	%D%/pattern.c %D%/pattern.h \
	%D%/phrase.c \
	%D%/plate.c %D%/plate.h \
	%D%/po.c %D%/po.h \
	%D%/problem_name.c \
	%D%/rows.c %D%/rows.h \
	%D%/rule.c %D%/rule.h \
	%D%/rule_data.c \
	%D%/rule_logic.c \
	%D%/rule_math.c \
	%D%/rule_run.h \
	%D%/service.c %D%/service.h \
	%D%/template.c %D%/template.h \
	%D%/template_show.c \
	%D%/typed.c %D%/typed.h \
	%D%/typed_number.c %D%/typed_number.h \
	%D%/value.c %D%/value.h \
	%D%/value_order.c \
	%D%/version.c \
	%D%/visible.c %D%/visible.h

# What a program that uses libforms.a links after it.
FORMS_LIBS = libforms.a libbase.a $(JANSSON_LIBS) $(PCRE2_LIBS) $(SODIUM_LIBS) -lm

check_LIBRARIES += libformhelp.a
libformhelp_a_SOURCES = tests/form_help.c tests/form_help.h
libformhelp_a_CFLAGS = $(AM_CFLAGS) $(JANSSON_CFLAGS)
FORM_TEST_LIBS = libformhelp.a $(FORMS_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/form_values tests/form_typed
tests_form_values_SOURCES = tests/form_values.c
tests_form_values_LDADD = $(FORM_TEST_LIBS)
tests_form_typed_SOURCES = tests/form_typed.c
tests_form_typed_LDADD = $(FORM_TEST_LIBS)
check_PROGRAMS += tests/form_visible tests/form_answers tests/form_html
tests_form_visible_SOURCES = tests/form_visible.c
tests_form_visible_LDADD = $(FORM_TEST_LIBS)
tests_form_answers_SOURCES = tests/form_answers.c
tests_form_answers_LDADD = $(FORM_TEST_LIBS)
tests_form_html_SOURCES = tests/form_html.c
tests_form_html_LDADD = $(FORM_TEST_LIBS)
check_PROGRAMS += tests/form_load tests/form_reach tests/form_po
tests_form_load_SOURCES = tests/form_load.c
tests_form_load_LDADD = $(FORM_TEST_LIBS)
tests_form_reach_SOURCES = tests/form_reach.c
tests_form_reach_LDADD = $(FORM_TEST_LIBS)
tests_form_po_SOURCES = tests/form_po.c
tests_form_po_LDADD = $(FORM_TEST_LIBS)
check_PROGRAMS += tests/form_faults tests/form_limits tests/form_bundle tests/form_mutate
tests_form_faults_SOURCES = tests/form_faults.c
tests_form_faults_LDADD = $(FORM_TEST_LIBS)
tests_form_limits_SOURCES = tests/form_limits.c
tests_form_limits_LDADD = $(FORM_TEST_LIBS)
tests_form_bundle_SOURCES = tests/form_bundle.c
tests_form_bundle_LDADD = $(FORM_TEST_LIBS)
tests_form_mutate_SOURCES = tests/form_mutate.c tests/form_use.c tests/form_use.h
tests_form_mutate_LDADD = $(FORM_TEST_LIBS)
check_PROGRAMS += tests/form_rule tests/form_rule_dates
tests_form_rule_SOURCES = tests/form_rule.c tests/rule_help.c tests/rule_help.h
tests_form_rule_LDADD = $(FORM_TEST_LIBS)
tests_form_rule_dates_SOURCES = tests/form_rule_dates.c tests/rule_help.c tests/rule_help.h
tests_form_rule_dates_LDADD = $(FORM_TEST_LIBS)
check_PROGRAMS += tests/form_ahead tests/form_rows tests/form_parts
tests_form_ahead_SOURCES = tests/form_ahead.c
tests_form_ahead_LDADD = $(FORM_TEST_LIBS)
tests_form_rows_SOURCES = tests/form_rows.c
tests_form_rows_LDADD = $(FORM_TEST_LIBS)
tests_form_parts_SOURCES = tests/form_parts.c
tests_form_parts_LDADD = $(FORM_TEST_LIBS)
check_PROGRAMS += tests/form_logic tests/form_logic_load tests/form_template tests/form_view
tests_form_logic_SOURCES = tests/form_logic.c
tests_form_logic_LDADD = $(FORM_TEST_LIBS)
tests_form_logic_load_SOURCES = tests/form_logic_load.c
tests_form_logic_load_LDADD = $(FORM_TEST_LIBS)
tests_form_template_SOURCES = tests/form_template.c
tests_form_template_LDADD = $(FORM_TEST_LIBS)
tests_form_view_SOURCES = tests/form_view.c
tests_form_view_LDADD = $(FORM_TEST_LIBS)
check_PROGRAMS += tests/form_bounds
tests_form_bounds_SOURCES = tests/form_bounds.c
tests_form_bounds_LDADD = $(FORM_TEST_LIBS)
EXTRA_DIST += tests/forms/alle-vragen/form.json tests/forms/alle-vragen/service.json \
	tests/forms/alle-vragen/en.po tests/forms/regels/form.json tests/forms/regels/service.json

