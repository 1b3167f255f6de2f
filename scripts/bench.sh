# shellcheck shell=bash disable=SC2034
# ./kps bench, ./kps bench-search and ./kps soak: a house of their own in /var/tmp, everything over loopback HTTP, as the unprivileged user, swept at the end.

. "$KPS_ROOT/scripts/run.sh"

readonly BENCH_PORT=${KPS_BENCH_PORT:-18700}

run_bench() {
  local rounds=3 seconds=10
  while [ $# -gt 0 ]; do
    case $1 in
      --rounds) rounds=$(number_of "$1" "${2:-}" 1 99) ;;
      --seconds) seconds=$(number_of "$1" "${2:-}" 1 240) ;;
      *) fail "bench does not know '$1'; ./kps --help" ;;
    esac
    shift 2
  done

  need_packages postgresql openssl wrk nginx-light
  open_bench_house
  publish bench/Kps.PlainProxy plain-proxy
  start_plain_proxy
  start_nginx
  write_secret "$STATE/bench.json" "{ $(measured),
  \"wrk\": $(json "$(command -v wrk)"), \"rounds\": $rounds, \"seconds\": $seconds,
  \"plainProxy\": $(target "$((BENCH_PORT + 5))" / plain-proxy),
  \"nginx\": $(target "$((BENCH_PORT + 6))" / nginx)
}"
  measure compare "$(date -u +%F).md"
}

run_soak() {
  local minutes=30 rate=200
  while [ $# -gt 0 ]; do
    case $1 in
      --minutes) minutes=$(number_of "$1" "${2:-}" 3 100000) ;;
      --rate) rate=$(number_of "$1" "${2:-}" 1 5000) ;;
      *) fail "soak does not know '$1'; ./kps --help" ;;
    esac
    shift 2
  done

  need_packages postgresql openssl
  open_bench_house
  write_secret "$STATE/bench.json" "{ $(measured), \"minutes\": $minutes, \"rate\": $rate }"
  measure soak "soak-$(date -u +%F).md"
}

run_search() {
  local calls=600000 months=4
  while [ $# -gt 0 ]; do
    case $1 in
      --calls) calls=$(number_of "$1" "${2:-}" 10000 999999) ;;
      --months) months=$(number_of "$1" "${2:-}" 1 96) ;;
      *) fail "bench-search does not know '$1'; ./kps --help" ;;
    esac
    shift 2
  done

  need_packages postgresql openssl
  open_bench_house
  write_secret "$STATE/bench.json" "{ \"result\": $(json "$STATE/run/result.md"), \"calls\": $calls, \"months\": $months,
  \"gateway\": $(connection kps_gateway), \"panel\": $(connection kps_panel), \"superuser\": $(connection postgres),
  \"masterKeyFile\": $(json "$STATE/secret/audit-master.key")
}"
  measure search "search-$(date -u +%F).md"
}

# number_of OPTION TEXT LEAST MOST prints the number or ends.
number_of() {
  [[ $2 =~ ^[1-9][0-9]{0,5}$ && $2 -ge $3 && $2 -le $4 ]] || fail "$1 must be a number from $3 to $4"
  printf '%s' "$2"
}

# PostgreSQL with its ordinary settings on an ordinary disk, the canned simulator, the gateway.
open_bench_house() {
  need_dotnet
  find_state
  STATE=$(mktemp -d /var/tmp/kps-bench-XXXXXX)
  trap close_bench_house EXIT
  trap 'exit 130' INT TERM HUP
  umask 077
  mkdir "$STATE"/{home,log,published,run,secret,tls}
  own -R "$STATE"
  [ "$(stat -f -c %T "$STATE")" != tmpfs ] || fail "/var/tmp is a tmpfs; the log must be written to a disk"

  HTTP_PORT=$BENCH_PORT PG_PORT=$((BENCH_PORT + 1)) NVI_PORT=$((BENCH_PORT + 2))
  need_ports KPS_BENCH_PORT "$HTTP_PORT" 'KPS_BENCH_PORT + 1' "$PG_PORT" 'KPS_BENCH_PORT + 2' "$NVI_PORT" 'KPS_BENCH_PORT + 3' "$((NVI_PORT + 1))" \
    'KPS_BENCH_PORT + 4' "$((NVI_PORT + 2))" 'KPS_BENCH_PORT + 5' "$((BENCH_PORT + 5))" 'KPS_BENCH_PORT + 6' "$((BENCH_PORT + 6))"
  publish src/Kps.Gateway gateway
  publish testassets/Nvi.Simulator.Host simulator
  publish tools/Kps.Cli cli
  publish bench/Kps.Bench bench
  find_runtime

  PG_BIN=$(postgres_bin)
  make_cluster
  make_secrets
  start_cluster
  make_database
  write_cli_configuration
  cli migrate >"$STATE/log/migrate.log" 2>&1 || fail_with_log migrate "the migration failed"
  set_role_passwords
  cli partitions >"$STATE/log/partitions.log" 2>&1 || fail_with_log partitions "the log's partitions could not be made"
  start_simulator --Canned true
  prepare_demo none
  write_bench_configuration
  start_child gateway "$RUN_DOTNET/dotnet" "$STATE/bin/gateway/Kps.Gateway.dll" --config "$STATE/gateway.json"
  wait_until_ready
}

