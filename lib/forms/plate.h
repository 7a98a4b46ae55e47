/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_PLATE_H
#define FORMS_PLATE_H

/*
 * A licence plate as Open Forms takes it, "AB-12-CD", of what was typed:
 * blanks, dots and small letters too. Six letters and digits are parted as the
 * series of the RDW are; anything else must have its own two hyphens. NULL when
 * it is none; the caller frees.
 */
char *plate_text(const char *typed);

#endif
