/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LINK_RETRY_H
#define LINK_RETRY_H
/*
 * What an answer to a submission means, and when to try again. Pure: the
 * answer, the history and a random number come in.
 */
#include <stdbool.h>
#include <stdint.h>

enum retry_what {
	RETRY_DELIVERED, /* a receipt that verifies, and nothing else */
	RETRY_LATER,     /* this submission again, after wait_ms */
	RETRY_HOLD,      /* refused for good: for staff, never again by itself */
};

struct retry_facts {
	long status;        /* 0: no answer */
	bool receipt;       /* verified, of this id and hash */
	bool problem;       /* a problem document: central itself speaks */
	long retry_after_s; /* -1: none */
	int attempts;       /* with this one */
	int failures;       /* of the line in a row, with this one if it is one */
	uint32_t random;
};

struct retry {
	enum retry_what what;
	int64_t wait_ms;  /* of this submission */
	int64_t pause_ms; /* of the whole queue; 0: go on with the next */
	bool firm;        /* the city asked for it: a better line cuts no pause */
	bool line_failed; /* counts towards the breaker */
	bool alarm;       /* somebody must look */
};

/* Full jitter: random between 0 and the smaller of most_ms and 2 s * 2^n. */
int64_t retry_back_off(int n, int64_t most_ms, uint32_t random);
bool retry_is_line_failure(const struct retry_facts *facts);
struct retry retry_decide(const struct retry_facts *facts);

#endif
