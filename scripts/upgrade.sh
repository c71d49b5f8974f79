#!/usr/bin/env bash
# Upgrades a running chain to another runtime and watches it: announced by the bootstrap key, public for a week, authorized,
# applied, with a migration over several blocks while bills fall due. Then, as root, the same on a network of four
# validators and a full node, decided by the assembly. Builds the node, and a second runtime (the feature
# `upgrade-trial`: a higher version, and a migration that writes every bill anew) in a folder of its own, so that the first
# one's build stays as it is. Before that the upgrade is tried on a snapshot of a chain.
#
#   bash scripts/upgrade.sh           about half an hour the first time on two cores, later a few minutes
#   bash scripts/upgrade.sh --help    show this text

set -euo pipefail
# shellcheck source=scripts/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

case "${1:-}" in
'') ;;
-h | --help)
	usage "${BASH_SOURCE[0]}"
	exit 0
	;;
*) fail "upgrade.sh takes no arguments, not $1" ;;
esac

# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" build clients
cd "$LINLI_ROOT"

say "Building the node"
cargo build --release --locked -p linli-node
say "Building the runtime to upgrade to"
trial="$CARGO_TARGET_DIR/upgrade-trial"
cargo build --release --locked -p linli-runtime --features upgrade-trial --target-dir "$trial"
export LINLI_NODE="$CARGO_TARGET_DIR/release/linli-node"
export LINLI_NEXT_WASM="$trial/release/wbuild/linli-runtime/linli_runtime.compact.compressed.wasm"
say "Trying the upgrade on a snapshot of a chain"
snapshot="$(mktemp -d)"
trap 'rm -rf "$snapshot"' EXIT
node e2e/upgrade/snapshot.js "$snapshot/state.json"
FEATURES=upgrade-trial bash scripts/check-upgrade.sh "$snapshot/state.json"
say "Upgrading a chain"
node --test --test-reporter=spec e2e/upgrade/upgrade.test.js
if [ "$(id -u)" -eq 0 ]; then
	say "Upgrading a network of four, by decision of its owners"
	node --test --test-reporter=spec e2e/upgrade/network.test.js
else
	say "Not run: the upgrade of a network of four, which needs root for network namespaces"
fi
