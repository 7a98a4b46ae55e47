# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += libcentral.a
libcentral_a_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) $(SODIUM_CFLAGS)
libcentral_a_SOURCES = \
	%D%/cases.c %D%/cases.h \
	%D%/central.h \
	%D%/demo.c %D%/demo.h \
	%D%/gate.c \
	%D%/handlers/formulieren.c \
	%D%/handlers/handlers.h \
	%D%/handlers/health.c \
	%D%/handlers/hulpvragen.c \
	%D%/handlers/inzendingen.c \
	%D%/handlers/openapi.c \
	%D%/handlers/producten.c \
	%D%/handlers/sleutels.c \
	%D%/handlers/waarderingen.c \
	%D%/intake.c %D%/intake.h \
	%D%/routes.c %D%/routes.h \
	%D%/settings.c %D%/settings.h \
	%D%/shelf.c %D%/shelf.h \
	%D%/show.c %D%/show.h \
	%D%/storage/readers.c %D%/storage/readers.h \
	%D%/storage/rows.c %D%/storage/rows.h \
	%D%/storage/sqlite.c \
	%D%/storage/storage.c %D%/storage/storage.h \
	%D%/storage/writer.c %D%/storage/writer.h
nodist_libcentral_a_SOURCES = data/schema/central.c data/openapi.c

# data/openapi.json becomes `const char openapi_json[]`.
EXTRA_DIST += data/openapi.json
CLEANFILES += data/openapi.c
data/openapi.c: data/openapi.json
	$(AM_V_GEN)$(MKDIR_P) $(@D) && { echo "extern const char openapi_json[];"; \
	  echo "const char openapi_json[] ="; sed 's/[\\"]/\\&/g; s/.*/"&\\n"/' $<; echo ";"; } > $@.new && mv $@.new $@

CENTRAL_LIBS = libcentral.a libserver.a libstore.a libseal.a libloop.a \
	$(FORMS_LIBS) $(MICROHTTPD_LIBS) $(SQLITE_LIBS)

dist_pkgdata_DATA += data/central.conf

bin_PROGRAMS += opendeur-central
opendeur_central_SOURCES = %D%/main.c
opendeur_central_CPPFLAGS = $(libcentral_a_CPPFLAGS)
opendeur_central_LDADD = $(CENTRAL_LIBS)

check_PROGRAMS += tests/cases tests/storage tests/openapi tests/central tests/central_lasting
tests_openapi_SOURCES = tests/openapi.c
tests_openapi_LDADD = $(CENTRAL_LIBS) $(CMOCKA_LIBS)
tests_central_SOURCES = tests/central.c tests/central_stage.c tests/central_stage.h tests/folder.c tests/folder.h
tests_central_LDADD = $(CENTRAL_LIBS) $(CURL_LIBS) $(CMOCKA_LIBS)
tests_cases_SOURCES = tests/cases.c
tests_cases_LDADD = $(CENTRAL_LIBS) $(CMOCKA_LIBS)
tests_storage_SOURCES = tests/storage.c tests/folder.c tests/folder.h
tests_storage_LDADD = $(CENTRAL_LIBS) $(CMOCKA_LIBS)
tests_central_lasting_SOURCES = tests/central_lasting.c tests/central_stage.c tests/central_stage.h tests/folder.c tests/folder.h
tests_central_lasting_LDADD = $(CENTRAL_LIBS) $(CURL_LIBS) $(CMOCKA_LIBS)
