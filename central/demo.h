/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CENTRAL_DEMO_H
#define CENTRAL_DEMO_H
/* One kiosk that may send at once, so that a demonstration needs no hands. */
#include <stdbool.h>

#include "central/storage/storage.h"
#include "lib/seal/envelope.h"

/* Writes root.pub, kiosk.key and kiosk.name into the folder `state` and enrols
 * that kiosk; what is there already is kept. False: logged. */
bool demo_prepare(
	const char *state, const struct vault *vault, struct storage *storage);

#endif
