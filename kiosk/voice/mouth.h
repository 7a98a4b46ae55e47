/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef VOICE_MOUTH_H
#define VOICE_MOUTH_H
/*
 * The child: takes orders, speaks, reports. One thread: while the engine
 * brings samples it waits in the engine's callback for room or for an order,
 * so a newer generation stops both at one point and no old sample can follow a
 * new word. It may be killed at any moment.
 */
#include "kiosk/voice/output.h"

/* Never returns; ends when the parent's end of `fd` closes. */
void mouth_run(int fd, const struct output_choice *choice)
	__attribute__((noreturn));

#endif
