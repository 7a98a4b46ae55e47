/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_CHECK_FORMS_H
#define TOOLS_CHECK_FORMS_H
/* Everything that can be told about forms without a person. */
#include <stdbool.h>

struct findings;

enum check_format { CHECK_TEXT, CHECK_JSON, CHECK_SARIF };

bool check_format_named(const char *name, enum check_format *format);
/* Adds what there is to say about one folder. */
void check_form(const char *folder, struct findings *findings);
/* Whether the page before the questions is written; tells what is not. */
bool check_is_written(const char *folder);
/* Folders of forms, form.json files in them, or folders of such folders.
 * `folders` ends with NULL. Prints; false when something is red. */
bool check_forms(char *const *folders, enum check_format format);

#endif
