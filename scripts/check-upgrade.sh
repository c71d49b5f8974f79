#!/usr/bin/env bash
# Tries the upgrade to the runtime of these sources on a snapshot of a chain's state: runs its migrations with their own
# checks, to the last block that they take, and then every invariant of every pallet. The chain itself is not touched.
#
#   bash scripts/check-upgrade.sh SNAPSHOT    about half an hour the first time, later as long as the state is large
#   bash scripts/check-upgrade.sh --help      show this text
#
# A snapshot is made on a node that is stopped, such as the one that backups are taken from:
#
#   linli-node export-state --chain chain-spec-raw.json --base-path DATA > SNAPSHOT
#
# Environment:
#   FEATURES    more features of the runtime, such as the trial's

set -euo pipefail
# shellcheck source=scripts/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

case "${1:-}" in
-h | --help)
	usage "${BASH_SOURCE[0]}"
	exit 0
	;;
esac
[ $# -eq 1 ] || fail "name the snapshot; --help says how it is made"
[ -s "$1" ] || fail "no such file, or an empty one: $1"
LINLI_SNAPSHOT="$(realpath "$1")"
export LINLI_SNAPSHOT

# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" build
cd "$LINLI_ROOT"
say "Trying the upgrade on $1"
SKIP_WASM_BUILD=1 cargo test --release --locked -p linli-runtime --features "try-runtime${FEATURES:+,$FEATURES}" \
	--test upgrade_snapshot -- --nocapture
