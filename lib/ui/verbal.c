/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/verbal.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/clock.h"
#include "lib/ui/verbal_tongue.h"

void say_date(struct text *out, const struct tongue *tongue, const int ymd[3])
{
	char *day = text_format("%d", ymd[2]);
	char *year = text_format("%d", ymd[0]);

	fill(out, tongue->date,
		(const char *[]){ day, tongue->months[ymd[1] - 1], year });
	free(day);
	free(year);
}

static void fill_form(struct text *out, const struct tongue *tongue,
	const char *const *forms, long n)
{
	char *number = text_format("%ld", n);

	fill(out, forms[tongue->form(n)], (const char *[]){ number, "", "" });
	free(number);
}

static void minutes_words(
	struct text *out, const struct tongue *tongue, int minute)
{
	char *number = text_format("%d", minute);

	if (minute < 10 && tongue->below_ten)
		fill(out, tongue->below_ten, (const char *[]){ number, "", "" });
	else
		fill_form(out, tongue, tongue->minutes, minute);
	free(number);
}

void say_time(
	struct text *out, const struct tongue *tongue, int hour, int minute)
{
	const struct day_part *part = tongue->day_parts;
	struct text minutes = { 0 };
	char *hours;

	for (size_t i = 1; i < 4 && tongue->day_parts[i].hour; i++) {
		if (hour >= tongue->day_parts[i].from)
			part = &tongue->day_parts[i];
	}
	if (tongue->clock == 12)
		hour = (hour + 11) % 12 + 1;
	hours = text_format("%d", hour);
	minutes_words(&minutes, tongue, minute);
	fill(out, minute ? part->time : part->hour,
		(const char *[]){ hours, minutes.bytes, "" });
	free(hours);
	text_clear(&minutes);
}

void say_money(struct text *out, const struct tongue *tongue, long cents)
{
	struct text euros = { 0 }, rest = { 0 };

	if (cents < 0) {
		text_add(out, tongue->minus);
		text_add(out, " ");
		cents = -cents;
	}
	fill_form(&euros, tongue, tongue->euros, cents / 100);
	fill_form(&rest, tongue, tongue->cents, cents % 100);
	if (cents % 100 == 0)
		text_add(out, euros.bytes);
	else if (cents < 100)
		text_add(out, rest.bytes);
	else
		fill(out, tongue->money,
			(const char *[]){ euros.bytes, rest.bytes, "" });
	text_clear(&euros);
	text_clear(&rest);
}

/* Decimals one by one: "12 komma 0, 5". */
void say_number(struct text *out, const struct tongue *tongue,
	const char *whole, const char *decimals)
{
	struct text digits = { 0 };

	if (!*decimals) {
		text_add(out, whole);
		return;
	}
	say_spelled(&digits, tongue, decimals, strlen(decimals));
	fill(out, tongue->number, (const char *[]){ whole, digits.bytes, "" });
	text_clear(&digits);
}

typedef bool say_kind(
	struct text *out, const struct tongue *tongue, const char *raw);

static bool groups(
	struct text *out, const struct tongue *tongue, const char *raw)
{
	say_spelled(out, tongue, raw, strlen(raw));
	return true;
}

static bool evenly(
	struct text *out, const struct tongue *tongue, const char *raw)
{
	say_evenly(out, tongue, raw, strlen(raw));
	return true;
}

static bool iban(struct text *out, const struct tongue *tongue, const char *raw)
{
	say_iban(out, tongue, raw, strlen(raw));
	return true;
}

static bool address(
	struct text *out, const struct tongue *tongue, const char *raw)
{
	say_address(out, tongue, raw, strlen(raw));
	return true;
}

static bool date(struct text *out, const struct tongue *tongue, const char *raw)
{
	struct date date = date_from_text(raw);

	if (!date.month)
		return false;
	say_date(out, tongue, (int[]){ date.year, date.month, date.day });
	return true;
}

static bool time_of_day(
	struct text *out, const struct tongue *tongue, const char *raw)
{
	char *end;
	long hour = strtol(raw, &end, 10), minute;

	if (*raw < '0' || *raw > '9' || *end != ':' || end[1] < '0' || end[1] > '9')
		return false;
	minute = strtol(end + 1, &end, 10);
	if (hour > 23 || minute > 59 || (*end && *end != ':'))
		return false;
	say_time(out, tongue, (int)hour, (int)minute);
	return true;
}

static bool decimal_number(
	struct text *out, const struct tongue *tongue, const char *raw)
{
	bool negative = *raw == '-';
	size_t whole, decimals;
	char *before;

	raw += negative;
	whole = strspn(raw, "0123456789");
	decimals = raw[whole] == '.' ? strspn(raw + whole + 1, "0123456789") : 0;
	if (!whole || whole > 15 || raw[whole + decimals + (decimals > 0)])
		return false;
	if (negative) {
		text_add(out, tongue->minus);
		text_add(out, " ");
	}
	before = text_format("%.*s", (int)whole, raw);
	say_number(out, tongue, before, decimals ? raw + whole + 1 : "");
	free(before);
	return true;
}

static bool money(
	struct text *out, const struct tongue *tongue, const char *raw)
{
	size_t sign = *raw == '-';
	size_t digits = strspn(raw + sign, "0123456789");

	if (!digits || digits > 15 || raw[sign + digits])
		return false;
	say_money(out, tongue, strtol(raw, NULL, 10));
	return true;
}

static bool prose(
	struct text *out, const struct tongue *tongue, const char *raw)
{
	say_prose(out, tongue, raw);
	return true;
}

static say_kind *const kinds[] = {
	[VALUE_TEXT] = prose,
	[VALUE_DIGITS] = evenly,
	[VALUE_PHONE] = evenly,
	[VALUE_POSTCODE] = evenly,
	[VALUE_IBAN] = iban,
	[VALUE_REFERENCE] = groups,
	[VALUE_EMAIL] = address,
	[VALUE_DATE] = date,
	[VALUE_TIME] = time_of_day,
	[VALUE_NUMBER] = decimal_number,
	[VALUE_MONEY] = money,
};

char *verbal(enum value_kind kind, const char *raw, const char *language)
{
	const struct tongue *tongue = tongue_of(language);
	char *safe = safe_text(raw, true);
	struct text out = { 0 };

	if (!kinds[kind](&out, tongue, safe))
		say_spelled(&out, tongue, safe, strlen(safe));
	free(safe);
	return text_take(&out);
}
