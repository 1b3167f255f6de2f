# shellcheck shell=bash
# What the programs of a running house are told. Passwords are never in these files, only the names of the files that hold them.

make_secrets() {
  [ -s "$STATE/secret/nvi.password" ] || write_secret "$STATE/secret/nvi.password" "$(random_password)"
  if [ ! -s "$STATE/secret/audit-master.key" ]; then
    # 32 raw bytes. Without them the log's bodies cannot be read again.
    (umask 077 && openssl rand -out "$STATE/secret/audit-master.key.new" 32)
    own "$STATE/secret/audit-master.key.new"
    mv "$STATE/secret/audit-master.key.new" "$STATE/secret/audit-master.key"
  fi
  if [ ! -s "$STATE/secret/audit-seal.pem" ]; then
    # Signs the log's checkpoints. Its public half is what auditors check with.
    (umask 077 && openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$STATE/secret/audit-seal.pem.new" 2>/dev/null) ||
      fail "the key that seals the log could not be made"
    own "$STATE/secret/audit-seal.pem.new"
    mv "$STATE/secret/audit-seal.pem.new" "$STATE/secret/audit-seal.pem"
  fi
}

# What seals the log; the same for the gateway and for a re-base.
sequencer_section() {
  printf '"Sequencer": { "ConnectionString": %s, "SigningKeyFile": %s, "Origin": "localhost/denetim", "PublishedFile": %s }' \
    "$(connection kps_sequencer)" "$(json "$STATE/secret/audit-seal.pem")" "$(json "$STATE/published/checkpoints")"
}

write_cli_configuration() {
  write_secret "$STATE/cli.json" "{
  \"Panel\": { \"ConnectionString\": $(connection kps_panel) },
  \"Registry\": { \"ConnectionString\": $(connection kps_gateway) },
  \"Migration\": { \"ConnectionString\": $(connection postgres) },
  \"Retention\": { \"ConnectionString\": $(connection kps_retention) },
  \"Audit\": { \"MasterKeyFile\": $(json "$STATE/secret/audit-master.key") },
  $(sequencer_section),
  \"Demo\": { \"File\": $(json "$STATE/demo.json"), \"CaFile\": $(json "$STATE/tls/ca.pem") }
}"
}

write_gateway_configuration() {
  write_secret "$STATE/gateway.json" "{
  \"Gateway\": { \"AllowedHosts\": [ \"localhost\", \"127.0.0.1\", \"[::1]\" ] },
  \"Registry\": { \"ConnectionString\": $(connection kps_gateway) },
  \"Audit\": {
    \"ConnectionString\": $(connection kps_gateway),
    \"MasterKeyFile\": $(json "$STATE/secret/audit-master.key"),
    \"NodeName\": \"demo\"
  },
  $(sequencer_section),
  \"Mernis\": {
    \"StsUrl\": $(json "$NVI_STS"),
    \"RouterUrl\": $(json "$NVI_ROUTER"),
    \"UserName\": \"KRM-SIMULATOR\",
    \"PasswordFile\": $(json "$STATE/secret/nvi.password"),
    \"TrustedCaFile\": $(json "$STATE/tls/ca.pem")
  },
  \"Kestrel\": {
    \"Endpoints\": {
      \"Https\": {
        \"Url\": \"https://localhost:$HTTPS_PORT\",
        \"Certificate\": { \"Path\": $(json "$STATE/tls/server.pem"), \"KeyPath\": $(json "$STATE/tls/server.key") }
      },
      \"Http\": { \"Url\": \"http://localhost:$HTTP_PORT\" }
    }
  }
}"
}
