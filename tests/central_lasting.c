/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/central_stage.h"

#include <dirent.h>
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <curl/curl.h>

#include "lib/base/file.h"
#include "lib/base/log.h"
#include "lib/base/text.h"

static struct stage stage;
static const char inzendingen[] = "/v1/inzendingen";

static int open_stage(void **state)
{
	(void)state;
	curl_global_init(CURL_GLOBAL_ALL);
	log_to_file("/dev/null");
	if (!seal_start())
		return -1;
	stage_open(&stage);
	return 0;
}

static int close_stage(void **state)
{
	(void)state;
	stage_close(&stage);
	curl_global_cleanup();
	return 0;
}

static void a_call_for_help_is_taken(void **state)
{
	struct reply reply = ask(&stage, "POST", "/v1/hulpvragen", NULL,
		"{\"kiosk\":\"demo\",\"place\":\"Bibliotheek\",\"language\":\"tr\","
		"\"kind\":\"hulp\",\"when\":\"2026-11-25T07:00:00Z\"}");

	(void)state;
	assert_int_equal(reply.status, 201);
	reply_clear(&reply);
}

static void a_call_for_help_from_nowhere_is_not(void **state)
{
	static const char *const wrong[] = { "", "{}", "[]", "{\"kiosk\":1}",
		"{\"place\":\"\"}" };

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct reply reply =
			ask(&stage, "POST", "/v1/hulpvragen", NULL, wrong[i]);

		assert_int_equal(reply.status, 400);
		reply_clear(&reply);
	}
}

enum { N_AT_ONCE = 64 };

struct sender {
	pthread_t thread;
	char id[SEAL_ID_SIZE];
	char *body;
	struct reply reply;
};

static void *send_one(void *owner)
{
	struct sender *sender = owner;

	sender->reply = post(&stage, inzendingen, sender->id, sender->body);
	return NULL;
}

static void begin_all(struct sender *senders)
{
	for (int i = 0; i < N_AT_ONCE; i++)
		assert_int_equal(
			pthread_create(&senders[i].thread, NULL, send_one, &senders[i]), 0);
}

static void end_all(struct sender *senders)
{
	for (int i = 0; i < N_AT_ONCE; i++)
		pthread_join(senders[i].thread, NULL);
}

static void send_all(struct sender *senders)
{
	begin_all(senders);
	end_all(senders);
}

static void many_at_once_are_all_received(void **state)
{
	static struct sender senders[N_AT_ONCE];

	(void)state;
	for (int i = 0; i < N_AT_ONCE; i++)
		senders[i].body = sealed_answer(&stage, senders[i].id, "Ayşe");
	send_all(senders);
	for (int i = 0; i < N_AT_ONCE; i++) {
		struct receipt receipt;

		assert_int_equal(senders[i].reply.status, 201);
		assert_true(receipt_read(stage.keys, senders[i].reply.body, &receipt));
		assert_string_equal(receipt.id, senders[i].id);
		reply_clear(&senders[i].reply);
		free(senders[i].body);
	}
}

static void one_sent_many_times_at_once_counts_once(void **state)
{
	static struct sender senders[N_AT_ONCE];
	int n_new = 0;

	(void)state;
	senders[0].body = sealed_answer(&stage, senders[0].id, "Ayşe");
	for (int i = 1; i < N_AT_ONCE; i++) {
		memcpy(senders[i].id, senders[0].id, sizeof senders[i].id);
		senders[i].body = senders[0].body;
	}
	send_all(senders);
	for (int i = 0; i < N_AT_ONCE; i++) {
		n_new += senders[i].reply.status == 201;
		assert_string_equal(senders[i].reply.body, senders[0].reply.body);
	}
	assert_int_equal(n_new, 1);
	for (int i = 0; i < N_AT_ONCE; i++)
		reply_clear(&senders[i].reply);
	free(senders[0].body);
}

static void what_was_received_survives_a_kill(void **state)
{
	char id[SEAL_ID_SIZE], *body = sealed_answer(&stage, id, "Ayşe");
	struct reply first = post(&stage, inzendingen, id, body), again;

	(void)state;
	stage_stop(&stage, SIGKILL);
	stage_start(&stage);
	again = post(&stage, inzendingen, id, body);
	assert_int_equal(again.status, 200);
	assert_string_equal(again.body, first.body);
	reply_clear(&first);
	reply_clear(&again);
	free(body);
}

/* Sends it again: what had a receipt has the same one now. */
static void still_has(struct sender *sender)
{
	struct reply again = post(&stage, inzendingen, sender->id, sender->body);

	if (sender->reply.status == 201) {
		assert_int_equal(again.status, 200);
		assert_string_equal(again.body, sender->reply.body);
	} else {
		assert_true(again.status == 200 || again.status == 201);
	}
	reply_clear(&again);
	reply_clear(&sender->reply);
	free(sender->body);
}

static void a_kill_amid_many_loses_no_receipt(void **state)
{
	static struct sender senders[N_AT_ONCE];

	(void)state;
	for (int round = 0; round < 4; round++) {
		for (int i = 0; i < N_AT_ONCE; i++)
			senders[i].body = sealed_answer(&stage, senders[i].id, "Ayşe");
		begin_all(senders);
		usleep((useconds_t)(5000 * round));
		stage_stop(&stage, SIGKILL);
		end_all(senders);
		stage_start(&stage);
		for (int i = 0; i < N_AT_ONCE; i++)
			still_has(&senders[i]);
	}
}

