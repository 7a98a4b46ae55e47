/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_LOG_H
#define BASE_LOG_H
/*
 * One line a happening, on standard error (the journal on a kiosk) or in a
 * file opened at start. Never an answer, a name or a number of a resident:
 * log ids and causes only. Text from outside is made safe here.
 */
#include <stdbool.h>

void log_open(const char *program); /* name before each line; "" for none */
bool log_to_file(const char *path); /* appends, mode 0600; keeps it open */
void log_info(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
