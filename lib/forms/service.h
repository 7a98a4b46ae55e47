/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_SERVICE_H
#define FORMS_SERVICE_H
/* Reads service.json, what a resident is told before a form. */
#include "lib/forms/loader.h"

void load_service(struct loader *loader, const struct node *node);
void service_clear(struct service *service);

#endif