static void a_full_disk_gives_no_receipt(void **state)
{
	struct sender sender = { 0 };
	int n = 0;

	(void)state;
	stage_stop(&stage, SIGTERM);
	stage.disk_most = 500000;
	stage_start(&stage);
	do {
		reply_clear(&sender.reply);
		free(sender.body);
		sender.body = sealed_answer(&stage, sender.id, "Ayşe");
		send_one(&sender);
		assert_true(sender.reply.status == 201 || sender.reply.status == 503);
	} while (sender.reply.status == 201 && ++n < 1000);
	assert_int_equal(sender.reply.status, 503);
	assert_non_null(strstr(sender.reply.headers, "Retry-After: "));
	stage_stop(&stage, SIGTERM);
	stage.disk_most = 0;
	stage_start(&stage);
	still_has(&sender);
}

static void an_older_version_is_kept_and_still_taken(void **state)
{
	char id[SEAL_ID_SIZE], *body = sealed_answer(&stage, id, "Ayşe");
	char *path = text_format("/v1/formulieren/proef?versie=%s", stage.version);
	json_t *object;

	(void)state;
	stage_stop(&stage, SIGTERM);
	stage_publish(&stage, "Uw naam");
	stage_start(&stage);
	assert_int_equal(stage_status(&stage, "GET", path, NULL), 200);
	assert_int_equal(stage_post_status(&stage, inzendingen, id, body), 201);
	object = stage_shown(&stage, id);
	assert_string_equal(text_in(object, "state"), "ontvangen");
	json_decref(object);
	free(path);
	free(body);
}

static void told_to_stop_it_ends_well(void **state)
{
	int status = stage_stop(&stage, SIGTERM);

	(void)state;
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	stage_start(&stage);
}

/* One in order and one apart, of somebody with a name and a number. */
static void send_secrets(void)
{
	char id[SEAL_ID_SIZE], *body = sealed_answer(&stage, id, "Zeynep");

	assert_int_equal(stage_post_status(&stage, inzendingen, id, body), 201);
	free(body);
	body = sealed_answer(&stage, id, "Zeynep is hier veel te lang");
	assert_int_equal(stage_post_status(&stage, inzendingen, id, body), 201);
	free(body);
}

static bool has_secret(const char *path)
{
	static const char *const secrets[] = { "123456782", "Zeynep" };
	size_t size = 0;
	char *bytes = file_read(path, 100000000, &size);
	bool found = false;

	assert_non_null(bytes);
	for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++)
		found = found || memmem(bytes, size, secrets[i], strlen(secrets[i]));
	free(bytes);
	return found;
}

static void no_file_holds_what_residents_wrote(void **state)
{
	struct dirent *entry;
	DIR *folder = opendir(stage.state);

	(void)state;
	send_secrets();
	assert_non_null(folder);
	while ((entry = readdir(folder))) {
		char *path = text_format("%s/%s", stage.state, entry->d_name);

		if (entry->d_type == DT_REG)
			assert_false(has_secret(path));
		free(path);
	}
	closedir(folder);
}

static void no_log_line_holds_what_residents_wrote(void **state)
{
	size_t size;
	char *log;

	(void)state;
	send_secrets();
	log = file_read(stage.log, 10000000, &size);
	assert_non_null(log);
	assert_non_null(strstr(log, "is apart")); /* it does log */
	assert_false(has_secret(stage.log));
	free(log);
}

static int run(const char *a, const char *b, const char *c)
{
	const char *words[] = { "opendeur-central", a, b, c, NULL };

	return stage_run(&stage, words, NULL);
}

static void wrong_usage_ends_with_two(void **state)
{
	(void)state;
	assert_int_equal(run("--nee", NULL, NULL), 2);
	assert_int_equal(run("show", NULL, NULL), 2);
	assert_int_equal(run("toon", "alles", NULL), 2);
	assert_int_equal(run("-c", "/nonexistent/conf", NULL), 2);
}

static void help_and_version_are_told(void **state)
{
	const char *words[] = { "opendeur-central", "--version", NULL };
	char *printed;

	(void)state;
	assert_int_equal(run("--help", NULL, NULL), 0);
	assert_int_equal(stage_run(&stage, words, &printed), 0);
	assert_true(text_starts(printed, "opendeur-central "));
	free(printed);
}

static void what_cannot_work_ends_with_one(void **state)
{
	const char *words[] = { "opendeur-central", "show", "7K2M-9QXT-4HD",
		"--state", stage.state, NULL };
	const char *same_port[] = { "opendeur-central", "--demo", "--listen",
		strrchr(stage.url, '/') + 1, "--state", stage.state, "--forms",
		stage.forms, NULL };

	(void)state;
	assert_int_equal(run("--state", "/nonexistent/state", NULL), 1);
	assert_int_equal(stage_run(&stage, words, NULL), 1);
	assert_int_equal(stage_run(&stage, same_port, NULL), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_call_for_help_is_taken),
		cmocka_unit_test(a_call_for_help_from_nowhere_is_not),
		cmocka_unit_test(many_at_once_are_all_received),
		cmocka_unit_test(one_sent_many_times_at_once_counts_once),
		cmocka_unit_test(what_was_received_survives_a_kill),
		cmocka_unit_test(a_kill_amid_many_loses_no_receipt),
		cmocka_unit_test(a_full_disk_gives_no_receipt),
		cmocka_unit_test(an_older_version_is_kept_and_still_taken),
		cmocka_unit_test(told_to_stop_it_ends_well),
		cmocka_unit_test(no_file_holds_what_residents_wrote),
		cmocka_unit_test(no_log_line_holds_what_residents_wrote),
		cmocka_unit_test(wrong_usage_ends_with_two),
		cmocka_unit_test(help_and_version_are_told),
		cmocka_unit_test(what_cannot_work_ends_with_one),
	};

	return cmocka_run_group_tests(tests, open_stage, close_stage);
}
