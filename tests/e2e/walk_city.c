/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/e2e/walk.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/clock.h"

/* What `opendeur-central show` says of a reference. */
static json_t *ask_central(struct walk *walk, const char *reference)
{
	char command[640];
	FILE *pipe;
	json_t *answer;

	snprintf(command, sizeof command,
		"%s/opendeur-central show --storage sqlite:%s --state %s %s 2>>%s",
		walk->stage.build, stage_path(&walk->stage, "central.db"),
		walk->stage.folder, reference, stage_path(&walk->stage, "show.log"));
	pipe = popen(command, "r");
	if (!pipe)
		return NULL;
	answer = json_loadf(pipe, JSON_DISABLE_EOF_CHECK, NULL);
	pclose(pipe);
	return answer;
}

static const char *reference_shown(struct walk *walk)
{
	static char reference[32];
	size_t i;
	json_t *item;

	json_array_foreach(json_object_get(walk->screens.last, "items"), i, item)
	{
		const char *id = json_string_value(json_object_get(item, "id"));
		const char *value = json_string_value(json_object_get(item, "value"));

		if (id && value && strstr(id, "/reference"))
			snprintf(reference, sizeof reference, "%s", value);
	}
	return reference;
}

static bool do_remember(struct walk *walk, char *argument)
{
	(void)argument;
	walk_settle(walk);
	return *reference_shown(walk) != '\0';
}

static bool is_submitted(struct walk *walk, const char *state)
{
	json_t *shown = ask_central(walk, reference_shown(walk));
	const char *is = json_string_value(json_object_get(shown, "state"));
	bool ok = is && strcmp(is, state) == 0;

	json_decref(shown);
	return ok;
}

static bool do_submitted(struct walk *walk, char *argument)
{
	/* Link waits longer after each failure, by chance up to half a minute. */
	return walk_within(walk, 90000, is_submitted, argument);
}

static bool do_answer(struct walk *walk, char *argument)
{
	char *rest = argument;
	const char *key = strtok_r(rest, " ", &rest);
	json_t *shown = ask_central(walk, reference_shown(walk));
	const json_t *value =
		json_object_get(json_object_get(shown, "answers"), key);
	char *text = json_is_string(value)
					 ? strdup(json_string_value(value))
					 : json_dumps(value,
						   JSON_ENCODE_ANY | JSON_COMPACT | JSON_SORT_KEYS);
	bool ok = text && strcmp(text, rest) == 0;

	if (!ok)
		printf("# %s is %s\n", key, text ? text : "not there");
	free(text);
	json_decref(shown);
	return ok;
}

static bool do_not_sent(struct walk *walk, char *argument)
{
	json_t *shown = ask_central(walk, reference_shown(walk));
	const json_t *answers = json_object_get(shown, "answers");
	bool ok = answers && !json_object_get(answers, argument);

	json_decref(shown);
	return ok;
}

const struct walk_entry walk_city[] = {
	{ "remember", do_remember },
	{ "submitted", do_submitted },
	{ "answer", do_answer },
	{ "not-sent", do_not_sent },
	{ 0 },
};
