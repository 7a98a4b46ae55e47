/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_FOLDER_H
#define TESTS_FOLDER_H

/* A folder with all that is in it; 0, or -1 where something stayed. */
int folder_remove(const char *path);

#endif
