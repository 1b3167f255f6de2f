# shellcheck shell=bash
# ./kps audit-verify: builds the verifier and hands over to it, where the caller stands and as who he is.

run_verify() {
  local output="$KPS_ROOT/tools/Kps.AuditVerify/bin/Release/net10.0/Kps.AuditVerify.dll"
  need_dotnet
  dotnet build tools/Kps.AuditVerify -c Release --nologo -v quiet -clp:NoSummary </dev/null >&2 || exit 2
  cd "$OLDPWD" || exit 2
  exec dotnet "$output" "$@"
}
