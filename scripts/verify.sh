# shellcheck shell=bash
# ./kps audit-verify: builds the verifier and hands over to it, where the caller stands and as who he is.

run_verify() {
  local output="$KPS_ROOT/tools/Kps.AuditVerify/bin/Release/net10.0/Kps.AuditVerify.dll" built
  need_dotnet
  if ! built=$(dotnet build tools/Kps.AuditVerify -c Release --nologo -v quiet -clp:NoSummary </dev/null 2>&1); then
    warn "$built"
    exit 2
  fi
  cd "$OLDPWD" || exit 2
  exec dotnet "$output" "$@"
}
