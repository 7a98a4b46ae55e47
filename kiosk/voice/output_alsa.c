/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A sound card by alsa-lib: 10 ms periods in a buffer of 40 ms, never waited
 * for. Cards are opened by their id, which stays when one is plugged in again.
 */
#include <alsa/asoundlib.h>
#include <stdlib.h>

#include "kiosk/voice/engine.h"
#include "kiosk/voice/output.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

struct alsa {
	struct output output; /* first */
	const char *name;     /* "" = any card */
	snd_pcm_t *pcm;
	bool deaf; /* its descriptors report an error that means nothing */
};

/* The library would tell of a missing card on stderr, twice a second. */
static void say_nothing(const char *file, int line, const char *function,
	int error, const char *format, ...)
{
	(void)file;
	(void)line;
	(void)function;
	(void)error;
	(void)format;
}

static bool set_hardware(snd_pcm_t *pcm)
{
	snd_pcm_hw_params_t *hardware;
	unsigned int rate = SAMPLE_RATE, period = PERIOD_MS * 1000,
				 buffer = BUFFER_MS_OUT * 1000;

	snd_pcm_hw_params_alloca(&hardware);
	return snd_pcm_hw_params_any(pcm, hardware) >= 0 &&
		   snd_pcm_hw_params_set_access(
			   pcm, hardware, SND_PCM_ACCESS_RW_INTERLEAVED) >= 0 &&
		   snd_pcm_hw_params_set_format(pcm, hardware, SND_PCM_FORMAT_S16) >=
			   0 &&
		   snd_pcm_hw_params_set_channels(pcm, hardware, 1) >= 0 &&
		   snd_pcm_hw_params_set_rate(pcm, hardware, rate, 0) >= 0 &&
		   snd_pcm_hw_params_set_buffer_time_near(
			   pcm, hardware, &buffer, NULL) >= 0 &&
		   snd_pcm_hw_params_set_period_time_near(
			   pcm, hardware, &period, NULL) >= 0 &&
		   snd_pcm_hw_params(pcm, hardware) >= 0;
}

/* Sound begins with the first period, and room is told of by the period. */
static bool set_software(snd_pcm_t *pcm)
{
	snd_pcm_sw_params_t *software;
	snd_pcm_uframes_t buffer, period;

	snd_pcm_sw_params_alloca(&software);
	return snd_pcm_get_params(pcm, &buffer, &period) >= 0 &&
		   snd_pcm_sw_params_current(pcm, software) >= 0 &&
		   snd_pcm_sw_params_set_start_threshold(pcm, software, period) >= 0 &&
		   snd_pcm_sw_params_set_avail_min(pcm, software, period) >= 0 &&
		   snd_pcm_sw_params(pcm, software) >= 0;
}

static bool open_pcm(struct alsa *alsa, const char *name)
{
	if (snd_pcm_open(
			&alsa->pcm, name, SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK) < 0) {
		alsa->pcm = NULL;
		return false;
	}
	if (set_hardware(alsa->pcm) && set_software(alsa->pcm) &&
		snd_pcm_prepare(alsa->pcm) >= 0)
		return true;
	snd_pcm_close(alsa->pcm);
	alsa->pcm = NULL;
	return false;
}

static bool open_card(struct alsa *alsa, int card)
{
	char *hardware = text_format("hw:%d", card), *name = NULL;
	snd_ctl_card_info_t *info;
	snd_ctl_t *control;
	bool opened = false;

	snd_ctl_card_info_alloca(&info);
	if (snd_ctl_open(&control, hardware, SND_CTL_NONBLOCK) >= 0) {
		if (snd_ctl_card_info(control, info) >= 0)
			name =
				text_format("plughw:CARD=%s", snd_ctl_card_info_get_id(info));
		snd_ctl_close(control);
	}
	opened = name && open_pcm(alsa, name);
	free(name);
	free(hardware);
	return opened;
}

