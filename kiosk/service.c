/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/service.h"

void service_free(struct provider *service)
{
	if (service)
		service->kind->free(service);
}

void service_start(struct provider *service)
{
	service->kind->start(service);
}

void service_want_form(struct provider *service, const char *slug)
{
	service->kind->want_form(service, slug);
}

void service_send(struct provider *service, const struct letter *letter)
{
	service->kind->send(service, letter);
}

void service_rate(struct provider *service, const struct letter *letter)
{
	service->kind->rate(service, letter);
}

void service_tell_ending(struct provider *service, const char *ending)
{
	service->kind->tell_ending(service, ending);
}

void service_call_help(struct provider *service, const json_t *call)
{
	service->kind->call_help(service, call);
}

void service_want_waiting(struct provider *service)
{
	service->kind->want_waiting(service);
}
