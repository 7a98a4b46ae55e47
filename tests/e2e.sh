#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Plays every journey: real central, link and voice, a real terminal. One test
# a journey; two at a time, as they mostly wait.
: "${srcdir:=.}" "${builddir:=.}"
journeys=$(ls "$srcdir"/tests/journeys/*.journey)
out=$(mktemp -d)
export srcdir builddir out

# shellcheck disable=SC2016 # expands in the inner shell
printf '%s\n' "$journeys" | xargs -P 3 -I {} sh -c '
	name=$(basename "{}" .journey)
	if timeout 240 "$builddir"/tests/e2e/walk "{}" >"$out/$name" 2>&1; then
		echo "ok" >>"$out/$name.result"
	else
		echo "not ok" >>"$out/$name.result"
	fi'

n=0
echo "1..$(printf '%s\n' "$journeys" | wc -l)"
for journey in $journeys; do
	name=$(basename "$journey" .journey)
	n=$((n + 1))
	[ "$(cat "$out/$name.result")" = ok ] || sed 's/^[^#]/# &/' "$out/$name"
	echo "$(cat "$out/$name.result") $n - journey $name"
done
rm -rf "$out"
