/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/central_stage.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <curl/curl.h>

#include "lib/base/file.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "tests/folder.h"

static const char bundle[] =
	"{\"form\":{\"name\":\"Proef\",\"slug\":\"proef\",\"steps\":[{\"slug\":"
	"\"een\",\"name\":\"Een\",\"index\":0,\"configuration\":{\"display\":"
	"\"form\",\"components\":[{\"type\":\"textfield\",\"key\":\"naam\","
	"\"label\":\"%s\",\"validate\":{\"required\":true,\"maxLength\":20}},"
	"{\"type\":\"bsn\",\"key\":\"bsn\",\"label\":\"BSN\",\"validate\":{"
	"\"required\":false}}]}}],\"submissionStatementsConfiguration\":[{\"key\":"
	"\"privacyPolicyAccepted\",\"label\":\"Akkoord\",\"type\":\"checkbox\","
	"\"validate\":{\"required\":true}}]},\"service\":{\"v\":1,\"slug\":"
	"\"proef\",\"order\":1,\"category\":\"c\",\"summary\":\"s\",\"here\":"
	"\"h\",\"delivery\":\"d\",\"price\":{\"cents\":0,\"text\":\"t\"},"
	"\"bring\":\"b\",\"who\":\"w\",\"elsewhere\":\"e\",\"next\":\"n\","
	"\"contact\":\"c\",\"search\":\"s\",\"pictogram\":\"\",\"workingDays\":1},"
	"\"slug\":\"proef\",\"translations\":{},\"v\":1}";

static char *in(const char *folder, const char *name)
{
	return text_format("%s/%s", folder, name);
}

void stage_open(struct stage *stage)
{
	*stage = (struct stage){ 0 };
	snprintf(stage->folder, sizeof stage->folder, "/tmp/central-XXXXXX");
	assert_non_null(mkdtemp(stage->folder));
	stage->state = in(stage->folder, "state");
	stage->forms = in(stage->folder, "forms");
	stage->log = in(stage->folder, "log");
	assert_int_equal(mkdir(stage->forms, 0700), 0);
	stage_publish(stage, "Naam");
	stage_start(stage);
}

static void forget_keys(struct stage *stage)
{
	city_keys_free(stage->keys);
	signing_key_free(stage->key);
	stage->keys = NULL;
	stage->key = NULL;
}

void stage_close(struct stage *stage)
{
	if (stage->pid)
		stage_stop(stage, SIGKILL);
	forget_keys(stage);
	folder_remove(stage->folder);
	free(stage->state);
	free(stage->forms);
	free(stage->log);
}

static void put_file(const char *folder, const char *name, const char *text)
{
	char *path = in(folder, name);

	assert_true(file_write(path, text, strlen(text)));
	free(path);
}

void stage_publish(struct stage *stage, const char *label)
{
	struct text text = { 0 };
	const char *mark = strstr(bundle, "%s");
	char *catalogue;

	text_add_n(&text, bundle, (size_t)(mark - bundle));
	text_add(&text, label);
	text_add(&text, mark + 2);
	seal_sha256(text.bytes, text.size, stage->version);
	put_file(stage->forms, "proef.json", text.bytes);
	catalogue = text_format("{\"products\":[{\"name\":{\"nl\":\"Proef\"},"
							"\"slug\":\"proef\",\"version\":\"%s\"}],\"v\":1}",
		stage->version);
	put_file(stage->forms, "catalogue.json", catalogue);
	free(catalogue);
	text_clear(&text);
}

static char *program(void)
{
	const char *build = getenv("builddir");

	return text_format("%s/opendeur-central", build ? build : ".");
}

/* As a full disk: a write beyond the limit fails. */
static void limit_files(long most)
{
	struct rlimit limit = { (rlim_t)most, (rlim_t)most };

	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &limit);
}

/* Its standard output in `out`, its standard error at the end of the log. */
static pid_t spawn(
	const struct stage *stage, const char *const *words, int *out)
{
	int ends[2];
	pid_t pid;
	char *path = program(), *arguments[16] = { NULL };

	for (int i = 0; i < 15 && words[i]; i++)
		arguments[i] = mem_text(words[i]);
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	pid = fork();
	if (pid == 0) {
		int log = open(stage->log, O_WRONLY | O_CREAT | O_APPEND, 0600);

		if (stage->disk_most)
			limit_files(stage->disk_most);
		dup2(ends[1], 1);
		dup2(log, 2);
		execv(path, arguments);
		_exit(127);
	}
	close(ends[1]);
	*out = ends[0];
	for (int i = 0; arguments[i]; i++)
		free(arguments[i]);
	free(path);
	return pid;
}

static char *read_pipe(int fd, bool one_line)
{
	struct text text = { 0 };
	char c;

	while (read(fd, &c, 1) == 1 && !(one_line && c == '\n'))
		text_add_n(&text, &c, 1);
	close(fd);
	return text_take(&text);
}

static void meet_city(struct stage *stage)
{
	struct reply reply = ask(stage, "GET", "/v1/sleutels", NULL, NULL);
	char *path = in(stage->state, "root.pub"), *root;
	size_t size;

	forget_keys(stage);
	root = file_read(path, 1000, &size);
	free(path);
	stage->keys = city_keys_read(reply.body, root);
	free(root);
	path = in(stage->state, "kiosk.key");
	stage->key = signing_key_read(path);
	free(path);
	reply_clear(&reply);
	assert_non_null(stage->keys);
	assert_non_null(stage->key);
}

