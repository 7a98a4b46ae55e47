/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef E2E_WATCH_H
#define E2E_WATCH_H
/* Follows a file of JSON lines that a program appends to. */
#include <stdbool.h>

#include <jansson.h>

struct watch {
	const char *path;
	long at;       /* bytes read so far */
	json_t *last;  /* the newest line */
	json_t *lines; /* array of the lines since the last mark */
	int count;
};

/* Reads what is new; true when there was something. */
bool watch_read(struct watch *watch);
void watch_mark(struct watch *watch); /* forgets the lines so far, not `last` */
/* Whether a line since the mark holds `part` in its `key`. */
bool watch_has(const struct watch *watch, const char *key, const char *part);
void watch_clear(struct watch *watch);

/* The item of the last screen with that id, or NULL. */
const json_t *watch_item(const struct watch *watch, const char *id);
const char *watch_text(const struct watch *watch, const char *key); /* or "" */
/* Whether a text of the last screen holds `part`. */
bool watch_sees(const struct watch *watch, const char *part);

#endif
