/* SPDX-License-Identifier: EUPL-1.2 */
/* The real program over a real socket; only the sound card is a clock. */
#include "tests/test.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <jansson.h>

#include "lib/base/clock.h"
#include "lib/base/file.h"
#include "lib/base/text.h"

enum { START_MS = 8000, EVENT_MS = 20000, RATE = 22050, HEADER = 44 };

/* Sanitizers make a start ten times as long. */
#ifdef __SANITIZE_ADDRESS__
enum { AGAIN_MS = 1000 };
#else
enum { AGAIN_MS = 150 };
#endif

struct voice {
	char folder[32], socket[64], wav[64], log[64];
	pid_t pid;
	int fd;
	struct text unread;
	json_t *event; /* the last one read */
};

/* --- the program and its lines --- */

static pid_t run(const char *output, const char *socket)
{
	char *program = text_format("%s/opendeur-voice", getenv("builddir"));
	pid_t pid = fork();

	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGTERM); /* a test that fails leaves none */
		execl(program, program, "--listen", socket, "--output", output,
			(char *)NULL);
		_exit(127);
	}
	free(program);
	return pid;
}

static int try_connect(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	memcpy(address.sun_path, path, strlen(path) + 1);
	if (connect(fd, (struct sockaddr *)&address, sizeof address) == 0)
		return fd;
	close(fd);
	return -1;
}

static int connect_to(const char *path)
{
	int64_t end = clock_ms() + START_MS;
	int fd = -1;

	while (fd < 0 && clock_ms() < end) {
		fd = try_connect(path);
		if (fd < 0)
			usleep(5000);
	}
	assert_true(fd >= 0);
	return fd;
}

/* The next event into voice->event; false when none comes in time. */
static bool next_event(struct voice *voice, int ms)
{
	int64_t end = clock_ms() + ms;
	char *line_end;

	while (!voice->unread.bytes ||
		   !(line_end = strchr(voice->unread.bytes, '\n'))) {
		struct pollfd fd = { voice->fd, POLLIN, 0 };
		int64_t left = end - clock_ms();
		char bytes[4096];
		ssize_t n;

		if (left <= 0 || poll(&fd, 1, (int)left) <= 0)
			return false;
		n = read(voice->fd, bytes, sizeof bytes);
		if (n <= 0)
			return false;
		text_add_n(&voice->unread, bytes, (size_t)n);
	}
	json_decref(voice->event);
	voice->event = json_loadb(
		voice->unread.bytes, (size_t)(line_end - voice->unread.bytes), 0, NULL);
	voice->unread.size -= (size_t)(line_end + 1 - voice->unread.bytes);
	memmove(voice->unread.bytes, line_end + 1, voice->unread.size + 1);
	return voice->event != NULL;
}

static const char *event_name(const struct voice *voice)
{
	return json_string_value(json_object_get(voice->event, "event"));
}

static int event_number(const struct voice *voice, const char *key)
{
	return (int)json_integer_value(json_object_get(voice->event, key));
}

static bool await(struct voice *voice, const char *event, int ms)
{
	int64_t end = clock_ms() + ms;

	while (next_event(voice, (int)(end - clock_ms()))) {
		if (strcmp(event_name(voice), event) == 0)
			return true;
	}
	return false;
}

static void send_line(struct voice *voice, const char *line)
{
	char *whole = text_format("%s\n", line);
	size_t n = strlen(whole);

	assert_int_equal(write(voice->fd, whole, n), n);
	free(whole);
}

struct part {
	const char *text, *language;
};

static void say(struct voice *voice, int id, const struct part *parts, size_t n)
{
	json_t *segments = json_array(), *line;
	char *text;

	for (size_t i = 0; i < n; i++)
		json_array_append_new(
			segments, json_pack("{s:s, s:s}", "text", parts[i].text, "language",
						  parts[i].language));
	line = json_pack("{s:i, s:{s:i, s:s, s:i, s:o}}", "v", 1, "say", "id", id,
		"priority", "screen", "rate", 175, "segments", segments);
	text = json_dumps(line, JSON_COMPACT);
	send_line(voice, text);
	free(text);
	json_decref(line);
}

