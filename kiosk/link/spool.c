/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/link/spool.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/base/file.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/seal/envelope.h"

enum { MOST_FILE = 4 << 20 };
static const char ending[] = ".sealed";

struct spool {
	char *folder;
};

static char *path_of(const struct spool *spool, const char *id)
{
	return text_format("%s/%s%s", spool->folder, id, ending);
}

/* The id in NAME.sealed; false for any other name. */
static bool id_of(const char *name, char id[SEAL_ID_SIZE])
{
	size_t n = strlen(name);

	if (n != SEAL_ID_SIZE - 1 + strlen(ending) ||
		strcmp(name + SEAL_ID_SIZE - 1, ending) != 0)
		return false;
	memcpy(id, name, SEAL_ID_SIZE - 1);
	id[SEAL_ID_SIZE - 1] = '\0';
	return seal_id_ok(id);
}

static void clear_half_written(DIR *folder)
{
	const struct dirent *entry;

	while ((entry = readdir(folder))) {
		size_t n = strlen(entry->d_name);

		if (n > 4 && strcmp(entry->d_name + n - 4, ".tmp") == 0)
			unlinkat(dirfd(folder), entry->d_name, 0);
	}
}

struct spool *spool_open(const char *state)
{
	struct spool *spool = mem_new(1, sizeof *spool);
	DIR *folder = NULL;

	spool->folder = text_format("%s/spool", state);
	if (mkdir(spool->folder, 0700) == 0 || errno == EEXIST)
		folder = opendir(spool->folder);
	if (!folder) {
		fail("cannot use %s: %m", spool->folder);
		spool_free(spool);
		return NULL;
	}
	clear_half_written(folder);
	closedir(folder);
	return spool;
}

void spool_free(struct spool *spool)
{
	if (!spool)
		return;
	free(spool->folder);
	free(spool);
}

enum spool_written spool_write(
	struct spool *spool, const char *id, const char *text)
{
	enum spool_written written = SPOOL_WRITTEN;
	char *path = path_of(spool, id);
	bool had = file_exists(path);

	/* The name may stand although the folder could not be made to last. What
	 * stood there before is worth more than nothing. */
	if (!file_write(path, text, strlen(text)))
		written = had || spool_undo(spool, id) ? SPOOL_NOT : SPOOL_UNSURE;
	free(path);
	return written;
}

char *spool_read(const struct spool *spool, const char *id)
{
	char *path = path_of(spool, id);
	size_t size;
	char *text = file_read(path, MOST_FILE, &size);

	free(path);
	return text;
}

bool spool_has(const struct spool *spool, const char *id)
{
	char *path = path_of(spool, id);
	bool has = file_exists(path);

	free(path);
	return has;
}

time_t spool_when(const struct spool *spool, const char *id)
{
	char *path = path_of(spool, id);
	struct stat facts;
	time_t when = stat(path, &facts) == 0 ? facts.st_mtime : 0;

	free(path);
	return when;
}

static bool sync_folder(const struct spool *spool)
{
	int fd = open(spool->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return ok;
}

bool spool_undo(struct spool *spool, const char *id)
{
	char *path = path_of(spool, id);
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	bool undone = fd < 0 && errno == ENOENT;

	if (fd >= 0) {
		undone = ftruncate(fd, 0) == 0 && fsync(fd) == 0;
		close(fd);
	}
	if (!undone)
		undone = unlink(path) == 0 && sync_folder(spool);
	free(path);
	return undone || fail("submission %s cannot be taken back", id);
}

bool spool_is_empty(const struct spool *spool, const char *id)
{
	char *path = path_of(spool, id);
	struct stat facts;
	bool empty = stat(path, &facts) == 0 && facts.st_size == 0;

	free(path);
	return empty;
}

void spool_drop(struct spool *spool, const char *id)
{
	char *path = path_of(spool, id);

	if (unlink(path) < 0 && errno != ENOENT)
		fail("cannot remove %s: %m", path);
	free(path);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char **spool_ids(const struct spool *spool, size_t *n)
{
	DIR *folder = opendir(spool->folder);
	const struct dirent *entry;
	char **ids = NULL;
	char id[SEAL_ID_SIZE];

	*n = 0;
	if (!folder) {
		fail("cannot read %s: %m", spool->folder);
		return NULL;
	}
	while ((entry = readdir(folder))) {
		if (!id_of(entry->d_name, id))
			continue;
		ids = mem_more(ids, *n, sizeof *ids);
		ids[(*n)++] = mem_text(id);
	}
	closedir(folder);
	if (ids)
		qsort(ids, *n, sizeof *ids, by_text);
	return ids;
}
