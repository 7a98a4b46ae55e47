/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BENCH_PROBE_H
#define BENCH_PROBE_H
/*
 * Measures a terminal program from outside: how soon it shows its first screen,
 * answers a key, how many bytes that takes, and what it costs while idle.
 */
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct probe_case {
	const char *name;
	const char *command;     /* its words parted by '|'; found by PATH */
	const char *const *warm; /* keys before measuring, NULL-ended; or NULL */
	const char *const *keys; /* measured in turn, NULL-ended */
	int rows, columns;
};

struct probe_result {
	double start_ms; /* exec to the last byte of the first screen */
	double start_bytes;
	double first_ms; /* key to the first byte; median over keys */
	double frame_ms; /* key to the last byte */
	double key_bytes;
	double private_kb; /* of the process tree */
	double wakeups;    /* a second, of the process tree, at rest */
	double idle_bytes; /* a second */
};

/* One round. False when the program said nothing at all. */
bool probe_run(const struct probe_case *probe, struct probe_result *result);

double probe_median(double *values, size_t n); /* sorts them */

#endif
