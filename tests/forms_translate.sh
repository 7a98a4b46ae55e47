#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# opendeur-forms translate: files that msgfmt takes, and nothing is lost.
# shellcheck source=tests/forms_help.sh
. "${srcdir:=.}/tests/forms_help.sh"
folder=$work/terugbelverzoek
cp -r "$srcdir/data/forms/terugbelverzoek" "$work"
chmod -R u+w "$folder"

translates() { # translates LANG
	"$forms" translate "$folder" "$1" >"$work/out" 2>&1 &&
		msgfmt --check -o /dev/null "$folder/$1.po"
}
new_language() {
	translates pl && grep -q 'pl.po: 0 of .* (0 %), .* missing' "$work/out" &&
		grep -q 'missing form:name: ' "$work/out"
}
fills_and_counts() {
	msgattrib --untranslated "$folder/pl.po" >/dev/null &&
		sed -i '/msgctxt "form:name"/,/msgstr/s/msgstr ""/msgstr "Telefon"/' "$folder/pl.po" &&
		translates pl && grep -q 'pl.po: 1 of ' "$work/out"
}
twice_is_the_same() {
	translates en && cp "$folder/en.po" "$work/once.po" && translates en &&
		cmp "$folder/en.po" "$work/once.po" && grep -q '(100 %)' "$work/out"
}
same_texts() {
	msgcat --sort-output --no-wrap "$srcdir/data/forms/terugbelverzoek/en.po" >"$work/a.po" &&
		msgcat --sort-output --no-wrap "$folder/en.po" >"$work/b.po" &&
		diff "$work/a.po" "$work/b.po"
}
changed_is_fuzzy() {
	sed -i 's/"name": "Terugbelverzoek[^"]*"/"name": "Bel mij terug"/; s/^\t"name": "[^"]*"/\t"name": "Bel mij"/' "$folder/form.json"
	sed -i 's/^msgctxt "form:name"/# kort houden\n&/' "$folder/en.po"
	translates en && grep -q '^#| msgid ' "$folder/en.po" &&
		grep -q '# kort houden' "$folder/en.po" && grep -q '1 to look at' "$work/out"
}
gone_is_kept() {
	printf '\nmsgctxt "weg:label"\nmsgid "Weg"\nmsgstr "Gone"\n' >>"$folder/en.po"
	translates en && grep -q '^#~ msgstr "Gone"' "$folder/en.po" &&
		grep -q '1 no longer used' "$work/out"
}
dutch_is_refused() {
	"$forms" translate "$folder" nl
	test $? -eq 2
}
odd_is_refused() {
	"$forms" translate "$folder" ../x
	test $? -eq 2 && ! [ -e "$work/x.po" ]
}
broken_is_left() {
	echo 'msgid "half' >"$folder/tr.po"
	! translates tr && grep -q 'tr.po: line 1' "$work/out" &&
		grep -q half "$folder/tr.po"
}

echo 1..9
claim 'a new language is all there, and empty' new_language
claim 'what is translated is counted' fills_and_counts
claim 'writing twice gives the same bytes' twice_is_the_same
claim 'no text is changed' same_texts
claim 'a changed text is to be looked at' changed_is_fuzzy
claim 'a text that is gone is kept aside' gone_is_kept
claim 'Dutch is what is translated' dutch_is_refused
claim 'what is no language is refused' odd_is_refused
claim 'a file that cannot be read is left alone' broken_is_left
