/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef VOICE_ORDERS_H
#define VOICE_ORDERS_H
/*
 * What goes between the parent, which holds the socket, and the child, which
 * holds the engine: whole structs over a SEQPACKET socketpair, as both are the
 * same program. A higher generation silences all that came before it.
 */
#include <stdint.h>

enum { PIECE_BYTES = 1024, VOICE_BYTES = 24 };

enum order_kind {
	ORDER_SPEAK,
	ORDER_STOP,  /* only the generation counts */
	ORDER_PROBE, /* does this voice load and sound? */
};

struct order {
	enum order_kind kind;
	uint32_t generation;
	uint32_t piece;  /* of the utterance, from 0 */
	int id, segment; /* for the record of a paced output */
	int pause;       /* ms of silence before it */
	int rate, gain;
	char voice[VOICE_BYTES];
	char text[PIECE_BYTES];
};

enum report_kind {
	REPORT_HELLO,    /* value: a device is there */
	REPORT_PROBED,   /* value: it does */
	REPORT_BEGIN,    /* the engine starts on the piece: blame it for a crash */
	REPORT_STARTED,  /* first sample of the generation handed over */
	REPORT_HEARD,    /* the piece was heard to its end */
	REPORT_NO_VOICE, /* the piece was left out */
	REPORT_ALIVE,    /* samples are being heard */
	REPORT_STOPPED,  /* silent */
	REPORT_DEVICE,   /* value: it came or went */
};

struct report {
	enum report_kind kind;
	uint32_t generation, piece;
	int value;
};

#endif
