/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_SCENES_H
#define KIOSK_SCENES_H
/*
 * From the place in a journey to a screen of meaning, in the visitor's
 * language: the only code that knows both. Pure but for the translations,
 * which gettext keeps: scenes_build() sets the language itself.
 */
#include "kiosk/journey.h"
#include "lib/ui/screen.h"

/* The printed names of keys, from data/keymaps: "groene knop". NULL or "":
 * the usual name, translated. */
struct key_names {
	const char *enter, *back, *up, *down;
	const char *help, *language, *size, *speech, *repeat, *colours, *people,
		*stop; /* "F1"; "" = there is no such key here */
};

/* Waits on this machine; no content. */
struct waiting {
	char reference[16];
	const char *state; /* "queued", or "held": a person must look */
};

/* What stands around the visitor: configuration and state of the machine. */
struct surroundings {
	const char *kiosk; /* "Bibliotheek Escamp": for staff */
	const char *desk;  /* where the desk is, in `desk_language` */
	const char *desk_language;
	const char *desk_dutch; /* the same in Dutch */
	const char *desk_until; /* "17:00": until when somebody is there; or "" */
	const char *phone;      /* "14 070" */
	const char *staff_hint; /* the demo's PIN; "" elsewhere */
	struct key_names keys;
	const struct form *form_dutch; /* the form at hand, for the slip; or NULL */
	const struct waiting *waiting;
	size_t n_waiting;
	bool waiting_known; /* false: link did not answer */
	bool no_voice;      /* a quiet notice */
	bool testing;       /* "proef" on every screen */
	/* In a form that is being written; NULL or "": none. In English. */
	const char *mistake;
	bool too_small; /* the terminal has no room for a screen */
};

/* Fills an empty screen. Focus is on journey_focus(); the visit keeps its own
 * afterwards. */
void scenes_build(const struct journey *journey,
	const struct surroundings *around, struct screen *screen);

/* The slip as a screen, in one language: the visit's and "nl" beneath. */
void scenes_slip(const struct journey *journey,
	const struct surroundings *around, const char *language,
	struct screen *screen);

/* The slip's text, both languages, as the code for a phone holds it. */
char *scenes_slip_text(
	const struct journey *journey, const struct surroundings *around);

#endif
