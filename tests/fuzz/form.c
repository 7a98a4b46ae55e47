/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_use.h"
#include "tests/fuzz/targets.h"

void fuzz_form(const char *bytes, size_t size)
{
	form_use(bytes, size);
}
