/*
 * The functions of a virtual machine that the C part of java.base calls, where a native executable
 * comes by. GraalVM brings them in its library "libjvm". The many others are never reached:
 * 4-svm-c-parts makes one for each that ends the program with its name.
 */
#include <jni.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

/* Jvm.initialize: called before the first of these; nothing is to be made ready. */
void initialize(void) {}

/* Runtime.availableProcessors: those that this process may run on. */
int JVM_ActiveProcessorCount(void) { return (int)sysconf(_SC_NPROCESSORS_ONLN); }

/* Shutdown.halt0, the end of System.exit. */
void JVM_Halt(jint status) { _exit(status); }

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
