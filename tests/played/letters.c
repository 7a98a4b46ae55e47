/* SPDX-License-Identifier: EUPL-1.2 */
/* Prints what would be sealed: of a submission and of a rating, a line each. */
#include <stdio.h>
#include <stdlib.h>

#include "kiosk/letters.h"
#include "lib/base/text.h"
#include "tests/golden/player.h"

static const char id[] = "1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b";
static const char when[] = "2026-11-25T07:00:00Z";

static void print(char *letter)
{
	puts(letter);
	free(letter);
}

static bool play(struct player *player)
{
	char *answers = text_format(
		"%s/tests/golden/terugbelverzoek.answers", getenv("srcdir"));
	bool ok;

	player_intent(player, INTENT_ENTER, 0);
	ok = player_press(player, "language:tr") && player_press(player, "yes") &&
		 player_press(player, "yes") && player_press(player, "yes") &&
		 player_press(player, "service:terugbelverzoek") &&
		 player_press(player, "start") && player_fill(player, answers);
	free(answers);
	return ok;
}

int main(void)
{
	struct player player = { .outcome = OUTCOME_RECEIVED };
	bool ok = player_begin(&player, getenv("builddir"), "tr") && play(&player);

	if (ok) {
		print(letter_submission(&player.journey, id, when));
		ok = player_press(&player, "next") &&
			 player_press(&player, "agree:privacyPolicyAccepted") &&
			 player_press(&player, "next") && player_press(&player, "send") &&
			 player_press(&player, "finish") && player_press(&player, "face:4");
	}
	if (ok)
		print(letter_rating(&player.journey, id, when));
	player_end(&player);
	return ok ? 0 : 1;
}
