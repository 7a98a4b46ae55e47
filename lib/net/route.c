/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdio.h>
#include <string.h>

#include "lib/net/exchange.h"

static bool take_param(struct route_match *match, const char *text, size_t n)
{
	if (n == 0 || n >= PARAM_SIZE || match->n_params == MAX_PARAMS)
		return false;
	memcpy(match->params[match->n_params], text, n);
	match->params[match->n_params++][n] = '\0';
	return true;
}

/* Part by part: "{name}" takes any part, other parts must be the same. */
static bool path_fits(
	const char *pattern, const char *path, struct route_match *match)
{
	match->n_params = 0;
	while (*pattern == '/' && *path == '/') {
		size_t n_pattern = strcspn(++pattern, "/");
		size_t n_path = strcspn(++path, "/");

		if (*pattern == '{') {
			if (!take_param(match, path, n_path))
				return false;
		} else if (n_pattern != n_path || memcmp(pattern, path, n_path) != 0) {
			return false;
		}
		pattern += n_pattern;
		path += n_path;
	}
	return !*pattern && !*path;
}

static bool method_fits(const struct route *route, const char *method)
{
	return strcmp(route->method, method) == 0 ||
		   (strcmp(method, "HEAD") == 0 && strcmp(route->method, "GET") == 0);
}

static void add_method(struct route_match *match, const char *method)
{
	size_t used = strlen(match->allow);

	snprintf(match->allow + used, sizeof match->allow - used, "%s%s%s",
		used ? ", " : "", method, strcmp(method, "GET") == 0 ? ", HEAD" : "");
}

struct route_match route_find(
	const struct route *routes, const char *method, const char *path)
{
	struct route_match match = { 0 };

	for (const struct route *route = routes; route->path; route++) {
		struct route_match tried = { 0 };

		if (!path_fits(route->path, path, &tried))
			continue;
		match.path_known = true;
		add_method(&match, route->method);
		if (match.route || !method_fits(route, method))
			continue;
		match.route = route;
		match.n_params = tried.n_params;
		memcpy(match.params, tried.params, sizeof match.params);
	}
	return match;
}
