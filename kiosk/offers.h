/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_OFFERS_H
#define KIOSK_OFFERS_H
/* The catalogue as it came from the city, turned into the visitor's language.
 */
#include <jansson.h>

#include "kiosk/journey.h"

/* `products` as in doc/protocols.md, "Bundle and catalogue". What misses a slug
 * or a name is left out and logged. Texts fall back to Dutch, then to any. */
void offers_read(
	struct catalogue *catalogue, const json_t *products, const char *language);
void offers_clear(struct catalogue *catalogue);

#endif
