/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#include "lib/base/memory.h"
#include "lib/base/text.h"

static char *unquoted(const char *quoted)
{
	char *text = mem_text(quoted);

	for (char *at = text; *at; at++) {
		if (*at == '\'')
			*at = '"';
	}
	return text;
}

json_t *json_of(const char *quoted)
{
	char *text = unquoted(quoted);
	json_t *json = json_loads(text, JSON_DECODE_ANY, NULL);

	assert_non_null(json);
	free(text);
	return json;
}

char *bundle_text(const char *components)
{
	char *whole = text_format(
		"{'v':1,'slug':'proef','form':{'slug':'proef','name':'Proef',"
		"'steps':[{'slug':'een','name':'Een','configuration':"
		"{'display':'form','components':[%s]}}]}}",
		components);
	char *text = unquoted(whole);

	free(whole);
	return text;
}

struct form *form_of(const char *components)
{
	char *text = bundle_text(components);
	struct form_fault fault;
	struct form *form = form_load(text, strlen(text), "nl", &fault);

	free(text);
	if (!form)
		fail_msg("%s", fault.text);
	assert_non_null(form);
	return form;
}

struct form *form_whole(const char *quoted)
{
	char *text = text_format(
		"{'v':1,'slug':'proef','form':{'name':'Proef','uuid':'u-1',%s}}",
		quoted);
	json_t *json = json_of(text);
	struct form_fault fault;
	struct form *form = form_from_json(json, NULL, "nl", &fault);

	if (!form)
		fail_msg("%s", fault.text);
	assert_non_null(form);
	json_decref(json);
	free(text);
	return form;
}

struct form *form_with(const char *components, const char *more)
{
	char *text = text_format("'steps':[{'slug':'een','uuid':'s-1','name':'Een',"
							 "'configuration':{'components':[%s]}}],%s",
		components, more);
	struct form *form = form_whole(text);

	free(text);
	return form;
}

char *fault_of(const char *components)
{
	char *text = bundle_text(components);
	struct form_fault fault;

	assert_null(form_load(text, strlen(text), "nl", &fault));
	assert_non_null(fault.text);
	free(text);
	return fault.text;
}

void assert_fault(const char *components, const char *wrong)
{
	char *said = fault_of(components);

	assert_string_equal(said, wrong);
	free(said);
}

enum problem_code code_of(const char *component, const char *value)
{
	struct form *form = form_of(component);
	json_t *json = json_of(value);
	enum problem_code code =
		check_value(&form->components[0], json, TODAY).code;

	json_decref(json);
	form_free(form);
	return code;
}

enum problem_code code_of_text(const char *component, const char *text)
{
	struct form *form = form_of(component);
	json_t *json = json_string(text);
	enum problem_code code =
		check_value(&form->components[0], json, TODAY).code;

	json_decref(json);
	form_free(form);
	return code;
}

static enum problem_code type(
	const char *component, const char *typed, json_t **value)
{
	struct form *form = form_of(component);
	enum problem_code code = typed_value(&form->components[0], typed, value);

	form_free(form);
	return code;
}

void assert_typed(const char *component, const char *typed, const char *json)
{
	json_t *value;
	char *text;

	assert_int_equal(type(component, typed, &value), PROBLEM_NONE);
	text = value ? json_dumps(value, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15))
				 : NULL;
	if (json) {
		char *wanted = unquoted(json);

		assert_non_null(text);
		assert_string_equal(text, wanted);
		free(wanted);
	} else {
		assert_null(text);
	}
	free(text);
	json_decref(value);
}

enum problem_code typed_code(const char *component, const char *typed)
{
	json_t *value;
	enum problem_code code = type(component, typed, &value);

	if (code)
		assert_null(value);
	json_decref(value);
	return code;
}

struct answers *answers_of(const char *quoted)
{
	struct answers *answers = answers_new();
	json_t *json = json_of(quoted);
	const char *key;
	json_t *value;

	json_object_foreach(json, key, value)
	{
		answers_put(answers, key, json_incref(value));
	}
	json_decref(json);
	return answers;
}

char *visible_of(const struct answers *answers, const struct form *form)
{
	struct evaluation *evaluation =
		evaluate(form, answers, answers_day(answers));
	char *visible = evaluation->visible;

	evaluation->visible = NULL;
	evaluation_free(evaluation);
	return visible;
}

void assert_leaving(
	const struct form *form, const char *quoted, const char *wanted)
{
	struct answers *answers = answers_of(quoted);
	json_t *data = answers_data(answers, form);
	json_t *json = json_of(wanted);

	if (!json_equal(data, json))
		fail_msg("%s", json_dumps(data, JSON_SORT_KEYS));
	json_decref(json);
	json_decref(data);
	answers_free(answers);
}

void assert_seen(const struct form *form, const char *quoted, const char *keys)
{
	struct answers *answers = answers_of(quoted);
	char *visible = visible_of(answers, form);
	struct text seen = { 0 };
	char *text;

	for (size_t i = 0; i < form->n_components; i++) {
		if (visible[i])
			text_addf(
				&seen, "%s%s", seen.size ? " " : "", form->components[i].key);
	}
	text = text_take(&seen);
	assert_string_equal(text, keys);
	free(text);
	free(visible);
	answers_free(answers);
}
