/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_LETTERS_H
#define KIOSK_LETTERS_H
/* What leaves the kiosk, as the inside of an envelope (doc/protocols.md). */
#include "kiosk/journey.h"

/* JSON text; the caller wipes and frees. `when` as clock_iso() writes it. */
char *letter_submission(
	const struct journey *journey, const char *id, const char *when);
char *letter_rating(
	const struct journey *journey, const char *id, const char *when);

#endif
