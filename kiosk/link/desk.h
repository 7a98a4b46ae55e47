/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LINK_DESK_H
#define LINK_DESK_H
/*
 * Answers the screen on the socket (doc/protocols.md, "Screen and link") and
 * pushes what happens.
 */
#include <stdbool.h>

struct link;
struct desk;

/* `kiosk`: the name that live calls carry. NULL (logged) when nobody can be
 * answered. */
struct desk *desk_new(struct link *link, const char *kiosk);
void desk_free(struct desk *desk);

/* All take NULL, as the others may speak before the desk is open. */
void desk_settle(
	struct desk *desk); /* sync ended: whoever waited is answered */
void desk_tell_receipt(struct desk *desk, const char *id, const char *receipt);
void desk_tell_catalogue(struct desk *desk);
void desk_tell_state(struct desk *desk, bool central);

#endif
