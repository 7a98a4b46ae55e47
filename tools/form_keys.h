/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_FORM_KEYS_H
#define TOOLS_FORM_KEYS_H
/*
 * The settings there are in a form, by where they stand: what an import keeps
 * (in this order), and what a check knows.
 */
#include <stdbool.h>

enum key_level {
	KEYS_FORM,     /* what we keep of one */
	KEYS_FORM_API, /* what else the API of Open Forms tells of one */
	KEYS_STEP,
	KEYS_CONFIGURATION,
	KEYS_COMPONENT, /* what all of them have */
	KEYS_VALIDATE,
	KEYS_OPEN_FORMS,
	KEYS_CONDITIONAL,
	KEYS_OPTION,
	KEYS_DATE_LIMIT,
	KEYS_COLUMN,
	KEYS_RULE,
	KEYS_ACTION,
	KEYS_ACTION_INNER,
	KEYS_VARIABLE,
	KEYS_SERVICE,
	KEYS_PRICE,
	N_KEY_LEVELS,
};

/* Ends with NULL. */
const char *const *keys_of(enum key_level level);
/* What only components of this type have; NULL when there is no such type. */
const char *const *keys_of_type(const char *type);
/* Ends with NULL. */
const char *const *keys_types(void);

bool key_is_among(const char *const *keys, const char *key);
/* Of the old builder, with a value of its own that means nothing here. */
bool key_is_of_builder(const char *key);

/* The one of `keys` that was most likely meant, or NULL. */
const char *key_nearest(const char *const *keys, const char *key);

#endif
