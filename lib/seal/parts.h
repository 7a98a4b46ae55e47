/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef SEAL_PARTS_H
#define SEAL_PARTS_H
/*
 * What the files of this folder share and nobody else may see: the structs
 * behind the opaque names, and the few ways texts become bytes here.
 */
#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>
#include <sodium.h>

#include "lib/seal/envelope.h"

enum { KEY_ID_SIZE = 40, WHEN_SIZE = 32, HEX_KEY_SIZE = 65 };

struct public_key {
	char id[KEY_ID_SIZE];
	char not_before[WHEN_SIZE]; /* ISO in UTC: compares as text */
	unsigned char bytes[32];
};

struct public_keys {
	struct public_key *keys;
	size_t n;
};

struct city_keys {
	struct public_keys sealing, receipt;
};

struct signing_key {
	unsigned char secret[crypto_sign_SECRETKEYBYTES];
};

struct secret_key {
	char id[KEY_ID_SIZE];
	unsigned char public[32], secret[64]; /* a sealing secret uses 32 */
};

struct secret_keys {
	struct secret_key *keys; /* sodium_malloc */
	size_t n;
};

struct vault {
	struct secret_keys sealing, receipt; /* newest last */
	unsigned char *fields;               /* sodium_malloc, of vault_lock */
	char *document;
	char root[HEX_KEY_SIZE];
};

/* Exactly 2 * size lower-case hex digits, nothing else. */
bool hex_read(const char *hex, unsigned char *bytes, size_t size);
void hex_write(const unsigned char *bytes, size_t size, char *hex);

char *base64_write(const void *bytes, size_t size); /* caller frees */
/* NULL unless strict base64 with its padding. The caller frees. */
unsigned char *base64_read(const char *text, size_t text_size, size_t *size);
/* The same into an array that it must fill exactly. */
bool base64_fill(const char *text, unsigned char *bytes, size_t size);

/* A word of [a-z A-Z 0-9 . _ -] from an object, which fits `size` with its
 * NUL: never a separator of a signed text. */
bool field_word(const json_t *object, const char *name, char *out, size_t size);
/* 64 lower-case hex digits. */
bool field_hash(const json_t *object, const char *name, char *out);
/* "2026-11-25T07:00:00Z" and nothing else. */
bool field_when(const json_t *object, const char *name, char *out);

#endif
