/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

static bool read_all(int fd, char *bytes, size_t size)
{
	size_t have = 0;

	while (have < size) {
		ssize_t n = read(fd, bytes + have, size - have);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		have += (size_t)n;
	}
	return true;
}

char *file_read(const char *path, size_t most, size_t *size)
{
	struct stat facts;
	char *bytes = NULL;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0) {
		fail("cannot open %s: %m", path);
		return NULL;
	}
	if (fstat(fd, &facts) < 0 || !S_ISREG(facts.st_mode)) {
		fail("%s is not a file", path);
	} else if ((size_t)facts.st_size > most) {
		fail("%s is larger than %zu bytes", path, most);
	} else {
		*size = (size_t)facts.st_size;
		bytes = mem_new(*size + 1, 1);
		if (!read_all(fd, bytes, *size)) {
			fail("cannot read %s: %m", path);
			free(bytes);
			bytes = NULL;
		}
	}
	close(fd);
	return bytes;
}

bool file_exists(const char *path)
{
	return access(path, F_OK) == 0;
}

static bool write_all(int fd, const char *bytes, size_t size)
{
	while (size) {
		ssize_t n = write(fd, bytes, size);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes += n;
		size -= (size_t)n;
	}
	return true;
}

static bool sync_folder(const char *path)
{
	char *copy = mem_text(path);
	int fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	free(copy);
	return ok;
}

bool file_write(const char *path, const void *bytes, size_t size)
{
	char *new_path = text_format("%s.tmp", path);
	int fd = open(new_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	bool ok = fd >= 0 && write_all(fd, bytes, size) && fsync(fd) == 0;

	if (fd >= 0 && close(fd) < 0)
		ok = false;
	ok = ok && rename(new_path, path) == 0 && sync_folder(path);
	if (!ok) {
		fail("cannot write %s: %m", path);
		unlink(new_path);
	}
	free(new_path);
	return ok;
}
