# SPDX-License-Identifier: EUPL-1.2
# Programs by cmocka and scripts, both TAP: a crash or a missing plan is an
# error. Each folder's local.mk adds its own tests to check_PROGRAMS.
LOG_DRIVER      = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER   = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)
TEST_EXTENSIONS = .sh
AM_TESTS_ENVIRONMENT = export CMOCKA_MESSAGE_OUTPUT=TAP LC_ALL=C.UTF-8 \
	srcdir='$(abs_srcdir)' builddir='$(abs_builddir)' CC='$(CC)';
dist_check_SCRIPTS += %D%/layers.sh
TESTS = $(check_PROGRAMS) $(dist_check_SCRIPTS)
