/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/formats.h"

#include <string.h>
#include <strings.h>

#include "lib/base/text.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_letter(char c)
{
	return is_capital(c) || (c >= 'a' && c <= 'z');
}

bool is_digits(const char *text, size_t n)
{
	return strlen(text) == n && strspn(text, "0123456789") == n;
}

bool bsn_is_proof(const char *nine_digits)
{
	int sum = -(nine_digits[8] - '0');
	bool any = false;

	for (int i = 0; i < 8; i++) {
		sum += (9 - i) * (nine_digits[i] - '0');
		any = any || nine_digits[i] != '0';
	}
	return any && sum % 11 == 0;
}

/* The registry of ISO 13616: the whole length, by country. */
static size_t iban_length(const char *iban)
{
	static const char countries[] =
		"AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24"
		"DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27"
		"GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20"
		"LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24"
		"PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25"
		"SV28TL23TN24TR26UA29VA22VG24XK20YE30";

	for (const char *at = countries; *at; at += 4) {
		if (at[0] == iban[0] && at[1] == iban[1])
			return (size_t)(at[2] - '0') * 10 + (size_t)(at[3] - '0');
	}
	return 0;
}

static int add_mod_97(int rest, char c)
{
	if (is_digit(c))
		return (rest * 10 + (c - '0')) % 97;
	return (rest * 100 + (c - 'A' + 10)) % 97;
}

bool iban_is_valid(const char *iban)
{
	size_t n = strlen(iban);
	int rest = 0;

	if (n < 5 || n != iban_length(iban) || !is_digit(iban[2]) ||
		!is_digit(iban[3]))
		return false;
	for (size_t i = 0; i < n; i++) {
		char c = iban[(i + 4) % n];

		if (!is_digit(c) && !is_capital(c))
			return false;
		rest = add_mod_97(rest, c);
	}
	return rest == 1;
}

static bool is_local_part(const char *text, size_t n)
{
	if (!n || n > 64 || text[0] == '.' || text[n - 1] == '.')
		return false;
	for (size_t i = 0; i < n; i++) {
		char c = text[i];

		if (c == '.' && text[i + 1] == '.')
			return false;
		if (!is_letter(c) && !is_digit(c) && !strchr(".!#$%&'*+-/=?^_`{|}~", c))
			return false;
	}
	return true;
}

/* Letters of any script may stand in a name of the net. */
static bool is_label(const char *text, size_t n)
{
	if (!n || n > 63 || text[0] == '-' || text[n - 1] == '-')
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!is_letter(text[i]) && !is_digit(text[i]) && text[i] != '-' &&
			(unsigned char)text[i] < 0x80)
			return false;
	}
	return true;
}

static bool is_host(const char *host)
{
	const char *last = strrchr(host, '.');

	if (!last || strlen(last) < 3 || strspn(last + 1, "0123456789") > 0)
		return false;
	while (host) {
		const char *dot = strchr(host, '.');

		if (!is_label(host, dot ? (size_t)(dot - host) : strlen(host)))
			return false;
		host = dot ? dot + 1 : NULL;
	}
	return true;
}

bool email_is_valid(const char *email)
{
	const char *at = strrchr(email, '@');

	return at && strlen(email) <= 254 &&
		   is_local_part(email, (size_t)(at - email)) && is_host(at + 1);
}

static bool is_dutch_phone(const char *digits, size_t n)
{
	if (text_starts(digits, "+31"))
		return n == 11 && digits[3] != '0';
	if (text_starts(digits, "0031"))
		return n == 13 && digits[4] != '0';
	return n == 10 && digits[0] == '0' && digits[1] != '0';
}

/* Open Forms' ^[+0-9][- 0-9]+$, of a length that numbers in the world have. */
bool phone_is_valid(const char *phone, bool dutch)
{
	char digits[24] = "";
	size_t n = 0, n_digits = 0;

	for (size_t i = 0; phone[i]; i++) {
		char c = phone[i];

		if (c == '+' ? i > 0 : !is_digit(c) && (!strchr(" -", c) || !i))
			return false;
		if (c == ' ' || c == '-')
			continue;
		if (n + 1 == sizeof digits)
			return false;
		digits[n++] = c;
		n_digits += is_digit(c);
	}
	if (dutch)
		return is_dutch_phone(digits, n_digits);
	/* 00 in front and 15 digits at most (E.164). */
	return n_digits >= 7 && n_digits <= 17;
}

bool postcode_is_valid(const char *postcode)
{
	static const char *const never[] = { "SA", "SD", "SS" };
	size_t n = strlen(postcode);
	const char *letters = postcode + n - 2;

	if ((n != 6 && n != 7) || strspn(postcode, "0123456789") != 4 ||
		postcode[0] == '0' || (n == 7 && postcode[4] != ' ') ||
		!is_letter(letters[0]) || !is_letter(letters[1]))
		return false;
	for (size_t i = 0; i < sizeof never / sizeof never[0]; i++) {
		if (strcasecmp(letters, never[i]) == 0)
			return false;
	}
	return true;
}

static int two_digits(const char *text)
{
	return is_digit(text[0]) && is_digit(text[1])
			   ? (text[0] - '0') * 10 + text[1] - '0'
			   : 99;
}

int time_seconds(const char *time)
{
	size_t n = strlen(time);
	int hours, minutes, seconds = 0;

	if ((n != 5 && n != 8) || time[2] != ':' || (n == 8 && time[5] != ':'))
		return -1;
	hours = two_digits(time);
	minutes = two_digits(time + 3);
	if (n == 8)
		seconds = two_digits(time + 6);
	if (hours > 23 || minutes > 59 || seconds > 59)
		return -1;
	return (hours * 60 + minutes) * 60 + seconds;
}
