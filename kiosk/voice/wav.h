/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef VOICE_WAV_H
#define VOICE_WAV_H
/* A WAV file, 22,050 Hz mono 16 bit, that is whole after every call. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool wav_begin(const char *path); /* writes the header of an empty one */
int wav_open(const char *path);   /* to add to; -1 when it cannot */
uint64_t wav_length(int fd);      /* in samples */
/* A gap before `at` is silence. */
void wav_write(int fd, uint64_t at, const int16_t *samples, size_t n);

#endif
