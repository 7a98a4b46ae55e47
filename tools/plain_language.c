/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/plain_language.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"
#include "tools/dutch.h"
#include "tools/plain_words.h"
#include "tools/sentence.h"

enum {
	AMBER_SENTENCE = 12,
	RED_SENTENCE = 15,
	MOST_BEFORE_VERB = 7,
	MOST_SUBCLAUSES = 1,
	AMBER_LONG = 6, /* per cent */
	RED_LONG = 10,
	FEW_WORDS = 30, /* of which shares say little */
	AMBER_FLESCH = 80,
	RED_FLESCH = 70,
	MOST_QUESTION = 90,
	MOST_OPTION = 40,
	MOST_HINT = 15,
	MOST_OPTIONS = 7,
};

struct judge {
	const struct plain_text *text;
	struct plain_count *count;
	struct findings *findings;
};

static struct finding finding_of(const struct judge *judge,
	enum finding_rule rule, enum severity severity, const char *repair)
{
	struct finding finding = judge->text->at;

	finding.rule = rule;
	finding.severity = severity;
	finding.repair = repair;
	return finding;
}

static void judge_length(
	const struct judge *judge, const struct sentence *sentence)
{
	struct finding finding = finding_of(judge, RULE_SENTENCE_LENGTH,
		sentence->n_words > RED_SENTENCE ? RED : AMBER,
		"Make two sentences of it, each with one message.");

	if (sentence->n_words > AMBER_SENTENCE)
		findings_addf(judge->findings, &finding,
			"a sentence of %zu words: \"%s\"", sentence->n_words,
			sentence->text);
}

static void count_words(
	const struct judge *judge, const struct sentence *sentence)
{
	struct plain_count *count = judge->count;

	count->sentences++;
	for (size_t i = 0; i < sentence->n_words; i++) {
		const struct word *word = &sentence->words[i];

		if (!word->spoken)
			continue;
		count->words++;
		count->syllables += dutch_syllables(word->text);
		count->long_words += dutch_is_long(word->text);
	}
}

static bool is_among(const char *const *list, const char *word)
{
	return plain_word_in(list, word);
}

/* The participle of a passive in the clause [from, to), or NULL. */
static const char *passive_in(
	const struct sentence *sentence, size_t from, size_t to)
{
	static const char *const helpers[] = { "word", "wordt", "worden", "werd",
		"werden", "is", "zijn", "bent", "ben", "was", "waren", NULL };
	const char *participle = NULL;
	bool helped = false;

	for (size_t i = from; i < to; i++) {
		const char *word = sentence->words[i].lower;

		helped = helped || is_among(helpers, word);
		if (dutch_is_participle(word) &&
			!(i > from && !strcmp(sentence->words[i - 1].lower, "te")))
			participle = word;
	}
	return helped ? participle : NULL;
}

static void judge_passive(
	const struct judge *judge, const struct sentence *sentence)
{
	const char *participle = NULL;
	size_t from = 0;
	struct finding finding;

	for (size_t i = 0; i < sentence->n_words && !participle; i++) {
		if (!sentence->words[i].ends_clause && i + 1 < sentence->n_words)
			continue;
		participle = passive_in(sentence, from, i + 1);
		from = i + 1;
	}
	if (!participle)
		return;
	judge->count->screen_passives++;
	finding = finding_of(judge, RULE_PASSIVE,
		judge->count->screen_passives > 1 ? RED : AMBER,
		"Say who does it: \"wij\" or \"u\" with a verb.");
	findings_addf(judge->findings, &finding, "passive (\"%s\"): \"%s\"",
		participle, sentence->text);
}

static void judge_negation(
	const struct judge *judge, const struct sentence *sentence)
{
	struct finding finding = finding_of(
		judge, RULE_NEGATION, RED, "Say it without \"niet\", or say it twice.");
	const char *first = NULL, *second = NULL;

	for (size_t i = 0; i < sentence->n_words; i++) {
		const char *word = sentence->words[i].lower;

		if (!dutch_is_negation(word))
			continue;
		second = first ? word : NULL;
		first = first ? first : word;
		if (second)
			break;
	}
	if (second)
		findings_addf(judge->findings, &finding,
			"two negations (\"%s\", \"%s\"): \"%s\"", first, second,
			sentence->text);
}

