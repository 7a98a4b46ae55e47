/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/voice_help.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/base/clock.h"

static void tells_which_voices_really_load(void **state)
{
	static const char *const wanted[] = { "nl", "en", "tr", "ar" };
	struct voice voice = voice_start("wav:");
	const json_t *voices = json_object_get(voice.event, "voices"), *one;
	size_t found = 0, i;

	(void)state;
	json_array_foreach(voices, i, one)
	{
		for (size_t j = 0; j < 4; j++)
			found += strcmp(json_string_value(one), wanted[j]) == 0;
		assert_string_not_equal(json_string_value(one), "ti");
	}
	assert_int_equal(found, 4);
	assert_true(json_is_true(json_object_get(voice.event, "device")));
	voice_end(&voice);
}

static void tells_how_far_it_is(void **state)
{
	struct voice voice = voice_start("paced:");
	const struct part parts[] = { { "Ja.", "nl" }, { "Yes.", "en" } };

	(void)state;
	voice_say(&voice, 7, parts, 2);
	assert_true(voice_next(&voice, EVENT_MS));
	assert_string_equal(voice_event(&voice), "started");
	assert_int_equal(voice_number(&voice, "id"), 7);
	for (int n = 0; n < 2; n++) {
		assert_true(voice_next(&voice, EVENT_MS));
		assert_string_equal(voice_event(&voice), "segment");
		assert_int_equal(voice_number(&voice, "n"), n);
	}
	assert_true(voice_next(&voice, EVENT_MS));
	assert_string_equal(voice_event(&voice), "done");
	assert_true(voice_loud_samples(&voice, 0) > RATE / 5);
	voice_end(&voice);
}

static void keeps_time_without_a_card(void **state)
{
	struct voice voice = voice_start("null");
	int64_t began = clock_ms();

	(void)state;
	voice_say_one(&voice, 1, "Wat is uw naam?", "nl");
	assert_true(voice_await(&voice, "done", EVENT_MS));
	assert_true(clock_ms() - began > 500);
	voice_end(&voice);
}

static void falls_silent_when_told(void **state)
{
	struct voice voice = voice_start("paced:");
	int64_t took = INT64_MAX;
	size_t samples;

	(void)state;
	for (int id = 1; id <= TRIES && took >= 100; id++) {
		voice_say_one(&voice, id, long_sentence, "nl");
		assert_true(voice_await(&voice, "started", EVENT_MS));
		usleep(200000);
		took = -clock_ms();
		voice_send(&voice, "{\"v\":1,\"stop\":true}");
		assert_true(voice_await(&voice, "stopped", EVENT_MS));
		took += clock_ms();
	}
	assert_true(took < 100);
	samples = voice_samples(&voice);
	usleep(100000);
	assert_int_equal(voice_samples(&voice), samples);
	voice_end(&voice);
}

/* How much of "Ja." sounds when nothing was said before it; its length would
 * count the gaps of a busy machine too. */
static size_t usual_sound(void)
{
	struct voice voice = voice_start("wav:");
	size_t samples;

	voice_say_one(&voice, 1, "Ja.", "nl");
	assert_true(voice_await(&voice, "done", EVENT_MS));
	samples = voice_loud_samples(&voice, 0);
	voice_end(&voice);
	return samples;
}

static void nothing_old_follows_a_new_word(void **state)
{
	struct voice voice = voice_start("paced:");
	size_t usual = usual_sound();

	(void)state;
	for (int id = 1; id < 6; id += 2) {
		size_t n, sound;
		int64_t from;

		voice_say_one(&voice, id, long_sentence, "nl");
		assert_true(voice_await(&voice, "started", EVENT_MS));
		usleep(60000 + 7000 * (unsigned)id);
		voice_say_one(&voice, id + 1, "Ja.", "nl");
		assert_true(voice_await(&voice, "stopped", EVENT_MS));
		assert_int_equal(voice_number(&voice, "id"), id);
		assert_true(voice_await(&voice, "done", EVENT_MS));
		assert_int_equal(voice_number(&voice, "id"), id + 1);
		from = voice_logged(&voice, "first", id + 1, "sample", &n);
		sound = voice_loud_samples(&voice, (size_t)from);
		assert_true(sound < usual + usual / 8);
		assert_true(sound + usual / 8 > usual);
	}
	voice_end(&voice);
}

static void never_speaks_in_another_language(void **state)
{
	struct voice voice = voice_start("wav:");
	const struct part parts[] = { { "Ja.", "nl" }, { "ሰላም", "ti" },
		{ "Ja.", "" } };

	(void)state;
	voice_say_one(&voice, 1, "Hello there.", "so");
	assert_true(voice_await(&voice, "no-voice", EVENT_MS));
	assert_string_equal(
		json_string_value(json_object_get(voice.event, "language")), "so");
	assert_true(voice_await(&voice, "stopped", EVENT_MS));
	assert_int_equal(voice_samples(&voice), 0);
	voice_say(&voice, 2, parts, 3);
	assert_true(voice_await(&voice, "no-voice", EVENT_MS));
	assert_int_equal(voice_number(&voice, "n"), 1);
	assert_true(voice_await(&voice, "done", EVENT_MS));
	voice_end(&voice);
}

