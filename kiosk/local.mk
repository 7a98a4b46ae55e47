# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += libjourney.a
libjourney_a_SOURCES = \
	%D%/journey.c %D%/journey.h \
	%D%/journey_back.c \
	%D%/journey_blocked.c \
	%D%/journey_choice.c \
	%D%/journey_count.c \
	%D%/journey_draft.c %D%/journey_draft.h \
	%D%/journey_effect.h \
	%D%/journey_form.c \
	%D%/journey_idle.c \
	%D%/journey_language.c \
	%D%/journey_overlays.c \
	%D%/journey_pages.c \
	%D%/journey_parts.h \
	%D%/journey_place.c %D%/journey_place.h \
	%D%/journey_result.c \
	%D%/journey_rows.c \
	%D%/journey_rows_draft.c \
	%D%/journey_table.c \
	%D%/journey_take.c \
	%D%/journey_taken.c %D%/journey_taken.h \
	%D%/journey_type.c \
	%D%/journey_view.c \
	%D%/journey_ways.c

noinst_LIBRARIES += libscenes.a
libscenes_a_SOURCES = \
	%D%/scenes.c %D%/scenes.h \
	%D%/scenes_blocked.c \
	%D%/scenes_check.c \
	%D%/scenes_done.c \
	%D%/scenes_format.c \
	%D%/scenes_help.c \
	%D%/scenes_home.c \
	%D%/scenes_labels.c \
	%D%/scenes_notice.c \
	%D%/scenes_other.c \
	%D%/scenes_page.c \
	%D%/scenes_parts.c %D%/scenes_parts.h \
	%D%/scenes_problem.c \
	%D%/scenes_question.c \
	%D%/scenes_rows.c \
	%D%/scenes_slip.c \
	%D%/scenes_staff.c \
	%D%/scenes_start.c

# What a visit needs that can be tested without terminal and city.
noinst_LIBRARIES += libvisit.a
libvisit_a_SOURCES = \
	%D%/idle.c %D%/idle.h \
	%D%/letters.c %D%/letters.h \
	%D%/offers.c %D%/offers.h \
	%D%/pages.c %D%/pages.h
libvisit_a_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)

UI_LIBS = libui.a libbase.a $(JANSSON_LIBS) $(TYPE_LIBS) $(UNISTRING_LIBS) $(QRENCODE_LIBS) -lm
VISIT_LIBS = libvisit.a libscenes.a libjourney.a $(FORMS_LIBS)

# A whole visit, whoever answers it.
noinst_LIBRARIES += libkiosk.a
libkiosk_a_SOURCES = \
	%D%/announcer.c %D%/announcer.h \
	%D%/asker.c %D%/asker.h \
	%D%/glass.c %D%/glass.h \
	%D%/options.c %D%/options.h \
	%D%/records.c %D%/records.h \
	%D%/service.c %D%/service.h \
	%D%/visit.c %D%/visit.h \
	%D%/visit_city.c \
	%D%/visit_effects.c \
	%D%/visit_keys.c \
	%D%/visit_state.h \
	%D%/visit_turn.c
libkiosk_a_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) $(TYPE_CFLAGS)
KIOSK_LIBS = libkiosk.a $(VISIT_LIBS) libterminal.a $(UI_LIBS) $(SEAL_LIBS) liblines.a libloop.a \
	libbase.a $(CURSES_LIBS) $(JANSSON_LIBS)

bin_PROGRAMS += opendeur
opendeur_SOURCES = %D%/main.c %D%/service_city.c %D%/service_city.h
opendeur_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
opendeur_LDADD = $(KIOSK_LIBS)

