/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/storage/storage.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/fail.h"

struct storage *storage_open(const char *where)
{
	static const struct {
		const char *name;
		struct storage *(*open)(const char *);
	} kinds[] = {
		{ "sqlite:", storage_sqlite },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		size_t n = strlen(kinds[i].name);

		if (strncmp(where, kinds[i].name, n) == 0 && where[n])
			return kinds[i].open(where + n);
	}
	fail("%s is no storage: give sqlite:FILE", where);
	return NULL;
}

void storage_free(struct storage *storage)
{
	if (storage)
		storage->operations->free(storage);
}

void submission_clear(struct submission *submission)
{
	free(submission->content);
	free(submission->sealed);
	free(submission->receipt);
	*submission = (struct submission){ 0 };
}
