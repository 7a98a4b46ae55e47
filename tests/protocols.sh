#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The JSON Schemas of data/protocols hold the real programs, and the reverse.
: "${srcdir:=.}" "${builddir:=.}"
export srcdir builddir PYTHONDONTWRITEBYTECODE=1
command -v python3 >/dev/null || {
	echo "Bail out! python3 is missing"
	exit 1
}
python3 -c 'import jsonschema' 2>/dev/null || {
	echo "Bail out! python3-jsonschema is missing"
	exit 1
}
exec timeout 240 python3 "$srcdir/tests/played/protocols.py"
