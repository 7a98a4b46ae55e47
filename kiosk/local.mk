# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += libjourney.a
libjourney_a_SOURCES = \
	%D%/journey.c %D%/journey.h \
	%D%/journey_back.c \
	%D%/journey_choice.c \
	%D%/journey_count.c \
	%D%/journey_draft.c %D%/journey_draft.h \
	%D%/journey_effect.h \
	%D%/journey_form.c \
	%D%/journey_idle.c \
	%D%/journey_language.c \
	%D%/journey_overlays.c \
	%D%/journey_parts.h \
	%D%/journey_place.c %D%/journey_place.h \
	%D%/journey_result.c \
	%D%/journey_table.c \
	%D%/journey_take.c \
	%D%/journey_taken.c %D%/journey_taken.h \
	%D%/journey_type.c \
	%D%/journey_ways.c
