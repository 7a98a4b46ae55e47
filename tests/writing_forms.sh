#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# doc/writing-forms.md, followed to the letter.
: "${srcdir:=.}" "${builddir:=.}"
export srcdir builddir PYTHONDONTWRITEBYTECODE=1
command -v python3 >/dev/null || {
	echo "Bail out! python3 is missing"
	exit 1
}
exec timeout 240 python3 "$srcdir/tests/played/writing.py"
