/* What an amd64 processor can do. */
#include <cpuid.h>
#include <string.h>

#include "cpu.h"

static int bit(unsigned word, int number) { return word >> number & 1; }

/* Whether the operating system saves the AVX registers: it says so in XCR0, bits 1 and 2. */
static int saves_avx_registers(unsigned leaf_1_ecx) {
  unsigned low, high;
  if (!bit(leaf_1_ecx, 27)) return 0; /* OSXSAVE: there is no XCR0 to read */
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (low & 6) == 6;
}

/*
 * AMD64LibCHelper.determineCPUFeatures: what this processor can do, by the bits of CPUID (Intel's
 * manual, volume 2, CPUID; AMD's manual, volume 3, appendix E). Code is compiled for every amd64
 * processor, and only a few routines look here for a faster way; what is not named here (AVX-512
 * and later) is not used.
 */
void determineCPUFeatures(CPUFeatures *features) {
  unsigned a, b, c, d, avx = 0;
  memset(features, 0, sizeof *features);
  if (!__get_cpuid(1, &a, &b, &c, &d)) return;
  avx = saves_avx_registers(c);
  features->fTSC = bit(d, 4);
  features->fCX8 = bit(d, 8);
  features->fCMOV = bit(d, 15);
  features->fFLUSH = bit(d, 19);
  features->fMMX = bit(d, 23);
  features->fFXSR = bit(d, 24);
  features->fSSE = bit(d, 25);
  features->fSSE2 = bit(d, 26);
  features->fHT = bit(d, 28);
  features->fSSE3 = bit(c, 0);
  features->fCLMUL = bit(c, 1);
  features->fSSSE3 = bit(c, 9);
  features->fSSE4_1 = bit(c, 19);
  features->fSSE4_2 = bit(c, 20);
  features->fPOPCNT = bit(c, 23);
  features->fAES = bit(c, 25);
  features->fHV = bit(c, 31);
  features->fFMA = avx && bit(c, 12);
  features->fAVX = avx && bit(c, 28);
  features->fF16C = avx && bit(c, 29);
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d)) {
    features->fBMI1 = bit(b, 3);
    features->fAVX2 = avx && bit(b, 5);
    features->fVZEROUPPER = avx;
    features->fBMI2 = bit(b, 8);
    features->fERMS = bit(b, 9);
    features->fADX = bit(b, 19);
    features->fFLUSHOPT = bit(b, 23);
    features->fCLWB = bit(b, 24);
    features->fSHA = bit(b, 29);
    features->fRDPID = bit(c, 22);
    features->fFSRM = bit(d, 4);
  }
  if (__get_cpuid(0x80000001, &a, &b, &c, &d)) {
    features->fLZCNT = bit(c, 5);
    features->fSSE4A = bit(c, 6);
    features->fAMD_3DNOW_PREFETCH = bit(c, 8) || bit(d, 31);
    features->fRDTSCP = bit(d, 27);
  }
  if (__get_cpuid(0x80000007, &a, &b, &c, &d)) {
    features->fTSCINV = features->fTSCINV_BIT = bit(d, 8);
  }
}
