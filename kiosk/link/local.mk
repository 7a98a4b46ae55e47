# SPDX-License-Identifier: EUPL-1.2
# All but main is a library, so that tests link the parts they look at.
noinst_LIBRARIES += liblink.a
liblink_a_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
liblink_a_SOURCES = \
	%D%/answers.c %D%/desk.c %D%/desk.h %D%/desk_parts.h \
	%D%/cache.c %D%/cache.h \
	%D%/catalogue.c %D%/catalogue.h \
	%D%/delivery.c %D%/delivery.h \
	%D%/link.h \
	%D%/mend.c %D%/outbox.c %D%/outbox.h %D%/outbox_parts.h \
	%D%/netwatch.c %D%/netwatch.h \
	%D%/options.c %D%/options.h \
	%D%/retry.c %D%/retry.h \
	%D%/spool.c %D%/spool.h \
	%D%/sync.c %D%/sync.h
nodist_liblink_a_SOURCES = data/schema/outbox.c data/schema/cache.c
LINK_LIBS = liblink.a liblines.a libhttp.a libstore.a libloop.a $(SEAL_LIBS) $(CURL_LIBS) $(SQLITE_LIBS)

bin_PROGRAMS += opendeur-link
opendeur_link_SOURCES = %D%/main.c
opendeur_link_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
opendeur_link_LDADD = $(LINK_LIBS)

RIG = tests/rig.c tests/rig.h tests/city.c tests/city.h tests/web.c tests/web.h tests/folder.c tests/folder.h
check_PROGRAMS += tests/link
tests_link_SOURCES = tests/link.c $(RIG)
tests_link_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
tests_link_LDADD = $(SEAL_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/link_storm
tests_link_storm_SOURCES = tests/link_storm.c $(RIG)
tests_link_storm_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
tests_link_storm_LDADD = $(SEAL_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/netwatch tests/outbox tests/retry
tests_outbox_SOURCES = tests/outbox.c tests/folder.c tests/folder.h
tests_outbox_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
tests_outbox_LDADD = liblink.a libstore.a $(SEAL_LIBS) $(SQLITE_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/outbox_faults
tests_outbox_faults_SOURCES = tests/outbox_faults.c tests/folder.c tests/folder.h
tests_outbox_faults_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
tests_outbox_faults_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=open -Wl,--wrap=write -Wl,--wrap=fsync \
	-Wl,--wrap=ftruncate -Wl,--wrap=rename -Wl,--wrap=unlink
tests_outbox_faults_LDADD = liblink.a libstore.a $(SEAL_LIBS) $(SQLITE_LIBS) $(CMOCKA_LIBS)
tests_retry_SOURCES = tests/retry.c
tests_retry_LDADD = liblink.a $(CMOCKA_LIBS)
tests_netwatch_SOURCES = tests/netwatch.c
tests_netwatch_LDADD = liblink.a libloop.a libbase.a $(CMOCKA_LIBS)

dist_pkgdata_DATA += data/link.conf
check-long: check-long-link
check-long-link: opendeur-link$(EXEEXT) tests/link_storm$(EXEEXT)
	builddir=$(abs_builddir) STORM_ROUNDS=1000 tests/link_storm$(EXEEXT)
.PHONY: check-long check-long-link
