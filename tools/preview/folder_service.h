/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef PREVIEW_FOLDER_SERVICE_H
#define PREVIEW_FOLDER_SERVICE_H
/*
 * A form that is being written, in the place of the city: gives its one form,
 * again whenever its files change, and tells of mistakes in them. What is sent
 * goes nowhere.
 */
#include "kiosk/service.h"

/* The form as it was well last. */
struct tried {
	const char *path; /* as form_source() takes it */
	json_t *bundle;
	char *slug;
};

/* Reads it for the first time; says on standard error what is wrong. */
bool tried_read(struct tried *tried, const char *path);
void tried_clear(struct tried *tried);

/* The opener is a struct tried. */
service_open folder_open;

#endif
