# shellcheck shell=bash
# Checks of the built product: each is counted and told in one line; a failure shows why.

# Where the results are written down; a script that runs several others gives them its own.
RESULTS=${RESULTS:-}
if [[ -z $RESULTS ]]; then
  RESULTS=$(mktemp)
  SUMMARY_BY=$$
fi
export RESULTS

# A folder beside the cached trees, so that files can be shared with them.
check_cache
WORK=$(mktemp -d "$CACHE/work.XXXXXX")
trap 'rm -rf --one-file-system "$WORK"' EXIT

# check NAME COMMAND...: passes if the command does. What it printed is shown otherwise.
check() {
  local name=$1
  shift
  if "$@" >"$WORK/check.log" 2>&1 </dev/null; then
    echo passed >>"$RESULTS"
    printf '  ok    %s\n' "$name"
  else
    echo failed >>"$RESULTS"
    printf '  FAIL  %s\n' "$name"
    head -n 10 "$WORK/check.log" | cut -c 1-300 | sed 's/^/        /'
  fi
}

# skip NAME REASON
skip() {
  echo skipped >>"$RESULTS"
  printf '  SKIP  %s: %s\n' "$1" "$2"
}

count() { grep -c "^$1\$" "$RESULTS" || true; }

# Ends a test: by the summary and a status if nobody else does that.
finish() {
  [[ ${SUMMARY_BY:-} == "$$" ]] || exit 0
  printf '%d passed, %d failed' "$(count passed)" "$(count failed)"
  (($(count skipped) == 0)) || printf ', %d skipped' "$(count skipped)"
  printf '\n'
  local failed
  failed=$(count failed)
  rm -f "$RESULTS"
  exit $((failed > 0))
}

# Whether a command can be given a terminal of its own: there is script(1), and /dev/pts.
gives_terminals() { command -v script >/dev/null && script -qec true /dev/null </dev/null >/dev/null 2>&1; }

# same_text EXPECTED ACTUAL: compares files; the difference names them by what stands in them.
same_text() { diff --text -u --label expected --label actual "$1" "$2"; }

# outcome_of FILE COMMAND...: writes what a command printed, what it complained of, and its status. What our
# programs say of causes, which kmod does not, is left out.
outcome_of() {
  local file=$1 status=0
  shift
  "$@" >"$file" 2>"$file.err" </dev/null || status=$?
  { printf -- '-- standard error\n'; sed '/^[a-z]*: NOTE: /d' "$file.err"; printf -- '-- status %d\n' "$status"; } >>"$file"
  rm "$file.err"
}
