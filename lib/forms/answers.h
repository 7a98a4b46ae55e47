/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_ANSWERS_H
#define FORMS_ANSWERS_H
/*
 * What a resident answered so far, by component key, as typed JSON values
 * (reference: Open Forms section 2.2), and which questions that makes visible.
 * An answer survives its question being hidden, so that it is back when the
 * question re-appears; answers_data() is what leaves.
 */
#include "lib/forms/form.h"

struct answers;

struct answers *answers_new(void);
struct answers *answers_copy(const struct answers *answers);
void answers_free(struct answers *answers); /* wipes before it frees */

/* Borrowed; NULL when nothing was answered. */
const json_t *answers_get(const struct answers *answers, const char *key);
void answers_put(struct answers *answers, const char *key, json_t *taken);
void answers_forget(struct answers *answers, const char *key);
bool answers_any(const struct answers *answers);
/* A key that no question of the form has, or NULL. */
const char *answers_unknown(
	const struct answers *answers, const struct form *form);

/* The day on which they are given, for rules about today; that of the clock
 * when it is not told. */
void answers_dated(struct answers *answers, struct date day);
struct date answers_day(const struct answers *answers);

/* What was answered to one question, else its default; borrowed from answers or
 * form; NULL for none. What rules made of it: evaluation_value(). */
const json_t *answers_value(
	const struct answers *answers, const struct component *component);
/*
 * Rows of an editgrid or of a question that takes several answers: what was
 * answered in one, to be asked with component->repeat->form. The caller frees.
 * An index beyond the last gives an empty row, and adds one.
 */
size_t answers_n_rows(
	const struct answers *answers, const struct component *component);
struct answers *answers_row(const struct answers *answers,
	const struct component *component, size_t index);
void answers_put_row(struct answers *answers, const struct component *component,
	size_t index, const struct answers *row);
void answers_remove_row(
	struct answers *answers, const struct component *component, size_t index);

/* null, "", [], a selectboxes with nothing marked. A checkbox false too. */
bool answer_is_empty(const struct component *component, const json_t *value);

/*
 * The data object as Open Forms takes it: dotted keys nest, hidden questions
 * are left out (kept when clearOnHide is false), selectboxes name every option
 * and no other, an empty number is null, an empty text "". New reference. Write
 * it with JSON_REAL_PRECISION(15), or 18.3 becomes 18.300000000000001.
 */
json_t *answers_data(const struct answers *answers, const struct form *form);
/* The reverse, for central and the counter. */
struct answers *answers_from_data(const struct form *form, const json_t *data);

#endif
