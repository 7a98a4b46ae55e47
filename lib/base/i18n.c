/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/i18n.h"

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

void i18n_open(const char *folder)
{
	/* LANGUAGE counts in any locale but "C". */
	if (!setlocale(LC_ALL, "C.UTF-8"))
		setlocale(LC_ALL, "");
	bindtextdomain(PACKAGE, folder);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
	turn_to(in_use);
}

void i18n_use(const char *language)
{
	if (strcmp(language, in_use) == 0)
		return;
	snprintf(in_use, sizeof(in_use), "%s", language);
	turn_to(in_use);
}

const char *i18n_language(void)
{
	return in_use;
}

const char *i18n_in(const char *language, const char *msgid)
{
	const char *text;

	if (!*msgid) /* gettext("") is the catalogue's header */
		return "";
	if (strcmp(language, in_use) == 0)
		return gettext(msgid);
	turn_to(language);
	text = gettext(msgid);
	turn_to(in_use);
	return text;
}

const char *i18n_context(const char *both, const char *text)
{
	const char *found = gettext(both);

	return found == both ? text : found;
}
