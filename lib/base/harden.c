/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/harden.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { CAN_BE_TRACED = 1 }; /* the sanitizers look at their own process */
#else
enum { CAN_BE_TRACED = 0 };
#endif

void harden(void)
{
	static const struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, CAN_BE_TRACED);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	umask(077);
}
