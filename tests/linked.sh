#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Each program has one privilege: the screen has no network, no database and no
# sound; the voice no network; the line to the city no terminal and no voice.
# What a program does not link, it cannot do.
: "${builddir:=.}"
never='
opendeur         curl sqlite gnutls ssl crypto microhttpd espeak asound pulse
opendeur-voice   curl sqlite gnutls ssl crypto microhttpd ncurses tinfo
opendeur-link    ncurses tinfo espeak asound microhttpd freetype harfbuzz
opendeur-central curl ncurses tinfo espeak asound freetype harfbuzz
opendeur-forms   curl sqlite ncurses tinfo espeak asound microhttpd
opendeur-preview curl sqlite gnutls ssl crypto microhttpd espeak asound pulse
'
command -v readelf >/dev/null || {
	echo "Bail out! readelf is missing"
	exit 1
}

# needs PROGRAM: the libraries it names itself, one a line.
needs() {
	readelf -d "$builddir/$1" 2>/dev/null |
		sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'
}

n=0
echo "1..$(printf '%s' "$never" | grep -c .)"
printf '%s' "$never" | while read -r program words; do
	[ -n "$program" ] || continue
	n=$((n + 1))
	libraries=$(needs "$program")
	pattern=$(printf '%s' "$words" | sed 's/ /|/g')
	found=$(printf '%s\n' "$libraries" | grep -E "^lib($pattern)")
	if [ -n "$libraries" ] && [ -z "$found" ]; then
		echo "ok $n - $program links none of: $words"
	else
		echo "# ${found:-$program is not there}" | tr '\n' ' '
		echo
		echo "not ok $n - $program links none of: $words"
	fi
done
