/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LINK_OPTIONS_H
#define LINK_OPTIONS_H
/* The command line and the configuration of link, as one struct. */
#include "lib/base/command.h"

struct options {
	char *central;               /* URL without a slash behind it */
	char *listen;                /* socket */
	char *state;                 /* folder */
	char *kiosk;                 /* name; else from STATE/kiosk.name */
	char *device_key, *root_key; /* files; else in STATE */
	char *ca;                    /* file of certificates; "": the system's */
	int sync_seconds;
};

/* Clear it whatever comes; see command_read(). */
enum command_next options_read(struct options *options, int argc, char **argv);
void options_clear(struct options *options);

#endif
