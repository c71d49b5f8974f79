#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the chain of compose.yaml once: the sample community with four validators, a full node, and their keys. Runs in
# the image `founder`, with the volumes of all nodes at /network/N.
#
# For trials: here the keys of all validators are made in one place. In a community everybody makes their own.

set -euo pipefail
# shellcheck source=scripts/common.sh
. /linli/scripts/common.sh
# shellcheck source=scripts/network/community.sh
. /linli/scripts/network/community.sh

if [ -f /network/chain/spec.json ]; then
	echo "The chain is there already."
	exit 0
fi
# As in compose.yaml. By number: no name server is asked.
address_of() { echo "/ip4/172.31.86.$((10 + $1))/tcp/30333"; }

cd /linli
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
make_community /usr/local/bin/linli-node "$work/network" 4 1 address_of
for n in 1 2 3 4 5; do
	cp -r "$work/network/$n/." "/network/$n/"
done
cp "$work/network/officers/"* /network/officers/
# Last, since the nodes wait for it.
cp "$work/network/spec.json" /network/chain/spec.json.new
mv /network/chain/spec.json.new /network/chain/spec.json
echo "The chain is made."
