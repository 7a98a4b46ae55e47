/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/log.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/base/text.h"

static const char *log_program = "";
static int log_fd = STDERR_FILENO;

void log_open(const char *program)
{
	log_program = program;
}

bool log_to_file(const char *path)
{
	int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);

	if (fd < 0)
		return fail("cannot open %s: %m", path);
	log_fd = fd;
	return true;
}

/* A line in one write, so that lines of several programs do not mix. */
static void write_line(const char *level, const char *format, va_list args)
{
	char stamp[32] = "";
	char *said = NULL, *safe, *line;
	time_t now = time(NULL);
	struct tm utc;

	if (vasprintf(&said, format, args) < 0)
		return;
	safe = safe_text(said, false);
	if (gmtime_r(&now, &utc))
		strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", &utc);
	line = text_format("%s %s %s: %s\n", stamp, log_program, level, safe);
	if (write(log_fd, line, __builtin_strlen(line)) < 0) {
		/* There is nobody left to tell. */
	}
	free(line);
	free(safe);
	free(said);
}

void log_info(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	write_line("info", format, args);
	va_end(args);
}

void log_error(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	write_line("error", format, args);
	va_end(args);
}

bool fail(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	write_line("error", format, args);
	va_end(args);
	return false;
}
