/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/voice/output.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "kiosk/voice/wav.h"
#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/base/text.h"

static const struct {
	const char *name;
	bool file_needed, target_allowed;
} kinds[] = {
	[OUTPUT_ALSA] = { "alsa", false, true },
	[OUTPUT_NULL] = { "null", false, false },
	[OUTPUT_WAV] = { "wav", true, true },
	[OUTPUT_PACED] = { "paced", true, true },
};

bool output_parse(const char *text, struct output_choice *choice)
{
	size_t n = strcspn(text, ":");
	const char *target = text[n] ? text + n + 1 : "";

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		if (strlen(kinds[i].name) != n || strncmp(kinds[i].name, text, n) != 0)
			continue;
		choice->kind = (enum output_kind)i;
		choice->target = target;
		return *target ? kinds[i].target_allowed
					   : !kinds[i].file_needed && !text[n];
	}
	return false;
}

static bool make_empty(const char *path)
{
	int fd =
		open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd < 0)
		return fail("cannot write %s: %m", path);
	close(fd);
	return true;
}

bool output_prepare(struct output_choice *choice)
{
	char *log;
	bool made;

	choice->began = clock_ms();
	if (!kinds[choice->kind].file_needed)
		return true;
	if (!make_empty(choice->target) || !wav_begin(choice->target))
		return false;
	if (choice->kind == OUTPUT_WAV)
		return true;
	log = text_format("%s.log", choice->target);
	made = make_empty(log);
	free(log);
	return made;
}

struct output *output_new(const struct output_choice *choice)
{
	return choice->kind == OUTPUT_ALSA ? alsa_new(choice->target)
									   : clock_new(choice);
}
