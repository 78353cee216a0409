# offers.zsh FUNCTIONS: to be sourced by an interactive zsh. Its next completion prints what it is
# offered, and ends the shell.
PROMPT=
fpath=("$1" $fpath)
autoload -Uz compinit && compinit -D -u
bindkey '^I' complete-word

# Also tells what it offers, unless it only fills an array.
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
    builtin compadd "$@"
    return
  fi
  local -a offers
  builtin compadd -A offers "$@"
  print
  local offer
  for offer in $offers; do
    print -r -- "offer: $IPREFIX$offer"
  done
  builtin compadd "$@"
}

told() {
  print
  print that is all
  exit
}
comppostfuncs=(told)
print ready to be asked
