/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/routes.h"

#include <stddef.h>

#include "central/handlers/handlers.h"

const struct route central_routes[] = {
	{ "GET", "/v1/producten", WHO_ANYBODY, producten_get },
	{ "GET", "/v1/formulieren", WHO_ANYBODY, formulieren_list },
	{ "GET", "/v1/formulieren/{slug}", WHO_ANYBODY, formulieren_get },
	{ "GET", "/v1/formulieren/{slug}/versies/{versie}", WHO_ANYBODY,
		formulieren_get_version },
	{ "GET", "/v1/sleutels", WHO_ANYBODY, sleutels_get },
	{ "POST", "/v1/inzendingen", WHO_KIOSK, inzendingen_post },
	{ "GET", "/v1/inzendingen/{id}", WHO_ANYBODY, inzendingen_get },
	{ "POST", "/v1/waarderingen", WHO_KIOSK, waarderingen_post },
	{ "POST", "/v1/hulpvragen", WHO_ANYBODY, hulpvragen_post },
	{ "GET", "/v1/health", WHO_ANYBODY, health_get },
	{ "GET", "/v1/openapi.json", WHO_ANYBODY, openapi_get },
	{ NULL, NULL, 0, NULL },
};
