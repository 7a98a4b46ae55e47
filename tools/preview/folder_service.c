/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/preview/folder_service.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "tools/form_source.h"

enum {
	SETTLE_MS = 60,  /* editors write more than one file, and in pieces */
	RETRY_MS = 1000, /* a folder that was put aside comes back */
};

struct folder {
	struct provider provider; /* first */
	struct loop *loop;
	const struct service_events *events;
	void *owner;
	struct tried *tried;
	char *path; /* of the folder */
	int fd, watch;
};

static struct folder *folder_of(struct provider *provider)
{
	return (struct folder *)provider;
}

/* Whatever the folder or the form is called meanwhile, it is the one that is
 * being tried. */
static json_t *read_bundle(const struct tried *tried, struct form_fault *fault)
{
	struct text notes = { 0 };
	json_t *bundle = form_source(tried->path, &notes, fault);

	if (bundle && tried->slug)
		json_object_set_new(bundle, "slug", json_string(tried->slug));
	text_clear(&notes);
	return bundle;
}

bool tried_read(struct tried *tried, const char *path)
{
	struct form_fault fault = { 0 };

	*tried = (struct tried){ .path = path };
	tried->bundle = read_bundle(tried, &fault);
	if (tried->bundle)
		tried->slug =
			mem_text(json_string_value(json_object_get(tried->bundle, "slug")));
	else
		fprintf(stderr, "%s\n", fault.text);
	free(fault.text);
	return tried->bundle != NULL;
}

void tried_clear(struct tried *tried)
{
	json_decref(tried->bundle);
	free(tried->slug);
}

static void tell_catalogue(void *owner)
{
	struct folder *folder = owner;
	struct form_fault fault = { 0 };
	json_t *entry = catalogue_entry(folder->tried->bundle, &fault);
	json_t *products = json_array();

	if (entry)
		json_array_append_new(products, entry);
	folder->events->catalogue(folder->owner, products);
	json_decref(products);
	free(fault.text);
}

static void start(struct provider *provider)
{
	loop_after(folder_of(provider)->loop, 0, tell_catalogue, provider);
}

static void want_form(struct provider *provider, const char *slug)
{
	struct folder *folder = folder_of(provider);
	bool ours = strcmp(slug, folder->tried->slug) == 0;

	folder->events->form(
		folder->owner, slug, ours ? folder->tried->bundle : NULL);
}

static void reload(void *owner)
{
	struct folder *folder = owner;
	struct form_fault fault = { 0 };
	json_t *bundle = read_bundle(folder->tried, &fault);

	folder->events->mistake(folder->owner, bundle ? "" : fault.text);
	if (bundle && !json_equal(bundle, folder->tried->bundle)) {
		json_decref(folder->tried->bundle);
		folder->tried->bundle = json_incref(bundle);
		tell_catalogue(folder);
		folder->events->form(folder->owner, folder->tried->slug, bundle);
	}
	json_decref(bundle);
	free(fault.text);
}

/* A folder that was moved or removed is looked for until it is there. */
static void look(void *owner)
{
	static const uint32_t changes =
		IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_MOVE_SELF;
	struct folder *folder = owner;

	folder->watch = inotify_add_watch(folder->fd, folder->path, changes);
	loop_after(folder->loop, folder->watch < 0 ? RETRY_MS : 0,
		folder->watch < 0 ? look : reload, folder);
}

static bool ends_in(const char *name, const char *with)
{
	size_t n = strlen(name), m = strlen(with);

	return n >= m && strcmp(name + n - m, with) == 0;
}

/* What editors keep beside a file is nothing to us. */
static void take(struct folder *folder, const struct inotify_event *event)
{
	if (event->mask & IN_MOVE_SELF) {
		inotify_rm_watch(folder->fd, folder->watch);
	} else if (event->mask & IN_IGNORED) {
		folder->watch = -1;
		loop_after(folder->loop, SETTLE_MS, look, folder);
	} else if (event->len &&
			   (ends_in(event->name, ".json") || ends_in(event->name, ".po"))) {
		loop_after(folder->loop, SETTLE_MS, reload, folder);
	}
}

static void changed(void *owner, int fd, short events)
{
	struct folder *folder = owner;
	_Alignas(struct inotify_event) char bytes[4096];
	ssize_t n;

	(void)events;
	while ((n = read(fd, bytes, sizeof bytes)) > 0) {
		for (ssize_t at = 0; at < n;) {
			const struct inotify_event *event = (const void *)(bytes + at);

			take(folder, event);
			at += (ssize_t)(sizeof *event + event->len);
		}
	}
}

/* Never comes, as a journey on trial sends nothing; but never is it lost in
 * silence. */
static void send_letter(struct provider *provider, const struct letter *letter)
{
	const struct folder *folder = folder_of(provider);

	folder->events->sent(folder->owner, letter->id, SENT_NOT_KEPT);
}

static void rate(struct provider *provider, const struct letter *letter)
{
	(void)provider;
	(void)letter;
}

static void tell_ending(struct provider *provider, const char *ending)
{
	(void)provider;
	(void)ending;
}

static void call_help(struct provider *provider, const json_t *call)
{
	const struct folder *folder = folder_of(provider);

	(void)call;
	folder->events->helped(folder->owner, false);
}

static void want_waiting(struct provider *provider)
{
	const struct folder *folder = folder_of(provider);

	folder->events->waiting(folder->owner, NULL);
}

static void folder_free(struct provider *provider)
{
	struct folder *folder = folder_of(provider);

	loop_after(folder->loop, -1, tell_catalogue, folder);
	loop_after(folder->loop, -1, reload, folder);
	loop_after(folder->loop, -1, look, folder);
	loop_watch(folder->loop, folder->fd, 0, NULL, NULL);
	close(folder->fd);
	free(folder->path);
	free(folder);
}

static const struct service_kind kind = {
	.start = start,
	.want_form = want_form,
	.send = send_letter,
	.rate = rate,
	.tell_ending = tell_ending,
	.call_help = call_help,
	.want_waiting = want_waiting,
	.free = folder_free,
};

struct provider *folder_open(void *opener, struct loop *loop,
	const struct service_events *events, void *owner)
{
	struct tried *tried = opener;
	int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	struct folder *folder;

	if (fd < 0) {
		fail("cannot watch for changes: %s", strerror(errno));
		return NULL;
	}
	folder = mem_new(1, sizeof *folder);
	folder->provider.kind = &kind;
	folder->loop = loop;
	folder->events = events;
	folder->owner = owner;
	folder->tried = tried;
	folder->path = form_source_folder(tried->path);
	folder->fd = fd;
	loop_watch(loop, fd, POLLIN, changed, folder);
	look(folder);
	return &folder->provider;
}
