/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/seal/parts.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"

static bool is_lower_hex(const char *text, size_t n)
{
	return strlen(text) == n && strspn(text, "0123456789abcdef") == n;
}

bool hex_read(const char *hex, unsigned char *bytes, size_t size)
{
	size_t n = 0;

	return hex && is_lower_hex(hex, 2 * size) &&
		   sodium_hex2bin(bytes, size, hex, 2 * size, NULL, &n, NULL) == 0 &&
		   n == size;
}

void hex_write(const unsigned char *bytes, size_t size, char *hex)
{
	sodium_bin2hex(hex, 2 * size + 1, bytes, size);
}

char *base64_write(const void *bytes, size_t size)
{
	size_t room =
		sodium_base64_encoded_len(size, sodium_base64_VARIANT_ORIGINAL);
	char *text = mem_new(room, 1);

	return sodium_bin2base64(
		text, room, bytes, size, sodium_base64_VARIANT_ORIGINAL);
}

unsigned char *base64_read(const char *text, size_t text_size, size_t *size)
{
	size_t room = text_size / 4 * 3 + 3;
	unsigned char *bytes = mem_new(room, 1);
	const char *end = NULL;

	if (sodium_base642bin(bytes, room, text, text_size, NULL, size, &end,
			sodium_base64_VARIANT_ORIGINAL) == 0 &&
		end == text + text_size)
		return bytes;
	free(bytes);
	return NULL;
}

bool base64_fill(const char *text, unsigned char *bytes, size_t size)
{
	size_t n = 0, text_size = text ? strlen(text) : 0;
	const char *end = NULL;

	return text &&
		   sodium_base642bin(bytes, size, text, text_size, NULL, &n, &end,
			   sodium_base64_VARIANT_ORIGINAL) == 0 &&
		   end == text + text_size && n == size;
}

bool field_word(const json_t *object, const char *name, char *out, size_t size)
{
	const char *text = json_string_value(json_object_get(object, name));
	size_t n = text ? strlen(text) : 0;

	if (n == 0 || n >= size)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!isalnum((unsigned char)text[i]) && !strchr("._-", text[i]))
			return false;
	}
	memcpy(out, text, n + 1);
	return true;
}

bool field_hash(const json_t *object, const char *name, char *out)
{
	const char *text = json_string_value(json_object_get(object, name));

	if (!text || !is_lower_hex(text, SEAL_HASH_SIZE - 1))
		return false;
	memcpy(out, text, SEAL_HASH_SIZE);
	return true;
}

bool field_when(const json_t *object, const char *name, char *out)
{
	static const char pattern[] = "0000-00-00T00:00:00Z";
	const char *text = json_string_value(json_object_get(object, name));

	if (!text || strlen(text) != sizeof pattern - 1)
		return false;
	for (size_t i = 0; i < sizeof pattern - 1; i++) {
		bool is_digit = text[i] >= '0' && text[i] <= '9';

		if (pattern[i] == '0' ? !is_digit : text[i] != pattern[i])
			return false;
	}
	memcpy(out, text, sizeof pattern);
	return true;
}
