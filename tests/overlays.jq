# SPDX-License-Identifier: EUPL-1.2
# What is missing or left over in the overlay of a form: one line each. $texts
# comes from form_texts.jq; input: po_json.awk of the overlay, slurped.
def tags: [scan("</?[a-z][a-z0-9]*")];
# Without isolates, which safe_text() takes out, "14 070" and "2512 GK" between
# Arabic words come out back to front; "14070" and "2512GK" do not.
def turns: test("\\p{Arabic}") and test("[0-9] [0-9A-Za-z]");
def sentences: [scan("[.?!؟]+(?=\\s|<|$)")] | length;

([.[] | select(.id != "")] | map({ key: .context, value: . }) | from_entries)
	as $entries |
($texts[0] | map({ key: .place, value: .text }) | from_entries) as $wanted |
(.[] | select(.id != "" and .fuzzy) | "\(.context) is fuzzy"),
($entries | keys[] | select($wanted[.] == null) | "\(.) is in no form"),
($texts[0][] | . as $text | $entries[.place] as $entry |
	if $entry == null then "\(.place) has no entry"
	elif $entry.id != .text then "\(.place) is out of step: \($entry.id)"
	elif $entry.str == "" then "\(.place) is not translated"
	elif ($entry.str | tags) != (.text | tags) then
		"\(.place) has other tags"
	elif (.kind | IN("question", "statement", "name")) and
		($entry.str | length) > 90 then
		"\(.place) is a question of \($entry.str | length) characters"
	elif .kind == "option" and ($entry.str | length) > 44 then
		"\(.place) is an option of \($entry.str | length) characters"
	elif .kind != "search" and ($entry.str | turns) then
		"\(.place) has a number that turns around"
	elif .kind != "search" and ($entry.str | sentences) == 0 and
		(.text | sentences) > 0 then "\(.place) ends without a mark"
	else empty end)
