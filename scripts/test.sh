#!/usr/bin/env bash
# Sets up what is missing, then checks formatting and licences and tests primitives and pallets. Stops at the first that fails; how long each took
# stands on the last line.
#
#   bash scripts/test.sh

set -euo pipefail

durations=()
started=$SECONDS
current=""

summary() {
	local status=$?
	if [ -n "$current" ]; then
		durations+=("$current $((SECONDS - began))s (failed)")
	fi
	local line
	line="$(printf '%s, ' "${durations[@]}")"
	printf '\nDurations: %stotal %ss\n' "$line" "$((SECONDS - started))"
	exit "$status"
}
trap summary EXIT

# stage NAME COMMAND…: runs the command under a heading and notes how long it took.
stage() {
	current="$1"
	began=$SECONDS
	printf '\n==> %s\n' "$current"
	shift
	"$@"
	durations+=("$current $((SECONDS - began))s")
	current=""
}

setup() {
	# shellcheck source=scripts/setup.sh
	. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" build checks
	cd "$LINLI_ROOT"
	cargo fetch --locked --quiet
}

licences() {
	cargo deny -L error --offline --locked check licenses bans sources
	# The runtime may hold nothing under the GPL.
	cargo deny -L error --offline --locked --manifest-path runtime/Cargo.toml --config runtime/deny.toml check licenses
}

# Everything that becomes part of the runtime.
runtime_crates=(-p linli-primitives -p pallet-linli-registry -p pallet-linli-cashier -p pallet-linli-fund -p pallet-linli-fees)

# In the debug profile, which stops at an overflow. No Wasm is needed for it.
pallet_tests() {
	SKIP_WASM_BUILD=1 cargo test --locked "${runtime_crates[@]}"
}

stage "set-up" setup
stage "formatting" cargo fmt --all --check
stage "licences" licences
stage "pallet tests" pallet_tests
