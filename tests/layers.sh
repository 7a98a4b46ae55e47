#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Includes point down only. Each line: files, then what these may include; the
# first match counts. doc/architecture.md shows the same table as a picture.
layers='
lib/base/       lib/base/
lib/loop/       lib/base/ lib/loop/
lib/forms/      lib/base/ lib/forms/
lib/store/      lib/base/ lib/store/
lib/seal/       lib/base/ lib/seal/
lib/net/        lib/base/ lib/loop/ lib/net/
lib/ui/         lib/base/ lib/ui/
kiosk/voice/    lib/base/ lib/loop/ lib/net/lines kiosk/voice/
kiosk/link/     lib/base/ lib/loop/ lib/store/ lib/net/ lib/seal/ kiosk/link/
kiosk/journey   lib/base/ lib/forms/ lib/ui/intent kiosk/journey
kiosk/scenes    lib/base/ lib/forms/ lib/ui/screen kiosk/journey kiosk/scenes
kiosk/          lib/base/ lib/loop/ lib/forms/ lib/seal/ lib/net/lines lib/ui/ kiosk/
central/cases   lib/base/ lib/forms/ central/cases
central/        lib/base/ lib/loop/ lib/forms/ lib/store/ lib/seal/ lib/net/ central/
tools/preview/  lib/base/ lib/loop/ lib/forms/ lib/seal/ lib/ui/ kiosk/ tools/
tools/          lib/base/ lib/forms/ tools/
'
: "${srcdir:=.}"
echo 1..1
broken=$(cd "$srcdir" && grep -rHo --include='*.[ch]' '^#include "[^"]*"' lib kiosk central tools |
  awk -F '[:"]' -v layers="$layers" '
    BEGIN { n = split(layers, layer, "\n") }
    { for (i = 1; i <= n; i++) {
        words = split(layer[i], word, " ")
        if (!words || index($1, word[1]) != 1) continue
        for (j = 2; j <= words; j++) if (index($3, word[j]) == 1) next
        break
      }
      print "# " $1 " may not include " $3 }')
if [ -z "$broken" ]; then
  echo 'ok 1 - includes point down only'
else
  echo "$broken"
  echo 'not ok 1 - includes point down only'
fi
