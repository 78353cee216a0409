# shellcheck shell=bash
# Makes the builder, by the steps beside this file. NATIVE names their folder, and cross is
# not empty if it is to make executables for arm64. Needs install.sh.

# make_builder ARCHITECTURE FOLDER
make_builder() {
  local folder=$2 need missing=() refused=() log=$2/log
  for need in binutils:nm patch:patch xz-utils:xz maven:mvn; do
    command -v "${need#*:}" >/dev/null || missing+=("${need%:*}")
  done
  ((${#missing[@]} == 0)) || apt_install "${missing[@]}" || return 1
  until builder_steps "$1" "$folder" "${refused[@]}"; do
    if ! jdk_is_new "$folder"; then
      cp "$log" "$CACHE/native-builder.log"
      tail -n 20 "$log" | sed $'s/\e\\[[0-9;]*m//g' >&2 # Maven colours what it does not print
      ! lacks_network "$log" || warn "it is made of what is fetched, and there is no network: run this again with one"
      warn "all that was said is in $CACHE/native-builder.log"
      return 1
    fi
    refused+=("$(version_of_jdk "$folder")")
    say "the builder does not fit OpenJDK ${refused[-1]}; taking an older one"
    find "$folder" -mindepth 1 -delete
  done
  rm "$log"
}

# builder_steps ARCHITECTURE FOLDER [VERSION...]: with none of these versions of OpenJDK.
builder_steps() {
  local folder=$2
  builder_step "1 of 5: the builder's jars, from Maven Central (60 MB)" 1-jars "$folder" &&
    builder_step "2 of 5: OpenJDK 17 and its source, from the distribution's archive (200 MB)" \
      2-jdk "$folder" "$1" "${@:3}" &&
    cat "$folder/log" && # the version
    { [[ -z $cross ]] || builder_step "... with a compiler, numbers and zlib for arm64" cross "$folder"; } &&
    builder_step "3 of 5: the C libraries of the JDK" 3-static-libraries "$folder" &&
    builder_step "4 of 5: the C parts of the builder" 4-svm-c-parts "$folder" &&
    builder_step "5 of 5: the builder's classes" 5-builder "$folder"
}

# builder_step WORDS STEP FOLDER [ARGUMENT...]: the log in the folder is of the last step.
builder_step() {
  say "$1"
  watched phase_of_fetching "$3/log" "$NATIVE/$2" "${@:3}"
}

version_of_jdk() { awk '$2 == "openjdk-17-jre-headless" { print $3 }' "$1/jdk-packages"; }

# A version that the builder was not tried with may not fit it.
jdk_is_new() {
  [[ -e $1/jdk-packages ]] && ! (. "$NATIVE/versions" && grep -q "_$(version_of_jdk "$1")_" <<<"$JDK_FILES")
}
