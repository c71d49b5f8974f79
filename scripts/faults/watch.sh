# SPDX-License-Identifier: Apache-2.0
# What the fault tests look at and wait for. To be sourced after scripts/network/*.sh, not run.
# shellcheck shell=bash
#
# Every wait has an end. What is not as it should be is said by `broken`, and the case returns 1.

broken() {
	printf '    broken: %s\n' "$*"
	return 1
}

# Numbers of the nodes that run.
running() {
	local n
	for n in $(seq "$NETWORK_NODES"); do
		! node_pid "$n" >/dev/null || echo "$n"
	done
}

# begin CLOCK N…: starts several nodes at once, and waits until all answer. CLOCK may be empty.
begin() {
	local clock="$1" n
	shift
	(
		NETWORK_BINARY="$(cat "$NETWORK_FOLDER/binary")"
		for n in "$@"; do
			start_node "$n" "$clock"
		done
		for n in "$@"; do
			wait_for_rpc "$n" 180
		done
	)
}

# reach N NUMBER SECONDS: waits until NUMBER is final at node N, and sets `took` to the seconds that it took.
reach() {
	local began=$SECONDS final
	until final="$(final_of "$1")" && [ "$final" -ge "$2" ]; do
		node_pid "$1" >/dev/null || {
			broken "node $1 ended: $(tail -n 1 "$NETWORK_FOLDER/$1/log")"
			return 1
		}
		[ $((SECONDS - began)) -lt "$3" ] || {
			broken "after $3 s node $1 has ${final:-nothing} as its last final block, and not $2"
			return 1
		}
		sleep 0.5
	done
	took=$((SECONDS - began))
}

# go_on N SECONDS: three more blocks become final at node N within the time.
go_on() {
	local now
	now="$(final_of "$1")" || now=0
	reach "$1" $((now + 3)) "$2"
}

# stand_still SECONDS N…: finality of these nodes has come to rest after one round's votes, and stays where it is for the
# time.
stand_still() {
	local seconds="$1" n now until
	local -A rest=()
	shift
	sleep 10
	for n in "$@"; do
		rest[$n]="$(final_of "$n")" || return 1
	done
	until=$((SECONDS + seconds))
	while [ "$SECONDS" -lt "$until" ]; do
		sleep 2
		for n in "$@"; do
			now="$(final_of "$n")" || now=none
			if [ "$now" != "${rest[$n]}" ]; then
				broken "the last final block of node $n is $now, which must not happen: it was ${rest[$n]}"
				return 1
			fi
		done
	done
}

# one_chain: no two nodes have a different block final at the same height.
one_chain() {
	local n m height hash other
	for n in $(running); do
		height="$(final_of "$n")" || height=0
		hash="$(rpc "$n" chain_getBlockHash "[$height]")" || hash=unknown
		for m in $(running); do
			[ "$(final_of "$m" || echo 0)" -ge "$height" ] || continue
			other="$(rpc "$m" chain_getBlockHash "[$height]")" || other=unknown
			if [ "$other" != "$hash" ]; then
				broken "block $height is $hash at node $n and $other at node $m, both final"
				return 1
			fi
		done
	done
}

# all_well SECONDS: all nodes run, hear each other and come to the same final blocks; sets `took`.
all_well() {
	local n highest=0 final began=$SECONDS left
	network heal
	for n in $(seq "$NETWORK_NODES"); do
		node_pid "$n" >/dev/null || network start "$n"
	done
	for n in $(seq "$NETWORK_NODES"); do
		final="$(final_of "$n")" || final=0
		[ "$final" -le "$highest" ] || highest="$final"
	done
	for n in $(seq "$NETWORK_NODES"); do
		left=$(($1 - (SECONDS - began)))
		reach "$n" $((highest + 1)) $((left > 1 ? left : 1)) || return 1
	done
	took=$((SECONDS - began))
	one_chain
}

# since_start N: prints what the node has logged since its last start.
since_start() { tac "$NETWORK_FOLDER/$1/log" | sed '/^==> started/q'; }

# opens N: since its last start, the node has said nothing of a database that is broken.
opens() {
	if since_start "$1" | grep -iE 'corrupt|panicked|Invalid(ly)? (database|metadata)|Error: Service\('; then
		broken "node $1 did not open its database"
	fi
}
