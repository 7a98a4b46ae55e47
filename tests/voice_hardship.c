/* SPDX-License-Identifier: EUPL-1.2 */
/* A child that dies or hangs, and lines that mean no good. */
#include "tests/voice_help.h"

#include <signal.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/file.h"

/* Sanitizers make a start ten times as long. */
#ifdef __SANITIZE_ADDRESS__
enum { AGAIN_MS = 1000 };
#else
enum { AGAIN_MS = 150 };
#endif

/* Milliseconds from the signal to the child until it is heard again. */
static int64_t heard_again(struct voice *voice, int id, int signal_to_send)
{
	int64_t before, after;
	size_t n;

	voice_say_one(voice, id, long_sentence, "nl");
	assert_true(voice_await(voice, "started", EVENT_MS));
	usleep(100000);
	before = clock_ms();
	assert_int_equal(kill(voice_child(voice), signal_to_send), 0);
	do {
		usleep(2000);
		after = clock_ms();
		voice_logged(voice, "first", id, "ms", &n);
	} while (n < 2 && after - before < EVENT_MS);
	assert_int_equal(n, 2);
	voice_send(voice, "{\"v\":1,\"stop\":true}");
	assert_true(voice_await(voice, "stopped", EVENT_MS));
	return after - before;
}

static void is_heard_again_in_time(int signal_to_send, int64_t ms)
{
	struct voice voice = voice_start("paced:");
	int64_t took = INT64_MAX;

	for (int id = 1; id <= TRIES && took > ms; id++)
		took = heard_again(&voice, id, signal_to_send);
	assert_true(took <= ms);
	voice_end(&voice);
}

static void speaks_on_after_its_child_was_killed(void **state)
{
	(void)state;
	is_heard_again_in_time(SIGKILL, AGAIN_MS);
}

static void speaks_on_after_its_child_hung(void **state)
{
	(void)state;
	is_heard_again_in_time(SIGSTOP, 1500);
}

static void says_all_of_a_sentence_that_was_broken(void **state)
{
	struct voice voice = voice_start("paced:");

	(void)state;
	voice_say_one(&voice, 1, "Een zin die wordt onderbroken.", "nl");
	assert_true(voice_await(&voice, "started", EVENT_MS));
	kill(voice_child(&voice), SIGKILL);
	assert_true(voice_await(&voice, "segment", EVENT_MS));
	assert_true(voice_await(&voice, "done", EVENT_MS));
	voice_end(&voice);
}

static void keeps_the_recording_whole(void **state)
{
	struct voice voice = voice_start("paced:");
	size_t size = 0;
	char *bytes;
	uint32_t data;

	(void)state;
	voice_say_one(&voice, 1, long_sentence, "nl");
	assert_true(voice_await(&voice, "started", EVENT_MS));
	usleep(200000);
	kill(voice_child(&voice), SIGKILL);
	bytes = file_read(voice.wav, (size_t)1 << 26, &size);
	memcpy(&data, bytes + 40, sizeof data);
	assert_memory_equal(bytes, "RIFF", 4);
	assert_true(data > 0 && data <= size - HEADER);
	free(bytes);
	voice_end(&voice);
}

static void leaves_out_a_segment_that_kills_twice(void **state)
{
	struct voice voice = voice_start("paced:");
	const struct part parts[] = { { long_sentence, "nl" }, { "Ja.", "nl" } };

	(void)state;
	voice_say(&voice, 1, parts, 2);
	assert_true(voice_await(&voice, "started", EVENT_MS));
	kill(voice_child(&voice), SIGKILL);
	usleep(400000);
	kill(voice_child(&voice), SIGKILL);
	assert_true(voice_await(&voice, "unspeakable", EVENT_MS));
	assert_int_equal(voice_number(&voice, "n"), 0);
	assert_true(voice_await(&voice, "segment", EVENT_MS));
	assert_int_equal(voice_number(&voice, "n"), 1);
	assert_true(voice_await(&voice, "done", EVENT_MS));
	voice_end(&voice);
}

