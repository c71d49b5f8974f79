// SPDX-License-Identifier: Apache-2.0

//! Counting alone.

use crate::tally::{Choice, Tally, TallyError};
use linli_primitives::Power;

const ONE: Power = Power { area: 5, heads: 1 };

#[test]
fn what_is_added_and_removed_was_never_there() {
	for choice in [Choice::For, Choice::Against, Choice::Abstain] {
		let mut tally = Tally::of_motion();
		assert_eq!(tally.add(&choice, ONE), Ok(()));
		assert_eq!(tally.participating(), Some(ONE));
		assert_eq!(tally.remove(&choice, ONE), Ok(()));
		assert_eq!(tally, Tally::of_motion());
	}
	let mut tally = Tally::of_election(32);
	let all = Choice::Approve { candidates: u32::MAX };
	assert_eq!(tally.add(&all, ONE), Ok(()));
	assert_eq!(tally.remove(&all, ONE), Ok(()));
	assert_eq!(tally, Tally::of_election(32));
}

#[test]
fn more_than_there_is_cannot_be_counted() {
	let mut tally = Tally::of_motion();
	assert_eq!(tally.remove(&Choice::For, ONE), Err(TallyError::Overflow));
	let most = Power { area: u64::MAX, heads: 1 };
	assert_eq!(tally.add(&Choice::For, most), Ok(()));
	assert_eq!(tally.add(&Choice::For, ONE), Err(TallyError::Overflow));
	assert_eq!(tally.add(&Choice::Against, ONE), Ok(()));
	assert_eq!(tally.participating(), None);
}

#[test]
fn each_question_has_its_choices() {
	assert_eq!(Tally::of_election(2).add(&Choice::For, ONE), Err(TallyError::InvalidChoice));
	assert_eq!(Tally::of_motion().add(&Choice::Approve { candidates: 0 }, ONE), Err(TallyError::InvalidChoice));
	assert_eq!(Tally::of_election(2).add(&Choice::Approve { candidates: 4 }, ONE), Err(TallyError::CandidateNotFound));
	assert_eq!(Tally::of_election(2).add(&Choice::Approve { candidates: 3 }, ONE), Ok(()));
	// There are as many candidates as bits.
	assert_eq!(Tally::of_election(99), Tally::of_election(32));
}
