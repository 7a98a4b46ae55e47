/* SPDX-License-Identifier: EUPL-1.2 */
/* What the fuzzers begin with, and what they once broke something with: all of
 * it passes through with the tests. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/base/file.h"
#include "lib/base/text.h"
#include "tests/fuzz/targets.h"

enum { MOST = 1 << 20 };

static int is_file(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* The number of files that passed through; 0 is a failure. */
static int pass(const char *folder, fuzz_target *target)
{
	struct dirent **names;
	int n = scandir(folder, &names, is_file, alphasort);
	int passed = 0;

	for (int i = 0; i < n; i++) {
		char *path = text_format("%s/%s", folder, names[i]->d_name);
		size_t size;
		char *bytes = file_read(path, MOST, &size);

		/* So that a crash has its file. */
		printf("# %s\n", path);
		fflush(stdout);
		if (bytes) {
			target(bytes, size);
			passed++;
		}
		free(bytes);
		free(path);
		free(names[i]);
	}
	if (n >= 0)
		free(names);
	return passed == n ? passed : 0;
}

int main(void)
{
	int failed = 0;
	size_t n = 0;

	for (; fuzz_places[n].name; n++) {
		char *folder = text_format(
			"%s/tests/fuzz/corpus/%s", getenv("srcdir"), fuzz_places[n].name);
		int passed = pass(folder, fuzz_places[n].target);

		printf("%s %zu - %d files pass through %s\n", passed ? "ok" : "not ok",
			n + 1, passed, fuzz_places[n].name);
		failed += passed == 0;
		free(folder);
	}
	printf("1..%zu\n", n);
	return failed > 0;
}
