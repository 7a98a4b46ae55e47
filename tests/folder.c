/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/folder.h"

#include <ftw.h>
#include <stdio.h>

static int remove_one(
	const char *path, const struct stat *facts, int type, struct FTW *ftw)
{
	(void)facts;
	(void)type;
	(void)ftw;
	return remove(path);
}

int folder_remove(const char *path)
{
	return nftw(path, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}
