/* SPDX-License-Identifier: EUPL-1.2 */
/* libFuzzer's way in, to the target that the build names. */
#include <stdint.h>

#include "lib/base/log.h"
#include "tests/fuzz/targets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	FUZZ_TARGET((const char *)bytes, size);
	return 0;
}
