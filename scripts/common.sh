# shellcheck shell=bash
# What every command of ./kps shares: how it speaks, what it installs, which dotnet it uses.

say() { printf 'kps: %s\n' "$*"; }
warn() { printf 'kps: %s\n' "$*" >&2; }
fail() {
  warn "$*"
  exit 1
}

is_root() { [ "$(id -u)" -eq 0 ]; }

# dotnet must not speak the machine's language (we read its output), phone home or leave build nodes behind.
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export MSBUILDDISABLENODEREUSE=1

need_dotnet() {
  if ! command -v dotnet >/dev/null && [ -x "${HOME:-/root}/.dotnet/dotnet" ]; then
    PATH="$HOME/.dotnet:$PATH"
  fi
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing; see https://dotnet.microsoft.com/download/dotnet/10.0"
  dotnet --version >/dev/null 2>&1 || fail "this needs the .NET SDK that global.json names; 'dotnet --version' says: $(dotnet --version 2>&1 | head -n 3)"
}

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# The newest PostgreSQL whose server binaries are here, as a path; empty when there is none.
postgres_bin() {
  local candidate newest=''
  for candidate in /usr/lib/postgresql/*/bin; do
    if [ ! -x "$candidate/initdb" ] || [ ! -x "$candidate/postgres" ]; then
      continue
    fi
    if [ -z "$newest" ] || [ "$(basename "$(dirname "$candidate")")" -gt "$(basename "$(dirname "$newest")")" ]; then
      newest=$candidate
    fi
  done
  printf '%s' "$newest"
}

# need_packages NAME… installs the Debian packages of these names that are missing, or says the command and stops.
# The name `postgresql` stands for the server binaries of any version from 15 on.
need_packages() {
  local name missing=() postgres=''
  for name in "$@"; do
    if [ "$name" = postgresql ]; then
      [ -n "$(postgres_bin)" ] || postgres=postgresql-15
    elif ! installed "$name"; then
      missing+=("$name")
    fi
  done
  if [ -z "$postgres" ] && [ ${#missing[@]} -eq 0 ]; then
    return 0
  fi

  command -v apt-get >/dev/null || fail "please install: ${missing[*]} $postgres (this machine has no apt-get)"
  if ! is_root; then
    warn "these Debian packages are missing: ${missing[*]} $postgres"
    [ -z "$postgres" ] || warn "PostgreSQL must not start a service of its own; before installing it:
  sudo apt-get update && sudo apt-get install -y --no-install-recommends postgresql-common
  echo 'create_main_cluster = false' | sudo tee -a /etc/postgresql-common/createcluster.conf"
    fail "then run: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]} $postgres"
  fi

  say "installing from Debian: ${missing[*]} $postgres"
  apt_get update
  [ ${#missing[@]} -eq 0 ] || install_without_services "${missing[@]}"
  [ -z "$postgres" ] || install_postgres "$postgres"
}

# need_programs PACKAGES PROGRAM… installs the packages where one of the programs is not on the PATH.
need_programs() {
  local packages=$1 program
  shift
  for program in "$@"; do
    if ! command -v "$program" >/dev/null; then
      # shellcheck disable=SC2086 # names, one word each
      need_packages $packages
      return
    fi
  done
}

apt_get() {
  DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 "$1" ${2:+--no-install-recommends} "${@:2}" </dev/null >&2 ||
    fail "apt-get $* failed"
}

# Installs packages whose scripts would start a service, without starting it.
install_without_services() {
  local policy=/usr/sbin/policy-rc.d own_policy=''
  if [ ! -e "$policy" ]; then
    own_policy=yes
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
  (apt_get install "$@") || { [ -z "$own_policy" ] || rm -f "$policy"; exit 1; }
  [ -z "$own_policy" ] || rm -f "$policy"
}

# Only the binaries: no system cluster is created, and none that exists is started by the package's scripts.
install_postgres() {
  local package=$1 conf=/etc/postgresql-common/createcluster.conf
  installed postgresql-common || apt_get install postgresql-common
  if ! grep -Eq '^[[:space:]]*create_main_cluster[[:space:]]*=[[:space:]]*(false|off|no|0)' "$conf"; then
    say "setting create_main_cluster = false in $conf"
    sed -i '/^[[:space:]]*create_main_cluster/d' "$conf"
    printf '\n# PostgreSQL was installed for its binaries only.\ncreate_main_cluster = false\n' >>"$conf"
  fi
  # A newer Debian has a newer PostgreSQL, whose versionless package names it.
  apt-cache show "$package" >/dev/null 2>&1 || package=postgresql
  install_without_services "$package"
  [ -n "$(postgres_bin)" ] || fail "$package is installed but /usr/lib/postgresql has no server binaries"
}