static void say_one(
	struct voice *voice, int id, const char *text, const char *language)
{
	struct part part = { text, language };

	say(voice, id, &part, 1);
}

static struct voice start(const char *kind)
{
	struct voice voice = { .folder = "/tmp/voice-XXXXXX" };
	char *output;

	assert_non_null(mkdtemp(voice.folder));
	snprintf(voice.socket, sizeof voice.socket, "%s/socket", voice.folder);
	snprintf(voice.wav, sizeof voice.wav, "%s/wav", voice.folder);
	snprintf(voice.log, sizeof voice.log, "%s/wav.log", voice.folder);
	output = strchr(kind, '\0')[-1] == ':'
				 ? text_format("%s%s", kind, voice.wav)
				 : text_format("%s", kind);
	voice.pid = run(output, voice.socket);
	voice.fd = connect_to(voice.socket);
	assert_true(await(&voice, "ready", START_MS));
	free(output);
	return voice;
}

static void end(struct voice *voice)
{
	int status = 0;

	assert_int_equal(kill(voice->pid, SIGTERM), 0);
	assert_int_equal(waitpid(voice->pid, &status, 0), voice->pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_false(file_exists(voice->socket));
	close(voice->fd);
	unlink(voice->wav);
	unlink(voice->log);
	assert_int_equal(rmdir(voice->folder), 0);
	text_clear(&voice->unread);
	json_decref(voice->event);
}

/* The process that speaks. */
static pid_t speaking(const struct voice *voice)
{
	char *path = text_format(
		"/proc/%d/task/%d/children", (int)voice->pid, (int)voice->pid);
	int64_t end = clock_ms() + EVENT_MS;
	int pid = 0;

	while (pid == 0 && clock_ms() < end) {
		FILE *file = fopen(path, "re");

		assert_non_null(file);
		if (fscanf(file, "%d", &pid) != 1)
			pid = 0;
		fclose(file);
	}
	free(path);
	assert_true(pid > 0);
	return pid;
}

/* --- what was heard --- */

static size_t loud_samples(const struct voice *voice, size_t from)
{
	size_t size = 0, loud = 0;
	char *bytes = file_read(voice->wav, (size_t)1 << 26, &size);

	assert_non_null(bytes);
	for (size_t i = HEADER + from * 2; i + 1 < size; i += 2) {
		int16_t sample;

		memcpy(&sample, bytes + i, sizeof sample);
		loud += sample > 300 || sample < -300;
	}
	free(bytes);
	return loud;
}

static size_t wav_samples(const struct voice *voice)
{
	struct stat facts;

	assert_int_equal(stat(voice->wav, &facts), 0);
	return (size_t)(facts.st_size - HEADER) / 2;
}

/* The value of `key` in the last line of the log with that event and id; the
 * lines before it are counted in *n. */
static int64_t logged(const struct voice *voice, const char *event, int id,
	const char *key, size_t *n)
{
	FILE *file = fopen(voice->log, "re");
	int64_t value = -1;
	char line[512];

	assert_non_null(file);
	*n = 0;
	while (fgets(line, sizeof line, file)) {
		json_t *one = json_loads(line, 0, NULL);

		assert_non_null(one);
		if (json_integer_value(json_object_get(one, "id")) == id &&
			strcmp(json_string_value(json_object_get(one, "event")), event) ==
				0) {
			value = json_integer_value(json_object_get(one, key));
			(*n)++;
		}
		json_decref(one);
	}
	fclose(file);
	return value;
}

static const char long_sentence[] =
	"Dit is een heel lange zin die nog een tijd zou doorgaan, als niemand een "
	"toets indrukte en de machine gewoon alles mocht zeggen wat zij wilde.";

/* --- the tests --- */

static void tells_which_voices_really_load(void **state)
{
	static const char *const wanted[] = { "nl", "en", "tr", "ar" };
	struct voice voice = start("wav:");
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
	end(&voice);
}

static void tells_how_far_it_is(void **state)
{
	struct voice voice = start("paced:");
	const struct part parts[] = { { "Ja.", "nl" }, { "Yes.", "en" } };

	(void)state;
	say(&voice, 7, parts, 2);
	assert_true(next_event(&voice, EVENT_MS));
	assert_string_equal(event_name(&voice), "started");
	assert_int_equal(event_number(&voice, "id"), 7);
	for (int n = 0; n < 2; n++) {
		assert_true(next_event(&voice, EVENT_MS));
		assert_string_equal(event_name(&voice), "segment");
		assert_int_equal(event_number(&voice, "n"), n);
	}
	assert_true(next_event(&voice, EVENT_MS));
	assert_string_equal(event_name(&voice), "done");
	assert_true(loud_samples(&voice, 0) > RATE / 5);
	end(&voice);
}

static void keeps_time_without_a_card(void **state)
{
	struct voice voice = start("null");
	int64_t began = clock_ms();

	(void)state;
	say_one(&voice, 1, "Wat is uw naam?", "nl");
	assert_true(await(&voice, "done", EVENT_MS));
	assert_true(clock_ms() - began > 500);
	end(&voice);
}

enum { TRIES = 4 }; /* a busy machine may spoil one */

static void falls_silent_when_told(void **state)
{
	struct voice voice = start("paced:");
	int64_t took = INT64_MAX;
	size_t samples;

	(void)state;
	for (int id = 1; id <= TRIES && took >= 100; id++) {
		say_one(&voice, id, long_sentence, "nl");
		assert_true(await(&voice, "started", EVENT_MS));
		usleep(200000);
		took = -clock_ms();
		send_line(&voice, "{\"v\":1,\"stop\":true}");
		assert_true(await(&voice, "stopped", EVENT_MS));
		took += clock_ms();
	}
	assert_true(took < 100);
	samples = wav_samples(&voice);
	usleep(100000);
	assert_int_equal(wav_samples(&voice), samples);
	end(&voice);
}

/* How much of "Ja." sounds when nothing was said before it; its length would
 * count the gaps of a busy machine too. */
static size_t usual_sound(void)
{
	struct voice voice = start("wav:");
	size_t samples;

	say_one(&voice, 1, "Ja.", "nl");
	assert_true(await(&voice, "done", EVENT_MS));
	samples = loud_samples(&voice, 0);
	end(&voice);
	return samples;
}

static void nothing_old_follows_a_new_word(void **state)
{
	struct voice voice = start("paced:");
	size_t usual = usual_sound(), n, sound;
	int64_t from;

	(void)state;
	for (int id = 1; id < 6; id += 2) {
		say_one(&voice, id, long_sentence, "nl");
		assert_true(await(&voice, "started", EVENT_MS));
		usleep(60000 + 7000 * (unsigned)id);
		say_one(&voice, id + 1, "Ja.", "nl");
		assert_true(await(&voice, "stopped", EVENT_MS));
		assert_int_equal(event_number(&voice, "id"), id);
		assert_true(await(&voice, "done", EVENT_MS));
		assert_int_equal(event_number(&voice, "id"), id + 1);
		from = logged(&voice, "first", id + 1, "sample", &n);
		sound = loud_samples(&voice, (size_t)from);
		assert_true(sound < usual + usual / 8);
		assert_true(sound + usual / 8 > usual);
	}
	end(&voice);
}

/* Milliseconds from the signal to the child until it is heard again. */
static int64_t heard_again(struct voice *voice, int id, int signal_to_send)
{
	int64_t before, after;
	size_t n;

	say_one(voice, id, long_sentence, "nl");
	assert_true(await(voice, "started", EVENT_MS));
	usleep(100000);
	before = clock_ms();
	assert_int_equal(kill(speaking(voice), signal_to_send), 0);
	do {
		usleep(2000);
		after = clock_ms();
		logged(voice, "first", id, "ms", &n);
	} while (n < 2 && after - before < EVENT_MS);
	assert_int_equal(n, 2);
	send_line(voice, "{\"v\":1,\"stop\":true}");
	assert_true(await(voice, "stopped", EVENT_MS));
	return after - before;
}

static void is_heard_again_in_time(int signal_to_send, int64_t ms)
{
	struct voice voice = start("paced:");
	int64_t took = INT64_MAX;

	for (int id = 1; id <= TRIES && took > ms; id++)
		took = heard_again(&voice, id, signal_to_send);
	assert_true(took <= ms);
	end(&voice);
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
	struct voice voice = start("paced:");

	(void)state;
	say_one(&voice, 1, "Een zin die wordt onderbroken.", "nl");
	assert_true(await(&voice, "started", EVENT_MS));
	kill(speaking(&voice), SIGKILL);
	assert_true(await(&voice, "segment", EVENT_MS));
	assert_true(await(&voice, "done", EVENT_MS));
	end(&voice);
}

static void keeps_the_recording_whole(void **state)
{
	struct voice voice = start("paced:");
	size_t size = 0;
	char *bytes;
	uint32_t data;

	(void)state;
	say_one(&voice, 1, long_sentence, "nl");
	assert_true(await(&voice, "started", EVENT_MS));
	usleep(200000);
	kill(speaking(&voice), SIGKILL);
	bytes = file_read(voice.wav, (size_t)1 << 26, &size);
	memcpy(&data, bytes + 40, sizeof data);
	assert_memory_equal(bytes, "RIFF", 4);
	assert_true(data > 0 && data <= size - HEADER);
	free(bytes);
	end(&voice);
}

static void leaves_out_a_segment_that_kills_twice(void **state)
{
	struct voice voice = start("paced:");
	const struct part parts[] = { { long_sentence, "nl" }, { "Ja.", "nl" } };

	(void)state;
	say(&voice, 1, parts, 2);
	assert_true(await(&voice, "started", EVENT_MS));
	kill(speaking(&voice), SIGKILL);
	usleep(400000);
	kill(speaking(&voice), SIGKILL);
	assert_true(await(&voice, "unspeakable", EVENT_MS));
	assert_int_equal(event_number(&voice, "n"), 0);
	assert_true(await(&voice, "segment", EVENT_MS));
	assert_int_equal(event_number(&voice, "n"), 1);
	assert_true(await(&voice, "done", EVENT_MS));
	end(&voice);
}

static void a_new_sentence_needs_no_living_child(void **state)
{
	struct voice voice = start("paced:");

	(void)state;
	kill(speaking(&voice), SIGKILL);
	say_one(&voice, 1, "Ja.", "nl");
	assert_true(await(&voice, "done", EVENT_MS));
	kill(speaking(&voice), SIGSTOP);
	for (int id = 2; id < 60; id++)
		say_one(&voice, id, "Ja.", "nl");
	while (await(&voice, "done", EVENT_MS) && event_number(&voice, "id") != 59)
		continue;
	assert_int_equal(event_number(&voice, "id"), 59);
	end(&voice);
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
	struct voice voice = start("wav:");
	int id = 0;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *text = repeated(rows[i].text, rows[i].times);

		say_one(&voice, ++id, text, rows[i].language);
		do
			assert_true(next_event(&voice, EVENT_MS));
		while (strcmp(event_name(&voice), "done") != 0 &&
			   strcmp(event_name(&voice), "stopped") != 0);
		assert_int_equal(event_number(&voice, "id"), id);
		free(text);
	}
	say_one(&voice, 100, "Ja.", "nl");
	assert_true(await(&voice, "done", EVENT_MS));
	assert_false(file_exists("/tmp/opendeur-pwned"));
	end(&voice);
}

