# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += libbase.a
libbase_a_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
libbase_a_SOURCES = \
	%D%/clock.c %D%/clock.h \
	%D%/command.c %D%/command.h \
	%D%/config.c %D%/config.h \
	%D%/fail.h \
	%D%/file.c %D%/file.h \
	%D%/harden.c %D%/harden.h \
	%D%/lend.h \
	%D%/log.c %D%/log.h \
	%D%/memory.c %D%/memory.h \
	%D%/safe_text.c \
	%D%/text.c %D%/text.h \
	%D%/translate.c %D%/translate.h \
	%D%/wipe_json.c %D%/wipe_json.h

check_PROGRAMS += tests/text tests/config tests/clock
tests_text_SOURCES = tests/text.c
tests_text_LDADD = libbase.a $(CMOCKA_LIBS)
tests_config_SOURCES = tests/config.c
tests_config_LDADD = libbase.a $(CMOCKA_LIBS)
check_PROGRAMS += tests/command tests/harden
tests_harden_SOURCES = tests/harden.c
tests_harden_LDADD = libbase.a $(CMOCKA_LIBS)
tests_command_SOURCES = tests/command.c
tests_command_LDADD = libbase.a $(CMOCKA_LIBS)
tests_clock_SOURCES = tests/clock.c
tests_clock_LDADD = libbase.a $(CMOCKA_LIBS)
check_PROGRAMS += tests/translate
tests_translate_SOURCES = tests/translate.c
tests_translate_LDADD = libbase.a $(CMOCKA_LIBS)
