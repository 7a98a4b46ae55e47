#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Each form says everything in each language: no text without a translation,
# no translation without a text, none of an older text.
: "${srcdir:=$(dirname "$0")/..}"
for tool in jq msgfmt; do
	command -v "$tool" >/dev/null || { echo "Bail out! $tool is missing"; exit 1; }
done
n=0
texts=$(mktemp) || exit 1
trap 'rm -f "$texts"' EXIT

for folder in "$srcdir"/data/forms/*/; do
	jq -s -f "$srcdir/tests/form_texts.jq" \
		"$folder/form.json" "$folder/service.json" >"$texts"
	for language in en tr ar; do
		n=$((n + 1))
		name="$(basename "$folder") speaks $language"
		if faults=$(msgfmt --check -o /dev/null "$folder/$language.po" 2>&1 &&
			awk -f "$srcdir/tests/po_json.awk" "$folder/$language.po" |
			jq -sr --slurpfile texts "$texts" \
				-f "$srcdir/tests/overlays.jq") && [ -z "$faults" ]; then
			echo "ok $n - $name"
		else
			printf '%s\n' "$faults" | sed 's/^/# /'
			echo "not ok $n - $name"
		fi
	done
done
echo "1..$n"
