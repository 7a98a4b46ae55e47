#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Together the forms of the city use all that a form can be made of: each type
# of question, each action of a rule, most operators, each page around them.
# shellcheck disable=SC2016 # $ is of jq
: "${srcdir:=.}"
command -v jq >/dev/null || {
	echo 'Bail out! jq is missing'
	exit 1
}
n=0

# claim 'sentence' FILTER: FILTER is true of all forms, as one list.
claim() {
	n=$((n + 1))
	if jq -se "$helpers $2" "$srcdir"/data/forms/*/form.json >/dev/null; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
	fi
}
# Settings that only look alike (a JsonLogic value, a limit) are no components.
helpers='
def below: ., ((.components // [])[] | below),
	((.columns // [])[].components[] | below);
def all: .[].steps[].configuration.components[] | below;
def actions: .[].logic[].actions[];
# Each object with one name is an operation: data has no objects in rules.
def operations: [.[].logic[] | .jsonLogicTrigger, .actions[].action.value |
	.. | objects | select(length == 1) | keys[0]];
'

echo 1..60
for type in textfield textarea email phoneNumber number currency radio select \
	selectboxes checkbox date postcode bsn iban addressNL content fieldset \
	columns editgrid time datetime licenseplate cosign customerProfile \
	softRequiredErrors file; do
	claim "a form has a $type" "any(all; .type == \"$type\")"
done
claim 'something is asked several times' 'any(all; .multiple == true)'
for change in hidden validate.required disabled; do
	claim "a rule changes $change" \
		"any(actions; .action.property.value == \"$change\")"
done
for action in disable-next step-not-applicable step-applicable variable; do
	claim "a rule has $action" "any(actions; .action.type == \"$action\")"
done
for operator in var == != '>' '<' and or ! !! in + - reduce today date rdelta; do
	claim "a rule reckons with $operator" \
		"operations | index(\"$operator\") != null"
done
claim 'a form has a page before it' 'any(.[]; .introductionPageContent != "")'
claim 'a form says how long it takes' 'any(.[]; .explanationTemplate != "")'
claim 'a form has a page with help' 'any(.[]; .helpCalloutPage.display)'
claim 'a form has words of its own' 'any(.[]; .literals.confirmText.value)'
claim 'every form asks to use what is filled in' \
	'all(.[]; any(.submissionStatementsConfiguration[];
		.key == "privacyPolicyAccepted"))'
claim 'a form asks whether all is true' \
	'any(.[].submissionStatementsConfiguration[];
		.key == "statementOfTruthAccepted")'
claim 'a question depends on another, also inside a row' \
	'any(all; .conditional.when) and
	any(all | select(.type == "editgrid") | .key as $list | .components[] |
		(.conditional.when // "") | startswith($list + "."); .)'
claim 'a text repeats an answer' \
	'any(all; (.html // "") | test("\\{\\{ totaal \\}\\}"))'
claim 'a rule sets a variable of the form, and another reads it' \
	'any(.[]; .logic as $rules | any(.variables[] |
		select(.source == "user_defined"); .key as $key |
		any($rules[].actions[]; .variable == $key) and
		any($rules[].jsonLogicTrigger | .. | objects; .var? == $key)))'
claim 'a question answers questions about it' 'any(all; .faqItems)'
