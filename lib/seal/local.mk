# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += libseal.a
libseal_a_CPPFLAGS = $(AM_CPPFLAGS) $(SODIUM_CFLAGS) $(JANSSON_CFLAGS)
libseal_a_SOURCES = \
	%D%/city_keys.c \
	%D%/envelope.c %D%/envelope.h \
	%D%/parts.c %D%/parts.h \
	%D%/receipt.c \
	%D%/seal.c \
	%D%/signing_key.c \
	%D%/unseal.c \
	%D%/vault.c
SEAL_LIBS = libseal.a libbase.a $(SODIUM_LIBS) $(JANSSON_LIBS)

check_PROGRAMS += tests/seal
tests_seal_SOURCES = tests/seal.c
tests_seal_LDADD = $(SEAL_LIBS) $(CMOCKA_LIBS)
