/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_DECODE_H
#define UI_DECODE_H
/*
 * The bytes that a terminal sends beside the keys curses knows: UTF-8, which
 * may come in pieces, and control sequences. Each sequence is taken as one
 * whole, so that its letters never end up in a field. Pure: bytes and times in.
 */
#include <stddef.h>
#include <stdint.h>

enum decoded {
	DECODED_NOTHING,              /* more is to come, or nobody pressed this */
	DECODED_CHARACTER,            /* c */
	DECODED_ESCAPE,               /* Esc was pressed */
	DECODED_ESCAPE_AND_CHARACTER, /* first Esc, then c */
	DECODED_UP,                   /* arrows in the form curses did not expect */
	DECODED_DOWN,
	DECODED_UNKNOWN, /* a key without a name */
	DECODED_ANSWER,  /* name is what the terminal calls itself */
};

struct decoder {
	uint32_t c;    /* of the last CHARACTER */
	char name[64]; /* of the last ANSWER */
	/* private */
	int state;
	int64_t since; /* when the last byte came */
	char bytes[128];
	size_t size, dropped;
	size_t left; /* bytes of a character still to come */
};

enum decoded decoder_take(
	struct decoder *decoder, unsigned char byte, int64_t now);

/* Nothing more has come for now: an Esc that stands alone is a key. */
enum decoded decoder_pause(struct decoder *decoder);

#endif
