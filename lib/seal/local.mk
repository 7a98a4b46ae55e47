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

check_PROGRAMS += tests/seal tests/seal_ids tests/seal_keys
SEAL_HELP = tests/seal_help.c tests/seal_help.h tests/folder.c tests/folder.h
tests_seal_SOURCES = tests/seal.c $(SEAL_HELP)
tests_seal_LDADD = $(SEAL_LIBS) $(CMOCKA_LIBS)
tests_seal_keys_SOURCES = tests/seal_keys.c $(SEAL_HELP)
tests_seal_keys_LDADD = $(tests_seal_LDADD)
tests_seal_ids_SOURCES = tests/seal_ids.c
tests_seal_ids_LDADD = $(tests_seal_LDADD)
