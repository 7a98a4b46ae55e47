/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_SERVICE_CITY_H
#define KIOSK_SERVICE_CITY_H
/*
 * The city, over link's socket; nobody here learns whether cache or city
 * answered. When link is away requests wait for it to come back, as link is
 * restarted within a second. Word for the next visit link keeps in memory, as a
 * visit is a process and the screen writes nothing.
 */
#include "kiosk/service.h"

/* The opener is a struct options: its `link` and `root_key`. */
service_open city_open;

#endif
