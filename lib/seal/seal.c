/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/seal/envelope.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/seal/parts.h"

static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

enum { N_SYMBOLS = 32, REFERENCE_SYMBOLS = 11 };

bool seal_start(void)
{
	if (sodium_init() < 0)
		return fail("libsodium does not start");
	return true;
}

static const char hyphen = '-';

static bool hyphen_at(size_t i)
{
	return i == 8 || i == 13 || i == 18 || i == 23;
}

void seal_new_id(char id[SEAL_ID_SIZE])
{
	unsigned char random[16];
	char hex[2 * sizeof random + 1];
	const char *from = hex;

	randombytes_buf(random, sizeof random);
	random[6] = (unsigned char)((random[6] & 0x0f) | 0x40);
	random[8] = (unsigned char)((random[8] & 0x3f) | 0x80);
	hex_write(random, sizeof random, hex);
	for (size_t i = 0; i < SEAL_ID_SIZE - 1; i++) {
		if (hyphen_at(i))
			id[i] = hyphen;
		else
			id[i] = *from++;
	}
	id[SEAL_ID_SIZE - 1] = '\0';
}

static bool id_read(const char *id, unsigned char bytes[16])
{
	char hex[33];
	size_t n = 0;

	if (!id || strlen(id) != SEAL_ID_SIZE - 1)
		return false;
	for (size_t i = 0; i < SEAL_ID_SIZE - 1; i++) {
		if ((id[i] == hyphen) != hyphen_at(i))
			return false;
		if (!hyphen_at(i))
			hex[n++] = id[i];
	}
	hex[n] = '\0';
	return hex_read(hex, bytes, 16) && id[14] == '4' && strchr("89ab", id[19]);
}

bool seal_id_ok(const char *id)
{
	unsigned char bytes[16];

	return id_read(id, bytes);
}

/* Luhn mod 32: every wrong symbol and nearly every swap of two changes it. */
static int check_symbol(const int *values, size_t n)
{
	int sum = 0, factor = 2;

	while (n--) {
		int product = factor * values[n];

		sum += product / N_SYMBOLS + product % N_SYMBOLS;
		factor = 3 - factor;
	}
	return (N_SYMBOLS - sum % N_SYMBOLS) % N_SYMBOLS;
}

static void reference_write(
	const int values[REFERENCE_SYMBOLS], char reference[SEAL_REFERENCE_SIZE])
{
	size_t n = 0;

	for (size_t i = 0; i < REFERENCE_SYMBOLS; i++) {
		if (i == 4 || i == 8)
			reference[n++] = '-';
		reference[n++] = symbols[values[i]];
	}
	reference[n] = '\0';
}

bool seal_reference(const char *id, char reference[SEAL_REFERENCE_SIZE])
{
	unsigned char bytes[16], hash[crypto_hash_sha256_BYTES];
	int values[REFERENCE_SYMBOLS];
	unsigned int bits = 0, n_bits = 0;
	size_t next = 0;

	if (!id_read(id, bytes))
		return false;
	crypto_hash_sha256(hash, bytes, sizeof bytes);
	for (size_t i = 0; i < REFERENCE_SYMBOLS - 1; i++) {
		if (n_bits < 5) {
			bits = (bits << 8 | hash[next++]) & 0xffff;
			n_bits += 8;
		}
		n_bits -= 5;
		values[i] = (int)(bits >> n_bits & 31);
	}
	values[REFERENCE_SYMBOLS - 1] = check_symbol(values, REFERENCE_SYMBOLS - 1);
	reference_write(values, reference);
	return true;
}

static int symbol_value(char c)
{
	const char *at;

	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	if (c == 'O')
		c = '0';
	if (c == 'I' || c == 'L')
		c = '1';
	at = c ? strchr(symbols, c) : NULL;
	return at ? (int)(at - symbols) : -1;
}

bool seal_reference_read(const char *typed, char reference[SEAL_REFERENCE_SIZE])
{
	int values[REFERENCE_SYMBOLS];
	size_t n = 0;

	for (; typed && *typed; typed++) {
		if (*typed == ' ' || *typed == '\t' || *typed == '-')
			continue;
		if (n == REFERENCE_SYMBOLS || symbol_value(*typed) < 0)
			return false;
		values[n++] = symbol_value(*typed);
	}
	if (n != REFERENCE_SYMBOLS ||
		values[n - 1] != check_symbol(values, REFERENCE_SYMBOLS - 1))
		return false;
	reference_write(values, reference);
	return true;
}

void seal_sha256(const void *bytes, size_t size, char hex[SEAL_HASH_SIZE])
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, bytes, size);
	hex_write(hash, sizeof hash, hex);
}

void seal_wipe(void *bytes, size_t size)
{
	if (bytes)
		sodium_memzero(bytes, size);
}
