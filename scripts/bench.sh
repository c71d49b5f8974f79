#!/usr/bin/env bash
# Runs the benchmarks. Takes minutes to hours; not part of the tests.
#
#   bash scripts/bench.sh storage    database access with 10,000 units; writes runtime/src/weights/storage.rs
#   bash scripts/bench.sh weights    every call, in Wasm; writes the other files of runtime/src/weights/
#   bash scripts/bench.sh billing    the cost of a bill, blocks needed for 10,000 units, time to make their chain
#   bash scripts/bench.sh money      a payment, a receipt, a credit note, by the number of units
#   bash scripts/bench.sh ballots    the cost of a ballot compared with a transfer, and by the number of owners
#   bash scripts/bench.sh sharing    the cost of a booking, and by the number of other bookings
#   bash scripts/bench.sh memory     a live node's memory and the lag of finality, idle and flooded with requests
#   bash scripts/bench.sh all        all of these (default)
#   bash scripts/bench.sh --help     show this text
#
# Environment:
#   STEPS, REPEAT    steps per component and repetitions of each measurement (20, 10)
#   LINLI_NODE       for memory: the program to measure; by default the ordinary one is built

set -euo pipefail
scripts="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=scripts/common.sh
. "$scripts/common.sh"

# Arguments are checked before anything is built.
[ $# -le 1 ] || fail "one measurement at a time; --help lists them"
what="${1:-all}"
case "$what" in
storage | weights | billing | money | ballots | sharing | memory | all) ;;
-h | --help)
	usage "${BASH_SOURCE[0]}"
	exit 0
	;;
*) fail "no such measurement: $what (storage, weights, billing, money, ballots, sharing, memory or all)" ;;
esac
for count in "${STEPS:-20}" "${REPEAT:-10}"; do
	is_number "$count" || fail "STEPS and REPEAT are whole numbers from 1, not $count"
done
# A benchmark runs at both ends of each component, at least.
[ "${STEPS:-20}" -ge 2 ] || fail "STEPS is at least 2"

# shellcheck source=scripts/setup.sh
. "$scripts/setup.sh" build
cd "$LINLI_ROOT"
release="$CARGO_TARGET_DIR/release"
work="$(mktemp -d)"

finish() {
	rm -rf "$work"
	# The runtime's Wasm now includes the benchmarks; the next regular build must build its own.
	cargo clean --release --quiet -p linli-runtime
	rm -rf "$release/wbuild/linli-runtime"
}

build() {
	say "Building the node with benchmarks"
	trap finish EXIT
	# A test runtime of the benchmarking tool, for parachains only; its Wasm cannot be built from another workspace.
	export SKIP_FRAME_STORAGE_ACCESS_TEST_RUNTIME_WASM_BUILD=1
	cargo build --release --locked -p linli-node --features runtime-benchmarks
	cp "$release/linli-node" "$work/linli-node"
}

# benchmark PALLET EXTRINSICS OPTION…
benchmark() {
	local pallet="$1" extrinsics="$2"
	shift 2
	"$work/linli-node" benchmark pallet --chain dev --pallet "$pallet" --extrinsic "$extrinsics" \
		--wasm-execution compiled --steps "${STEPS:-20}" --repeat "${REPEAT:-10}" "$@"
}

storage() {
	say "Measuring the database"
	roster 10000 >"$work/10000.csv"
	"$work/linli-node" community new --roster "$work/10000.csv" --name "Ten thousand" --out "$work/community" --trial 2>/dev/null
	# 1.5 times the average: a community's machine may be slower, and its state grows for years. Items are written a
	# thousand at a time, as in a busy block.
	"$work/linli-node" benchmark storage --chain "$work/community/chain-spec-raw.json" --base-path "$work/database" \
		--state-version 1 --mul 1.5 --batch-size 1000 --template-path scripts/storage.hbs --weight-path runtime/src/weights/storage.rs
	say "Written: runtime/src/weights/storage.rs"
}

weights() {
	local pallet
	for pallet in $("$work/linli-node" benchmark pallet --chain dev --list=pallets --no-csv-header 2>/dev/null); do
		say "Measuring $pallet"
		benchmark "$pallet" '*' --template scripts/weights.hbs --output "runtime/src/weights/$pallet.rs" >/dev/null
	done
	say "Written: runtime/src/weights/"
}

# roster UNITS: prints a roster of that many units: four out of five are homes, every seventh owner has two units.
roster() {
	awk -v units="$1" 'BEGIN {
		print "unit,building,kind,area_m2,owner,owner_kind"
		for (i = 0; i < units; i++) {
			kind = i % 5 == 4 ? "parking" : "residential"
			area = kind == "parking" ? 12.5 : 60 + (i * 37) % 9000 / 100
			owner = i % 7 == 6 ? i - 1 : i
			printf "%d-%04d,%d,%s,%.2f,O%05d,%s\n", int(i / 200) + 1, i % 200, int(i / 200) + 1, kind, area, owner, owner % 50 == 0 ? "company" : "person"
		}
	}'
}