static bool alsa_open(struct output *output)
{
	struct alsa *alsa = (struct alsa *)output;
	int card = -1;

	if (alsa->pcm)
		return true;
	alsa->deaf = false;
	/* Or it would go on with the cards it knew at the start. */
	snd_config_update_free_global();
	if (*alsa->name)
		return open_pcm(alsa, alsa->name);
	while (snd_card_next(&card) >= 0 && card >= 0) {
		if (open_card(alsa, card))
			return true;
	}
	return open_pcm(alsa, "default");
}

static void close_pcm(struct alsa *alsa)
{
	if (alsa->pcm)
		snd_pcm_close(alsa->pcm);
	alsa->pcm = NULL;
}

static bool is_gone(struct alsa *alsa)
{
	return !alsa->pcm || snd_pcm_state(alsa->pcm) == SND_PCM_STATE_DISCONNECTED;
}

static long alsa_write(struct output *output, const int16_t *samples, size_t n)
{
	struct alsa *alsa = (struct alsa *)output;
	snd_pcm_sframes_t done;

	if (!alsa->pcm)
		return -1;
	done = snd_pcm_writei(alsa->pcm, samples, n);
	if (done == -EAGAIN)
		return 0;
	if ((done == -EPIPE || done == -ESTRPIPE) && !is_gone(alsa) &&
		snd_pcm_prepare(alsa->pcm) >= 0) {
		done = snd_pcm_writei(alsa->pcm, samples, n);
		if (done == -EAGAIN)
			return 0;
	}
	if (done >= 0)
		return done;
	close_pcm(alsa);
	return -1;
}

static long alsa_pending(struct output *output)
{
	struct alsa *alsa = (struct alsa *)output;
	snd_pcm_sframes_t delay = 0;

	if (!alsa->pcm || snd_pcm_delay(alsa->pcm, &delay) < 0 || delay < 0)
		return 0;
	return delay;
}

static void alsa_drop(struct output *output)
{
	struct alsa *alsa = (struct alsa *)output;

	alsa->deaf = false;
	if (alsa->pcm && snd_pcm_drop(alsa->pcm) >= 0)
		snd_pcm_prepare(alsa->pcm);
}

static size_t alsa_watch(
	struct output *output, struct pollfd *fds, bool is_idle)
{
	struct alsa *alsa = (struct alsa *)output;
	int n;

	if (!alsa->pcm || alsa->deaf)
		return 0;
	n = snd_pcm_poll_descriptors(alsa->pcm, fds, MOST_FDS);
	for (int i = 0; is_idle && i < n; i++)
		fds[i].events = 0; /* an error is told unasked */
	return n > 0 ? (size_t)n : 0;
}

static int alsa_wait_ms(const struct output *output)
{
	const struct alsa *alsa = (const struct alsa *)output;

	return alsa->deaf ? PERIOD_MS : 250;
}

/* False when the card was pulled out. */
static bool alsa_woke(struct output *output, struct pollfd *fds, size_t n)
{
	struct alsa *alsa = (struct alsa *)output;
	unsigned short events = 0;

	if (!alsa->pcm)
		return false;
	if (!n ||
		snd_pcm_poll_descriptors_revents(
			alsa->pcm, fds, (unsigned int)n, &events) < 0 ||
		!(events & (POLLERR | POLLHUP | POLLNVAL)))
		return true;
	if (is_gone(alsa)) {
		close_pcm(alsa);
		return false;
	}
	alsa->deaf = true; /* until the next drop; the clock will do */
	return true;
}

static void alsa_note(
	struct output *output, const char *event, int id, int segment)
{
	(void)output;
	(void)event;
	(void)id;
	(void)segment;
}

struct output *alsa_new(const char *name)
{
	struct alsa *alsa = mem_new(1, sizeof *alsa);

	snd_lib_error_set_handler(say_nothing);
	alsa->output = (struct output){ alsa_open, alsa_write, alsa_pending,
		alsa_drop, alsa_watch, alsa_wait_ms, alsa_woke, alsa_note };
	alsa->name = name;
	return &alsa->output;
}
