/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/fuzz/targets.h"

const struct fuzz_place fuzz_places[] = {
	{ "form", fuzz_form },
	{ "rule", fuzz_rule },
	{ "answers", fuzz_answers },
	{ "export", fuzz_export },
	{ "zip", fuzz_zip },
	{ 0 },
};
