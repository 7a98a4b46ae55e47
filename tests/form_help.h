/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_FORM_HELP_H
#define TESTS_FORM_HELP_H
/* Forms from a line of JSON in which ' stands for ". */
#include "tests/test.h"

#include "lib/forms/answers.h"
#include "lib/forms/check.h"
#include "lib/forms/form_file.h"
#include "lib/forms/typed.h"

#define TODAY ((struct date){ 2026, 11, 25 })

json_t *json_of(const char *quoted); /* fails the test when it is no JSON */

/* A bundle of one step with these components: the inside of a JSON list. */
char *bundle_text(const char *components);
struct form *form_of(const char *components); /* fails the test */
/* The same with all of the form but its name: "'steps':[..],'logic':[..]". */
struct form *form_whole(const char *quoted);
/* One step with these components, and more of the form. */
struct form *form_with(const char *components, const char *more);
/* What is wrong with it; fails the test when nothing is. The caller frees. */
char *fault_of(const char *components);
void assert_fault(const char *components, const char *wrong);

/* The problem of a value, as JSON or typed, for the only component. */
enum problem_code code_of(const char *component, const char *value);
enum problem_code code_of_text(const char *component, const char *text);
/* Typed and read as `json`; NULL: not readable or empty. */
void assert_typed(const char *component, const char *typed, const char *json);
enum problem_code typed_code(const char *component, const char *typed);

/* Answers from {'key': value, ...}. */
struct answers *answers_of(const char *quoted);
/* What is sent of these answers, as Open Forms takes it. */
void assert_leaving(
	const struct form *form, const char *quoted, const char *wanted);
/* One byte a component, 1 when it is to be seen; the caller frees. */
char *visible_of(const struct answers *answers, const struct form *form);
/* The keys that are seen, blank separated. */
void assert_seen(
	const struct form *form, const char *answers, const char *keys);

#endif
