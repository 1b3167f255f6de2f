# shellcheck shell=bash
# The demonstration's own CA and the certificate of localhost. Needs state.sh. The CA can sign for this machine's loopback only,
# so that a browser that has been told to trust it can come to no harm.

readonly RENEW_BEFORE=$((30 * 24 * 3600)) # seconds

make_certificates() {
  local tls="$STATE/tls"
  if ! still_good "$tls/ca.pem"; then
    say "making a demonstration CA"
    openssl_quietly req -x509 -newkey rsa:2048 -nodes -sha256 -days 1825 -subj "/O=KpsGateway/CN=KpsGateway demonstration CA" \
      -addext 'basicConstraints=critical,CA:TRUE,pathlen:0' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
      -addext 'nameConstraints=critical,permitted;DNS:localhost,permitted;IP:127.0.0.1/255.255.255.255,permitted;IP:0:0:0:0:0:0:0:1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff' \
      -keyout "$tls/ca.key" -out "$tls/ca.pem"
    rm -f "$tls/server.pem"
  fi
  if ! still_good "$tls/server.pem" || ! openssl verify -CAfile "$tls/ca.pem" "$tls/server.pem" >/dev/null 2>&1; then
    openssl_quietly req -newkey rsa:2048 -nodes -sha256 -subj '/CN=localhost' -keyout "$tls/server.key" -out "$tls/server.csr"
    printf '%s\n' 'basicConstraints=critical,CA:FALSE' 'keyUsage=critical,digitalSignature,keyEncipherment' 'extendedKeyUsage=serverAuth' \
      'subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1' 'subjectKeyIdentifier=hash' 'authorityKeyIdentifier=keyid' >"$tls/server.ext"
    openssl_quietly x509 -req -sha256 -days 365 -in "$tls/server.csr" -CA "$tls/ca.pem" -CAkey "$tls/ca.key" -set_serial "0x$(openssl rand -hex 16)" \
      -extfile "$tls/server.ext" -out "$tls/server.pem"
    rm -f "$tls/server.csr" "$tls/server.ext"
  fi
  own -R "$tls"
  install -m 0644 "$tls/ca.pem" "$DEMO/ca.pem"
}

still_good() { [ -s "$1" ] && openssl x509 -in "$1" -noout -checkend "$RENEW_BEFORE" >/dev/null; }

openssl_quietly() {
  openssl "$@" 2>"$STATE/log/openssl.log" || fail_with_log openssl "openssl $1 failed"
}
