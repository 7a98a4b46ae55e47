/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/records.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/base/text.h"
#include "lib/ui/screen_json.h"
#include "lib/ui/speech_json.h"

/* Each visit is a process of its own and appends: the file tells its number. */
static int last_visit(FILE *file)
{
	char *line = NULL;
	size_t room = 0;
	int visit = 0;

	rewind(file);
	while (getline(&line, &room, file) > 0) {
		json_t *json = json_loads(line, 0, NULL);
		json_t *number = json_object_get(json, "visit");

		if (json_is_integer(number))
			visit = (int)json_integer_value(number);
		json_decref(json);
	}
	free(line);
	return visit;
}

static bool open_one(struct records *records, const char *path, FILE **file)
{
	int visit;

	if (!*path)
		return true;
	*file = fopen(path, "a+e");
	if (!*file)
		return fail("cannot open %s: %m", path);
	visit = last_visit(*file) + 1;
	if (visit > records->visit)
		records->visit = visit;
	return true;
}

bool records_open(
	struct records *records, const char *screens, const char *utterances)
{
	*records = (struct records){ .began = clock_ms(), .visit = 1 };
	return open_one(records, screens, &records->screens) &&
		   open_one(records, utterances, &records->utterances);
}

static void write_line(FILE *file, const json_t *json)
{
	char *line = json_dumps(json, JSON_COMPACT);

	fprintf(file, "%s\n", line);
	fflush(file);
	free(line);
}

void records_screen(struct records *records, const struct screen *screen)
{
	json_t *json;
	char *now;

	if (!records->screens)
		return;
	json = screen_to_json(screen);
	now = json_dumps(json, JSON_COMPACT);
	if (!text_same(now, records->last_screen)) {
		json_object_set_new(json, "v", json_integer(1));
		json_object_set_new(
			json, "ms", json_integer(clock_ms() - records->began));
		json_object_set_new(json, "visit", json_integer(records->visit));
		write_line(records->screens, json);
	}
	free(records->last_screen);
	records->last_screen = now;
	json_decref(json);
}

void records_utterance(
	struct records *records, const struct utterance *utterance)
{
	json_t *lines;
	size_t i;
	json_t *line;

	if (!records->utterances)
		return;
	lines = utterance_to_json(
		utterance, clock_ms() - records->began, records->visit);
	json_array_foreach(lines, i, line)
	{
		write_line(records->utterances, line);
	}
	json_decref(lines);
}

void records_close(struct records *records)
{
	if (records->screens)
		fclose(records->screens);
	if (records->utterances)
		fclose(records->utterances);
	free(records->last_screen);
	*records = (struct records){ 0 };
}
