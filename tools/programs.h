/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_PROGRAMS_H
#define TOOLS_PROGRAMS_H

/* The path of a file that stands beside this program, as our programs do when
 * they are installed and when they are built. The caller frees. */
char *beside_this_program(const char *name);

#endif
