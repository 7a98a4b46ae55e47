/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/storage/rows.h"

#include <stdio.h>

#include "lib/base/memory.h"

#define COLUMNS                                                                \
	"id, reference, kind, form, version, kiosk, hash, key_id, language, "      \
	"made, received, state, reason, receipt, content, sealed"

const char *const write_sql[N_WRITES] = {
	[WRITE_SUBMISSION] =
		"INSERT INTO submission(" COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, "
		"$7, $8, $9, $10, $11, $12, $13, $14, $15, $16) "
		"ON CONFLICT (id) DO NOTHING RETURNING id",
	[WRITE_KNOWN] = "SELECT hash, receipt FROM submission WHERE id = $1",
	[WRITE_HELP] = "INSERT INTO help_call(kiosk, place, language, kind, "
				   "called, received) VALUES ($1, $2, $3, $4, $5, $6)",
	[WRITE_KIOSK] =
		"INSERT INTO kiosk(name, public_key, enrolled) VALUES ($1, $2, $3) "
		"ON CONFLICT (name) DO UPDATE SET public_key = excluded.public_key, "
		"revoked = NULL",
	[WRITE_BUNDLE] = "INSERT INTO bundle(hash, slug, bytes, added) VALUES "
					 "($1, $2, $3, $4) ON CONFLICT (hash) DO NOTHING",
};

const char *const read_sql[N_READS] = {
	[READ_KIOSK] = "SELECT public_key FROM kiosk WHERE name = $1 AND "
				   "revoked IS NULL",
	[READ_BUNDLE] = "SELECT bytes FROM bundle WHERE hash = $1 AND slug = $2",
	[READ_ID] = "SELECT " COLUMNS " FROM submission WHERE id = $1",
	[READ_REFERENCE] = "SELECT " COLUMNS " FROM submission WHERE "
					   "reference = $1 ORDER BY id LIMIT 1 OFFSET $2",
};

/* Their columns and parameters, in the order of COLUMNS. */
#define TEXT(field)                                                            \
	{                                                                          \
		offsetof(struct submission, field),                                    \
			sizeof((struct submission *)0)->field                              \
	}
static const struct {
	size_t offset, size;
} texts[] = {
	TEXT(id),
	TEXT(reference),
	TEXT(kind),
	TEXT(form),
	TEXT(version),
	TEXT(kiosk),
	TEXT(hash),
	TEXT(key_id),
	TEXT(language),
	TEXT(made),
	TEXT(received),
	TEXT(state),
	TEXT(reason),
};
enum { N_TEXTS = sizeof texts / sizeof *texts };
#undef TEXT

static void bind_bytes(
	struct query *query, int n, const void *bytes, size_t size)
{
	if (bytes)
		query_bytes(query, n, bytes, size);
	else
		query_null(query, n);
}

void row_bind(struct query *query, const struct submission *submission)
{
	for (int i = 0; i < N_TEXTS; i++)
		query_text(query, i + 1, (const char *)submission + texts[i].offset);
	query_text(query, N_TEXTS + 1, submission->receipt);
	bind_bytes(
		query, N_TEXTS + 2, submission->content, submission->content_size);
	bind_bytes(query, N_TEXTS + 3, submission->sealed, submission->sealed_size);
}

static unsigned char *copy_bytes(struct query *query, int column, size_t *size)
{
	const void *bytes = query_get_bytes(query, column, size);

	return bytes ? mem_copy(bytes, *size) : NULL;
}

void row_read(struct query *query, struct submission *submission)
{
	*submission = (struct submission){ 0 };
	for (int i = 0; i < N_TEXTS; i++) {
		const char *text = query_get_text(query, i);

		snprintf((char *)submission + texts[i].offset, texts[i].size, "%s",
			text ? text : "");
	}
	submission->receipt = mem_text(query_get_text(query, N_TEXTS));
	submission->content =
		copy_bytes(query, N_TEXTS + 1, &submission->content_size);
	submission->sealed =
		copy_bytes(query, N_TEXTS + 2, &submission->sealed_size);
}
