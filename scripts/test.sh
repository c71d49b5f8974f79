#!/usr/bin/env bash
# Sets up what is missing, then runs every check and test there is. Stops at the first that fails; how long each took
# stands on the last line.
#
#   bash scripts/test.sh
#   bash scripts/test.sh --help    show this text

set -euo pipefail
# shellcheck source=scripts/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

case "${1:-}" in
'') ;;
-h | --help)
	usage "${BASH_SOURCE[0]}"
	exit 0
	;;
*) fail "test.sh takes no arguments, not $1" ;;
esac

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
	. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" build checks clients
	cd "$LINLI_ROOT"
	cargo fetch --locked --quiet
}

licences() {
	cargo deny -L error --offline --locked check licenses bans sources
	# The runtime may hold nothing under the GPL.
	cargo deny -L error --offline --locked --manifest-path runtime/Cargo.toml --config runtime/deny.toml check licenses
}

# Everything that becomes part of the runtime.
runtime_crates=(-p linli-primitives -p pallet-linli-community -p pallet-linli-registry -p pallet-linli-cashier
	-p pallet-linli-fund -p pallet-linli-fees -p pallet-linli-expenses -p pallet-linli-projects -p pallet-linli-repair -p pallet-linli-governance
	-p pallet-linli-sharing)

# The benchmarks' own tests run with the pallets', on a runtime that checks for overflow; no Wasm is needed for it.
pallet_tests() {
	SKIP_WASM_BUILD=1 cargo test --locked "${runtime_crates[@]}" -p linli-testing --features runtime-benchmarks,try-runtime
	# What devices run; they leave out what signs.
	cargo test --locked -p linli-permit
	# As a lock's processor runs it: without a standard library, on a bare-metal target.
	wasm_cargo check --locked -p linli-permit --no-default-features
}

node_build() {
	cargo build --release --locked -p linli-node
}

# In the release profile as the node was built, so that what build scripts and macros need is there already.
node_tests() {
	cargo test --release --locked -p linli-runtime -p linli-node
}

lints() {
	cargo clippy --release --locked --workspace --all-targets -- -D warnings
	# What only benchmarks and try-runtime compile, in the profile of the pallets' tests. The runtime is left to bench.sh: by
	# itself it would have the Wasm optimiser compiled once more, for five minutes.
	cargo clippy --locked "${runtime_crates[@]}" -p linli-testing --all-targets --features runtime-benchmarks,try-runtime -- -D warnings
	# What goes into Wasm may neither panic nor lose digits. The node is no library, and so not looked at; it is named all the
	# same, so that nothing has to be compiled with other features.
	cargo clippy --release --locked --workspace --lib -- -D warnings \
		-D clippy::unwrap_used -D clippy::expect_used -D clippy::indexing_slicing -D clippy::panic \
		-D clippy::cast_possible_wrap -D clippy::cast_sign_loss \
		-D clippy::arithmetic_side_effects
}

documentation() {
	RUSTDOCFLAGS="-D warnings" cargo doc --release --locked --workspace --no-deps
}

# Formatting, lints and types of JavaScript.
clients() {
	npm run --silent check
}

journeys() {
	npm test --silent --workspaces
}

stage "set-up" setup
stage "formatting" cargo fmt --all --check
stage "licences" licences
stage "pallet tests" pallet_tests
stage "node build" node_build
stage "lints" lints
stage "documentation" documentation
stage "node tests" node_tests
stage "clients" clients
stage "journeys" journeys
