/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_DIFF_H
#define TOOLS_DIFF_H
/* What differs between two versions of a form, in words for an official. */

enum diff_result { DIFF_SAME = 0, DIFF_DIFFERENT = 1, DIFF_TROUBLE = 2 };

/* Each a folder, a form.json or a bundle. Prints; complains on standard error.
 */
enum diff_result diff(const char *old_path, const char *new_path);

#endif
