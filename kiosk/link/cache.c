/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/link/cache.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/store/db.h"

extern const char cache_sql[];

struct cache {
	char *path;
	struct db *db; /* NULL: nothing is kept until the next start */
};

static void delete_files(const struct cache *cache)
{
	static const char *const endings[] = { "", "-wal", "-shm" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		char *path = text_format("%s%s", cache->path, endings[i]);

		unlink(path);
		free(path);
	}
}

static bool open_sound(struct cache *cache)
{
	cache->db = db_open(cache->path, DB_THROW_AWAY);
	if (cache->db && db_migrate(cache->db, cache_sql) &&
		db_quick_check(cache->db))
		return true;
	db_close(cache->db);
	cache->db = NULL;
	return false;
}

struct cache *cache_open(const char *state)
{
	struct cache *cache = mem_new(1, sizeof *cache);

	cache->path = text_format("%s/cache.db", state);
	if (open_sound(cache))
		return cache;
	delete_files(cache);
	if (open_sound(cache))
		return cache;
	cache_close(cache);
	return NULL;
}

void cache_close(struct cache *cache)
{
	if (!cache)
		return;
	db_close(cache->db);
	free(cache->path);
	free(cache);
}

static struct query *ask(struct cache *cache, const char *sql)
{
	return cache->db ? query_new(cache->db, sql) : NULL;
}

/* Frees the query; a file that turned out damaged is made anew. */
static void done(struct cache *cache, struct query *query)
{
	query_free(query);
	if (!cache->db || !db_damaged(cache->db))
		return;
	db_close(cache->db);
	delete_files(cache);
	open_sound(cache);
}

static bool run(struct cache *cache, struct query *query)
{
	bool ran = query_run(query);

	done(cache, query);
	return ran;
}

static char *bytes_of(struct query *query, int column, size_t *size)
{
	const char *bytes = query_get_bytes(query, column, size);

	return mem_text_n(bytes, *size);
}

bool cache_document(
	struct cache *cache, const char *name, struct cached *cached)
{
	struct query *query =
		ask(cache, "SELECT bytes, etag, fresh FROM document WHERE name = $1");
	bool found;

	*cached = (struct cached){ 0 };
	query_text(query, 1, name);
	found = query_step(query) == QUERY_ROW;
	if (found) {
		cached->bytes = bytes_of(query, 0, &cached->size);
		cached->etag = mem_text(query_get_text(query, 1));
		cached->fresh = (time_t)query_get_number(query, 2);
	}
	done(cache, query);
	return found;
}

void cached_clear(struct cached *cached)
{
	free(cached->bytes);
	free(cached->etag);
	*cached = (struct cached){ 0 };
}

bool cache_put_document(
	struct cache *cache, const char *name, const struct cached *cached)
{
	struct query *query = ask(cache,
		"INSERT INTO document(name, bytes, etag, fresh) VALUES($1, $2, $3, $4)"
		" ON CONFLICT(name) DO UPDATE SET bytes = excluded.bytes,"
		" etag = excluded.etag, fresh = excluded.fresh");

	query_text(query, 1, name);
	query_bytes(query, 2, cached->bytes, cached->size);
	query_text(query, 3, cached->etag);
	query_number(query, 4, cached->fresh);
	return run(cache, query);
}

bool cache_touch(struct cache *cache, const char *name, time_t fresh)
{
	struct query *query =
		ask(cache, "UPDATE document SET fresh = $2 WHERE name = $1");

	query_text(query, 1, name);
	query_number(query, 2, fresh);
	return run(cache, query);
}

void cache_drop_document(struct cache *cache, const char *name)
{
	struct query *query = ask(cache, "DELETE FROM document WHERE name = $1");

	query_text(query, 1, name);
	run(cache, query);
}

bool cache_has_bundle(
	struct cache *cache, const char *slug, const char *version)
{
	struct query *query =
		ask(cache, "SELECT 1 FROM bundle WHERE slug = $1 AND version = $2");
	bool has;

	query_text(query, 1, slug);
	query_text(query, 2, version);
	has = query_step(query) == QUERY_ROW;
	done(cache, query);
	return has;
}

char *cache_bundle(
	struct cache *cache, const char *slug, const char *version, size_t *size)
{
	struct query *query =
		ask(cache, "SELECT bytes FROM bundle WHERE slug = $1 AND version = $2");
	char *bytes = NULL;

	query_text(query, 1, slug);
	query_text(query, 2, version);
	if (query_step(query) == QUERY_ROW)
		bytes = bytes_of(query, 0, size);
	done(cache, query);
	return bytes;
}

bool cache_put_bundle(struct cache *cache, const char *slug,
	const char *version, const char *bytes, size_t size)
{
	struct query *query = ask(cache,
		"INSERT INTO bundle(slug, version, bytes) VALUES($1, $2, $3)"
		" ON CONFLICT(slug, version) DO UPDATE SET bytes = excluded.bytes");

	query_text(query, 1, slug);
	query_text(query, 2, version);
	query_bytes(query, 3, bytes, size);
	return run(cache, query);
}

void cache_drop_bundle(
	struct cache *cache, const char *slug, const char *version)
{
	struct query *query =
		ask(cache, "DELETE FROM bundle WHERE slug = $1 AND version = $2");

	query_text(query, 1, slug);
	query_text(query, 2, version);
	run(cache, query);
}

void cache_prune(struct cache *cache, cache_keep *keep, void *owner)
{
	struct query *query = ask(cache, "SELECT slug, version FROM bundle");
	char **names = NULL; /* slug, version, slug, version ... */
	size_t n = 0;

	while (query_step(query) == QUERY_ROW) {
		for (int column = 0; column < 2; column++) {
			names = mem_more(names, n, sizeof *names);
			names[n++] = mem_text(query_get_text(query, column));
		}
	}
	done(cache, query);
	for (size_t i = 0; i < n; i += 2) {
		if (!keep(owner, names[i], names[i + 1]))
			cache_drop_bundle(cache, names[i], names[i + 1]);
		free(names[i]);
		free(names[i + 1]);
	}
	free(names);
}
