/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_SEAL_HELP_H
#define TESTS_SEAL_HELP_H
/* One city with its keys, one kiosk, one letter, for all claims. */
#include "tests/test.h"

#include <stdbool.h>

#include "lib/seal/envelope.h"

struct seal_city {
	char folder[sizeof "/tmp/seal-XXXXXX"];
	struct vault *vault;
	struct city_keys *keys;
	struct signing_key *device;
	char device_public[65];
	char id[SEAL_ID_SIZE], *inside, *sealed; /* the letter */
};

extern struct seal_city city;
extern const char letter_version[];

int city_set_up(void **state);
int city_tear_down(void **state);

char *letter_inside_of(const char *inner_id);
char *letter_seal(const char *outer_id, const char *text);
struct envelope letter_read(void); /* the letter's envelope */

#endif
