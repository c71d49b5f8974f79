// SPDX-License-Identifier: GPL-3.0-or-later

use crate::hard_forks::{gap::GapImport, test_chain::TestChain, HardForks};
use futures::executor::block_on;
use linli_runtime::{opaque::Block, BlockNumber};
use sc_client_api::Backend;
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sp_consensus::{BlockOrigin, Error};
use sp_runtime::traits::Header as _;
use std::sync::{Arc, Mutex};

/// Notes which blocks it is asked to import.
#[derive(Clone, Default)]
struct Noting(Arc<Mutex<Vec<BlockNumber>>>);

#[async_trait::async_trait]
impl BlockImport<Block> for Noting {
	type Error = Error;

	async fn check_block(&self, _: BlockCheckParams<Block>) -> Result<ImportResult, Error> {
		Ok(ImportResult::imported(false))
	}

	async fn import_block(&self, block: BlockImportParams<Block>) -> Result<ImportResult, Error> {
		self.0.lock().unwrap().push(*block.header.number());
		Ok(ImportResult::imported(false))
	}
}

/// Which of the chain's blocks are imported with regard to finality, and which without, by a node that has `known`.
fn imported(chain: &TestChain, known: &TestChain, forks: HardForks) -> (Vec<BlockNumber>, Vec<BlockNumber>) {
	let (grandpa, plain) = (Noting::default(), Noting::default());
	let database = Arc::new(known.backend.blockchain().clone());
	let import = GapImport::new(grandpa.clone(), plain.clone(), database, forks);
	for number in 1..=35 {
		let block = BlockImportParams::new(BlockOrigin::GapSync, chain.header(number));
		block_on(import.import_block(block)).unwrap();
	}
	let numbers = |noting: Noting| noting.0.lock().unwrap().clone();
	(numbers(grandpa), numbers(plain))
}

#[test]
fn signals_of_the_standstill_need_no_agreement() {
	let chain = TestChain::revived();
	let forks = HardForks::new(vec![chain.hard_fork()]).unwrap();
	let (grandpa, plain) = imported(&chain, &chain, forks);
	assert_eq!(plain, vec![12, 20]);
	assert_eq!(grandpa, (1..=35).filter(|number| ![12, 20].contains(number)).collect::<Vec<_>>());
}

#[test]
fn without_hard_forks_all_blocks_are_grandpa_s() {
	let chain = TestChain::revived();
	assert_eq!(imported(&chain, &chain, HardForks::default()), ((1..=35).collect(), vec![]));
}

#[test]
fn signals_that_are_not_final_are_grandpa_s() {
	let chain = TestChain::revived();
	let forks = HardForks::new(vec![chain.hard_fork()]).unwrap();
	// A node that synchronises in full sees the blocks before they are final.
	let new = TestChain::new(&["Alice", "Bob", "Charlie", "Dave"]);
	assert_eq!(imported(&chain, &new, forks), ((1..=35).collect(), vec![]));
}
