# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# Installs missing Debian packages: what ./start and ./check have in common.
# Nothing is removed, no recommended extras come along, no service is started.

# shellcheck disable=SC2034 # read by ./start and ./check
packages_build='autoconf automake gcc libc6-dev make pkg-config gettext
libasound2-dev libcurl4-openssl-dev libespeak-ng-dev libfreetype-dev
libfribidi-dev libharfbuzz-dev libjansson-dev libmicrohttpd-dev libncurses-dev
libpcre2-dev libqrencode-dev libsodium-dev libsqlite3-dev libunistring-dev
libzip-dev libcmocka-dev espeak-ng-data fonts-dejavu-core fonts-noto-core fonts-wqy-zenhei
ncurses-base'

# shellcheck disable=SC2034
packages_check='clang clang-format clang-tidy cppcheck shellcheck jq python3
python3-jsonschema dialog whiptail w3m binutils git libclang-rt-dev curl'

is_installed() {
	[ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null)" = 'ii ' ]
}

# Those of the given packages that are not there. libclang-rt-dev stands for
# the package of the version at hand.
packages_missing() {
	for package in "$@"; do
		[ "$package" = libclang-rt-dev ] && package=$(clang_runtime)
		is_installed "$package" || printf '%s ' "$package"
	done
}

clang_runtime() {
	version=$(apt-cache depends clang 2>/dev/null |
		sed -n 's/.*Depends: clang-\([0-9]*\)$/\1/p' | head -n 1)
	# A machine that never asked for package lists knows its release only.
	if [ -z "$version" ] && grep -q 'VERSION_ID="12"' /etc/os-release; then
		version=14
	fi
	printf 'libclang-rt-%s-dev' "${version:-19}"
}

# As root directly, else by sudo after asking; prints the prefix to use.
root_prefix() {
	[ "$(id -u)" = 0 ] && return 0
	if ! command -v sudo >/dev/null || ! [ -t 0 ]; then
		echo "Missing packages. As root, please run:" >&2
		echo "  apt-get install --no-install-recommends $*" >&2
		return 1
	fi
	printf 'These packages are missing: %s\nInstall them with sudo? [y/N] ' "$*" >&2
	read -r answer
	case $answer in
	[yYjJ]*) echo sudo ;;
	*) return 1 ;;
	esac
}

# What would have to be removed, in words.
name_conflict() {
	echo "These packages cannot be installed without removing others:" >&2
	LC_ALL=C apt-get -s install --no-install-recommends "$@" 2>&1 |
		grep -E '^Remv|Conflicts|Depends|unmet' | sed 's/^/  /' >&2
}

packages_install() {
	# shellcheck disable=SC2086 # a list of names
	missing=$(packages_missing $1)
	[ -z "$missing" ] && return 0
	if ! command -v apt-get >/dev/null; then
		echo "This needs Debian's packages: $missing" >&2
		return 1
	fi
	# shellcheck disable=SC2086
	sudo=$(root_prefix $missing) || return 1
	echo "Installing: $missing"
	# 101 tells maintainer scripts that no service may be started.
	policy=/usr/sbin/policy-rc.d
	if ! [ -e $policy ]; then
		printf '#!/bin/sh\nexit 101\n' | $sudo sh -c "cat > $policy && chmod 755 $policy"
		made_policy=yes
	fi
	# shellcheck disable=SC2086
	$sudo apt-get update -qq &&
		$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
			--no-install-recommends --no-remove $missing >/tmp/opendeur-apt.$$ 2>&1
	result=$?
	[ "${made_policy:-}" = yes ] && $sudo rm -f $policy
	if [ $result -ne 0 ]; then
		tail -n 20 /tmp/opendeur-apt.$$ >&2
		# shellcheck disable=SC2086
		name_conflict $missing
	fi
	rm -f /tmp/opendeur-apt.$$
	return $result
}
