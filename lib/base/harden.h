/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_HARDEN_H
#define BASE_HARDEN_H

/*
 * Answers and keys pass through the memory of these programs: no core file, no
 * debugger, no rights beyond those at the start, files for the owner alone.
 * Call it first in main().
 */
void harden(void);

#endif
