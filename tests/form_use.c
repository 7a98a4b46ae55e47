/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_use.h"

#include <stdlib.h>
#include <string.h>

#include "lib/forms/check.h"
#include "lib/forms/form_file.h"
#include "lib/forms/typed.h"

static const char *const typings[] = { "", "12", "1.000,5", "31-12-1980",
	"2512 gk", "123456782", "14:30", "nl91abna0417164300", "٣", "\xff\x1b[2J" };

static void type_all(const struct component *component, struct answers *answers)
{
	for (size_t i = 0; i < sizeof typings / sizeof typings[0]; i++) {
		json_t *value;
		char *text;

		typed_value(component, typings[i], &value);
		text = typed_text(component, value);
		free(text);
		answers_put(answers, component->key, value);
	}
}

static void answer(const struct component *component, struct answers *answers)
{
	json_t *value = NULL;

	if (component->type == COMPONENT_CHECKBOX)
		value = json_true();
	else if (component->type == COMPONENT_SELECTBOXES && component->n_options)
		value = json_pack("{s:b}", component->options[0].value, 1);
	else if (component->n_options)
		value = json_string(component->options[0].value);
	if (value)
		answers_put(answers, component->key, value);
	else
		type_all(component, answers);
}

static void check(const struct form *form, const struct answers *answers)
{
	struct problem *problems;
	size_t n =
		check_answers(form, answers, (struct date){ 2026, 11, 25 }, &problems);

	for (size_t i = 0; i < n; i++) {
		struct phrase phrase;
		const char *name = problem_name(problems[i].code);

		if (problems[i].component)
			component_error(problems[i].component, name, &phrase);
	}
	free(problems);
}

static void fill_in(const struct form *form)
{
	struct answers *answers = answers_new();
	struct answers *back;
	json_t *data;

	check(form, answers);
	for (size_t i = 0; i < form->n_components; i++) {
		if (component_has_answer(&form->components[i]))
			answer(&form->components[i], answers);
	}
	check(form, answers);
	data = answers_data(answers, form);
	back = answers_from_data(form, data);
	check(form, back);
	answers_free(back);
	json_decref(data);
	answers_free(answers);
}

bool form_use(const char *bytes, size_t size)
{
	static const char *const languages[] = { "nl", "en" };
	bool loaded = false;

	for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
		struct form_fault fault = { 0 };
		struct form *form = form_load(bytes, size, languages[i], &fault);

		if (!form == !fault.text)
			abort();
		if (form)
			fill_in(form);
		loaded = form != NULL;
		free(fault.text);
		form_free(form);
	}
	return loaded;
}
