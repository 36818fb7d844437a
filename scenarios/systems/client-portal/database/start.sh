#!/bin/sh
# Starts a PostgreSQL of its own with the portal's orders, in the foreground; SIGTERM ends it at once and cleanly.
#   PORTAL_PASSWORD=... start.sh HOST PORT ORDERS FOLDER    where to listen, the SQL that makes the orders, and a folder
#                                                           that may be written
# Database and user are called 'portal'. Whatever lies in FOLDER/data is thrown away: every start begins alike.
set -eu
PATH=/usr/lib/postgresql/15/bin:$PATH   # where Debian puts the server

host=$1
port=$2
orders=$(realpath "$3")
data=$4/data
password=${PORTAL_PASSWORD:?no password for the user portal}
unset PORTAL_PASSWORD

rm -rf "$data"
mkdir -p "$4"
mkdir -m 700 "$data"

as_owner=
if [ "$(id -u)" -eq 0 ]; then
  # PostgreSQL refuses to run as root. Where the folder lies may be open to root alone, so its new owner reaches it
  # through the open descriptor, which needs no right to the folders above.
  chown postgres "$data"
  exec 9<"$data"
  data=/proc/self/fd/9
  cd /
  as_owner='setpriv --reuid postgres --regid postgres --init-groups'
fi

# Written without a server: a temporary one would say that it is ready before the orders are there.
write_to() { $as_owner postgres --single -F -j -D "$data" "$1" >/dev/null; }

$as_owner initdb --pgdata "$data" --username postgres --encoding UTF8 --locale C.UTF-8 --wal-segsize 1 \
  --auth reject --no-sync --no-instructions
echo 'host portal portal all scram-sha-256' >"$data/pg_hba.conf"
write_to postgres <<END
CREATE ROLE portal LOGIN PASSWORD '$(printf '%s' "$password" | sed "s/'/''/g")';

CREATE DATABASE portal;
END
write_to portal <"$orders"

# Nothing waits for the disk (fsync): these orders are made anew at every start, so nobody needs them after a power cut,
# and a rehearsal waits for every start. Shared memory in files (mmap) goes with the folder, whatever ends the server.
# It ends with this script, however that is ended.
$as_owner setpriv --pdeathsig INT postgres -D "$data" -h "$host" -p "$port" \
  -c unix_socket_directories= -c fsync=off -c full_page_writes=off -c synchronous_commit=off \
  -c shared_buffers=16MB -c max_connections=50 -c dynamic_shared_memory_type=mmap -c log_checkpoints=off &
server=$!
# SIGTERM would wait for the portal to close its connections; SIGINT does not.
trap 'kill -INT "$server" 2>/dev/null || true' TERM INT
ended=0
wait "$server" || ended=$?
# A signal ends the first 'wait' at once.
while kill -0 "$server" 2>/dev/null; do
  ended=0
  wait "$server" || ended=$?
done
exit "$ended"
