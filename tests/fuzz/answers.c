/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/forms/check.h"
#include "lib/forms/form_file.h"
#include "lib/forms/typed.h"
#include "tests/fuzz/targets.h"

#define TEXT(type)                                                             \
	"{'type':'" type "','key':'" type "','label':'L','multiple':false},"       \
	"{'type':'" type "','key':'" type "s','label':'L','multiple':true},"

/* One of each kind. */
static const char bundle[] =
	"{'v':1,'slug':'f','service':{},'translations':{},'form':{'name':'F',"
	"'steps':[{'slug':'s','name':'S','configuration':{'components':[" TEXT(
		"textfield") TEXT("textarea") TEXT("email") TEXT("phoneNumber")
		TEXT("postcode") TEXT("bsn") TEXT("iban") TEXT("number")
			TEXT("currency") TEXT("date") TEXT("datetime") TEXT("time") TEXT(
				"licenseplate") "{'type':'addressNL','key':'adres','label':'A'},"
								"{'type':'customerProfile','key':'p','label':'P'},"
								"{'type':'file','key':'f','label':'F'},"
								"{'type':'checkbox','key':'c','label':'C'},"
								"{'type':'select','key':'s','label':'S','multiple':true,'data':{'values':["
								"{'value':'a','label':'A'},{'value':'b','label':'B'}]}},"
								"{'type':'selectboxes','key':'m','label':'M','values':["
								"{'value':'a','label':'A'},{'value':'b','label':'B'}]},"
								"{'type':'editgrid','key':'e','label':'E','components':["
								"{'type':'textfield','key':'n','label':'N'},"
								"{'type':'currency','key':'b','label':'B','conditional':{'show':true,"
								"'when':'e.n','eq':'x'}}]},"
								"{'type':'currency','key':'t','label':'T','disabled':true}]}}],'logic':[{"
								"'jsonLogicTrigger':true,'actions':[{'variable':'t','action':{'type':"
								"'variable','value':{'reduce':[{'var':'e'},{'+':[{'var':'accumulator'},"
								"{'var':'current.b'}]},0]}}}]}]}}";

static struct form *the_form(void)
{
	static struct form *form;
	struct form_fault fault = { 0 };
	char *text;

	if (form)
		return form;
	text = mem_text(bundle);
	for (char *at = text; *at; at++)
		if (*at == '\'')
			*at = '"';
	form = form_load(text, strlen(text), "nl", &fault);
	if (!form)
		abort();
	free(text);
	return form;
}

/* What is read is told as it was typed, and read again as the same. */
static void type_everywhere(const struct form *form, const char *typed)
{
	for (size_t i = 0; i < form->n_components; i++) {
		const struct component *component = &form->components[i];
		json_t *value = NULL, *again = NULL;
		enum problem_code code = typed_value(component, typed, &value);
		char *text = typed_text(component, value);

		if (code && value)
			abort();
		if (value && !typed_value(component, text, &again) && !again)
			abort();
		check_value(component, value, (struct date){ 2026, 11, 25 });
		json_decref(again);
		json_decref(value);
		free(text);
	}
}

static void receive(const struct form *form, const json_t *data)
{
	struct answers *answers = answers_from_data(form, data);
	struct problem *problems;
	json_t *leaving;

	check_answers(form, answers, (struct date){ 2026, 11, 25 }, &problems);
	free(problems);
	leaving = answers_data(answers, form);
	json_decref(leaving);
	answers_free(answers);
}

void fuzz_answers(const char *bytes, size_t size)
{
	json_t *given = json_loadb(bytes, size, 0, NULL);
	const json_t *data = json_object_get(given, "data");
	const char *typed = json_string_value(json_object_get(given, "typed"));

	if (json_is_object(data))
		receive(the_form(), data);
	if (typed)
		type_everywhere(the_form(), typed);
	json_decref(given);
}
