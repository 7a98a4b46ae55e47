/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_IMPORT_H
#define TOOLS_IMPORT_H
#include <stdbool.h>

struct import_wish {
	const char *output; /* where the folder of the form goes; NULL: here */
	bool only_check;    /* report, and write nothing */
	bool again; /* over a form of that name; its texts for residents stay */
};

/* An export of Open Forms becomes a folder. Reports on standard output,
 * complains on standard error. */
bool import_export(const char *path, const struct import_wish *wish);

#endif
