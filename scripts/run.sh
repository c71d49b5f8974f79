#!/usr/bin/env bash
# Builds the node, makes the chain of a sample community (docs/samples) and runs it. Ctrl+C ends it and leaves nothing
# behind.
#
#   bash scripts/run.sh                          blocks by Aura, finality by GRANDPA, as in earnest
#   bash scripts/run.sh --sealing manual         a block when asked for, by dev_newBlock
#   bash scripts/run.sh --sealing instant        a block also whenever a transaction comes in
#
# Whatever is given is passed on to the node. To keep a chain, make your own: docs/operators.md.

set -euo pipefail
node_arguments=("$@")
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" build
cd "$LINLI_ROOT"

say "Building the node (about twenty minutes the first time on two cores, seconds after that)"
cargo build --release --locked -p linli-node
node="$CARGO_TARGET_DIR/release/linli-node"

say "Making the chain of the sample community"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
"$node" community new --roster docs/samples/roster.csv --charges docs/samples/charges.toml --name "Willow Court" \
	--out "$folder/willow" --trial

cat <<TEXT

==> The chain starts. Connect to it at

      ws://127.0.0.1:9944

    In a browser: https://polkadot.js.org/apps/?rpc=ws://127.0.0.1:9944
    The keys of its offices lie in $folder/willow/keys
    and the owners' claim tickets in $folder/willow/tickets, until the chain ends.
    Ctrl+C ends the chain.

TEXT
"$node" --chain "$folder/willow/chain-spec-raw.json" --validator --base-path "$folder/data" \
	--keystore-path "$folder/willow/keys/keystore" --node-key-file "$folder/willow/keys/node-key" "${node_arguments[@]}"
