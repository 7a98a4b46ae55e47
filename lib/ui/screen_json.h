/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_SCREEN_JSON_H
#define UI_SCREEN_JSON_H
/* A screen of meaning as the JSON of --screens, see doc/protocols.md. */
#include <jansson.h>
#include <stdbool.h>

#include "lib/ui/screen.h"

/* The caller owns it and adds v, ms and visit. */
json_t *screen_to_json(const struct screen *screen);
/* Fills an empty screen; false (logged) when that is no screen. `raw` and its
 * kind are not in the JSON. */
bool screen_from_json(struct screen *screen, const json_t *json);

#endif
