/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LINK_SPOOL_H
#define LINK_SPOOL_H
/*
 * The folder of sealed submissions, one file each, ID.sealed: the record that
 * outlives a ruined database. What is written is on the disk when the call
 * returns. It reads no envelope.
 */
#include <stdbool.h>
#include <time.h>

struct spool;

/* Makes `state`/spool, and clears away what a crash left half-written. */
struct spool *spool_open(const char *state); /* NULL: logged */
void spool_free(struct spool *spool);

enum spool_written {
	SPOOL_WRITTEN, /* on the disk */
	SPOOL_NOT,     /* nothing of it is left; an older file of that id stays */
	SPOOL_UNSURE,  /* it is there, may not outlive a power cut, and the disk
					  does not let us take it back */
};
/* Logged unless it is written. */
enum spool_written spool_write(
	struct spool *spool, const char *id, const char *text);
char *spool_read(const struct spool *spool, const char *id); /* NULL: logged */
bool spool_has(const struct spool *spool, const char *id);
time_t spool_when(const struct spool *spool, const char *id);

/* Taken back for good, also after a power cut: an empty file stays, which says
 * so to whoever finds the same id elsewhere. False when that is not sure. */
bool spool_undo(struct spool *spool, const char *id);
bool spool_is_empty(const struct spool *spool, const char *id);
/* Gone; after a power cut perhaps back, which does no harm. */
void spool_drop(struct spool *spool, const char *id);

/* The ids of all files, sorted, each to be freed, as is the array. */
char **spool_ids(const struct spool *spool, size_t *n);

#endif
