/* SPDX-License-Identifier: EUPL-1.2 */
/* opendeur-central: wire, serve, stop. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "central/central.h"
#include "central/demo.h"
#include "central/routes.h"
#include "central/settings.h"
#include "central/show.h"
#include "lib/base/fail.h"
#include "lib/base/file.h"
#include "lib/base/harden.h"
#include "lib/base/log.h"
#include "lib/base/text.h"
#include "lib/base/wipe_json.h"
#include "lib/loop/loop.h"

static bool read_description(struct central *central)
{
	json_t *description = json_loads(openapi_json, 0, NULL);
	const char *version = json_string_value(
		json_object_get(json_object_get(description, "info"), "version"));

	snprintf(central->version, sizeof central->version, "%s",
		version ? version : "");
	seal_sha256(openapi_json, strlen(openapi_json), central->description_hash);
	json_decref(description);
	return central->version[0] || fail("openapi.json has no version");
}

static bool open_vault(struct central *central, const struct settings *settings)
{
	char *folder = text_format("%s/vault", settings->state);

	if (settings->demo && mkdir(settings->state, 0700) < 0 && errno != EEXIST)
		fail("cannot make %s: %m", settings->state);
	else
		central->vault = vault_open(folder, settings->demo);
	free(folder);
	if (!central->vault)
		return false;
	central->keys = vault_keys_document(central->vault);
	seal_sha256(central->keys, strlen(central->keys), central->keys_hash);
	return true;
}

static bool open_all(struct central *central, const struct settings *settings)
{
	if (!read_description(central) || !open_vault(central, settings))
		return false;
	central->storage = storage_open(settings->storage);
	if (!central->storage)
		return false;
	if (settings->demo &&
		!demo_prepare(settings->state, central->vault, central->storage))
		return false;
	central->shelf = shelf_read(settings->forms, central->storage);
	return central->shelf != NULL;
}

static void close_all(struct central *central)
{
	shelf_free(central->shelf);
	storage_free(central->storage);
	vault_free(central->vault);
	free(central->keys);
}

static bool serve(struct central *central, const struct settings *settings)
{
	struct server_options options = { .listen = settings->listen,
		.api_version = central->version,
		.routes = central_routes,
		.may = gate_may,
		.owner = central };
	struct loop *loop = loop_new();
	struct server *server = NULL;
	bool ok = loop_stop_on_signals(loop); /* before any thread is made */

	ok = ok && open_all(central, settings);
	if (ok)
		server = server_start(&options);
	if (server) {
		printf("listening on %s\n", server_url(server));
		fflush(stdout);
		ok = loop_run(loop);
		server_quiesce(server);
		central->storage->operations->finish(central->storage);
		server_free(server);
	}
	loop_free(loop);
	return ok && server;
}

static bool show(struct central *central, const struct settings *settings)
{
	const char *colon = strchr(settings->storage, ':');

	if (!open_vault(central, settings))
		return false;
	if (colon && strncmp(settings->storage, "sqlite:", 7) == 0 &&
		!file_exists(colon + 1))
		return fail("there is no %s", colon + 1);
	central->storage = storage_open(settings->storage);
	return central->storage &&
		   show_reference(central->storage, central->vault, settings->show);
}

static bool work(struct central *central, const struct settings *settings)
{
	return settings->show ? show(central, settings) : serve(central, settings);
}

int main(int argc, char **argv)
{
	struct central central = { 0 };
	struct settings settings;
	int code;

	harden();
	wipe_json_start();
	log_open("opendeur-central");
	code = settings_read(&settings, argc, argv);
	if (code == COMMAND_GO)
		code = seal_start() && work(&central, &settings) ? EXIT_SUCCESS
														 : EXIT_FAILURE;
	close_all(&central);
	settings_clear(&settings);
	return code;
}
