/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H
/*
 * What a visitor is told and asked at one moment, in reading order, already
 * translated: meaning only. Where it stands, how large, in which colour or
 * voice is the renderers' work. Everything drawn, spoken, printed or put on a
 * braille line comes from here (EN 301 549 5.1.3.3).
 */
#include <stdbool.h>
#include <stddef.h>

enum item_role {
	ITEM_TITLE,  /* what this screen says or asks: the first item */
	ITEM_PLACE,  /* "Question 3 of 9" */
	ITEM_NOTICE, /* one line about the moment: a key without meaning, "proef" */
	ITEM_ERROR,  /* what is wrong and what to do, on top of the screen */
	ITEM_TEXT,   /* something to read */
	ITEM_HEADING, /* parts a longer text or list */
	ITEM_DETAIL,  /* label and value, to read */
	ITEM_CHOICE,  /* one of several; state CHOSEN */
	ITEM_MARK,    /* any of several; state CHOSEN */
	ITEM_FIELD,   /* typed into; value is what stands there */
	ITEM_CHANGE,  /* label and value of an answer; Enter goes and changes it */
	ITEM_ACTION,  /* does what its label says */
	ITEM_MORE,    /* turns the page of this screen */
	ITEM_MENU,    /* the menu row, last but one on every screen */
	ITEM_KEYS,    /* which keys do what, last line */
	ITEM_PICTURE, /* a drawing by name in value; decorative */
	ITEM_QR,      /* value as a code for a phone, with its text beside it */
	N_ITEM_ROLES,
};

enum item_state { /* bits */
	STATE_CHOSEN = 1,
	STATE_MASKED = 2,    /* value is hidden behind dots */
	STATE_CONFIRMS = 4,  /* changes the world when pressed: no first focus */
	STATE_OTHER_PAGE = 8 /* not on the page that is shown */
};

enum privacy { PRIVACY_PUBLIC, PRIVACY_PRIVATE };

/* What `raw` is, so that it can be spoken by rule and not by guess. */
enum value_kind {
	VALUE_TEXT,
	VALUE_DIGITS, /* one by one: BSN, "123456782" */
	VALUE_PHONE,
	VALUE_POSTCODE, /* "2512 GK" */
	VALUE_IBAN,
	VALUE_REFERENCE, /* "7K2M-9QXT-4HD": letters and digits one by one */
	VALUE_EMAIL,
	VALUE_DATE,   /* "1980-12-31" */
	VALUE_TIME,   /* "14:30" */
	VALUE_NUMBER, /* "12.5" */
	VALUE_MONEY,  /* cents: "1830" */
};

struct item {
	char *id; /* SCENE/KEY, the same in every language */
	enum item_role role;
	char *label; /* never NULL */
	/* Said in place of the label where others hear it, as the label holds what
	 * is private; NULL: the label itself. */
	char *aloud;
	char *value; /* as shown; "" for none */
	char *raw;   /* the value for machines, see kind; "" for none */
	enum value_kind kind;
	unsigned state;
	int n, of; /* place among its kind, "2 of 5"; 0 = not counted */
	char *hint;
	char *error;
	char language[16];    /* of label, value, hint, error */
	enum privacy privacy; /* of the value */
	bool decorative;      /* not spoken, carries no meaning */
	char *pictogram;      /* name, drawn beside the label where there is room */
	size_t first_page, last_page; /* set by the renderer's fit(), from 0 */
};

struct screen {
	char *name; /* the scene: "question" */
	char language[16];
	bool rtl;
	struct item *items;
	size_t n_items;
	size_t focus;       /* index of the item that keys act on */
	size_t page, pages; /* page from 0; pages at least 1 */
	bool cover; /* answers are hidden (idle warning, help from people) */
	bool still; /* attract: nothing moves and nothing is said unasked */
};

/* All texts are copied through safe_text(). The item is the screen's; it may
 * move when the next is added. */
struct item *screen_add(struct screen *screen, enum item_role role,
	const char *id, const char *label);
void item_set_value(struct item *item, const char *value);
void item_set_raw(struct item *item, enum value_kind kind, const char *raw);
void item_set_aloud(struct item *item, const char *aloud); /* or NULL */
void item_set_hint(struct item *item, const char *hint);
void item_set_error(struct item *item, const char *error);
void item_set_pictogram(struct item *item, const char *name);
void item_set_language(struct item *item, const char *language);

bool item_takes_focus(const struct item *item);
bool item_on_page(const struct item *item, size_t page);
bool language_is_rtl(const char *language);
/* Index of the item with that id, n_items when there is none. */
size_t screen_find(const struct screen *screen, const char *id);
/* The next item that takes focus in direction +1 or -1 from `from`, on page
 * `page` only; `from` itself when there is none. No wrap. */
size_t screen_step(const struct screen *screen, size_t from, int direction);

void screen_begin(struct screen *screen, const char *name,
	const char *language); /* of an empty screen */
void screen_copy(struct screen *to, const struct screen *from);
void screen_clear(struct screen *screen); /* wipes and frees; empty again */

const char *role_name(enum item_role role); /* "choice": for logs and tests */

#endif
