#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Exports as each release of Open Forms made them: they come over, are brought
# up to date, and the bundle that is published of them agrees with the report.
# shellcheck disable=SC2016 # $ is of jq
# shellcheck source=tests/forms_help.sh
. "${srcdir:=.}/tests/forms_help.sh"
needs python3 jq
python3 "$srcdir/tests/make_releases.py" "$work" || exit 1

# A copy, in which somebody wrote what an export does not tell.
written() { # written RELEASE
	mkdir "$work/w$1" && cp -r "$work/$1/proef" "$work/w$1" &&
		jq 'del(.toFill) | with_entries(select(.value != "" or .key != "pictogram")
			| if .value == "" then .value = "Proef." else . end)' \
			"$work/$1/proef/service.json" >"$work/w$1/proef/service.json"
}
# Comes over, and is published with the reach that the report told.
comes_over() { # comes_over RELEASE REACH 'words of the report'
	timeout 20 "$forms" import "$work/$1.zip" -o "$work/$1" >"$work/$1.txt" &&
		grep "this form $3" "$work/$1.txt" &&
		written "$1" &&
		"$forms" publish "$work/w$1/proef" -o "$work/b$1" &&
		jq -e --arg r "$2" '.. | objects | select(.slug? == "proef") | .reach == $r' \
			"$work/b$1/catalogue.json"
}
has() { # has RELEASE FILTER: of the form that came over
	jq -e "[.steps[].configuration.components] as \$steps
		| def all: .. | objects | select(.key? and .type?); $2" \
		"$work/$1/proef/form.json"
}
told() { # told RELEASE 'words'...
	file=$work/$1.txt
	shift
	for words; do grep -F "$words" "$file" || return 1; done
}
no_secrets() { ! grep -r geheim@ "$work"/*.txt "$work"/20?? "$work"/3; }
is_english() { # is_english RELEASE PLACE TEXT
	msgfmt --check -o /dev/null "$work/$1/proef/en.po" &&
		grep -A3 "msgctxt \"$2\"" "$work/$1/proef/en.po" | grep "msgstr \"$3\""
}

echo 1..31
claim 'an export of 2022 comes over, with every type' comes_over 2022 offline 'works with the network down'
claim 'limits of time stand in validate' has 2022 '[all | select(.key == "tijd").validate | .minTime, .maxTime] == ["09:00:00", "17:00:00"]'
claim 'texts that are numbers are made numbers' has 2022 '[all | select(.key == "naam").validate.maxLength, select(.key == "aantal").validate.min, select(.key == "bedrag").decimalLimit, select(.key == "vakjes").validate.maxSelectedCount] == [50, 0, 2, 2]'
claim 'empty defaults are of their type' has 2022 '[all | select(.key == "namen", .key == "vraag", .key == "bijlage", .key == "akkoord", .key == "vakjes", .key == "kinderen").defaultValue] == [[], "", false, {"x": false, "y": false}, [], []]'
claim 'patterns, sources and addresses are as they are now' has 2022 '[all | select(.key == "pc2" or .key == "kenteken").validate.pattern[:2], select(.key == "keus" or .key == "lijst").openForms.dataSrc, select(.key == "adres").deriveAddress] == ["^[", "manual", "manual", "", false]'
claim 'columns have numbers, and keep what is in them' has 2022 '[all | select(.key == "kolommen").columns[].size] == [6, 6] and ([all.key] | index("geboren"))'
claim 'conditions have the type of what decides' has 2022 '[all | select(.key == "een" or .key == "twee" or .key == "drie" or .key == "school").conditional.eq] == [4, true, 12, null]'
claim 'old actions say what new ones say' has 2022 '[.logic[0].actions[] | [.action.type, .action.property.value, .action.state, .variable]] == [["disable-next", null, null, ""], ["property", "validate.required", true, ""], ["variable", null, null, "vraag"]] and .logic[0].actions[0].formStepUuid == .steps[0].uuid'
claim 'old words of buttons stay' has 2022 '.literals.beginText.value == "Beginnen"'
claim 'zips go by all their names' has 2022 '[all | select(.key == "bijlage").filePattern | split(",")[]] | length == 3'
claim 'what was done to each is told in sentences' told 2022 'naam (textfield): It was taken over.' 'tijd (time): It was taken over.' 'minTime was moved into validate.' 'maxLength "50" was made a number.' 'conditional was removed: compared with nothing'
claim 'an export of 2023 comes over' comes_over 2023 offline 'works with the network down'
claim 'a step used twice has keys of its own' has 2023 '[$steps[][].key] == ["naam", "soort", "uitleg", "weg", "naam_2", "soort_2", "uitleg_2", "weg_2"]'
claim 'its conditions stay within the step' has 2023 '[$steps[][3].conditional.when] == ["soort", "soort_2"]'
claim 'rules show it in both' has 2023 '[.logic[0].actions[].component] == ["uitleg", "uitleg_2"]'
claim 'that is told' told 2023 "Its key 'naam' is in this form already, so it is 'naam_2' now."
claim 'a table of translations goes to its questions' is_english 2023 'naam:label' 'Your name'
claim 'and to their options' is_english 2023 'soort_2:values:post:label' 'Mail'
claim 'an export of 2024 comes over, for what it is' comes_over 2024 not-here 'cannot be done on this kiosk: .*(map) is a map'
claim 'a type that is none is told' told 2024 "'password' is no type of Open Forms"
claim 'an export of 2025 comes over, for the server' comes_over 2025 online "needs the server: .*'fetch-from-service'"
claim 'how it is fetched stays behind' has 2025 '.variables[0].serviceFetchConfiguration == {"name": "Prijzen"}'
claim 'an export of 3 comes over' comes_over 3 offline 'works with the network down'
claim 'its English is a file' is_english 3 'form:introductionPageContent' '<p>Hello</p>'
claim 'errors are in it' is_english 3 'naam:errors:required' 'Fill in.'
claim 'options are in it' is_english 3 'keus:values:ja:label' 'Yes'
claim 'errors of a kind that is not checked are gone' has 3 'all | select(.key == "keus").errors == {"required": "Vul in."}'
claim 'words of buttons keep their English' has 3 '[.openForms.translations.en.beginText, .steps[0].openForms.translations.en.nextText] == ["Start", "On"]'
claim 'what Open Forms said at the end is where to start from' jq -e '.toFill.next | endswith("Bedankt {{ naam }}")' "$work/3/proef/service.json"
claim 'nothing secret comes over' no_secrets
claim 'a form without steps is refused' sh -c "! '$forms' import '$work/empty.zip' -o '$work/empty' 2>'$work/err' && grep 'has no steps' '$work/err' && ! [ -e '$work/empty' ]"
