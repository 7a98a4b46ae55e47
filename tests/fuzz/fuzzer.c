/* SPDX-License-Identifier: EUPL-1.2 */
/* libFuzzer's way in, to the target that $FUZZ_TARGET names. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tests/fuzz/targets.h"

/* NOLINTBEGIN(readability-identifier-naming): the names are theirs. */
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static fuzz_target *target;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const char *name = getenv("FUZZ_TARGET");

	(void)argc;
	(void)argv;
	for (size_t i = 0; name && fuzz_places[i].name; i++) {
		if (strcmp(fuzz_places[i].name, name) == 0)
			target = fuzz_places[i].target;
	}
	if (!target)
		abort();
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	target((const char *)bytes, size);
	return 0;
}
/* NOLINTEND(readability-identifier-naming) */