static void a_new_sentence_needs_no_living_child(void **state)
{
	struct voice voice = voice_start("paced:");

	(void)state;
	kill(voice_child(&voice), SIGKILL);
	voice_say_one(&voice, 1, "Ja.", "nl");
	assert_true(voice_await(&voice, "done", EVENT_MS));
	kill(voice_child(&voice), SIGSTOP);
	for (int id = 2; id < 60; id++)
		voice_say_one(&voice, id, "Ja.", "nl");
	do
		assert_true(voice_await(&voice, "done", EVENT_MS));
	while (voice_number(&voice, "id") != 59);
	voice_end(&voice);
}

static char *repeated(const char *text, int times)
{
	struct text all = { 0 };

	while (times--)
		text_add(&all, text);
	return text_take(&all);
}

static void survives_hostile_texts(void **state)
{
	static const struct {
		const char *text, *language;
		int times;
	} rows[] = {
		{ "<audio src=\"/etc/passwd\">", "nl", 1 },
		{ "<speak><audio src=\"`touch /tmp/opendeur-pwned`\"/></speak>", "nl",
			1 },
		{ "a \x01 30P \x02 b", "en", 1 },
		{ "==", "hi", 1 },
		{ "== == नमस्ते == abc ==", "hi", 8 },
		{ "A.B.C.", "en", 30 },
		{ "A.B.C.", "nl", 30 },
		{ "s'", "en", 80 },
		{ "s'", "ar", 80 },
		{ "[[h@lo]]", "en", 20 },
		{ "aaaaaaaaaaaaaaaaaaaa", "nl", 50 },
		{ "9", "tr", 500 },
		{ "\xF0\x9F\x98\x80", "nl", 50 },
		{ "नमस्ते你好abcالسلام ", "hi", 10 },
		{ "你好吗", "zh", 100 },
		{ "", "nl", 1 },
		{ " ", "nl", 1000 },
	};
	struct voice voice = voice_start("wav:");
	int id = 0;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *text = repeated(rows[i].text, rows[i].times);

		voice_say_one(&voice, ++id, text, rows[i].language);
		do
			assert_true(voice_next(&voice, EVENT_MS));
		while (strcmp(voice_event(&voice), "done") != 0 &&
			   strcmp(voice_event(&voice), "stopped") != 0);
		assert_int_equal(voice_number(&voice, "id"), id);
		free(text);
	}
	voice_say_one(&voice, 100, "Ja.", "nl");
	assert_true(voice_await(&voice, "done", EVENT_MS));
	assert_false(file_exists("/tmp/opendeur-pwned"));
	voice_end(&voice);
}

static void malformed_lines_do_no_harm(void **state)
{
	static const char *const lines[] = { "{\"v\":1}", "{\"v\":2,\"stop\":true}",
		"{\"v\":1,\"say\":{}}", "{\"v\":1,\"say\":{\"segments\":[3,{}]}}",
		"{\"v\":1,\"say\":{\"id\":-4,\"rate\":99999999,\"gain\":-1,"
		"\"segments\":{}}}",
		"{\"v\":1,\"stop\":true}", "{\"v\":1,\"stop\":true}" };
	struct voice voice = voice_start("wav:");

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		voice_send(&voice, lines[i]);
	voice_say_one(&voice, 5, "Ja.", "nl");
	assert_true(voice_await(&voice, "done", EVENT_MS));
	voice_end(&voice);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(speaks_on_after_its_child_was_killed),
		cmocka_unit_test(speaks_on_after_its_child_hung),
		cmocka_unit_test(says_all_of_a_sentence_that_was_broken),
		cmocka_unit_test(keeps_the_recording_whole),
		cmocka_unit_test(leaves_out_a_segment_that_kills_twice),
		cmocka_unit_test(a_new_sentence_needs_no_living_child),
		cmocka_unit_test(survives_hostile_texts),
		cmocka_unit_test(malformed_lines_do_no_harm),
	};

	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
