/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_FORM_WORDS_H
#define TOOLS_FORM_WORDS_H
/*
 * What is in a form in plain words, for people: what kind of question
 * something is, when it is asked, what rules do. Safe to show.
 */
#include <stdbool.h>

#include <jansson.h>

#include "lib/base/text.h"
#include "lib/forms/form.h"

/* One question or text, also in what is asked in rows. */
struct asked {
	const struct form *form;  /* the one it is in: of a row its own */
	const struct form *outer; /* of a row the form around it, else NULL */
	const struct component *component;
	char *key;  /* "naam", in rows "kinderen.naam" */
	int step;   /* of the whole form */
	int number; /* of questions in the whole form, from 1; 0: it is none */
	int depth;  /* 0 at the top of a step */
};

struct asked_list {
	struct asked *list;
	size_t n;
};

/* In reading order; the parts of an address are in their whole. Borrows. */
void asked_read(struct asked_list *asked, const struct form *form);
void asked_clear(struct asked_list *asked);
const struct asked *asked_find(const struct asked_list *asked, const char *key);

const char *type_words(const struct component *component);
/* 'Label', else 'key'. */
void component_words(struct text *out, const struct component *component);
/* ", required, at most 20 characters" */
void limits_words(struct text *out, const struct component *component);
/* ", at most 20 characters": the same without what is required or hidden. */
void bounds_words(struct text *out, const struct component *component);
/* "asked when 'Voor wie' is 'Mijn kind'", "" when always. */
void condition_words(struct text *out, const struct asked *asked);
/* "'Voor wie' is 'Mijn kind'": what the condition waits for. */
void condition_cause(struct text *out, const struct asked *asked);

/* What one rule does to one thing. */
struct effect {
	size_t rule;         /* its number, from 1, in the order of rules */
	const char *uuid;    /* of the rule, "" for none */
	const char *key;     /* of the component or variable; "" for none */
	int step;            /* -1: it is not about a step */
	int from_step;       /* the rule begins there; -1: always */
	const char *verb;    /* "shown" */
	const json_t *value; /* what it is set to; NULL: nothing is set */
	const json_t *trigger;
	bool of_component;
};

struct effects {
	struct effect *list;
	size_t n;
};

/* Of a bundle's "form"; borrows from both. */
void effects_read(
	struct effects *effects, const struct form *form, const json_t *json);
void effects_clear(struct effects *effects);
/* "shown when 'A' is 'B'" */
void effect_words(
	struct text *out, const struct form *form, const struct effect *effect);
/* "when 'A' is 'B'", "always" */
void trigger_words(
	struct text *out, const struct form *form, const struct effect *effect);

#endif
