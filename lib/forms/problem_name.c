/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/check.h"

const char *problem_name(enum problem_code code)
{
	static const char *const names[N_PROBLEM_CODES] = {
		[PROBLEM_NONE] = "",
		[PROBLEM_REQUIRED] = "required",
		[PROBLEM_TOO_LONG] = "maxLength",
		[PROBLEM_PATTERN] = "pattern",
		[PROBLEM_EMAIL] = "invalid_email",
		[PROBLEM_PHONE] = "invalid_phone",
		[PROBLEM_POSTCODE] = "pattern",
		[PROBLEM_BSN_LENGTH] = "invalid_bsn",
		[PROBLEM_BSN] = "invalid_bsn",
		[PROBLEM_IBAN] = "invalid_iban",
		[PROBLEM_NOT_A_NUMBER] = "invalid_number",
		[PROBLEM_NOT_WHOLE] = "decimalLimit",
		[PROBLEM_DECIMALS] = "decimalLimit",
		[PROBLEM_NEGATIVE] = "allowNegative",
		[PROBLEM_TOO_SMALL] = "min",
		[PROBLEM_TOO_LARGE] = "max",
		[PROBLEM_DATE] = "invalid_date",
		[PROBLEM_DATE_FUTURE] = "minDate",
		[PROBLEM_DATE_PAST] = "maxDate",
		[PROBLEM_DATE_BEFORE] = "minDate",
		[PROBLEM_DATE_AFTER] = "maxDate",
		[PROBLEM_TIME] = "invalid_time",
		[PROBLEM_TIME_RANGE] = "invalid_time",
		[PROBLEM_DATETIME] = "invalid_datetime",
		[PROBLEM_PLATE] = "pattern",
		[PROBLEM_OPTION] = "invalid_option",
		[PROBLEM_TOO_FEW] = "minSelectedCount",
		[PROBLEM_TOO_MANY] = "maxSelectedCount",
		[PROBLEM_MUST_AGREE] = "required",
		[PROBLEM_NO_ROWS] = "required",
		[PROBLEM_MANY_ROWS] = "maxLength",
		[PROBLEM_ROW] = "row",
		[PROBLEM_TYPE] = "invalid_type",
	};

	return names[code];
}