static void judge_clauses(
	const struct judge *judge, const struct sentence *sentence)
{
	struct finding finding = finding_of(
		judge, RULE_SUBCLAUSES, AMBER, "Make a sentence of each of its parts.");
	struct finding late = finding_of(
		judge, RULE_VERB_LATE, AMBER, "Begin with who does it, then the verb.");
	size_t verb = 0, n = 0;

	for (size_t i = 0; i < sentence->n_words; i++)
		n += is_among(plain_subclauses, sentence->words[i].lower);
	if (n > MOST_SUBCLAUSES)
		findings_addf(judge->findings, &finding,
			"%zu subordinate clauses: \"%s\"", n, sentence->text);
	while (verb < sentence->n_words &&
		   !dutch_is_common_verb(sentence->words[verb].lower))
		verb++;
	if (verb < sentence->n_words && verb > MOST_BEFORE_VERB)
		findings_addf(judge->findings, &late,
			"%zu words before the verb \"%s\": \"%s\"", verb,
			sentence->words[verb].text, sentence->text);
}

static void judge_word_choice(
	const struct judge *judge, const struct sentence *sentence)
{
	static const char *const informal[] = { "je", "jij", "jou", "jouw",
		"jullie", NULL };
	struct finding finding = finding_of(judge, RULE_BUREAUCRATIC, RED, NULL);
	char *flat = sentence_flat(sentence);

	for (size_t i = 0; plain_bureaucratic[i].word; i++) {
		const struct plain_replacement *known = &plain_bureaucratic[i];
		char *padded = text_format(" %s ", known->word);
		char *repair = text_format("Say: %s.", known->say);

		finding.repair = repair;
		if (strstr(flat, padded))
			findings_addf(judge->findings, &finding, "the word \"%s\": \"%s\"",
				known->word, sentence->text);
		free(repair);
		free(padded);
	}
	finding = finding_of(judge, RULE_INFORMAL, RED, "Say \"u\" and \"uw\".");
	for (size_t i = 0; i < sentence->n_words; i++) {
		if (is_among(informal, sentence->words[i].lower))
			findings_addf(judge->findings, &finding, "says \"%s\": \"%s\"",
				sentence->words[i].lower, sentence->text);
	}
	free(flat);
}

static size_t words_in(const char *text)
{
	struct sentence sentence;
	size_t n = 0;

	while (sentence_next(&sentence, &text)) {
		n += sentence.n_words;
		sentence_clear(&sentence);
	}
	return n;
}

static void judge_size(const struct judge *judge)
{
	static const struct {
		enum finding_rule rule;
		size_t most;
		const char *of, *repair;
	} sizes[] = {
		[PLAIN_QUESTION] = { RULE_QUESTION_LENGTH, MOST_QUESTION, "characters",
			"Ask one thing; move the rest to the help." },
		[PLAIN_HINT] = { RULE_HINT_LENGTH, MOST_HINT, "words",
			"Keep one short sentence; move the rest to the help." },
		[PLAIN_OPTION] = { RULE_OPTION_LENGTH, MOST_OPTION, "characters",
			"Name it in a few words; explain it in its description." },
		[PLAIN_TEXT] = { RULE_HINT_LENGTH, 0, "", "" },
	};
	enum plain_kind kind = judge->text->kind;
	size_t most = sizes[kind].most;
	size_t n = kind == PLAIN_HINT ? words_in(judge->text->text)
								  : text_length(judge->text->text);
	struct finding finding = finding_of(judge, sizes[kind].rule,
		n > most + most / 2 ? RED : AMBER, sizes[kind].repair);

	if (most && n > most)
		findings_addf(judge->findings, &finding, "%zu %s, and %zu can be", n,
			sizes[kind].of, most);
}

static bool is_shouted(const char *word)
{
	char *lower = dutch_lower(word);
	bool shouted = text_length(word) > 5 && strcmp(lower, word) != 0;

	for (; shouted && *word; word++)
		shouted = !(*word >= 'a' && *word <= 'z');
	free(lower);
	return shouted;
}

static bool is_capital(const char *word)
{
	return *word >= 'A' && *word <= 'Z' && word[1] >= 'a' && word[1] <= 'z';
}

