#!/usr/bin/env bash
# Breaks a network of four validators in the ways that houses break networks, and checks that the chain comes through:
# finality goes on while more than two thirds of the validators hear each other, stops otherwise, and goes on once they
# are back; no two nodes ever have different final blocks; of the receipts that are booked all the while none is lost
# and none is booked twice.
#
#   bash scripts/faults.sh                    the short tests, about five minutes
#   bash scripts/faults.sh long               the long ones as well, about an hour and a quarter
#   bash scripts/faults.sh killed clock_off   these tests only
#   bash scripts/faults.sh --list             the names of the tests
#   bash scripts/faults.sh --help             show this text
#
# Needs root, for network namespaces, and Node.js; the long ones also faketime. All traffic stays in the namespaces and
# on the cable between them and this machine. The script ends on its own after 20 minutes, or 90 with long tests, and
# removes what it made; after a failure the logs are kept. validators_changed has a chain of its own, on which its owners
# made decisions, so it is run alone, with long after the others.
#
# Environment:
#   LINLI_NODE    the program; by default it is built (about twenty minutes the first time)

set -euo pipefail
scripts="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/common.sh
. "$scripts/common.sh"
# shellcheck source=scripts/network/links.sh
. "$scripts/network/links.sh"
# shellcheck source=scripts/network/nodes.sh
. "$scripts/network/nodes.sh"
# shellcheck source=scripts/faults/watch.sh
. "$scripts/faults/watch.sh"
# shellcheck source=scripts/faults/short.sh
. "$scripts/faults/short.sh"
# shellcheck source=scripts/faults/long.sh
. "$scripts/faults/long.sh"

short=(killed cut_3_1 cut_2_2)
long=(killed_fifty_times new_node clock_off disk_full nine_days)
# On a chain of its own.
apart=validators_changed
then_apart=""
chosen=()
limit=1200
for argument in "$@"; do
	case "$argument" in
	-h | --help)
		usage "${BASH_SOURCE[0]}"
		exit 0
		;;
	--list)
		printf '%s\n' "${short[@]}" "${long[@]}" "$apart"
		exit 0
		;;
	long)
		chosen+=("${short[@]}" "${long[@]}")
		then_apart=yes
		limit=5400
		;;
	*)
		[[ " ${short[*]} ${long[*]} $apart " == *" $argument "* ]] || fail "no such test: $argument; --list names them"
		[[ " ${short[*]} " == *" $argument "* ]] || limit=5400
		chosen+=("$argument")
		;;
	esac
done
[ ${#chosen[@]} -gt 0 ] || chosen=("${short[@]}")
if [[ " ${chosen[*]} " == *" $apart "* && ${#chosen[@]} -gt 1 ]]; then
	fail "$apart has a chain of its own: run it alone"
fi
# The time of the chain does not go back.
if [[ " ${chosen[*]} " == *" nine_days "* && "${chosen[-1]}" != nine_days ]]; then
	fail "nine_days comes last: the chain's time does not go back"
fi

can_make_namespaces || fail "needs root: it makes network namespaces to cut the network"
for tool in curl jq node; do
	command -v "$tool" >/dev/null || fail "please install: $tool"
done
[[ ! " ${chosen[*]} " =~ \ (clock_off|nine_days)\  ]] || faketime_library >/dev/null ||
	fail "please install: faketime"
[ -d "$scripts/../node_modules/@polkadot/api" ] || fail "npm packages are missing: bash scripts/setup.sh clients"

cd "$scripts/.."
NETWORK_NAME="fault$(($$ % 10000))"
NETWORK_FOLDER="$(mktemp -d)/network"
NETWORK_MODE=namespaces
NETWORK_LOOPBACK=0
NETWORK_VALIDATORS=4
NETWORK_NODES=5
if [ "${chosen[*]}" = "$apart" ]; then
	# The one that joins is node 5.
	NETWORK_VALIDATORS=5
	NETWORK_NODES=6
	export LINLI_NETWORK_TRIAL=1 LINLI_NETWORK_JOINING=1
fi
export LINLI_NETWORK="$NETWORK_NAME" LINLI_NETWORK_FOLDER="$NETWORK_FOLDER" LINLI_NETWORK_MODE="$NETWORK_MODE"
network() { bash "$scripts/network.sh" "$@"; }
client_url() { echo "ws://$(cable_range).2:9944"; }

sender=""
watchdog=""
failed=()
# Mount points of disk_full, the last first.
disks=()

clean_up() {
	local status=$? mounted
	trap - EXIT INT TERM
	[ -z "$sender" ] || kill "$sender" 2>/dev/null || true
	[ -z "$watchdog" ] || kill "$watchdog" 2>/dev/null || true
	network down >/dev/null 2>&1 || links_down
	for mounted in $(printf '%s\n' ${disks[@]+"${disks[@]}"} | tac); do
		umount "$mounted" || true
	done
	if [ "$status" -eq 0 ]; then
		rm -rf "$(dirname "$NETWORK_FOLDER")"
	else
		rm -rf "$NETWORK_FOLDER"/*/data
		printf '\nThe nodes'"'"' logs are kept: %s\n' "$NETWORK_FOLDER"/*/log >&2
	fi
	exit "$status"
}
trap clean_up EXIT
trap 'echo "error: stopped"; exit 1' INT TERM
(sleep "$limit" && echo "error: not done after $limit s" >&2 && kill -TERM $$) &
watchdog=$!

if [ "${chosen[*]}" = "$apart" ]; then
	network make
	say "The owners decide that one validator is added and another removed"
	node e2e/faults/validators.js decide "$NETWORK_FOLDER"
fi
say "Starting $NETWORK_VALIDATORS validators and a full node"
network up || fail "the network did not start"
reach 1 1 120 || fail "nothing becomes final on a network that is well"
node e2e/faults/send.js "$(client_url)" "$NETWORK_FOLDER/officers" "$NETWORK_FOLDER/journal" 500 \
	>"$NETWORK_FOLDER/sender.log" 2>&1 &
sender=$!

for name in "${chosen[@]}"; do
	say "$name"
	began=$SECONDS
	seen=""
	took=0
	if "case_$name" && { [ "$name" = nine_days ] || all_well 360; }; then
		printf '    ok, %s s: %s\n' $((SECONDS - began)) "$seen"
	else
		printf '    FAILED, %s s: %s\n' $((SECONDS - began)) "$seen"
		failed+=("$name")
		print_status
	fi
done

say "The receipts that were booked all the while"
kill "$sender"
wait "$sender" || true
sender=""
if counted="$(node e2e/faults/count.js "$(client_url)" "$NETWORK_FOLDER/journal" 120)"; then
	printf '    ok: %s\n' "$counted"
else
	printf '    FAILED: %s\n' "$counted"
	failed+=(receipts)
fi
if [ -s "$NETWORK_FOLDER/sender.log" ]; then
	printf '    refused by the full node: %s\n' "$(grep -c 'was refused' "$NETWORK_FOLDER/sender.log" || true)"
fi

[ ${#failed[@]} -eq 0 ] || fail "failed: ${failed[*]}"
say "All of it held, in $SECONDS s"
if [ -n "$then_apart" ]; then
	# It makes its own network, when this one is gone.
	network down
	kill "$watchdog"
	bash "$scripts/faults.sh" "$apart"
fi
