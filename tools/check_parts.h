/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_CHECK_PARTS_H
#define TOOLS_CHECK_PARTS_H
/* What the parts of a check share about one form. */
#include "tools/findings.h"
#include "tools/folder.h"

struct check {
	struct folder folder;
	/* {"naam": {"place": "steps[0]…", "json": {…}, "parent": "groep",
	 * "step": 0}}, in reading order; in a grid also as "grid.naam". */
	json_t *index;
	json_t *done; /* what rules that can fire do: {"property naam": true} */
	json_t *why;  /* why questions are never shown: {"naam": ""} */
	struct findings *findings;
};

void check_begin(
	struct check *check, const char *path, struct findings *findings);
void check_end(struct check *check);

/* A finding at a place of a file, with its line. `place` must outlive it. */
struct finding check_at(
	const struct folder_file *file, const char *place, enum finding_rule rule);
/* Where the text of an overlay's place stands: "naam:label". `place` takes a
 * text that the caller frees. */
struct finding check_at_text(const struct check *check, const char *context,
	char **place, enum finding_rule rule);

/* Every component once, in order; and every step, with a finding at its place.
 */
typedef void check_one(
	struct check *check, const json_t *json, const char *place);
void check_each(struct check *check, check_one *one);
typedef void check_one_step(
	struct check *check, const json_t *step, struct finding *finding);
void check_each_step(
	struct check *check, enum finding_rule rule, check_one_step *one);
const json_t *check_question(const struct check *check, const char *key);
const char *check_place(const struct check *check, const char *key);
/* "radio", "" when there is no such component. */
const char *check_type(const struct check *check, const char *key);
/* The options of a component, NULL when it has none here. */
const json_t *check_options(const json_t *component);
bool check_has_option(const json_t *component, const char *value);
bool check_has_answer(const char *type);
/* jsonLogicTrigger, json_logic_trigger and so on. */
json_t *check_either(const json_t *object, const char *camel);
/* The rules of the form, under any of their names; NULL when none. */
const json_t *check_rules(const struct check *check, const char **name);

void check_structure(struct check *check);    /* check_structure.c */
void check_service(struct check *check);      /* its texts are written */
void check_limits(struct check *check);       /* check_limits.c */
void check_logic(struct check *check);        /* check_logic.c */
void check_reach(struct check *check);        /* check_reach.c */
void check_translations(struct check *check); /* check_translations.c */
void check_texts(struct check *check);        /* check_texts.c */

/* check_truth.c: what can be known of a condition without any answer. */
enum truth { NEVER, MAYBE, ALWAYS };
enum truth check_truth(const struct check *check, const json_t *logic);
/* Whether an answer of the component can be `eq`. */
enum truth check_equals(const json_t *component, const json_t *eq);
/* check_names.c: {"op": [a, b]} or {"op": a}; "" when it is none. */
const char *logic_operator(const json_t *logic, const json_t **arguments);
const json_t *logic_argument(const json_t *arguments, size_t i);
size_t logic_count(const json_t *arguments);
/* The name in {"var": "naam"} or {"var": ["naam", 0]}; "" for others. */
const char *logic_name(const json_t *logic);
/* The component of "inhoud.adres", and what stands behind its key. */
const json_t *check_component_of(
	const struct check *check, const char *name, const char **rest);
/* Calls `told` for each name in `logic` that stands for nothing. */
typedef void check_told(void *owner, const char *name);
void check_names(const struct check *check, const json_t *logic,
	check_told *told, void *owner);
bool check_is_name(const struct check *check, const char *name);

#endif
