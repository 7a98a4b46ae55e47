/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/text.h"
#include "lib/forms/typed.h"

int digit_of(unsigned int c)
{
	static const unsigned int zeroes[] = { '0', 0x660, 0x6F0 };

	for (size_t i = 0; i < sizeof zeroes / sizeof zeroes[0]; i++) {
		if (c >= zeroes[i] && c <= zeroes[i] + 9)
			return (int)(c - zeroes[i]);
	}
	return -1;
}

char *ascii_digits(const char *text)
{
	struct text out = { 0 };
	uint32_t c;

	while ((c = text_next(&text)) != 0) {
		int digit = digit_of(c);

		text_add_char(&out, digit < 0 ? c : (uint32_t)('0' + digit));
	}
	return text_take(&out);
}
