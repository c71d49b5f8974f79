#!/usr/bin/env bash
# The checks that need not run each time: what only other features or targets compile, property tests at length, and
# journeys that wait.
# Takes about an hour on two cores; run it before a release and after a change of the SDK.
#
#   bash scripts/test-long.sh           all of it
#   bash scripts/test-long.sh --help    show this text
#
# Environment:
#   LINLI_CASES      how many times more cases the property tests run (10)
#   LINLI_RELEASE    a folder that scripts/release.sh made, whose runtimes are tried as a hardware wallet uses them

set -euo pipefail
# shellcheck source=scripts/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

case "${1:-}" in
'') ;;
-h | --help)
	usage "${BASH_SOURCE[0]}"
	exit 0
	;;
*) fail "test-long.sh takes no arguments, not $1" ;;
esac
[ -z "${LINLI_RELEASE:-}" ] || [ -f "$LINLI_RELEASE/runtimes/manifest.json" ] ||
	fail "LINLI_RELEASE is a folder that scripts/release.sh made, not $LINLI_RELEASE"
release="$(realpath -m "${LINLI_RELEASE:-none}")"
is_number "${LINLI_CASES:-10}" || fail "LINLI_CASES is a whole number from 1, not $LINLI_CASES"

# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" build checks clients browser
cd "$LINLI_ROOT"
read -ra crates <<<"$(runtime_crates | tr '\n' ' ')"

say "The runtime with benchmarks and try-runtime, under clippy"
SKIP_WASM_BUILD=1 under_clippy cargo test --locked --no-run -p linli-runtime --features runtime-benchmarks,try-runtime
say "The node with benchmarks, under clippy"
SKIP_WASM_BUILD=1 under_clippy cargo test --release --locked --no-run -p linli-runtime -p linli-node --features linli-node/runtime-benchmarks
say "The documentation of everything"
SKIP_WASM_BUILD=1 RUSTDOCFLAGS="-D warnings" cargo doc --locked --workspace --no-deps
say "Property tests, at length"
LINLI_CASES="${LINLI_CASES:-10}" SKIP_WASM_BUILD=1 cargo test --release --locked "${crates[@]}" -p linli-permit \
	--features runtime-benchmarks,try-runtime
say "Money at length, with the invariants of every pallet"
LINLI_CASES="${LINLI_CASES:-10}" SKIP_WASM_BUILD=1 cargo test --release --locked -p linli-runtime \
	--features runtime-benchmarks,try-runtime --lib money_properties
say "A revival of finality, and code in place of the chain's, with nodes that follow across them"
apt_packages zstd
cargo build --release --locked -p linli-node
npm run --silent test:long --workspace=e2e
say "A light client in a browser, which the ordinary tests leave out where none is installed"
node --test --test-reporter=spec e2e/journeys/light-client.test.js
if [ -n "${LINLI_RELEASE:-}" ]; then
	say "Hardware wallets, with the release in $release"
	LINLI_RELEASE="$release" LINLI_NODE="$release/linli-node" npm run --silent test:release --workspace=e2e
else
	say "Not run: hardware wallets. bash scripts/release.sh --out DIR builds a release; LINLI_RELEASE=DIR names it"
fi
