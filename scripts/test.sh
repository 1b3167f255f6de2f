# shellcheck shell=bash
# ./kps test: one build, every suite, one last line. Whatever does not end in a counted result is a failure.

readonly SUITE_LIMIT=900 # seconds; a suite that hangs is stopped and counts as crashed

run_tests() {
  need_packages postgresql php-cli php-soap python3-zeep curl jq openssl procps gsoap libgsoap-dev libssl-dev g++ libxml2-utils
  need_programs 'nodejs npm' node npm
  need_programs default-jdk-headless java javac
  need_dotnet

  KPS_TEST_DIR=$(mktemp -d /var/tmp/kps-test-XXXXXX)
  export KPS_TEST_DIR
  chmod 711 "$KPS_TEST_DIR" # the tests' PostgreSQL runs as another user and must be able to pass
  trap sweep_tests EXIT
  trap 'exit 130' INT TERM HUP

  say "building (Release, warnings are errors)"
  # A build server must not resolve other packages than were committed.
  dotnet build KpsGateway.sln -c Release -warnaserror --nologo -v quiet -clp:NoSummary ${CI:+-p:RestoreLockedMode=true} </dev/null || finish_tests 0 0 0 "the build"

  install_node_toolkit || finish_tests 0 0 0 "npm ci"

  local passed=0 failed=0 skipped=0 broken=() project suite counts suite_passed suite_failed suite_skipped
  for project in tests/*/*.Tests.csproj; do
    suite=$(basename "$project" .csproj)
    run_suite "$suite" "$@" || true
    counts=$(suite_counts "$suite") || counts='0 0 0'
    read -r suite_passed suite_failed suite_skipped <<<"$counts"
    passed=$((passed + suite_passed)) failed=$((failed + suite_failed)) skipped=$((skipped + suite_skipped))
    if [ "$SUITE_EXIT" -ne 0 ] && [ "$suite_failed" -eq 0 ]; then
      broken+=("$suite (exit $SUITE_EXIT)")
    elif [ "$counts" = '0 0 0' ] && [ $# -eq 0 ] && has_tests "$suite"; then
      broken+=("$suite (has tests, ran none)")
    fi
  done
  finish_tests "$passed" "$failed" "$skipped" "${broken[@]}"
}

# Node's SOAP client as its lock file pins it, beside the suite that runs it. The packages' own scripts are not run.
install_node_toolkit() {
  local directory=tests/Kps.EndToEnd.Tests/bin/Release/net10.0/Toolkits/node
  [ "$directory/package-lock.json" -nt "$directory/node_modules/.package-lock.json" ] || return 0
  say "installing Node's soap"
  (cd "$directory" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >&2)
}

has_tests() { grep -rqsE '\[(Test|TestCase|TestCaseSource|Theory)[](,]' --include='*.cs' "tests/$1"; }

# Leaves the exit code in SUITE_EXIT.
run_suite() {
  local suite=$1
  shift
  SUITE_EXIT=0
  timeout --foreground -k 30 "$SUITE_LIMIT" dotnet test "tests/$suite/bin/Release/net10.0/$suite.dll" --nologo \
    --logger "trx;LogFileName=$suite.trx" --results-directory "$KPS_TEST_DIR/results" "$@" </dev/null || SUITE_EXIT=$?
}

# Prints "passed failed skipped" of a suite's result file; fails where there is none or it is not whole.
suite_counts() {
  local file="$KPS_TEST_DIR/results/$1.trx" counters total passed failed executed
  [ -s "$file" ] && grep -q '</TestRun>' "$file" || return 1
  counters=$(grep -o '<Counters [^>]*>' "$file" | tail -n 1)
  total=$(counter total) executed=$(counter executed) passed=$(counter passed)
  [ -n "$total" ] && [ -n "$executed" ] && [ -n "$passed" ] || return 1
  failed=$((executed - passed)) # whatever ran and did not pass: failed, error, timeout, aborted, inconclusive
  printf '%d %d %d\n' "$passed" "$failed" $((total - executed))
}

counter() { sed -nE "s/.*[[:space:]]$1=\"([0-9]+)\".*/\1/p" <<<"$counters"; }

# finish_tests PASSED FAILED SKIPPED [WHAT BROKE]… says it in one last line and ends.
finish_tests() {
  local passed=$1 failed=$2 skipped=$3 what
  shift 3
  for what in "$@"; do
    warn "did not finish: $what"
    failed=$((failed + 1))
  done
  [ $((passed + failed)) -gt 0 ] || warn "no test ran"
  sweep_tests
  trap - EXIT
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] || exit 1
  exit 0
}

# Ends the PostgreSQL servers a killed test process has left behind, and their data and volumes.
sweep_tests() {
  local pid_file pid volume
  [ -n "${KPS_TEST_DIR:-}" ] && [ -d "$KPS_TEST_DIR" ] || return 0
  for pid_file in "$KPS_TEST_DIR"/*/data/postmaster.pid "$KPS_TEST_DIR"/kps-volume-*/*/data/postmaster.pid; do
    [ -f "$pid_file" ] || continue
    pid=$(head -n 1 "$pid_file")
    if grep -qsaF "$KPS_TEST_DIR" "/proc/$pid/cmdline"; then
      kill -QUIT "$pid" 2>/dev/null || true
      timeout 20 tail --pid="$pid" -f /dev/null || kill -KILL "$pid" 2>/dev/null || true
    fi
  done
  for volume in "$KPS_TEST_DIR"/kps-volume-*; do
    ! mountpoint -q "$volume" || umount -l "$volume"
  done
  rm -rf "$KPS_TEST_DIR"
}
