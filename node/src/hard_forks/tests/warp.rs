// SPDX-License-Identifier: GPL-3.0-or-later

use crate::hard_forks::{test_chain::key, test_chain::TestChain, warp::Provider, HardFork, HardForks};
use linli_runtime::{opaque::Block, BlockNumber, Hash};
use sc_network_sync::strategy::warp::{VerificationResult, WarpSyncProvider};
use sp_runtime::traits::Header as _;

/// What a new node asks for first, and how far it gets by the proofs of a node that saw everything.
fn warp(seen: &TestChain, forks: Vec<HardFork>) -> (Hash, Result<BlockNumber, String>) {
	let answering = Provider::new(seen.backend.clone(), seen.set(), &HardForks::default()).unwrap();
	// It has the first block only.
	let new = TestChain::new(&["Alice", "Bob", "Charlie", "Dave"]);
	let forks = HardForks::new(forks).unwrap();
	let mut verifier = Provider::new(new.backend.clone(), new.set(), &forks).unwrap().create_verifier();
	let begin = verifier.next_proof_context();
	let result = answering.generate(begin).and_then(|proof| verifier.verify(&proof));
	let reached = result.map_err(|error| error.to_string()).map(|result| {
		let VerificationResult::Complete::<Block>(header, proven) = result else { panic!("the proof is short") };
		// The next question would go on from there.
		assert_eq!(verifier.next_proof_context(), header.hash());
		assert!(!proven.is_empty());
		*header.number()
	});
	(begin, reached)
}

#[test]
fn proofs_lead_from_genesis_across_ordinary_changes() {
	let mut chain = TestChain::new(&["Alice", "Bob", "Charlie", "Dave"]);
	chain.grow_to(4);
	chain.change(&["Alice", "Bob", "Charlie", "Eve"]);
	chain.grow_to(10);
	chain.justify();
	assert_eq!(warp(&chain, Vec::new()), (chain.hash(0), Ok(10)));
}

#[test]
fn no_proof_leads_across_a_revival() {
	let chain = TestChain::revived();
	let (begin, reached) = warp(&chain, Vec::new());
	assert_eq!(begin, chain.hash(0));
	let error = reached.unwrap_err();
	assert!(error.contains("justification"), "{error}");
}

#[test]
fn with_the_hard_fork_proofs_begin_behind_it() {
	let chain = TestChain::revived();
	assert_eq!(warp(&chain, vec![chain.hard_fork()]), (chain.hash(20), Ok(35)));
}

#[test]
fn the_last_of_several_hard_forks_counts() {
	let mut chain = TestChain::revived();
	let first = chain.hard_fork();
	chain.stall();
	chain.grow_to(49);
	chain.revive(35, &["Ferdie"]);
	chain.grow_to(60);
	chain.justify();
	let mut second = HardFork { set_id: 4, authorities: vec![key("Ferdie")], last_finalized: 35, ..first.clone() };
	second.block.number = 50;
	second.block.hash = chain.hash(50);
	assert!(warp(&chain, vec![first.clone()]).1.is_err());
	assert_eq!(warp(&chain, vec![first, second]), (chain.hash(50), Ok(60)));
}

#[test]
fn a_hard_fork_with_other_voters_or_another_set_proves_nothing() {
	let chain = TestChain::revived();
	let right = chain.hard_fork();
	let others = HardFork { authorities: vec![key("Eve"), key("Ferdie")], ..right.clone() };
	let another = HardFork { set_id: 3, ..right };
	for wrong in [others, another] {
		let error = warp(&chain, vec![wrong]).1.unwrap_err();
		assert!(error.contains("justification"), "{error}");
	}
}

#[test]
fn a_hard_fork_of_another_chain_gets_no_answer() {
	let chain = TestChain::revived();
	let mut elsewhere = chain.hard_fork();
	elsewhere.block.hash = Hash::repeat_byte(9);
	let error = warp(&chain, vec![elsewhere]).1.unwrap_err();
	assert!(error.contains("Missing start block"), "{error}");
}

#[test]
fn nodes_answer_as_before() {
	let chain = TestChain::revived();
	let forks = HardForks::new(vec![chain.hard_fork()]).unwrap();
	let with = Provider::new(chain.backend.clone(), chain.set(), &forks).unwrap();
	let without = Provider::new(chain.backend.clone(), chain.set(), &HardForks::default()).unwrap();
	for begin in [0, 20, 30].map(|number| chain.hash(number)) {
		assert_eq!(with.generate(begin).unwrap().0, without.generate(begin).unwrap().0);
	}
}
