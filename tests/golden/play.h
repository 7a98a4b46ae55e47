/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef GOLDEN_PLAY_H
#define GOLDEN_PLAY_H
/* The visits that golden files hold and other tests look at: each form from
 * attract to goodbye, and "beside", what lies beside the straight way. */
#include "tests/golden/player.h"

extern const char *const play_languages[]; /* ends with NULL */
extern const char *const play_names[];     /* forms, then "beside", NULL */

/* To the list of services, the way most people go. */
bool play_start(struct player *player, const char *language);
/* Of a player that began. Answers come from `srcdir`. False, with the place
 * printed, when the visit could not be played to its end. */
bool play_visit(struct player *player, const char *name, const char *language);

#endif
