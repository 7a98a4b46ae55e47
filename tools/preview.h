/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_PREVIEW_H
#define TOOLS_PREVIEW_H

/* Becomes the program opendeur-preview with these arguments, the first of
 * which is replaced by its name. Returns an exit code when it cannot. */
int preview_run(char **arguments);

#endif
