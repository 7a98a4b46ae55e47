/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_WIPE_JSON_H
#define BASE_WIPE_JSON_H
/* JSON that holds answers leaves nothing behind in memory. */
#include <jansson.h>

/* From now on jansson zeroes whatever it frees. Call it first in main(), before
 * any JSON is made. What json_dumps() returns may still go to free(). */
void wipe_json_start(void);

/* json_decref() that zeroes the texts nobody else holds. */
void json_wipe(json_t *taken);

#endif
