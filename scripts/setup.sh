# Functions that the scripts beside this file share; to be sourced, from bash 3.2 (macOS) on.
# `root` is the package's folder. Standard output belongs to data: everything here speaks on standard error.
# shellcheck shell=bash

binary=$root/.build/release/kiji
stamp=$root/.build/kiji.stamp
swift_flags=()

say() { printf 'kiji: %s\n' "$*" >&2; }

stop() {
  say "$@"
  exit 2
}

# Runs a command silently, without the caller's standard input; shows what it said only where it failed.
quietly() {
  local log status=0
  log=$(mktemp "${TMPDIR:-/tmp}/kiji.XXXXXX")
  "$@" </dev/null >"$log" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then cat "$log" >&2; fi
  rm -f "$log"
  return "$status"
}

# Whether kiji is built and no file that it is built from is newer. The modification time of a folder changes
# with each file added to it or removed from it, so one search covers those too.
is_built() {
  [ -x "$binary" ] && [ -e "$stamp" ] || return 1
  local inputs=("$root/Package.swift" "$root/Sources")
  if [ -d "$root/dictionaries" ]; then inputs+=("$root/dictionaries"); fi
  [ -z "$(find "${inputs[@]}" -newer "$stamp" -print -quit)" ]
}

# Takes the lock that keeps two calls from installing and building at once; waits for the other where need be.
lock() {
  mkdir -p "$root/.build"
  if command -v flock >/dev/null; then
    exec 9>"$root/.build/kiji.lock"
    flock -n 9 || { say "another call is building; waiting for it" && flock 9; }
    return
  fi
  local folder=$root/.build/kiji.lock.d owner told=
  until mkdir "$folder" 2>/dev/null; do
    owner=$(cat "$folder/pid" 2>/dev/null || true)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$folder"  # its owner is gone
      continue
    fi
    if [ -z "$told" ]; then told=1 && say "another call is building; waiting for it"; fi
    sleep 0.2
  done
  echo "$$" >"$folder/pid"
  trap 'rm -rf "$root/.build/kiji.lock.d"' EXIT
}

unlock() {
  if command -v flock >/dev/null; then
    exec 9>&-
  else
    rm -rf "$root/.build/kiji.lock.d"
    trap - EXIT
  fi
}

require_swift() {
  if ! command -v swift >/dev/null && [ -x "${HOME:-}/.local/share/swiftly/bin/swift" ]; then
    PATH=$HOME/.local/share/swiftly/bin:$PATH
  fi
  if command -v swift >/dev/null; then return; fi
  stop "Swift 6.3 or later is needed and no swift command was found.
  Get it from https://www.swift.org/install/ or with swiftly:
    curl -O https://download.swift.org/swiftly/linux/swiftly-\$(uname -m).tar.gz
    tar zxf swiftly-\$(uname -m).tar.gz && ./swiftly init && . ~/.local/share/swiftly/env.sh
  On macOS Xcode brings it, too. Then run this command again."
}

# Installs what the build and the analysis need and this machine lacks; `tests` as argument adds what only the tests use.
install_packages() {
  if command -v apt-get >/dev/null; then
    install_with_apt "$@"
  elif command -v brew >/dev/null; then
    install_with_brew "$@"
  else
    say "neither apt-get nor Homebrew was found, so nothing is installed. If the build fails, install:"
    say "libmecab, ICU, md4c, gumbo and SQLite with their headers, pkg-config, MeCab's IPADIC in UTF-8${1:+, the mecab command, python3}"
  fi
}

install_with_apt() {
  local wanted=(libmecab-dev libicu-dev libmd4c-dev libgumbo-dev libsqlite3-dev mecab-ipadic mecab-ipadic-utf8 pkg-config)
  if [ "${1:-}" = tests ]; then wanted+=(mecab unicode-data python3); fi
  local package missing=()
  local installed
  installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${binary:Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^ii  *\([^:]*\).*/\1/p' || true)
  for package in "${wanted[@]}"; do
    case $'\n'$installed$'\n' in
      *$'\n'$package$'\n'*) continue ;;
    esac
    # A python3 or pkg-config from elsewhere serves as well.
    case $package in
      python3 | pkg-config) if command -v "$package" >/dev/null; then continue; fi ;;
    esac
    missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then return; fi

  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get)
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || stop "packages are missing and sudo is, too. As root run: apt-get install ${missing[*]}"
    apt=(sudo "${apt[@]}")
  fi
  say "installing ${missing[*]} (apt-get)"
  if ! ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1; then quietly "${apt[@]}" -qq update || true; fi
  # A list of packages may be out of date: refresh it and try once more.
  if "${apt[@]}" -qq -y install "${missing[@]}" </dev/null >/dev/null 2>&1; then return; fi
  quietly "${apt[@]}" -qq update || true
  quietly "${apt[@]}" -qq -y install "${missing[@]}" ||
    stop "apt-get could not install these packages. Try it by hand: sudo apt-get install ${missing[*]}"
}

