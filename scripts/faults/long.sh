# SPDX-License-Identifier: Apache-2.0
# The long fault tests. To be sourced after short.sh, not run.
# shellcheck shell=bash

# A validator is killed again and again while blocks are full of receipts; its database opens each time.
case_killed_fifty_times() {
	local number count=50
	for number in $(seq "$count"); do
		# At different moments of a slot, also while it starts.
		sleep "$((RANDOM % 6)).$((RANDOM % 10))"
		network kill 2
		network start 2 || return 1
		opens 2 || return 1
	done
	reach 2 "$(final_of 1)" 120 || return 1
	seen="its database opened $number times of $count; it had caught up $took s after the last"
}

# The full node loses its database and fetches the chain from the others: block by block, then by a proof of finality.
case_new_node() {
	local sync
	seen=""
	for sync in full warp; do
		network stop 5
		rm -rf "${NETWORK_FOLDER:?}/5/data"
		NETWORK_OPTIONS="--sync $sync" begin '' 5 || return 1
		reach 5 "$(final_of 1)" 180 || return 1
		seen+="${seen:+; }by --sync $sync it had the chain after $took s"
	done
	since_start 5 | grep -q 'Warp sync is complete' || broken "node 5 did not sync by warp proof"
}

# A clock that is half a minute ahead, then one that is behind. The validator's blocks come at the wrong time, the
# others' finality does not wait for it.
case_clock_off() {
	local clock
	seen=""
	for clock in +30s -30s; do
		network stop 4
		network start 4 "$clock"
		go_on 1 90 || return 1
		seen+="${seen:+; }with $clock three blocks final after $took s, $(lag 1) blocks behind"
		opens 4 || return 1
	done
	network stop 4
}

# lag N: how many blocks the last final block is behind the best.
lag() { echo $(($(best_of "$1") - $(final_of "$1"))); }

# A validator's disk gets full: it stops, with a sentence that says what to do; the others go on. With room again it
# starts and catches up.
case_disk_full() {
	local data="$NETWORK_FOLDER/4/data" disk size waited=0 said
	disk="$(mktemp -d)"
	network stop 4
	# A node needs 256 MiB free (--min-free-disk).
	size=$(($(du -sm "$data" | cut -f 1) + 512))
	mount -t tmpfs -o "size=${size}m,mode=700" linli-faults "$disk"
	disks+=("$disk")
	cp -a "$data/." "$disk/"
	mount --bind "$disk" "$data"
	disks+=("$data")
	network start 4 || return 1
	fallocate -l 384M "$disk/filler"
	while node_pid 4 >/dev/null && [ "$waited" -lt 60 ]; do
		sleep 1
		waited=$((waited + 1))
	done
	if node_pid 4 >/dev/null; then
		broken "node 4 still runs $waited s after its disk got full"
		return 1
	fi
	said="$(since_start 4 | grep -m 1 -oE 'The disk of .* is full: .*start it again' || true)"
	[ -n "$said" ] || {
		broken "node 4 did not say that its disk is full"
		return 1
	}
	seen="it said so and ended after $waited s"
	go_on 1 60 || return 1
	network kill 4
	rm -f "$disk/filler"
	network start 4 || return 1
	opens 4 || return 1
	reach 4 "$(final_of 1)" 120 || return 1
	seen+="; with room again it had caught up after $took s"
	network stop 4
	umount "$data"
	rm -rf "${data:?}"/*
	cp -a "$disk/." "$data/"
	umount "$disk"
	rmdir "$disk"
	disks=()
}

# A validator that the owners added and one that they removed: the set changes under load. validators.js made the
# decisions, and the nodes went on shortly before the session in which they take hold.
case_validators_changed() {
	local change said
	change="$(jq .change "$NETWORK_FOLDER/changed.json")"
	# The voters begin with the first block and come to the present.
	reach 1 "$(best_of 1)" 200 || return 1
	if [ "$(best_of 1)" -ge $((change - 3)) ]; then
		broken "the set changed before finality had come to the present"
		return 1
	fi
	said="$(node e2e/faults/behind.js "$(client_url)" $((change + 30)) 30)" || {
		broken "$said"
		return 1
	}
	seen="$said"
	said="$(node e2e/faults/validators.js check "$(client_url)" "$NETWORK_FOLDER" 2>&1)" || {
		broken "$said"
		return 1
	}
	seen+="; $said"
	# The operator of the removed one switches it off.
	network stop 4
	go_on 1 60 || return 1
	seen+="; three blocks final $took s after the removed one was switched off"
}

# All four are stopped for nine days, or for as long as it takes until a month has begun: then they go on, and the
# month's bills are issued once.
case_nine_days() {
	local n last days counted
	days=$((($(date -d "$(date +%Y-%m-01) +1 month" +%s) - $(date +%s)) / 86400 + 2))
	[ "$days" -ge 9 ] || days=9
	network stop 5
	for n in $(seq "$NETWORK_VALIDATORS"); do
		last="$(final_of "$n")"
		network stop "$n"
	done
	begin "+${days}d" 1 2 3 4 5 || return 1
	reach 1 $((last + 5)) 120 || return 1
	seen="$days days later five more blocks were final after $took s"
	counted="$(node e2e/faults/bills.js "$(client_url)" "$last")" || {
		broken "$counted"
		return 1
	}
	seen+="; $counted"
	one_chain
}
