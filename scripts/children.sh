# shellcheck shell=bash
# The processes of a running house: started apart from the terminal, so that Ctrl-C reaches only this script, which stops them in order.
# They end by themselves if this script is killed (pdeathsig). Needs state.sh.

declare -A CHILDREN=() # name -> process id

# start_child NAME COMMAND… runs it as the state's user with nothing of our environment but what it needs; output to log/NAME.log.
start_child() {
  local name=$1 log="$STATE/log/$1.log" privileges=() death=TERM
  shift
  [ ! -f "$log" ] || mv "$log" "$log.1"
  : >"$log"
  own "$log"
  [ "$name" != postgresql ] || death=INT
  ! is_root || privileges=(--reuid="$SERVICE_USER" --regid="$SERVICE_USER" --clear-groups --inh-caps=-all)
  (
    cd "$STATE" || exit
    exec setsid setpriv "${privileges[@]}" --pdeathsig "$death" -- \
      env -i PATH="$PATH" HOME="$STATE/home" LANG=C.UTF-8 DOTNET_ROOT="${RUN_DOTNET:-}" DOTNET_ENVIRONMENT=Development DOTNET_NOLOGO=1 "$@"
  ) </dev/null >>"$log" 2>&1 9>&- &
  CHILDREN[$name]=$!
}

child_lives() { kill -0 "${CHILDREN[$1]}" 2>/dev/null; }

# stop_child NAME SIGNAL SECONDS: asks, waits, then ends it.
stop_child() {
  local pid=${CHILDREN[$1]:-} waited
  [ -n "$pid" ] || return 0
  unset "CHILDREN[$1]"
  kill -0 "$pid" 2>/dev/null || return 0
  [ "$1" = day ] || say "stopping $1"
  kill "-$2" "$pid" 2>/dev/null || true
  for ((waited = 0; waited < $3 * 10; waited++)); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.1
  done
  warn "$1 did not stop within $3 s and is ended"
  kill -KILL "$pid" 2>/dev/null || true
}

# The caller before the called; PostgreSQL by its fast shutdown.
stop_children() {
  stop_child day TERM 5
  stop_child gateway TERM 40
  stop_child simulator TERM 10
  stop_child postgresql INT 60
}

fail_with_log() {
  warn "$2; the end of $STATE/log/$1.log:"
  tail -n 25 "$STATE/log/$1.log" >&2 || true
  exit 1
}
