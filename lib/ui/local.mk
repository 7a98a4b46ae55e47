# SPDX-License-Identifier: EUPL-1.2
# No curses in libui.a: tests and developer programs need no terminal. What
# links it names what it uses of JANSSON, TYPE, UNISTRING and QRENCODE.
noinst_LIBRARIES += libui.a
libui_a_SOURCES = \
	%D%/intent.h %D%/renderer.h \
	%D%/page.c %D%/page.h \
	%D%/screen.c %D%/screen.h
libui_a_CPPFLAGS = $(AM_CPPFLAGS) $(TYPE_CFLAGS) $(JANSSON_CFLAGS) $(QRENCODE_CFLAGS)

check_PROGRAMS += tests/screen tests/page
tests_screen_SOURCES = tests/screen.c
tests_screen_LDADD = libui.a libbase.a $(CMOCKA_LIBS)
tests_page_SOURCES = tests/page.c
tests_page_LDADD = libui.a libbase.a $(CMOCKA_LIBS)