static void never_speaks_in_another_language(void **state)
{
	struct voice voice = start("wav:");
	const struct part parts[] = { { "Ja.", "nl" }, { "ሰላም", "ti" },
		{ "Ja.", "" } };

	(void)state;
	say_one(&voice, 1, "Hello there.", "so");
	assert_true(await(&voice, "no-voice", EVENT_MS));
	assert_string_equal(
		json_string_value(json_object_get(voice.event, "language")), "so");
	assert_true(await(&voice, "stopped", EVENT_MS));
	assert_int_equal(wav_samples(&voice), 0);
	say(&voice, 2, parts, 3);
	assert_true(await(&voice, "no-voice", EVENT_MS));
	assert_int_equal(event_number(&voice, "n"), 1);
	assert_true(await(&voice, "done", EVENT_MS));
	end(&voice);
}

static void a_card_that_is_not_there_is_told(void **state)
{
	struct voice voice = start("alsa:opendeur-no-such-card");

	(void)state;
	assert_false(json_is_true(json_object_get(voice.event, "device")));
	say_one(&voice, 1, "Ja.", "nl");
	assert_true(await(&voice, "stopped", EVENT_MS));
	end(&voice);
}

static void speaks_to_a_card(void **state)
{
	struct voice voice = start("alsa:null");

	(void)state;
	assert_true(json_is_true(json_object_get(voice.event, "device")));
	say_one(&voice, 1, "Ja.", "nl");
	assert_true(await(&voice, "done", EVENT_MS));
	end(&voice);
}