close_bench_house() {
  stop_child nginx QUIT 5
  stop_child plain-proxy TERM 5
  stop_children
  [ -z "${STATE:-}" ] || rm -rf "$STATE"
}

# As the demonstration's, but plain HTTP on both sides, for TLS would be measured otherwise and is the same for every party; and the one
# institution stands for all, so it may hold all places.
write_bench_configuration() {
  write_secret "$STATE/gateway.json" "{
  \"Gateway\": { \"AllowedHosts\": [ \"127.0.0.1\", \"localhost\" ] },
  \"Admission\": { \"InstitutionSharePercent\": 100 },
  \"Registry\": { \"ConnectionString\": $(connection kps_gateway) },
  \"Audit\": {
    \"ConnectionString\": $(connection kps_gateway),
    \"MasterKeyFile\": $(json "$STATE/secret/audit-master.key"),
    \"NodeName\": \"bench\"
  },
  $(sequencer_section),
  \"Mernis\": {
    \"StsUrl\": $(json "$NVI_STS"),
    \"RouterUrl\": $(json "$NVI_ROUTER"),
    \"UserName\": \"KRM-SIMULATOR\",
    \"PasswordFile\": $(json "$STATE/secret/nvi.password"),
    \"AllowPlainHttp\": true
  },
  \"Kestrel\": { \"Endpoints\": { \"Http\": { \"Url\": \"http://127.0.0.1:$HTTP_PORT\" } } }
}"
}

# Completions inline, which suits a proxy that has nothing to wait for and not a gateway that does (its rate fell by a sixth): the yardstick at its best.
start_plain_proxy() {
  start_child plain-proxy env DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS=1 "$RUN_DOTNET/dotnet" "$STATE/bin/plain-proxy/Kps.PlainProxy.dll" "http://127.0.0.1:$((BENCH_PORT + 5))" "$NVI_ROUTER"
  wait_for_port plain-proxy "$((BENCH_PORT + 5))"
}

# The system's nginx program with a configuration and a prefix of ours; the system's service is not touched.
start_nginx() {
  mkdir "$STATE/nginx"
  write_secret "$STATE/nginx/nginx.conf" "worker_processes auto;
pid nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  client_body_buffer_size 64k;
  keepalive_requests 1000000000;
  upstream nvi { server 127.0.0.1:$((NVI_PORT + 1)); keepalive 64; keepalive_requests 1000000000; }
  server {
    listen 127.0.0.1:$((BENCH_PORT + 6));
    location / { proxy_pass http://nvi/Services/RoutingService.svc; proxy_http_version 1.1; proxy_set_header Connection \"\"; }
  }
}"
  own "$STATE/nginx"
  start_child nginx /usr/sbin/nginx -p "$STATE/nginx" -c nginx.conf -e stderr -g 'daemon off;'
  wait_for_port nginx "$((BENCH_PORT + 6))"
}

wait_for_port() {
  local attempt
  for ((attempt = 0; attempt < 150; attempt++)); do
    ! port_taken "$2" || return 0
    child_lives "$1" || fail_with_log "$1" "$1 did not start"
    sleep 0.2
  done
  fail_with_log "$1" "$1 was not ready within 30 s"
}

target() { printf '{ "url": "http://127.0.0.1:%s%s", "pid": %s }' "$1" "$2" "${CHILDREN[$3]}"; }

measured() {
  printf '"work": %s, "result": %s, "demo": %s, "gateway": %s, "simulatorControl": "http://127.0.0.1:%s/control/", "postgresqlPid": %s, "superuser": %s' \
    "$(json "$STATE/run")" "$(json "$STATE/run/result.md")" "$(json "$STATE/demo.json")" "$(target "$HTTP_PORT" /Router/RoutingService.svc gateway)" \
    "$((NVI_PORT + 2))" "${CHILDREN[postgresql]}" "$(connection postgres)"
}

# measure MODE FILE: what holds is kept in bench/results and shown when all has been swept, so that its last line is the last.
measure() {
  local code=0 held='' result="$KPS_ROOT/bench/results/$2"
  as_state_user env HOME="$STATE/home" DOTNET_ROOT="$RUN_DOTNET" "$RUN_DOTNET/dotnet" "$STATE/bin/bench/Kps.Bench.dll" "$1" "$STATE/bench.json" || code=$?
  if [ -f "$STATE/run/result.md" ]; then
    held=yes
    (umask 022 && mkdir -p "${result%/*}" && install -m 0644 "$STATE/run/result.md" "$result")
  fi
  trap - EXIT
  close_bench_house
  [ -z "$held" ] || { echo && cat "$result"; }
  exit "$code"
}
