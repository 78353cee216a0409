/* What the builder itself asks to fill in its report (com.oracle.svm.hosted.ProgressReporterCHelper). */
#include <jni.h>
#include <sys/resource.h>

JNIEXPORT jlong JNICALL
Java_com_oracle_svm_hosted_ProgressReporterCHelper_getPeakRSS0(JNIEnv *env, jclass class) {
  struct rusage usage;
  (void)env, (void)class;
  return getrusage(RUSAGE_SELF, &usage) == 0 ? (jlong)usage.ru_maxrss * 1024 : -1;
}

JNIEXPORT jint JNICALL Java_com_oracle_svm_hosted_ProgressReporterCHelper_getTerminalWindowColumns0(
    JNIEnv *env, jclass class) {
  (void)env, (void)class;
  return 80;
}
