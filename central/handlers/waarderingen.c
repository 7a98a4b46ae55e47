/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/handlers/handlers.h"
#include "central/intake.h"

enum exchange_turn waarderingen_post(void *owner, struct exchange *exchange)
{
	return intake_take(owner, exchange, "waardering");
}