static void a_card_that_is_not_there_is_told(void **state)
{
	struct voice voice = voice_start("alsa:opendeur-no-such-card");

	(void)state;
	assert_false(json_is_true(json_object_get(voice.event, "device")));
	voice_say_one(&voice, 1, "Ja.", "nl");
	assert_true(voice_await(&voice, "stopped", EVENT_MS));
	voice_end(&voice);
}

static void speaks_to_a_card(void **state)
{
	struct voice voice = voice_start("alsa:null");

	(void)state;
	assert_true(json_is_true(json_object_get(voice.event, "device")));
	voice_say_one(&voice, 1, "Ja.", "nl");
	assert_true(voice_await(&voice, "done", EVENT_MS));
	voice_end(&voice);
}

static void forgets_at_the_end_of_a_visit(void **state)
{
	struct voice voice = voice_start("paced:");
	pid_t before = voice_child(&voice);

	(void)state;
	voice_say_one(&voice, 1, long_sentence, "nl");
	assert_true(voice_await(&voice, "started", EVENT_MS));
	voice_send(&voice, "{\"v\":1,\"end\":true}");
	assert_true(voice_await(&voice, "stopped", EVENT_MS));
	usleep(100000);
	assert_int_not_equal(voice_child(&voice), before);
	voice_say_one(&voice, 2, "Ja.", "nl");
	assert_true(voice_await(&voice, "done", EVENT_MS));
	voice_end(&voice);
}

static void falls_silent_when_the_screen_is_gone(void **state)
{
	struct voice voice = voice_start("paced:");
	pid_t before = voice_child(&voice);
	size_t samples;

	(void)state;
	voice_say_one(&voice, 1, long_sentence, "nl");
	assert_true(voice_await(&voice, "started", EVENT_MS));
	close(voice.fd);
	usleep(100000);
	samples = voice_samples(&voice);
	usleep(50000);
	assert_int_equal(voice_samples(&voice), samples);
	assert_int_not_equal(voice_child(&voice), before);
	voice.fd = voice_connect(voice.socket);
	assert_true(voice_await(&voice, "ready", EVENT_MS));
	voice_end(&voice);
}

static void gain_makes_it_softer(void **state)
{
	struct voice voice = voice_start("wav:");

	(void)state;
	voice_send(&voice,
		"{\"v\":1,\"say\":{\"id\":1,\"gain\":0,\"segments\":[{\"text\":\"Ja.\","
		"\"language\":\"nl\"}]}}");
	assert_true(voice_await(&voice, "done", EVENT_MS));
	assert_true(voice_samples(&voice) > RATE / 5);
	assert_int_equal(voice_loud_samples(&voice, 0), 0);
	voice_end(&voice);
}

static int exit_code(const char *first, const char *second)
{
	char *program = text_format("%s/opendeur-voice", getenv("builddir"));
	int null = open("/dev/null", O_RDWR | O_CLOEXEC), status = 0;
	pid_t pid = fork();

	if (pid == 0) {
		dup2(null, STDOUT_FILENO);
		dup2(null, STDERR_FILENO);
		execl(program, program, first, second, (char *)NULL);
		_exit(127);
	}
	close(null);
	free(program);
	waitpid(pid, &status, 0);
	return WEXITSTATUS(status);
}

static void its_exit_code_tells_wrong_usage(void **state)
{
	(void)state;
	assert_int_equal(exit_code("--help", NULL), 0);
	assert_int_equal(exit_code("--version", NULL), 0);
	assert_int_equal(exit_code("--output", "nonsense"), 2);
	assert_int_equal(exit_code("--output", "wav:"), 2);
	assert_int_equal(exit_code("--shout", NULL), 2);
	assert_int_equal(exit_code("words", NULL), 2);
	assert_int_equal(exit_code("--output", "wav:/no/such/folder/x"), 1);
	assert_int_equal(exit_code("--listen", "/no/such/folder/x"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_which_voices_really_load),
		cmocka_unit_test(tells_how_far_it_is),
		cmocka_unit_test(keeps_time_without_a_card),
		cmocka_unit_test(falls_silent_when_told),
		cmocka_unit_test(nothing_old_follows_a_new_word),
		cmocka_unit_test(never_speaks_in_another_language),
		cmocka_unit_test(a_card_that_is_not_there_is_told),
		cmocka_unit_test(speaks_to_a_card),
		cmocka_unit_test(forgets_at_the_end_of_a_visit),
		cmocka_unit_test(falls_silent_when_the_screen_is_gone),
		cmocka_unit_test(gain_makes_it_softer),
		cmocka_unit_test(its_exit_code_tells_wrong_usage),
	};

	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
