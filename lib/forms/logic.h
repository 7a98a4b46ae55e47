/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_LOGIC_H
#define FORMS_LOGIC_H
/*
 * What answers decide in a form beside `conditional`: rules with what they do,
 * variables of the form's own, templates in texts. Read by the loader, carried
 * out by evaluate.h. Inside lib/forms.
 */
#include "lib/forms/form.h"

enum action_kind {
	ACTION_HIDDEN,
	ACTION_REQUIRED,
	ACTION_DISABLED,
	ACTION_VARIABLE,
	ACTION_NO_NEXT,
	ACTION_STEP, /* state: whether it is applicable */
};

struct action {
	enum action_kind kind;
	int component; /* index; -1: a variable, or none */
	int step;      /* index; -1: every step from the rule's first_step on */
	bool state;
	char *variable;     /* ACTION_VARIABLE */
	struct rule *value; /* what it becomes */
};

struct form_rule {
	struct rule *trigger;
	struct action *actions;
	size_t n_actions;
	int first_step;
	int explanation; /* index of a content that it shows, -1 for none */
	/* Index of the answer that decides at the latest whether it holds, also
	 * through variables and other rules; -1: none does. */
	int last;
	/* It holds when this component is answered with `eq`, and only then; -1:
	 * it is about more than that. */
	int when;
	json_t *eq;
};

/* What decides about one thing of a component, or whether a step is there. */
struct decider {
	int rule; /* the only one; -1: none; -2: several */
	int last; /* the answer that decides at the latest; -1: none */
};

/* A text that is a template: `offset` bytes into a component, an option of it
 * (option >= 0), one of its faqs (the same, faq), or the form (component < 0).
 */
struct filled_text {
	int component, option;
	size_t offset;
	bool faq;
	bool is_private; /* it tells something that is not for all ears */
};

struct logic {
	struct form_rule *rules; /* in the order in which they are carried out */
	size_t n_rules;
	struct filled_text *texts;
	size_t n_texts;
	json_t *variables; /* the form's own: what they start as, by key */
	json_t *constants; /* variables of Open Forms that are the same all day */
	json_t *kinds;     /* enum name_kind of what is a date, by name */
	json_t *secrets;   /* names of what is not for all ears */
	char *watched;     /* a byte a component: a condition depends on it */
	/* ahead.c: one a component, the last one a step. */
	int *last;             /* the answer that decides its own at the latest */
	struct decider *seen;  /* hidden or shown */
	struct decider *fixed; /* read only or not */
	struct decider *there;
};

void logic_free(struct logic *logic);

#endif
