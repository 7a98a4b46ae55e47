/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef SEAL_ENVELOPE_H
#define SEAL_ENVELOPE_H
/*
 * Sealing and opening what residents send, who vouches for it, and the receipt
 * that alone counts as delivered. libsodium stays in here. Bytes and JSON texts
 * come in and go out; nothing here knows a form, a disk or a network.
 * doc/protocols.md, "Envelope", fixes the JSON.
 */
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

enum { SEAL_ID_SIZE = 37, SEAL_HASH_SIZE = 65, SEAL_REFERENCE_SIZE = 14 };

bool seal_start(void); /* once a program, before anything else (logged) */

/* A random UUIDv4, lower-case. Not v7: that would tell the moment. */
void seal_new_id(char id[SEAL_ID_SIZE]);
bool seal_id_ok(const char *id);
/* Ten Crockford symbols of SHA-256 over the id's 16 bytes and a Luhn mod 32
 * check symbol, "7K2M-9QXT-4HD". False when the id is none. */
bool seal_reference(const char *id, char reference[SEAL_REFERENCE_SIZE]);
/* Reads what a person typed: any case, O as 0, I and L as 1, blanks and hyphens
 * free. False when the check symbol does not fit. */
bool seal_reference_read(
	const char *typed, char reference[SEAL_REFERENCE_SIZE]);
void seal_sha256(const void *bytes, size_t size, char hex[SEAL_HASH_SIZE]);

/* The public keys of the city, verified with its root key. */
struct city_keys;
/* `document` is the JSON of GET /v1/sleutels, `root` the root public key in
 * hex. NULL (logged) when the signature does not hold. */
struct city_keys *city_keys_read(const char *document, const char *root);
void city_keys_free(struct city_keys *keys);

/* What is to be sealed: `inside` is the JSON text of the submission, which
 * holds id, form and version again. It is wiped by the caller. */
struct letter {
	const char *id, *form, *version;
	const char *inside;
};

/* Seals to the city's newest sealing key, padded to 1 KiB. Envelope as JSON
 * text (without the kiosk's signature), the caller frees; NULL on failure. */
char *envelope_seal(const struct city_keys *keys, const struct letter *letter);

/* The fields of an envelope's JSON text; texts are the struct's own. */
struct envelope {
	char id[SEAL_ID_SIZE];
	char form[64], version[SEAL_HASH_SIZE], key[40], kiosk[64];
	char hash[SEAL_HASH_SIZE]; /* SHA-256 of id '|' bytes, checked when read: a
								  flipped id is noticed too */
	unsigned char signature[64];
	bool has_signature;
	unsigned char *bytes;
	size_t size;
};
/* False (logged) when malformed, over 2 MiB, or the hash does not fit. */
bool envelope_read(const char *json, struct envelope *envelope);
char *envelope_write(const struct envelope *envelope); /* JSON; caller frees */
void envelope_clear(struct envelope *envelope);

/* A machine's own signing key, from a file of 64 hex bytes (mode 0600). */
struct signing_key;
struct signing_key *signing_key_new(void);
struct signing_key *signing_key_read(const char *path);
bool signing_key_write(const struct signing_key *key, const char *path);
void signing_key_public(const struct signing_key *key, char hex[65]);
void signing_key_free(struct signing_key *key);

/* Link signs as kiosk `name`; central checks with the enrolled public key. */
void envelope_sign(
	struct envelope *envelope, const struct signing_key *key, const char *name);
bool envelope_signed_by(
	const struct envelope *envelope, const char *public_hex);

/* central only: secret sealing keys, receipt key, root in the demo. */
struct vault;
struct vault *vault_open(const char *folder, bool make); /* NULL: logged */
void vault_free(struct vault *vault);
char *vault_keys_document(const struct vault *vault);     /* for /v1/sleutels */
const char *vault_root_public(const struct vault *vault); /* hex */
/* The inside of an envelope, NUL-ended, the caller wipes and frees; NULL when
 * it cannot be opened, or id, form or version inside differ from outside. */
char *vault_unseal(const struct vault *vault, const struct envelope *envelope);
/* One field of a row, encrypted with its place ("inzending.antwoorden|ID") as
 * associated data. The caller frees. */
unsigned char *vault_lock(const struct vault *vault, const char *place,
	const void *bytes, size_t size, size_t *locked_size);
char *vault_unlock(const struct vault *vault, const char *place,
	const void *locked, size_t locked_size, size_t *size);

struct receipt {
	char id[SEAL_ID_SIZE], hash[SEAL_HASH_SIZE];
	char reference[SEAL_REFERENCE_SIZE];
	char when[32]; /* "2026-11-25T07:00:00Z" */
};
char *receipt_make(const struct vault *vault, const char *id, const char *hash,
	time_t when); /* JSON; caller frees */
/* True only when the signature holds; this is what "received" rests on. */
bool receipt_read(
	const struct city_keys *keys, const char *json, struct receipt *receipt);

void seal_wipe(void *bytes, size_t size);

#endif
