# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += libloop.a
libloop_a_SOURCES = %D%/loop.c %D%/loop.h

check_PROGRAMS += tests/loop
tests_loop_SOURCES = tests/loop.c
tests_loop_LDADD = libloop.a libbase.a $(CMOCKA_LIBS)
