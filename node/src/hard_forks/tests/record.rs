// SPDX-License-Identifier: GPL-3.0-or-later

use crate::hard_forks::{
	record::{forced_changes, RecordError, Recorded},
	spec::Signal,
	test_chain::{key, TestChain},
	HardFork, HardForks,
};
use sc_client_api::Backend;

fn recorded(chain: &TestChain) -> Result<Vec<Recorded>, RecordError> {
	forced_changes(chain.backend.blockchain(), &chain.ends)
}

fn fork(chain: &TestChain, number: u32, set_id: u64, authority: &str, last_finalized: u32) -> Recorded {
	let block = Signal { number, hash: chain.hash(number) };
	let fork = HardFork { block, set_id, authorities: vec![key(authority)], last_finalized };
	Recorded { fork, enacted: number + 4 }
}

#[test]
fn ordinary_changes_are_no_hard_forks() {
	let mut chain = TestChain::new(&["Alice", "Bob"]);
	chain.grow_to(4);
	chain.change(&["Alice"]);
	chain.change(&["Bob"]);
	chain.grow_to(10);
	assert_eq!(recorded(&chain).unwrap(), vec![]);
}

#[test]
fn a_revival_is_found_between_ordinary_changes() {
	let chain = TestChain::revived();
	assert_eq!(recorded(&chain).unwrap(), vec![Recorded { fork: chain.hard_fork(), enacted: 24 }]);
}

#[test]
fn a_revival_on_top_of_the_first_block_or_of_a_change_is_found() {
	let mut chain = TestChain::new(&["Alice", "Bob"]);
	chain.stall();
	chain.grow_to(5);
	chain.revive(0, &["Alice"]);
	chain.change(&["Bob"]);
	let end = chain.ends[1].1;
	chain.stall();
	chain.grow_to(29);
	chain.revive(end, &["Eve"]);
	chain.grow_to(40);
	assert_eq!(chain.ends, vec![(0, 0), (1, end), (2, end)]);
	let found = recorded(&chain).unwrap();
	assert_eq!(found, vec![fork(&chain, 6, 1, "Alice", 0), fork(&chain, 30, 3, "Eve", end)]);
	HardForks::new(found.into_iter().map(|recorded| recorded.fork).collect()).unwrap();
}

#[test]
fn two_revivals_on_top_of_one_block_are_two() {
	let mut chain = TestChain::new(&["Alice", "Bob", "Charlie"]);
	chain.grow_to(3);
	chain.stall();
	chain.grow_to(9);
	chain.revive(3, &["Alice"]);
	chain.stall();
	chain.grow_to(19);
	chain.revive(3, &["Bob"]);
	chain.grow_to(30);
	assert_eq!(recorded(&chain).unwrap(), vec![fork(&chain, 10, 1, "Alice", 3), fork(&chain, 20, 2, "Bob", 3)]);
}

#[test]
fn a_revival_that_is_not_final_yet_is_not_written() {
	let mut chain = TestChain::new(&["Alice", "Bob"]);
	chain.grow_to(3);
	chain.stall();
	chain.grow_to(9);
	chain.revive(3, &["Alice"]);
	// It took hold, and nothing is final since.
	let error = recorded(&chain).unwrap_err();
	assert!(matches!(error, RecordError::NoSignal(0, 3)), "{error}");
	assert!(error.to_string().contains("Wait until"), "{error}");
	chain.grow_to(15);
	assert_eq!(recorded(&chain).unwrap(), vec![fork(&chain, 10, 1, "Alice", 3)]);
}
