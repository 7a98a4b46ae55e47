/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_HTML_H
#define FORMS_HTML_H
/*
 * The little HTML of form texts as safe plain text: paragraphs parted by a
 * blank line, list items "• " on lines of their own, links followed by their
 * address. Any other mark-up is dropped, scripts and styles with what they
 * hold. Never fails; the caller frees.
 */
char *html_to_text(const char *html);

#endif
