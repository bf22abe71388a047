#!/bin/bash
# postgres.sh PORT: this machine's PostgreSQL on an empty cluster of its own, as durable as in production.
set -euo pipefail
exec 2>&1

bin=$(find /usr/lib/postgresql/*/bin -maxdepth 0 2> /dev/null | sort -V | tail -n 1)
bin=${bin:-$(dirname "$(command -v initdb || { echo 'PostgreSQL is not installed: apt-get install postgresql' >&2; exit 1; })")}

folder=$(mktemp -d -t approval-postgres.XXXXXX)
as=()
# PostgreSQL refuses to run as root.
if [ "$EUID" = 0 ]; then
    chown postgres: "$folder"
    as=(setpriv --reuid=postgres --regid=postgres --init-groups)
fi

cd "$folder"
"${as[@]}" "$bin/initdb" --pgdata="$folder/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync > initdb.txt ||
    { cat initdb.txt; exit 1; }

exec "$OLDPWD/until-input-ends.sh" "$folder" "${as[@]}" "$bin/postgres" -D "$folder/data" -p "$1" \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on -c max_connections=400 -c lc_messages=C
