#!/usr/bin/env bash
# Runs a network of four validators and a full node on this machine, of the sample community (docs/samples), to show
# and to try what happens when nodes die and cables are cut.
#
#   bash scripts/network.sh up                 makes the chain, or takes the one that is there, and starts all nodes
#   bash scripts/network.sh make               makes the chain and starts nothing
#   bash scripts/network.sh status             a table: who runs, peers, best and final block
#   bash scripts/network.sh kill 4             SIGKILL to node 4, as in a power cut
#   bash scripts/network.sh stop 4             SIGTERM, as by systemctl stop
#   bash scripts/network.sh start 4            starts it again; start 4 +30s sets its clock wrong (faketime)
#   bash scripts/network.sh cut 1,2:3,4        nodes hear only their own group; who is not named is in the first
#   bash scripts/network.sh heal               joins all again
#   bash scripts/network.sh logs 4             follows a node's log
#   bash scripts/network.sh rpc 4 METHOD [PARAMS]   asks a node: rpc 4 system_peers; rpc 4 chain_getBlockHash '[1]'
#   bash scripts/network.sh exec 4 COMMAND…    runs a command where node 4 sees the network
#   bash scripts/network.sh down               stops all nodes and removes the wires; the chain is kept
#   bash scripts/network.sh down --purge       removes the chain and its keys as well
#   bash scripts/network.sh --help             show this text
#
# Nodes 1 to 4 are validators, 5 is the full node that clients use. As root each node is in a network namespace of its
# own; otherwise all are on 127.0.0.1 with ports of their own, and the network cannot be cut.
#
# Environment:
#   LINLI_NODE              the program; by default it is built (about twenty minutes the first time)
#   LINLI_NETWORK           the network's name, at most 10 letters and digits (linli): two need different names
#   LINLI_NETWORK_FOLDER    where chain, keys, databases and logs are (~/.cache/linli/network/NAME)
#   LINLI_NETWORK_MODE      namespaces or loopback, instead of what this user may do
#   LINLI_NETWORK_TRIAL     if set, a chain that is made is for trials: it accepts --sealing, and its tickets are kept
#   LINLI_NETWORK_JOINING   how many validators more run that are not in the chain yet (0, at most 4): nodes 5 and on;
#                           the full node comes after them

set -euo pipefail
scripts="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/common.sh
. "$scripts/common.sh"
# shellcheck source=scripts/network/community.sh
. "$scripts/network/community.sh"
# shellcheck source=scripts/network/links.sh
. "$scripts/network/links.sh"
# shellcheck source=scripts/network/nodes.sh
. "$scripts/network/nodes.sh"

NETWORK_JOINING="${LINLI_NETWORK_JOINING:-0}"
[[ "$NETWORK_JOINING" =~ ^[0-4]$ ]] || fail "LINLI_NETWORK_JOINING is a number from 0 to 4, not $NETWORK_JOINING"
# Read where the community is made.
# shellcheck disable=SC2034
NETWORK_TRIAL="${LINLI_NETWORK_TRIAL:-}"
NETWORK_VALIDATORS=$((4 + NETWORK_JOINING))
NETWORK_NODES=$((NETWORK_VALIDATORS + 1))

# check_node TEXT: refuses what is not a node's number.
check_node() {
	if ! [[ "${1:-}" =~ ^[1-9]$ ]] || [ "$1" -gt "$NETWORK_NODES" ]; then
		fail "a node is a number from 1 to $NETWORK_NODES${1:+, not $1}; --help shows examples"
	fi
}

check_count() { [ "$1" -eq "$2" ] || fail "$3; --help shows examples"; }

# Arguments are checked before anything is done.
[ $# -gt 0 ] || set -- --help
subcommand="$1"
shift
case "$subcommand" in
-h | --help)
	usage "${BASH_SOURCE[0]}"
	exit 0
	;;
up | make | status | heal) check_count $# 0 "$subcommand takes no arguments" ;;
kill | stop | logs)
	check_count $# 1 "$subcommand takes the number of a node"
	check_node "$1"
	;;
start)
	[ $# -le 2 ] || fail "start takes the number of a node, and how its clock is wrong"
	check_node "${1:-}"
	[[ "${2:-+0s}" =~ ^[+-][0-9]+[smhd]$ ]] || fail "a clock is wrong by +30s, -5m, +9d or the like, not by $2"
	[ $# -lt 2 ] || faketime_library >/dev/null || fail "a wrong clock needs faketime: apt-get install faketime"
	;;
cut)
	check_count $# 1 "cut takes groups of nodes, such as 1,2:3,4"
	check_groups "$1"
	;;
rpc | exec)
	check_node "${1:-}"
	[ $# -ge 2 ] || fail "$subcommand takes the number of a node and what to do there; --help shows examples"
	;;
down) [ $# -eq 0 ] || { [ $# -eq 1 ] && [ "$1" = --purge ]; } || fail "down takes no arguments but --purge" ;;
*) fail "no such subcommand: $subcommand; --help lists them" ;;
esac

NETWORK_NAME="${LINLI_NETWORK:-linli}"
[[ "$NETWORK_NAME" =~ ^[a-z][a-z0-9]{0,9}$ ]] ||
	fail "LINLI_NETWORK is a letter and up to nine letters and digits, in lower case, not $NETWORK_NAME"
