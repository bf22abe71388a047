#!/bin/bash
# until-input-ends.sh FOLDER COMMAND…: runs a server until standard input ends, then removes its folder.
# A test process holds the other end of that input, so that its servers end with it however it ends.
set -uo pipefail

folder=$1
shift

# Ctrl+C reaches the whole group; the server is still to be stopped in order and the folder removed.
trap '' INT

exec 3<&0
"$@" 3<&- &
server=$!
(cat; kill -INT "$server") <&3 > /dev/null 2>&1 &

wait "$server"
rm -rf "$folder"
