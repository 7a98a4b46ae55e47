/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/link/retry.h"

#include <stddef.h>

enum {
	FIRST_MS = 2000,
	MOST_MS = 300000,
	HOUR_MS = 3600000,
	RUNNING_MS = 5000,
	REFUSED_MS = 600000, /* of this kiosk, not of the submission */
	BREAKER = 3,
	MANY = 50,
};

int64_t retry_back_off(int n, int64_t most_ms, uint32_t random)
{
	int64_t most = n < 20 ? (int64_t)FIRST_MS << n : most_ms;

	if (most > most_ms)
		most = most_ms;
	return (int64_t)((uint64_t)most * random / UINT32_MAX);
}

/* Retry-After is a floor, believed up to an hour. */
static int64_t floor_ms(const struct retry_facts *facts)
{
	int64_t ms = facts->retry_after_s * INT64_C(1000);

	if (ms < 0)
		return 0;
	return ms > HOUR_MS ? HOUR_MS : ms;
}

static int64_t larger(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* The other end is absent, busy or not the city at all (a page of the
 * library's Wi-Fi). It says nothing about the submission. */
static struct retry later(const struct retry_facts *facts)
{
	struct retry retry = { .what = RETRY_LATER, .line_failed = true };
	int64_t least = floor_ms(facts);

	retry.wait_ms =
		larger(least, retry_back_off(facts->attempts, MOST_MS, facts->random));
	if (facts->attempts >= MANY) {
		retry.wait_ms = larger(least, HOUR_MS);
		retry.alarm = true;
	}
	retry.firm = least > 0;
	retry.pause_ms = least;
	if (facts->failures >= BREAKER)
		retry.pause_ms = larger(
			least, retry_back_off(facts->failures, MOST_MS, facts->random));
	return retry;
}

static struct retry running(const struct retry_facts *facts)
{
	struct retry retry = { .what = RETRY_LATER };

	retry.wait_ms = larger(RUNNING_MS, floor_ms(facts));
	return retry;
}

/* The city does not know this kiosk, or its clock: no submission will pass. */
static struct retry refused(const struct retry_facts *facts)
{
	struct retry retry = { .what = RETRY_LATER, .firm = true, .alarm = true };

	retry.wait_ms = larger(floor_ms(facts),
		REFUSED_MS / 2 +
			(int64_t)((uint64_t)(REFUSED_MS / 2) * facts->random / UINT32_MAX));
	retry.pause_ms = retry.wait_ms;
	return retry;
}

static struct retry hold(const struct retry_facts *facts)
{
	(void)facts;
	return (struct retry){ .what = RETRY_HOLD, .alarm = true };
}

/*
 * The first row that fits. A 4xx that is no problem document does not come
 * from central but from something in between, save those that a proxy in
 * front of central gives for a submission itself.
 */
static const struct rule {
	long least, most;
	bool problem_only;
	struct retry (*decide)(const struct retry_facts *facts);
} rules[] = {
	{ 0, 399, false, later },
	{ 401, 401, false, refused },
	{ 403, 403, false, refused },
	{ 408, 408, false, later },
	{ 409, 409, false, running },
	{ 413, 413, false, hold },
	{ 415, 415, false, hold },
	{ 422, 422, false, hold },
	{ 425, 425, false, later },
	{ 429, 429, false, later },
	{ 400, 499, true, hold },
};

static const struct rule *rule_for(const struct retry_facts *facts)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		if (facts->status >= rules[i].least && facts->status <= rules[i].most &&
			(facts->problem || !rules[i].problem_only))
			return &rules[i];
	}
	return &rules[0];
}

bool retry_is_line_failure(const struct retry_facts *facts)
{
	return !facts->receipt && rule_for(facts)->decide == later;
}

struct retry retry_decide(const struct retry_facts *facts)
{
	if (facts->receipt)
		return (struct retry){ .what = RETRY_DELIVERED };
	return rule_for(facts)->decide(facts);
}
