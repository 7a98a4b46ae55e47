/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_OVERLAY_H
#define TOOLS_OVERLAY_H
/*
 * Brings the translations of a form up to date with its Dutch. Texts are known
 * by their place, so moving a question loses nothing. Pure.
 */
#include <jansson.h>

#include "tools/po_file.h"

struct overlay_count {
	size_t texts;    /* to translate */
	size_t done;     /* translated and looked at */
	size_t fuzzy;    /* to look at again: the Dutch has changed */
	size_t missing;  /* not translated */
	size_t obsolete; /* kept for later, of texts that are gone */
};

/*
 * `texts`: {"naam:label": "Naam"} in their order. `given`: translations that
 * are known from elsewhere, by place, or NULL; they only fill what is empty,
 * fuzzy when `doubted`.
 */
void overlay_update(struct po_file *po, const json_t *texts,
	const json_t *given, bool doubted, struct overlay_count *count);

#endif
