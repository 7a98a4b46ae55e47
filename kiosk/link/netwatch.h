/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LINK_NETWATCH_H
#define LINK_NETWATCH_H
/* Tells when the machine's network changed for the better: a cable, an address.
 */
#include "lib/loop/loop.h"

struct netwatch;

/* NULL where the kernel does not tell; then only the clock tries again. */
struct netwatch *netwatch_new(struct loop *loop, loop_due *up, void *owner);
/* The same over a socket that brings the kernel's messages. Takes `fd`. */
struct netwatch *netwatch_adopt(
	struct loop *loop, int fd, loop_due *up, void *owner);
void netwatch_free(struct netwatch *watch);

#endif
