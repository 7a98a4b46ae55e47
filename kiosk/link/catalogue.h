/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LINK_CATALOGUE_H
#define LINK_CATALOGUE_H
/* The city's list of products, as JSON that was looked at before it is used. */
#include <stddef.h>

#include <jansson.h>

/* NULL unless it is a catalogue whose every slug may stand in a URL and whose
 * every version is a hash. */
json_t *catalogue_read(const char *bytes, size_t size);
const char *product_slug(const json_t *product);
const char *product_version(const json_t *product);
/* Of the product with that slug; NULL when there is none. */
const char *catalogue_version(const json_t *catalogue, const char *slug);

#endif
