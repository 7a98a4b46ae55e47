/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_VOICE_HELP_H
#define TESTS_VOICE_HELP_H
/* The real program over a real socket; only the sound card is a clock. */
#include "tests/test.h"

#include <stdbool.h>
#include <sys/types.h>

#include <jansson.h>

#include "lib/base/text.h"

enum { START_MS = 8000, EVENT_MS = 20000, RATE = 22050, HEADER = 44 };
enum { TRIES = 4 }; /* a busy machine may spoil one */

struct voice {
	char folder[32], socket[64], wav[64], log[64];
	pid_t pid;
	int fd;
	struct text unread;
	json_t *event; /* the last one read */
};

/* On a fresh socket, said ready; `kind` of output is a whole one, or "wav:" or
 * "paced:" for a file of its own. The end is by TERM, and leaves nothing. */
struct voice voice_start(const char *kind);
void voice_end(struct voice *voice);
int voice_connect(const char *path);
pid_t voice_child(const struct voice *voice); /* the process that speaks */

void voice_send(struct voice *voice, const char *line);
struct part {
	const char *text, *language;
};
void voice_say(struct voice *voice, int id, const struct part *parts, size_t n);
void voice_say_one(
	struct voice *voice, int id, const char *text, const char *language);
extern const char long_sentence[];

/* The next event into voice->event; false when none comes in time. */
bool voice_next(struct voice *voice, int ms);
/* The next of that name; others before it pass by. */
bool voice_await(struct voice *voice, const char *event, int ms);
const char *voice_event(const struct voice *voice);
int voice_number(const struct voice *voice, const char *key);

/* What was heard, from its file. */
size_t voice_samples(const struct voice *voice);
size_t voice_loud_samples(const struct voice *voice, size_t from);
/* The value of `key` in the last line of the log with that event and id; the
 * lines before it are counted in *n. */
int64_t voice_logged(const struct voice *voice, const char *event, int id,
	const char *key, size_t *n);

#endif
