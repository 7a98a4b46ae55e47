/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/typed.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/formats.h"
#include "lib/forms/moment.h"
#include "lib/forms/plate.h"
#include "lib/forms/typed_number.h"

/* A reader gets safe text, trimmed, not empty, with ASCII digits. */
typedef enum problem_code typed_read(
	const struct component *component, const char *typed, json_t **value);

static enum problem_code read_text(
	const struct component *component, const char *typed, json_t **value)
{
	(void)component;
	*value = json_string(typed);
	return PROBLEM_NONE;
}

static char capital(char c)
{
	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	return c;
}

/* Without the characters of `drop`; the caller frees. */
static char *squeezed(const char *text, const char *drop, bool capitals)
{
	char *copy = mem_text(text);
	size_t n = 0;

	for (; *text; text++) {
		if (strchr(drop, *text))
			continue;
		copy[n] = *text;
		if (capitals)
			copy[n] = capital(*text);
		n++;
	}
	copy[n] = '\0';
	return copy;
}

static enum problem_code read_bsn(
	const struct component *component, const char *typed, json_t **value)
{
	char *digits = squeezed(typed, " .-", false);
	bool right = is_digits(digits, 9);

	(void)component;
	if (right)
		*value = json_string(digits);
	text_wipe(digits);
	return right ? PROBLEM_NONE : PROBLEM_BSN_LENGTH;
}

static enum problem_code read_iban(
	const struct component *component, const char *typed, json_t **value)
{
	char *iban = squeezed(typed, " .-", true);

	(void)component;
	/* Signs alone are something typed, not an empty answer. */
	if (*iban)
		*value = json_string(iban);
	text_wipe(iban);
	return *value ? PROBLEM_NONE : PROBLEM_IBAN;
}

static enum problem_code read_postcode(
	const struct component *component, const char *typed, json_t **value)
{
	char *raw = squeezed(typed, " .-", true);
	char *postcode = NULL;

	(void)component;
	if (strlen(raw) == 6)
		postcode = text_format("%.4s %s", raw, raw + 4);
	if (postcode && strspn(postcode, "0123456789") == 4 &&
		isalpha((unsigned char)raw[4]) && isalpha((unsigned char)raw[5]))
		*value = json_string(postcode);
	free(postcode);
	text_wipe(raw);
	return *value ? PROBLEM_NONE : PROBLEM_POSTCODE;
}

/* Brackets, dots and slashes are how numbers are printed, not dialled. */
static enum problem_code read_phone(
	const struct component *component, const char *typed, json_t **value)
{
	char *phone = mem_text(typed);
	char *squeezed_phone, *trimmed;

	(void)component;
	for (char *at = phone; *at; at++) {
		if (strchr("./", *at))
			*at = ' ';
	}
	squeezed_phone = squeezed(phone, "()", false);
	trimmed = text_trim(squeezed_phone);
	if (strspn(trimmed, "+0123456789 -") == strlen(trimmed) && *trimmed)
		*value = json_string(trimmed);
	text_wipe(trimmed);
	text_wipe(squeezed_phone);
	text_wipe(phone);
	return *value ? PROBLEM_NONE : PROBLEM_PHONE;
}

/* Day, month and year from parts or, with no parts, from eight digits. */
static bool split_date(const char *typed, int parts[3], size_t widths[3])
{
	for (int i = 0; i < 3; i++) {
		widths[i] = strspn(typed, "0123456789");
		if (!widths[i] || widths[i] > 4)
			return false;
		parts[i] = atoi(typed);
		typed += widths[i];
		if (i < 2) {
			size_t gap = strspn(typed, " -./");

			if (!gap || gap > 3)
				return false;
			typed += gap;
		}
	}
	return !*typed;
}

static struct date find_date(const char *typed)
{
	int parts[3];
	size_t widths[3];
	struct date date = { 0 };

	if (is_digits(typed, 8)) {
		sscanf(typed, "%2d%2d%4d", &date.day, &date.month, &date.year);
		return date;
	}
	if (!split_date(typed, parts, widths))
		return date;
	if (widths[0] == 4 && widths[1] <= 2 && widths[2] <= 2)
		return (struct date){ parts[0], parts[1], parts[2] };
	if (widths[0] <= 2 && widths[1] <= 2 && widths[2] == 4)
		return (struct date){ parts[2], parts[1], parts[0] };
	return date;
}

static enum problem_code read_date(
	const struct component *component, const char *typed, json_t **value)
{
	struct date date = find_date(typed);
	char iso[16];

	(void)component;
	date_to_text(date, iso);
	/* A year before 1000 is a slip of the finger. */
	if (date.year < 1000 || !date_from_text(iso).day)
		return PROBLEM_DATE;
	*value = json_string(iso);
	return PROBLEM_NONE;
}

/* "14:30", "14.30", "14 30", "14u30", "1430" and "930". */
static bool split_time(const char *typed, int *hours, int *minutes)
{
	size_t n = strspn(typed, "0123456789");
	const char *rest = typed + n;

	if (!*rest && (n == 3 || n == 4)) {
		*hours = atoi(typed) / 100;
		*minutes = atoi(typed) % 100;
		return true;
	}
	if (!n || n > 2 || !strchr(":. uUh", *rest) || !*rest ||
		!is_digits(rest + 1, 2))
		return false;
	*hours = atoi(typed);
	*minutes = atoi(rest + 1);
	return true;
}

