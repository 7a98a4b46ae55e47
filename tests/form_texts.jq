# SPDX-License-Identifier: EUPL-1.2
# Every text of a form for a resident, in reading order. Input: form.json and
# service.json, slurped. Output: [{place, kind, text}]; `place` is the msgctxt
# of the overlays (doc/protocols.md), `kind` says which rules hold.
def esc: gsub("%"; "%25") | gsub(":"; "%3A");
def text($place; $kind): select(type == "string" and . != "") |
	{ place: $place, kind: $kind, text: . };
def options: (.values // .data.values // [])[];

def literals($of): (. // {}) | to_entries[] | .key as $key |
	.value.value | text($of + ":" + $key; "option");

# What a row asks has a name inside its list only.
def within($list): .key = "\($list).\(.key)" |
	(.components | arrays) |= map(within($list)) |
	(.columns | arrays)[].components |= map(within($list));

def component($role):
	(.key | esc) as $key |
	(.type | IN("fieldset", "columns")) as $group |
	(.label | text($key + ":label"; if $group then "text" else $role end)),
	(.description | text($key + ":description"; "hint")),
	(.tooltip | text($key + ":tooltip"; "text")),
	(.placeholder | text($key + ":placeholder"; "hint")),
	(.html | text($key + ":html"; "text")),
	(.suffix | text($key + ":suffix"; "hint")),
	(.groupLabel | text($key + ":groupLabel"; "option")),
	(.addAnother | text($key + ":addAnother"; "option")),
	(.removeRow | text($key + ":removeRow"; "option")),
	(options | ($key + ":values:" + (.value | esc)) as $option |
		(.label | text($option + ":label"; "option")),
		(.description | text($option + ":description"; "hint"))),
	((.translatedErrors.nl // {}) + (.errors // {}) | to_entries[] | .key as $code |
		.value | text($key + ":errors:" + $code; "text")),
	((.faqItems // []) | to_entries[] | "\($key):faqItems:\(.key + 1)" as $faq |
		.value | (.label | text($faq + ":label"; "text")),
		(.content | text($faq + ":content"; "text"))),
	(.key as $list | .type as $type | (.components // [])[] |
		if $type == "editgrid" then within($list) else . end |
		component($role)),
	((.columns // [])[].components[] | component($role));

.[0] as $form | .[1] as $service | [
	($form.name | text("form:name"; "name")),
	($form.introductionPageContent |
		text("form:introductionPageContent"; "text")),
	($form.explanationTemplate | text("form:explanationTemplate"; "text")),
	($form.helpCalloutPage.content |
		text("form:helpCalloutPage:content"; "text")),
	($form.literals | literals("form")),
	($form.steps[] | .slug as $slug |
		(.name | text("step:" + ($slug | esc) + ":name"; "option")),
		(.literals | literals("step:" + ($slug | esc))),
		(.configuration.components[] | component("question"))),
	($form.submissionStatementsConfiguration[] |
		component("statement")),
	($service | to_entries[] |
		select(.key | IN("category", "summary", "here", "delivery", "bring",
			"who", "elsewhere", "next", "contact", "search")) |
		.key as $key | .value | text("service:" + $key;
			if $key == "search" then "search"
			elif $key == "summary" then "summary"
			else "text" end)),
	($service.price.text | text("service:price"; "text"))
]
