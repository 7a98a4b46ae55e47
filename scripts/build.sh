# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# Configures and builds: what ./start and ./check have in common. Quiet when
# all is well, the whole story when it is not.

# build_tree FOLDER [configure arguments]
build_tree() {
	folder=$1
	shift
	mkdir -p "$folder"
	log=$folder/build.log
	if ! [ -x configure ] || ! [ -f Makefile.in ] ||
		[ -n "$(find configure.ac -newer configure)" ]; then
		autoreconf -i >"$log" 2>&1 || { tail -n 40 "$log" >&2; return 1; }
	fi
	if ! [ -f "$folder/Makefile" ]; then
		(cd "$folder" && ../configure -q "$@") >"$log" 2>&1 ||
			{ tail -n 40 "$log" >&2; return 1; }
	fi
	make -C "$folder" -j"$(nproc)" >"$log" 2>&1 ||
		{ grep -E -A5 'error|Error' "$log" | tail -n 60 >&2; return 1; }
}
