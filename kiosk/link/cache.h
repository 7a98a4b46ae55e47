/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LINK_CACHE_H
#define LINK_CACHE_H
/*
 * What the kiosk last heard from the city, on disk. It may be lost at any
 * moment: a damaged file is deleted and made anew, and whatever cannot be
 * written is only not there. Who writes has checked what it is.
 */
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct cache;

struct cache *cache_open(const char *state); /* NULL (logged): not even anew */
void cache_close(struct cache *cache);

struct cached {
	char *bytes; /* ends in NUL */
	size_t size;
	char *etag;   /* "" for none */
	time_t fresh; /* when the city last said it holds */
};
bool cache_document(
	struct cache *cache, const char *name, struct cached *cached);
void cached_clear(struct cached *cached);
bool cache_put_document(
	struct cache *cache, const char *name, const struct cached *cached);
bool cache_touch(struct cache *cache, const char *name, time_t fresh);
void cache_drop_document(struct cache *cache, const char *name);

bool cache_has_bundle(
	struct cache *cache, const char *slug, const char *version);
/* The bytes, NUL behind; NULL when it is not there. The caller frees. */
char *cache_bundle(
	struct cache *cache, const char *slug, const char *version, size_t *size);
bool cache_put_bundle(struct cache *cache, const char *slug,
	const char *version, const char *bytes, size_t size);
void cache_drop_bundle(
	struct cache *cache, const char *slug, const char *version);
/* Deletes the bundles for which `keep` is false. */
typedef bool cache_keep(void *owner, const char *slug, const char *version);
void cache_prune(struct cache *cache, cache_keep *keep, void *owner);

#endif
