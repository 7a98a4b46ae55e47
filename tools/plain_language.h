/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_PLAIN_LANGUAGE_H
#define TOOLS_PLAIN_LANGUAGE_H
/*
 * Is this Dutch plain (B1)? Formulas and lists are weak evidence: they stop
 * drafts that are too hard, people decide what is good. Pure: texts in,
 * findings out.
 */
#include "tools/findings.h"

enum plain_kind {
	PLAIN_QUESTION,
	PLAIN_HINT,
	PLAIN_OPTION,
	PLAIN_TEXT,
};

struct plain_text {
	const char *text; /* without mark-up; paragraphs parted by line feeds */
	enum plain_kind kind;
	struct finding at; /* file, place and line of it */
};

/* Of a whole form. */
struct plain_count {
	size_t sentences, words, syllables, long_words;
	size_t screen_passives; /* the caller sets 0 where a screen begins */
};

void plain_judge(const struct plain_text *text, struct plain_count *count,
	struct findings *findings);
/* What only shows over many sentences. */
void plain_judge_whole(const struct plain_count *count,
	const struct finding *at, struct findings *findings);
/* 206.84 - 0.93 words a sentence - 77 syllables a word; 100 of no words. */
double plain_flesch_douma(const struct plain_count *count);
/* How many options may stand on one page. */
void plain_judge_options(size_t n, bool searched, const struct finding *at,
	struct findings *findings);

#endif
