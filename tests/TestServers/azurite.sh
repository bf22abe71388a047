#!/bin/bash
# azurite.sh: Azure Blob Storage as Azurite plays it, empty, on a port that the system chooses.
set -euo pipefail
exec 2>&1

azurite=$PWD/node_modules/.bin/azurite-blob
[ -x "$azurite" ] || { echo "Azurite is not installed: npm ci --prefix $PWD"; exit 1; }

folder=$(mktemp -d -t approval-azurite.XXXXXX)
# The client library is newer than what Azurite claims to know.
exec ./until-input-ends.sh "$folder" "$azurite" --location "$folder" --blobPort 0 --silent --disableTelemetry --skipApiVersionCheck
