/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/translate.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char in_use[16] = "en";

/* glibc reads LANGUAGE anew only when it is told that catalogues changed. */
extern int _nl_msg_cat_cntr;

static void turn_to(const char *language)
{
	setenv("LANGUAGE", language, 1);
	++_nl_msg_cat_cntr;
}

void translate_open(const char *folder)
{
	/* LANGUAGE counts in any locale but "C". */
	if (!setlocale(LC_ALL, "C.UTF-8"))
		setlocale(LC_ALL, "");
	bindtextdomain(PACKAGE, folder);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
	turn_to(in_use);
}

void translate_use(const char *language)
{
	if (strcmp(language, in_use) == 0)
		return;
	snprintf(in_use, sizeof(in_use), "%s", language);
	turn_to(in_use);
}

const char *translate_language(void)
{
	return in_use;
}

const char *translate_into(const char *language, const char *text)
{
	const char *found;

	if (!*text) /* gettext("") is the catalogue's header */
		return "";
	if (strcmp(language, in_use) == 0)
		return gettext(text);
	turn_to(language);
	found = gettext(text);
	turn_to(in_use);
	return found;
}

const char *translate_in(const char *both, const char *text)
{
	const char *found = gettext(both);

	return found == both ? text : found;
}
