/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_JOURNEY_EFFECT_H
#define KIOSK_JOURNEY_EFFECT_H
/* What a journey asks of the visit, and what it tells in one line. */

/* What journey_take() asks of the visit; details stand in struct journey. */
enum effect {                 /* bits */
	EFFECT_MOVED = 1 << 0,    /* another place: page 0, journey_focus() */
	EFFECT_FOCUS = 1 << 1,    /* same place: focus on journey_focus() */
	EFFECT_LANGUAGE = 1 << 2, /* give catalogue and form again, translated */
	EFFECT_SIZE = 1 << 3,     /* size */
	EFFECT_COLOURS = 1 << 4,  /* colours */
	EFFECT_SPEECH = 1 << 5,   /* journey_speaks() changed */
	EFFECT_REPEAT = 1 << 6,   /* say the screen again */
	EFFECT_FETCH = 1 << 7,    /* form `slug`: journey_got_form, _no_form */
	EFFECT_SEND = 1 << 8,     /* draft: seal and hand over: journey_sent */
	EFFECT_RATE = 1 << 9,     /* rating, comment, slug */
	EFFECT_PEOPLE = 1 << 10,  /* call somebody: journey_people_called */
	EFFECT_PIN = 1 << 11,     /* typed is the pin: journey_pin */
	EFFECT_WAITING = 1 << 12, /* list what waits here, for staff */
	EFFECT_PRINT = 1 << 13,   /* the slip: journey_printed */
	EFFECT_END = 1 << 14,     /* the visit is over (exit 0): see ending */
	EFFECT_LEAVE = 1 << 15,   /* staff stop the kiosk (exit 10) */
	EFFECT_TYPED = 1 << 16,   /* echo: the field took or lost a character */
	EFFECT_NOTICE = 1 << 17,  /* notice was set: say it */
	EFFECT_MARKED = 1 << 18,  /* the focused option is chosen or not: say it */
	EFFECT_ERROR = 1 << 19,   /* problem was set: say it first */
};

/* One line about the moment; gone at the next intent. */
enum notice {
	NOTICE_NONE,
	NOTICE_UNKNOWN_KEY,
	NOTICE_NO_SUCH_NUMBER, /* no option of that number here */
	NOTICE_NO_BACK,        /* there is no way back from here */
	NOTICE_LANGUAGE,       /* now in this language */
	NOTICE_SIZE,           /* now in this size */
	NOTICE_LARGEST,        /* no larger size on this screen */
	NOTICE_COLOURS,
	NOTICE_SPEECH_ON,
	NOTICE_SPEECH_OFF,
	NOTICE_NO_VOICE, /* cannot read aloud at this moment */
	NOTICE_FULL,     /* no more characters fit in the field */
	NOTICE_WRONG_PIN,
	NOTICE_NO_STAFF, /* too many wrong pins in this visit */
	NOTICE_PRINTED,
	NOTICE_NOT_PRINTED,
	NOTICE_MORE_TIME, /* the idle clock runs ten times as long */
	NOTICE_SENDING,   /* stopping must wait a moment */
	N_NOTICES,
};

#endif
