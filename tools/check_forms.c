/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/check_forms.h"

#include <string.h>

#include "tools/check_parts.h"

static const struct {
	const char *name;
	bool (*print)(const struct findings *findings, FILE *out);
} formats[] = {
	[CHECK_TEXT] = { "text", findings_print_text },
	[CHECK_JSON] = { "json", findings_print_json },
	[CHECK_SARIF] = { "sarif", findings_print_sarif },
};

bool check_format_named(const char *name, enum check_format *format)
{
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
		if (strcmp(formats[i].name, name) == 0) {
			*format = (enum check_format)i;
			return true;
		}
	}
	return false;
}

void check_form(const char *folder, struct findings *findings)
{
	struct check check;

	check_begin(&check, folder, findings);
	check_structure(&check);
	if (check.folder.form.json) {
		check_limits(&check);
		check_logic(&check);
		check_reach(&check);
	}
	/* Of a form that cannot be loaded the texts are not known. */
	if (check.folder.form.json && !check.folder.wrong) {
		check_translations(&check);
		check_texts(&check);
	}
	check_end(&check);
}

bool check_forms(char *const *folders, enum check_format format)
{
	struct findings findings = { 0 };
	bool fine;

	for (; *folders; folders++)
		check_form(*folders, &findings);
	fine = formats[format].print(&findings, stdout) &&
		   !findings_count(&findings, RED);
	findings_clear(&findings);
	return fine;
}
