#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# opendeur-forms diff: two versions of a form, in words.
# shellcheck source=tests/forms_help.sh
. "${srcdir:=.}/tests/forms_help.sh"
city=$srcdir/data/forms/uittreksel-brp
rules=$srcdir/tests/forms/regels

# becomes FORM FILE 'jq' LINE...: after that change exactly these lines.
becomes() {
	old=$work/old
	rm -rf "$work/new" "$old"
	cp -r "$1" "$old" && chmod -R u+w "$old" || return 1
	# What is about translations has a test of its own.
	[ "$2" = form.json ] && rm -f "$old"/*.po
	cp -r "$old" "$work/new" && jq "$3" "$1/$2" >"$work/new/$2" || return 1
	shift 3
	printf '%s\n' "$@" >"$work/wanted"
	exits 1 "$forms" diff "$old" "$work/new" && diff "$work/wanted" "$work/out"
}
form() { becomes "$city" form.json "$@"; }
rule() { becomes "$rules" form.json "$@"; }
first='.steps[0].configuration.components'
same_is_0() {
	exits 0 "$forms" diff "$city" "$city/form.json" && grep -qx 'Nothing changed.' "$work/out"
}
unseen_is_said() {
	form '.steps[0].uuid = "0f6d2f0e-7a55-4a0b-93ab-5b1f6b6a7d19"' \
		'Nothing that residents see changed; the files differ.'
}
bundles_compare() {
	"$forms" publish "$city" -o "$work/bundles" >/dev/null &&
		exits 0 "$forms" diff "$work/bundles/uittreksel-brp.json" "$city"
}
translations_are_told() {
	rm -rf "$work/new" && cp -r "$city" "$work/new" && chmod -R u+w "$work/new" &&
		rm "$work/new/tr.po" && jq "$first"'[0].label = "Voor wie?"' "$city/form.json" >"$work/new/form.json"
	exits 1 "$forms" diff "$city" "$work/new" &&
		grep -qx "Translation 'en'" "$work/out" &&
		grep -qx "  not translated any more: 'Voor wie?' \\[voorWie:label\\]" "$work/out" &&
		grep -qx "Translation 'tr'" "$work/out" && grep -qx '  is gone' "$work/out"
}
new_translation_is_told() {
	rm -rf "$work/new" && cp -r "$city" "$work/new" && chmod -R u+w "$work/new" && rm "$work/new/tr.po"
	exits 1 "$forms" diff "$work/new" "$city" &&
		grep -Eqx '  is new: [0-9]+ of [0-9]+ texts' "$work/out"
}
# Alone it has no service page and no translations to compare.
alone_says_nothing_else() {
	cp "$city/form.json" "$work/los.json" &&
		exits 1 "$forms" diff "$work/los.json" "$city" &&
		grep -qx 'Nothing that residents see changed; the files differ.' "$work/out"
}

echo 1..26
claim 'the same form is exit code 0' same_is_0
claim 'what residents do not see is said to be so' unseen_is_said
claim 'a bundle and its folder are the same' bundles_compare
claim 'a form that cannot be read is trouble' exits 2 "$forms" diff "$city" "$work/nergens"
claim 'one form only is wrong usage' exits 2 "$forms" diff "$city"
claim 'a new text has the old one beside it' form "$first"'[0].label = "Voor wie?"' \
	"'Voor wie?' [voorWie]" "  the question: was 'Voor wie is het bewijs?', is now 'Voor wie?'"
claim 'a question that is new is told with all there is to it' form \
	"$first"' |= [.[0], {type: "radio", key: "spoed", label: "Heeft u haast?", validate: {required: true}, values: [{value: "j", label: "Ja"}, {value: "n", label: "Nee"}], conditional: {show: true, when: "voorWie", eq: "zelf"}}] + .[1:]' \
	"'Heeft u haast?' [spoed]" \
	"  is new: choose one, required: 'Ja', 'Nee'; asked when 'Voor wie is het bewijs?' is 'Mijzelf'"
claim 'a question that is removed is told once' form \
	'.steps[1].configuration.components |= map(select(.key != "voornamen"))' \
	"'Wat zijn uw voornamen?' [voornamen]" '  is removed'
claim 'a question that moved is told where to' form \
	'.steps[1].configuration.components |= [.[1], .[0]] + .[2:]' \
	"'Wat zijn uw voornamen?' [voornamen]" "  is moved; it comes after 'Wat is uw achternaam?'"
# shellcheck disable=SC2016 # jq
claim 'a question in another step is moved' form \
	'.steps[1].configuration.components[0] as $q | .steps[1].configuration.components |= .[1:] | .steps[2].configuration.components |= . + [$q]' \
	"'Wat zijn uw voornamen?' [voornamen]" "  is moved to the step 'Hoe u het krijgt'"
claim 'required is told' form '.steps[1].configuration.components[0].validate.required = true' \
	"'Wat zijn uw voornamen?' [voornamen]" '  is required now'
claim 'no longer required is told' form "$first"'[0].validate.required = false' \
	"'Voor wie is het bewijs?' [voorWie]" '  may be skipped now'
claim 'options that came, went and changed are told' form \
	"$first"'[0].values = [{value: "zelf", label: "Mij"}, {value: "ander", label: "Een ander"}, {value: "kind", label: "Mijn kind tot 16 jaar"}]' \
	"'Voor wie is het bewijs?' [voorWie]" "  an option: was 'Mijzelf', is now 'Mij'" \
	"  the option 'Een ander' is new"
claim 'a limit that changed is told' form '.steps[1].configuration.components[0].validate.maxLength = 99' \
	"'Wat zijn uw voornamen?' [voornamen]" \
	"  what may be filled in: was 'at most 200 characters', is now 'at most 99 characters'"
claim 'a condition that changed is told' form \
	"$first"' |= map(if .key == "land" then .conditional.eq = "werk" else . end)' \
	"'Voor welk land is het bewijs?' [land]" \
	"  is asked when 'Waarvoor is het nodig?' is 'Werk' now; it was asked when 'Waarvoor is het nodig?' is 'Ander land'"
claim 'another kind of question is told' form '.steps[1].configuration.components[0].type = "textarea"' \
	"'Wat zijn uw voornamen?' [voornamen]" \
	"  what one fills in: was 'text on one line', is now 'text of more lines'"
claim 'steps that moved are told' form '.steps[0].index = 1 | .steps[1].index = 0' \
	"Step 'Uw bewijs'" '  is moved; it is step 2'
claim 'a rule that changed is told with the old one' rule \
	'.logic[0].jsonLogicTrigger = {"!!": [{"var": "geboren"}]}' Rules \
	"  changed: 'Dag {{ naam }}. {% if naam == \"Jan\" %} ...': shown when 'Geboren' is filled in; was: shown when 'Geboren' is more than (today - 18 years)" \
	"  changed: the step 'Wie': nobody goes on when 'Geboren' is filled in; was: nobody goes on when 'Geboren' is more than (today - 18 years)"
claim 'a rule that is gone is told' rule 'del(.logic[4])' Rules \
	"  gone: the step 'Waar': skipped when 'Naam' is 'weg'"
claim 'a label in a rule makes no other rule' rule '.steps[0].configuration.components[1].label = "Uw dag"' \
	"'Uw dag' [geboren]" "  the question: was 'Geboren', is now 'Uw dag'"
claim 'what a variable begins as is told' rule '.variables[1].initialValue = 5' Rules \
	"  the variable 'totaal' begins as 5; that was 0"
claim 'a statement that is gone is told' form 'del(.submissionStatementsConfiguration[1])' \
	'Before sending' \
	"  the text 'statementOfTruthAccepted:label' is gone, was 'Alles wat ik heb ingevuld, klopt.'"
claim 'the service page is compared' becomes "$city" service.json '.workingDays = 42' \
	'The service page' "  the working days it takes: was $(jq .workingDays "$city/service.json"), is now 42"
claim 'translations that are missing now are told' translations_are_told
claim 'a translation that is new is told' new_translation_is_told
claim 'a form.json on its own has no other parts' alone_says_nothing_else
