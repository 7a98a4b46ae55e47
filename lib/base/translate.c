/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/translate.h"

const char *translate_in(const char *both, const char *text)
{
	const char *found = gettext(both);

	return found == both ? text : found;
}
