/* What an ARM processor of 64 bits can do. */
#include <asm/hwcap.h>
#include <string.h>
#include <sys/auxv.h>

#include "cpu.h"

/*
 * AArch64LibCHelper.determineCPUFeatures: by what the kernel tells each program that it starts (Linux,
 * Documentation/arm64/elf_hwcaps.rst). What it does not tell, such as which model it is, is not used.
 */
void determineCPUFeatures(CPUFeatures *features) {
  const unsigned long first = getauxval(AT_HWCAP), second = getauxval(AT_HWCAP2);
  memset(features, 0, sizeof *features);
  features->fFP = (first & HWCAP_FP) != 0;
  features->fASIMD = (first & HWCAP_ASIMD) != 0;
  features->fEVTSTRM = (first & HWCAP_EVTSTRM) != 0;
  features->fAES = (first & HWCAP_AES) != 0;
  features->fPMULL = (first & HWCAP_PMULL) != 0;
  features->fSHA1 = (first & HWCAP_SHA1) != 0;
  features->fSHA2 = (first & HWCAP_SHA2) != 0;
  features->fCRC32 = (first & HWCAP_CRC32) != 0;
  features->fLSE = (first & HWCAP_ATOMICS) != 0;
  features->fDCPOP = (first & HWCAP_DCPOP) != 0;
  features->fSHA3 = (first & HWCAP_SHA3) != 0;
  features->fSHA512 = (first & HWCAP_SHA512) != 0;
  features->fSVE = (first & HWCAP_SVE) != 0;
  features->fPACA = (first & HWCAP_PACA) != 0;
  features->fSVE2 = (second & HWCAP2_SVE2) != 0;
  features->fSVEBITPERM = (second & HWCAP2_SVEBITPERM) != 0;
}