static void forgets_at_the_end_of_a_visit(void **state)
{
	struct voice voice = start("paced:");
	pid_t before = speaking(&voice);

	(void)state;
	say_one(&voice, 1, long_sentence, "nl");
	assert_true(await(&voice, "started", EVENT_MS));
	send_line(&voice, "{\"v\":1,\"end\":true}");
	assert_true(await(&voice, "stopped", EVENT_MS));
	usleep(100000);
	assert_int_not_equal(speaking(&voice), before);
	say_one(&voice, 2, "Ja.", "nl");
	assert_true(await(&voice, "done", EVENT_MS));
	end(&voice);
}

static void falls_silent_when_the_screen_is_gone(void **state)
{
	struct voice voice = start("paced:");
	pid_t before = speaking(&voice);
	size_t samples;

	(void)state;
	say_one(&voice, 1, long_sentence, "nl");
	assert_true(await(&voice, "started", EVENT_MS));
	close(voice.fd);
	usleep(100000);
	samples = wav_samples(&voice);
	usleep(50000);
	assert_int_equal(wav_samples(&voice), samples);
	assert_int_not_equal(speaking(&voice), before);
	voice.fd = connect_to(voice.socket);
	assert_true(await(&voice, "ready", EVENT_MS));
	end(&voice);
}

