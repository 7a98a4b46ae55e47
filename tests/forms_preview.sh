#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# opendeur-forms preview, in a terminal of its own.
: "${srcdir:=.}" "${builddir:=.}"
export srcdir builddir PYTHONDONTWRITEBYTECODE=1
command -v python3 >/dev/null || {
	echo "Bail out! python3 is missing"
	exit 1
}
exec timeout 240 python3 "$srcdir/tests/played/preview.py"
