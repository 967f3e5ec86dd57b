# What the steps of the action share; to be sourced. Everything a workflow gives comes in as environment variables, so that no
# value of it is ever read as shell code.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
kiji=${KIJI:-$root/scripts/kiji}

# The lines of a variable that are not blank, as the array `lines`.
read_lines() {
  lines=()
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line#"${line%%[![:space:]]*}"}
    line=${line%"${line##*[![:space:]]}"}
    if [ -n "$line" ]; then lines+=("$line"); fi
  done <<<"$1"
}

# Sets an output of the step: output NAME VALUE
output() { printf '%s=%s\n' "$1" "$2" >>"${GITHUB_OUTPUT:-/dev/null}"; }

read_lines "${KIJI_PATHS:-.}"
paths=("${lines[@]}")
read_lines "${KIJI_ARGUMENTS:-}"
arguments=(${lines[@]+"${lines[@]}"})
