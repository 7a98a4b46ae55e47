/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_FORM_H
#define FORMS_FORM_H
/*
 * What the city asks of a resident: a form in the format of Open Forms (its
 * steps and Form.io components), with the page that says what it is for, in
 * one language. Made by form_file.h; never changes once loaded. It knows no
 * screen, no answers and no network.
 */
#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include "lib/base/clock.h"

/* A text with the language it is really in: where a translation is missing the
 * Dutch text stands here with "nl". Already safe_text(); never NULL, maybe "".
 * Paragraphs are parted by "\n\n", lines (list items) by "\n". */
struct phrase {
	char *text;
	char language[16]; /* BCP 47 */
	/* Where an answer that is not for the loudspeaker was filled in: the same
	 * without it. NULL: there is none. */
	const char *aloud;
};

enum component_type {
	COMPONENT_TEXTFIELD,
	COMPONENT_TEXTAREA,
	COMPONENT_EMAIL,
	COMPONENT_PHONE,
	COMPONENT_POSTCODE,
	COMPONENT_BSN,
	COMPONENT_IBAN,
	COMPONENT_NUMBER,
	COMPONENT_CURRENCY,
	COMPONENT_DATE,
	COMPONENT_DATETIME,
	COMPONENT_TIME,
	COMPONENT_LICENSEPLATE,
	COMPONENT_RADIO,
	COMPONENT_SELECT,
	COMPONENT_SELECTBOXES,
	COMPONENT_CHECKBOX,
	COMPONENT_FILE,     /* optional: bring it or send it later; answers [] */
	COMPONENT_ADDRESS,  /* addressNL: asked and answered in its parts */
	COMPONENT_PROFILE,  /* customerProfile: the same */
	COMPONENT_EDITGRID, /* rows of questions of its own */
	COMPONENT_SEVERAL,  /* `multiple`: rows with one question */
	/* From here on there is no answer. */
	COMPONENT_CONTENT,     /* something to read, no answer */
	COMPONENT_SOFT_ERRORS, /* softRequiredErrors: what is still open */
	COMPONENT_FIELDSET,    /* groups; no answer, children are flat */
	COMPONENT_COLUMNS,     /* the same, without a heading */
	N_COMPONENT_TYPES,
};

/* Which part of an address or a profile a component is. Its label is "": the
 * words are the scenes'. Its key is that of the whole, a dot, and the name that
 * Open Forms has for the part: "adres.houseNumber". */
enum part {
	PART_NONE,
	PART_POSTCODE,
	PART_HOUSE_NUMBER,
	PART_HOUSE_LETTER,
	PART_HOUSE_ADDITION,
	PART_STREET,
	PART_CITY,
	PART_EMAIL,
	PART_PHONE,
	N_PARTS,
};

struct option {
	char *value;
	struct phrase label, description;
};

/* Open Forms `conditional`: visible when (answer of `when` matches `eq`) ==
 * show. Not set: the component's own `hidden` counts. */
struct condition {
	bool set;
	bool show;
	char *when;
	int at;     /* index of `when`, -1: it is not asked here */
	bool outer; /* in a row: `at` counts in the form around it */
	json_t *eq; /* of the type of the answer of `when` */
};

enum date_limit_mode {
	DATE_ANY,
	DATE_FIXED,
	DATE_FUTURE,
	DATE_PAST,
	DATE_RELATIVE, /* to a variable; evaluate() makes it fixed */
};

struct date_limit {
	enum date_limit_mode mode;
	bool include_today;
	struct date fixed;
	char *variable; /* DATE_RELATIVE: the day so much after it */
	int years, months, days;
};

/* Open Forms `validate`; a limit that is not set lets everything pass. */
struct limits {
	bool required;
	bool has_min, has_max;
	double min, max;
	int max_length;   /* characters; 0 = none */
	char *pattern;    /* PCRE2, anchored by the checker; NULL = none */
	int min_selected; /* 0 = none */
	int max_selected; /* 0 = none */
	char *min_time;   /* "09:00"; NULL = none */
	char *max_time;   /* below min_time: the span passes midnight */
	struct date_limit min_date, max_date;
	int decimals; /* of numbers; -1 = any */
	bool allow_negative;
	bool dutch_phone; /* a phone number must be one of here */
};

