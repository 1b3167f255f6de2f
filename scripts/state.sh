# shellcheck shell=bash disable=SC2034
# Where the running house keeps its data, and as whom it runs. Sets STATE (directory), STATE_USER and DEMO (what the checkout shows).

readonly SERVICE_USER=kps
readonly DEMO="$KPS_ROOT/.kps"

HTTPS_PORT=${KPS_HTTPS_PORT:-8443}
HTTP_PORT=${KPS_HTTP_PORT:-8080}
PG_PORT=${KPS_PG_PORT:-54329}
NVI_PORT=${KPS_NVI_PORT:-8090}

# Nothing runs as root: root's processes run as a system user of their own, anybody else's as that person.
find_state() {
  if is_root; then
    STATE_USER=$SERVICE_USER
    if ! getent passwd "$SERVICE_USER" >/dev/null; then
      say "adding the system user $SERVICE_USER"
      useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$SERVICE_USER"
    fi
  else
    STATE_USER=$(id -un)
  fi

  STATE=$DEMO
  if ! as_state_user test -x "$KPS_ROOT"; then
    STATE=/var/tmp/kps-$(basename "$KPS_ROOT")-$(printf '%s' "$KPS_ROOT" | sha256sum | head -c 8)
  fi
}

# Runs a command as the state's user. `setpriv` replaces itself by the command, so its process id is the command's.
as_state_user() {
  if is_root; then
    setpriv --reuid="$SERVICE_USER" --regid="$SERVICE_USER" --clear-groups --inh-caps=-all -- "$@"
  else
    "$@"
  fi
}

# Directories only the state's user can enter. What an earlier run as somebody else left behind in the checkout is taken over by root only;
# under /var/tmp, where anybody may have put it, by nobody.
make_state() {
  local directory owner
  umask 077
  mkdir -p "$DEMO" "$STATE"
  [ "$(stat -c %F "$STATE")" = directory ] || fail "$STATE is not a directory of its own"
  owner=$(stat -c %U "$STATE")
  if is_root; then
    [ "$STATE" = "$DEMO" ] || [ "$owner" = root ] || [ "$owner" = "$SERVICE_USER" ] || fail "$STATE belongs to $owner; remove it"
  else
    [ -O "$STATE" ] || fail "$STATE belongs to $owner; run as that user or as root, or use another checkout"
  fi
  for directory in home log published run secret tls; do
    mkdir -p "$STATE/$directory"
  done
  own "$STATE"
  for directory in home log published run secret tls pg; do
    [ ! -d "$STATE/$directory" ] || [ "$(stat -c %U "$STATE/$directory")" = "$STATE_USER" ] || own -R "$STATE/$directory"
  done
  chmod 700 "$DEMO" "$STATE"
}

# Gives files to the state's user.
own() { ! is_root || chown --no-dereference "$SERVICE_USER:$SERVICE_USER" "$@"; }

# Holds the lock as long as this script lives; children must not inherit it (they get 9>&-).
take_lock() {
  exec 9>"$STATE/run/lock"
  flock --nonblock 9 || fail "already running: $KPS_ROOT (data in $STATE)"
}

is_running() { [ -e "$STATE/run/lock" ] && ! flock --nonblock "$STATE/run/lock" true; }

# need_ports VARIABLE PORT [VARIABLE PORT]… fails on the first port that is none, is named twice or has a listener.
need_ports() {
  local seen=' '
  while [ $# -gt 0 ]; do
    [[ $2 =~ ^[1-9][0-9]{0,4}$ && $2 -le 65535 ]] || fail "$1 must be a port number, not '$2'"
    [[ $seen != *" $2 "* ]] || fail "$1: port $2 is wanted twice; choose another"
    seen+="$2 "
    ! port_taken "$2" || fail "$1: port $2 is taken by another program; choose another, for example: ${1%% *}=$(($2 % 50000 + 1000)) ./kps run"
    shift 2
  done
}

# Whether anybody listens on a TCP port of this machine; from the kernel's own table, so that no tool is needed.
port_taken() {
  local hex
  hex=$(printf '%04X' "$1")
  grep -Eqs "^ *[0-9]+: [0-9A-F]+:$hex [0-9A-F]+:0000 0A " /proc/net/tcp /proc/net/tcp6
}

# A text as a JSON string.
json() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}
