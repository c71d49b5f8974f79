#!/usr/bin/env bash
# Builds the node and runs a development chain with a small sample community. Ctrl+C ends it and leaves nothing behind.
#
#   bash scripts/run.sh                          blocks by Aura, finality by GRANDPA, as in earnest
#   bash scripts/run.sh --sealing instant        a block whenever a transaction comes in
#   bash scripts/run.sh --base-path ./data       keeps the chain for the next time
#
# Whatever is given is passed on to the node.

set -euo pipefail
node_arguments=("$@")
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" build
cd "$LINLI_ROOT"

say "Building the node (about twenty minutes the first time on two cores, seconds after that)"
cargo build --release --locked -p linli-node

cat <<'TEXT'

==> The chain starts. Connect to it at

      ws://127.0.0.1:9944

    In a browser: https://polkadot.js.org/apps/?rpc=ws://127.0.0.1:9944
    The development accounts (Alice, Bob, …) are listed there under Accounts.
    Ctrl+C ends the chain.

TEXT
exec "$CARGO_TARGET_DIR/release/linli-node" --dev "${node_arguments[@]}"
