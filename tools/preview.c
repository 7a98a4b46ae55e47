/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/preview.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tools/programs.h"

int preview_run(char **arguments)
{
	char *program = beside_this_program("opendeur-preview");

	arguments[0] = program;
	execv(program, arguments);
	fprintf(stderr, "cannot start %s: %s\n", program, strerror(errno));
	free(program);
	return EXIT_FAILURE;
}
