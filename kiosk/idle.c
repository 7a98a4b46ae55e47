/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/idle.h"

void idle_reset(struct idle *idle, int64_t now)
{
	idle->at = now;
	idle->before = 0;
}

int64_t idle_ms(const struct idle *idle, int64_t now)
{
	return idle->before + (idle->still ? 0 : now - idle->at);
}

void idle_stand_still(struct idle *idle, bool still, int64_t now)
{
	if (still == idle->still)
		return;
	idle->before = idle_ms(idle, now);
	idle->at = now;
	idle->still = still;
}