static void judge_case(
	const struct judge *judge, const struct sentence *sentence)
{
	struct finding finding = finding_of(judge, RULE_SENTENCE_CASE, AMBER,
		"Begin with a capital, and write the rest small.");
	const char *first = sentence->words[0].text;
	size_t capitals = 0, shouted = 0;

	for (size_t i = 0; i < sentence->n_words; i++) {
		shouted += is_shouted(sentence->words[i].text);
		capitals += i && is_capital(sentence->words[i].text);
	}
	if (shouted || (sentence->n_words > 3 && capitals * 2 > sentence->n_words))
		findings_addf(
			judge->findings, &finding, "capitals: \"%s\"", sentence->text);
	/* What a template begins with is not known. */
	else if (judge->text->kind != PLAIN_TEXT && *judge->text->text != '{' &&
			 *first >= 'a' && *first <= 'z')
		findings_addf(
			judge->findings, &finding, "begins small: \"%s\"", sentence->text);
}

/* "{naam}", "[...]", "XXX" that somebody meant to fill in. Templates with two
 * braces are for the loader of forms. */
static void judge_placeholder(const struct judge *judge)
{
	static const char *const left[] = { "lorem ipsum", "xxx", "[...]", "[…]",
		"todo", "invullen]", NULL };
	struct finding finding = finding_of(judge, RULE_PLACEHOLDER, RED,
		"Write what residents are to read there.");
	char *lower = dutch_lower(judge->text->text);
	const char *brace = strchr(lower, '{');

	if (brace && brace[1] != '{' && brace[1] != '%' && strchr(brace, '}') &&
		!(brace > lower && brace[-1] == '{'))
		findings_addf(
			judge->findings, &finding, "a gap: \"%s\"", judge->text->text);
	for (size_t i = 0; left[i]; i++) {
		if (strstr(lower, left[i]))
			findings_addf(judge->findings, &finding, "holds \"%s\"", left[i]);
	}
	free(lower);
}

void plain_judge(const struct plain_text *text, struct plain_count *count,
	struct findings *findings)
{
	const struct judge judge = { text, count, findings };
	const char *at = text->text;
	struct sentence sentence;

	judge_size(&judge);
	judge_placeholder(&judge);
	for (bool first = true; sentence_next(&sentence, &at); first = false) {
		count_words(&judge, &sentence);
		judge_length(&judge, &sentence);
		judge_passive(&judge, &sentence);
		judge_negation(&judge, &sentence);
		judge_clauses(&judge, &sentence);
		judge_word_choice(&judge, &sentence);
		if (first)
			judge_case(&judge, &sentence);
		sentence_clear(&sentence);
	}
}

double plain_flesch_douma(const struct plain_count *count)
{
	if (!count->sentences || !count->words)
		return 100;
	return 206.84 - 0.93 * (double)count->words / (double)count->sentences -
		   77.0 * (double)count->syllables / (double)count->words;
}

void plain_judge_whole(const struct plain_count *count,
	const struct finding *at, struct findings *findings)
{
	double flesch = plain_flesch_douma(count);
	double share =
		count->words ? 100.0 * (double)count->long_words / (double)count->words
					 : 0;
	/* A few words say nothing about the whole, so they are never red. */
	bool few = count->words < FEW_WORDS;
	struct finding finding = *at;

	finding.rule = RULE_FLESCH_DOUMA;
	finding.severity = flesch < RED_FLESCH && !few ? RED : AMBER;
	finding.repair = "Use shorter words, and shorter sentences.";
	if (flesch < AMBER_FLESCH)
		findings_addf(
			findings, &finding, "Flesch-Douma %.1f, and 80 is plain", flesch);
	finding.rule = RULE_LONG_WORDS;
	finding.severity = share > RED_LONG && !few ? RED : AMBER;
	finding.repair = "Split long words, or say it in common ones.";
	if (share > AMBER_LONG)
		findings_addf(findings, &finding,
			"%.1f %% of the words are long (%zu of %zu)", share,
			count->long_words, count->words);
}

void plain_judge_options(size_t n, bool searched, const struct finding *at,
	struct findings *findings)
{
	struct finding finding = *at;

	finding.rule = RULE_OPTION_COUNT;
	finding.severity =
		n > MOST_OPTIONS + MOST_OPTIONS / 2 && !searched ? RED : AMBER;
	finding.repair = "Ask it in two questions, or join options.";
	if (n > MOST_OPTIONS)
		findings_addf(
			findings, &finding, "%zu options, and %d can be", n, MOST_OPTIONS);
}
