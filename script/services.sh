# Sourced by script/test: finds PostgreSQL and Redis for a test run, or starts private ones in $folder.
# find_postgresql and find_redis set DATABASE_URL and REDIS_URL, or fail after saying why. stop_services undoes what they did.

private=() # process ids that this run started

# Prints the host part of an address that lets us make databases.
postgresql_answers() {
  "$python" - "$1" <<'PY' 2>/dev/null
import sys
import psycopg
with psycopg.connect(sys.argv[1], connect_timeout=3) as connection:
    allowed = connection.execute("select rolcreatedb or rolsuper from pg_roles where rolname = current_user").fetchone()[0]
sys.exit(not allowed)
PY
}

postgresql_programs() { ls -d /usr/lib/postgresql/*/bin /usr/local/opt/postgresql*/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null | sort -V | tail -n 1 || true; }

answering_postgresql() {
  local candidate
  for candidate; do
    if postgresql_answers "$candidate/postgres"; then
      postgresql=$candidate
      return 0
    fi
  done
  return 1
}

# initdb refuses root: a root run borrows the account that Debian's package made.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

# A private server forgets everything at the end, so it need not wait for the disk; with durable=yes it does, as in production.
# It takes no statistics in passing either: taken while another test's rows were being rolled back, they call a table empty
# that the next test fills, and one plan in thousands of tests then outlives statement_timeout.
start_postgresql() {
  local programs data=$folder/postgresql careless="-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off"
  if [ "${durable:-}" = yes ]; then careless=; fi
  programs=$(postgresql_programs)
  if [ -z "$programs" ]; then return 1; fi
  mkdir -p "$data" && chmod 755 "$folder"
  if [ "$(id -u)" = 0 ]; then chown postgres "$data" || return 1; fi
  as_postgres "$programs/initdb" --pgdata "$data/data" --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync >"$folder/postgresql.log" 2>&1 &&
    as_postgres "$programs/pg_ctl" --pgdata "$data/data" --log "$data/log" --wait --silent \
      --options "-c listen_addresses= -c unix_socket_directories=$data -c max_connections=200 -c shared_buffers=256MB $careless" start >>"$folder/postgresql.log" 2>&1 || {
    cat "$folder/postgresql.log" >&2
    return 1
  }
  private+=("$(head -n 1 "$data/data/postmaster.pid")")
  postgresql=postgresql://postgres@${data//\//%2F}
}

# The first of these that answers: the server that was named, one of our own (quicker, and nobody else's), one that runs already.
find_postgresql() {
  postgresql=
  answering_postgresql ${TANDEM_TEST_POSTGRESQL:-} || { [ -n "$(postgresql_programs)" ] && start_postgresql; } ||
    answering_postgresql postgresql://postgres@127.0.0.1:5432 "postgresql://$(id -un)@%2Fvar%2Frun%2Fpostgresql" ||
    { apt_install "Tests on PostgreSQL need its server" postgresql && start_postgresql; } || {
    warn "PostgreSQL could not be started."
    return 1
  }
  export DATABASE_URL=$postgresql/tandem_$$ # Django makes test_tandem_$$_gw0 and so on
}

redis_answers() { "$python" -c 'import redis, sys; redis.Redis.from_url(sys.argv[1], socket_timeout=2).ping()' "$1" 2>/dev/null; }

# A server of our own, because two test runs and a running Tandem must not read one another's queue.
start_redis() {
  local port
  port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  redis-server --bind 127.0.0.1 --port "$port" --databases 64 --save '' --appendonly no --dir "$folder" >"$folder/redis.log" 2>&1 &
  private+=($!)
  for _ in $(seq 50); do
    if redis_answers "redis://127.0.0.1:$port/0"; then
      export REDIS_URL=redis://127.0.0.1:$port/0
      return 0
    fi
    sleep 0.1
  done
  cat "$folder/redis.log" >&2
  return 1
}

find_redis() {
  if [ -n "${TANDEM_TEST_REDIS_URL:-}" ] && redis_answers "$TANDEM_TEST_REDIS_URL"; then
    export REDIS_URL=$TANDEM_TEST_REDIS_URL
    return 0
  fi
  if command -v redis-server >/dev/null && start_redis; then return 0; fi
  if redis_answers redis://127.0.0.1:6379/9; then # not database 0, where a running Tandem keeps its queue
    export REDIS_URL=redis://127.0.0.1:6379/9
    return 0
  fi
  apt_install "Tests on Redis need its server" redis-server && start_redis
}

stop_services() {
  if [ -n "${DATABASE_URL:-}" ]; then
    "$python" - "$postgresql/postgres" "test_tandem_$$" <<'PY' 2>/dev/null || true
import sys
import psycopg
with psycopg.connect(sys.argv[1], autocommit=True) as connection:
    for (name,) in connection.execute("select datname from pg_database where starts_with(datname, %s)", [sys.argv[2]]).fetchall():
        connection.execute(f'drop database "{name}" with (force)')
PY
  fi
  if [ ${#private[@]} -gt 0 ]; then
    kill "${private[@]}" 2>/dev/null || true
    for _ in $(seq 50); do
      kill -0 "${private[@]}" 2>/dev/null || break
      sleep 0.1
    done
  fi
}
