/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/link/delivery.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "kiosk/link/desk.h"
#include "kiosk/link/link.h"
#include "kiosk/link/retry.h"
#include "kiosk/link/sync.h"
#include "lib/base/clock.h"
#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

enum { TIMEOUT_MS = 30000, MOST_BODY = 64 << 10, UNSURE_MS = 30000 };

struct delivery {
	struct link *link;
	struct http_call *call;
	struct parcel parcel; /* that is on its way */
	int failures;         /* of the line, in a row */
	int64_t paused_until, firm_until;
};

static void kick(void *owner)
{
	delivery_kick(owner);
}

struct delivery *delivery_new(struct link *link)
{
	struct delivery *delivery = mem_new(1, sizeof *delivery);

	delivery->link = link;
	return delivery;
}

void delivery_free(struct delivery *delivery)
{
	if (!delivery)
		return;
	http_cancel(delivery->call);
	loop_after(delivery->link->loop, -1, kick, delivery);
	parcel_clear(&delivery->parcel);
	free(delivery);
}

static bool is_receipt(
	const struct delivery *delivery, const struct http_reply *reply)
{
	struct receipt receipt;

	return reply->status >= 200 && reply->status < 300 &&
		   receipt_read(delivery->link->keys, reply->body, &receipt) &&
		   strcmp(receipt.id, delivery->parcel.id) == 0 &&
		   strcmp(receipt.hash, delivery->parcel.hash) == 0;
}

static struct retry_facts facts_of(
	struct delivery *delivery, const struct http_reply *reply)
{
	struct retry_facts facts = {
		.status = reply->status,
		.receipt = is_receipt(delivery, reply),
		.problem = strcmp(reply->type, "application/problem+json") == 0,
		.retry_after_s = reply->retry_after_s,
		.attempts = delivery->parcel.attempts,
	};

	if (getrandom(&facts.random, sizeof facts.random, 0) < 0)
		facts.random = (uint32_t)clock_ms();
	if (retry_is_line_failure(&facts))
		delivery->failures++;
	else
		delivery->failures = 0;
	facts.failures = delivery->failures;
	return facts;
}

static void pause_for(struct delivery *delivery, const struct retry *retry)
{
	int64_t until = clock_ms() + retry->pause_ms;

	if (!retry->pause_ms)
		return;
	if (retry->firm)
		delivery->firm_until = until;
	else
		delivery->paused_until = until;
}

/* What cannot be written down now would otherwise be tried without end. */
static void unsure(struct delivery *delivery, bool written)
{
	if (!written)
		delivery->firm_until = clock_ms() + UNSURE_MS;
}

static void received(struct delivery *delivery, const char *receipt)
{
	struct link *link = delivery->link;
	const char *id = delivery->parcel.id;
	bool back = !link->central;

	log_info("submission %s was received by the city", id);
	unsure(delivery, outbox_delivered(link->outbox, id, receipt));
	desk_tell_receipt(link->desk, id, receipt);
	link_set_central(link, true);
	if (back)
		sync_now(link->sync);
}

static void apply(struct delivery *delivery, const struct retry_facts *facts,
	const struct http_reply *reply)
{
	struct retry retry = retry_decide(facts);
	struct link *link = delivery->link;
	const char *id = delivery->parcel.id;

	pause_for(delivery, &retry);
	if (retry.alarm || delivery->failures == 1)
		log_error("submission %s: status %ld %s, attempt %d%s", id,
			facts->status, reply->error, facts->attempts,
			retry.what == RETRY_HOLD ? ", held for staff" : "");
	switch (retry.what) {
	case RETRY_DELIVERED:
		received(delivery, reply->body);
		break;
	case RETRY_HOLD:
		unsure(delivery, outbox_hold(link->outbox, id, facts->status));
		break;
	case RETRY_LATER:
		unsure(delivery,
			outbox_later(link->outbox, id, facts->status, retry.wait_ms));
		break;
	}
	if (retry.line_failed)
		link_set_central(link, false);
}

/* A receipt that does not verify may be signed with a key that is new to us. */
static bool is_doubtful(const struct retry_facts *facts)
{
	return !facts->receipt && facts->status >= 200 && facts->status < 300;
}

static void answered(void *owner, const struct http_reply *reply)
{
	struct delivery *delivery = owner;
	struct retry_facts facts = facts_of(delivery, reply);

	delivery->call = NULL;
	apply(delivery, &facts, reply);
	parcel_clear(&delivery->parcel);
	if (is_doubtful(&facts))
		sync_doubt_keys(delivery->link->sync);
	link_check_outbox(delivery->link);
	delivery_kick(delivery);
}

static const char *path_for(const char *form)
{
	return strcmp(form, "waardering") == 0 ? "/v1/waarderingen"
										   : "/v1/inzendingen";
}

static void send(struct delivery *delivery)
{
	const struct parcel *parcel = &delivery->parcel;
	char *url = link_url(delivery->link, path_for(parcel->form));
	char *key = text_format("Idempotency-Key: \"%s\"", parcel->id);
	const char *const headers[] = { "Content-Type: application/json",
		"Accept: application/json, application/problem+json", key, NULL };
	struct http_request request = {
		.method = "POST",
		.url = url,
		.headers = headers,
		.body = parcel->sealed,
		.size = strlen(parcel->sealed),
		.timeout_ms = TIMEOUT_MS,
		.most = MOST_BODY,
	};

	delivery->call =
		http_send(delivery->link->http, &request, answered, delivery);
	free(key);
	free(url);
}

static void kick_in(struct delivery *delivery, int64_t ms)
{
	loop_after(delivery->link->loop, (long)ms, kick, delivery);
}

/* How long the queue must rest; 0: not at all. */
static int64_t rest_ms(const struct delivery *delivery)
{
	int64_t until = delivery->paused_until > delivery->firm_until
						? delivery->paused_until
						: delivery->firm_until;
	int64_t now = clock_ms();

	return until > now ? until - now : 0;
}

void delivery_kick(struct delivery *delivery)
{
	struct link *link = delivery->link;
	int64_t wait = rest_ms(delivery);

	/* Without the city's keys no receipt can be believed: sync fetches them. */
	if (delivery->call || !link->keys || link->failed)
		return;
	if (wait == 0) {
		if (outbox_next(link->outbox, &delivery->parcel)) {
			send(delivery);
			wait = delivery->call ? -1 : UNSURE_MS;
		} else {
			wait = outbox_wait_ms(link->outbox);
		}
		link_check_outbox(link);
	}
	kick_in(delivery, wait == 0 ? 1 : wait);
}

void delivery_resume(struct delivery *delivery)
{
	delivery->paused_until = 0;
	delivery->failures = 0;
	outbox_wake(delivery->link->outbox);
	link_check_outbox(delivery->link);
	kick_in(delivery, 0);
}
