# shellcheck shell=bash
# ./kps fuzz: the hostile-input suite, longer, from a seed of its own. What breaks a promise is kept in .kps/fuzz with its seed.

run_fuzz() {
  local count=100000 seed=''
  while [ $# -gt 0 ]; do
    case $1 in
      --count) count=$(fuzz_number "$1" "${2:-}") ;;
      --seed) seed=$(fuzz_number "$1" "${2:-}") ;;
      *) fail "fuzz does not know '$1'; ./kps --help" ;;
    esac
    shift 2
  done
  seed=${seed:-$((RANDOM * 32768 + RANDOM + 1))}

  need_dotnet
  dotnet build tests/Kps.Fuzz.Tests -c Release --nologo -v quiet -clp:NoSummary </dev/null || fail "the fuzz suite does not build"
  mkdir -p .kps/fuzz
  rm -f .kps/fuzz/ThisRunsSeed_BreaksNoPromise.txt
  say "$count inputs, seed $seed"
  local status=0
  KPS_FUZZ_COUNT=$count KPS_FUZZ_SEED=$seed dotnet test tests/Kps.Fuzz.Tests/bin/Release/net10.0/Kps.Fuzz.Tests.dll --nologo \
    --filter 'Name=ThisRunsSeed_BreaksNoPromise' </dev/null || status=$?
  [ ! -f .kps/fuzz/ThisRunsSeed_BreaksNoPromise.txt ] || cat .kps/fuzz/ThisRunsSeed_BreaksNoPromise.txt
  [ "$status" -eq 0 ] || fail "a promise was broken; the inputs are in .kps/fuzz, play them again with ./kps fuzz --count $count --seed $seed"
}

fuzz_number() {
  [[ $2 =~ ^[1-9][0-9]{0,8}$ ]] || fail "$1 must be a number from 1 to 999999999"
  printf '%s' "$2"
}
