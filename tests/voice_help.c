/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/voice_help.h"

#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/file.h"

const char long_sentence[] =
	"Dit is een heel lange zin die nog een tijd zou doorgaan, als niemand een "
	"toets indrukte en de machine gewoon alles mocht zeggen wat zij wilde.";

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

int voice_connect(const char *path)
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

bool voice_next(struct voice *voice, int ms)
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

const char *voice_event(const struct voice *voice)
{
	return json_string_value(json_object_get(voice->event, "event"));
}

int voice_number(const struct voice *voice, const char *key)
{
	return (int)json_integer_value(json_object_get(voice->event, key));
}

bool voice_await(struct voice *voice, const char *event, int ms)
{
	int64_t end = clock_ms() + ms;

	while (voice_next(voice, (int)(end - clock_ms()))) {
		if (strcmp(voice_event(voice), event) == 0)
			return true;
	}
	return false;
}

void voice_send(struct voice *voice, const char *line)
{
	char *whole = text_format("%s\n", line);
	size_t n = strlen(whole);

	assert_int_equal(write(voice->fd, whole, n), n);
	free(whole);
}

void voice_say(struct voice *voice, int id, const struct part *parts, size_t n)
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
	voice_send(voice, text);
	free(text);
	json_decref(line);
}

void voice_say_one(
	struct voice *voice, int id, const char *text, const char *language)
{
	struct part part = { text, language };

	voice_say(voice, id, &part, 1);
}

struct voice voice_start(const char *kind)
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
	voice.fd = voice_connect(voice.socket);
	assert_true(voice_await(&voice, "ready", START_MS));
	free(output);
	return voice;
}

void voice_end(struct voice *voice)
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

pid_t voice_child(const struct voice *voice)
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

size_t voice_loud_samples(const struct voice *voice, size_t from)
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

size_t voice_samples(const struct voice *voice)
{
	struct stat facts;

	assert_int_equal(stat(voice->wav, &facts), 0);
	return (size_t)(facts.st_size - HEADER) / 2;
}

int64_t voice_logged(const struct voice *voice, const char *event, int id,
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
