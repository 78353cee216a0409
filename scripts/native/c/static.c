/*
 * What a static executable does without: functions of the C library that load a shared library of the
 * machine, which fits no other version of the C library than its own. Linked into the executable where
 * it is static: a function that is defined here is taken before the C library's of the same name.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <grp.h>
#include <libdeflate.h>
#include <lzma.h>
#include <netdb.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>
#include <zstd.h>

/*
 * The functions that are looked for by name: the decoders (org.moduletools.linux.NativeCodecs), and those
 * for files that not every system has (java.base, UnixNativeDispatcher.c). All are in here.
 */
static const struct {
  const char *name;
  void *address;
} functions[] = {
    {"ZSTD_decompress", (void *)ZSTD_decompress},
    {"ZSTD_findFrameCompressedSize", (void *)ZSTD_findFrameCompressedSize},
    {"libdeflate_alloc_decompressor", (void *)libdeflate_alloc_decompressor},
    {"libdeflate_free_decompressor", (void *)libdeflate_free_decompressor},
    {"libdeflate_gzip_decompress_ex", (void *)libdeflate_gzip_decompress_ex},
    {"lzma_stream_buffer_decode", (void *)lzma_stream_buffer_decode},
    {"fdopendir", (void *)fdopendir},
    {"fstatat64", (void *)fstatat64},
    {"futimens", (void *)futimens},
    {"futimesat", (void *)futimesat},
    {"lutimes", (void *)lutimes},
    {"openat64", (void *)openat64},
    {"renameat", (void *)renameat},
    {"statx", (void *)statx},
    {"unlinkat", (void *)unlinkat},
};

void *dlsym(void *library, const char *name) {
  (void)library;
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    if (strcmp(functions[i].name, name) == 0) return functions[i].address;
  }
  return NULL;
}

/* The executable itself, and the libraries that are part of it. */
void *dlopen(const char *library, int flags) {
  static char executable;
  static const char *const inside[] = {"libdeflate.so.0", "liblzma.so.5", "libzstd.so.1"};
  (void)flags;
  if (library == NULL) return &executable;
  for (size_t i = 0; i < sizeof inside / sizeof *inside; i++) {
    if (strcmp(library, inside[i]) == 0) return &executable;
  }
  return NULL;
}

/*
 * Names of users and groups, which the C library has libraries for (nsswitch.conf): nobody has one, so
 * each is known by its number. No program here asks for a name.
 */
int getpwuid_r(uid_t user, struct passwd *entry, char *buffer, size_t size, struct passwd **result) {
  (void)user, (void)entry, (void)buffer, (void)size;
  *result = NULL;
  return 0;
}

int getgrgid_r(gid_t group, struct group *entry, char *buffer, size_t size, struct group **result) {
  (void)group, (void)entry, (void)buffer, (void)size;
  *result = NULL;
  return 0;
}

int getpwnam_r(const char *name, struct passwd *entry, char *buffer, size_t size, struct passwd **result) {
  (void)name;
  return getpwuid_r(0, entry, buffer, size, result);
}

int getgrnam_r(const char *name, struct group *entry, char *buffer, size_t size, struct group **result) {
  (void)name;
  return getgrgid_r(0, entry, buffer, size, result);
}

/* Names of machines: likewise, and no program here opens a socket to one. */
int getnameinfo(const struct sockaddr *address, socklen_t length, char *machine, socklen_t machine_size,
                char *service, socklen_t service_size, int flags) {
  (void)address, (void)length, (void)machine, (void)machine_size, (void)service, (void)service_size, (void)flags;
  return EAI_NONAME;
}

int getaddrinfo(const char *machine, const char *service, const struct addrinfo *hints,
                struct addrinfo **addresses) {
  (void)machine, (void)service, (void)hints, (void)addresses;
  return EAI_NONAME;
}

void freeaddrinfo(struct addrinfo *addresses) { (void)addresses; }
