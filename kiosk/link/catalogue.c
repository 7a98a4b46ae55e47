/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/link/catalogue.h"

#include <stdbool.h>
#include <string.h>

#include "lib/base/text.h"

const char *product_slug(const json_t *product)
{
	return json_string_value(json_object_get(product, "slug"));
}

const char *product_version(const json_t *product)
{
	return json_string_value(json_object_get(product, "version"));
}

static bool is_slug(const char *slug)
{
	return slug && *slug && strlen(slug) < 64 &&
		   slug[strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static bool is_version(const char *version)
{
	return version && strlen(version) == 64 &&
		   strspn(version, "0123456789abcdef") == 64;
}

json_t *catalogue_read(const char *bytes, size_t size)
{
	json_t *catalogue = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, NULL);
	const json_t *products = json_object_get(catalogue, "products"), *product;
	bool ok = json_is_array(products) &&
			  json_integer_value(json_object_get(catalogue, "v")) == 1;
	size_t i;

	json_array_foreach(products, i, product)
	{
		ok = ok && is_slug(product_slug(product)) &&
			 is_version(product_version(product));
	}
	if (ok)
		return catalogue;
	json_decref(catalogue);
	return NULL;
}

const char *catalogue_version(const json_t *catalogue, const char *slug)
{
	const json_t *products = json_object_get(catalogue, "products"), *product;
	size_t i;

	json_array_foreach(products, i, product)
	{
		if (text_same(product_slug(product), slug))
			return product_version(product);
	}
	return NULL;
}
