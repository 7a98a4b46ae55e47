/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/base/text.h"
#include "lib/ui/speech.h"
#include "lib/ui/speech_json.h"

/* What was handed over, as text: "priority| segment| segment" a line; a
 * segment in another language than English carries it: "[nl]Ja". */
struct heard {
	struct renderer *speech;
	struct text said;
	struct utterance last;
	struct screen before, now;
};

static void hear(void *owner, const struct utterance *utterance)
{
	struct heard *heard = owner;

	text_addf(&heard->said, "%s", priority_name(utterance->priority));
	for (size_t i = 0; i < utterance->n_segments; i++) {
		const struct segment *segment = &utterance->segments[i];

		text_add(&heard->said, "| ");
		if (strcmp(segment->language, "en") != 0)
			text_addf(&heard->said, "[%s]", segment->language);
		if (segment->privacy == PRIVACY_PRIVATE)
			text_add(&heard->said, "[private]");
		text_add(&heard->said, segment->text);
	}
	text_add(&heard->said, "\n");
	utterance_copy(&heard->last, utterance);
}

static struct item *add(
	struct heard *heard, enum item_role role, const char *id, const char *label)
{
	return screen_add(&heard->now, role, id, label);
}

static struct item *item(struct heard *heard, const char *id)
{
	return &heard->now.items[screen_find(&heard->now, id)];
}

static void ask(struct heard *heard)
{
	struct item *field;

	screen_begin(&heard->now, "question", "en");
	add(heard, ITEM_TITLE, "question/title", "What is your BSN?");
	add(heard, ITEM_PLACE, "question/place", "Question 3 of 9");
	add(heard, ITEM_TEXT, "question/why", "We look you up with it.");
	field = add(heard, ITEM_FIELD, "question/bsn", "BSN");
	field->privacy = PRIVACY_PRIVATE;
	field->kind = VALUE_DIGITS;
	item_set_hint(field, "Your BSN is on your card.");
	add(heard, ITEM_ACTION, "question/next", "Next");
	add(heard, ITEM_MENU, "question/menu", "Help, language, stop");
	add(heard, ITEM_KEYS, "question/keys", "Enter: next");
	heard->now.focus = 3;
}

static void choose(struct heard *heard)
{
	screen_begin(&heard->now, "question", "en");
	add(heard, ITEM_TITLE, "question/title", "Where to?");
	add(heard, ITEM_CHOICE, "question/post", "By post")->n = 1;
	add(heard, ITEM_CHOICE, "question/desk", "At the desk")->n = 2;
	item(heard, "question/post")->of = 2;
	item(heard, "question/desk")->of = 2;
	heard->now.focus = 1;
}

/* What was heard on going from the last screen to the one in `now`. */
static const char *show(struct heard *heard)
{
	const struct screen *before = heard->before.name ? &heard->before : NULL;

	text_clear(&heard->said);
	heard->speech->show(heard->speech, before, &heard->now);
	screen_copy(&heard->before, &heard->now);
	return heard->said.bytes ? heard->said.bytes : "";
}

static const char *repeat(struct heard *heard)
{
	text_clear(&heard->said);
	speech_repeat(heard->speech, &heard->now);
	return heard->said.bytes;
}

static int set_up(void **state)
{
	struct heard *heard = calloc(1, sizeof *heard);

	heard->speech = speech_new(hear, heard);
	*state = heard;
	return 0;
}

static int tear_down(void **state)
{
	struct heard *heard = *state;

	heard->speech->free(heard->speech);
	screen_clear(&heard->before);
	screen_clear(&heard->now);
	utterance_clear(&heard->last);
	text_clear(&heard->said);
	free(heard);
	return 0;
}

static void says_a_new_screen_in_order(void **state)
{
	struct heard *heard = *state;

	ask(heard);
	assert_string_equal(show(heard),
		"screen| What is your BSN?| Question 3 of 9| We look you up with it.| "
		"BSN| Empty.| Field.| Your BSN is on your card.| Next| Button.| "
		"Help, language, stop| Menu.| Enter: next\n");
}

static void pauses_before_the_hint(void **state)
{
	struct heard *heard = *state;

	ask(heard);
	show(heard);
	assert_string_equal(
		heard->last.segments[6].text, "Your BSN is on your card.");
	assert_int_equal(heard->last.segments[6].pause, 1500);
}

