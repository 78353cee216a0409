/*
 * The C functions that SVM's Java classes declare (@CFunction) and that GraalVM brings in its
 * library "libchelper": those that the product's executable asks for.
 */
#include <stdio.h>
#include <stdlib.h>

#include "cpu.h"

/*
 * AMD64LibCHelper.checkCPUFeatures, AArch64LibCHelper's too: 0 if this processor has what the code was
 * compiled for. The mask has a byte for each field of CPUFeatures: -2 if it is required, else -1.
 */
int checkCPUFeatures(const char *mask) {
  CPUFeatures features;
  const signed char *has = (const signed char *)&features, *wanted = (const signed char *)mask;
  determineCPUFeatures(&features);
  for (size_t i = 0; i < sizeof features; i++) {
    if ((has[i] | wanted[i]) != -1) return 1;
  }
  return 0;
}

/* checkCPUFeaturesOrExit of both: the same, at the very start of the executable. */
int checkCPUFeaturesOrExit(const char *mask, const char *message) {
  if (checkCPUFeatures(mask) != 0) {
    fputs(message, stderr);
    exit(1);
  }
  return 0;
}

/* com.oracle.svm.core.posix.headers.Stdio: fprintf with an int, since fprintf itself is variadic. */
int fprintfSD(FILE *file, const char *format, int argument) {
  return fprintf(file, format, argument);
}

/*
 * LibCHelper.SVM_FindJavaTZmd: the time zone's name, by the JDK's own reading of TZ and
 * /etc/localtime (java.base, TimeZone_md.c).
 */
extern char *findJavaTZ_md(const char *java_home);
char *SVM_FindJavaTZmd(const char *mappings, int length) {
  (void)mappings, (void)length;
  return findJavaTZ_md("");
}
