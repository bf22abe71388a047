#!/bin/bash
# mail.sh: a mail server that keeps what it is given, on ports that the system chooses.
set -euo pipefail
exec 2>&1

[ -d "$PWD/node_modules/smtp-server" ] || { echo "smtp-server is not installed: npm ci --prefix $PWD"; exit 1; }

folder=$(mktemp -d -t approval-mail.XXXXXX)
exec ./until-input-ends.sh "$folder" node mail.mjs
