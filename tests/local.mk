# SPDX-License-Identifier: EUPL-1.2
# Programs by cmocka and scripts, both TAP: a crash or a missing plan is an
# error. Each folder's local.mk adds its own tests to check_PROGRAMS.
LOG_DRIVER      = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER   = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)
TEST_EXTENSIONS = .sh
AM_TESTS_ENVIRONMENT = export CMOCKA_MESSAGE_OUTPUT=TAP LC_ALL=C.UTF-8 \
	srcdir='$(abs_srcdir)' builddir='$(abs_builddir)' CC='$(CC)';
dist_check_SCRIPTS += %D%/layers.sh
TESTS = $(check_PROGRAMS) $(dist_check_SCRIPTS)

# A whole Open Deur on a stage, played by journeys: real central, link and
# voice, and the screen in a real terminal.
E2E = %D%/e2e/stage.c %D%/e2e/stage.h
noinst_HEADERS = %D%/test.h
EXTRA_PROGRAMS += tests/e2e/walk tests/bench/bench tests/bench/forms
tests_e2e_walk_SOURCES = $(E2E) %D%/e2e/walk.c %D%/e2e/walk.h %D%/e2e/walk_actors.c %D%/e2e/walk_city.c \
	%D%/e2e/walk_claims.c %D%/e2e/walk_hands.c %D%/e2e/watch.c %D%/e2e/watch.h
tests_e2e_walk_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
tests_e2e_walk_LDADD = libbase.a $(JANSSON_LIBS) -lutil

tests_bench_bench_SOURCES = $(E2E) %D%/bench/bench.c %D%/bench/probe.c %D%/bench/probe.h
tests_bench_bench_LDADD = libbase.a -lutil
bench: all tests/bench/bench tests/published/.published
	srcdir='$(abs_srcdir)' builddir='$(abs_builddir)' tests/bench/bench
bench: bench-forms
tests_bench_forms_SOURCES = %D%/bench/forms.c %D%/bench/made.c %D%/bench/made.h tests/folder.c tests/folder.h $(PLAYER)
tests_bench_forms_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) $(TYPE_CFLAGS)
tests_bench_forms_LDADD = $(VISIT_LIBS) $(UI_LIBS) liblink.a libstore.a $(SEAL_LIBS) $(SQLITE_LIBS)
bench-forms: all tests/bench/forms
	LC_ALL=C.UTF-8 srcdir='$(abs_srcdir)' builddir='$(abs_builddir)' tests/bench/forms
.PHONY: bench bench-forms

dist_check_SCRIPTS += %D%/e2e.sh
EXTRA_DIST += $(JOURNEYS)
JOURNEYS = %D%/journeys/enter-only.journey %D%/journeys/extract-ar.journey %D%/journeys/extract-en.journey \
	%D%/journeys/extract-offline.journey %D%/journeys/extract-tr.journey %D%/journeys/extract.journey \
	%D%/journeys/birth.journey %D%/journeys/birth-en.journey \
	%D%/journeys/parking.journey %D%/journeys/parking-en.journey \
	%D%/journeys/remission.journey %D%/journeys/remission-en.journey \
	%D%/journeys/rules.journey %D%/journeys/guard.journey %D%/journeys/killed-central.journey %D%/journeys/killed-link.journey \
	%D%/journeys/killed-screen.journey %D%/journeys/presses-every-key.journey \
	%D%/journeys/presses-keys-narrow.journey %D%/journeys/presses-keys-plain.journey \
	%D%/journeys/presses-keys-small.journey \
	%D%/journeys/staff-leave.journey %D%/journeys/stands-still.journey %D%/journeys/walks-away.journey \
	%D%/journeys/wrong-language-and-back.journey
JOURNEYS += %D%/journeys/neighbours.journey %D%/journeys/neighbours-en.journey \
	%D%/journeys/assistance.journey %D%/journeys/assistance-en.journey
tests/e2e.log: tests/e2e/walk$(EXEEXT) tests/published/.published $(bin_PROGRAMS)
# The forms of the city, and one that follows rules wherever it can.
TEST_FORM = $(srcdir)/%D%/forms/marktkraam
tests/published/.published: opendeur-forms$(EXEEXT) $(FORM_FILES) $(TEST_FORM)/form.json
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	  ./opendeur-forms$(EXEEXT) publish $(FORM_FOLDERS) $(TEST_FORM) -o $(@D) >/dev/null && touch $@
CLEANFILES += tests/published/.published tests/published/*.json
JOURNEYS += %D%/journeys/objection.journey %D%/journeys/objection-en.journey
JOURNEYS += %D%/journeys/appointment.journey %D%/journeys/appointment-en.journey
JOURNEYS += %D%/journeys/waste.journey %D%/journeys/waste-en.journey \
	%D%/journeys/waste-offline.journey
JOURNEYS += %D%/journeys/call-back.journey %D%/journeys/call-back-en.journey
JOURNEYS += %D%/journeys/report.journey %D%/journeys/report-en.journey
JOURNEYS += %D%/journeys/move.journey %D%/journeys/move-en.journey

# What the programs link, and what they answer to their command lines.
dist_check_SCRIPTS += %D%/linked.sh %D%/options.sh
tests/linked.log tests/options.log: $(bin_PROGRAMS)

# The protocols as schemas, and the programs that speak them; ./start.
dist_check_SCRIPTS += %D%/protocols.sh %D%/start.sh
EXTRA_DIST += %D%/played/protocols.py %D%/played/schemas.py %D%/played/stage.py %D%/played/start.py
EXTRA_PROGRAMS += tests/played/letters
tests_played_letters_SOURCES = %D%/played/letters.c $(PLAYER)
tests_played_letters_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) $(TYPE_CFLAGS)
tests_played_letters_LDADD = $(VISIT_LIBS) $(UI_LIBS)
tests/start.log: $(bin_PROGRAMS)
tests/protocols.log: tests/played/letters$(EXEEXT) $(bin_PROGRAMS)
