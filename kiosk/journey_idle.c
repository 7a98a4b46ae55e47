/* SPDX-License-Identifier: EUPL-1.2 */
/* Silence: when to warn, when to end, and where the clock stands still. */
#include "kiosk/journey_parts.h"

enum {
	WARNING = 60,    /* seconds between warning and end */
	LONG_STAY = 600, /* to write down a reference, or wait for somebody */
	GOODBYE_STAY = 15,
	PIN_STAY = 15,
	STAFF_STAY = 60,
};

static int most_silence(const struct journey *journey)
{
	int most = journey->idle_seconds * journey->patience;
	bool is_long = journey_flow(journey)->kind == PLACE_DONE ||
				   place_is_open(journey, PLACE_PEOPLE);

	return is_long && most < LONG_STAY ? LONG_STAY : most;
}

static int warn_after(const struct journey *journey)
{
	int most = most_silence(journey);

	return most >= 2 * WARNING ? most - WARNING : most / 2;
}

static bool stands_still(const struct journey *journey)
{
	enum place_kind flow = journey_flow(journey)->kind;

	return flow == PLACE_ATTRACT || flow == PLACE_NO_SERVICES ||
		   flow == PLACE_FETCHING || flow == PLACE_SENDING;
}

/* Staff screens go away by themselves wherever they were opened. */
static int staff_stay(const struct journey *journey)
{
	enum place_kind kind = journey_place(journey)->kind;

	if (kind == PLACE_PIN)
		return PIN_STAY;
	return kind == PLACE_STAFF || kind == PLACE_STAFF_END ? STAFF_STAY : 0;
}

int journey_next_idle(const struct journey *journey)
{
	int stay = staff_stay(journey);

	if (stay)
		return stay;
	if (place_is_open(journey, PLACE_IDLE))
		return journey->warned_at + WARNING;
	if (stands_still(journey))
		return -1;
	if (journey_flow(journey)->kind == PLACE_GOODBYE)
		return GOODBYE_STAY;
	return journey->begun ? warn_after(journey) : journey->idle_seconds;
}

static unsigned close_staff(struct journey *journey)
{
	place_close_from(journey, PLACE_PIN);
	place_close_from(journey, PLACE_STAFF);
	return place_close_from(journey, PLACE_STAFF_END);
}

unsigned journey_idle(struct journey *journey, int seconds)
{
	int due = journey_next_idle(journey);

	if (due < 0 || seconds < due)
		return 0;
	if (staff_stay(journey))
		return close_staff(journey);
	if (place_is_open(journey, PLACE_IDLE))
		return journey_end(
			journey, journey->sent ? ENDING_IDLE_SENT : ENDING_IDLE_UNSENT);
	if (journey_flow(journey)->kind == PLACE_GOODBYE || !journey->begun)
		return journey_end(journey, ENDING_NONE);
	journey->warned_at = seconds;
	return place_open(journey, PLACE_IDLE);
}
