#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The demonstration: central, link and voice in a fresh temporary folder, then
# the screen, visit after visit, until staff leave or a signal comes. Restarts
# what ends; three failures of the screen in 10 s end it. BUILD names another
# build folder, FORMS other bundles than those of the city.
set -u
top=$(cd "$(dirname "$0")/.." && pwd) || exit 1
build=${BUILD:-$top/build}
forms=${FORMS:-$build/forms}
demo=$(mktemp -d "${TMPDIR:-/tmp}/opendeur-XXXXXX") || exit 1
chmod 700 "$demo"
mkdir -m 700 "$demo/city" "$demo/kiosk"
services=''
screen=''
exec 3<&0

finish() {
	trap '' TERM HUP INT
	# shellcheck disable=SC2086 # lists of numbers
	[ -n "$screen$services" ] && kill $screen $services 2>/dev/null
	wait
	rm -rf "$demo"
}
trap 'finish; exit 0' TERM HUP INT

# keep NAME COMMAND...: runs it, and again when it ends, until TERM.
keep() {
	name=$1
	shift
	(
		trap 'kill "$child" 2>/dev/null; wait "$child"; exit 0' TERM HUP INT
		while :; do
			"$@" <&- >>"$demo/$name.out" 2>>"$demo/$name.log" &
			child=$!
			wait "$child"
			sleep 0.2
		done
	) &
	services="$services $!"
}

# until_true SECONDS COMMAND...
until_true() {
	tries=$(($1 * 20))
	shift
	while [ $tries -gt 0 ]; do
		"$@" >/dev/null 2>&1 && return 0
		sleep 0.05
		tries=$((tries - 1))
	done
	return 1
}

give_up() {
	echo "$1" >&2
	for log in central link voice screen; do
		[ -s "$demo/$log.log" ] || continue
		echo "--- $log" >&2
		tail -n 5 "$demo/$log.log" >&2
	done
	finish
	exit 1
}

# A restarted service must be found again where it was.
run_central() {
	at=$(sed -n 's,^listening on http://,,p' "$demo/central.out" | head -n 1)
	exec "$build/opendeur-central" --demo --listen "${at:-127.0.0.1:0}" \
		--storage "sqlite:$demo/city/central.db" --state "$demo/city" \
		--forms "$forms"
}
: >"$demo/central.out"
keep central run_central
until_true 20 grep -q '^listening on ' "$demo/central.out" ||
	give_up "The city's service did not start."
url=$(sed -n 's/^listening on //p' "$demo/central.out" | head -n 1)
cp "$demo/city/root.pub" "$demo/city/kiosk.name" "$demo/kiosk/"
mv "$demo/city/kiosk.key" "$demo/kiosk/"

keep link "$build/opendeur-link" --central "$url" \
	--listen "$demo/link.socket" --state "$demo/kiosk"
keep voice "$build/opendeur-voice" --listen "$demo/voice.socket"
until_true 20 test -S "$demo/link.socket" || give_up "The line to the city did not start."
until_true 20 test -S "$demo/voice.socket" || give_up "The voice did not start."

sed -e "s,@builddir@,$build,g" -e "s,@srcdir@,$top,g" -e "s,@state@,$demo/kiosk,g" \
	"$top/data/demo/kiosk.conf" >"$demo/kiosk.conf" || give_up "No configuration."
pin=$(sed -n 's/^staff_pin = //p' "$demo/kiosk.conf")
echo "Open Deur opens here. To leave: F12, then the demo's staff PIN $pin, then 'Leave'."
sleep "${OPENDEUR_DEMO_PAUSE:-2}"

failures=''
while :; do
	"$build/opendeur" -c "$demo/kiosk.conf" --link "$demo/link.socket" \
		--voice "$demo/voice.socket" "$@" <&3 2>>"$demo/screen.log" &
	screen=$!
	wait "$screen"
	result=$?
	screen=''
	case $result in
	0) continue ;;
	10) finish && exit 0 ;;
	2)
		cat "$demo/screen.log" >&2
		finish
		exit 2
		;;
	esac
	now=$(date +%s)
	failures="$failures $now"
	# shellcheck disable=SC2086
	set_failures=$(for at in $failures; do [ $((now - at)) -lt 10 ] && printf '%s ' "$at"; done)
	failures=$set_failures
	# shellcheck disable=SC2086
	[ "$(printf '%s\n' $failures | wc -l)" -ge 3 ] &&
		give_up "The screen failed three times in 10 seconds."
	sleep 0.1
done
