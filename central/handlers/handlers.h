/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CENTRAL_HANDLERS_HANDLERS_H
#define CENTRAL_HANDLERS_HANDLERS_H
/* One file a resource; `owner` is struct central. */
#include "lib/net/server.h"

server_handler producten_get;
server_handler formulieren_list, formulieren_get, formulieren_get_version;
server_handler sleutels_get;
server_handler inzendingen_post, inzendingen_get;
server_handler waarderingen_post;
server_handler hulpvragen_post;
server_handler health_get;
server_handler openapi_get;

#endif
