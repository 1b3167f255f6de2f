#!/usr/bin/env bash
# Asks the gateway as a C++ integrator would: gSOAP from the live WSDL, CA verified. Reads one JSON object from standard input (wsdl, ca,
# work, soap, auth, userName, password, numbers) and prints one: answers with the raw envelope, or the fault. Generates and compiles
# once for each work directory.
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
task=$(cat)
field() { jq -er "$1" <<<"$task"; }

work=$(field .work)/gsoap
if [ ! -x "$work/query" ]; then
  mkdir -p "$work"
  (cd "$work" && bash "$here/build.sh" "$(field .wsdl)" "$(field .ca)") >"$work/build.log" 2>&1 || { tail -n 40 "$work/build.log" >&2; exit 1; }
fi

field '(.wsdl | sub("[?].*"; "")), .ca, .soap, .auth, .userName, .password, .numbers[]' | "$work/query"
