# SPDX-License-Identifier: EUPL-1.2
# A PO file as JSON lines {"context", "id", "plural", "n", "str", "fuzzy"}, one
# a msgstr. Strings of PO are strings of JSON. Obsolete entries are left out.
function print_one() {
	if (last == "msgstr")
		printf "{\"context\":\"%s\",\"id\":\"%s\",\"plural\":\"%s\",\"n\":%d,\"str\":\"%s\",\"fuzzy\":%s}\n",
			text["msgctxt"], text["msgid"], text["msgid_plural"], n,
			text["msgstr"], fuzzy ? "true" : "false"
}
function end_entry() {
	print_one()
	if (last != "") {
		split("", text)
		fuzzy = 0
	}
	last = ""
}
/^#/ || /^$/ {
	end_entry()
	if (/^#,.*fuzzy/) fuzzy = 1
	next
}
/^msgctxt / || (/^msgid / && last != "msgctxt") { end_entry() }
/^msgstr/ {
	print_one()
	n = match($1, /[0-9]+/) ? substr($1, RSTART, RLENGTH) : 0
}
/^msg/ {
	last = $1
	sub(/\[.*/, "", last)
	text[last] = ""
	sub(/^[^ ]* /, "")
}
/^"/ { text[last] = text[last] substr($0, 2, length($0) - 2) }
END { end_entry() }
