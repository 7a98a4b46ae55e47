/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_VISIT_H
#define KIOSK_VISIT_H
/*
 * One visit: events in, screens out. Joins the journey with the glass, the
 * voice, the city and the clock; decides nothing itself. Ends with the process.
 */
#include "kiosk/options.h"
#include "kiosk/service.h"
#include "lib/loop/loop.h"

struct visit;

/* Where forms come from and answers go. */
struct visit_source {
	service_open *open;
	void *opener;
	/* Slug of the one form that is tried: the visit begins at it, nothing can
	 * be sent, and nobody is in a hurry. NULL for a real visit. */
	const char *trial;
};

/* NULL (logged) when the terminal cannot be used. Borrows both. */
struct visit *visit_new(struct loop *loop, const struct options *options,
	const struct visit_source *source);
/* After the loop ended: 0 the visit ended, 10 staff left. */
int visit_exit_code(const struct visit *visit);
void visit_free(struct visit *visit); /* wipes, hushes, restores the terminal */

#endif
