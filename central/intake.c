/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/intake.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "central/cases.h"
#include "lib/base/clock.h"
#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

struct arrival *arrival_read(struct exchange *exchange)
{
	struct arrival *arrival = mem_new(1, sizeof *arrival);

	arrival->exchange = exchange;
	if (envelope_read(exchange_body(exchange, NULL), &arrival->envelope))
		return arrival;
	arrival_free(arrival);
	return NULL;
}

void arrival_free(void *owner)
{
	struct arrival *arrival = owner;

	if (!arrival)
		return;
	envelope_clear(&arrival->envelope);
	free(arrival->receipt);
	free(arrival);
}

/* RFC draft: a quoted text. Bare ids are taken too. */
static bool key_is_id(const struct exchange *exchange, const char *id)
{
	const char *key = exchange_header(exchange, "Idempotency-Key");
	size_t n = strlen(id);

	if (!key)
		return false;
	if (*key == '"')
		return strncmp(key + 1, id, n) == 0 && strcmp(key + 1 + n, "\"") == 0;
	return strcmp(key, id) == 0;
}

/* What the city thinks of what was inside; fills in what it tells. */
static enum case_reason judge(const struct central *central,
	const struct envelope *envelope, const char *inside,
	struct submission *submission)
{
	json_t *object = json_loads(inside, JSON_REJECT_DUPLICATES, NULL);
	struct form *form =
		shelf_borrow_form(central->shelf, envelope->form, envelope->version);
	struct letter_inside letter;
	bool read = case_read(object, &letter);
	enum case_reason reason = case_judge(&letter, read, submission->kind, form);

	if (read) {
		snprintf(submission->language, sizeof submission->language, "%s",
			letter.language);
		snprintf(submission->made, sizeof submission->made, "%s", letter.made);
	}
	shelf_return_form(central->shelf, form);
	json_decref(object);
	return reason;
}

static void set_content(const struct central *central,
	const struct envelope *envelope, const char *inside,
	struct submission *submission)
{
	char *place = text_format("submission.content|%s", envelope->id);

	if (inside) {
		submission->content = vault_lock(central->vault, place, inside,
			strlen(inside), &submission->content_size);
	} else {
		submission->sealed = mem_copy(envelope->bytes, envelope->size);
		submission->sealed_size = envelope->size;
	}
	free(place);
}

static void set_outside(
	const struct envelope *envelope, struct submission *submission)
{
	memcpy(submission->id, envelope->id, sizeof submission->id);
	memcpy(submission->form, envelope->form, sizeof submission->form);
	memcpy(submission->version, envelope->version, sizeof submission->version);
	memcpy(submission->kiosk, envelope->kiosk, sizeof submission->kiosk);
	memcpy(submission->hash, envelope->hash, sizeof submission->hash);
	memcpy(submission->key_id, envelope->key, sizeof submission->key_id);
	seal_reference(envelope->id, submission->reference);
}

static struct submission submission_of(const struct central *central,
	const struct envelope *envelope, const char *kind)
{
	struct submission submission = { 0 };
	char *inside = vault_unseal(central->vault, envelope);
	time_t now = time(NULL);
	char *received = clock_iso(now);
	enum case_reason reason = CASE_UNOPENABLE;

	set_outside(envelope, &submission);
	snprintf(submission.kind, sizeof submission.kind, "%s", kind);
	snprintf(submission.received, sizeof submission.received, "%s", received);
	if (inside)
		reason = judge(central, envelope, inside, &submission);
	snprintf(
		submission.state, sizeof submission.state, "%s", case_state(reason));
	snprintf(
		submission.reason, sizeof submission.reason, "%s", case_reason(reason));
	set_content(central, envelope, inside, &submission);
	submission.receipt =
		receipt_make(central->vault, envelope->id, envelope->hash, now);
	if (reason != CASE_IN_ORDER)
		log_info("%s is apart: %s", submission.id, submission.reason);
	if (inside)
		seal_wipe(inside, strlen(inside));
	free(inside);
	free(received);
	return submission;
}

/* On the writer's thread: the exchange goes on in its own. */
static void on_stored(void *owner, enum stored stored, const char *receipt)
{
	struct arrival *arrival = owner;

	arrival->stored = stored;
	arrival->receipt = receipt ? mem_text(receipt) : NULL;
	exchange_resume(arrival->exchange);
}

static void answer(struct exchange *exchange, const struct arrival *arrival)
{
	static const int status[] = { [STORED_NEW] = 201, [STORED_SAME] = 200 };
	char *place;

	switch (arrival->stored) {
	case STORED_NEW:
	case STORED_SAME:
		exchange_bytes(exchange, status[arrival->stored], "application/json",
			arrival->receipt, strlen(arrival->receipt));
		place = text_format("/v1/inzendingen/%s", arrival->envelope.id);
		exchange_set_header(exchange, "Location", place);
		free(place);
		return;
	case STORED_OTHER:
		log_error("%s came again with other bytes", arrival->envelope.id);
		exchange_problem(exchange, 422,
			"Onder dit nummer is al een andere inzending ontvangen.");
		return;
	case STORED_FAILED:
		exchange_problem(
			exchange, 503, "De inzending kon niet worden opgeslagen.");
		exchange_set_header(exchange, "Retry-After", "30");
		return;
	}
}

enum exchange_turn intake_take(
	const struct central *central, struct exchange *exchange, const char *kind)
{
	struct arrival *arrival = exchange_kept(exchange);
	struct storage *storage = central->storage;
	struct submission submission;

	if (exchange_is_resumed(exchange)) {
		answer(exchange, arrival);
		return EXCHANGE_ANSWERED;
	}
	if (!key_is_id(exchange, arrival->envelope.id)) {
		exchange_problem(exchange, 400,
			"Zet het nummer van de inzending in Idempotency-Key.");
		return EXCHANGE_ANSWERED;
	}
	submission = submission_of(central, &arrival->envelope, kind);
	exchange_wait(exchange);
	storage->operations->accept(storage, &submission, on_stored, arrival);
	return EXCHANGE_WAITING;
}
