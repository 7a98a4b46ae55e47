/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/programs.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"

char *beside_this_program(const char *name)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
	char *slash;

	if (n <= 0)
		return mem_text(name);
	path[n] = '\0';
	slash = strrchr(path, '/');
	if (!slash)
		return mem_text(name);
	return text_format("%.*s/%s", (int)(slash - path), path, name);
}
