# SPDX-License-Identifier: Apache-2.0
# The short fault tests. Each begins and ends with a network that is well. To be sourced, not run.
# shellcheck shell=bash
#
# A case sets `seen` to what it measured.

# One of four is killed: the others go on. Another is killed: nothing becomes final, until both are back.
case_killed() {
	network kill 4
	go_on 1 90 || return 1
	seen="with one killed, three blocks final after $took s"
	network kill 3
	stand_still 30 1 || return 1
	begin '' 3 4 || return 1
	go_on 1 60 || return 1
	seen+="; with two, nothing for 30 s, and three blocks final $took s after both were back"
}

# One is cut off, which is less than a third: the others go on, it does not, and it catches up.
case_cut_3_1() {
	local before
	network cut 1,2,3,5:4
	before="$(final_of 1)" || return 1
	stand_still 30 4 || return 1
	reach 1 $((before + 3)) 30 || return 1
	seen="three went on while one stood still for 30 s"
	network heal
	reach 4 "$(final_of 1)" 360 || return 1
	seen+="; joined again, it had caught up after $took s"
}

# Halves: neither has more than two thirds, so nothing becomes final. GRANDPA sends its votes again after five minutes.
case_cut_2_2() {
	network cut 1,2,5:3,4
	stand_still 30 1 3 || return 1
	network heal
	go_on 1 360 || return 1
	seen="nothing final for 30 s in either half; three blocks final $took s after they were joined"
}
