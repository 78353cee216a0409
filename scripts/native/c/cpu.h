/*
 * What the processor can do. 4-svm-c-parts writes the headers from the Java classes that read them.
 */
#ifdef __aarch64__
#include "aarch64cpufeatures.h"
#else
#include "amd64cpufeatures.h"
#endif

void determineCPUFeatures(CPUFeatures *features);
