/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/e2e/stage.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const names[] = { "central", "link", "voice", "screen" };

int actor_by_name(const char *name)
{
	for (int i = 0; i < N_ACTORS; i++) {
		if (strcmp(names[i], name) == 0)
			return i;
	}
	return -1;
}

const char *stage_path(const struct stage *stage, const char *name)
{
	static char paths[8][160];
	static int next;
	char *path = paths[next++ % 8];

	snprintf(path, sizeof paths[0], "%s/%s", stage->folder, name);
	return path;
}

bool stage_open(struct stage *stage)
{
	snprintf(stage->folder, sizeof stage->folder, "/tmp/opendeur-e2e-XXXXXX");
	stage->terminal = -1;
	return mkdtemp(stage->folder) != NULL;
}

static void redirect(const struct stage *stage, const char *name, int fd)
{
	char file[32];
	int to;

	snprintf(file, sizeof file, "%s.%s", name, fd == 1 ? "out" : "log");
	to = open(stage_path(stage, file), O_WRONLY | O_CREAT | O_APPEND, 0600);
	if (to < 0 || dup2(to, fd) < 0)
		_exit(97);
	close(to);
}

static void run(const struct stage *stage, char *const argv[])
{
	char program[256];

	snprintf(program, sizeof program, "%s/%s", stage->build, argv[0]);
	execv(program, argv);
	_exit(98);
}

static char *text(const char *value)
{
	char *copy = strdup(value);

	if (!copy)
		abort();
	return copy;
}

static void run_central(const struct stage *stage)
{
	char storage[192], forms[192];
	char *argv[] = { text("opendeur-central"), text("--demo"), text("--listen"),
		text(stage->url[0] ? stage->url + strlen("http://") : "127.0.0.1:0"),
		text("--storage"), storage, text("--state"), text(stage->folder),
		text("--forms"), forms, NULL };

	snprintf(
		storage, sizeof storage, "sqlite:%s", stage_path(stage, "central.db"));
	snprintf(forms, sizeof forms, "%s/tests/published", stage->build);
	redirect(stage, "central", 1);
	redirect(stage, "central", 2);
	run(stage, argv);
}

static void run_link(const struct stage *stage)
{
	char *argv[] = { text("opendeur-link"), text("--central"),
		text(stage->url[0] ? stage->url : "http://127.0.0.1:9"),
		text("--listen"), text(stage_path(stage, "link.socket")),
		text("--state"), text(stage->folder), NULL };

	redirect(stage, "link", 1);
	redirect(stage, "link", 2);
	run(stage, argv);
}

static void run_voice(const struct stage *stage)
{
	char *argv[] = { text("opendeur-voice"), text("--output"), text("null"),
		text("--listen"), text(stage_path(stage, "voice.socket")), NULL };

	redirect(stage, "voice", 1);
	redirect(stage, "voice", 2);
	run(stage, argv);
}

bool stage_write_config(const struct stage *stage)
{
	FILE *file = fopen(stage_path(stage, "kiosk.conf"), "w");

	if (!file)
		return false;
	fprintf(file,
		"testing = yes\nroot_key = %s/root.pub\n"
		"locale_folder = %s/locale\nkeymap = %s/data/keymaps/keyboard.conf\n"
		"place = Centrale bibliotheek\ndesk = bij de ingang\n"
		"desk_en = at the entrance\ndesk_tr = girişte\n"
		"desk_ar = عند المدخل\nstaffed_until = 17:00\n"
		"staff_pin = 2512\nidle_seconds = %d\nguard_ms = %d\n",
		stage->folder, stage->build, stage->source, stage->idle_seconds,
		stage->guard_ms);
	return fclose(file) == 0;
}

static void run_screen(const struct stage *stage)
{
	char *argv[] = { text("opendeur"), text("-c"),
		text(stage_path(stage, "kiosk.conf")), text("--link"),
		text(stage_path(stage, "link.socket")), text("--voice"),
		text(stage_path(stage, "voice.socket")), text("--renderer"),
		text(stage->renderer), text("--size"), text(stage->size),
		text("--screens"), text(stage_path(stage, "screens")),
		text("--utterances"), text(stage_path(stage, "utterances")), NULL, NULL,
		NULL, NULL, NULL };
	int n = 15;

	if (stage->language[0]) {
		argv[n++] = text("--language");
		argv[n++] = text(stage->language);
	}
	if (stage->speech[0]) {
		argv[n++] = text("--speech");
		argv[n++] = text(stage->speech);
	}
	if (!stage_write_config(stage))
		_exit(96);
	redirect(stage, "screen", 2);
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	run(stage, argv);
}