static void says_nothing_when_nothing_changed(void **state)
{
	struct heard *heard = *state;

	ask(heard);
	show(heard);
	assert_string_equal(show(heard), "");
}

static void says_only_the_focus_when_that_moved(void **state)
{
	struct heard *heard = *state;

	choose(heard);
	show(heard);
	heard->now.focus = 2;
	assert_string_equal(
		show(heard), "focus| At the desk| Not chosen.| Choice 2 of 2.\n");
}

static void says_what_was_chosen(void **state)
{
	struct heard *heard = *state;

	choose(heard);
	show(heard);
	item(heard, "question/post")->state = STATE_CHOSEN;
	assert_string_equal(show(heard), "focus| By post| Chosen.\n");
}

static void says_marks_as_marks(void **state)
{
	struct heard *heard = *state;

	choose(heard);
	item(heard, "question/post")->role = ITEM_MARK;
	show(heard);
	item(heard, "question/post")->state = STATE_CHOSEN;
	assert_string_equal(show(heard), "focus| By post| Marked.\n");
}

static void a_new_error_comes_first(void **state)
{
	struct heard *heard = *state;

	ask(heard);
	show(heard);
	item_set_error(item(heard, "question/bsn"), "Type 9 digits.");
	assert_string_equal(show(heard),
		"screen| Type 9 digits.| BSN| Empty.| Field.| "
		"Your BSN is on your card.\n");
}

static void an_error_on_the_screen_is_not_said_twice(void **state)
{
	struct heard *heard = *state;

	ask(heard);
	show(heard);
	item_set_error(item(heard, "question/bsn"), "Type 9 digits.");
	add(heard, ITEM_ERROR, "question/error", "Type 9 digits.");
	assert_string_equal(show(heard),
		"screen| Type 9 digits.| BSN| Empty.| Field.| "
		"Your BSN is on your card.\n");
	assert_true(text_starts(repeat(heard), "screen| Type 9 digits.| What"));
	assert_null(strstr(heard->said.bytes + 20, "Type 9 digits."));
}

static void an_old_error_is_not_said_while_typing(void **state)
{
	struct heard *heard = *state;

	ask(heard);
	item_set_error(item(heard, "question/bsn"), "Type 9 digits.");
	item(heard, "question/bsn")->privacy = PRIVACY_PUBLIC;
	show(heard);
	item_set_value(item(heard, "question/bsn"), "1");
	assert_string_equal(show(heard), "echo| 1\n");
}

static void a_notice_is_said_when_it_comes(void **state)
{
	struct heard *heard = *state;

	ask(heard);
	show(heard);
	add(heard, ITEM_NOTICE, "question/notice", "This key does nothing here.");
	assert_string_equal(show(heard), "focus| This key does nothing here.\n");
}

static void a_standing_notice_comes_last_on_the_next_screen(void **state)
{
	struct heard *heard = *state;

	choose(heard);
	add(heard, ITEM_NOTICE, "question/test", "Trial");
	show(heard);
	screen_clear(&heard->now);
	ask(heard);
	add(heard, ITEM_NOTICE, "question/test", "Trial");
	assert_non_null(strstr(show(heard), "Menu.| Trial| Enter: next"));
}

static void the_heading_of_a_group_is_said_first_where_it_begins(void **state)
{
	struct heard *heard = *state;

	choose(heard);
	add(heard, ITEM_HEADING, "question/group", "Your home");
	assert_non_null(strstr(show(heard), "Where to?| Your home| By post"));
	screen_clear(&heard->now);
	ask(heard);
	add(heard, ITEM_HEADING, "question/group", "Your home");
	assert_non_null(strstr(show(heard), "Menu.| Your home| Enter: next"));
}

static void a_label_with_an_answer_is_for_a_headset(void **state)
{
	struct heard *heard = *state;

	choose(heard);
	item_set_aloud(item(heard, "question/title"), "Where to, Sir?");
	assert_non_null(strstr(show(heard), "| Where to, Sir?"));
	assert_null(strstr(heard->said.bytes, "| Where to?"));
	speech_set_route(heard->speech, ROUTE_HEADSET);
	assert_non_null(strstr(repeat(heard), "| [private]Where to?"));
}

