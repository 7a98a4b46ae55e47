/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_RIG_H
#define TESTS_RIG_H
/*
 * The real opendeur-link with a city of its own in a fresh folder, and the
 * screen's end of the socket. Whoever calls waits; nothing takes over 10 s.
 */
#include <stdbool.h>
#include <sys/resource.h>
#include <sys/types.h>

#include <jansson.h>

#include "lib/base/text.h"
#include "lib/seal/envelope.h"
#include "tests/city.h"

struct rig {
	char folder[40];
	char *state, *socket, *config;
	struct city *city; /* not started yet */
	struct city_keys *keys;
	pid_t link;
	int fd; /* to link; -1: not connected */
	struct text in;
	int n_asked;
	json_t *events; /* that came while an answer was awaited */
};

struct rig *rig_new(void);
void rig_free(struct rig *rig);

bool rig_start(struct rig *rig); /* spawn and connect */
bool rig_spawn(struct rig *rig); /* link; does not wait for it */
bool rig_connect(
	struct rig *rig);           /* true when it listens, false when it ended */
int rig_stop(struct rig *rig);  /* TERM; its exit code, 128 + signal */
void rig_kill(struct rig *rig); /* kill -9, and forgets the connection */
int rig_wait_end(struct rig *rig); /* that it ends by itself; its exit code */
void rig_limit_files(const struct rig *rig, rlim_t most);

/* The whole answer, or NULL when link went away. The caller frees. */
json_t *rig_ask(
	struct rig *rig, const char *method, const char *path, json_t *taken_body);
int rig_status(
	struct rig *rig, const char *method, const char *path, json_t *taken_body);
/* Only sends. */
bool rig_say(
	struct rig *rig, const char *method, const char *path, json_t *taken_body);
/* The body of the next event of that name within `ms`; NULL: none. */
json_t *rig_event(struct rig *rig, const char *name, int ms);

/* A sealed envelope, its id and its hash. */
struct sent {
	char id[SEAL_ID_SIZE], hash[SEAL_HASH_SIZE];
	json_t *body;
};
struct sent rig_seal(const struct rig *rig, const char *form);
/* Posts it, as often as is needed where link goes away; its status, 0: link
 * stayed away. */
int rig_post(struct rig *rig, const struct sent *sent);

int rig_waiting(struct rig *rig); /* how many submissions wait on the kiosk */
int rig_files(const struct rig *rig); /* in the spool, empty ones not counted */
/* Until `claim` holds, for `ms` at most. */
bool rig_until(struct rig *rig, bool (*claim)(struct rig *rig), int ms);

#endif
