/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_PO_H
#define FORMS_PO_H
/*
 * Reads the overlays of a form, gettext PO files in which every entry has a
 * msgctxt: its place in the form. Strict, as a slip here is a text that no
 * resident would see translated. Bytes come in; nothing is read from disk.
 */
#include "lib/forms/form_file.h"

struct po_entry {
	char *context, *id, *text;
	bool fuzzy; /* a translator still has to look at it */
	int line;   /* of its msgctxt */
};

struct po {
	struct po_entry *entries; /* without the header; obsolete ones left out */
	size_t n_entries;
};

/* false with a fault: "line 12: a text that does not end". */
bool po_read(
	struct po *po, const char *bytes, size_t size, struct form_fault *fault);
void po_clear(struct po *po);

#endif
