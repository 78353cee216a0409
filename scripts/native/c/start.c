/*
 * What must hold before the Java part of the executable begins, and what its runtime must not do.
 * Linked into the executable with every builder: a function that is defined here is taken before
 * the C library's of the same name.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/*
 * The kernel starts modprobe with no descriptor open. The next file opened would become standard
 * output, and messages would be written into it. So 0, 1 and 2 are made to exist first: /dev/null,
 * or where there is none yet, a descriptor that refuses to be read and written. The variable has
 * messages go to the system's log instead (org.moduletools.cli.Host: errIsClosed).
 */
__attribute__((constructor)) static void open_standard_descriptors(void) {
  int fd;
  if (fcntl(2, F_GETFD) < 0) setenv("MODULE_TOOLS_STDERR_CLOSED", "1", 1);
  do {
    fd = open("/dev/null", O_RDWR);
    if (fd < 0) fd = open("/", O_PATH);
  } while (fd >= 0 && fd <= 2);
  if (fd > 2) close(fd);
}

/*
 * The stack of the first thread, which the runtime wants to know in order to turn its overflow into
 * an error. The C library's function reads /proc/self/maps for it, and the executable would end
 * there where /proc is not mounted: in an initramfs, or in the chroot that a distribution is built
 * in. The kernel puts the file name at the very top of the stack, and lets it grow down to the
 * limit. The linker puts this function in that one's place (--wrap).
 */
int __real_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);
int __wrap_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes) {
  const size_t without_limit = 8 << 20;
  const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  const char *name = (const char *)getauxval(AT_EXECFN);
  size_t size = without_limit;
  struct rlimit limit;
  uintptr_t top;

  if (getpid() != gettid() || !pthread_equal(thread, pthread_self()) || name == NULL) {
    return __real_pthread_getattr_np(thread, attributes);
  }
  if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
    size = limit.rlim_cur & ~(page - 1);
  }
  top = ((uintptr_t)name + strlen(name) + page) & ~(page - 1);
  pthread_attr_init(attributes);
  return pthread_attr_setstack(attributes, (void *)(top - size), size);
}

/*
 * The runtime opens sockets at start to see what the machine can do. Where IPv6 is a module the
 * kernel would call modprobe for it, which would open sockets. No program here has use for one;
 * syslog(3) has its own inside the C library.
 */
int socket(int domain, int type, int protocol) {
  (void)domain, (void)type, (void)protocol;
  errno = EAFNOSUPPORT;
  return -1;
}

/*
 * For the day when a file is closed while another thread reads it, the runtime makes itself a pair of
 * sockets when the first file is opened, and ends if it gets none. Nothing here does that to a thread.
 */
int socketpair(int domain, int type, int protocol, int pair[2]) {
  (void)domain, (void)type, (void)protocol;
  pair[0] = pair[1] = -1;
  return 0;
}

/*
 * The working directory may have no name: it was deleted, or lies outside of a new root. The runtime
 * wants one in order to start. This one leads there, where /proc is mounted.
 */
char *getcwd(char *buffer, size_t size) {
  static const char nameless[] = "/proc/self/cwd";
  if (syscall(SYS_getcwd, buffer, size) > 0 && buffer[0] == '/') return buffer;
  if (size < sizeof nameless) {
    errno = ERANGE;
    return NULL;
  }
  return strcpy(buffer, nameless);
}

/*
 * Memory for the heap. Where it is refused the runtime throws an error if it can, and else ends with
 * a dump of itself, or goes on without one of its threads and waits for that for ever. To end here is
 * what each program can bear at any moment, as it can bear a kill.
 *
 * Who has taken much will take more: from then on the kernel hands out the pages of a piece of the
 * heap at once. One by one, when they are first touched, they take longer by half.
 */
void *mmap(void *address, size_t length, int protection, int flags, int file, off_t offset) {
  const size_t much = 8 << 20, piece_of_heap = 1 << 20;
  static _Atomic size_t taken;
  void *mapped;

  if ((flags & MAP_ANONYMOUS) && (protection & PROT_WRITE)) {
    taken += length;
    if (taken > much && length == piece_of_heap) flags |= MAP_POPULATE;
  }
  mapped = (void *)syscall(SYS_mmap, address, length, protection, flags, file, offset);
  if (mapped == MAP_FAILED && (flags & MAP_ANONYMOUS)) {
    fprintf(stderr, "%s: FATAL: no memory: %s\n", program_invocation_short_name, strerror(errno));
    _exit(1);
  }
  return mapped;
}

/*
 * The runtime makes ready a lock for each descriptor that there can be, 200 KB of them, in case it is a
 * socket's and closed while another thread waits for it (java.base, linux_close.c). That would be a sixth
 * of the pages that a start touches.
 */
int getrlimit(__rlimit_resource_t resource, struct rlimit *limit) {
  if (resource != RLIMIT_NOFILE) return prlimit(0, resource, NULL, limit);
  limit->rlim_cur = limit->rlim_max = 0;
  return 0;
}

/*
 * The runtime raises the limit on open files at start. The commands that modprobe runs inherit
 * limits, and shall have the caller's.
 */
int setrlimit(__rlimit_resource_t resource, const struct rlimit *limit) {
  (void)resource, (void)limit;
  return 0;
}
