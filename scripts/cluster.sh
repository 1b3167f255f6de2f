# shellcheck shell=bash
# The private PostgreSQL cluster: made once in $STATE/pg, reached on loopback only, with no socket file. Needs state.sh.

readonly DATABASE=kps
readonly ROLES=(kps_gateway kps_panel kps_sequencer kps_retention)

random_password() { openssl rand -hex 24; }

# The binaries that fit the data: those that made it, else the newest.
cluster_bin() {
  local version bin
  if [ -f "$STATE/pg/PG_VERSION" ]; then
    version=$(cat "$STATE/pg/PG_VERSION")
    bin=/usr/lib/postgresql/$version/bin
    [ -x "$bin/postgres" ] || fail "the data in $STATE/pg needs PostgreSQL $version; install postgresql-$version"
  else
    bin=$(postgres_bin)
  fi
  printf '%s' "$bin"
}

make_cluster() {
  local role
  for role in postgres "${ROLES[@]}"; do
    # Any port: it may differ from run to run.
    [ -s "$STATE/secret/$role.pgpass" ] || write_secret "$STATE/secret/$role.pgpass" "127.0.0.1:*:*:$role:$(random_password)"
  done
  [ ! -d "$STATE/pg" ] || return 0

  say "making a private PostgreSQL cluster in $STATE/pg"
  rm -rf "$STATE/pg.new"
  write_secret "$STATE/secret/initdb" "$(password_of postgres)"
  as_state_user "$PG_BIN/initdb" -D "$STATE/pg.new" -U postgres --data-checksums -E UTF8 --locale=C.UTF-8 --auth=scram-sha-256 \
    --pwfile="$STATE/secret/initdb" >"$STATE/log/initdb.log" 2>&1 || fail_with_log initdb "initdb failed"
  rm -f "$STATE/secret/initdb"
  cat >>"$STATE/pg.new/postgresql.conf" <<'CONF'

# The house's own: loopback only, no socket file, logs to standard error.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
max_connections = 100
timezone = 'UTC'
log_timezone = 'UTC'
CONF
  # Whole or not at all: an interrupted initdb is not taken for a cluster.
  mv "$STATE/pg.new" "$STATE/pg"
}

password_of() { cut -d: -f5 "$STATE/secret/$1.pgpass"; }

# write_secret FILE TEXT: mode 0600 by the umask, owned by the state's user, there whole or not at all.
write_secret() {
  (umask 077 && printf '%s\n' "$2" >"$1.new")
  own "$1.new"
  mv "$1.new" "$1"
}

start_cluster() {
  start_child postgresql "$PG_BIN/postgres" -D "$STATE/pg" -p "$PG_PORT"
  local attempt
  for ((attempt = 0; attempt < 300; attempt++)); do
    ! "$PG_BIN/pg_isready" -q -h 127.0.0.1 -p "$PG_PORT" || return 0
    child_lives postgresql || fail_with_log postgresql "PostgreSQL did not start"
    sleep 0.2
  done
  fail_with_log postgresql "PostgreSQL was not ready within 60 s"
}

# psql as the superuser, statements from standard input so that no password stands on a command line.
super_psql() {
  as_state_user env PGPASSFILE="$STATE/secret/postgres.pgpass" "$PG_BIN/psql" -XAtq -v ON_ERROR_STOP=1 \
    -h 127.0.0.1 -p "$PG_PORT" -U postgres -d postgres
}

make_database() {
  [ "$(super_psql <<<"SELECT count(*) FROM pg_database WHERE datname = '$DATABASE'")" = 1 ] || super_psql <<<"CREATE DATABASE $DATABASE"
}

# After the migration, which makes the roles. The files are what holds: a role always gets the password of its file.
set_role_passwords() {
  local role
  {
    echo "SET log_statement = 'none'; SET log_min_error_statement = 'panic';"
    for role in "${ROLES[@]}"; do
      printf "ALTER ROLE %s PASSWORD '%s';\n" "$role" "$(password_of "$role")"
    done
  } | super_psql
}

# The connection string of a role, as JSON.
connection() { json "Host=127.0.0.1;Port=$PG_PORT;Database=$DATABASE;Username=$1;Passfile=$STATE/secret/$1.pgpass"; }
