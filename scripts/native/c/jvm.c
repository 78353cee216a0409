/*
 * The functions of a virtual machine that the C part of java.base calls, where a native executable
 * comes by. GraalVM brings them in its library "libjvm". The many others are never reached: 4-svm
 * makes one for each that ends the program with its name.
 */
#include <errno.h>
#include <jni.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Jvm.initialize: called before the first of these; nothing is to be made ready. */
void initialize(void) {}

/* Runtime.availableProcessors: those that this process may run on. */
int JVM_ActiveProcessorCount(void) { return (int)sysconf(_SC_NPROCESSORS_ONLN); }

/* Shutdown.halt0, the end of System.exit. */
void JVM_Halt(jint status) { _exit(status); }
void JVM_BeforeHalt(void) {}

/* What a C library function that failed leaves in errno, for the text of an IOException. */
int JVM_GetLastErrorString(char *buffer, int size) {
  const char *text = strerror(errno);
  if (errno == 0 || size <= 0) return 0;
  return snprintf(buffer, (size_t)size, "%s", text) < size ? (int)strlen(text) : size - 1;
}

/* The JDK's own names for the printf family, which always end the text with a NUL. */
int jio_vsnprintf(char *buffer, size_t size, const char *format, va_list arguments) {
  int length;
  if (size == 0 || (ssize_t)size < 0) return -1;
  length = vsnprintf(buffer, size, format, arguments);
  return length < 0 || (size_t)length >= size ? -1 : length;
}

int jio_snprintf(char *buffer, size_t size, const char *format, ...) {
  va_list arguments;
  int length;
  va_start(arguments, format);
  length = jio_vsnprintf(buffer, size, format, arguments);
  va_end(arguments);
  return length;
}

int jio_fprintf(FILE *file, const char *format, ...) {
  va_list arguments;
  int length;
  va_start(arguments, format);
  length = vfprintf(file, format, arguments);
  va_end(arguments);
  return length;
}
