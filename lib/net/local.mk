# SPDX-License-Identifier: EUPL-1.2
# Three libraries, as the screen may link lines but neither curl nor a server.
noinst_LIBRARIES += liblines.a
liblines_a_SOURCES = %D%/lines.c %D%/lines.h %D%/peer.c %D%/peer.h
liblines_a_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)

check_PROGRAMS += tests/lines
tests_lines_SOURCES = tests/lines.c
tests_lines_LDADD = liblines.a libloop.a libbase.a $(JANSSON_LIBS) $(CMOCKA_LIBS)
