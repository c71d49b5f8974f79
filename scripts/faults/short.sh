# SPDX-License-Identifier: Apache-2.0
# The short fault tests. Each begins and ends with a network that is well. To be sourced, not run.
# shellcheck shell=bash
#
# A case sets `seen` to what it measured.

# One of four is killed: the others go on.
case_one_killed() {
	network kill 4
	go_on 1 90 || return 1
	seen="three blocks final after $took s without it"
	network start 4
	reach 4 "$(final_of 1)" 90 || return 1
	seen+="; back, it had caught up after $took s"
}

# Two of four are killed: nothing becomes final, until both are back.
case_two_killed() {
	network kill 3
	network kill 4
	stand_still 1 30 || return 1
	begin '' 3 4 || return 1
	go_on 1 60 || return 1
	seen="nothing final for 30 s; three blocks final $took s after both were back"
}

# One is cut off, which is less than a third: the others go on, it does not, and it catches up.
case_cut_3_1() {
	network cut 1,2,3,5:4
	stand_still 4 30 || return 1
	go_on 1 60 || return 1
	seen="three went on, one stood still for 30 s"
	network heal
	reach 4 "$(final_of 1)" 360 || return 1
	seen+="; joined again, it had caught up after $took s"
}

# kills COUNT: a validator is killed again and again while blocks are full of receipts; its database opens each time.
kills() {
	local count="$1" number
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

case_killed_often() { kills 5; }
