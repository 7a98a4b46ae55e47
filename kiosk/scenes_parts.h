/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_SCENES_PARTS_H
#define KIOSK_SCENES_PARTS_H
/* What the files of the scenes share; for nobody else. */
#include "kiosk/scenes.h"

struct scene {
	const struct journey *journey;
	const struct surroundings *around;
	struct screen *screen;
};

typedef void scene_made(struct scene *scene);

/* An item with id SCENE/key. */
struct item *scene_add(struct scene *scene, enum item_role role,
	const char *key, const char *label);
/* A text of a form, in its own language; NULL when it is empty. */
struct item *scene_phrase(struct scene *scene, enum item_role role,
	const char *key, const struct phrase *phrase);
/* The same of a sentence that stands in memory of its own; frees it. */
struct item *scene_add_free(
	struct scene *scene, enum item_role role, const char *key, char *label);

/* The top of every scene: title, and the notices of the moment. */
void scene_title(struct scene *scene, const char *title);
void scene_title_phrase(struct scene *scene, const struct phrase *title);
void scene_notices(struct scene *scene);
/* What can be done here, as items; all of them, or one. */
void scene_ways(struct scene *scene);
struct item *scene_way(struct scene *scene, const struct way *way);
struct item *scene_way_called(
	struct scene *scene, const struct way *way, const char *label);
struct item *scene_way_as(struct scene *scene, const struct way *way,
	enum item_role role, const char *label);
int scene_numbered(const struct scene *scene); /* how many have a digit */
/* What a way is called here: the form's own words, or ours. Borrowed. */
void way_words(const struct scene *scene, const char *key, struct phrase *out);
/* An answer of the draft at hand, to be changed. */
void scene_change(struct scene *scene, const struct way *way);
/* Where people are: the desk, until when, the phone. */
void scene_desk(struct scene *scene);
const char *way_label(enum place_kind place, const char *key); /* or NULL */

/* The words of a question: its label, the usual ones of a part of an address,
 * or else its key. Borrowed. */
void component_label(const struct component *component, struct phrase *out);
/* Of a question: "Question 3 of 9", and what is wrong with its answer. */
void scene_place(struct scene *scene, const struct component *component);
void scene_error(struct scene *scene, const struct component *component);
/* In a row: which one. */
void scene_row_heading(struct scene *scene);
const struct form *scene_form(const struct scene *scene); /* or NULL */
/* "Taal · Language · Dil · اللغة": recognisable in every language. */
char *scene_language_words(void);
char *scene_in_all(const char *text); /* a text in all languages, parted so */

const char *colours_name(enum colours colours);
char *notice_text(const struct scene *scene);
/* What is wrong and what to do: the form's own words, or ours. */
void problem_phrase(const struct problem *problem, struct phrase *out);

/* Formats in the language in use; the caller frees. */
char *format_date(struct date date);
char *format_money(long cents);
char *format_number(double number);
char *format_mask(const char *text); /* dots */

/* An answer as it is read, and as it is spoken. */
struct answer_text {
	char *shown, *raw;
	enum value_kind kind;
};
struct answer_text answer_text(
	const struct draft *draft, const struct component *component);
struct answer_text answer_typed(
	const struct component *component, const char *typed);
/* All rows in a line, each by its first answer. The caller frees. */
char *rows_text(const struct draft *draft, const struct component *component);
void answer_text_clear(struct answer_text *text); /* wipes */
/* Puts it on an item, behind dots when `masked`. */
void scene_value(struct item *item, const struct component *component,
	const struct answer_text *text, bool masked);

scene_made scene_attract, scene_no_services, scene_language, scene_greeting,
	scene_readable, scene_aloud, scene_other_language, scene_home,
	scene_category, scene_fetching, scene_not_here, scene_service,
	scene_question, scene_rows, scene_row, scene_remove, scene_check,
	scene_blocked, scene_page, scene_statements, scene_send, scene_sending,
	scene_done, scene_not_kept, scene_rating, scene_comment, scene_goodbye,
	scene_menu, scene_help, scene_how, scene_people, scene_stop, scene_idle,
	scene_pin, scene_staff, scene_staff_end, scene_too_small;

#endif
