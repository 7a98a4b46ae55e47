# SPDX-License-Identifier: EUPL-1.2
# What is said, in libui.a; one file a language beside verbal_tongue.c.
libui_a_SOURCES += \
	%D%/speech.c %D%/speech.h \
	%D%/speech_item.c %D%/speech_parts.h \
	%D%/speech_json.c %D%/speech_json.h \
	%D%/speech_screen.c \
	%D%/speech_utterance.c \
	%D%/verbal.c %D%/verbal.h \
	%D%/verbal_ar.c %D%/verbal_en.c %D%/verbal_nl.c %D%/verbal_tr.c \
	%D%/verbal_prose.c \
	%D%/verbal_codes.c %D%/verbal_times.c \
	%D%/verbal_rules.c %D%/verbal_rules.h \
	%D%/verbal_spell.c \
	%D%/verbal_tongue.c %D%/verbal_tongue.h

check_PROGRAMS += tests/verbal tests/speech
tests_verbal_SOURCES = tests/verbal.c
tests_verbal_LDADD = libui.a libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)
tests_speech_SOURCES = tests/speech.c
tests_speech_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
tests_speech_LDADD = libui.a libbase.a $(JANSSON_LIBS) $(UNISTRING_LIBS) $(CMOCKA_LIBS)
