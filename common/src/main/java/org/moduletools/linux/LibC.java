package org.moduletools.linux;

/**
 * The functions of the C library that this room calls, as they are in C: no exceptions, -1 on
 * failure and the reason in {@link #errno}. It has one implementation for each way to call native
 * code, so it has no logic. Texts are bytes that end with a NUL ({@link CString}).
 */
interface LibC {

  /** open(2). */
  int open(byte[] path, int flags);

  /** close(2). */
  int close(int descriptor);

  /** pread(2) into the whole of {@code buffer}. */
  long pread(int descriptor, byte[] buffer, long offset);

  /** flock(2). */
  int flock(int descriptor, int operation);

  /** syscall(2) of {@code number}, which is finit_module(2)'s. */
  long finitModule(long number, int descriptor, byte[] parameters, int flags);

  /** syscall(2) of {@code number}, which is init_module(2)'s; the length is that of the image. */
  long initModule(long number, byte[] image, byte[] parameters);

  /** syscall(2) of {@code number}, which is delete_module(2)'s. */
  long deleteModule(long number, byte[] name, int flags);

  /** isatty(3): 1 if it is a terminal. */
  int isatty(int descriptor);

  /** uname(2); {@code buffer} is a {@code struct new_utsname}. */
  int uname(byte[] buffer);

  /** statfs(2); {@code buffer} is a {@code struct statfs}. */
  int statfs(byte[] path, byte[] buffer);

  /** geteuid(2). */
  int geteuid();

  /** setenv(3), which overwrites. */
  int setenv(byte[] name, byte[] value);

  /** system(3); returns the status as wait(2) has it. */
  int system(byte[] command);

  /** openlog(3). The C library keeps the pointer, so the implementation keeps the bytes. */
  void openlog(byte[] ident, int option, int facility);

  /** syslog(3) with the format {@code "%s"}. */
  void syslog(int priority, byte[] text);

  /** klogctl(3): reads or controls the kernel's log. */
  int klogctl(int type, byte[] buffer);

  /** Returns errno as this thread's last call above left it. */
  int errno();
}
