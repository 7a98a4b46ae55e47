/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Golden screens: a whole visit for each form and each language, told by every
 * renderer, compared with what was read and found good before. `make accept`
 * writes them anew (ACCEPT=yes); read the difference before you commit it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/file.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"
#include "tests/golden/play.h"
#include "tests/golden/teller.h"

static int n_tests;

static void say(bool ok, const char *what)
{
	printf("%s %d - %s\n", ok ? "ok" : "not ok", ++n_tests, what);
}

static void print_first_difference(const char *want, const char *is)
{
	int line = 1;

	while (*want && *want == *is) {
		line += *want == '\n';
		want++;
		is++;
	}
	printf("# first difference in line %d\n# want: %.120s\n# is:   %.120s\n",
		line, want, is);
}

static bool compare(const char *path, const char *is)
{
	size_t size;
	char *want = file_exists(path) ? file_read(path, 64 << 20, &size) : NULL;
	bool same = want && strcmp(want, is) == 0;

	if (!same && want)
		print_first_difference(want, is);
	free(want);
	return same;
}

static void judge(const struct player *player, const char *name,
	const char *language, const struct teller *teller)
{
	char *path = text_format("%s/tests/screens/%s.%s.%s", getenv("srcdir"),
		name, language, teller->name);
	char *is = teller->tell(player);
	const char *accept = getenv("ACCEPT");
	char *what = text_format("%s in %s as %s", name, language, teller->name);

	if (accept && *accept)
		say(file_write(path, is, strlen(is)), what);
	else
		say(compare(path, is), what);
	free(what);
	free(is);
	free(path);
}

/* The drawn goldens are of Debian 12's FreeType and HarfBuzz. */
static bool draws_as_goldens_do(void)
{
	size_t size;
	char *release = file_read("/etc/os-release", 1 << 16, &size);
	bool same = release && strstr(release, "VERSION_ID=\"12\"");

	free(release);
	if (!same)
		printf("# not Debian 12: drawn cells are not compared\n");
	return same;
}

static void run(const char *name, const char *language)
{
	struct player player = { .outcome = OUTCOME_RECEIVED, .called = true };
	char *what = text_format("%s in %s is played to its end", name, language);
	bool ok = player_begin(&player, getenv("builddir"), language) &&
			  play_visit(&player, name, language);

	say(ok, what);
	player.in_full = strcmp(name, play_names[0]) == 0;
	for (size_t i = 0; ok && tellers[i].name; i++) {
		if (!tellers[i].drawn || draws_as_goldens_do())
			judge(&player, name, language, &tellers[i]);
	}
	player_end(&player);
	free(what);
}

int main(void)
{
	for (size_t i = 0; play_languages[i]; i++) {
		for (size_t j = 0; play_names[j]; j++)
			run(play_names[j], play_languages[i]);
	}
	printf("1..%d\n", n_tests);
	return 0;
}
