package org.moduletools.fuzz;

import java.util.List;
import java.util.Map;

/** Seeds for targets where the machine may have no file of the kind. */
final class SeedLines {

  /** By target. */
  static final Map<String, List<String>> ALL = Map.of(
      "ModprobeConfig",
      List.of(
          "alias eth* e1000e\noptions snd-hda-intel index=0 \\\n model=auto\nblacklist pcspkr\n",
          "install a /bin/true; modprobe --ignore-install a $CMDLINE_OPTS\nremove a /bin/true\n",
          "softdep a pre: b c post: d\nsoftdep a* post: e\nweakdep a f g\n # comment\\\n more\n",
          "include /etc/modprobe.d/b.conf\ninclude b.conf\ninclude ../modprobe.d/\n",
          "config binary_indexes no\nalias [a-z]-[!0-9] x\nalias \\[ y\n"),
      "DepmodConfig",
      List.of(
          "search updates built-in external extra\nexternal 6.* /a\nexclude source build\n",
          "override a 6\\.1\\.[0-9]+-.* extra\noverride * * weak-updates\nmake_map_files yes\n",
          "override a ^(6|5)\\.(1|[[:digit:]]{2,3})+\\b[^-]*(-amd64)?$ x\n"),
      "ExtendedRegex",
      List.of(
          "6\\.1\\.[0-9]+-.*\n6.1.0-21-amd64",
          "^(a|b)*[^[:alpha:]x-z]{2,3}\\w+\\>$|[[.-.]]|()\naab--foo",
          "((((a?){9}){9}){9}){9}\naaaaaaaaa",
          "\\<a\\B\\'\\`[]a]+?\n]a"),
      "KernelCommandLine",
      List.of(
          "BOOT_IMAGE=/vmlinuz root=/dev/sda1 snd-hda-intel.model=auto modprobe.blacklist=a,b-c\n",
          "\"a.b=c d\" e.f=\"g h\" i.j k.l.m=n [.o=p modprobe.blacklist= q.r=\t"),
      "ProcModules",
      List.of(
          """
              bridge 311296 1 br_netfilter, Live 0xffffffffc0a00000 (OE)
              stp 16384 0 - Unloading 0x0000000000000000
              llc 16384 - - Loading 0x0
              """,
          "llc 16384 2 bridge stp [permanent]\na 1 -1 [unsafe],(autoclean) \na\n",
          """
              1: FLOCK  ADVISORY  READ  99 00:13:4026532062 0 EOF
              1: -> FLOCK  ADVISORY  WRITE 104 00:13:4026532062 0 EOF
              """,
          "lock:\t1: FLOCK  ADVISORY  WRITE 7 00:13:4026532062 0 EOF\n",
          "Name:\ta\nUid:\t0\t0\t0\t0\nCapEff:\t000001ffffffffff\n",
          "root:x:0:0:root:/root:/bin/sh\n"),
      "Fnmatch",
      List.of(
          "pci:v00008086d*sv*[!a-f[:digit:]]\\*?\npci:v00008086d000010D3sv1x*y",
          "[[.a.]-[=c=]]*[]]*[^]x][\\]]\nb]y]",
          "*a*a*a*b\naaaaaaaaaaaaaaaaaaaaaaaa"));

  private SeedLines() {}
}
