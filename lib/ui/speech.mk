# SPDX-License-Identifier: EUPL-1.2
# What is said, in libui.a; one file a language beside verbal_tongue.c.
libui_a_SOURCES += \
	%D%/verbal.c %D%/verbal.h \
	%D%/verbal_ar.c %D%/verbal_en.c %D%/verbal_nl.c %D%/verbal_tr.c \
	%D%/verbal_prose.c \
	%D%/verbal_rules.c \
	%D%/verbal_spell.c \
	%D%/verbal_tongue.c %D%/verbal_tongue.h

check_PROGRAMS += tests/verbal
tests_verbal_SOURCES = tests/verbal.c
tests_verbal_LDADD = libui.a libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)
