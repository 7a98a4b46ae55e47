/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CENTRAL_SHELF_H
#define CENTRAL_SHELF_H
/*
 * The forms that the city has on offer: bundles and a catalogue as
 * `opendeur-forms publish` made them, read once at start. Every version that
 * was ever offered stays in storage, as submissions made with it may still
 * come in.
 */
#include <stdbool.h>
#include <stddef.h>

#include "central/storage/storage.h"
#include "lib/forms/form.h"

struct shelf;

struct offered {
	char slug[64], version[SEAL_HASH_SIZE];
	char *bytes;
	size_t size;
	struct form *form; /* in Dutch, to check answers with */
};

/* NULL (logged) when a bundle is missing or wrong. */
struct shelf *shelf_read(const char *folder, struct storage *storage);
void shelf_free(struct shelf *shelf);

/* catalogue.json as it is, and its hash. */
const char *shelf_catalogue(const struct shelf *shelf, const char **hash);
size_t shelf_count(const struct shelf *shelf);
const struct offered *shelf_at(const struct shelf *shelf, size_t n);
/* NULL when it is not on offer now. */
const struct offered *shelf_find(const struct shelf *shelf, const char *slug);

/* A form of any version that was ever offered, or NULL. The caller gives it
 * back, as older ones are read from storage. */
struct form *shelf_borrow_form(
	const struct shelf *shelf, const char *slug, const char *version);
void shelf_return_form(const struct shelf *shelf, struct form *form);

#endif
