/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CENTRAL_SHOW_H
#define CENTRAL_SHOW_H
/* `opendeur-central show REFERENCE`: what was received, for who may read it. */
#include <stdbool.h>

#include "central/storage/storage.h"
#include "lib/seal/envelope.h"

/* Prints every submission of that reference, however it was typed, as JSON on
 * standard output. False (logged) when there is none. */
bool show_reference(
	struct storage *storage, const struct vault *vault, const char *typed);

#endif
