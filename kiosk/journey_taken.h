/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_JOURNEY_TAKEN_H
#define KIOSK_JOURNEY_TAKEN_H
/* What each way does: the right column of the table of ways. */
#include "kiosk/journey_parts.h"

way_taken take_wake, take_staff, take_other_language, take_people, take_return,
	take_greeted, take_back, take_readable, take_larger, take_aloud,
	take_silent, take_start, take_show, take_next, take_help, take_checked,
	take_agreed, take_look, take_send, take_finish, take_another, take_repeat,
	take_print, take_skip, take_face, take_rated, take_end, take_language_list,
	take_size, take_speech, take_read_below, take_colours, take_stop, take_how,
	take_goodbye, take_go_on, take_more_time, take_new_visit, take_pin,
	take_staff_end, take_staff_leave, take_staff_sure, take_language,
	take_category, take_service, take_option, take_change, take_agree,
	take_more, take_earlier, take_page_read, take_unblock, take_other,
	take_add_row, take_missing, take_row, take_row_answer, take_row_ready,
	take_remove_row, take_keep_row, take_row_away, take_anew;

#endif
