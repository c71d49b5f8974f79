#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Succeeds if the node in this container answers on its RPC port. That it has peers and is not behind is a matter for
# the alerts: a node that catches up is well.

set -euo pipefail
at="127.0.0.1/${LINLI_RPC_PORT:-9944}"
exec 3<>"/dev/tcp/$at"
# The node refuses other names for itself than this one, port included.
printf 'GET /health HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "${at/\//:}" >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
