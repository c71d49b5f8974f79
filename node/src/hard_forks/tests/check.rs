// SPDX-License-Identifier: GPL-3.0-or-later

use crate::hard_forks::{
	check::agree,
	test_chain::{key, TestChain},
	HardFork, HardForks,
};
use linli_runtime::Hash;
use sc_client_api::Backend;

fn agrees(chain: &TestChain, fork: HardFork) -> Result<(), String> {
	agree(&HardForks::new(vec![fork]).unwrap(), chain.backend.blockchain(), &chain.set())
}

#[test]
fn a_hard_fork_that_the_node_saw_has_to_be_that_one() {
	let chain = TestChain::revived();
	let right = chain.hard_fork();
	assert_eq!(agrees(&chain, right.clone()), Ok(()));

	let mut elsewhere = right.clone();
	elsewhere.block.hash = Hash::repeat_byte(9);
	let mut moved = right.clone();
	moved.block.number = 21;
	let mut plain = right.clone();
	plain.block.number = 25;
	plain.block.hash = chain.hash(25);
	for (wrong, reason) in [
		(elsewhere, "block 20 of this node's own chain, which is final, is 0x"),
		(moved, "has the number 20, not 21"),
		(plain, "block 25 signals no forced change"),
		(HardFork { last_finalized: 9, ..right.clone() }, "lastFinalized is 9, and block 20 says 10"),
		(HardFork { authorities: vec![key("Alice")], ..right.clone() }, "not those that block 20 names"),
		(HardFork { set_id: 3, ..right }, "setId is 3, and this node counted 2"),
	] {
		let error = agrees(&chain, wrong).unwrap_err();
		assert!(error.contains("authorityHardForks, entry 1: "), "{error}");
		assert!(error.contains(reason), "{reason}: {error}");
	}
}

#[test]
fn a_hard_fork_that_the_node_did_not_see_contradicts_nothing() {
	let seen = TestChain::revived();
	let mut new = TestChain::new(&["Alice", "Bob", "Charlie", "Dave"]);
	assert_eq!(agrees(&new, seen.hard_fork()), Ok(()));
	// It has the number, and not as a final block.
	new.stall();
	new.grow_to(25);
	assert_eq!(agrees(&new, seen.hard_fork()), Ok(()));
}

#[test]
fn a_node_that_did_not_count_the_sets_takes_the_id() {
	let mut chain = TestChain::revived();
	let fork = HardFork { set_id: 7, ..chain.hard_fork() };
	assert!(agrees(&chain, fork.clone()).is_err());
	chain.ends.clear();
	assert_eq!(agrees(&chain, fork), Ok(()));
}