static void a_question_that_is_worded_anew_is_the_same_question(void **state)
{
	struct heard *heard = *state;

	choose(heard);
	add(heard, ITEM_PLACE, "question/place", "Question 3 of 9");
	show(heard);
	screen_clear(&heard->now);
	choose(heard);
	add(heard, ITEM_PLACE, "question/place", "Question 3 of 9");
	free(item(heard, "question/title")->label);
	item(heard, "question/title")->label = strdup("Where to by post?");
	item(heard, "question/post")->state |= STATE_CHOSEN;
	assert_string_equal(
		show(heard), "focus| By post| Chosen.\nprogress| Where to by post?\n");
}

static void an_option_that_is_renamed_is_said(void **state)
{
	struct heard *heard = *state;

	choose(heard);
	show(heard);
	screen_clear(&heard->now);
	choose(heard);
	free(item(heard, "question/desk")->label);
	item(heard, "question/desk")->label = strdup("At the desk in town");
	item(heard, "question/post")->state |= STATE_CHOSEN;
	assert_string_equal(show(heard),
		"focus| By post| Chosen.\nprogress| At the desk in town\n");
}

static void echoes_what_is_typed(void **state)
{
	struct heard *heard = *state;
	static const struct {
		const char *value, *said;
	} rows[] = {
		{ "J", "echo| capital J\n" },
		{ "Ja", "echo| a\n" },
		{ "Ja ", "echo| space\n" },
		{ "Ja @", "echo| at\n" },
		{ "Ja ", "echo| at deleted.\n" },
		{ "Ja", "echo| space deleted.\n" },
		{ "Jan-Piet de Vries", "echo| Jan-Piet de Vries\n" },
		{ "", "echo| Empty.\n" },
	};

	ask(heard);
	item(heard, "question/bsn")->privacy = PRIVACY_PUBLIC;
	item(heard, "question/bsn")->kind = VALUE_TEXT;
	show(heard);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		item_set_value(item(heard, "question/bsn"), rows[i].value);
		assert_string_equal(show(heard), rows[i].said);
	}
}

static void a_private_value_stays_off_the_loudspeaker(void **state)
{
	struct heard *heard = *state;

	ask(heard);
	item_set_value(item(heard, "question/bsn"), "123456782");
	item_set_raw(item(heard, "question/bsn"), VALUE_DIGITS, "123456782");
	for (int route = ROUTE_UNKNOWN; route <= ROUTE_LOUDSPEAKER; route++) {
		speech_set_route(heard->speech, (enum route)route);
		assert_non_null(strstr(repeat(heard),
			"| BSN| Filled in, 9 digits. With headphones you hear it.|"));
		assert_null(strstr(heard->said.bytes, "[private]"));
	}
}

static void a_private_value_is_said_in_a_headset(void **state)
{
	struct heard *heard = *state;

	ask(heard);
	item_set_raw(item(heard, "question/bsn"), VALUE_DIGITS, "123456782");
	item_set_value(item(heard, "question/bsn"), "123 456 782");
	speech_set_route(heard->speech, ROUTE_HEADSET);
	assert_non_null(strstr(
		repeat(heard), "| BSN| [private]1, 2, 3, 4, 5, 6, 7, 8, 2| Field."));
}

static void private_typing_is_a_star_on_the_loudspeaker(void **state)
{
	struct heard *heard = *state;

	ask(heard);
	show(heard);
	item_set_value(item(heard, "question/bsn"), "1");
	assert_string_equal(show(heard), "echo| Star, 1.\n");
	item_set_value(item(heard, "question/bsn"), "12");
	assert_string_equal(show(heard), "echo| Star, 2.\n");
	item_set_value(item(heard, "question/bsn"), "1");
	assert_string_equal(show(heard), "echo| Deleted.\n");
	item_set_value(item(heard, "question/bsn"), "123456782000");
	assert_string_equal(show(heard),
		"echo| Filled in, 12 digits. With headphones you hear it.\n");
}

static void private_typing_is_heard_in_a_headset(void **state)
{
	struct heard *heard = *state;

	ask(heard);
	speech_set_route(heard->speech, ROUTE_HEADSET);
	show(heard);
	item_set_value(item(heard, "question/bsn"), "7");
	assert_string_equal(show(heard), "echo| [private]7\n");
}

