#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The Dutch of every form and of the interface is plain: b1.jq has the rules.
# B1_MEASURE=true also tells how plain it is.
: "${srcdir:=$(dirname "$0")/..}"
command -v jq >/dev/null || { echo 'Bail out! jq is missing'; exit 1; }
n=0

# judge NAME TEXTS: [{place, kind, text}].
judge() {
	n=$((n + 1))
	if ! faults=$(printf '%s' "$2" | jq -r \
		--argjson measure "${B1_MEASURE:-false}" -f "$srcdir/tests/b1.jq"); then
		echo "not ok $n - $1 can be read"
		return
	fi
	[ -z "$faults" ] || printf '%s\n' "$faults" | sed 's/^\(# \)*/# /'
	if printf '%s' "$faults" | grep -qv '^# '; then
		echo "not ok $n - $1 is plain Dutch"
	else
		echo "ok $n - $1 is plain Dutch"
	fi
}

for folder in "$srcdir"/data/forms/*/; do
	judge "$(basename "$folder")" "$(jq -s -f "$srcdir/tests/form_texts.jq" \
		"$folder/form.json" "$folder/service.json")"
done
judge "the interface" "$(awk -f "$srcdir/tests/po_json.awk" \
	"$srcdir/i18n/nl.po" | jq -s '[.[] | select(.id != "" and .str != "") |
		{place: .id, kind: "text", text: .str}]')"
echo "1..$n"
