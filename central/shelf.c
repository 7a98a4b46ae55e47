/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/shelf.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/file.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/form_file.h"

enum { BUNDLE_MOST = 16 * 1024 * 1024 };

struct shelf {
	struct storage *storage;
	char *catalogue, catalogue_hash[SEAL_HASH_SIZE];
	struct offered *offered;
	size_t n;
};

static bool is_slug(const char *slug)
{
	size_t n = slug ? strlen(slug) : 0;

	return n > 0 && n < sizeof((struct offered *)0)->slug &&
		   strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-_") == n;
}

static struct form *load_form(const char *bytes, size_t size, const char *slug)
{
	struct form_fault fault = { 0 };
	struct form *form = form_load(bytes, size, "nl", &fault);

	if (!form)
		fail("form %s: %s", slug, fault.text ? fault.text : "malformed");
	free(fault.text);
	return form;
}

/* The bundle must be the one that the catalogue names. */
static bool read_bundle(
	const char *folder, const char *version, struct offered *offered)
{
	char *path = text_format("%s/%s.json", folder, offered->slug);

	offered->bytes = file_read(path, BUNDLE_MOST, &offered->size);
	free(path);
	if (!offered->bytes)
		return false;
	seal_sha256(offered->bytes, offered->size, offered->version);
	if (!version || strcmp(version, offered->version) != 0)
		return fail(
			"form %s: the catalogue names another version", offered->slug);
	offered->form = load_form(offered->bytes, offered->size, offered->slug);
	return offered->form != NULL;
}

static bool read_product(
	struct shelf *shelf, const char *folder, const json_t *product)
{
	const char *slug = json_string_value(json_object_get(product, "slug"));
	const char *version =
		json_string_value(json_object_get(product, "version"));
	struct offered *offered;

	if (!is_slug(slug))
		return fail("%s/catalogue.json: a product without a slug", folder);
	offered = &shelf->offered[shelf->n++];
	snprintf(offered->slug, sizeof offered->slug, "%s", slug);
	return read_bundle(folder, version, offered) &&
		   shelf->storage->operations->keep_bundle(shelf->storage,
			   offered->slug, offered->version, offered->bytes, offered->size);
}

static bool read_catalogue(struct shelf *shelf, const char *folder)
{
	char *path = text_format("%s/catalogue.json", folder);
	size_t size = 0, i;
	json_t *catalogue = NULL;
	const json_t *products, *product;
	bool ok;

	shelf->catalogue = file_read(path, BUNDLE_MOST, &size);
	if (shelf->catalogue)
		catalogue =
			json_loadb(shelf->catalogue, size, JSON_REJECT_DUPLICATES, NULL);
	products = json_object_get(catalogue, "products");
	ok = json_is_array(products);
	if (!ok && shelf->catalogue)
		fail("%s is no catalogue", path);
	if (ok) {
		seal_sha256(shelf->catalogue, size, shelf->catalogue_hash);
		shelf->offered =
			mem_new(json_array_size(products) + 1, sizeof *shelf->offered);
	}
	json_array_foreach(products, i, product)
	{
		ok = ok && read_product(shelf, folder, product);
	}
	json_decref(catalogue);
	free(path);
	return ok;
}

struct shelf *shelf_read(const char *folder, struct storage *storage)
{
	struct shelf *shelf = mem_new(1, sizeof *shelf);

	shelf->storage = storage;
	if (read_catalogue(shelf, folder))
		return shelf;
	shelf_free(shelf);
	return NULL;
}

void shelf_free(struct shelf *shelf)
{
	if (!shelf)
		return;
	for (size_t i = 0; i < shelf->n; i++) {
		free(shelf->offered[i].bytes);
		form_free(shelf->offered[i].form);
	}
	free(shelf->offered);
	free(shelf->catalogue);
	free(shelf);
}

const char *shelf_catalogue(const struct shelf *shelf, const char **hash)
{
	*hash = shelf->catalogue_hash;
	return shelf->catalogue;
}

size_t shelf_count(const struct shelf *shelf)
{
	return shelf->n;
}

const struct offered *shelf_at(const struct shelf *shelf, size_t n)
{
	return &shelf->offered[n];
}

const struct offered *shelf_find(const struct shelf *shelf, const char *slug)
{
	for (size_t i = 0; i < shelf->n; i++) {
		if (strcmp(shelf->offered[i].slug, slug) == 0)
			return &shelf->offered[i];
	}
	return NULL;
}

struct form *shelf_borrow_form(
	const struct shelf *shelf, const char *slug, const char *version)
{
	const struct offered *offered = shelf_find(shelf, slug);
	struct form *form;
	char *bytes;
	size_t size = 0;

	if (offered && strcmp(offered->version, version) == 0)
		return offered->form;
	bytes = shelf->storage->operations->bundle(
		shelf->storage, slug, version, &size);
	form = bytes ? load_form(bytes, size, slug) : NULL;
	free(bytes);
	return form;
}

void shelf_return_form(const struct shelf *shelf, struct form *form)
{
	for (size_t i = 0; i < shelf->n; i++) {
		if (shelf->offered[i].form == form)
			return;
	}
	form_free(form);
}
