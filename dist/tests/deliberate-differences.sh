# The deliberate differences from kmod that the tests beside this file meet, all of them. Each changes
# what kmod is asked, or what it answered, into what it would be without the difference; whatever then
# still differs is a fault of ours. The table in doc/coming-from-kmod.md has all of them.
# shellcheck shell=bash

# "-c prints `p2post:`": kmod leaves out the blank before "post:" in what -c shows of a softdep.
# Changes file $1.
with_blank_before_post() { sed -i '/^softdep /s/\([^ ]\)post:/\1 post:/' "$1"; }

# "only the first softdep line of a module counts": here all of them do. Prints a configuration that
# gives each module of file $1 (a modules.softdep) all its words in one line. For kmod's eyes only, as
# a file whose name (all-softdeps.conf) sorts before modules.softdep, so that kmod reads it first.
softdeps_in_one_line() {
  awk '
    $1 == "softdep" {
      list = ""
      for (i = 3; i <= NF; i++) {
        if ($i == "pre:" || $i == "post:") list = $i
        else if (list == "pre:") pre[$2] = pre[$2] " " $i
        else if (list == "post:") post[$2] = post[$2] " " $i
      }
      lines[$2]++
    }
    END {
      for (module in lines)
        if (lines[module] > 1 && (module in pre || module in post))
          print "softdep " module " pre:" pre[module] " post:" post[module]
    }' "$1"
}

# "a module that cannot be read leaves empty indexes, silently": Debian builds kmod without zlib, so
# for a tree of .ko.gz kmod's answer is the one for the plain tree, with the other file names. Changes
# the text on standard input; only modules.dep and the lines of modprobe -D name files.
with_names_ending_in_gz() { sed 's/\.ko\([: ]\|$\)/.ko.gz\1/g'; }

# "modinfo does not tell the build-id": kmod does so after version 34 only. Changes file $1; the number
# of a longer one goes on in further lines, but no linker makes such.
without_build_ids() { sed -i '/^build-id:  /d; s/build-id=[0-9A-F:]*\x0//g' "$1"; }

# "depmod says `Bad version passed x.ko`": here also what it should be. Changes file $1.
without_what_a_version_is() {
  sed -i '/Bad version passed/s/: neither a kernel release nor an absolute path$//' "$1"
}
