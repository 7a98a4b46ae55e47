/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_ENTITY_H
#define FORMS_ENTITY_H
/* Character references of HTML: &eacute; &#233; &#xE9; */
#include <stdint.h>

/* The character named at *at, which starts with '&', moving *at past it; 0 and
 * no move when there is none: a lone "&" is an ampersand. */
uint32_t entity_next(const char **at);

#endif
