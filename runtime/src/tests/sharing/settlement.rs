// SPDX-License-Identifier: Apache-2.0

//! Many bookings due at the same time stay within the limit of each block.

use super::*;
use frame_support::traits::Hooks;

const BOOKINGS: u32 = 1_280;

/// Runs a block and checks the pallet's share of it. Returns the number of bookings processed.
fn one_block(ends: fn(&Event<Runtime>) -> bool) -> u32 {
	System::set_block_number(System::block_number() + 1);
	System::reset_events();
	let used = Sharing::on_initialize(System::block_number());
	assert!(used.all_lte(SettlementBudget::get()), "{used:?}");
	let events = System::events().into_iter();
	let done = events.filter(|record| matches!(&record.event, RuntimeEvent::Sharing(event) if ends(event))).count();
	u32::try_from(done).unwrap()
}

/// Runs blocks until all bookings are processed, each once. Returns the number of blocks.
fn all_of_them(ends: fn(&Event<Runtime>) -> bool) -> u32 {
	let (mut done, mut blocks) = (0, 0);
	while done < BOOKINGS {
		let more = one_block(ends);
		assert!(more > 0, "the queue stands still after {done}");
		(done, blocks) = (done + more, blocks + 1);
	}
	assert_eq!((done, one_block(ends)), (BOOKINGS, 0));
	blocks
}

#[test]
fn many_bookings_due_in_one_minute_take_no_more_than_their_share_of_a_block() {
	street().execute_with(|| {
		let terms = Terms { deposit: 100, ..terms() };
		let first = slot_in(1);
		for number in 0..BOOKINGS {
			let renter = NEIGHBOURS[number as usize % NEIGHBOURS.len()];
			book(renter, list(MANAGER, Some(OPERATING), terms.clone()), first, 1);
		}
		let issuance = Balances::total_issuance();
		let lapsed = {
			pallet_timestamp::Now::<Runtime>::put(start_of(first + 1));
			all_of_them(|event| matches!(event, Event::Returned { .. }))
		};
		let settled = {
			pallet_timestamp::Now::<Runtime>::put(start_of(first + 1) + 2 * DAY);
			all_of_them(|event| matches!(event, Event::Settled { .. }))
		};
		println!("{BOOKINGS} bookings: returned in {lapsed} blocks, settled in {settled}");
		// Ten renters with all the bookings they may have: what a return costs, one block can bear for all of them.
		assert!(settled > 1, "they would all have fit: this shows nothing");
		assert_eq!(pot(OPERATING) + pot(INCOME), Fen::from(BOOKINGS) * PRICE);
		assert_eq!(Balances::total_issuance(), issuance);
	});
}
