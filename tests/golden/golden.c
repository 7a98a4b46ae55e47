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
#include "tests/golden/player.h"
#include "tests/golden/teller.h"

static const char *const languages[] = { "nl", "en", "tr", "ar" };
static const char *const forms[] = { "uittreksel-brp", "verhuizing",
	"melding-openbare-ruimte", "terugbelverzoek" };

static int n_tests;

static void say(bool ok, const char *what)
{
	printf("%s %d - %s\n", ok ? "ok" : "not ok", ++n_tests, what);
}

/* To the list of services, the way most people go. */
static bool play_start(struct player *player, const char *language)
{
	char key[32];

	snprintf(key, sizeof key, "language:%s", language);
	player_intent(player, INTENT_ENTER, 0);
	return player_press(player, key) && player_press(player, "yes") &&
		   player_press(player, "yes") && player_press(player, "yes");
}

static bool agree_to_all(struct player *player)
{
	const struct form *form = player->journey.draft->form;

	for (size_t i = 0; i < form->n_statements; i++) {
		char key[96];

		snprintf(key, sizeof key, "agree:%s", form->statements[i].key);
		if (!player_press(player, key))
			return false;
	}
	return true;
}

static bool play_form(struct player *player, const char *form, const char *file)
{
	char key[96];

	snprintf(key, sizeof key, "service:%s", form);
	return player_press(player, key) && player_press(player, "start") &&
		   player_fill(player, file) && player_press(player, "next") &&
		   agree_to_all(player) && player_press(player, "next") &&
		   player_press(player, "send");
}

static bool play_goodbye(struct player *player)
{
	if (!player_press(player, "finish") || !player_press(player, "face:4"))
		return false;
	player_intent(player, INTENT_ENTER, 0);
	return player_press(player, "next") && player_press(player, "finish") &&
		   player->ended;
}

/* Everything that lies beside the straight way, once. */
static bool play_beside(struct player *player, const char *file)
{
	player_intent(player, INTENT_LANGUAGE, 0);
	player_press(player, "other");
	player_intent(player, INTENT_BACK, 0);
	player_intent(player, INTENT_BACK, 0);
	player_intent(player, INTENT_PEOPLE, 0);
	player_intent(player, INTENT_BACK, 0);
	player_intent(player, INTENT_STAFF, 0);
	player_type(player, "1111");
	player_press(player, "next");
	player_type(player, "2512");
	player_press(player, "next");
	player_press(player, "return");
	player_press(player, "service:uittreksel-brp");
	player_press(player, "start");
	player_press(player, "next"); /* nothing chosen: an error */
	player_intent(player, INTENT_HELP, 0);
	player_press(player, "how");
	player_press(player, "return");
	player_press(player, "menu");
	player_intent(player, INTENT_BACK, 0);
	player_intent(player, INTENT_IDLE, 120);
	player_press(player, "go-on");
	if (!player_fill(player, file))
		return false;
	player_intent(player, INTENT_LEAVE, 0);
	player_press(player, "no");
	player_press(player, "change:bsn");
	player_press(player, "show");
	player_press(player, "next");
	player_press(player, "next");
	player_press(player, "next"); /* a statement is missing */
	player->outcome = OUTCOME_NOT_KEPT;
	if (!agree_to_all(player) || !player_press(player, "next") ||
		!player_press(player, "send"))
		return false;
	player->outcome = OUTCOME_KEPT;
	player_press(player, "retry");
	player_intent(player, INTENT_LEAVE, 0);
	return player_press(player, "no");
}

static bool play(struct player *player, const char *name, const char *language)
{
	bool beside = strcmp(name, "beside") == 0;
	const char *form = beside ? forms[0] : name;
	char *file =
		text_format("%s/tests/golden/%s.answers", getenv("srcdir"), form);
	bool ok = play_start(player, language) &&
			  (beside ? play_beside(player, file)
					  : play_form(player, form, file) && play_goodbye(player));

	if (!ok)
		printf("# stopped at %s\n", journey_scene(&player->journey));
	free(file);
	return ok;
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
			  play(&player, name, language);

	say(ok, what);
	player.in_full = strcmp(name, forms[0]) == 0;
	for (size_t i = 0; ok && tellers[i].name; i++) {
		if (!tellers[i].drawn || draws_as_goldens_do())
			judge(&player, name, language, &tellers[i]);
	}
	player_end(&player);
	free(what);
}

int main(void)
{
	const size_t n_forms = sizeof forms / sizeof forms[0];

	for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
		for (size_t form = 0; form < n_forms; form++)
			run(forms[form], languages[i]);
		run("beside", languages[i]);
	}
	printf("1..%d\n", n_tests);
	return 0;
}
