/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/rig.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/file.h"
#include "lib/base/memory.h"
#include "tests/folder.h"

enum { ANSWER_MS = 10000 };

static void write_file(const char *folder, const char *name, const char *text)
{
	char *path = text_format("%s/%s", folder, name);

	file_write(path, text, strlen(text));
	free(path);
}

static void enrol(struct rig *rig)
{
	struct signing_key *key = signing_key_new();
	char public_key[65], *path = text_format("%s/kiosk.key", rig->state);
	char *document;

	signing_key_public(key, public_key);
	signing_key_write(key, path);
	rig->city = city_new(rig->folder, public_key);
	write_file(rig->state, "root.pub", vault_root_public(rig->city->vault));
	write_file(rig->state, "kiosk.name", "proef-1\n");
	document = vault_keys_document(rig->city->vault);
	rig->keys = city_keys_read(document, vault_root_public(rig->city->vault));
	free(document);
	free(path);
	signing_key_free(key);
}

struct rig *rig_new(void)
{
	struct rig *rig = mem_new(1, sizeof *rig);

	strcpy(rig->folder, "/tmp/opendeur-link-XXXXXX");
	if (!seal_start() || !mkdtemp(rig->folder))
		abort();
	signal(SIGPIPE, SIG_IGN);
	rig->fd = -1;
	rig->events = json_array();
	rig->state = text_format("%s/kiosk", rig->folder);
	rig->socket = text_format("%s/socket", rig->folder);
	rig->config = text_format("%s/link.conf", rig->folder);
	mkdir(rig->state, 0700);
	write_file(rig->folder, "link.conf", "sync_seconds = 1\n");
	enrol(rig);
	return rig;
}

static void drop_connection(struct rig *rig)
{
	if (rig->fd >= 0)
		close(rig->fd);
	rig->fd = -1;
	text_clear(&rig->in);
}

void rig_free(struct rig *rig)
{
	if (!rig)
		return;
	rig_kill(rig);
	city_free(rig->city);
	city_keys_free(rig->keys);
	json_decref(rig->events);
	folder_remove(rig->folder);
	free(rig->state);
	free(rig->socket);
	free(rig->config);
	free(rig);
}

static void become_link(const struct rig *rig)
{
	char *program = text_format("%s/opendeur-link", getenv("builddir"));
	char *log = text_format("%s/link.log", rig->folder);
	int fd = open(log, O_WRONLY | O_CREAT | O_APPEND, 0600);

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	signal(SIGXFSZ, SIG_IGN); /* a full disk, see rig_limit_files() */
	if (fd >= 0)
		dup2(fd, STDERR_FILENO);
	execl(program, "opendeur-link", "-c", rig->config, "--central",
		rig->city->web.url, "--listen", rig->socket, "--state", rig->state,
		(char *)NULL);
	_exit(127);
}

static bool connect_to(struct rig *rig)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };

	if (rig->fd >= 0)
		return true;
	strncpy(address.sun_path, rig->socket, sizeof address.sun_path - 1);
	rig->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (connect(rig->fd, (struct sockaddr *)&address, sizeof address) == 0)
		return true;
	drop_connection(rig);
	return false;
}

static bool is_gone(struct rig *rig, int *code)
{
	int status;

	if (rig->link <= 0 || waitpid(rig->link, &status, WNOHANG) != rig->link)
		return false;
	rig->link = 0;
	drop_connection(rig);
	*code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	return true;
}

bool rig_spawn(struct rig *rig)
{
	/* A port must be known before the city is there. */
	if (!rig->city->web.port && city_start(rig->city))
		city_stop(rig->city);
	rig->link = fork();
	if (rig->link == 0)
		become_link(rig);
	return rig->link > 0;
}

bool rig_connect(struct rig *rig)
{
	int64_t until = clock_ms() + ANSWER_MS;
	int code;

	while (clock_ms() < until && !is_gone(rig, &code)) {
		if (connect_to(rig))
			return true;
		usleep(2000);
	}
	return false;
}

bool rig_start(struct rig *rig)
{
	return rig_spawn(rig) && rig_connect(rig);
}

int rig_wait_end(struct rig *rig)
{
	int64_t until = clock_ms() + ANSWER_MS;
	int code = -1;

	while (clock_ms() < until) {
		if (is_gone(rig, &code))
			return code;
		usleep(2000);
	}
	return code;
}

int rig_stop(struct rig *rig)
{
	if (rig->link > 0)
		kill(rig->link, SIGTERM);
	return rig_wait_end(rig);
}

void rig_kill(struct rig *rig)
{
	if (rig->link > 0) {
		kill(rig->link, SIGKILL);
		waitpid(rig->link, NULL, 0);
	}
	rig->link = 0;
	drop_connection(rig);
}

void rig_limit_files(const struct rig *rig, rlim_t most)
{
	struct rlimit limit = { most, RLIM_INFINITY };

	prlimit(rig->link, RLIMIT_FSIZE, &limit, NULL);
}

