/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "lib/base/harden.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { CAN_BE_TRACED = 1 };
#else
enum { CAN_BE_TRACED = 0 };
#endif

static void leaves_no_core_file(void **state)
{
	struct rlimit limit;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_CORE, &limit), 0);
	assert_int_equal(limit.rlim_cur, 0);
	assert_int_equal(limit.rlim_max, 0);
}

static void no_other_process_looks_in(void **state)
{
	(void)state;
	assert_int_equal(prctl(PR_GET_DUMPABLE), CAN_BE_TRACED);
}

static void gains_no_rights_from_what_it_starts(void **state)
{
	(void)state;
	assert_int_equal(prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0), 1);
}

static void files_are_for_the_owner_alone(void **state)
{
	(void)state;
	assert_int_equal(umask(077), 077);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_no_core_file),
		cmocka_unit_test(no_other_process_looks_in),
		cmocka_unit_test(gains_no_rights_from_what_it_starts),
		cmocka_unit_test(files_are_for_the_owner_alone),
	};

	harden();
	return cmocka_run_group_tests_name("harden", tests, NULL, NULL);
}
