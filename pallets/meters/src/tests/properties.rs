// SPDX-License-Identifier: Apache-2.0

//! The use is the sum of what was truly used, whatever the dial did.

use crate::{
	mock::*,
	types::{Change, Dial},
};
use frame_support::assert_ok;
use linli_primitives::calendar::DAY;
use proptest::prelude::*;

/// What happens to the meter on a day.
#[derive(Clone, Copy, Debug)]
enum Step {
	/// So many thousandths pass through the dial, and it is read.
	Use(u64),
	/// So many more than a plausible day's use pass, and two people say so.
	Burst(u64),
	/// So many pass, the dial is misread by some more, and the use is corrected.
	Misread(u64, u64),
	/// The dial is misread and the reading reversed on the same day.
	Reverse(u64),
	/// The meter is replaced by one with this multiplier that begins at this value.
	Replace(u32, u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
	let step = prop_oneof![
		4 => (0..=50u64).prop_map(Step::Use),
		1 => (1..=900u64).prop_map(Step::Burst),
		1 => (0..=40u64, 1..=9u64).prop_map(|(used, more)| Step::Misread(used, more)),
		1 => (1..=50u64).prop_map(Step::Reverse),
		1 => (1..=100u32, 0..10_000u64).prop_map(|(multiplier, opening)| Step::Replace(multiplier, opening)),
	];
	prop::collection::vec(step, 1..60)
}

/// A dial of one digit, which begins at zero again after 10,000 thousandths; a day admits 50 of them.
fn small(multiplier: u32) -> Dial {
	Dial { multiplier, digits: 1, plausibility: 50 * u64::from(multiplier), ..dial() }
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases(64)))]

	#[test]
	fn the_use_is_the_sum_of_what_was_used(steps in steps()) {
		ExtBuilder.build_and_execute(|| {
			const END: u64 = 10_000;
			let (mut dial, mut shown, mut total) = (small(1), 9_800u64, 0u64);
			let begin = Change::Replace { meter: METER, closing: 1_000, dial, opening: shown, at: Now::get() };
			assert_ok!(make(begin));
			for step in steps {
				pass(DAY);
				let at = Now::get();
				let factor = u64::from(dial.multiplier);
				match step {
					Step::Use(used) => {
						(shown, total) = ((shown + used) % END, total + used * factor);
						assert_ok!(read(METER, shown));
					}
					Step::Burst(more) => {
						let used = 50 + more;
						// Beyond the end of the dial a reading in doubt is refused; the meter is not at its end here.
						if shown + used < END {
							(shown, total) = (shown + used, total + used * factor);
							// After days without a reading it may be plausible.
							let in_doubt = Change::Read { meter: METER, value: shown, at };
							assert_ok!(read(METER, shown).or_else(|_| make(in_doubt)));
						}
					}
					Step::Misread(used, more) => {
						assert_ok!(read(METER, (shown + used + more) % END));
						(shown, total) = ((shown + used) % END, total + used * factor);
						let reason = hash(3);
						assert_ok!(make(Change::Correct { meter: METER, value: shown, total, at, reason }));
					}
					Step::Reverse(more) => {
						assert_ok!(read(METER, (shown + more) % END));
						let number = stored(METER).readings - 1;
						assert_ok!(Meters::reverse(signed(MANAGER), METER, number, hash(3)));
					}
					Step::Replace(multiplier, opening) => {
						let closing = shown;
						(dial, shown) = (small(multiplier), opening);
						assert_ok!(make(Change::Replace { meter: METER, closing, dial, opening, at }));
					}
				}
				assert_eq!(stored(METER).last.total, total);
			}
		});
	}
}
