#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# What every program answers to its command line: --help and --version on
# standard output with 0; wrong usage in words on standard error with 2; what
# the world refuses with 1.
: "${builddir:=.}"
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
n=0

result() {
	n=$((n + 1))
	if [ "$1" = 0 ]; then
		echo "ok $n - $2"
	else
		sed 's/^/# out: /' "$scratch/out"
		sed 's/^/# err: /' "$scratch/err"
		echo "not ok $n - $2 (ended with $code)"
	fi
}

# run PROGRAM ARGUMENTS...: sets code, out and err. Never waits for ever.
run() {
	program=$1
	shift
	timeout 20 "$builddir/$program" "$@" </dev/null >"$scratch/out" 2>"$scratch/err"
	code=$?
}

# Says it with 0, only where it belongs.
tells() {
	name=$1
	pattern=$2
	shift 2
	run "$@"
	[ "$code" = 0 ] && grep -Eq "$pattern" "$scratch/out" && ! [ -s "$scratch/err" ]
	result $? "$name"
}

# refuses CODE NAME PATTERN PROGRAM ARGUMENTS...
refuses() {
	wanted=$1
	name=$2
	pattern=$3
	shift 3
	run "$@"
	[ "$code" = "$wanted" ] && grep -Eq -e "$pattern" "$scratch/err" &&
		! [ -s "$scratch/out" ]
	result $? "$name"
}

for program in opendeur opendeur-link opendeur-voice opendeur-central opendeur-forms \
	opendeur-preview; do
	tells "$program tells how it is used" "^Usage: $program " "$program" --help
	tells "$program tells its version" "^$program [0-9]+\.[0-9]" "$program" --version
	refuses 2 "$program refuses an option it has not" . "$program" --banana
	refuses 2 "$program refuses words it does not take" . "$program" banana
done
for program in opendeur opendeur-link opendeur-central; do
	refuses 2 "$program refuses a configuration that is not there" \
		"cannot open .*none" "$program" -c "$scratch/none"
	echo 'banana = yes' >"$scratch/odd.conf"
	refuses 2 "$program refuses a setting it has not, by its line" \
		"odd\.conf:1" "$program" -c "$scratch/odd.conf"
done

echo 'testing = no' >"$scratch/real.conf"
echo 'testing = yes' >"$scratch/test.conf"
for option in --screens --utterances; do
	refuses 2 "opendeur refuses $option where it is no test" "testing = yes" \
		opendeur $option "$scratch/record"
	refuses 2 "opendeur refuses $option where testing is off" "testing = yes" \
		opendeur -c "$scratch/real.conf" $option "$scratch/record"
	refuses 2 "opendeur takes $option in a test" "needs a terminal" \
		opendeur -c "$scratch/test.conf" $option "$scratch/record"
done
[ ! -e "$scratch/record" ]
result $? "opendeur writes no record before it runs"
refuses 2 "opendeur refuses another renderer" "large or plain" \
	opendeur --renderer braille
refuses 2 "opendeur refuses another size" "1, 1.5, 2 or 3" opendeur --size 7
refuses 2 "opendeur refuses another speech" "on or off" opendeur --speech loud
refuses 2 "opendeur refuses an option without its value" . opendeur --size
refuses 2 "opendeur refuses to open without a terminal" "needs a terminal" opendeur

refuses 2 "opendeur-link refuses a city without a URL" "URL" \
	opendeur-link --central city
refuses 1 "opendeur-link ends with 1 without its keys" . opendeur-link \
	--central http://127.0.0.1:9 --state "$scratch/none" --listen "$scratch/link"
refuses 2 "opendeur-voice refuses another output" "output" \
	opendeur-voice --output trumpet
refuses 1 "opendeur-voice ends with 1 where it cannot listen" "cannot listen" \
	opendeur-voice --output null --listen "$scratch/nowhere/voice.socket"
refuses 2 "opendeur-central wants a reference to show" "reference" \
	opendeur-central show
refuses 1 "opendeur-central ends with 1 without keys" "no keys" \
	opendeur-central show 7K2M-9QXT-4HD --state "$scratch/city"
refuses 1 "opendeur-central ends with 1 where it cannot listen" "HOST:PORT" \
	opendeur-central --demo --state "$scratch/demo" --listen nowhere
refuses 2 "opendeur-forms wants forms to publish" "form folder" \
	opendeur-forms publish
refuses 2 "opendeur-forms wants a folder for the bundles" "-o DIR" \
	opendeur-forms publish "$scratch"
refuses 1 "opendeur-forms ends with 1 where there is no form" "form\.json" \
	opendeur-forms publish "$scratch" -o "$scratch/bundles"
refuses 2 "opendeur-forms wants an export to import" "which export" \
	opendeur-forms import
refuses 1 "opendeur-forms ends with 1 where there is no export" "no file" \
	opendeur-forms import "$scratch/none.zip"
refuses 2 "opendeur-forms wants a language to translate into" "which language" \
	opendeur-forms translate "$scratch"
refuses 2 "opendeur-forms refuses an option of another command" "says nothing" \
	opendeur-forms translate "$scratch" en --strict
echo "1..$n"
