#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# opendeur-forms show: a form as an outline and as graphs.
# shellcheck source=tests/forms_help.sh
. "${srcdir:=.}/tests/forms_help.sh"
sample=$srcdir/tests/forms/alle-vragen
rules=$srcdir/tests/forms/regels
city=$srcdir/data/forms/uittreksel-brp
hostile=$work/gemeen

# tells FORM OPTIONS... -- LINE...: each line stands there, blanks apart.
tells() {
	form=$1
	shift
	options=''
	while [ "$1" != -- ]; do
		options="$options $1"
		shift
	done
	shift
	# shellcheck disable=SC2086 # options without blanks
	"$forms" show "$form" $options | sed 's/^ *//' >"$work/shown" || return 1
	for line in "$@"; do
		grep -qxF -- "$line" "$work/shown" || {
			echo "missing: $line"
			cat "$work/shown"
			return 1
		}
	done
}
# Labels that try to end the label they are in.
make_hostile() {
	mkdir -p "$hostile"
	cat >"$hostile/form.json" <<'END'
{ "name": "a\"]; b --> c", "slug": "gemeen", "steps": [ { "slug": "een", "name": "S\\\"}\n}", "configuration": { "components": [
  { "type": "radio", "key": "k", "label": "\"] --> x[\"`#quot;\\", "values": [ { "value": "a\"b", "label": "\\\";}{|<b>&amp;" } ] },
  { "type": "textfield", "key": "t", "label": "end\nsubgraph \u001b[31m \\\\\"", "conditional": { "show": true, "when": "k", "eq": "a\"b" } }
] } } ] }
END
	echo '{}' >"$hostile/service.json"
}
# Every line of the graph is one of ours; of a label only what is escaped.
label_mermaid='([^][(){}|<>"`\\#]|#[0-9]+;)*'
mermaid_is_whole() {
	"$forms" show "$1" --format mermaid >"$work/graph" || return 1
	grep -vE -e '^flowchart TD$' -e '^  end$' \
		-e "^  subgraph s[0-9]+\\[\"$label_mermaid\"\\]\$" \
		-e "^  [a-z0-9]+(\\[|\\(|\\{\\{|\\(\\[)\"$label_mermaid\"(\\]|\\)|\\}\\}|\\]\\))\$" \
		-e '^  [a-z0-9]+ --> [a-z0-9]+$' \
		-e "^  [a-z0-9]+ -\\. \"$label_mermaid\" \\.-> [a-z0-9]+\$" "$work/graph" &&
		return 1
	grep -q . "$work/graph"
}
label_dot='([^"\\]|\\["\\])*'
dot_is_whole() {
	"$forms" show "$1" --format dot >"$work/graph" || return 1
	grep -vE -e '^digraph form \{$' -e '^ *\}$' \
		-e '^  (node|edge) \[fontname="sans-serif"\];$' \
		-e '^  subgraph cluster_[0-9]+ \{$' -e "^    label=\"$label_dot\";\$" \
		-e "^  [a-z0-9]+ \\[shape=[a-z]+, label=\"$label_dot\"\\];\$" \
		-e '^  [a-z0-9]+ -> [a-z0-9]+;$' \
		-e "^  [a-z0-9]+ -> [a-z0-9]+ \\[style=dashed, label=\"$label_dot\"\\];\$" "$work/graph" &&
		return 1
	test "$(grep -c '{$' "$work/graph")" -eq "$(grep -c '}$' "$work/graph")"
}
all_whole() {
	for form in "$sample" "$rules" "$srcdir"/data/forms/*/; do
		"$1" "$form" || return 1
	done
}
no_control() {
	for format in outline mermaid dot; do
		"$forms" show "$hostile" --format $format | tr -d '\n' | LC_ALL=C grep -q '[[:cntrl:]]' && return 1
	done
	return 0
}
bundle_is_the_same() {
	"$forms" publish "$city" -o "$work/bundles" >/dev/null &&
		"$forms" show "$work/bundles/uittreksel-brp.json" >"$work/b" &&
		"$forms" show "$city/form.json" >"$work/c" &&
		"$forms" show "$city/" >"$work/d" &&
		cmp "$work/b" "$work/c" && cmp "$work/b" "$work/d"
}
alone_is_shown() {
	cp "$city/form.json" "$work/oud.json" &&
		"$forms" show "$work/oud.json" | grep -q 'Voor wie is het bewijs?'
}
copy_is_shown() {
	cp -r "$city" "$work/een-kopie" && "$forms" show "$work/een-kopie" >"$work/e"
}
broken_has_its_place() {
	echo '{ "steps": [' >"$work/kapot.json"
	exits 1 "$forms" show "$work/kapot.json" && grep -q 'kapot.json: line 2' "$work/err"
}
is_english() {
	"$forms" show "$city" --language en >"$work/en" && "$forms" show "$city" >"$work/nl" &&
		! cmp -s "$work/en" "$work/nl" && ! grep -q 'Voor wie is het' "$work/en"
}

make_hostile
echo 1..16
claim 'questions come in order, with their type' tells "$city" -- '1. Voor wie is het bewijs?' \
	'choose one, required [voorWie]' '- Mijzelf' 'Step 3: Hoe u het krijgt'
claim 'a condition is told with labels' tells "$city" -- "asked when 'Waarvoor is het nodig?' is 'Ander land'" \
	"shown when 'Wat moet erop staan?' has the mark 'Weet ik niet'"
claim 'a rule is told where it counts' tells "$rules" -- \
	"from this step nobody goes on when 'Geboren' is more than (today - 18 years) (rule 1)" \
	"this step is skipped when 'Naam' is 'weg' (rule 5)" \
	"read only when 0 is less than the variable 'totaal', which is less than 100 (rule 3)"
claim 'what rules reckon out is told' tells "$rules" -- 'Other rules' \
	"the variable 'totaal': set to 'Hoeveel, {{ naam }}?' x (2.5 if 'a' is in 'Naam', else 3) when 'Hoeveel, {{ naam }}?' is filled in (rule 2)"
claim 'limits are told' tells "$city" -- 'date, required, not before 1900-01-01, in the past or today [geboortedatum]'
claim 'another language has its texts' is_english
claim 'folder, form.json and bundle give the same' bundle_is_the_same
claim 'a form.json on its own is shown' alone_is_shown
claim 'a copy in a folder of another name is shown' copy_is_shown
claim 'a broken file is told with its line' broken_has_its_place
claim 'a graph for Mermaid holds nothing that is not ours' all_whole mermaid_is_whole
claim 'a graph for Graphviz holds nothing that is not ours' all_whole dot_is_whole
claim 'nothing of a form ends a label of Mermaid' mermaid_is_whole "$hostile"
claim 'nothing of a form ends a label of Graphviz' dot_is_whole "$hostile"
claim 'no control character comes through' no_control
claim 'another format is wrong usage' exits 2 "$forms" show "$city" --format svg
