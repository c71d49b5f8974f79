#!/usr/bin/env bash
# Builds the node, makes the chain of a sample community (docs/samples) and runs it. Ctrl+C stops it and leaves nothing
# behind.
#
#   bash scripts/run.sh                          blocks by Aura, finality by GRANDPA, as on a community's chain
#   bash scripts/run.sh --sealing manual         blocks only on request, by the RPC method dev_newBlock
#   bash scripts/run.sh --sealing instant        also a block for each transaction
#   bash scripts/run.sh --sealing interval=500   also a block every 500 ms
#
# Options:
#   --rpc-port PORT          the port clients connect to (9944)
#   --port PORT              the port for other nodes (30333)
#   --prometheus-port PORT   the port for metrics (9615)
#   --help                   show this text
#   -- OPTION…               anything else that `linli-node --help` lists, such as -- --log debug
#
# Two chains on one machine need different ports:
#
#   bash scripts/run.sh --rpc-port 9945 --port 30334 --prometheus-port 9616
#
# To make a chain that is kept, see docs/operators.md.

set -euo pipefail
scripts="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=scripts/common.sh
. "$scripts/common.sh"

# Arguments are checked before anything is built.
rpc_port=9944
node_arguments=()
while [ $# -gt 0 ]; do
	case "$1" in
	-h | --help)
		usage "${BASH_SOURCE[0]}"
		exit 0
		;;
	--)
		shift
		break
		;;
	--sealing | --rpc-port | --port | --prometheus-port)
		[ $# -ge 2 ] || fail "$1 needs a value; --help shows examples"
		set -- "$1=$2" "${@:3}"
		;;
	--sealing=*)
		[[ "${1#*=}" =~ ^(manual|instant|interval=[1-9][0-9]*)$ ]] ||
			fail "--sealing is manual, instant or interval=MS, not ${1#*=}"
		node_arguments+=("$1")
		shift
		;;
	--rpc-port=* | --port=* | --prometheus-port=*)
		port="${1#*=}"
		is_number "$port" || fail "${1%%=*} is a port from 1 to 65535, not $port"
		! is_taken "$port" || fail "${1%%=*}: port $port is in use by another program; choose another"
		case "$1" in
		--rpc-port=*) rpc_port="$port" ;;
		*) node_arguments+=("$1") ;;
		esac
		shift
		;;
	*) fail "no such option: $1. --help lists them; options of the node come after --, as in: run.sh -- $1" ;;
	esac
done
for argument in "$@"; do
	case "${argument%%=*}" in
	--chain | --dev | --base-path | --tmp | --keystore-path | --node-key-file | --validator | --rpc-port)
		fail "${argument%%=*} is set by this script; to start a node with your own, run linli-node (docs/operators.md)"
		;;
	esac
done
node_arguments+=("$@")
! is_taken "$rpc_port" ||
	fail "port $rpc_port is in use by another program, perhaps another node; choose another with --rpc-port PORT"

# shellcheck source=scripts/setup.sh
. "$scripts/setup.sh" build
cd "$LINLI_ROOT"

say "Building the node (about twenty minutes the first time on two cores, seconds after that)"
cargo build --release --locked -p linli-node
node="$CARGO_TARGET_DIR/release/linli-node"

say "Making the chain of the sample community"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
"$node" community new --roster docs/samples/roster.csv --charges docs/samples/charges.toml --name "Willow Court" \
	--out "$folder/willow" --trial

cat <<TEXT

==> Starting the chain. Connect to it at

      ws://127.0.0.1:$rpc_port

    In a browser: https://polkadot.js.org/apps/?rpc=ws://127.0.0.1:$rpc_port
    Until the chain stops, the keys of its offices are in $folder/willow/keys
    and the codes of the owners' claim tickets in $folder/willow/tickets/tickets.csv.
    Ctrl+C stops the chain.

TEXT
"$node" --chain "$folder/willow/chain-spec-raw.json" --validator --base-path "$folder/data" --rpc-port "$rpc_port" \
	--keystore-path "$folder/willow/keys/keystore" --node-key-file "$folder/willow/keys/node-key" \
	${node_arguments[@]+"${node_arguments[@]}"}