static bool wait_for_file(const char *path, bool with_bytes)
{
	struct stat facts;

	for (int i = 0; i < 400; i++) {
		if (stat(path, &facts) == 0 && (!with_bytes || facts.st_size > 0))
			return true;
		usleep(25000);
	}
	return false;
}

static bool read_url(struct stage *stage)
{
	FILE *file;
	char line[128] = "";

	if (stage->url[0])
		return true;
	if (!wait_for_file(stage_path(stage, "central.out"), true))
		return false;
	file = fopen(stage_path(stage, "central.out"), "r");
	if (!file || !fgets(line, sizeof line, file))
		line[0] = '\0';
	if (file)
		fclose(file);
	return sscanf(line, "listening on %63s", stage->url) == 1;
}

static bool start_screen(struct stage *stage)
{
	struct winsize size = { .ws_row = (unsigned short)stage->rows,
		.ws_col = (unsigned short)stage->columns };
	pid_t pid;

	if (stage->terminal >= 0)
		close(stage->terminal);
	pid = forkpty(&stage->terminal, NULL, NULL, &size);
	if (pid == 0)
		run_screen(stage);
	stage->actors[ACTOR_SCREEN] = pid;
	if (pid > 0)
		fcntl(stage->terminal, F_SETFL, O_NONBLOCK);
	return pid > 0;
}

static void run_actor(const struct stage *stage, enum actor actor)
{
	setpgid(0, 0);
	if (actor == ACTOR_CENTRAL)
		run_central(stage);
	else if (actor == ACTOR_LINK)
		run_link(stage);
	else
		run_voice(stage);
}

bool stage_start(struct stage *stage, enum actor actor)
{
	pid_t pid;

	if (actor == ACTOR_SCREEN)
		return start_screen(stage);
	pid = fork();
	if (pid == 0)
		run_actor(stage, actor);
	stage->actors[actor] = pid;
	if (pid < 0)
		return false;
	if (actor == ACTOR_CENTRAL)
		return read_url(stage);
	return wait_for_file(
		stage_path(stage, actor == ACTOR_LINK ? "link.socket" : "voice.socket"),
		false);
}

void stage_end(struct stage *stage, enum actor actor, int signal)
{
	pid_t pid = stage->actors[actor];
	int status;

	if (pid <= 0)
		return;
	kill(pid, signal);
	for (int i = 0; i < 200; i++) {
		if (waitpid(pid, &status, WNOHANG) == pid) {
			stage->actors[actor] = 0;
			return;
		}
		if (actor == ACTOR_SCREEN)
			stage_drain(stage);
		usleep(25000);
	}
	fprintf(stderr, "# %s did not end by signal %d\n", names[actor], signal);
	kill(pid, SIGKILL);
	waitpid(pid, &status, 0);
	stage->actors[actor] = 0;
}

bool stage_screen_lives(struct stage *stage)
{
	pid_t pid = stage->actors[ACTOR_SCREEN];
	int status;

	if (pid <= 0)
		return false;
	if (waitpid(pid, &status, WNOHANG) != pid)
		return true;
	stage->last_exit =
		WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	stage->actors[ACTOR_SCREEN] = 0;
	return false;
}

void stage_drain(struct stage *stage)
{
	char bytes[4096];

	while (
		stage->terminal >= 0 && read(stage->terminal, bytes, sizeof bytes) > 0)
		;
}

bool stage_write(struct stage *stage, const char *bytes, size_t size)
{
	return write(stage->terminal, bytes, size) == (ssize_t)size;
}

void stage_print_logs(const struct stage *stage)
{
	char command[256];

	snprintf(command, sizeof command,
		"for f in %s/*.log; do [ -s $f ] && echo \"# --- $f\" && "
		"tail -n 15 $f | sed 's/^/# /'; done",
		stage->folder);
	if (system(command) != 0)
		printf("# no logs\n");
}

void stage_close(struct stage *stage)
{
	char command[128];

	for (int i = N_ACTORS - 1; i >= 0; i--)
		stage_end(stage, (enum actor)i, SIGTERM);
	if (stage->terminal >= 0)
		close(stage->terminal);
	snprintf(command, sizeof command, "rm -rf %s", stage->folder);
	if (system(command) != 0)
		printf("# %s stays\n", stage->folder);
}
