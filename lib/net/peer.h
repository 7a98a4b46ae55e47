/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef NET_PEER_H
#define NET_PEER_H
/* What the listening side needs of a connection besides lines.h. */
#include "lib/net/lines.h"

typedef void peer_gone(void *owner, const struct peer *peer);

/* Called once, when the peer is closed by whichever side. */
void peer_on_gone(struct peer *peer, peer_gone *gone, void *owner);
void peer_open(struct peer *peer); /* tells `opened`; may close the peer */

#endif