/* What is asked again and again, a row at a time. */
struct repeat {
	/* The questions of one row: one step, no logic. That of COMPONENT_SEVERAL
	 * has one question, of the same key. */
	struct form *form;
	struct phrase one;         /* "Kind", of "Kind 2"; "" for none */
	struct phrase add, remove; /* the form's own words; "" for none */
	int most;                  /* rows; 0 = as many as MOST_ROWS */
	bool fixed;                /* nobody adds or removes rows */
};

enum { MOST_ROWS = 50, MOST_STATEMENTS = 8 };

/* A question that people have about a question, and the answer. */
struct faq {
	struct phrase label, content;
};

struct component {
	enum component_type type;
	enum part part;
	char *key; /* a dot nests the answer: "adres.straat" */
	struct phrase label, description, tooltip, placeholder;
	struct phrase content; /* COMPONENT_CONTENT: its html as text */
	struct phrase suffix;  /* "m²" */
	char *autocomplete;    /* purpose: HTML autofill token, "" for none */
	struct option *options;
	size_t n_options;
	struct rule *items;    /* the options come from it; NULL: they stand here */
	bool multiple;         /* a select that answers with a list of values */
	struct repeat *repeat; /* EDITGRID and SEVERAL; else NULL */
	struct faq *faqs;
	size_t n_faqs;
	bool soft_required; /* COMPONENT_SOFT_ERRORS tells when it is open */
	struct limits limits;
	struct condition condition;
	json_t *default_value; /* NULL = none */
	bool hidden, clear_on_hide, disabled;
	bool is_private; /* not for the loudspeaker: see form_file.c for the rule */
	bool is_masked;  /* BSN, birth date: dots once the field is left */
	bool in_summary;
	int parent; /* index in form->components, -1 at the top of a step */
	int step;
	json_t *errors; /* {"required": {"text", "language"}}; NULL = none */
};

struct step {
	char *slug;
	char *uuid; /* what rules call it; "" for none */
	struct phrase name;
	/* The author's words for going back from it and on; "" for ours. */
	struct phrase previous, next;
	bool is_applicable;
};

/* data/forms/SLUG/service.json: what a resident is told before a form. */
struct service {
	struct phrase category, summary;
	struct phrase here;      /* asked for here, not handed out by the machine */
	struct phrase delivery;  /* how it comes and within how many days */
	struct phrase price;     /* what it costs and when one pays */
	struct phrase bring;     /* "Pak nu: uw pas of ID-kaart." */
	struct phrase who;       /* who can use this */
	struct phrase elsewhere; /* where else to go for who cannot */
	struct phrase next;      /* what happens after sending */
	struct phrase contact;
	struct phrase search; /* words people look for, blank separated */
	char *pictogram;      /* name in assets/pictograms, "" for none */
	int working_days;     /* until the city answers */
	int price_cents;
	int order; /* in the list of services */
};

enum form_reach {
	FORM_OFFLINE,  /* works with the network down */
	FORM_ONLINE,   /* needs the server: reason says why */
	FORM_NOT_HERE, /* not on this kiosk: reason says why */
};

struct form {
	char *slug;
	char version[65];  /* SHA-256 of the bundle, lower-case hex */
	char language[16]; /* asked for when loading */
	bool complete;     /* every text exists in that language */
	struct phrase name;
	/* Pages before the first question, in this order; "" for none. */
	struct phrase introduction, explanation, help;
	/* The author's words for what one does; "" for ours. */
	struct phrase begin, previous, change, confirm;
	struct service service;
	struct step *steps;
	size_t n_steps;
	struct component
		*components; /* all steps, in reading order, parents first */
	size_t n_components;
	struct component *statements; /* checkboxes of the last page */
	size_t n_statements;
	struct logic *logic; /* logic.h; NULL when answers decide nothing more */
	enum form_reach reach;
	char
		*reason; /* English, for staff and logs: "component 'kaart' is a map" */
};

/* NULL when there is none of that key; keys are unique in a form. */
const struct component *form_find(const struct form *form, const char *key);
bool component_has_answer(const struct component *component);
/* Asked and answered in its parts, which follow it. */
bool component_is_whole(const struct component *component);
const struct option *component_option(
	const struct component *component, const char *value);
/* The form's own text for a problem ("required", "pattern" ...), or NULL. */
bool component_error(const struct component *component, const char *code,
	struct phrase *borrowed);

void form_free(struct form *form);

#endif
