#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# opendeur-forms import, with exports that are made here: whole ones come over,
# hostile ones are refused with a reason, and leave nothing behind.
# shellcheck source=tests/forms_help.sh
. "${srcdir:=.}/tests/forms_help.sh"
folder=$work/made
needs python3 jq
python3 "$srcdir/tests/make_export.py" "$work" || exit 1

# Refused with a reason, in a line, and nothing is written.
refused() { # refused NAME PATTERN
	rm -rf "$work/none"
	exits 1 "$forms" import "$work/$1.zip" -o "$work/none" &&
		grep -q "$1.zip: .*$2" "$work/err" && ! [ -e "$work/none" ]
}
comes_over() {
	exits 0 "$forms" import "$work/whole.zip" -o "$folder" &&
		cd "$folder/fietsenstalling" && ls form.json service.json en.po
}
has() { # has FILTER: of the form that came over
	jq -e "$1" "$folder/fietsenstalling/form.json"
}
is_reported() {
	grep -q 'It was made by Open Forms 3.3.0 on 2025-09-12' "$work/out" &&
		grep -q 'registration_backends was dropped' "$work/out" &&
		grep -q 'merk (textfield): It was taken over' "$work/out" &&
		grep -q 'minTime was moved into validate' "$work/out" &&
		grep -q 'works with the network down' "$work/out" &&
		! grep -rq geheim "$folder" "$work/out"
}
english_is_a_file() {
	po=$folder/fietsenstalling/en.po
	msgfmt --check -o /dev/null "$po" && grep -A2 'merk:label' "$po" |
		grep -q 'msgstr "Which make?"' &&
		grep -A2 'form:name' "$po" | grep -q 'msgstr "Bicycle shed"' &&
		grep -A2 'step:uw-fiets:name' "$po" | grep -q 'msgstr "Your bicycle"'
}
# What nobody has written yet is empty, so nothing made up can be shown.
nothing_is_made_up() {
	jq -e '.summary == "" and .who == "" and .toFill.summary != null' \
		"$folder/fietsenstalling/service.json" &&
		exits 1 "$forms" publish "$folder/fietsenstalling" -o "$work/bundles" &&
		! [ -e "$work/bundles/fietsenstalling.json" ]
}
check_is_red() {
	exits 1 "$forms" check "$folder/fietsenstalling" &&
		grep -q 'red: toFill.summary: .*\[to-fill\]' "$work/out"
}
only_checks() {
	exits 0 "$forms" import "$work/whole.zip" --check -o "$work/none" &&
		! [ -e "$work/none" ] && grep -q 'merk (textfield)' "$work/out"
}
not_over_another() {
	exits 1 "$forms" import "$work/whole.zip" -o "$folder" &&
		grep -q 'there is a form already' "$work/err"
}
again_keeps_texts() {
	folder=$folder/fietsenstalling
	jq '.summary = "Een plek."' "$folder/service.json" >"$work/s" &&
		mv "$work/s" "$folder/service.json"
	sed -i 's/Which make?/What make?/' "$folder/en.po"
	exits 0 "$forms" import "$work/whole.zip" -o "$folder" --again &&
		grep -q 'Een plek.' "$folder/service.json" &&
		grep -q 'What make?' "$folder/en.po"
}

echo 1..34
claim 'an export comes over as a folder' comes_over
claim 'what was done is told' is_reported
claim 'steps are joined and in order' has '[.steps[].slug] == ["wanneer", "uw-fiets"] and [.steps[].index] == [1, 0]'
claim 'step names come from the definition' has '.steps[1].name == "Uw fiets"'
claim 'a condition is typed' has '.steps[1].configuration.components[2].conditional.show == true'
claim 'an empty option is gone' has '.steps[1].configuration.components[1].values | length == 2'
claim 'settings of the builder are gone' has '[.. | objects | has("dbIndex")] | any | not'
claim 'the statement is asked' has '.submissionStatementsConfiguration[0].key == "privacyPolicyAccepted"'
claim 'rules and variables are lists' has '.logic == [] and .variables == []'
claim 'translations become a file' english_is_a_file
claim 'nothing is made up for residents' nothing_is_made_up
claim 'what is to be written is red in a check' check_is_red
claim 'a form is not written over' not_over_another
claim 'again keeps what people wrote' again_keeps_texts
claim '--check writes nothing' only_checks
claim 'an export of 2022 comes over' exits 0 "$forms" import "$work/old.zip" -o "$work/old"
claim 'a foreign file is told and left' sh -c "'$forms' import '$work/extra.zip' --check | grep -q '__MACOSX.*is not read'"
claim 'a bomb is refused' refused bomb 'over 200 times its size'
claim 'a file that is too large is refused' refused large 'over 16 MB'
claim 'too many files are refused' refused many 'over 64 files'
claim 'a way up is refused' refused up 'leads out of the folder'
claim 'a way from the root is refused' refused root 'leads out of the folder'
claim 'a way with backslashes is refused' refused slash 'leads out of the folder'
claim 'a link is refused' refused link 'is a link'
claim 'a file that is there twice is refused' refused twice '.'
claim 'a missing part is refused' refused none 'forms.json is not in it'
claim 'no JSON is refused with its line' refused nojson 'forms.json: line 1'
claim 'other JSON than a list is refused' refused noarray 'not a list'
claim 'deep nesting is refused' refused deep 'deep'
claim 'a locked zip is refused' refused locked 'password'
claim 'a spoiled zip is refused' refused spoiled 'damaged'
claim 'a zip that lies about sizes is refused' refused lie 'damaged'
claim 'half a zip is refused' refused cut 'damaged'
claim 'what is no zip is refused' sh -c "! '$forms' import '$work/text.zip' && ! '$forms' import '$work/empty.zip' && ! '$forms' import '$work/nooit.zip'"