check_PROGRAMS += tests/pages tests/idle tests/offers
tests_pages_SOURCES = tests/pages.c
tests_pages_LDADD = libvisit.a $(UI_LIBS) $(CMOCKA_LIBS)
tests_idle_SOURCES = tests/idle.c
tests_idle_LDADD = libvisit.a $(CMOCKA_LIBS)
tests_offers_SOURCES = tests/offers.c
tests_offers_LDADD = libvisit.a libbase.a $(JANSSON_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/golden/golden
PLAYER = tests/golden/player.c tests/golden/player.h tests/golden/play.c tests/golden/play.h
EXTRA_DIST += tests/forms/marktkraam/form.json tests/forms/marktkraam/service.json \
	tests/forms/marktkraam/en.po tests/forms/marktkraam/tr.po tests/forms/marktkraam/ar.po
EXTRA_DIST += tests/forms/buurtfeest/form.json tests/forms/buurtfeest/service.json \
	tests/forms/buurtfeest/en.po tests/forms/buurtfeest/tr.po tests/forms/buurtfeest/ar.po
tests_golden_golden_SOURCES = tests/golden/golden.c $(PLAYER) tests/golden/teller.c \
	tests/golden/teller.h
tests_golden_golden_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) $(TYPE_CFLAGS)
tests_golden_golden_LDADD = $(VISIT_LIBS) $(UI_LIBS)
check_PROGRAMS += tests/golden/walks_away tests/golden/every_key
tests_golden_every_key_SOURCES = tests/golden/every_key.c $(PLAYER)
tests_golden_every_key_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) $(TYPE_CFLAGS)
tests_golden_every_key_LDADD = $(VISIT_LIBS) $(UI_LIBS) $(CMOCKA_LIBS)
tests_golden_walks_away_SOURCES = tests/golden/walks_away.c $(PLAYER)
tests_golden_walks_away_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) $(TYPE_CFLAGS)
tests_golden_walks_away_LDADD = $(VISIT_LIBS) $(UI_LIBS) $(CMOCKA_LIBS)
accept: all tests/golden/golden
	$(MKDIR_P) $(srcdir)/tests/screens
	srcdir='$(abs_srcdir)' builddir='$(abs_builddir)' LC_ALL=C.UTF-8 ACCEPT=yes tests/golden/golden
.PHONY: accept

# What is drawn, written and said is one and the same, in every language.
check_PROGRAMS += tests/orphans
tests_orphans_SOURCES = tests/orphans.c tests/orphan/foreign.c tests/orphan/heard.c \
	tests/orphan/orphans.h tests/orphan/seen.c tests/orphan/words.c tests/orphan/words.h \
	$(PLAYER)
tests_orphans_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) $(TYPE_CFLAGS)
tests_orphans_LDADD = $(VISIT_LIBS) $(UI_LIBS)

# Forms that nobody means well.
check_PROGRAMS += tests/hostile
tests_hostile_SOURCES = tests/hostile.c tests/hostile_form.c tests/hostile_form.h $(PLAYER)
tests_hostile_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) $(TYPE_CFLAGS)
tests_hostile_LDADD = $(VISIT_LIBS) $(UI_LIBS) $(CMOCKA_LIBS)

# Somebody at the kiosk, for the tests of journey and scenes.
VISITOR = tests/visitor.c tests/visitor.h tests/visitor_ways.c
VISITOR_LIBS = libscenes.a libjourney.a libui.a $(FORMS_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/journey tests/journey_count tests/journey_moments \
	tests/journey_rows tests/journey_rules tests/journey_blocked tests/journey_pages \
	tests/journey_random tests/journey_trial tests/journey_send tests/journey_typing
tests_journey_SOURCES = tests/journey.c $(VISITOR)
tests_journey_LDADD = $(VISITOR_LIBS)
tests_journey_moments_SOURCES = tests/journey_moments.c $(VISITOR)
tests_journey_moments_LDADD = $(VISITOR_LIBS)
RULE_VISITOR = tests/visitor_rules.c tests/visitor_rules.h $(VISITOR)
tests_journey_blocked_SOURCES = tests/journey_blocked.c $(RULE_VISITOR)
tests_journey_blocked_LDADD = $(VISITOR_LIBS)
tests_journey_rules_SOURCES = tests/journey_rules.c $(RULE_VISITOR)
tests_journey_rules_LDADD = $(VISITOR_LIBS)
tests_journey_pages_SOURCES = tests/journey_pages.c $(VISITOR)
tests_journey_pages_LDADD = $(VISITOR_LIBS)
tests_journey_rows_SOURCES = tests/journey_rows.c $(VISITOR)
tests_journey_rows_LDADD = $(VISITOR_LIBS)
tests_journey_count_SOURCES = tests/journey_count.c $(VISITOR)
tests_journey_count_LDADD = $(VISITOR_LIBS)
tests_journey_random_SOURCES = tests/journey_random.c $(VISITOR)
tests_journey_random_LDADD = $(VISITOR_LIBS)
tests_journey_trial_SOURCES = tests/journey_trial.c $(VISITOR)
tests_journey_trial_LDADD = $(VISITOR_LIBS)
tests_journey_send_SOURCES = tests/journey_send.c $(VISITOR)
tests_journey_send_LDADD = $(VISITOR_LIBS)
tests_journey_typing_SOURCES = tests/journey_typing.c $(VISITOR)
tests_journey_typing_LDADD = $(VISITOR_LIBS)
check_PROGRAMS += tests/scenes tests/scenes_single
tests_scenes_SOURCES = tests/scenes.c $(VISITOR)
tests_scenes_LDADD = $(VISITOR_LIBS)
tests_scenes_single_SOURCES = tests/scenes_single.c $(VISITOR)
tests_scenes_single_LDADD = $(VISITOR_LIBS)

dist_pkgdata_DATA += data/kiosk.conf