NETWORK_FOLDER="${LINLI_NETWORK_FOLDER:-${XDG_CACHE_HOME:-$HOME/.cache}/linli/network/$NETWORK_NAME}"
# A network that is up says itself in which mode it is.
if [ -f "$NETWORK_FOLDER/mode" ]; then
	NETWORK_MODE="$(cat "$NETWORK_FOLDER/mode")"
else
	NETWORK_MODE="${LINLI_NETWORK_MODE:-$(can_make_namespaces && echo namespaces || echo loopback)}"
fi
case "$NETWORK_MODE" in
namespaces) NETWORK_LOOPBACK=0 ;;
loopback) NETWORK_LOOPBACK=1 ;;
*) fail "LINLI_NETWORK_MODE is namespaces or loopback, not $NETWORK_MODE" ;;
esac

must_be_up() { [ -f "$NETWORK_FOLDER/mode" ] || fail "the network is not up: bash scripts/network.sh up"; }
must_have_wires() {
	[ "$NETWORK_MODE" = namespaces ] || fail "on 127.0.0.1 there are no wires to cut: run the network as root"
}

# Finds the program, or builds it.
find_binary() {
	NETWORK_BINARY="${LINLI_NODE:-}"
	if [ -z "$NETWORK_BINARY" ]; then
		# shellcheck source=scripts/setup.sh
		. "$scripts/setup.sh" build
		cd "$LINLI_ROOT"
		say "Building the node (about twenty minutes the first time on two cores, seconds after that)"
		cargo build --release --locked -p linli-node
		NETWORK_BINARY="$CARGO_TARGET_DIR/release/linli-node"
	fi
	[ -x "$NETWORK_BINARY" ] || fail "LINLI_NODE: $NETWORK_BINARY is not a program"
	NETWORK_BINARY="$(realpath "$NETWORK_BINARY")"
}

check_tools() {
	local tool missing=()
	for tool in curl jq ip; do
		command -v "$tool" >/dev/null || missing+=("${tool/ip/iproute2}")
	done
	[ ${#missing[@]} -eq 0 ] || fail "please install: ${missing[*]} (apt-get install ${missing[*]})"
}

do_make() {
	[ -n "${NETWORK_BINARY:-}" ] || find_binary
	cd "$scripts/.."
	[ ! -e "$NETWORK_FOLDER" ] || [ -z "$(ls -A "$NETWORK_FOLDER")" ] ||
		fail "$NETWORK_FOLDER has a chain or something else in it; choose another folder with LINLI_NETWORK_FOLDER"
	say "Making a chain with $((NETWORK_VALIDATORS - NETWORK_JOINING)) validators"
	make_community "$NETWORK_BINARY" "$NETWORK_FOLDER" "$NETWORK_VALIDATORS" $((NETWORK_NODES - NETWORK_VALIDATORS))
}

do_up() {
	local n
	[ ! -f "$NETWORK_FOLDER/mode" ] || fail "the network is up already: status shows it, down stops it"
	if [ "$NETWORK_MODE" = loopback ]; then
		for n in $(seq "$NETWORK_NODES"); do
			! is_taken "$(rpc_port "$n")" || fail "port $(rpc_port "$n") is in use by another program"
			! is_taken "$(node_port "$n")" || fail "port $(node_port "$n") is in use by another program"
		done
	fi
	find_binary
	[ -f "$NETWORK_FOLDER/spec.json" ] || do_make
	say "Starting $NETWORK_NODES nodes ($NETWORK_MODE)"
	[ "$NETWORK_MODE" = loopback ] || links_up
	echo "$NETWORK_MODE" >"$NETWORK_FOLDER/mode"
	echo "$NETWORK_BINARY" >"$NETWORK_FOLDER/binary"
	for n in $(seq "$NETWORK_NODES"); do
		start_node "$n"
	done
	for n in $(seq "$NETWORK_NODES"); do
		wait_for_rpc "$n" 120
	done
	print_status
	printf '\nClients: ws://%s:%s\nChain, keys and logs: %s\n' \
		"$([ "$NETWORK_MODE" = loopback ] && echo 127.0.0.1 || echo "$(cable_range).2")" \
		"$(rpc_port "$NETWORK_NODES")" "$NETWORK_FOLDER"
}

do_down() {
	local n
	for n in $(seq "$NETWORK_NODES"); do
		stop_node "$n" TERM &
	done
	wait
	[ "$NETWORK_MODE" = loopback ] || links_down
	rm -f "$NETWORK_FOLDER/mode"
	# Only what this script made is deleted.
	if [ "${1:-}" = --purge ] && [ -f "$NETWORK_FOLDER/spec.json" ]; then
		rm -rf "$NETWORK_FOLDER"
	fi
}

check_tools
case "$subcommand" in
up) do_up ;;
make) do_make ;;
down) do_down "$@" ;;
*)
	must_be_up
	NETWORK_BINARY="$(cat "$NETWORK_FOLDER/binary")"
	case "$subcommand" in
	status) print_status ;;
	kill) stop_node "$1" KILL ;;
	stop) stop_node "$1" TERM ;;
	start)
		! node_pid "$1" >/dev/null || fail "node $1 runs already"
		start_node "$1" "${2:-}"
		wait_for_rpc "$1" 120
		;;
	cut)
		must_have_wires
		links_cut "$1"
		;;
	heal)
		must_have_wires
		links_heal
		;;
	logs) exec tail -n 50 -f "$NETWORK_FOLDER/$1/log" ;;
	rpc) rpc "$@" || fail "node $1 gave no result for $2" ;;
	exec) in_node "$@" ;;
	esac
	;;
esac
