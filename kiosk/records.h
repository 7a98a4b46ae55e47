/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_RECORDS_H
#define KIOSK_RECORDS_H
/*
 * For tests only: what was shown and said, as JSON lines in two files
 * (doc/protocols.md). The configuration must say `testing = yes`.
 */
#include <stdint.h>
#include <stdio.h>

#include "lib/ui/screen.h"
#include "lib/ui/speech.h"

struct records {
	FILE *screens, *utterances; /* NULL: not asked for */
	int64_t began;              /* clock_ms() at start */
	int visit;                  /* counts the visits in the files */
	char *last_screen;          /* so that only changes are written */
};

/* "" for a file that is not wanted. False (logged) when one cannot be opened.
 */
bool records_open(
	struct records *records, const char *screens, const char *utterances);
void records_screen(struct records *records, const struct screen *screen);
void records_utterance(
	struct records *records, const struct utterance *utterance);
void records_close(struct records *records);

#endif