install_with_brew() {
  local prefix formula missing=()
  prefix=$(brew --prefix)
  local wanted=(mecab mecab-ipadic icu4c md4c gumbo-parser)
  for formula in "${wanted[@]}"; do
    if [ ! -e "$prefix/opt/$formula" ]; then missing+=("$formula"); fi
  done
  if ! command -v pkg-config >/dev/null; then missing+=(pkgconf); fi
  if [ "${1:-}" = tests ] && ! command -v python3 >/dev/null; then missing+=(python3); fi
  if [ ${#missing[@]} -gt 0 ]; then
    say "installing ${missing[*]} (Homebrew)"
    quietly brew install "${missing[@]}" || stop "Homebrew could not install these. Try it by hand: brew install ${missing[*]}"
  fi
  # ICU is keg-only there, and no compiler looks into Homebrew's folder by itself.
  local folder
  for folder in "$prefix/opt/icu4c" "$prefix"; do
    swift_flags+=(-Xcc "-I$folder/include" -Xcxx "-I$folder/include" -Xlinker "-L$folder/lib")
  done
  export PKG_CONFIG_PATH=$prefix/opt/icu4c/lib/pkgconfig:$prefix/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}
}

# Makes sure that there is a Java that Spark runs on.
install_java() {
  if command -v java >/dev/null && java -version >/dev/null 2>&1; then return; fi
  if command -v apt-get >/dev/null; then
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get)
    if [ "$(id -u)" -ne 0 ]; then apt=(sudo "${apt[@]}"); fi
    say "installing default-jre-headless (apt-get)"
    quietly "${apt[@]}" -qq update || true
    quietly "${apt[@]}" -qq -y install default-jre-headless || stop "no Java could be installed; Spark needs Java 17 or later"
  elif command -v brew >/dev/null; then
    quietly brew install openjdk@17 || stop "no Java could be installed; Spark needs Java 17 or later"
    PATH=$(brew --prefix)/opt/openjdk@17/bin:$PATH
  else
    stop "Java 17 or later is needed and no java command was found"
  fi
}

# Installs packages of PyPI into .build/NAME: install_python_packages NAME REQUIREMENT…
install_python_packages() {
  local folder=$root/.build/$1 wanted
  shift
  wanted=$(printf '%s\n' "$@")
  if [ "$(cat "$folder/kiji-packages" 2>/dev/null || true)" = "$wanted" ]; then return; fi
  command -v python3 >/dev/null || stop "python3 is needed and was not found"
  say "installing $(basename "$folder") (pip)"
  rm -rf "$folder"
  if ! python3 -m venv "$folder" >/dev/null 2>&1; then
    # Debian keeps the parts of venv in a package of their own.
    quietly env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install python3-venv || stop "python3 has no venv module"
    quietly python3 -m venv "$folder" || stop "python3 could not make a virtual environment"
  fi
  quietly "$folder/bin/pip" -q --disable-pip-version-check install "$@" || stop "pip could not install $*"
  printf '%s\n' "$wanted" >"$folder/kiji-packages"
}

# Makes sure that the release build of kiji is there and current.
ensure_kiji() {
  if is_built; then return; fi
  lock
  if ! is_built; then
    require_swift
    install_packages
    say "building (the first time takes some minutes)"
    # Stamped as of now, so that what is edited during the build counts as newer.
    : >"$stamp.next"
    quietly swift build --package-path "$root" -c release --product kiji ${swift_flags[@]+"${swift_flags[@]}"} 9>&- ||
      stop "the build failed; its messages stand above"
    mv "$stamp.next" "$stamp"
  fi
  unlock
}

# Of what `swift test` says, lets the failures and the closing lines through: a line per test is too much to read.
closing_lines() {
  awk '/Test run with/ || !/^\[[0-9]+\/[0-9]+\] |^[^ ]+ +(Test|Suite) .* (started|passed after .*)\.$/ { print; fflush() }'
}
