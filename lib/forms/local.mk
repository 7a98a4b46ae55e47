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
