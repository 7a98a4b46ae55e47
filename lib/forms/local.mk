# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += libforms.a
libforms_a_CFLAGS = $(AM_CFLAGS) $(JANSSON_CFLAGS) $(PCRE2_CFLAGS) $(SODIUM_CFLAGS)
libforms_a_SOURCES = \
	%D%/answers.c %D%/answers.h \
	%D%/answers_data.c \
	%D%/bundle.c %D%/bundle.h \
	%D%/catalogue.c \
	%D%/check.c %D%/check.h \
	%D%/components.c \
	%D%/condition.h \
	%D%/conditions.c \
	%D%/digits.c \
	%D%/entity.c %D%/entity.h \
	%D%/errors.c \
	%D%/form.c %D%/form.h \
	%D%/form_file.c %D%/form_file.h \
	%D%/formats.c %D%/formats.h \
	%D%/html.c %D%/html.h \
	%D%/limits.c \
	%D%/loader.h \
	%D%/node.c %D%/node.h \
	%D%/options.c \
	%D%/pattern.c %D%/pattern.h \
	%D%/phrase.c \
	%D%/po.c %D%/po.h \
	%D%/service.c %D%/service.h \
	%D%/typed.c %D%/typed.h \
	%D%/typed_number.c %D%/typed_number.h \
	%D%/version.c \
	%D%/visible.c \
	%D%/wipe_json.c %D%/wipe_json.h

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
