/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef E2E_STAGE_H
#define E2E_STAGE_H
/*
 * A whole Open Deur on a stage: real central, link and voice, and the screen in
 * a real terminal, each its own process in a fresh folder. Any of them can be
 * stopped, killed and started again.
 */
#include <stdbool.h>
#include <sys/types.h>

enum actor { ACTOR_CENTRAL, ACTOR_LINK, ACTOR_VOICE, ACTOR_SCREEN, N_ACTORS };

struct stage {
	char folder[64];
	const char *build; /* folder of the programs */
	const char *source;
	int rows, columns;
	char size[8], renderer[8], language[16], speech[8];
	int idle_seconds, guard_ms;
	char url[64]; /* of central, once it said so */
	pid_t actors[N_ACTORS];
	int terminal;  /* master side of the screen's terminal */
	int last_exit; /* of the screen */
};

bool stage_open(struct stage *stage); /* makes the folder, nothing else */
bool stage_start(struct stage *stage, enum actor actor);
/* Ends it with the signal and waits for it. */
void stage_end(struct stage *stage, enum actor actor, int signal);
/* True when the screen is there; when it ended by itself, notes how. */
bool stage_screen_lives(struct stage *stage);
/* Drops what the screen wrote, so that it never waits for a reader. */
void stage_drain(struct stage *stage);
bool stage_write_config(const struct stage *stage); /* kiosk.conf */
bool stage_write(struct stage *stage, const char *bytes, size_t size);
/* Path of a file in the folder; static memory. */
const char *stage_path(const struct stage *stage, const char *name);
void stage_print_logs(const struct stage *stage);
void stage_close(struct stage *stage); /* ends all and removes the folder */

int actor_by_name(const char *name); /* -1 when there is none */

#endif
