# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = %D%/db.c %D%/db.h
libstore_a_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE_CFLAGS)

# data/schema/NAME.sql becomes `const char NAME_sql[]`: add data/schema/NAME.c
# to a program's nodist_..._SOURCES and NAME.sql to data/schema/local.mk.
SUFFIXES += .sql
.sql.c:
	$(AM_V_GEN)$(MKDIR_P) $(@D) && { n=$(*F)_sql; echo "extern const char $$n[];"; \
	  echo "const char $$n[] ="; sed 's/[\\"]/\\&/g; s/.*/"&\\n"/' $<; echo ";"; } > $@.new && mv $@.new $@

check_PROGRAMS += tests/db
tests_db_SOURCES = tests/db.c
tests_db_LDADD = libstore.a libbase.a $(SQLITE_LIBS) $(CMOCKA_LIBS)
