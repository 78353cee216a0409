# shellcheck shell=bash
# Completes the command lines of module-tools in bash 4 or later.
#
#   source completion/module-tools.bash
#
# or copy it to the folder of bash-completion, which loads a file by the name of the program: once,
# with a link to it for each program. What options there are, and what their values are, each program
# tells itself, in its --help.

declare -gA _module_tools_help=()   # by command: lines OPTION TAB LABEL, the label of its value or none
_module_tools_proc=${_module_tools_proc:-/proc}
_module_tools_root=${_module_tools_root:-}

# _module_tools_read_help COMMAND...: asks it once in a session.
_module_tools_read_help() {
  [[ -z ${_module_tools_help[$*]:-} ]] || return
  _module_tools_help[$*]=$(
    PATH=$PATH:/usr/sbin:/sbin "$@" --help 2>/dev/null </dev/null | awk '
      match($0, /^ +-/) && RLENGTH <= 7 {
        options = substr($0, RLENGTH)
        sub(/  .*/, "", options)
        label = ""
        if (match(options, /[= ][A-Z]+$/)) {
          label = substr(options, RSTART + 1)
          options = substr(options, 1, RSTART - 1)
        }
        count = split(options, names, ", ")
        for (i = 1; i <= count; i++) print names[i] "\t" label
      }'
  )
}

# Sets label to that of the value of option $1; fails if the option takes none.
_module_tools_label() {
  local line
  while IFS= read -r line; do
    if [[ ${line%%$'\t'*} == "$1" ]]; then
      label=${line#*$'\t'}
      [[ -n $label ]]
      return
    fi
  done <<<"$help"
  return 1
}

# Offers those of the lines on standard input that begin like the word.
_module_tools_offer() {
  local line
  while IFS= read -r line; do
    [[ -z $line || $line != "$word"* ]] || COMPREPLY+=("$line")
  done
}

# Offers files whose names end in one of the arguments, and folders; all files without arguments.
_module_tools_offer_files() {
  local file ending
  compopt -o filenames 2>/dev/null
  while IFS= read -r file; do
    if (($# == 0)) || [[ -d ${file/#\~/$HOME} ]]; then
      COMPREPLY+=("$file")
      continue
    fi
    for ending; do
      [[ $file != *"$ending" ]] || COMPREPLY+=("$file")
    done
  done < <(compgen -f -- "$word")
}

# Names of the modules of a release: as their files are spelled, or with _ if the user writes that.
_module_tools_modules() {
  local from=
  [[ $word != *_* ]] || from=-
  sed 's/:.*//; s/.*\///; s/\..*//' "$modules/modules.dep" 2>/dev/null | tr "${from:-_}" _
}

_module_tools_loaded() { cut -d ' ' -f 1 "$_module_tools_proc/modules" 2>/dev/null; }

_module_tools_releases() {
  local folder
  for folder in "$root"/lib/modules/*/; do
    [[ ! -d $folder ]] || { folder=${folder%/}; printf '%s\n' "${folder##*/}"; }
  done
}

# Parameters of the module in $1, each with = behind it. Bash would put into the command line, unquoted,
# whatever else the module says.
_module_tools_parameters() {
  compopt -o nospace 2>/dev/null
  local modinfo=${command%"$program"}modinfo
  _module_tools_offer < <(
    PATH=$PATH:/usr/sbin:/sbin "$modinfo" -b "$root/" -k "$release" -F parm "$1" 2>/dev/null |
      LC_ALL=C sed -n 's/^\([[:alnum:]_.-]*\):.*/\1=/p'
  )
}

_module_tools_value() {
  case $1 in
    DIR)
      [[ $option != -t && $option != --type ]] || return
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -d -- "$word")
      ;;
    FILE | PATH | INDEX) _module_tools_offer_files ;;
    VERSION) _module_tools_offer < <(_module_tools_releases) ;;
    ORDER) _module_tools_offer < <(printf '%s\n' name size used) ;;
    FORMAT) _module_tools_offer < <(printf '%s\n' human tmpfiles devname) ;;
    FIELD)
      _module_tools_offer < <(printf '%s\n' alias author build-id depends description filename firmware \
        import_ns intree license name parm retpoline sig_hashalgo sig_id sig_key signature signer softdep \
        srcversion staging vermagic version weakdep)
      ;;
  esac
}

