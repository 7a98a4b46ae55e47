/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_CENTRAL_STAGE_H
#define TESTS_CENTRAL_STAGE_H
/*
 * A real opendeur-central on a free port with a form of our own, and a kiosk
 * that sends to it: what tests/central.c tells its stories with.
 */
#include <sys/types.h>

#include <jansson.h>

#include "lib/seal/envelope.h"
#include "tests/test.h"

struct stage {
	char folder[64]; /* holds state/, forms/ and the log */
	char *state, *forms, *log;
	char url[128], first_line[256];
	pid_t pid;
	long disk_most; /* no file of it may grow larger; 0: no limit */
	char version[SEAL_HASH_SIZE]; /* of the form "proef" */
	struct city_keys *keys;
	struct signing_key *key;
};

struct reply {
	long status;
	char *body, *headers;
};

void stage_open(struct stage *stage);
void stage_close(struct stage *stage);
/* The form "proef" with this label: another label is another version. */
void stage_publish(struct stage *stage, const char *label);
void stage_start(struct stage *stage);
int stage_stop(struct stage *stage, int signal); /* waitpid's status */
/* Runs it with the stage's state; what it printed is put in `printed`. */
int stage_run(struct stage *stage, const char *const *words, char **printed);

struct reply ask(const struct stage *stage, const char *method,
	const char *path, const char *header, const char *body);
void reply_clear(struct reply *reply);

/* What a resident might have filled in; `name` is the answer. */
char *letter_text(const struct stage *stage, const char *id, const char *name);
/* Sealed and signed as the demo's kiosk does; NULL name: not signed. */
char *sealed(
	const struct stage *stage, const struct letter *letter, const char *kiosk);
/* A whole one with that answer; the id is made and written. */
char *sealed_answer(
	const struct stage *stage, char id[SEAL_ID_SIZE], const char *name);
struct reply post(const struct stage *stage, const char *path, const char *id,
	const char *body);

/* Only the status of what was answered. */
long stage_status(const struct stage *stage, const char *method,
	const char *path, const char *header);
long stage_post_status(const struct stage *stage, const char *path,
	const char *id, const char *body);

/* What `show` prints about an id; the caller drops it. */
json_t *stage_shown(struct stage *stage, const char *id);
const char *text_in(const json_t *object, const char *name); /* "": none */

#endif
