// SPDX-License-Identifier: Apache-2.0

//! Standstills and lived time.

use crate::{mock::*, *};
use frame_support::traits::Hooks;
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, STANDSTILL},
	Moment,
};
use proptest::prelude::*;

/// The length of a slot, in ms.
const SLOT: Moment = 6_000;

/// A community that has made its first block.
fn running(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		block_after(0);
		test();
	});
}

#[test]
fn the_first_block_ends_no_standstill() {
	running(|| {
		assert_eq!(Community::clock(), ClockState { seen: START, stood_still: 0, standstills: 0 });
		assert_eq!(Community::lived(), START);
	});
}

#[test]
fn five_minutes_without_a_block_are_no_standstill() {
	running(|| {
		block_after(STANDSTILL);
		assert_eq!(Community::clock().standstills, 0);
		assert_eq!(Community::lived(), START + STANDSTILL);
	});
}

#[test]
fn a_longer_gap_takes_nothing_from_anyone() {
	running(|| {
		block_after(2 * DAY);
		assert_eq!(Community::lived(), START);
		let (from, until) = (START, START + 2 * DAY);
		assert_eq!(last_event(), Event::StoodStill { from, until });
		assert_eq!(Community::standstills(0, 10), vec![Standstill { from, until, total: 2 * DAY }]);
		block_after(SLOT);
		assert_eq!(Community::lived(), START + SLOT);
		assert_eq!(Community::now(), until + SLOT);
	});
}

#[test]
fn nothing_is_written_in_a_block_but_the_time_it_shows() {
	running(|| {
		block_after(SLOT);
		assert_eq!(Community::clock(), ClockState { seen: START + SLOT, stood_still: 0, standstills: 0 });
		assert!(System::read_events_for_pallet::<Event<Test>>().is_empty());
	});
}

#[test]
fn times_are_converted_across_standstills() {
	running(|| {
		block_after(SLOT);
		block_after(DAY);
		block_after(SLOT);
		block_after(2 * DAY);
		block_after(SLOT);
		let end = START + 3 * SLOT + 3 * DAY;
		assert_eq!(Community::now(), end);
		// Each block's time, the two of a standstill having lived equally long.
		for (moment, lived) in [
			(START, START),
			(START + SLOT, START + SLOT),
			(START + 2 * SLOT + DAY, START + 2 * SLOT),
			(end, START + 3 * SLOT),
		] {
			assert_eq!((Community::lived_at(moment), Community::moment_of(lived)), (lived, moment));
		}
		// Within the first standstill.
		assert_eq!(Community::lived_at(START + SLOT + DAY / 2), START + SLOT);
		// A future without standstills.
		assert_eq!(Community::moment_of(Community::lived() + DAY), end + DAY);
		assert_eq!(Community::lived_at(end + DAY), Community::lived() + DAY);
	});
}

#[test]
fn standstills_are_read_by_page() {
	running(|| {
		for _ in 0..120 {
			block_after(DAY);
		}
		assert_eq!(Community::standstills(0, u32::MAX).len(), 100);
		assert_eq!(Community::standstills(100, 100).len(), 20);
		assert_eq!(Community::standstills(119, 1)[0].until, Community::now());
		assert!(Community::standstills(120, 1).is_empty());
		assert!(Community::standstills(u32::MAX, u32::MAX).is_empty());
	});
}

#[test]
fn a_chain_for_trials_has_a_longer_limit() {
	let mut builder = ExtBuilder::default();
	builder.genesis.standstill_limit = Some(30 * DAY);
	builder.build_and_execute(|| {
		block_after(0);
		block_after(30 * DAY);
		assert_eq!(Community::lived(), START + 30 * DAY);
		block_after(30 * DAY + 1);
		assert_eq!(Community::clock().stood_still, 30 * DAY + 1);
	});
}

#[test]
#[should_panic(expected = "a gap of five minutes or less is no standstill")]
fn a_shorter_limit_is_refused() {
	let mut builder = ExtBuilder::default();
	builder.genesis.standstill_limit = Some(STANDSTILL - 1);
	builder.build();
}

#[test]
fn each_block_reserves_the_weight_of_its_time() {
	running(|| assert_eq!(Community::on_initialize(2), <() as WeightInfo>::note_time()));
}

proptest! {
	#![proptest_config(ProptestConfig { cases: cases(64), ..ProptestConfig::default() })]

	/// Lived time never runs backwards, passes with each gap that is no standstill, and every block's time is found
	/// again from its lived time, except after a standstill, which begins and ends at one lived time.
	#[test]
	fn lived_time_passes_between_blocks_only(gaps in prop::collection::vec(prop_oneof![
		SLOT..=STANDSTILL,
		STANDSTILL + 1..30 * DAY,
	], 1..60)) {
		running(|| {
			let mut blocks = vec![(Community::now(), Community::lived(), false)];
			for gap in gaps {
				let before = Community::lived();
				block_after(gap);
				let stood = gap > STANDSTILL;
				assert_eq!(Community::lived(), if stood { before } else { before + gap });
				blocks.push((Community::now(), Community::lived(), stood));
			}
			for (moment, lived, stood) in blocks {
				assert_eq!(Community::lived_at(moment), lived);
				assert_eq!(Community::moment_of(lived) == moment, !stood, "{moment} {lived}");
			}
		});
	}
}
