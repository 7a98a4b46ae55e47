/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/voice/cage.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define THIS_MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_MACHINE AUDIT_ARCH_AARCH64
#endif

#define LOAD(field)                                                            \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define IF_EQUAL(value, yes, no)                                               \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (yes), (no))
#define ANSWER(what) BPF_STMT(BPF_RET | BPF_K, (what))
#define REFUSE       ANSWER(SECCOMP_RET_ERRNO | EPERM)
/* Refuses one call, goes on with the next line otherwise. */
#define WITHOUT(call) IF_EQUAL(call, 0, 1), REFUSE

bool cage_close(void)
{
#ifdef THIS_MACHINE
	struct sock_filter filter[] = {
		LOAD(arch),
		IF_EQUAL(THIS_MACHINE, 1, 0),
		ANSWER(SECCOMP_RET_KILL_PROCESS),
		LOAD(nr),
		/* The other names of the same calls on x86-64 (x32). */
		BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
		REFUSE,
		WITHOUT(SYS_execve),
		WITHOUT(SYS_execveat),
		WITHOUT(SYS_ptrace),
		WITHOUT(SYS_process_vm_readv),
		WITHOUT(SYS_process_vm_writev),
		WITHOUT(SYS_keyctl),
		WITHOUT(SYS_add_key),
		WITHOUT(SYS_request_key),
		WITHOUT(SYS_bpf),
		WITHOUT(SYS_io_uring_setup), /* it opens sockets of its own */
		IF_EQUAL(SYS_socket, 0, 3),
		LOAD(args[0]),
		IF_EQUAL(AF_UNIX, 1, 0),
		REFUSE,
		ANSWER(SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { sizeof filter / sizeof filter[0], filter };

	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
		   prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
#else
	return true;
#endif
}
