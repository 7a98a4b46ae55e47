/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_EXPORT_ZIP_H
#define TOOLS_EXPORT_ZIP_H
/*
 * The zip file in which Open Forms hands over a form: five JSON arrays and
 * what made them. A zip comes from outside, so it is held to what an export
 * can be: few files, of bounded size, packed no tighter than JSON can be,
 * with names that lead nowhere. Nothing is ever unpacked to disk.
 */
#include <stdbool.h>

#include <jansson.h>

#include "lib/base/text.h"

enum export_part {
	EXPORT_FORMS,
	EXPORT_STEPS,
	EXPORT_DEFINITIONS,
	EXPORT_LOGIC,
	EXPORT_VARIABLES,
	EXPORT_META,
	N_EXPORT_PARTS,
};

struct export_zip {
	json_t *parts[N_EXPORT_PARTS]; /* arrays; the last an object; never NULL */
	struct text notes; /* a line for each file that says nothing to us */
};

/* false with a reason in `wrong`, which the caller frees; `export` is empty
 * then. */
bool export_zip_read(struct export_zip *export, const char *path, char **wrong);
void export_zip_clear(struct export_zip *export);

#endif
