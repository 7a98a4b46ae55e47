# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC2034 # what sources it uses them
# What the tests of opendeur-forms share: a folder that goes when they end, the
# program, and sentences that are claimed. To be sourced.
: "${srcdir:=.}" "${builddir:=.}"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
n=0
forms=$builddir/opendeur-forms

needs() { # needs COMMAND...: a missing tool is a failure with its name
	for tool; do
		command -v "$tool" >/dev/null && continue
		echo "Bail out! $tool is missing"
		exit 1
	done
}
claim() { # claim 'sentence' command...
	n=$((n + 1))
	sentence=$1
	shift
	if "$@" >"$work/said" 2>&1; then
		echo "ok $n - $sentence"
		return
	fi
	for told in said out err; do
		test ! -e "$work/$told" || sed 's/^/# /' "$work/$told"
	done
	echo "not ok $n - $sentence"
}
exits() { # exits CODE command...: what it says stands in out and err
	code=$1
	shift
	timeout 20 "$@" >"$work/out" 2>"$work/err"
	test $? -eq "$code"
}