founding() {
	apt_packages time
	/usr/bin/time -f '%e %M' -o "$work/time" \
		"$work/linli-node" community new --roster "$work/10000.csv" --name "Ten thousand" --out "$work/chain" --make-keys 2>/dev/null
	awk '{ printf "community new, 10,000 units: %.1f s (aim: 10), peak memory %.0f MB (aim: 500)\n", $1, $2 / 1024 }' "$work/time"
}

billing() {
	say "A single bill, in Wasm"
	benchmark pallet_linli_fees 'bill,bill_metered,bill_nothing' --no-storage-info 2>/dev/null |
		grep -E 'Extrinsic:|Time ~=|Reads|Writes'
	say "Bills of a whole community, on a chain"
	setup_clients
	roster 100 >"$work/100.csv"
	roster 10000 >"$work/10000.csv"
	LINLI_NODE="$work/linli-node" node e2e/bench/billing.js "$work"
	founding
}

# Extracts from a benchmark's report each call's base time in µs, and the time added by each component.
durations() {
	awk '/Extrinsic:/ { gsub(/[",]/, "", $4); name = $4 }
		/Time ~=/ && !(name in seen) { seen[name] = 1; print name, $3; open = 1; next }
		/^Reads/ { open = 0 }
		open && /\+/ { print "  " name, "for each", $2 ":", $3 }'
}

ballots() {
	say "A ballot compared with a transfer, in Wasm, without the cost of storage (µs)"
	benchmark pallet_balances,pallet_linli_governance transfer_keep_alive,cast 2>/dev/null | durations | tee "$work/ballots"
	awk '$1 == "transfer_keep_alive" { transfer = $2 } $1 == "cast" && NF == 2 { ballot = $2 }
		END { printf "A ballot takes %.2f times a transfer (aim: 1.5)\n", ballot / transfer }' "$work/ballots"
	say "A ballot, its storage accesses alone, and closing, per owner from 100 to 20,000 (µs)"
	STEPS=5 REPEAT=10 benchmark pallet_linli_governance cast_among,touch_among,close_among --extra 2>/dev/null |
		durations | tee "$work/among"
	awk '$1 == "cast_among" && $2 == "for" { ballot = $NF } $1 == "touch_among" && $2 == "for" { state = $NF }
		END { printf "Per additional owner, a ballot takes %.3f µs more than its storage accesses alone\n", ballot - state }' "$work/among"
}

# Compares benchmarks among few and among many others, whose numbers are the first argument and the second.
flatness() {
	node -e '
		const [file, low, high] = process.argv.slice(1);
		const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
		const among = (runs, n) => runs.filter(({ components: [[, value]] }) => value === Number(n));
		for (const { benchmark, time_results: times, db_results: counts } of JSON.parse(require("fs").readFileSync(file))) {
			const [few, many] = [low, high].map((n) => median(among(times, n).map(({ extrinsic_time: ns }) => ns / 1_000)));
			const [first, last] = [low, high].map((n) => among(counts, n)[0]);
			console.log(`${benchmark}: ${few.toFixed(1)} µs, ${many.toFixed(1)} µs: ${(many / few).toFixed(2)} times;`,
				`reads ${first.reads}, ${last.reads}; writes ${first.writes}, ${last.writes}`);
		}
	' "$work/among.json" "$1" "$2"
}

sharing() {
	say "A booking, and its storage accesses alone, among none and among 100,000 others, in Wasm"
	STEPS=2 REPEAT=10 benchmark pallet_linli_sharing book_among,touch_among --extra --json-file "$work/among.json" \
		>/dev/null 2>&1
	flatness 0 100000
}

money() {
	say "A payment, a receipt, a credit note, each of one bill, among the bills of 100 units and of 10,000, in Wasm"
	STEPS=2 REPEAT=10 benchmark pallet_linli_fees pay_among,receive_among,credit_among --extra \
		--json-file "$work/among.json" >/dev/null 2>&1
	flatness 100 10000
}

# With the node as it is run, which has no benchmarks in it.
memory() {
	local node="${LINLI_NODE:-$release/linli-node}"
	if [ -z "${LINLI_NODE:-}" ]; then
		say "Building the node"
		cargo build --release --locked -p linli-node
	fi
	say "Memory and finality, idle for a minute, flooded for one and a half, and a minute later; twice"
	setup_clients
	roster 1000 >"$work/1000.csv"
	LINLI_NODE="$node" node e2e/bench/memory.js "$work"
}

case "$what" in
memory)
	trap 'rm -rf "$work"' EXIT
	memory
	;;
all)
	memory
	build
	for what in storage weights billing money ballots sharing; do "$what"; done
	;;
*)
	build
	"$what"
	;;
esac
