/* SPDX-License-Identifier: EUPL-1.2 */
/* libFuzzer: any bytes as a bundle. `make fuzz-form` builds it, then
 * ./fuzz-form-load CORPUS, where the published bundles are a good start. */
#include <stdint.h>

#include "tests/form_use.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	form_use((const char *)bytes, size);
	return 0;
}
