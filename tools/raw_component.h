/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_RAW_COMPONENT_H
#define TOOLS_RAW_COMPONENT_H
#include <jansson.h>

/* The JSON of the component with that key ("naam", in rows "kinderen.naam") in
 * a bundle's "form"; NULL when it is not there. Borrowed. */
const json_t *raw_component(const json_t *form, const char *key);

#endif
