#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Succeeds if the node in this container answers on its RPC port. That it has peers and is not behind is a matter for
# the alerts: a node that catches up is well.

set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/${LINLI_RPC_PORT:-9944}"
printf 'GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
