/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_VISITOR_H
#define TESTS_VISITOR_H
/*
 * Somebody at the kiosk, for tests of journey and scenes: a journey with the
 * real forms, whose effects are answered at once, and the screen it makes.
 */
#include "kiosk/journey.h"
#include "kiosk/scenes.h"

struct visitor {
	struct journey journey;
	struct surroundings around;
	struct catalogue catalogue;
	struct screen screen; /* as it is now */
	char focus[ID_SIZE];
	json_t *bundles;      /* by slug */
	enum outcome outcome; /* of sending; NONE: no answer comes */
	bool no_forms;        /* forms do not come */
	unsigned effects;     /* of the last intent, all that followed too */
	int sends, rates, calls;
	bool ended, left;
};

/* Stands before the attract screen. Forms in data/forms and in tests. */
void visitor_begin(struct visitor *visitor, const char *language);
void visitor_end(struct visitor *visitor);
/* The same as set-up and tear-down of a test: at the attract screen or at the
 * list of services, in Dutch; the visitor is the test's state. */
int visitor_arrives(void **state);
int visitor_arrives_home(void **state);
int visitor_leaves(void **state);
/* One more form, as JSON text of its components. */
void visitor_add_form(
	struct visitor *visitor, const char *slug, const char *components);

/* The same of all of the form but its name, with ' for ":
 * "'steps':[..],'logic':[..]". */
void visitor_add_whole(
	struct visitor *visitor, const char *slug, const char *quoted);

/* One more form, of tests/forms. */
void visitor_add_test_form(struct visitor *visitor, const char *slug);

unsigned visitor_do(struct visitor *visitor, enum intent_kind kind, int number);
unsigned visitor_type(struct visitor *visitor, const char *text);
/* Taps "SCENE/key"; fails the test when it is not there. */
unsigned visitor_tap(struct visitor *visitor, const char *key);
/* Goes to it with the arrows, then Enter. */
unsigned visitor_enter(struct visitor *visitor, const char *key);
void visitor_look(struct visitor *visitor); /* builds the screen anew */

/* To the list of services; to the first question of a form. */
void visitor_to_home(struct visitor *visitor, const char *language);
void visitor_to_form(struct visitor *visitor, const char *slug);
/* To the form "vak": "naam" of at most 6 characters, then "bsn". */
void visitor_to_typed_question(struct visitor *visitor);
void visitor_answer(struct visitor *visitor); /* one question, well */
/* Answers each question until the form is there for checking. */
void visitor_fill(struct visitor *visitor);
void visitor_to_send(struct visitor *visitor);

const struct item *visitor_item(struct visitor *visitor, const char *key);
bool visitor_is_at(const struct visitor *visitor, const char *scene);
/* Some text of the screen holds it. */
bool visitor_reads(const struct visitor *visitor, const char *text);

#endif
