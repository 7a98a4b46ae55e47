# SPDX-License-Identifier: EUPL-1.2
# What is wrong with a catalogue: one line each. $wanted: po_json.awk of all
# texts in the sources, slurped; input: the same of the catalogue.
def key: .context + "\u0004" + .id;
# See overlays.jq.
def turns: test("\\p{Arabic}") and test("[0-9] [0-9A-Za-z]");

([.[] | select(.id != "")] | group_by(key) |
	map({ key: (.[0] | key), value: . }) | from_entries) as $entries |
([$wanted[0][] | select(.id != "") | key] | unique) as $keys |
($keys[] | . as $key | $entries[$key] as $forms |
	(split("\u0004")[1]) as $text |
	if $forms == null then "no entry: \($text)"
	elif any($forms[]; .fuzzy) then "fuzzy: \($text)"
	elif any($forms[]; .str == "") then "not translated: \($text)"
	elif any($forms[]; .str | turns) then "a number turns around: \($text)"
	else empty end),
($entries | keys - $keys | .[] | "in no source: \(split("\u0004")[1])")
