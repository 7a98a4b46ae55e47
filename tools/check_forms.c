/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/check_forms.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
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

bool check_is_written(const char *folder)
{
	struct findings findings = { 0 };
	struct check check;
	bool fine;

	check_begin(&check, folder, &findings);
	check_service(&check);
	fine = !findings.n;
	if (!fine)
		findings_print_text(&findings, stderr);
	check_end(&check);
	findings_clear(&findings);
	return fine;
}

static bool has_form(const char *folder)
{
	char *path = text_format("%s/form.json", folder);
	bool found = access(path, F_OK) == 0;

	free(path);
	return found;
}

/* The forms in a folder of forms; false when there are none. */
static bool check_inside(const char *folder, struct findings *findings)
{
	struct dirent **names = NULL;
	int n = scandir(folder, &names, NULL, alphasort);
	bool found = false;

	for (int i = 0; i < n; i++) {
		char *path = text_format("%s/%s", folder, names[i]->d_name);

		if (names[i]->d_name[0] != '.' && has_form(path)) {
			check_form(path, findings);
			found = true;
		}
		free(path);
		free(names[i]);
	}
	free(names);
	return found;
}

/* A folder with a form, its form.json, or a folder of such folders. */
static void check_named(const char *name, struct findings *findings)
{
	static const char file[] = "form.json";
	size_t n = strlen(name), m = sizeof file - 1;

	if (n >= m && strcmp(name + n - m, file) == 0 &&
		(n == m || name[n - m - 1] == '/')) {
		char *folder = n == m ? mem_text(".") : mem_text_n(name, n - m);
		check_form(folder, findings);
		free(folder);
	} else if (has_form(name) || !check_inside(name, findings)) {
		check_form(name, findings);
	}
}

bool check_forms(char *const *folders, enum check_format format)
{
	struct findings findings = { 0 };
	bool fine;

	for (; *folders; folders++)
		check_named(*folders, &findings);
	fine = formats[format].print(&findings, stdout) &&
		   !findings_count(&findings, RED);
	findings_clear(&findings);
	return fine;
}
