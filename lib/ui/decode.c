/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/decode.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/text.h"

enum {
	GROUND,
	IN_CHARACTER,
	AFTER_ESCAPE,
	IN_SINGLE,  /* ESC O: one more */
	IN_CONTROL, /* ESC [: until its last letter */
	IN_STRING,  /* ESC P and the like: until ESC \ or BEL */
	AT_STRING_END,
};

enum {
	ESC = 27,
	BEL = 7,
	SPLIT_MS = 500, /* what pauses longer is not one sequence */
	LONGEST_STRING = 4096,
};

static void start(struct decoder *decoder, int state)
{
	decoder->state = state;
	decoder->size = decoder->dropped = decoder->left = 0;
}

static void keep(struct decoder *decoder, unsigned char byte)
{
	if (decoder->size < sizeof(decoder->bytes) - 1)
		decoder->bytes[decoder->size++] = (char)byte;
	else
		decoder->dropped++;
	decoder->bytes[decoder->size] = '\0';
}

static enum decoded whole_character(struct decoder *decoder)
{
	const char *at = decoder->bytes;

	decoder->c = text_next(&at);
	decoder->state = GROUND;
	return decoder->c == 0xfffd || *at ? DECODED_UNKNOWN : DECODED_CHARACTER;
}

static enum decoded in_ground(struct decoder *decoder, unsigned char byte)
{
	if (byte == ESC) {
		start(decoder, AFTER_ESCAPE);
		return DECODED_NOTHING;
	}
	start(decoder, GROUND);
	keep(decoder, byte);
	if (byte >= 0xc2 && byte <= 0xf4) {
		decoder->left = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
		decoder->state = IN_CHARACTER;
		return DECODED_NOTHING;
	}
	decoder->c = byte;
	return byte < 0x80 ? DECODED_CHARACTER : DECODED_UNKNOWN;
}

static enum decoded in_character(struct decoder *decoder, unsigned char byte)
{
	if ((byte & 0xc0) != 0x80)
		return in_ground(decoder, byte); /* the one before was cut off */
	keep(decoder, byte);
	return --decoder->left ? DECODED_NOTHING : whole_character(decoder);
}

static enum decoded after_escape(struct decoder *decoder, unsigned char byte)
{
	enum decoded found;

	switch (byte) {
	case ESC:
		return DECODED_ESCAPE; /* and the second one may start a sequence */
	case '[':
		start(decoder, IN_CONTROL);
		return DECODED_NOTHING;
	case 'O':
		start(decoder, IN_SINGLE);
		return DECODED_NOTHING;
	case 'P':
	case ']':
	case '_':
	case '^':
	case 'X':
		start(decoder, IN_STRING);
		keep(decoder, byte);
		return DECODED_NOTHING;
	default:
		start(decoder, GROUND);
		found = in_ground(decoder, byte);
		return found == DECODED_CHARACTER ? DECODED_ESCAPE_AND_CHARACTER
										  : DECODED_ESCAPE;
	}
}

static enum decoded arrow(unsigned char last)
{
	return last == 'A'   ? DECODED_UP
		   : last == 'B' ? DECODED_DOWN
						 : DECODED_UNKNOWN;
}

/* ESC O and a letter: the keys of a number pad, where the terminal does not
 * turn them into digits itself. */
static enum decoded in_single(struct decoder *decoder, unsigned char byte)
{
	static const char letters[] = "jklmnopqrstuvwxyM";
	static const char pad[] = "*+,-./0123456789\r";
	const char *found = byte ? strchr(letters, byte) : NULL;

	start(decoder, GROUND);
	if (!found)
		return arrow(byte);
	decoder->c = (uint32_t)pad[found - letters];
	return DECODED_CHARACTER;
}

/* Nobody presses CSI ? ... c and other answers, CSI I and O (the window gains
 * and loses the focus), 200~ and 201~ (around what is pasted). */
static enum decoded control_found(const struct decoder *decoder)
{
	char last = decoder->bytes[decoder->size - 1];

	if (strchr("?>=", decoder->bytes[0]) || strchr("Rtn", last))
		return DECODED_NOTHING;
	if (decoder->size == 1 && strchr("IO", last))
		return DECODED_NOTHING;
	if (strcmp(decoder->bytes, "200~") == 0 ||
		strcmp(decoder->bytes, "201~") == 0)
		return DECODED_NOTHING;
	return decoder->size == 1 ? arrow((unsigned char)last) : DECODED_UNKNOWN;
}

static enum decoded in_control(struct decoder *decoder, unsigned char byte)
{
	if (byte == ESC) {
		start(decoder, AFTER_ESCAPE);
		return DECODED_UNKNOWN;
	}
	keep(decoder, byte);
	if (decoder->dropped || byte < 0x20 || byte > 0x7e) {
		start(decoder, GROUND);
		return DECODED_UNKNOWN;
	}
	if (byte < 0x40)
		return DECODED_NOTHING;
	decoder->state = GROUND;
	return control_found(decoder);
}

static enum decoded string_found(struct decoder *decoder)
{
	static const char version[] = "P>|";
	size_t size = sizeof(version) - 1;

	decoder->state = GROUND;
	if (decoder->dropped || strncmp(decoder->bytes, version, size) != 0)
		return DECODED_NOTHING;
	snprintf(
		decoder->name, sizeof(decoder->name), "%.63s", decoder->bytes + size);
	return DECODED_ANSWER;
}

static enum decoded in_string(struct decoder *decoder, unsigned char byte)
{
	if (byte == BEL)
		return string_found(decoder);
	if (byte == ESC)
		decoder->state = AT_STRING_END;
	else
		keep(decoder, byte);
	if (decoder->dropped > LONGEST_STRING)
		start(decoder, GROUND);
	return DECODED_NOTHING;
}

enum decoded decoder_take(
	struct decoder *decoder, unsigned char byte, int64_t now)
{
	if (now - decoder->since > SPLIT_MS)
		start(decoder, GROUND);
	decoder->since = now;
	switch (decoder->state) {
	case IN_CHARACTER:
		return in_character(decoder, byte);
	case AFTER_ESCAPE:
		return after_escape(decoder, byte);
	case IN_SINGLE:
		return in_single(decoder, byte);
	case IN_CONTROL:
		return in_control(decoder, byte);
	case IN_STRING:
		return in_string(decoder, byte);
	case AT_STRING_END:
		if (byte == '\\')
			return string_found(decoder);
		return after_escape(decoder, byte);
	default:
		return in_ground(decoder, byte);
	}
}

enum decoded decoder_pause(struct decoder *decoder)
{
	if (decoder->state != AFTER_ESCAPE)
		return DECODED_NOTHING;
	start(decoder, GROUND);
	return DECODED_ESCAPE;
}