bool rig_say(
	struct rig *rig, const char *method, const char *path, json_t *taken_body)
{
	json_t *line = json_pack("{s:i, s:i, s:s, s:s, s:o*}", "v", 1, "id",
		++rig->n_asked, "method", method, "path", path, "body", taken_body);
	char *text = json_dumps(line, JSON_COMPACT);
	size_t size = strlen(text);
	bool sent;

	text[size++] = '\n'; /* in place of the NUL */
	sent = connect_to(rig) &&
		   send(rig->fd, text, size, MSG_NOSIGNAL) == (ssize_t)size;
	free(text);
	json_decref(line);
	return sent;
}

/* The next line within `ms`; NULL: none, or link is away. */
static json_t *next_line(struct rig *rig, int ms)
{
	int64_t until = clock_ms() + ms;
	char bytes[65536];

	for (;;) {
		char *feed = rig->in.bytes ? strchr(rig->in.bytes, '\n') : NULL;
		struct pollfd fd = { .fd = rig->fd, .events = POLLIN };
		int64_t left = until - clock_ms();
		ssize_t n;

		if (feed) {
			size_t used = (size_t)(feed - rig->in.bytes) + 1;
			json_t *line = json_loadb(rig->in.bytes, used, 0, NULL);

			memmove(rig->in.bytes, feed + 1, rig->in.size - used + 1);
			rig->in.size -= used;
			return line;
		}
		if (rig->fd < 0 || poll(&fd, 1, left > 0 ? (int)left : 0) <= 0)
			return NULL;
		n = read(rig->fd, bytes, sizeof bytes);
		if (n <= 0) {
			drop_connection(rig);
			return NULL;
		}
		text_add_n(&rig->in, bytes, (size_t)n);
	}
}

json_t *rig_ask(
	struct rig *rig, const char *method, const char *path, json_t *taken_body)
{
	json_t *line;

	if (!rig_say(rig, method, path, taken_body))
		return NULL;
	while ((line = next_line(rig, ANSWER_MS))) {
		if (json_integer_value(json_object_get(line, "id")) == rig->n_asked)
			return line;
		json_array_append_new(rig->events, line);
	}
	return NULL;
}

int rig_status(
	struct rig *rig, const char *method, const char *path, json_t *taken_body)
{
	json_t *answer = rig_ask(rig, method, path, taken_body);
	int status = (int)json_integer_value(json_object_get(answer, "status"));

	json_decref(answer);
	return status;
}

static bool is_event(const json_t *line, const char *name)
{
	return text_same(json_string_value(json_object_get(line, "event")), name);
}

json_t *rig_event(struct rig *rig, const char *name, int ms)
{
	int64_t until = clock_ms() + ms;
	json_t *line, *body = NULL;
	size_t i;

	json_array_foreach(rig->events, i, line)
	{
		if (!is_event(line, name))
			continue;
		body = json_object_get(line, "body");
		body = body ? json_incref(body) : json_object();
		json_array_remove(rig->events, i);
		return body;
	}
	while (!body && (line = next_line(rig, (int)(until - clock_ms())))) {
		if (is_event(line, name)) {
			body = json_object_get(line, "body");
			body = body ? json_incref(body) : json_object();
		}
		json_decref(line);
	}
	return body;
}

struct sent rig_seal(const struct rig *rig, const char *form)
{
	static const char version[] =
		"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
	struct sent sent;
	struct letter letter = { sent.id, form, version, "{\"v\":1}" };
	char *json;

	seal_new_id(sent.id);
	json = envelope_seal(rig->keys, &letter);
	sent.body = json_loads(json, 0, NULL);
	free(json);
	snprintf(sent.hash, sizeof sent.hash, "%s",
		json_string_value(json_object_get(sent.body, "hash")));
	return sent;
}

int rig_post(struct rig *rig, const struct sent *sent)
{
	const char *form = json_string_value(json_object_get(sent->body, "form"));

	return rig_status(rig, "POST",
		text_same(form, "waardering") ? "/v1/waarderingen" : "/v1/inzendingen",
		json_incref(sent->body));
}

int rig_waiting(struct rig *rig)
{
	json_t *answer = rig_ask(rig, "GET", "/v1/wachtend", NULL);
	const json_t *body = json_object_get(answer, "body");
	int n =
		answer ? (int)json_array_size(json_object_get(body, "waiting")) : -1;

	json_decref(answer);
	return n;
}

int rig_files(const struct rig *rig)
{
	char *path = text_format("%s/spool", rig->state);
	DIR *folder = opendir(path);
	const struct dirent *entry;
	struct stat facts;
	int n = 0;

	while (folder && (entry = readdir(folder))) {
		if (entry->d_name[0] != '.' &&
			fstatat(dirfd(folder), entry->d_name, &facts, 0) == 0 &&
			facts.st_size > 0)
			n++;
	}
	if (folder)
		closedir(folder);
	free(path);
	return n;
}

bool rig_until(struct rig *rig, bool (*claim)(struct rig *rig), int ms)
{
	int64_t until = clock_ms() + ms;

	while (!claim(rig)) {
		if (clock_ms() > until)
			return false;
		usleep(5000);
	}
	return true;
}
