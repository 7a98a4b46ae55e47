# SPDX-License-Identifier: EUPL-1.2
bin_PROGRAMS += opendeur-voice
opendeur_voice_SOURCES = \
	%D%/cage.c %D%/cage.h \
	%D%/child.c %D%/child.h \
	%D%/engine.c %D%/engine.h \
	%D%/main.c \
	%D%/mouth.c %D%/mouth.h \
	%D%/orders.h \
	%D%/output.c %D%/output.h \
	%D%/output_alsa.c \
	%D%/output_clock.c \
	%D%/pieces.c %D%/pieces.h \
	%D%/server.c %D%/server.h \
	%D%/speaker.c %D%/speaker.h %D%/speaker_parts.h %D%/speaker_reports.c \
	%D%/tongues.c %D%/tongues.h \
	%D%/wav.c %D%/wav.h \
	%D%/words.c %D%/words.h
opendeur_voice_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) $(ESPEAK_CFLAGS) $(ALSA_CFLAGS)
opendeur_voice_LDADD = liblines.a libloop.a libbase.a $(JANSSON_LIBS) $(ESPEAK_LIBS) \
	$(ALSA_LIBS) $(UNISTRING_LIBS)

check_PROGRAMS += tests/voice tests/voice_hardship tests/voice_words tests/voice_cage
tests_voice_SOURCES = tests/voice.c tests/voice_help.c tests/voice_help.h
tests_voice_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
tests_voice_LDADD = libbase.a $(JANSSON_LIBS) $(CMOCKA_LIBS)
tests_voice_hardship_SOURCES = tests/voice_hardship.c tests/voice_help.c tests/voice_help.h
tests_voice_hardship_CPPFLAGS = $(tests_voice_CPPFLAGS)
tests_voice_hardship_LDADD = $(tests_voice_LDADD)
tests_voice_words_SOURCES = tests/voice_words.c %D%/words.c %D%/tongues.c
tests_voice_words_LDADD = libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)
tests_voice_cage_SOURCES = tests/voice_cage.c %D%/cage.c
tests_voice_cage_LDADD = $(CMOCKA_LIBS)
