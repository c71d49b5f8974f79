# SPDX-License-Identifier: Apache-2.0
# The wires of a test network: a network namespace for each node, joined by bridges. To be sourced, not run.
# shellcheck shell=bash
#
# The bridges are in a namespace of their own, the hub, so that nothing but one cable is seen on the machine itself: the
# one to the full node, for clients. Two nodes hear each other if their cables end at the same bridge, so the network is
# cut by moving cables to another bridge: nothing is refused, packets just stop arriving, as from a real cable.
#
#   NETWORK_NAME    what the names of the namespaces begin with
#   NETWORK_MODE    namespaces, or loopback: all nodes on 127.0.0.1, which cannot be cut
#   NETWORK_NODES   how many nodes there are; the last is the full node

# The address of node N among the nodes. Each network has this range for itself, in its namespaces.
node_address() {
	if [ "$NETWORK_MODE" = namespaces ]; then
		echo "10.86.0.$1"
	else
		echo 127.0.0.1
	fi
}

# The range between the machine and the full node, 10.86.K.0/30: two networks at a time rarely get the same.
cable_range() { echo "10.86.$((1 + $(cksum <<<"$NETWORK_NAME" | cut -d ' ' -f 1) % 254))"; }

hub() { echo "$NETWORK_NAME-hub"; }
namespace() { echo "$NETWORK_NAME-$1"; }

# in_node N COMMAND…: runs a command where node N sees the network.
in_node() {
	local n="$1"
	shift
	if [ "$NETWORK_MODE" = namespaces ]; then
		ip netns exec "$(namespace "$n")" "$@"
	else
		"$@"
	fi
}

links_exist() { [ -e "/run/netns/$(hub)" ]; }

# can_make_namespaces: succeeds if this user may.
can_make_namespaces() {
	[ "$(id -u)" -eq 0 ] && ip netns add "linli-probe-$$" 2>/dev/null && ip netns delete "linli-probe-$$"
}

add_bridge() {
	ip -n "$(hub)" link add "group$1" type bridge stp_state 0 forward_delay 0 mcast_snooping 0
	ip -n "$(hub)" link set "group$1" up
}

links_up() {
	local n range
	ip netns add "$(hub)"
	add_bridge 1
	for n in $(seq "$NETWORK_NODES"); do
		ip netns add "$(namespace "$n")"
		ip link add "node$n" netns "$(hub)" type veth peer name eth0 netns "$(namespace "$n")"
		ip -n "$(hub)" link set "node$n" master group1 up
		ip -n "$(namespace "$n")" link set lo up
		ip -n "$(namespace "$n")" address add "$(node_address "$n")/24" dev eth0
		ip -n "$(namespace "$n")" link set eth0 up
	done
	range="$(cable_range)"
	ip link add "$NETWORK_NAME" type veth peer name machine netns "$(namespace "$NETWORK_NODES")"
	ip address add "$range.1/30" dev "$NETWORK_NAME"
	ip link set "$NETWORK_NAME" up
	ip -n "$(namespace "$NETWORK_NODES")" address add "$range.2/30" dev machine
	ip -n "$(namespace "$NETWORK_NODES")" link set machine up
}

# links_down: removes what links_up made, also if it stopped half-way.
links_down() {
	local n
	for n in $(seq "$NETWORK_NODES"); do
		ip netns delete "$(namespace "$n")" 2>/dev/null || true
	done
	ip netns delete "$(hub)" 2>/dev/null || true
	ip link delete "$NETWORK_NAME" 2>/dev/null || true
}

# check_groups TEXT: refuses what is not groups of nodes, such as 1,2:3,4.
check_groups() {
	local n seen=' '
	[[ "$1" =~ ^[1-9](,[1-9])*(:[1-9](,[1-9])*)+$ ]] ||
		fail "groups are numbers of nodes joined by commas, the groups by colons, such as 1,2:3,4 and not $1"
	for n in ${1//[,:]/ }; do
		[ "$n" -le "$NETWORK_NODES" ] || fail "there is no node $n: this network has $NETWORK_NODES"
		[[ "$seen" != *" $n "* ]] || fail "node $n is in two groups"
		seen+="$n "
	done
}

# links_cut GROUPS: each group hears itself only. Nodes that are not named stay with the first group.
links_cut() {
	local group members n number=0
	links_heal
	for group in ${1//:/ }; do
		number=$((number + 1))
		[ "$number" -gt 1 ] || continue
		ip -n "$(hub)" link show "group$number" >/dev/null 2>&1 || add_bridge "$number"
		IFS=, read -ra members <<<"$group"
		for n in "${members[@]}"; do
			ip -n "$(hub)" link set "node$n" master "group$number"
		done
	done
}

links_heal() {
	local n
	for n in $(seq "$NETWORK_NODES"); do
		ip -n "$(hub)" link set "node$n" master group1
	done
}

# group_of N: prints the number of the bridge at which the node's cable ends, or - where there are none.
group_of() {
	if [ "$NETWORK_MODE" = loopback ]; then
		echo -
		return
	fi
	ip -n "$(hub)" -o link show "node$1" | sed -n 's/.* master group\([0-9]*\).*/\1/p'
}
