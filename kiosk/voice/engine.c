/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/voice/engine.h"

#include <espeak-ng/speak_lib.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"

enum {
	BUFFER_MS = 50, /* how much one call of the sink brings at most */
	SLOWEST = 80,
	FASTEST = 449, /* at 450 it changes method and is slower than at 449 */
};

/* The engine has one callback for the process and passes no owner. */
static struct {
	engine_sink *sink;
	void *owner;
	bool stopped;
} current;

static int samples_came(short *samples, int n, espeak_EVENT *events)
{
	(void)events;
	if (!samples || n <= 0 || !current.sink)
		return current.stopped;
	if (!current.stopped && !current.sink(current.owner, samples, (size_t)n))
		current.stopped = true;
	return current.stopped;
}

/* A sound file named in a text is never opened. */
static int refuse_file(int type, const char *uri, const char *base)
{
	(void)type;
	(void)uri;
	(void)base;
	return 1;
}

/* It looks for a sound server first, and waits 30 s for one that hangs. */
bool engine_open(void)
{
	char *server = getenv("PULSE_SERVER")
					   ? text_format("%s", getenv("PULSE_SERVER"))
					   : NULL;
	int rate;

	unsetenv("HOME");
	unsetenv("ESPEAK_DATA_PATH");
	setenv("PULSE_SERVER", "unix:/nonexistent", 1);
	rate = espeak_Initialize(
		AUDIO_OUTPUT_SYNCHRONOUS, BUFFER_MS, NULL, espeakINITIALIZE_DONT_EXIT);
	unsetenv("PULSE_SERVER");
	if (server)
		setenv("PULSE_SERVER", server, 1);
	free(server);
	if (rate != SAMPLE_RATE)
		return false;
	espeak_SetSynthCallback(samples_came);
	espeak_SetUriCallback(refuse_file);
	return true;
}

bool engine_voice(const char *voice, int rate)
{
	static const struct {
		espeak_PARAMETER parameter;
		int value;
	} settings[] = { { espeakVOLUME, 100 }, { espeakPITCH, 50 },
		{ espeakRANGE, 50 }, { espeakWORDGAP, 0 } };

	if (espeak_SetVoiceByName(voice) != EE_OK)
		return false;
	/* Again after each change: some voices leave the next one slower. */
	if (rate < SLOWEST)
		rate = SLOWEST;
	if (rate > FASTEST)
		rate = FASTEST;
	if (espeak_SetParameter(espeakRATE, rate, 0) != EE_OK)
		return false;
	for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
		if (espeak_SetParameter(settings[i].parameter, settings[i].value, 0) !=
			EE_OK)
			return false;
	}
	return true;
}

bool engine_speak(const char *text, engine_sink *sink, void *owner)
{
	espeak_ERROR error;

	current.sink = sink;
	current.owner = owner;
	current.stopped = false;
	error = espeak_Synth(text, strlen(text) + 1, 0, POS_CHARACTER, 0,
		espeakCHARS_UTF8, NULL, NULL);
	current.sink = NULL;
	return error == EE_OK && !current.stopped;
}
