#!/usr/bin/env bash
# Asks the gateway as a C++ integrator would: gSOAP from the live WSDLs, CA verified. Reads one JSON object from each line of standard input (wsdl,
# ekWsdl, ca, work, door, soap, auth, userName, password, calls) and prints one line for it: answers with the raw envelope, or the fault. Generates and
# compiles before the first.
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
IFS= read -r first
field() { jq -er "$1" <<<"$first"; }

work=$(field .work)/gsoap
mkdir -p "$work"
kps=$(field '.ekWsdl | sub("KpsEkServisler"; "RoutingService")')
(cd "$work" && bash "$here/build.sh" "$(field .ca)" "$kps" "$(field .ekWsdl)") >"$work/build.log" 2>&1 || { tail -n 40 "$work/build.log" >&2; exit 1; }

{ printf '%s\n' "$first"; cat; } |
  jq -r --unbuffered '.door, .ca, .soap, .auth, .userName, .password, (.calls | length), (.calls[] | .operation, .xml)' |
  "$work/query"
