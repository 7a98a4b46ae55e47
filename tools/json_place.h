/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_JSON_PLACE_H
#define TOOLS_JSON_PLACE_H
/* Where things stand in a JSON file: jansson forgets the lines. */
#include <jansson.h>

/* {"steps[0].slug": 12, ...}: the line (from 1) of each value in JSON that
 * jansson has accepted; the caller frees. */
json_t *json_lines(const char *bytes);
/* 0 when there is none of that place. */
int json_line(const json_t *lines, const char *place);

/* "steps[0]" and "slug" give "steps[0].slug"; the caller frees. */
char *place_key(const char *place, const char *key);
char *place_index(const char *place, size_t index);

#endif
