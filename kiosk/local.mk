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

noinst_LIBRARIES += libscenes.a
libscenes_a_SOURCES = \
	%D%/scenes.c %D%/scenes.h \
	%D%/scenes_check.c \
	%D%/scenes_done.c \
	%D%/scenes_format.c \
	%D%/scenes_help.c \
	%D%/scenes_home.c \
	%D%/scenes_labels.c \
	%D%/scenes_notice.c \
	%D%/scenes_other.c \
	%D%/scenes_parts.c %D%/scenes_parts.h \
	%D%/scenes_problem.c \
	%D%/scenes_question.c \
	%D%/scenes_slip.c \
	%D%/scenes_staff.c \
	%D%/scenes_start.c
