#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# opendeur-forms check: the forms of the city are without red, and what is
# wrong is told in three ways.
# shellcheck source=tests/forms_help.sh
. "${srcdir:=.}/tests/forms_help.sh"
bad=$work/melding-openbare-ruimte
needs jq

# A copy of a form of the city in which somebody slipped.
cp -r "$srcdir/data/forms/melding-openbare-ruimte" "$work"
chmod -R u+w "$bad"
jq '.steps[0].name = "Indien u iets ziet" | .steps[0].slugg = 1' \
	"$srcdir/data/forms/melding-openbare-ruimte/form.json" >"$bad/form.json"
line=$(grep -n '"slugg"' "$bad/form.json" | cut -d: -f1)

tells_line_place_and_repair() {
	exits 1 "$forms" check "$bad" &&
		grep -q "form.json:$line: red: steps\[0\].slugg: .*\[unknown-key\]" "$work/out" &&
		grep -q 'Did you mean "slug"?' "$work/out" &&
		grep -q 'steps\[0\].name: the word "indien".*\[bureaucratic-word\]' "$work/out" &&
		grep -q 'Say: als.' "$work/out"
}
tells_translations() {
	grep -q 'en.po:[0-9]*: amber: step:.*the Dutch has changed' "$work/out" &&
		grep -q 'tr.po:[0-9]*: amber: step:.*the Dutch has changed' "$work/out"
}
is_json() {
	exits 1 "$forms" check "$bad" --format json &&
		jq -e '.v == 1 and .red == 2 and (.findings | all(.file and .rule and
			.repair != "" and (.severity | IN("red", "amber"))))' "$work/out"
}
is_sarif() {
	exits 1 "$forms" check "$bad" --format sarif &&
		jq -e '.version == "2.1.0" and (.runs | length == 1) and
			(.runs[0] | (.tool.driver.rules | length) as $n |
			.tool.driver.name == "opendeur-forms" and
			(.tool.driver.rules | all(.id and .shortDescription.text)) and
			(.results | length > 2 and all(.message.text and .ruleIndex < $n and
			(.level | IN("error", "warning")) and
			.locations[0].physicalLocation.artifactLocation.uri)) and
			([.results[] | .ruleId] == [.results[].ruleIndex as $i |
			.tool.driver.rules[$i].id]))' "$work/out"
}
is_clean_sarif() {
	"$forms" check "$srcdir/data/forms/terugbelverzoek" --format sarif |
		jq -e '.runs[0].results | map(select(.level == "error")) == []'
}
broken_json() {
	mkdir "$work/kapot" && echo '{' >"$work/kapot/form.json"
	exits 1 "$forms" check "$work/kapot" &&
		grep -q 'kapot/form.json:2: red: .*\[broken\]' "$work/out" &&
		grep -q 'service.json: red: .*missing' "$work/out"
}
broken_form() {
	jq '.steps[0].configuration.components[0].validate.maxLength = "x"' \
		"$srcdir/data/forms/melding-openbare-ruimte/form.json" >"$bad/form.json"
	exits 1 "$forms" check "$bad" && grep -q 'red: .*maxLength.*\[broken\]' "$work/out"
}
broken_overlay() {
	cp "$srcdir/data/forms/melding-openbare-ruimte/form.json" "$bad/form.json"
	echo 'msgid "half' >>"$bad/tr.po"
	exits 1 "$forms" check "$bad" &&
		grep -q 'tr.po:[0-9]*: red: .*does not end.*\[translation-file\]' "$work/out"
}

takes_a_file() {
	"$forms" check "$srcdir/data/forms/terugbelverzoek/form.json" >"$work/out" &&
		tail -n 1 "$work/out" | grep -q '^0 red'
}
takes_a_folder_of_forms() {
	mkdir "$work/alle" && cp -r "$bad" "$work/kapot" "$work/alle" &&
		exits 1 "$forms" check "$work/alle" &&
		grep -q 'alle/kapot/form.json:2: red' "$work/out" &&
		grep -q 'alle/melding-openbare-ruimte/tr.po:' "$work/out"
}

echo 1..14
for folder in "$srcdir"/data/forms/*/; do set -- "$@" "$folder"; done
claim 'the forms of the city are without red' "$forms" check "$@"
claim 'line, place, rule and repair are told' tells_line_place_and_repair
claim 'translations that fell behind are told' tells_translations
claim 'findings come as JSON' is_json
claim 'findings come as SARIF' is_sarif
claim 'SARIF without red is whole' is_clean_sarif
claim 'a form that is no JSON is told with its line' broken_json
claim 'a form that cannot be loaded is red' broken_form
claim 'a broken file of translations is red' broken_overlay
claim 'a folder that is not there is red' exits 1 "$forms" check "$work/nooit"
claim 'the file of a form stands for its folder' takes_a_file
claim 'a folder of forms is checked whole' takes_a_folder_of_forms
claim 'an unknown format is wrong usage' exits 2 "$forms" check "$bad" --format xml
claim 'an option of another command is wrong usage' exits 2 "$forms" check "$bad" --strict
