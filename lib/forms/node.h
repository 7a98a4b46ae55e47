/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_NODE_H
#define FORMS_NODE_H
/*
 * A JSON value and the place where it stands, so that whatever is wrong with
 * it can be told as "steps[0].components[3].validate.max: ...". Inside
 * lib/forms only. The first fault stays; reading goes on with defaults, and
 * who began looks at the fault at the end. null, "" and absent are the same.
 */
#include "lib/forms/form_file.h"

struct node {
	const json_t *json;    /* NULL for null, "" and absent */
	const struct node *up; /* NULL at the top; must outlive this one */
	const char *key;       /* in an object; NULL: element `index` */
	size_t index;
	struct form_fault *fault;
};

struct node node_top(const json_t *json, struct form_fault *fault);
struct node node_get(const struct node *node, const char *key);
struct node node_at(const struct node *node, size_t index);
/* The same, with a fault when something else than an object (array) is there.
 */
struct node node_object(const struct node *node, const char *key);
struct node node_array(const struct node *node, const char *key);
size_t node_size(const struct node *node);

const char *node_text(const struct node *node, const char *key); /* "" */
bool node_flag(const struct node *node, const char *key, bool otherwise);
bool node_number(const struct node *node, const char *key, double *number);
/* A whole number from 0 to `most`; `otherwise` when absent. */
int node_count(
	const struct node *node, const char *key, int most, int otherwise);

/* Always false. */
bool node_fault(const struct node *node, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
bool node_fault_at(const struct node *node, const char *key, const char *wrong);
/* "steps[0].components[3]"; the caller frees. */
char *node_place(const struct node *node);
/* "a text", "a number" ... */
const char *json_kind(const json_t *json);

/* A fault where nesting passes 32 levels or a text 1 MB. */
bool node_within_bounds(const struct node *node);

#endif
