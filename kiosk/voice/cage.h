/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef VOICE_CAGE_H
#define VOICE_CAGE_H
#include <stdbool.h>

/*
 * From here on this process and its children run no program, reach no network
 * and look into no other process: a text that takes the engine over finds
 * nothing to use. Sockets of this machine stay, as sound servers need them.
 */
bool cage_close(void);

#endif
