# SPDX-License-Identifier: EUPL-1.2
# Bytes from outside. The corpora pass with the tests, by any compiler. `make
# fuzz` hunts with libFuzzer for FUZZ_SECONDS at each target, `make fuzz-rule`
# at one: in a build of its own by clang with the sanitizers, so that only what
# changed is made anew. What it breaks stays there as fuzz/rule-crash-...;
# mended, it goes to the corpus.
FUZZ_TARGETS = form rule answers export zip
FUZZ_SECONDS = 60
FUZZ_CC = clang
FUZZ_PARTS = %D%/form.c %D%/rule.c %D%/answers.c %D%/export.c %D%/targets.c %D%/targets.h \
	tests/form_use.c tests/form_use.h
check_PROGRAMS += %D%/seeds
tests_fuzz_seeds_SOURCES = %D%/seeds.c $(FUZZ_PARTS)
tests_fuzz_seeds_CFLAGS = $(AM_CFLAGS) $(JANSSON_CFLAGS) $(LIBZIP_CFLAGS)
tests_fuzz_seeds_LDADD = $(TOOLS_LIBS)
EXTRA_PROGRAMS += %D%/fuzzer
tests_fuzz_fuzzer_SOURCES = %D%/fuzzer.c $(FUZZ_PARTS)
tests_fuzz_fuzzer_CFLAGS = $(tests_fuzz_seeds_CFLAGS)
tests_fuzz_fuzzer_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
tests_fuzz_fuzzer_LDADD = $(TOOLS_LIBS)
EXTRA_DIST += $(FUZZ_FILES:$(srcdir)/%=%) $(FUZZ_TARGETS:%=tests/fuzz/%.dict)
FUZZ_FILES = $(wildcard $(srcdir)/tests/fuzz/corpus/*/*)

fuzz: $(FUZZ_TARGETS:%=fuzz-%)
fuzz/Makefile:
	$(MKDIR_P) fuzz && cd fuzz && '$(abs_srcdir)/configure' -q --enable-sanitizers \
	  CC='$(FUZZ_CC)' CFLAGS='-g -O1 -fsanitize=fuzzer-no-link'
$(FUZZ_TARGETS:%=fuzz-%): fuzz-%: fuzz/Makefile
	cd fuzz && $(MAKE) -s tests/fuzz/fuzzer && $(MKDIR_P) found/$* && \
	  FUZZ_TARGET=$* tests/fuzz/fuzzer -max_total_time=$(FUZZ_SECONDS) -timeout=5 -rss_limit_mb=1024 \
	    -max_len=16384 -dict='$(abs_srcdir)/tests/fuzz/$*.dict' -artifact_prefix=$*- -close_fd_mask=3 \
	    -print_final_stats=1 found/$* '$(abs_srcdir)/tests/fuzz/corpus/$*'
clean-fuzz:
	rm -rf fuzz
clean-local: clean-fuzz
.PHONY: fuzz clean-fuzz $(FUZZ_TARGETS:%=fuzz-%)
