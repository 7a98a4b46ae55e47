/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/voice/wav.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kiosk/voice/engine.h"
#include "lib/base/fail.h"

enum { HEADER_BYTES = 44, SAMPLE_BYTES = 2 };

static void put(unsigned char *at, uint32_t value, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++)
		at[i] = (unsigned char)(value >> (8 * i));
}

static void make_header(unsigned char header[HEADER_BYTES], uint32_t data)
{
	put(header, 0x46464952, 4); /* RIFF */
	put(header + 4, data + HEADER_BYTES - 8, 4);
	put(header + 8, 0x45564157, 4);  /* WAVE */
	put(header + 12, 0x20746D66, 4); /* fmt */
	put(header + 16, 16, 4);
	put(header + 20, 1, 2); /* PCM */
	put(header + 22, 1, 2); /* mono */
	put(header + 24, SAMPLE_RATE, 4);
	put(header + 28, SAMPLE_RATE * SAMPLE_BYTES, 4);
	put(header + 32, SAMPLE_BYTES, 2);
	put(header + 34, SAMPLE_BYTES * 8, 2);
	put(header + 36, 0x61746164, 4); /* data */
	put(header + 40, data, 4);
}

static bool write_header(int fd, uint64_t samples)
{
	unsigned char header[HEADER_BYTES];

	make_header(header, (uint32_t)(samples * SAMPLE_BYTES));
	return pwrite(fd, header, sizeof header, 0) == sizeof header;
}

bool wav_begin(const char *path)
{
	int fd = wav_open(path);
	bool written = fd >= 0 && write_header(fd, 0);

	if (!written)
		fail("cannot write %s: %m", path);
	if (fd >= 0)
		close(fd);
	return written;
}

int wav_open(const char *path)
{
	return open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
}

uint64_t wav_length(int fd)
{
	struct stat facts;

	if (fstat(fd, &facts) < 0 || facts.st_size < HEADER_BYTES)
		return 0;
	return (uint64_t)(facts.st_size - HEADER_BYTES) / SAMPLE_BYTES;
}

void wav_write(int fd, uint64_t at, const int16_t *samples, size_t n)
{
	off_t place = (off_t)(HEADER_BYTES + at * SAMPLE_BYTES);

	/* A full disk costs the recording, not the voice. */
	if (pwrite(fd, samples, n * SAMPLE_BYTES, place) < 0 ||
		!write_header(fd, wav_length(fd)))
		return;
}
