# SPDX-License-Identifier: EUPL-1.2
# Is this Dutch plain (B1)? Input: [{place, kind, text}]. Output: one line a
# fault, as text; nothing when all is well. The rules are the linter table of
# the accessibility reference. Formulas are weak evidence: they stop drafts
# that are too hard, people decide what is good.
def bare: gsub("<(/p|/li|/h[1-4]|br */?)>"; "\n") | gsub("<[^>]*>"; "");
def sentences: bare | gsub("(?<end>[.?!…])\\s+"; .end + "\n") | split("\n")[] |
	select(test("\\p{L}"));
def words: [scan("[\\p{L}\\p{N}%$][\\p{L}\\p{N}’'@%$.,/-]*")] | length;
def spoken_words: scan("\\p{L}[\\p{L}’'-]*");

# Groups of vowels, "ij" as one; a trema begins a syllable. Letters of an
# abbreviation are spoken one by one.
def syllables:
	if test("^[A-Z]{2,}$") then length
	else ascii_downcase | gsub("ij"; "y") |
		gsub("(?<v>[ëïöü])"; "-" + .v) |
		[scan("[aeiouyàáâäèéêëìíîïòóôöùúûü]+")] | [length, 1] | max
	end;

def replacements: {
	"indien": "als", "ingevolge": "door", "teneinde": "om", "bescheiden":
	"papieren", "geschieden": "gebeuren", "geschiedt": "gebeurt",
	"desgewenst": "als u dat wilt", "verstrekken": "geven", "verstrekt":
	"geeft", "middels": "met", "inzake": "over", "betreffende": "over",
	"betreft": "gaat over", "omtrent": "over", "conform": "volgens",
	"derhalve": "daarom", "tevens": "ook", "reeds": "al", "thans": "nu",
	"echter": "maar", "dient": "moet", "dienen": "moeten", "gelieve":
	"wilt u", "alsmede": "en ook", "aangaande": "over", "hieromtrent":
	"hierover", "uiterlijk": "niet later dan", "vooralsnog": "nu nog",
	"benodigd": "nodig", "benodigde": "nodig", "aanvangen": "beginnen",
	"overleggen": "laten zien", "woonachtig": "wonen", "voornoemde": "deze",
	"onderhavige": "deze", "ten behoeve": "voor", "door middel": "met",
	"in verband": "door", "met betrekking": "over", "geldig": "goed",
	"ongeldig": "niet goed", "alstublieft": "(weg)", "sorry": "(weg)" };
def participle: "\\b(ge|be|ver|ont|her)\\p{L}{2,}(d|t|en)\\b";
# Words that end like a participle and are none, or make no passive.
def no_participle: ["verhuisd", "gebeurd", "getrouwd", "gestopt", "verstuurd", "gewond", "geboren", "bekend",
	"gevaren", "gewoon", "gewend", "gesloten", "verplicht", "gegevens",
	"beginnen", "betalen", "bellen", "bent", "beeld", "verschillend"];
def passive: ascii_downcase | test("\\b(word|wordt|worden|werd|werden)\\b") or
	([splits("[,;:]")] | any(test("\\b(is|zijn|bent|ben|was|waren)\\b") and
		([match(participle; "g").string] - no_participle | length > 0)));
def negations: ascii_downcase |
	[scan("\\b(?:niet|geen|nooit|zonder|tenzij|niemand|niets|nergens)\\b")] |
	length;

def text_faults:
	.place as $place | .kind as $kind |
	(.text | length) as $length | (.text | bare | words) as $words |
	(if ($kind | IN("question", "statement", "name")) and $length > 90 then "question of \($length) characters" else empty end),
	(if $kind == "option" and $length > 40 then "option of \($length) characters" else empty end),
	(if $kind == "hint" and $words > 15 then "hint of \($words) words" else empty end),
	(if $kind == "summary" and $words > 12 then "summary of \($words) words" else empty end),
	(.text | sentences |
		(words | select(. > 15) | "sentence of \(.) words"),
		(select(passive) | "passive: \(.)"),
		(select(negations > 1) | "double negation: \(.)")),
	(.text | ascii_downcase | bare as $lower |
		(replacements | to_entries[] | select(.key as $word |
			$lower | test("\\b" + $word + "\\b")) | "“\(.key)”: say \(.value)"),
		(select($lower | test("\\b(je|jij|jou|jouw|jullie)\\b")) |
			"says je, not u")) |
	"\($place): \(.)";

# A question without help, which says why it is asked or where to look.
def help_faults: [.[].place] as $places |
	.[] | select(.kind == "question") | (.place | rtrimstr(":label")) as $key |
	select($places | index([$key + ":tooltip"]) | not) | "\($key) has no help";

def whole_faults:
	[.[].text | sentences] as $sentences |
	[$sentences[] | spoken_words] as $words |
	([$words[] | syllables] | add) as $syllables |
	([$words[] | select(length > 14 or syllables > 3)]) as $long |
	(206.84 - 0.93 * ($words | length) / ($sentences | length) -
		77 * $syllables / ($words | length)) as $flesch |
	(select($flesch < 80) | "Flesch-Douma \($flesch * 10 | floor / 10), must be 80: \($long | unique | join(" "))"),
	(select(($long | length) * 100 / ($words | length) > 6) |
		"\($long | length) of \($words | length) words are long: \($long | unique | join(" "))"),
	(select($measure) | "# Flesch-Douma \($flesch * 10 | floor / 10), \(
		($words | length) * 10 / ($sentences | length) | floor / 10) words a sentence, \(
		($long | length) * 1000 / ($words | length) | floor / 10) % long words");

[.[] | select(.kind != "search")] | select(length > 0) | 
	(.[] | text_faults), help_faults, whole_faults
