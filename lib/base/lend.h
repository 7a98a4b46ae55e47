/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_LEND_H
#define BASE_LEND_H
/*
 * For functions that take no const though they change nothing, as jansson's
 * iterators, and for lending a constant text out as a phrase.
 */
static inline void *lend(const void *constant)
{
	union {
		const void *in;
		void *out;
	} both = { constant };

	return both.out;
}

#endif
