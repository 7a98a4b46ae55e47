/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_SPEECH_JSON_H
#define UI_SPEECH_JSON_H
/* Utterances as the lines of doc/protocols.md. All return new references. */
#include <stdint.h>

#include <jansson.h>

#include "lib/ui/speech.h"

struct speech_settings {
	int id;
	int rate; /* words a minute */
	int gain; /* percent of full */
};

/* The `say` line for the voice. */
json_t *utterance_say(
	const struct utterance *utterance, struct speech_settings settings);
/* {"v":1,"stop":true} and {"v":1,"end":true} */
json_t *speech_stop_line(void);
json_t *speech_end_line(void);

/* The lines of --utterances as an array, one object a segment. */
json_t *utterance_to_json(
	const struct utterance *utterance, int64_t ms, int visit);

#endif