void stage_start(struct stage *stage)
{
	const char *words[] = { "opendeur-central", "--demo", "--listen",
		"127.0.0.1:0", "--state", stage->state, "--forms", stage->forms, NULL };
	static const char said[] = "listening on ";
	char *line;
	int out;

	stage->pid = spawn(stage, words, &out);
	line = read_pipe(out, true);
	snprintf(stage->first_line, sizeof stage->first_line, "%s", line);
	free(line);
	assert_true(text_starts(stage->first_line, said));
	snprintf(stage->url, sizeof stage->url, "%s",
		stage->first_line + sizeof said - 1);
	meet_city(stage);
}

int stage_stop(struct stage *stage, int signal)
{
	int status = 0;

	kill(stage->pid, signal);
	waitpid(stage->pid, &status, 0);
	stage->pid = 0;
	return status;
}

int stage_run(struct stage *stage, const char *const *words, char **printed)
{
	int out, status = 0;
	pid_t pid = spawn(stage, words, &out);
	char *text = read_pipe(out, false);

	waitpid(pid, &status, 0);
	if (printed)
		*printed = text;
	else
		free(text);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static size_t collect(char *bytes, size_t size, size_t n, void *owner)
{
	text_add_n(owner, bytes, size * n);
	return size * n;
}

struct reply ask(const struct stage *stage, const char *method,
	const char *path, const char *header, const char *body)
{
	struct text text = { 0 }, head = { 0 };
	struct reply reply = { 0 };
	char *url = text_format("%s%s", stage->url, path);
	struct curl_slist *list = curl_slist_append(NULL, "Expect:");
	CURL *curl = curl_easy_init();

	list = curl_slist_append(list, "Content-Type: application/json");
	if (header)
		list = curl_slist_append(list, header);
	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, 20L);
	curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, collect);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, &text);
	curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, collect);
	curl_easy_setopt(curl, CURLOPT_HEADERDATA, &head);
	if (body)
		curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
	if (curl_easy_perform(curl) == CURLE_OK)
		curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply.status);
	reply.body = text_take(&text);
	reply.headers = text_take(&head);
	curl_slist_free_all(list);
	curl_easy_cleanup(curl);
	free(url);
	return reply;
}

void reply_clear(struct reply *reply)
{
	free(reply->body);
	free(reply->headers);
	*reply = (struct reply){ 0 };
}

char *letter_text(const struct stage *stage, const char *id, const char *name)
{
	json_t *letter =
		json_pack("{s:i, s:s, s:s, s:s, s:s, s:s, s:s, s:{s:s, s:s}, s:{s:b}}",
			"v", 1, "kind", "inzending", "id", id, "form", "proef", "version",
			stage->version, "language", "tr", "when", "2026-11-25T07:00:00Z",
			"answers", "naam", name, "bsn", "123456782", "statements",
			"privacyPolicyAccepted", 1);
	char *text = json_dumps(letter, JSON_COMPACT);

	json_decref(letter);
	return text;
}

char *sealed(
	const struct stage *stage, const struct letter *letter, const char *kiosk)
{
	char *json = envelope_seal(stage->keys, letter);
	struct envelope envelope;

	assert_non_null(json);
	if (!kiosk)
		return json;
	assert_true(envelope_read(json, &envelope));
	free(json);
	envelope_sign(&envelope, stage->key, kiosk);
	json = envelope_write(&envelope);
	envelope_clear(&envelope);
	return json;
}

char *sealed_answer(
	const struct stage *stage, char id[SEAL_ID_SIZE], const char *name)
{
	struct letter letter = { id, "proef", stage->version, NULL };
	char *inside, *json;

	seal_new_id(id);
	inside = letter_text(stage, id, name);
	letter.inside = inside;
	json = sealed(stage, &letter, "demo");
	free(inside);
	return json;
}

struct reply post(const struct stage *stage, const char *path, const char *id,
	const char *body)
{
	char *header = text_format("Idempotency-Key: \"%s\"", id);
	struct reply reply = ask(stage, "POST", path, header, body);

	free(header);
	return reply;
}

long stage_status(const struct stage *stage, const char *method,
	const char *path, const char *header)
{
	struct reply reply = ask(stage, method, path, header, NULL);
	long status = reply.status;

	reply_clear(&reply);
	return status;
}

long stage_post_status(const struct stage *stage, const char *path,
	const char *id, const char *body)
{
	struct reply reply = post(stage, path, id, body);
	long status = reply.status;

	reply_clear(&reply);
	return status;
}

json_t *stage_shown(struct stage *stage, const char *id)
{
	char reference[SEAL_REFERENCE_SIZE], *printed;
	const char *words[] = { "opendeur-central", "show", reference, "--state",
		stage->state, NULL };
	json_t *object;

	assert_true(seal_reference(id, reference));
	assert_int_equal(stage_run(stage, words, &printed), 0);
	object = json_loads(printed, 0, NULL);
	assert_non_null(object);
	free(printed);
	return object;
}

const char *text_in(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text ? text : "";
}
