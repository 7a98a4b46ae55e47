/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/preview/voice_child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/base/text.h"
#include "tools/programs.h"

/* The terminal belongs to the screen. */
static void become_voice(const char *program, const char *socket, pid_t parent)
{
	int nowhere = open("/dev/null", O_RDWR);

	for (int fd = 0; fd < 3 && nowhere >= 0; fd++)
		dup2(nowhere, fd);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		_exit(EXIT_FAILURE);
	execl(program, program, "--listen", socket, (char *)NULL);
	_exit(EXIT_FAILURE);
}

bool voice_child_start(struct voice_child *voice)
{
	char *program = beside_this_program("opendeur-voice");
	pid_t parent = getpid();

	*voice = (struct voice_child){ .folder = "/tmp/opendeur-XXXXXX" };
	if (!mkdtemp(voice->folder)) {
		voice->folder[0] = '\0';
		free(program);
		return fail("cannot make a folder: %s", strerror(errno));
	}
	voice->socket = text_format("%s/voice.socket", voice->folder);
	voice->pid = fork();
	if (voice->pid == 0)
		become_voice(program, voice->socket, parent);
	free(program);
	return voice->pid > 0 || fail("cannot fork: %s", strerror(errno));
}

void voice_child_end(struct voice_child *voice)
{
	if (voice->pid > 0) {
		kill(voice->pid, SIGTERM);
		waitpid(voice->pid, NULL, 0);
	}
	if (voice->folder[0]) {
		unlink(voice->socket);
		rmdir(voice->folder);
	}
	free(voice->socket);
}
