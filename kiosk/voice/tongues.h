/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef VOICE_TONGUES_H
#define VOICE_TONGUES_H
/* Which voice of the engine speaks which language. */
#include <stddef.h>

struct voice_name {
	const char *language, *voice;
};

extern const struct voice_name voice_names[];
extern const size_t n_voice_names;

/* Index in voice_names by the first subtag, n_voice_names when none may speak
 * it: another language's voice would be gibberish. */
size_t voice_index(const char *language);

#endif
