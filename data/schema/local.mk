# SPDX-License-Identifier: EUPL-1.2
# Compiled in by the rule in lib/store/local.mk.
SCHEMAS = %D%/outbox.sql %D%/cache.sql %D%/central.sql
EXTRA_DIST += $(SCHEMAS)
CLEANFILES += $(SCHEMAS:.sql=.c)
