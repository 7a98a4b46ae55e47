/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_INTENT_H
#define UI_INTENT_H
/*
 * What a visitor means, whatever they pressed: keyboard, pad, touch, braille
 * keys and the clock all end up here. Never a key code.
 */

enum intent_kind {
	INTENT_NONE,
	INTENT_UP,    /* the item above */
	INTENT_DOWN,  /* the item below */
	INTENT_ENTER, /* do what the focused item says */
	INTENT_BACK,
	INTENT_CHOOSE, /* number: option 1-9, 0 where it means something */
	INTENT_TYPE,   /* text: what was typed, one or more characters */
	INTENT_DELETE, /* the last character */
	INTENT_PRESS,  /* item: tapped or clicked; id of the item */
	INTENT_REPEAT, /* say it again */
	INTENT_HELP,   /* help with this screen */
	INTENT_PEOPLE, /* help from people */
	INTENT_LANGUAGE,
	INTENT_SIZE,    /* the next size */
	INTENT_COLOURS, /* the next theme */
	INTENT_SPEECH,  /* on or off */
	INTENT_LEAVE,   /* stop and wipe */
	INTENT_STAFF,   /* the staff screen */
	INTENT_UNKNOWN, /* a key without meaning: say so */
	INTENT_WAKE,    /* any key on attract, where it does nothing else */
	INTENT_IDLE,    /* the idle clock: number = seconds of silence */
	INTENT_RESIZE,  /* the terminal has another size */
	N_INTENT_KINDS,
};

struct intent {
	enum intent_kind kind;
	int number;
	char text[64]; /* TYPE: UTF-8; PRESS: id of an item */
};

#endif
