/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_GLASS_H
#define KIOSK_GLASS_H
/*
 * What the visitor looks at and types on: the terminal with the one renderer
 * that draws on it now. Which renderer that is, is known here alone.
 */
#include "kiosk/journey.h"
#include "kiosk/options.h"
#include "lib/ui/keys.h"
#include "lib/ui/screen.h"

struct glass;

/* NULL (logged) when this is no terminal a person can use. */
struct glass *glass_open(const struct options *options);
void glass_close(struct glass *glass); /* wipes and restores the terminal */

int glass_fd(const struct glass *glass);      /* readable: keys */
int glass_size_fd(const struct glass *glass); /* readable: another size */
/* False when no key waits. RESIZE has been followed already. */
bool glass_read(struct glass *glass, struct key *key);
bool glass_is_gone(const struct glass *glass); /* the terminal hung up */

int glass_sizes(const struct glass *glass); /* steps that differ here, 1-4 */
void glass_set_size(struct glass *glass, int step);
void glass_set_colours(struct glass *glass, enum colours colours);
bool glass_is_too_small(const struct glass *glass);

void glass_fit(struct glass *glass, struct screen *screen);
void glass_show(
	struct glass *glass, const struct screen *before, const struct screen *now);
const struct page *glass_page(const struct glass *glass);

#endif
