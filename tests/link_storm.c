/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * kill -9 at any moment while residents send and the line is cut: nothing that
 * was promised is lost, nothing arrives under a false hash or without having
 * been sent. STORM_ROUNDS makes it longer (make check-long).
 */
#include "tests/test.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/memory.h"
#include "tests/rig.h"

enum { ROUNDS = 20, EACH = 6, LATEST_US = 150000 };

struct storm {
	struct rig *rig;
	struct sent *sent;
	bool *promised;
	int n;
	unsigned random;
};

static int rounds(void)
{
	const char *more = getenv("STORM_ROUNDS");

	return more ? (int)strtol(more, NULL, 10) : ROUNDS;
}

/* Kills link after `us`, however far it is by then. */
static pid_t kill_later(pid_t link, useconds_t us)
{
	pid_t killer = fork();

	if (killer == 0) {
		usleep(us);
		kill(link, SIGKILL);
		_exit(0);
	}
	return killer;
}

static void post_until_killed(struct storm *storm)
{
	for (int i = 0; i < EACH; i++) {
		struct sent *sent = &storm->sent[storm->n];
		int status;

		*sent = rig_seal(storm->rig, i ? "uittreksel-brp" : "waardering");
		status = rig_post(storm->rig, sent);
		storm->promised[storm->n++] = status == 202;
		assert_true(status == 202 || status == 0);
		json_decref(sent->body);
		if (status == 0)
			return;
	}
}

/* Every fourth time while it starts and mends, else while it works. */
static void one_round(struct storm *storm, bool early)
{
	struct rig *rig = storm->rig;
	useconds_t us = (useconds_t)(rand_r(&storm->random) % LATEST_US);
	pid_t killer = 0;

	assert_true(rig_spawn(rig));
	if (early)
		killer = kill_later(rig->link, us);
	if (rig_connect(rig)) {
		if (!early)
			killer = kill_later(rig->link, us);
		post_until_killed(storm);
	}
	waitpid(killer, NULL, 0);
	rig_kill(rig);
}

static bool nothing_waits(struct rig *rig)
{
	return rig_waiting(rig) == 0;
}

/* Each stored submission is one that was sent, with its hash. */
static int known(const struct storm *storm, const struct city_stored *stored)
{
	for (int i = 0; i < storm->n; i++) {
		if (strcmp(storm->sent[i].id, stored->id) == 0)
			return strcmp(storm->sent[i].hash, stored->hash) == 0;
	}
	return 0;
}

static void judge(const struct storm *storm)
{
	const struct city_facts *facts = storm->rig->city->facts;
	int promised = 0;

	for (int i = 0; i < storm->n; i++) {
		promised += storm->promised[i];
		if (storm->promised[i])
			assert_int_equal(city_has(storm->rig->city, storm->sent[i].id,
								 storm->sent[i].hash),
				1);
	}
	for (int i = 0; i < facts->n_stored; i++)
		assert_true(known(storm, &facts->stored[i]));
	assert_int_equal(facts->n_faults, 0);
	assert_int_equal(rig_files(storm->rig), 0);
	print_message("# %d sent, %d promised, %d stored\n", storm->n, promised,
		facts->n_stored);
	assert_true(promised > 0);
}

static void nothing_promised_is_lost_and_nothing_is_doubled(void **state)
{
	struct storm storm = { .rig = rig_new() };
	int n = rounds();

	(void)state;
	storm.random = (unsigned)time(NULL);
	storm.sent = mem_new((size_t)n * EACH, sizeof *storm.sent);
	storm.promised = mem_new((size_t)n * EACH, sizeof *storm.promised);
	print_message("# seed %u\n", storm.random);
	storm.rig->city->facts->mood = CITY_CUTS_RANDOMLY;
	assert_true(city_start(storm.rig->city));
	for (int i = 0; i < n; i++)
		one_round(&storm, i % 4 == 3);
	storm.rig->city->facts->mood = CITY_HONEST;
	assert_true(rig_start(storm.rig));
	assert_true(rig_until(storm.rig, nothing_waits, 60000));
	judge(&storm);
	rig_free(storm.rig);
	free(storm.sent);
	free(storm.promised);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_promised_is_lost_and_nothing_is_doubled),
	};

	return cmocka_run_group_tests_name("link storm", tests, NULL, NULL);
}
