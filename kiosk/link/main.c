/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * opendeur-link: the kiosk's line to the city. Wires, runs, stops.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kiosk/link/delivery.h"
#include "kiosk/link/desk.h"
#include "kiosk/link/link.h"
#include "kiosk/link/netwatch.h"
#include "kiosk/link/sync.h"
#include "lib/base/fail.h"
#include "lib/base/file.h"
#include "lib/base/harden.h"
#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

enum { FAILED = 1, TIDY_MS = 3600000, UNSETTLED_MS = 60000 };

void link_set_central(struct link *link, bool central)
{
	if (link->central == central)
		return;
	link->central = central;
	log_info(central ? "the city is there" : "the city cannot be reached");
	desk_tell_state(link->desk, central);
	if (central)
		delivery_resume(link->delivery);
}

static void tidy(void *owner)
{
	struct link *link = owner;

	link->tidies_soon = false;
	outbox_tidy(link->outbox);
	loop_after(link->loop, TIDY_MS, tidy, link);
	link_check_outbox(link);
	delivery_kick(link->delivery);
}

void link_check_outbox(struct link *link)
{
	if (outbox_is_unsettled(link->outbox) && !link->tidies_soon) {
		link->tidies_soon = true;
		loop_after(link->loop, UNSETTLED_MS, tidy, link);
	}
	if (!outbox_is_broken(link->outbox) || link->failed)
		return;
	log_error("the outbox failed: the next start mends it");
	link->failed = true;
	loop_stop(link->loop);
}

char *link_url(const struct link *link, const char *path)
{
	return text_format("%s%s", link->options->central, path);
}

static void network_is_up(void *owner)
{
	struct link *link = owner;

	http_forget_connections(link->http);
	delivery_resume(link->delivery);
	sync_now(link->sync);
}

/* One line of a small file; NULL (logged) when it is not there. */
static char *read_word(const char *path)
{
	size_t size;
	char *text = file_read(path, 1024, &size);
	char *word = text ? text_trim(text) : NULL;

	free(text);
	return word;
}

static char *kiosk_name(const struct options *options)
{
	char *path, *name;

	if (!text_empty(options->kiosk))
		return mem_text(options->kiosk);
	path = text_format("%s/kiosk.name", options->state);
	name = read_word(path);
	free(path);
	return name;
}

/* What the envelope's signature takes for a name. */
static bool is_name(const char *name)
{
	size_t n = name ? strlen(name) : 0;

	if (n > 0 && n < 64 &&
		strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
					 "0123456789._-") == n)
		return true;
	return name && fail("the kiosk's name must be one word of at most 63 "
						"letters, digits, dots, hyphens");
}

/* Two senders on one outbox would fight over it. Held until the end. */
static int lock_state(const char *state)
{
	int fd;

	if (mkdir(state, 0700) < 0 && errno != EEXIST) {
		fail("cannot make %s: %m", state);
		return -1;
	}
	fd = open(state, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
		return fd;
	fail(fd >= 0 ? "another program uses %s" : "cannot open %s: %m", state);
	if (fd >= 0)
		close(fd);
	return -1;
}

static bool open_link(struct link *link, struct signer signer, const char *root)
{
	struct http_options http = {
		.agent = "opendeur-link/" PACKAGE_VERSION,
		.ca_file = text_empty(link->options->ca) ? NULL : link->options->ca,
		.own_city = true,
	};

	link->outbox = outbox_open(link->options->state, signer);
	link->cache = link->outbox ? cache_open(link->options->state) : NULL;
	link->http = link->cache ? http_new(link->loop, &http) : NULL;
	if (!link->http)
		return false;
	link->delivery = delivery_new(link);
	link->sync = sync_new(link, root);
	link->desk = desk_new(link, signer.kiosk);
	return link->desk != NULL;
}

static void close_link(struct link *link)
{
	desk_free(link->desk);
	sync_free(link->sync);
	delivery_free(link->delivery);
	http_free(link->http);
	loop_after(link->loop, -1, tidy, link);
	cache_close(link->cache);
	outbox_close(link->outbox);
	city_keys_free(link->keys);
	json_decref(link->catalogue);
	json_decref(link->keys_document);
}

static int run(
	const struct options *options, struct signer signer, const char *root)
{
	struct link link = { .options = options, .loop = loop_new() };
	struct netwatch *netwatch = NULL;
	bool ok = loop_stop_on_signals(link.loop) && open_link(&link, signer, root);

	if (ok) {
		netwatch = netwatch_new(link.loop, network_is_up, &link);
		loop_after(link.loop, TIDY_MS, tidy, &link);
		sync_now(link.sync);
		delivery_kick(link.delivery);
		link_check_outbox(&link);
		ok = loop_run(link.loop) && !link.failed;
	}
	netwatch_free(netwatch);
	close_link(&link);
	loop_free(link.loop);
	return ok ? 0 : FAILED;
}

static int start(const struct options *options)
{
	int lock = lock_state(options->state), code = FAILED;
	char *name = lock >= 0 ? kiosk_name(options) : NULL;
	char *root = name ? read_word(options->root_key) : NULL;
	struct signing_key *key =
		root && is_name(name) ? signing_key_read(options->device_key) : NULL;

	if (key)
		code = run(options, (struct signer){ key, name }, root);
	signing_key_free(key);
	free(root);
	free(name);
	if (lock >= 0)
		close(lock);
	return code;
}

int main(int argc, char **argv)
{
	struct options options;
	int code;

	harden();
	signal(SIGPIPE, SIG_IGN);
	log_open("opendeur-link");
	code = options_read(&options, argc, argv);
	if (code == COMMAND_GO)
		code = seal_start() ? start(&options) : FAILED;
	options_clear(&options);
	return code;
}