static enum problem_code read_time(
	const struct component *component, const char *typed, json_t **value)
{
	int hours, minutes;
	char *time;

	(void)component;
	if (!split_time(typed, &hours, &minutes) || hours > 23 || minutes > 59)
		return PROBLEM_TIME;
	time = text_format("%02d:%02d", hours, minutes);
	*value = json_string(time);
	free(time);
	return PROBLEM_NONE;
}

static json_t *moment_here(const char *day, const char *time)
{
	struct stamp stamp =
		stamp_of(date_from_text(day), (int64_t)time_seconds(time) * SECOND);
	char *text;
	json_t *moment;

	stamp.offset = offset_here(stamp.shown);
	text = stamp_text(stamp, 'T');
	moment = json_string(text);
	free(text);
	return moment;
}

/* "31-12-2026 14:30": the clock of here. */
static enum problem_code read_datetime(
	const struct component *component, const char *typed, json_t **value)
{
	const char *gap = strrchr(typed, ' ');
	char *day = mem_text_n(typed, gap ? (size_t)(gap - typed) : 0);
	char *trimmed = text_trim(day);
	json_t *date = NULL, *time = NULL;
	enum problem_code code = PROBLEM_DATETIME;

	if (gap && *trimmed)
		code = read_date(component, trimmed, &date);
	if (!code)
		code = read_time(component, gap + 1, &time);
	if (!code)
		*value = moment_here(json_string_value(date), json_string_value(time));
	json_decref(date);
	json_decref(time);
	text_wipe(trimmed);
	text_wipe(day);
	return code;
}

/* Capitals, hyphens between letters and digits, and in the middle of four. */
static enum problem_code read_plate(
	const struct component *component, const char *typed, json_t **value)
{
	char *plate = plate_text(typed);

	(void)component;
	if (!plate)
		return PROBLEM_PLATE;
	*value = json_string(plate);
	text_wipe(plate);
	return PROBLEM_NONE;
}

static typed_read *const readers[N_COMPONENT_TYPES] = {
	[COMPONENT_TEXTFIELD] = read_text,
	[COMPONENT_TEXTAREA] = read_text,
	[COMPONENT_EMAIL] = read_text,
	[COMPONENT_PHONE] = read_phone,
	[COMPONENT_POSTCODE] = read_postcode,
	[COMPONENT_BSN] = read_bsn,
	[COMPONENT_IBAN] = read_iban,
	[COMPONENT_NUMBER] = typed_number,
	[COMPONENT_CURRENCY] = typed_number,
	[COMPONENT_DATE] = read_date,
	[COMPONENT_DATETIME] = read_datetime,
	[COMPONENT_TIME] = read_time,
	[COMPONENT_LICENSEPLATE] = read_plate,
};

enum problem_code typed_value(
	const struct component *component, const char *typed, json_t **value)
{
	bool lines = component->type == COMPONENT_TEXTAREA;
	typed_read *read = readers[component->type];
	char *safe = safe_text(typed, lines);
	char *trimmed = text_trim(safe);
	/* A story keeps its digits as they were written. */
	char *text = lines ? mem_text(trimmed) : ascii_digits(trimmed);
	enum problem_code code = PROBLEM_NONE;

	*value = NULL;
	if (!read)
		code = PROBLEM_TYPE;
	else if (*text)
		code = read(component, text, value);
	text_wipe(text);
	text_wipe(trimmed);
	text_wipe(safe);
	return code;
}

/* A blank after every `n` characters. */
static char *grouped(const char *text, size_t n)
{
	struct text out = { 0 };

	for (size_t i = 0; text[i]; i++) {
		if (i && i % n == 0)
			text_add(&out, " ");
		text_add_n(&out, text + i, 1);
	}
	return text_take(&out);
}

static char *date_text(const char *iso)
{
	struct date date = date_from_text(iso);

	if (!date.day)
		return mem_text(iso);
	return text_format("%02d-%02d-%04d", date.day, date.month, date.year);
}

/* As the clock shows it, whatever zone it is of. */
static char *datetime_text(const char *iso)
{
	char *day = mem_text_n(iso, strnlen(iso, 10));
	char *shown = date_text(day);
	char *whole = strlen(iso) >= 16 ? text_format("%s %.5s", shown, iso + 11)
									: mem_text(iso);

	free(day);
	free(shown);
	return whole;
}

char *typed_text(const struct component *component, const json_t *value)
{
	const char *text = json_string_value(value);

	if (json_is_number(value))
		return number_text(json_number_value(value),
			component->type == COMPONENT_CURRENCY ? 2 : 0);
	if (!text)
		return mem_text("");
	if (component->type == COMPONENT_DATE)
		return date_text(text);
	if (component->type == COMPONENT_DATETIME)
		return datetime_text(text);
	if (component->type == COMPONENT_BSN)
		return grouped(text, 3);
	if (component->type == COMPONENT_IBAN)
		return grouped(text, 4);
	if (component->type == COMPONENT_TIME)
		return mem_text_n(text, strnlen(text, 5));
	return mem_text(text);
}