static void gain_makes_it_softer(void **state)
{
	struct voice voice = start("wav:");

	(void)state;
	send_line(&voice,
		"{\"v\":1,\"say\":{\"id\":1,\"gain\":0,\"segments\":[{\"text\":\"Ja.\","
		"\"language\":\"nl\"}]}}");
	assert_true(await(&voice, "done", EVENT_MS));
	assert_true(wav_samples(&voice) > RATE / 5);
	assert_int_equal(loud_samples(&voice, 0), 0);
	end(&voice);
}

static void malformed_lines_do_no_harm(void **state)
{
	static const char *const lines[] = { "{\"v\":1}", "{\"v\":2,\"stop\":true}",
		"{\"v\":1,\"say\":{}}", "{\"v\":1,\"say\":{\"segments\":[3,{}]}}",
		"{\"v\":1,\"say\":{\"id\":-4,\"rate\":99999999,\"gain\":-1,"
		"\"segments\":{}}}",
		"{\"v\":1,\"stop\":true}", "{\"v\":1,\"stop\":true}" };
	struct voice voice = start("wav:");

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		send_line(&voice, lines[i]);
	say_one(&voice, 5, "Ja.", "nl");
	assert_true(await(&voice, "done", EVENT_MS));
	end(&voice);
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
		cmocka_unit_test(speaks_on_after_its_child_was_killed),
		cmocka_unit_test(speaks_on_after_its_child_hung),
		cmocka_unit_test(says_all_of_a_sentence_that_was_broken),
		cmocka_unit_test(keeps_the_recording_whole),
		cmocka_unit_test(leaves_out_a_segment_that_kills_twice),
		cmocka_unit_test(a_new_sentence_needs_no_living_child),
		cmocka_unit_test(survives_hostile_texts),
		cmocka_unit_test(never_speaks_in_another_language),
		cmocka_unit_test(a_card_that_is_not_there_is_told),
		cmocka_unit_test(speaks_to_a_card),
		cmocka_unit_test(forgets_at_the_end_of_a_visit),
		cmocka_unit_test(falls_silent_when_the_screen_is_gone),
		cmocka_unit_test(gain_makes_it_softer),
		cmocka_unit_test(malformed_lines_do_no_harm),
		cmocka_unit_test(its_exit_code_tells_wrong_usage),
	};

	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