static void a_private_choice_is_not_told(void **state)
{
	struct heard *heard = *state;

	choose(heard);
	item(heard, "question/post")->privacy = PRIVACY_PRIVATE;
	item(heard, "question/post")->state = STATE_CHOSEN;
	assert_null(strstr(show(heard), "| Chosen."));
}

static void a_cover_hides_every_value(void **state)
{
	struct heard *heard = *state;

	screen_begin(&heard->now, "idle", "en");
	add(heard, ITEM_TITLE, "idle/title", "Are you still there?");
	item_set_value(add(heard, ITEM_DETAIL, "idle/name", "Name"), "Ayşe");
	heard->now.cover = true;
	speech_set_route(heard->speech, ROUTE_HEADSET);
	assert_string_equal(show(heard), "screen| Are you still there?| Name\n");
}

static void reads_values_by_their_kind(void **state)
{
	struct heard *heard = *state;

	screen_begin(&heard->now, "check", "en");
	add(heard, ITEM_TITLE, "check/title", "Check");
	item_set_raw(add(heard, ITEM_CHANGE, "check/date", "Moving day"),
		VALUE_DATE, "2026-03-12");
	item_set_value(item(heard, "check/date"), "12-03-2026");
	item_set_value(add(heard, ITEM_DETAIL, "check/price", "Price"), "€ 18,30");
	heard->now.focus = 1;
	assert_string_equal(show(heard),
		"screen| Check| Price| 18 euros and 30 cents| Moving day| "
		"12 March 2026| Answer. Enter changes it.\n");
}

static void a_list_of_languages_is_read_each_in_its_own(void **state)
{
	static const char *const names[][2] = { { "nl", "Nederlands" },
		{ "en", "English" }, { "tr", "Türkçe" } };
	struct heard *heard = *state;

	screen_begin(&heard->now, "language", "nl");
	add(heard, ITEM_TITLE, "language/title", "Taal");
	for (int i = 0; i < 3; i++) {
		struct item *choice = add(heard, ITEM_CHOICE, names[i][0], names[i][1]);

		item_set_language(choice, names[i][0]);
		choice->n = i + 1;
		choice->of = 3;
	}
	add(heard, ITEM_MENU, "language/menu", "Hulp");
	heard->now.focus = 1;
	assert_string_equal(show(heard),
		"screen| [nl]Taal| [nl]1, Nederlands| 2, English| [tr]3, Türkçe\n");
	heard->now.focus = 3;
	assert_string_equal(show(heard), "focus| [tr]3, Türkçe\n");
	heard->now.focus = 4;
	assert_string_equal(show(heard), "focus| [nl]Hulp\n");
}

static void a_still_screen_speaks_only_when_asked(void **state)
{
	struct heard *heard = *state;

	screen_begin(&heard->now, "attract", "nl");
	item_set_language(
		add(heard, ITEM_TITLE, "attract/en", "Press a key."), "en");
	heard->now.still = true;
	assert_string_equal(show(heard), "");
	assert_string_equal(repeat(heard), "screen| Press a key.\n");
}

static void a_form_that_is_not_translated_keeps_its_own_voice(void **state)
{
	struct heard *heard = *state;

	choose(heard);
	item_set_language(item(heard, "question/post"), "nl");
	assert_string_equal(show(heard),
		"screen| Where to?| [nl]By post| Not chosen.| Choice 1 of 2.| "
		"At the desk| Not chosen.| Choice 2 of 2.\n");
}

static void says_only_the_page_that_is_shown(void **state)
{
	struct heard *heard = *state;
	struct item *far;

	choose(heard);
	heard->now.pages = 2;
	far = add(heard, ITEM_TEXT, "question/far", "Far away");
	far->first_page = far->last_page = 1;
	assert_string_equal(show(heard),
		"screen| Where to?| Page 1 of 2.| By post| Not chosen.| "
		"Choice 1 of 2.| At the desk| Not chosen.| Choice 2 of 2.\n");
	heard->now.page = 1;
	heard->now.focus = 0;
	assert_string_equal(show(heard), "screen| Page 2 of 2.| Far away\n");
}

static void a_text_that_changed_by_itself_waits_its_turn(void **state)
{
	struct heard *heard = *state;

	ask(heard);
	show(heard);
	free(heard->now.items[2].label);
	heard->now.items[2].label = strdup("Received.");
	assert_string_equal(show(heard), "progress| Received.\n");
}

