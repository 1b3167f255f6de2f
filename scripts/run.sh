# shellcheck shell=bash
# ./kps run: everything a newcomer needs on one machine, in the foreground until Ctrl-C.

. "$KPS_ROOT/scripts/state.sh"
. "$KPS_ROOT/scripts/children.sh"
. "$KPS_ROOT/scripts/cluster.sh"
. "$KPS_ROOT/scripts/certificates.sh"
. "$KPS_ROOT/scripts/configuration.sh"

readonly READY_WITHIN=60 # seconds

run() {
  local demo=yes config='' test_mode=''
  while [ $# -gt 0 ]; do
    case $1 in
      --no-demo) demo='' ;;
      --test-mode) test_mode=yes ;;
      --config)
        [ -n "${2:-}" ] || fail "--config needs a file"
        config=$(readlink -m "$2")
        shift
        ;;
      *) fail "run does not know '$1'; ./kps --help" ;;
    esac
    shift
  done
  if [ -n "$demo" ]; then
    [ -z "$config" ] || fail "--config goes with --no-demo; the demonstration writes its own configuration"
    run_demo "$test_mode"
  else
    [ -n "$config" ] || fail "--no-demo needs --config FILE"
    [ -z "$test_mode" ] || fail "--test-mode is for the demonstration; FILE says Gateway:TestMode itself"
    run_gateway_only "$config"
  fi
}

# run_demo TEST_MODE: not empty for a gateway in TEST mode.
run_demo() {
  local test_mode=$1
  need_packages postgresql openssl
  need_dotnet
  find_state
  make_state
  take_lock
  need_ports KPS_HTTPS_PORT "$HTTPS_PORT" KPS_HTTP_PORT "$HTTP_PORT" KPS_PG_PORT "$PG_PORT" KPS_NVI_PORT "$NVI_PORT" \
    'KPS_NVI_PORT + 1' "$((NVI_PORT + 1))" 'KPS_NVI_PORT + 2' "$((NVI_PORT + 2))"
  trap stop_children EXIT
  trap 'trap "" INT TERM HUP; echo; stop_children; say "stopped"; exit 0' INT TERM HUP
  publish src/Kps.Gateway gateway
  publish testassets/Nvi.Simulator.Host simulator
  publish tools/Kps.Cli cli
  find_runtime
  cd "$STATE" # from here on also what the state's user runs knows where it is

  PG_BIN=$(cluster_bin)
  make_cluster
  make_certificates
  make_secrets
  start_cluster
  make_database
  write_cli_configuration
  cli migrate >"$STATE/log/migrate.log" 2>&1 || fail_with_log migrate "the migration failed"
  set_role_passwords
  cli partitions >"$STATE/log/partitions.log" 2>&1 || fail_with_log partitions "the log's partitions could not be made"
  start_simulator --CertificateFile "$STATE/tls/server.pem" --KeyFile "$STATE/tls/server.key"
  prepare_demo "$DEMO/ca.pem"
  [ "$STATE" = "$DEMO" ] || install -m 0600 "$STATE/demo.json" "$DEMO/demo.json"
  write_gateway_configuration
  start_child gateway "$RUN_DOTNET/dotnet" "$STATE/bin/gateway/Kps.Gateway.dll" --config "$STATE/gateway.json" \
    ${test_mode:+--Gateway:TestMode=true}
  wait_until_ready
  start_child day sleep 86400
  welcome "$test_mode"
  watch
}

# publish PROJECT NAME: builds into $STATE/bin/NAME, owned by who builds, so that the running programs cannot change themselves.
publish() {
  say "building $(basename "$1")"
  ! is_root || [ ! -d "$STATE/bin" ] || chown -R root:root "$STATE/bin"
  (umask 022 && dotnet publish "$1" -c Release -o "$STATE/bin/$2" --nologo -v quiet -clp:NoSummary </dev/null >"$STATE/log/build.log" 2>&1 9>&-) ||
    fail_with_log build "building $1 failed"
  chmod 755 "$STATE/bin"
}

# Sets RUN_DOTNET to a .NET the state's user can reach: the one we built with, or a copy of its runtimes.
find_runtime() {
  local directory version
  RUN_DOTNET=$(dirname "$(readlink -f "$(command -v dotnet)")")
  ! as_state_user test -x "$RUN_DOTNET/dotnet" || return 0
  version=$(dotnet --list-runtimes | sed -n 's/^Microsoft.AspNetCore.App \(10\.[^ ]*\) .*/\1/p' | sort -V | tail -n 1)
  if [ ! -d "$STATE/dotnet-$version" ]; then
    say "$STATE_USER cannot reach $RUN_DOTNET; copying the runtime $version"
    (
      umask 022
      rm -rf "$STATE/dotnet.new"
      for directory in "shared/Microsoft.NETCore.App/$version" "shared/Microsoft.AspNetCore.App/$version" host; do
        mkdir -p "$STATE/dotnet.new/$(dirname "$directory")"
        cp -r "$RUN_DOTNET/$directory" "$STATE/dotnet.new/$directory"
      done
      cp "$RUN_DOTNET/dotnet" "$STATE/dotnet.new/"
      chmod -R go+rX "$STATE/dotnet.new"
      mv "$STATE/dotnet.new" "$STATE/dotnet-$version"
    )
  fi
  RUN_DOTNET=$STATE/dotnet-$version
}

# What the state's user runs of our own tools, with the demonstration's settings.
cli() {
  as_state_user env HOME="$STATE/home" DOTNET_ROOT="$RUN_DOTNET" "$RUN_DOTNET/dotnet" "$STATE/bin/cli/Kps.Cli.dll" "$@" --config "$STATE/cli.json" 9>&-
}

