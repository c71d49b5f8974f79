#!/usr/bin/env bash
# Sets up what is missing, then runs the checks and tests. Stops at the first that fails, and says how to run that one
# alone; the last line says how long each took.
#
#   bash scripts/test.sh                every stage
#   bash scripts/test.sh pallets        one stage, or several, in the order below
#   bash scripts/test.sh --help         show this text
#
# Stages:
#   format         rustfmt
#   conventions    names, headings, lengths and words of docs/conventions.md
#   licences       cargo-deny, for the node and for the runtime
#   clients        formatting, lints and types of JavaScript, and the clients' own tests
#   pallets        tests of pallets and primitives, with benchmarks and try-runtime, under clippy; permits
#   launching      reading rosters and printing invitations, under clippy
#   docs           the documentation of pallets and primitives
#   node           builds the node and its Wasm
#   runtime        tests of runtime and node, under clippy
#   journeys       real clients against the real node
#   faults         one and two of four validators killed; needs root, and is left out without
#
# What need not run each time: scripts/test-long.sh, and scripts/faults.sh long.

set -euo pipefail
# shellcheck source=scripts/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

all=(format conventions licences clients pallets launching docs node runtime journeys faults)
chosen=()
for stage in "$@"; do
	case "$stage" in
	-h | --help)
		usage "${BASH_SOURCE[0]}"
		exit 0
		;;
	esac
	[[ " ${all[*]} " == *" $stage "* ]] || fail "no such stage: $stage (${all[*]}; --help says what they are)"
done
for stage in "${all[@]}"; do
	[ $# -eq 0 ] || [[ " $* " == *" $stage "* ]] && chosen+=("$stage")
done

durations=()
current=""

summary() {
	local status=$?
	if [ -n "$current" ]; then
		durations+=("$current $((SECONDS - began))s (failed)")
	fi
	printf '\nDurations: %s, total %ss\n' "$(printf '%s, ' "${durations[@]}" | sed 's/, $//')" "$SECONDS"
	if [ -n "$current" ] && [ "$current" != "set-up" ]; then
		printf 'To run it alone: bash scripts/test.sh %s\n' "$current"
	fi
	exit "$status"
}
trap summary EXIT

# run NAME: runs a stage under a heading and notes how long it took.
run() {
	current="$1"
	began=$SECONDS
	printf '\n==> %s\n' "$current"
	"stage_${current//-/_}"
	durations+=("$current $((SECONDS - began))s")
	current=""
}

stage_set_up() {
	# shellcheck source=scripts/setup.sh
	. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" build checks clients
	cd "$LINLI_ROOT"
	cargo fetch --locked --quiet
}

stage_format() {
	cargo fmt --all --check
}

stage_conventions() {
	bash scripts/conventions.sh
}

stage_licences() {
	cargo deny -L error --offline --locked check licenses bans sources
	# The runtime may hold nothing under the GPL.
	cargo deny -L error --offline --locked --manifest-path runtime/Cargo.toml --config runtime/deny.toml check licenses
}

stage_clients() {
	npm run --silent check
	local packages=(clients/*/)
	npm test --silent "${packages[@]/#/--workspace=}"
}

# The benchmarks' own tests run with the pallets', on a runtime that checks for overflow; no Wasm is needed for it.
stage_pallets() {
	local crates
	read -ra crates <<<"$(runtime_crates | tr '\n' ' ')"
	SKIP_WASM_BUILD=1 under_clippy cargo test --locked "${crates[@]}" -p linli-permit \
		--features runtime-benchmarks,try-runtime
	# As a lock's processor runs it: without a standard library, on a bare-metal target.
	wasm_cargo check --locked -p linli-permit --no-default-features
}

# The PDF is read back by Debian's poppler-utils.
stage_launching() {
	apt_packages poppler-utils
	under_clippy cargo test --locked -p linli-roster -p linli-invitations
}

stage_docs() {
	local crates
	read -ra crates <<<"$(runtime_crates | tr '\n' ' ')"
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps "${crates[@]}" -p linli-permit -p linli-roster -p linli-invitations
}

stage_node() {
	cargo build --release --locked -p linli-node
}

# In the release profile as the node was built, so that the SDK, build scripts and macros are there already.
stage_runtime() {
	under_clippy cargo test --release --locked -p linli-runtime -p linli-node
}

stage_journeys() {
	npm test --silent --workspace=e2e
}

# A container or a user without root cannot make network namespaces.
stage_faults() {
	# shellcheck source=scripts/network/links.sh
	. scripts/network/links.sh
	[ "$(id -u)" -ne 0 ] || apt_packages curl iproute2 jq
	if ! can_make_namespaces; then
		printf 'Left out: it needs root, for network namespaces. Alone: sudo bash scripts/faults.sh killed\n'
		return 0
	fi
	LINLI_NODE="$CARGO_TARGET_DIR/release/linli-node" bash scripts/faults.sh killed
}

run set-up
for stage in "${chosen[@]}"; do
	run "$stage"
done
