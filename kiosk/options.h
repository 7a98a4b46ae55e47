/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_OPTIONS_H
#define KIOSK_OPTIONS_H
/* The command line and the configuration of the screen, as one struct. */
#include <stdbool.h>

#include "lib/base/command.h"

struct options {
	/* sockets, keys, folders */
	char *link, *voice, *root_key;
	char *locale_folder, *keymap, *fonts;
	/* this kiosk */
	char *place; /* "Centrale bibliotheek" */
	char *desk;  /* where staff are, in Dutch; desk_XX beside it */
	char *desk_en, *desk_tr, *desk_ar;
	char *phone;         /* "14 070" */
	char *staffed_until; /* "17:00", "" when nobody is there */
	char *staff_pin;
	bool testing;
	/* what a visit starts with */
	char *renderer; /* large or plain */
	char *language; /* "" = ask */
	char *size;     /* 1, 1.5, 2 or 3 */
	char *speech;   /* on or off; "" = ask */
	char *mode;     /* of drawn type: auto, sextant, quadrant, half */
	/* hands and clock */
	int idle_seconds; /* 60-600, without a key until the warning's end */
	int guard_ms;     /* the same key within this is one press */
	/* the glass */
	int screen_mm;   /* height of the picture */
	int distance_mm; /* from eye to glass */
	/* testing only */
	char *utterances, *screens;
};

/* What stands there when nobody says anything. */
struct options options_usual(void);
/* Clear it whatever comes; see command_read(). */
enum command_next options_read(struct options *options, int argc, char **argv);
void options_clear(struct options *options);
/* 0-3 for 1, 1.5, 2, 3. */
int options_size_step(const struct options *options);

#endif
