/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/speech_json.h"

static json_t *version_1(void)
{
	return json_pack("{s:i}", "v", 1);
}

static json_t *segment_say(const struct segment *segment)
{
	json_t *line = json_pack(
		"{s:s, s:s}", "text", segment->text, "language", segment->language);

	if (segment->pause > 0)
		json_object_set_new(line, "pause", json_integer(segment->pause));
	return line;
}

json_t *utterance_say(
	const struct utterance *utterance, struct speech_settings settings)
{
	json_t *segments = json_array();

	for (size_t i = 0; i < utterance->n_segments; i++)
		json_array_append_new(segments, segment_say(&utterance->segments[i]));
	return json_pack("{s:i, s:{s:i, s:s, s:i, s:i, s:o}}", "v", 1, "say", "id",
		settings.id, "priority", priority_name(utterance->priority), "rate",
		settings.rate, "gain", settings.gain, "segments", segments);
}

static json_t *order(const char *what)
{
	json_t *line = version_1();

	json_object_set_new(line, what, json_true());
	return line;
}

json_t *speech_stop_line(void)
{
	return order("stop");
}

json_t *speech_end_line(void)
{
	return order("end");
}

json_t *utterance_to_json(
	const struct utterance *utterance, int64_t ms, int visit)
{
	json_t *lines = json_array();

	for (size_t i = 0; i < utterance->n_segments; i++) {
		const struct segment *segment = &utterance->segments[i];
		const char *privacy =
			segment->privacy == PRIVACY_PRIVATE ? "private" : "public";

		json_array_append_new(lines,
			json_pack("{s:i, s:I, s:i, s:s, s:s, s:s, s:s, s:s}", "v", 1, "ms",
				(json_int_t)ms, "visit", visit, "language", segment->language,
				"privacy", privacy, "route", route_name(utterance->route),
				"priority", priority_name(utterance->priority), "text",
				segment->text));
	}
	return lines;
}
