#!/bin/bash
# entra.sh TENANT CLIENT SECRET: an OpenID Connect server that presents itself as Microsoft Entra ID does, on a port that the system chooses.
set -euo pipefail
exec 2>&1

[ -d "$PWD/node_modules/oidc-provider" ] || { echo "oidc-provider is not installed: npm ci --prefix $PWD"; exit 1; }

folder=$(mktemp -d -t approval-entra.XXXXXX)
exec ./until-input-ends.sh "$folder" node entra.mjs "$@"
