/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/bench/probe.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	START_QUIET_MS = 150,
	KEY_QUIET_MS = 25,
	REST_MS = 2000,
	MOST_KEYS = 64,
	MOST_WORDS = 32,
};

struct run {
	int fd;
	pid_t pid;
	double first, last; /* ms, of what was read last time */
	size_t bytes;
};

static double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Answers what programs ask a terminal, so that none waits for it in vain. */
static void answer(int fd, const char *bytes)
{
	static const char attributes[] = "\x1B[?62;22c";

	if (strstr(bytes, "\x1B[c") &&
		write(fd, attributes, strlen(attributes)) < 0)
		return;
}

/* Reads until nothing came for `quiet` ms; first and last are ms after `t0`. */
static void read_until_quiet(struct run *run, double t0, int quiet)
{
	char bytes[65536];
	struct pollfd fd = { .fd = run->fd, .events = POLLIN };

	run->first = run->last = 0;
	run->bytes = 0;
	while (poll(&fd, 1, run->bytes ? quiet : 2000) > 0) {
		ssize_t n = read(run->fd, bytes, sizeof bytes - 1);

		if (n <= 0)
			return;
		run->last = now_ms() - t0;
		if (!run->bytes)
			run->first = run->last;
		run->bytes += (size_t)n;
		bytes[n] = '\0';
		answer(run->fd, bytes);
	}
}

static void become(const char *command)
{
	char *words[MOST_WORDS] = { 0 };
	char *rest = strdup(command);
	char *word;
	int n = 0;

	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	while (n < MOST_WORDS - 1 && (word = strsep(&rest, "|")) != NULL)
		words[n++] = word;
	execvp(words[0], words);
	_exit(98);
}

static bool begin(struct run *run, const struct probe_case *probe)
{
	struct winsize size = { .ws_row = (unsigned short)probe->rows,
		.ws_col = (unsigned short)probe->columns };
	double t0 = now_ms();

	run->pid = forkpty(&run->fd, NULL, NULL, &size);
	if (run->pid == 0)
		become(probe->command);
	read_until_quiet(run, t0, START_QUIET_MS);
	return run->pid > 0 && run->bytes > 0;
}

static bool is_child_of(const char *pid, pid_t parent)
{
	char path[64], line[512];
	FILE *file;
	int is = 0;
	const char *after;

	snprintf(path, sizeof path, "/proc/%.20s/stat", pid);
	file = fopen(path, "r");
	if (!file)
		return false;
	if (fgets(line, sizeof line, file) && (after = strrchr(line, ')')) != NULL)
		sscanf(after + 1, " %*c %d", &is);
	fclose(file);
	return is == parent;
}

/* The sum of a number in a /proc file, over a process and its descendants. */
static double sum_tree(pid_t pid, const char *file, const char *key)
{
	char path[64], line[256];
	double sum = 0, number;
	FILE *stream;
	DIR *proc = opendir("/proc");
	struct dirent *entry;

	snprintf(path, sizeof path, "/proc/%d/%s", pid, file);
	stream = fopen(path, "r");
	while (stream && fgets(line, sizeof line, stream)) {
		if (strncmp(line, key, strlen(key)) == 0 &&
			sscanf(line + strcspn(line, ":") + 1, "%lf", &number) == 1)
			sum += number;
	}
	if (stream)
		fclose(stream);
	while (proc && (entry = readdir(proc)) != NULL) {
		if (is_child_of(entry->d_name, pid))
			sum += sum_tree(atoi(entry->d_name), file, key);
	}
	if (proc)
		closedir(proc);
	return sum;
}

static void press(struct run *run, const char *key)
{
	double t0 = now_ms();

	if (write(run->fd, key, strlen(key)) > 0)
		read_until_quiet(run, t0, KEY_QUIET_MS);
}

static void measure_keys(
	struct run *run, const char *const *keys, struct probe_result *result)
{
	double first[MOST_KEYS], frame[MOST_KEYS], bytes[MOST_KEYS];
	size_t n = 0;

	for (; n < MOST_KEYS && keys[n]; n++) {
		press(run, keys[n]);
		first[n] = run->first;
		frame[n] = run->last;
		bytes[n] = (double)run->bytes;
	}
	result->first_ms = probe_median(first, n);
	result->frame_ms = probe_median(frame, n);
	result->key_bytes = probe_median(bytes, n);
}

static void measure_rest(struct run *run, struct probe_result *result)
{
	double before, after;

	result->private_kb = sum_tree(run->pid, "smaps_rollup", "Private_Clean") +
						 sum_tree(run->pid, "smaps_rollup", "Private_Dirty");
	before = sum_tree(run->pid, "status", "voluntary_ctxt_switches");
	usleep(REST_MS * 1000);
	after = sum_tree(run->pid, "status", "voluntary_ctxt_switches");
	fcntl(run->fd, F_SETFL, O_NONBLOCK);
	run->bytes = 0;
	read_until_quiet(run, now_ms(), 1);
	result->wakeups = (after - before) * 1000 / REST_MS;
	result->idle_bytes = (double)run->bytes * 1000 / REST_MS;
}

static void end(struct run *run)
{
	kill(run->pid, SIGTERM);
	close(run->fd);
	for (int i = 0; i < 100; i++) {
		if (waitpid(run->pid, NULL, WNOHANG) == run->pid)
			return;
		usleep(10000);
	}
	kill(run->pid, SIGKILL);
	waitpid(run->pid, NULL, 0);
}

bool probe_run(const struct probe_case *probe, struct probe_result *result)
{
	struct run run = { 0 };

	*result = (struct probe_result){ 0 };
	if (!begin(&run, probe))
		return false;
	result->start_ms = run.last;
	result->start_bytes = (double)run.bytes;
	for (const char *const *key = probe->warm; key && *key; key++) {
		press(&run, *key);
		read_until_quiet(&run, now_ms(), START_QUIET_MS);
	}
	measure_keys(&run, probe->keys, result);
	measure_rest(&run, result);
	end(&run);
	return true;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double probe_median(double *values, size_t n)
{
	if (!n)
		return 0;
	qsort(values, n, sizeof *values, by_value);
	return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}
