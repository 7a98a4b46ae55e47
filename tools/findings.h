/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_FINDINGS_H
#define TOOLS_FINDINGS_H
/*
 * What a check has to say about forms, and how it is told: in lines for
 * people, as JSON, or as SARIF 2.1.0 for editors and build servers.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum severity {
	AMBER, /* look at it */
	RED,   /* this must not go to residents */
};

/* Every kind of finding; its name and meaning are in findings_rules.c. */
enum finding_rule {
	RULE_BROKEN,
	RULE_TO_FILL,
	RULE_UNKNOWN_KEY,
	RULE_NOT_HERE,
	RULE_ONLINE_ONLY,
	RULE_LIMITS,
	RULE_NO_OPTIONS,
	RULE_LOCKED,
	RULE_EMPTY_STEP,
	RULE_ERROR_MISSING,
	RULE_UNREACHABLE,
	RULE_NO_EFFECT,
	RULE_NEVER_FIRES,
	RULE_ALWAYS_FIRES,
	RULE_UNKNOWN_NAME,
	RULE_TRANSLATION_FILE,
	RULE_TRANSLATION_MISSING,
	RULE_TRANSLATION_CHANGED,
	RULE_TRANSLATION_FUZZY,
	RULE_TRANSLATION_GONE,
	RULE_HELP_MISSING,
	RULE_PURPOSE_MISSING,
	RULE_PURPOSE_UNKNOWN,
	RULE_FLESCH_DOUMA,
	RULE_SENTENCE_LENGTH,
	RULE_LONG_WORDS,
	RULE_VERB_LATE,
	RULE_SUBCLAUSES,
	RULE_PASSIVE,
	RULE_NEGATION,
	RULE_BUREAUCRATIC,
	RULE_INFORMAL,
	RULE_QUESTION_LENGTH,
	RULE_HINT_LENGTH,
	RULE_OPTION_LENGTH,
	RULE_OPTION_COUNT,
	RULE_SENTENCE_CASE,
	RULE_PLACEHOLDER,
	N_RULES,
};

struct rule_about {
	const char *id, *says;
};
extern const struct rule_about rules_about[N_RULES];

struct finding {
	enum finding_rule rule;
	enum severity severity;
	const char *file;   /* "data/forms/x/form.json" */
	const char *place;  /* "steps[0].slug", "" for the whole file */
	int line;           /* 0 when not known */
	const char *text;   /* what is wrong */
	const char *repair; /* what to do about it */
};

struct findings {
	struct finding *list;
	size_t n;
};

/* Takes copies, made safe to show; of finding->text too. */
void findings_add(struct findings *findings, const struct finding *finding);
/* The same with the text as a format. */
void findings_addf(struct findings *findings, const struct finding *finding,
	const char *format, ...) __attribute__((format(printf, 3, 4)));
size_t findings_count(const struct findings *findings, enum severity severity);
void findings_clear(struct findings *findings);

bool findings_print_text(const struct findings *findings, FILE *out);
bool findings_print_json(const struct findings *findings, FILE *out);
bool findings_print_sarif(const struct findings *findings, FILE *out);

#endif