# start_simulator [SETTING…]
start_simulator() {
  local attempt
  start_child simulator "$RUN_DOTNET/dotnet" "$STATE/bin/simulator/Nvi.Simulator.Host.dll" --Port "$NVI_PORT" \
    --PasswordFile "$STATE/secret/nvi.password" "$@"
  for ((attempt = 0; attempt < 300; attempt++)); do
    NVI_STS=$(sed -n 's/^sts  *//p' "$STATE/log/simulator.log")
    NVI_ROUTER=$(sed -n 's/^router  *//p' "$STATE/log/simulator.log")
    if [ -n "$NVI_STS" ] && [ -n "$NVI_ROUTER" ]; then
      return 0
    fi
    child_lives simulator || fail_with_log simulator "the NVİ simulator did not start"
    sleep 0.2
  done
  fail_with_log simulator "the NVİ simulator was not ready within 60 s"
}

# prepare_demo CA: institution, user, addresses and rights; what a client must know goes into $STATE/demo.json.
prepare_demo() {
  as_state_user env HOME="$STATE/home" DOTNET_ROOT="$RUN_DOTNET" "$RUN_DOTNET/dotnet" "$STATE/bin/simulator/Nvi.Simulator.Host.dll" --samples \
    >"$STATE/run/samples.json" 9>&- || fail "the simulator did not name its sample people"
  own "$STATE/run/samples.json"
  cli prepare-demo --file "$STATE/demo.json" --ca "$1" --https-port "$HTTPS_PORT" --samples "$STATE/run/samples.json" ||
    fail "the demonstration could not be prepared"
}

wait_until_ready() {
  local attempt
  for ((attempt = 0; attempt < READY_WITHIN * 5; attempt++)); do
    child_lives gateway || fail_with_log gateway "the gateway did not start"
    ! http_ok /health/ready || return 0
    sleep 0.2
  done
  fail_with_log gateway "the gateway was not ready within $READY_WITHIN s"
}

http_ok() {
  local status
  exec 3<>"/dev/tcp/127.0.0.1/$HTTP_PORT" || return 1
  printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$1" "$HTTP_PORT" >&3
  IFS= read -r -t 5 status <&3 || status=''
  exec 3>&-
  [[ $status == 'HTTP/1.1 200'* ]]
} 2>/dev/null

# welcome TEST_MODE
welcome() {
  cat <<WELCOME

KpsGateway is ready${1:+, in TEST mode}.

  token door   https://localhost:$HTTPS_PORT/STS/STSService.svc
  query door   https://localhost:$HTTPS_PORT/Router/RoutingService.svc
  second door  https://localhost:$HTTPS_PORT/Router/KpsEkServisler.svc
  contract     https://localhost:$HTTPS_PORT/Router/RoutingService.svc?singleWsdl
  health       https://localhost:$HTTPS_PORT/health/ready
  plain HTTP   http://localhost:$HTTP_PORT (this machine only)
  for clients  $DEMO/demo.json (user, password, CA, sample numbers)

Try, in another terminal:  ./kps query $(sed -nE 's/.*"citizen": *"([0-9]+)".*/\1/p' "$STATE/demo.json")

Ctrl-C stops everything.
WELCOME
}

# Makes the log's coming partitions once a day. Any other child that ends, ends too early.
watch() {
  local name
  while true; do
    for name in "${!CHILDREN[@]}"; do
      child_lives "$name" && continue
      unset "CHILDREN[$name]"
      [ "$name" = day ] || fail_with_log "$name" "$name has ended"
      cli partitions >"$STATE/log/partitions.log" 2>&1 || warn "the log's partitions could not be made; see $STATE/log/partitions.log"
      start_child day sleep 86400
    done
    { wait -n "${CHILDREN[@]}" || true; } 2>/dev/null # bash would print the killed command
  done
}

# The gateway alone, on somebody's own configuration: the environment is passed on, for it is part of the configuration.
run_gateway_only() {
  local config=$1
  need_dotnet
  find_state
  make_state
  take_lock
  publish src/Kps.Gateway gateway
  find_runtime
  as_state_user test -r "$config" || fail "$STATE_USER cannot read $config"
  export HOME="$STATE/home" DOTNET_ROOT="$RUN_DOTNET"
  exec 9>&-
  if is_root; then
    exec setpriv --reuid="$SERVICE_USER" --regid="$SERVICE_USER" --clear-groups --inh-caps=-all -- \
      "$RUN_DOTNET/dotnet" "$STATE/bin/gateway/Kps.Gateway.dll" --config "$config"
  fi
  exec "$RUN_DOTNET/dotnet" "$STATE/bin/gateway/Kps.Gateway.dll" --config "$config"
}

# Any other command of ./kps: our tool, on the running demonstration.
pass_to_cli() {
  find_state
  local nothing="nothing to work on here yet; start it with: ./kps run"
  [ -d "$STATE" ] || fail "$nothing"
  [ "$(stat -c %U "$STATE")" = "$STATE_USER" ] || fail "what runs here belongs to $(stat -c %U "$STATE"); run this command as that user"
  as_state_user test -r "$STATE/cli.json" || fail "$nothing"
  need_dotnet
  find_runtime
  if ! is_running; then
    [[ "$1 ${2:-}" =~ ^audit\ (rebase|after-restore)$ ]] || fail "it does not run; start it in another terminal with: ./kps run"
    # For a house whose gateway refuses to start, or must not yet: the database alone.
    take_lock
    trap stop_children EXIT
    PG_BIN=$(cluster_bin)
    start_cluster
  fi
  as_state_user test -x . || cd "$STATE" || exit
  cli "$@"
}
