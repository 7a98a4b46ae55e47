#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The interface says everything in each language: every text of the sources is
# translated, none is fuzzy, none is left over. `make update-po` brings the
# catalogues in step; the words are a translator's.
: "${srcdir:=$(dirname "$0")/..}"
for tool in jq msgfmt xgettext; do
	command -v "$tool" >/dev/null || { echo "Bail out! $tool is missing"; exit 1; }
done
n=0
texts=$(mktemp) || exit 1
trap 'rm -f "$texts"' EXIT

# The keywords are those of update-po.
keywords=$(grep -o -e ' -k[^ ]*' "$srcdir/i18n/local.mk")
# shellcheck disable=SC2086 # a list of options
(cd "$srcdir" && find lib/ui kiosk -name '*.c' \
	-exec xgettext --from-code=UTF-8 $keywords -o - {} +) |
	awk -f "$srcdir/tests/po_json.awk" | jq -s . >"$texts.json" || exit 1
mv "$texts.json" "$texts"

languages=$(sed 's/#.*//' "$srcdir/i18n/LINGUAS")
for language in $languages; do
	n=$((n + 1))
	if faults=$(msgfmt --check -o /dev/null "$srcdir/i18n/$language.po" 2>&1 &&
		awk -f "$srcdir/tests/po_json.awk" "$srcdir/i18n/$language.po" |
		jq -sr --slurpfile wanted "$texts" \
			-f "$srcdir/tests/catalogues.jq") && [ -z "$faults" ]; then
		echo "ok $n - the interface speaks $language"
	else
		printf '%s\n' "$faults" | sed 's/^/# /'
		echo "not ok $n - the interface speaks $language"
	fi
done
echo "1..$n"
