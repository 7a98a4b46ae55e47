/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_LOADER_H
#define FORMS_LOADER_H
/*
 * What the readers of a form share while one is made: the form so far, the
 * language asked for and where its texts come from. Inside lib/forms only.
 */
#include "lib/forms/form.h"
#include "lib/forms/node.h"
#include "lib/forms/rule.h"

struct loader {
	struct form *form;
	const json_t *overlay; /* {"naam:label": "Name"}; NULL when none */
	char overlay_language[16];
	bool translated;  /* openForms.translations count */
	json_t *texts;    /* when set: every Dutch text met, by its place */
	json_t *names;    /* the variables that are known here, as keys */
	bool fills;       /* a template here is filled in by evaluate.h */
	const char *grid; /* in its rows: the key of what they belong to */
};

/* One text in the places where it can stand. */
struct choice {
	const char *context; /* its place in the overlays */
	const char *dutch;
	const char *inlined; /* a translation in the form itself; "" for none */
};

/* Of these the text in the language asked for and the one it is really in;
 * counts what is missing. */
const char *load_choice(struct loader *loader, const struct node *node,
	const struct choice *choice, const char **language);

enum phrase_kind { PHRASE_HTML, PHRASE_LINE };

/*
 * The text `property` of `node` in the language asked for: overlay (by
 * `context`), else openForms.translations, else the Dutch one. Takes context.
 */
struct phrase load_phrase(struct loader *loader, const struct node *node,
	const char *property, enum phrase_kind kind, char *taken_context);
/* A word of `literals`, where the author set one: "nextText" or "next_text".
 * Where it is not translated it is "", as the program has words of its own.
 * Takes context. */
struct phrase load_literal(struct loader *loader, const struct node *node,
	const char *camel, const char *snake, char *taken_context);
struct phrase phrase_empty(void);
void phrase_clear(struct phrase *phrase);

/* "KEY:values:ja:label" with ':' and '%' inside a part escaped; the caller
 * frees. */
#define CONTEXT(...) context_join((const char *const[]){ __VA_ARGS__, NULL })
char *context_join(const char *const *parts);
/* The same of a property of a component; in a row "GRID.KEY:label", as keys
 * there are unique within it only. */
char *context_of(const struct loader *loader, const struct component *component,
	const char *property);
/* "KEY" or "GRID.KEY"; the caller frees. */
char *context_key(
	const struct loader *loader, const struct component *component);

/* The form reaches no further than this; the first reason of the worst reach
 * stays, and `node` is where. */
void load_reach(struct loader *loader, const struct node *node,
	enum form_reach reach, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* A template is for the server to fill in. */
void load_no_template(
	struct loader *loader, const struct node *node, const char *text);

/* names.c: which variables there are, before anything reads them. */
void load_names(struct loader *loader, const struct node *form);
bool loader_knows(const struct loader *loader, const char *name);
/* Whether a template can be filled in with them. */
bool load_fits(const struct loader *loader, const char *text);
/* A rule that reads what only the server has. */
void load_rule_reach(
	struct loader *loader, const struct node *node, const struct rule *rule);
/* The property by its name in the API or in an export. */
struct node node_either(
	const struct node *node, const char *camel, const char *snake);
/* logic.c, when all components are there; logic_rules.c: its rules. */
void load_logic(struct loader *loader, const struct node *form);
void load_rules(struct loader *loader, const struct node *form);
/* Not here when nobody can fill in what must be. */
void refuse_stuck(struct loader *loader, const struct node *node);

/* components.c: reads `components` and what is below, parents first. */
void load_components(
	struct loader *loader, const struct node *list, int parent, int step);
/* composite.c: what stands below one component. load_part() adds an empty
 * component below it, load_single() what is asked once a row. */
void load_parts(struct loader *loader, const struct node *node, int whole);
void load_repeat(struct loader *loader, const struct node *node, int index);
struct component *load_part(struct loader *loader, int whole);
void load_single(struct loader *loader, const struct node *node);
/* form_file.c: no key twice, and none inside another. */
void check_keys(
	const struct component *components, size_t n, const struct node *form);
/* One checkbox of the last page. */
void load_statement(struct loader *loader, const struct node *node);
/* pages.c: what stands around the questions: pages before them, the author's
 * words for going on. */
void load_pages(struct loader *loader, const struct node *node);
void load_form_words(struct loader *loader, const struct node *node);
void load_step_words(
	struct loader *loader, const struct node *node, struct step *step);
/* limits.c, options.c, errors.c: parts of one component. */
void load_limits(struct loader *loader, const struct node *node,
	struct component *component);
void load_options(struct loader *loader, const struct node *node,
	struct component *component);
void load_faqs(struct loader *loader, const struct node *node,
	struct component *component);
void load_default(struct loader *loader, const struct node *node,
	struct component *component);
void load_errors(struct loader *loader, const struct node *node,
	struct component *component);
/* conditions.c */
void load_condition(const struct node *node, struct component *component);
void settle_conditions(struct loader *loader, const struct node *form);

#endif
