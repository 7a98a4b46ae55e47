# SPDX-License-Identifier: EUPL-1.2
# What developers run beside `make` and `make check`.
EXTRA_DIST += %D%/build.sh %D%/demo.sh %D%/packages.sh

LINTED = $$(cd $(abs_srcdir) && find lib kiosk central tools -name '*.c' | LC_ALL=C sort)
LINTED_TESTS = $$(cd $(abs_srcdir) && find tests -name '*.c' | LC_ALL=C sort)
FORMATTED = $$(cd $(abs_srcdir) && find lib kiosk central tools tests -name '*.[ch]' | LC_ALL=C sort)
LINTED_SHELL = start check .ci/run $$(cd $(abs_srcdir) && find scripts tests -name '*.sh' | LC_ALL=C sort)
LINT_FLAGS = -std=c17 $(DEFS) -I. $(AM_CPPFLAGS) $(JANSSON_CFLAGS) $(SODIUM_CFLAGS) $(PCRE2_CFLAGS) \
	$(CURSES_CFLAGS) $(TYPE_CFLAGS) $(QRENCODE_CFLAGS) $(SQLITE_CFLAGS) $(CURL_CFLAGS) \
	$(MICROHTTPD_CFLAGS) $(ESPEAK_CFLAGS) $(ALSA_CFLAGS) $(LIBZIP_CFLAGS)

lint: lint-format lint-cppcheck lint-tidy lint-shell lint-layers
lint-format:
	cd $(abs_srcdir) && clang-format --dry-run -Werror $(FORMATTED)
lint-cppcheck:
	cd $(abs_srcdir) && cppcheck --quiet --enable=warning,style,performance,portability \
	  --inline-suppr --error-exitcode=1 --std=c11 -D_GNU_SOURCE -I. \
	  --suppressions-list=scripts/cppcheck.txt $(LINTED) $(LINTED_TESTS)
# clang-tidy takes seconds a file, so a file is read again only when it, or any
# header, or the rules, are newer than its last clean reading.
lint-tidy:
	@mkdir -p lint; cd $(abs_srcdir) && find lib kiosk central tools -name '*.h' -newer '$(abs_builddir)/lint/.headers' 2>/dev/null \
	  | grep -q . && rm -f '$(abs_builddir)'/lint/*.ok; touch '$(abs_builddir)/lint/.headers'; \
	for c in $(LINTED); do \
	  ok='$(abs_builddir)'/lint/$$(echo $$c | tr / _).ok; \
	  test -e $$ok && test -z "$$(find $$c .clang-tidy -newer $$ok)" || echo $$c $$ok; \
	done | xargs -r -n 2 -P 2 sh -c \
	  'clang-tidy --quiet $$0 -- $(LINT_FLAGS) 2>/dev/null && touch $$1'
lint-shell:
	cd $(abs_srcdir) && shellcheck -x $(LINTED_SHELL)
lint-layers:
	srcdir=$(abs_srcdir) $(SHELL) $(abs_srcdir)/tests/layers.sh | grep -q '^ok'
format:
	cd $(abs_srcdir) && clang-format -i $(FORMATTED)
.PHONY: lint lint-format lint-cppcheck lint-tidy lint-shell lint-layers format
