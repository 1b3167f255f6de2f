#!/usr/bin/env bash
# build.sh CA WSDL…: fetches the WSDLs, generates one client from them and compiles it, all in the current directory. gSOAP's own wsdl2h cannot be
# given a CA, so curl fetches.
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
gsoap=/usr/share/gsoap
ca=$1
shift
number=0
for wsdl in "$@"; do
  number=$((number + 1))
  curl -sS --fail --noproxy '*' --cacert "$ca" -o "$number.wsdl" "$wsdl"
done

wsdl2h -s -t "$here/typemap.dat" -o kps.h ./*.wsdl
echo '#import "wsse.h"' >>kps.h
soapcpp2 -j -C -x -I"$gsoap/import" kps.h

# The serializers of both services are most of the work: everything else is compiled beside them.
compile() { g++ -O0 -I. -I"$gsoap/plugin" -I"$gsoap" -c "$@"; }
compile soapC.cpp &
serializers=$!
compile "$here/query.cpp" soapWSHttpBinding_USCOREIKps*Proxy.cpp
compile -x c++ "$gsoap/plugin/wsseapi-lite.c" "$gsoap/custom/struct_timeval.c"
wait "$serializers"
g++ -o query.new ./*.o -lgsoapssl++ -lssl -lcrypto
mv query.new query