static void the_next_question_of_a_scene_is_a_new_screen(void **state)
{
	struct heard *heard = *state;

	ask(heard);
	show(heard);
	screen_clear(&heard->now);
	choose(heard);
	assert_non_null(strstr(show(heard), "screen| Where to?| By post"));
}

static void pictures_are_not_spoken(void **state)
{
	struct heard *heard = *state;

	choose(heard);
	add(heard, ITEM_PICTURE, "question/picture", "A drawing");
	add(heard, ITEM_TEXT, "question/rule", "----")->decorative = true;
	assert_null(strstr(show(heard), "drawing"));
	assert_null(strstr(repeat(heard), "dash"));
}

static void says_one_sentence_of_the_moment(void **state)
{
	struct heard *heard = *state;

	speech_say(heard->speech, PRIORITY_ALERT, "nl", "Bent u er nog?");
	assert_string_equal(heard->said.bytes, "alert| [nl]Bent u er nog?\n");
}

static void makes_the_line_for_the_voice(void **state)
{
	struct heard *heard = *state;
	struct speech_settings settings = { 12, 160, 100 };
	json_t *line;
	char *text;

	speech_say(heard->speech, PRIORITY_SCREEN, "en", "What is your BSN?");
	line = utterance_say(&heard->last, settings);
	text = json_dumps(line, JSON_COMPACT);
	assert_string_equal(text,
		"{\"v\":1,\"say\":{\"id\":12,\"priority\":\"screen\",\"rate\":160,"
		"\"gain\":100,\"segments\":[{\"text\":\"What is your BSN?\","
		"\"language\":\"en\"}]}}");
	free(text);
	json_decref(line);
}

static void makes_a_line_a_segment_for_the_record(void **state)
{
	struct heard *heard = *state;
	json_t *lines;
	char *text;

	speech_say(heard->speech, PRIORITY_FOCUS, "nl", "Ja");
	lines = utterance_to_json(&heard->last, 5123, 1);
	text = json_dumps(lines, JSON_COMPACT);
	assert_string_equal(text,
		"[{\"v\":1,\"ms\":5123,\"visit\":1,\"language\":\"nl\","
		"\"privacy\":\"public\",\"route\":\"unknown\",\"priority\":\"focus\","
		"\"text\":\"Ja\"}]");
	free(text);
	json_decref(lines);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(says_a_new_screen_in_order),
		TEST(pauses_before_the_hint),
		TEST(says_nothing_when_nothing_changed),
		TEST(says_only_the_focus_when_that_moved),
		TEST(says_what_was_chosen),
		TEST(says_marks_as_marks),
		TEST(a_new_error_comes_first),
		TEST(an_error_on_the_screen_is_not_said_twice),
		TEST(an_old_error_is_not_said_while_typing),
		TEST(a_notice_is_said_when_it_comes),
		TEST(a_standing_notice_comes_last_on_the_next_screen),
		TEST(the_heading_of_a_group_is_said_first_where_it_begins),
		TEST(a_label_with_an_answer_is_for_a_headset),
		TEST(a_question_that_is_worded_anew_is_the_same_question),
		TEST(an_option_that_is_renamed_is_said),
		TEST(echoes_what_is_typed),
		TEST(a_private_value_stays_off_the_loudspeaker),
		TEST(a_private_value_is_said_in_a_headset),
		TEST(private_typing_is_a_star_on_the_loudspeaker),
		TEST(private_typing_is_heard_in_a_headset),
		TEST(a_private_choice_is_not_told),
		TEST(a_cover_hides_every_value),
		TEST(reads_values_by_their_kind),
		TEST(a_list_of_languages_is_read_each_in_its_own),
		TEST(a_still_screen_speaks_only_when_asked),
		TEST(a_form_that_is_not_translated_keeps_its_own_voice),
		TEST(says_only_the_page_that_is_shown),
		TEST(a_text_that_changed_by_itself_waits_its_turn),
		TEST(the_next_question_of_a_scene_is_a_new_screen),
		TEST(pictures_are_not_spoken),
		TEST(says_one_sentence_of_the_moment),
		TEST(makes_the_line_for_the_voice),
		TEST(makes_a_line_a_segment_for_the_record),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
