# SPDX-License-Identifier: Apache-2.0
# The nodes of a test network: started, stopped, asked. To be sourced after links.sh, not run.
# shellcheck shell=bash
#
#   NETWORK_FOLDER       the chain spec, and a folder for each node
#   NETWORK_VALIDATORS   how many of the nodes, from the first on, are validators
#   NETWORK_BINARY       the program
#   NETWORK_OPTIONS      more options of the nodes that are started, if any

is_validator() { [ "$1" -le "$NETWORK_VALIDATORS" ]; }

# In namespaces all nodes have the usual ports, on one address they have their own.
node_port() { echo $((30333 + (NETWORK_LOOPBACK * $1))); }
rpc_port() { echo $((9944 + (NETWORK_LOOPBACK * $1))); }
metrics_port() { echo $((9615 + (NETWORK_LOOPBACK * $1))); }

# node_pid N: prints the process of a node that runs, and fails if none does. A number that another program got since
# is not taken for it.
node_pid() {
	local pid
	pid="$(cat "$NETWORK_FOLDER/$1/pid" 2>/dev/null)" && [ -n "$pid" ] || return 1
	tr '\0' '\n' 2>/dev/null <"/proc/$pid/cmdline" | grep -qxF "$NETWORK_FOLDER/$1/data" || return 1
	echo "$pid"
}

# boot_nodes N: prints the addresses of all nodes but N. Each knows all others, so none of them is needed to meet.
boot_nodes() {
	local n
	for n in $(seq "$NETWORK_NODES"); do
		[ "$n" -eq "$1" ] || echo "/ip4/$(node_address "$n")/tcp/$(node_port "$n")/p2p/$(cat "$NETWORK_FOLDER/$n/peer-id")"
	done
}

# faketime_library: prints the library that moves the clock of a program with threads; fails if it is not installed.
faketime_library() { compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' | head -n 1 | grep .; }

# start_node N [CLOCK]: starts a node and does not wait for it. CLOCK moves its clock, such as +30s, +9d.
start_node() {
	local n="$1" clock="${2:-}" folder="$NETWORK_FOLDER/$1" before=() more
	local options=(--chain "$NETWORK_FOLDER/spec.json" --name "node-$n" --base-path "$folder/data")
	options+=(--node-key-file "$folder/node-key" --listen-addr "/ip4/0.0.0.0/tcp/$(node_port "$n")")
	# Private addresses are what a network in one house has; the machine's own neighbours are not to be met.
	options+=(--allow-private-ip --no-mdns --no-telemetry --disable-log-color)
	options+=(--rpc-port "$(rpc_port "$n")" --prometheus-port "$(metrics_port "$n")" --trie-cache-size 67108864)
	# shellcheck disable=SC2207
	options+=(--bootnodes $(boot_nodes "$n"))
	if [ "$NETWORK_MODE" = namespaces ]; then
		# A Prometheus in any of the namespaces can ask all nodes.
		options+=(--prometheus-external)
	fi
	if is_validator "$n"; then
		options+=(--validator --keystore-path "$folder/keystore")
	elif [ "$NETWORK_MODE" = namespaces ]; then
		# All interfaces of its namespace: those of the test network, and the cable to this machine.
		options+=(--rpc-external --rpc-methods safe --rpc-cors all)
	fi
	read -ra more <<<"${NETWORK_OPTIONS:-}"
	options+=(${more[@]+"${more[@]}"})
	if [ -n "$clock" ]; then
		# Not by the command `faketime`, which stays between this script and the node and takes the signals. Timers go
		# by the monotonic clock and must not jump.
		before=(env "LD_PRELOAD=$(faketime_library)" "FAKETIME=$clock" DONT_FAKE_MONOTONIC=1)
	fi
	printf '\n==> started at %s%s\n' "$(date --iso-8601=seconds)" "${clock:+, clock $clock}" >>"$folder/log"
	if [ "$NETWORK_MODE" = namespaces ]; then
		before=(ip netns exec "$(namespace "$n")" ${before[@]+"${before[@]}"})
	fi
	${before[@]+"${before[@]}"} setsid "$NETWORK_BINARY" "${options[@]}" </dev/null >>"$folder/log" 2>&1 &
	echo $! >"$folder/pid"
}

# stop_node N SIGNAL: ends a node and waits until it is gone.
stop_node() {
	local pid waited=0
	pid="$(node_pid "$1")" || return 0
	kill -s "$2" "$pid"
	# Its files and ports are closed a moment after its command line is gone.
	while grep -qs '^State:[[:space:]]*[^ZX]' "/proc/$pid/status"; do
		sleep 0.1
		waited=$((waited + 1))
		[ "$waited" -ne 300 ] || kill -s KILL "$pid"
	done
	rm -f "$NETWORK_FOLDER/$1/pid"
}

# rpc N METHOD [PARAMS]: asks node N and prints the result as JSON; fails if there is none.
rpc() {
	in_node "$1" curl -s -m 20 "http://127.0.0.1:$(rpc_port "$1")" -H 'content-type: application/json' \
		-d "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$2\",\"params\":${3:-[]}}" | jq -ce '.result // error(.error.message)' 2>/dev/null
}

# number_of N HASH_OR_NOTHING: prints the number of a block, by default the best.
number_of() {
	local header
	header="$(rpc "$1" chain_getHeader "[${2:-}]")" || return 1
	printf '%d\n' "$(jq -r .number <<<"$header")"
}

best_of() { number_of "$1"; }
final_of() {
	local hash
	hash="$(rpc "$1" chain_getFinalizedHead)" && number_of "$1" "$hash"
}

# wait_for_rpc N SECONDS: waits until the node answers.
wait_for_rpc() {
	local until=$((SECONDS + $2))
	until rpc "$1" system_health >/dev/null; do
		node_pid "$1" >/dev/null || fail "node $1 ended:
$(tail -n 5 "$NETWORK_FOLDER/$1/log")"
		[ "$SECONDS" -lt "$until" ] || fail "node $1 does not answer after $2 s; its log: $NETWORK_FOLDER/$1/log"
		sleep 0.5
	done
}

# print_status: a table of all nodes.
print_status() {
	local n health final
	printf '%-5s %-10s %-8s %6s %6s %8s %8s  %s\n' node role process group peers best final 'hash of the final block'
	for n in $(seq "$NETWORK_NODES"); do
		printf '%-5s %-10s ' "$n" "$(is_validator "$n" && echo validator || echo full)"
		if ! node_pid "$n" >/dev/null; then
			printf '%-8s\n' -
			continue
		fi
		printf '%-8s %6s ' "$(node_pid "$n")" "$(group_of "$n")"
		if ! health="$(rpc "$n" system_health)" || ! final="$(rpc "$n" chain_getFinalizedHead)"; then
			echo 'does not answer'
			continue
		fi
		printf '%6s %8s %8s  %s\n' "$(jq .peers <<<"$health")" "$(best_of "$n")" "$(number_of "$n" "$final")" \
			"$(jq -r . <<<"$final")"
	done
}
