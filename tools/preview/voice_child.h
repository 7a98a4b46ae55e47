/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef PREVIEW_VOICE_CHILD_H
#define PREVIEW_VOICE_CHILD_H
/* opendeur-voice, started for this preview alone. */
#include <stdbool.h>
#include <sys/types.h>

struct voice_child {
	char folder[32]; /* of its socket; "" when it was not started */
	char *socket;
	pid_t pid;
};

/* False (logged) when it cannot be started. It ends with this program. */
bool voice_child_start(struct voice_child *voice);
void voice_child_end(struct voice_child *voice);

#endif
