/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_PUBLISH_H
#define TOOLS_PUBLISH_H
/* Form folders into bundles and their catalogue. Complains on standard error.
 */
#include <stdbool.h>

/* `folders` ends with NULL. `strict`: a translation left out is a failure. */
bool publish(char *const *folders, const char *output, bool strict);

#endif
