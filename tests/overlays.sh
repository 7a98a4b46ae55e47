#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Each form says everything in each of its languages (data/forms/languages, at
# least English): no text without a translation, no translation without a text,
# none of an older text. What is translated into another language stands there.
: "${srcdir:=$(dirname "$0")/..}"
for tool in jq msgfmt; do
	command -v "$tool" >/dev/null || { echo "Bail out! $tool is missing"; exit 1; }
done
n=0
texts=$(mktemp) || exit 1
trap 'rm -f "$texts"' EXIT

listed() { # listed SLUG: its languages beside Dutch.
	sed -n "s/^$1 //p" "$srcdir/data/forms/languages"
}
# claim NAME COMMAND...
claim() {
	n=$((n + 1))
	name=$1
	shift
	if "$@"; then echo "ok $n - $name"; else echo "not ok $n - $name"; fi
}
is_listed_once() {
	test "$(grep -c "^$1 " "$srcdir/data/forms/languages")" -eq 1
}
has_what_is_listed() {
	found=$(cd "$srcdir/data/forms/$1" && printf '%s\n' *.po | sort)
	# shellcheck disable=SC2046 # a word a language
	test "$found" = "$(printf '%s.po\n' $(listed "$1") | sort)"
}
is_in_english() {
	case " $(listed "$1") " in *' en '*) ;; *) return 1 ;; esac
}

for folder in "$srcdir"/data/forms/*/; do
	slug=$(basename "$folder")
	claim "$slug stands in the list of languages once" is_listed_once "$slug"
	claim "$slug is in English" is_in_english "$slug"
	claim "$slug has the languages of the list" has_what_is_listed "$slug"
	jq -s -f "$srcdir/tests/form_texts.jq" \
		"$folder/form.json" "$folder/service.json" >"$texts"
	for language in $(listed "$slug"); do
		n=$((n + 1))
		name="$slug speaks $language"
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
