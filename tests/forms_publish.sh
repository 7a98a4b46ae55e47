#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The program opendeur-forms, and the forms of the city as it publishes them.
# shellcheck source=tests/forms_help.sh
. "${srcdir:=.}/tests/forms_help.sh"
sample=$srcdir/tests/forms/alle-vragen

prints_name_and_version() {
	"$forms" publish "$sample" -o "$work/a" 2>/dev/null |
		grep -Eqx 'alle-vragen [0-9a-f]{64}'
}
version_is_the_hash() {
	hash=$(sha256sum <"$work/a/alle-vragen.json" | cut -d' ' -f1)
	grep -q "\"version\":\"$hash\"" "$work/a/catalogue.json"
}
same_twice() {
	"$forms" publish "$sample/" -o "$work/b" >/dev/null 2>&1 &&
		diff -r "$work/a" "$work/b"
}
broken_writes_nothing() {
	mkdir "$work/kapot" && echo '{' >"$work/kapot/form.json"
	exits 1 "$forms" publish "$sample" "$work/kapot" -o "$work/c" &&
		test -z "$(ls "$work/c")" &&
		grep -q 'kapot/form.json: line 2, column 0' "$work/err"
}
renamed_is_refused() {
	cp -r "$sample" "$work/anders"
	exits 1 "$forms" publish "$work/anders" -o "$work/c" &&
		grep -q 'another name than the folder has' "$work/err"
}
twice_is_refused() {
	exits 1 "$forms" publish "$sample" "$sample" -o "$work/c" &&
		grep -q 'two files would be called alle-vragen.json' "$work/err"
}
city_is_whole() {
	set -- "$srcdir"/data/forms/*/
	"$forms" publish "$@" -o "$work/city" --strict
}
# Every product in Dutch and English at least, and without the network;
# data/forms/languages tells of more (tests/overlays.sh).
city_is_complete() {
	whole=$(grep -oE '"complete":\["nl",("ar",)?"en"' "$work/city/catalogue.json" | wc -l)
	offline=$(grep -o '"reach":"offline"' "$work/city/catalogue.json" | wc -l)
	all=$(grep -o '"version":' "$work/city/catalogue.json" | wc -l)
	echo "$all forms, $whole whole, $offline offline"
	test "$all" -gt 0 && test "$whole" -eq "$all" && test "$offline" -eq "$all"
}

unwritten_is_refused() {
	cp -r "$sample" "$work/half" && chmod -R u+w "$work/half"
	mkdir "$work/half2" && mv "$work/half" "$work/half2/alle-vragen"
	sed -i '0,/{/s//{"toFill":{"who":"Voor wie is dit?"},/' \
		"$work/half2/alle-vragen/service.json"
	exits 1 "$forms" publish "$work/half2/alle-vragen" -o "$work/e" &&
		grep -q 'toFill.who: .*\[to-fill\]' "$work/err" &&
		test -z "$(ls "$work/e")"
}

echo 1..15
claim 'help says how to use it' "$forms" --help
claim 'version is printed' "$forms" --version
claim 'nothing to do is wrong usage' exits 2 "$forms"
claim 'an unknown option is wrong usage' exits 2 "$forms" publish --nooit
claim 'no output folder is wrong usage' exits 2 "$forms" publish "$sample"
claim 'publish prints name and version' prints_name_and_version
claim 'the version is the SHA-256 of the bundle' version_is_the_hash
claim 'publishing twice gives the same bytes' same_twice
claim 'a broken form is told with its line and nothing is written' broken_writes_nothing
claim 'a form in a folder of another name is refused' renamed_is_refused
claim 'the same form twice is refused' twice_is_refused
claim 'a form whose texts are still to be written is refused' unwritten_is_refused
claim 'a translation left out fails when strict' exits 1 "$forms" publish "$sample" -o "$work/d" --strict
claim 'no translation of the forms of the city is left out' city_is_whole
claim 'the forms of the city are complete in their languages and work offline' city_is_complete