_module_tools_operand() {
  local endings=(.ko .ko.gz .ko.xz .ko.zst)
  case $program in
    modprobe)
      if [[ -n $removes ]]; then
        _module_tools_offer < <(_module_tools_loaded)
      elif [[ -n $lists ]]; then
        _module_tools_offer_files
      elif ((${#operands[@]} > 0)) && [[ -z $all ]]; then
        _module_tools_parameters "${operands[0]}"
      elif [[ $word == /* || $word == ./* ]]; then
        _module_tools_offer_files "${endings[@]}"
      else
        _module_tools_offer < <(_module_tools_modules)
      fi
      ;;
    rmmod) _module_tools_offer < <(_module_tools_loaded) ;;
    insmod)
      if ((${#operands[@]} > 0)); then
        _module_tools_parameters "${operands[0]}"
      else
        _module_tools_offer_files "${endings[@]}"
      fi
      ;;
    modinfo)
      _module_tools_offer < <(_module_tools_modules)
      _module_tools_offer_files "${endings[@]}"
      ;;
    depmod)
      if ((${#operands[@]} == 0)); then
        _module_tools_offer < <(_module_tools_releases)
      else
        _module_tools_offer_files "${endings[@]}"
      fi
      ;;
    kmod) ((${#operands[@]} > 0)) || _module_tools_offer < <(printf '%s\n' help list static-nodes) ;;
    modindex) _module_tools_offer_files ;;
  esac
}

# Takes the value $1 of the option that stands before it.
_module_tools_take() {
  case $option in
    -d | --dirname | -b | --basedir | --root) root=${1/#\~/$HOME} ;;
    -S | -k | --set-version) release=$1 ;;
  esac
  option=
}

# Reads the words before the cursor. Bash makes three words of --option=value.
_module_tools_read_words() {
  local i current only_operands=
  for ((i = 1; i < COMP_CWORD; i++)); do
    current=${COMP_WORDS[i]}
    if [[ $current == = && -z $option ]]; then
      ((++i)) # the value of a parameter
    elif [[ $current == = ]]; then
      continue
    elif [[ -n $option ]]; then
      _module_tools_take "$current"
    elif [[ -z $only_operands && $current == --*=* ]]; then # with COMP_WORDBREAKS that lack the =
      option=${current%%=*}
      _module_tools_take "${current#*=}"
    elif [[ -n $only_operands || $current != -?* ]]; then
      operands+=("$current")
      if [[ $program == kmod && ${#operands[@]} == 1 ]]; then
        [[ $current != list && $current != static-nodes ]] || _module_tools_read_help "$command" "$current"
        help=${_module_tools_help["$command $current"]:-$help}
      fi
    elif [[ $current == -- ]]; then
      only_operands=yes
    else
      if _module_tools_label "$current"; then
        option=$current
      elif [[ $current == -[!-]?* ]] && _module_tools_label "${current:0:2}"; then
        option=${current:0:2}
        _module_tools_take "${current:2}"
      else
        [[ $current != --remove* && $current != -[!-]*r* && $current != -r* ]] || removes=yes
        [[ $current != --load-lists ]] || lists=yes
        [[ $current != --all && $current != --explain && $current != -[!-]*a* && $current != -a* ]] || all=yes
      fi
    fi
  done
}

# The completion: called by bash with the command, the word and the word before it.
_module_tools() {
  local command=$1 program=${1##*/} word=${COMP_WORDS[COMP_CWORD]} label=
  local option='' removes='' lists='' all='' before='' operands=() root=$_module_tools_root release modules help
  release=$(uname -r)
  COMPREPLY=()
  _module_tools_read_help "$command"
  help=${_module_tools_help[$command]}
  _module_tools_read_words
  modules=$root/lib/modules/$release
  [[ $word != = ]] || word=
  if [[ -z $option && $word == --*=* ]]; then
    option=${word%%=*}
    before=$option=
    word=${word#*=}
  fi
  if [[ -n $option ]]; then
    _module_tools_label "$option" && _module_tools_value "$label"
  elif [[ $word == -* ]]; then
    _module_tools_offer < <(cut -f 1 <<<"$help")
  elif ((COMP_CWORD == 1)) || [[ ${COMP_WORDS[COMP_CWORD - 1]} != = ]]; then
    _module_tools_operand
  fi
  COMPREPLY=("${COMPREPLY[@]/#/$before}")
  return 0
}

complete -F _module_tools depmod modprobe insmod rmmod modinfo lsmod kmod modindex
