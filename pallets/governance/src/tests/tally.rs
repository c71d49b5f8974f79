// SPDX-License-Identifier: Apache-2.0

//! The tally.

use crate::tally::{Choice, Tally, TallyError};
use linli_primitives::Power;

const ONE: Power = Power { area: 5, heads: 1 };

#[test]
fn adding_and_removing_a_ballot_restores_the_tally() {
	for choice in [Choice::For, Choice::Against, Choice::Abstain] {
		let mut tally = Tally::of_motion(false);
		assert_eq!(tally.add(&choice, ONE), Ok(()));
		assert_eq!(tally.participating(), Some(ONE));
		assert_eq!(tally.remove(&choice, ONE), Ok(()));
		assert_eq!(tally, Tally::of_motion(false));
	}
	let mut tally = Tally::of_election(32);
	let all = Choice::Approve { candidates: u32::MAX };
	assert_eq!(tally.add(&all, ONE), Ok(()));
	assert_eq!(tally.remove(&all, ONE), Ok(()));
	assert_eq!(tally, Tally::of_election(32));
}

#[test]
fn sums_neither_overflow_nor_underflow() {
	let mut tally = Tally::of_motion(false);
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
	assert_eq!(Tally::of_motion(false).add(&Choice::Approve { candidates: 0 }, ONE), Err(TallyError::InvalidChoice));
	assert_eq!(Tally::of_election(2).add(&Choice::Approve { candidates: 4 }, ONE), Err(TallyError::CandidateNotFound));
	assert_eq!(Tally::of_election(2).add(&Choice::Approve { candidates: 3 }, ONE), Ok(()));
	// The number of candidates is limited to the bits of a ballot.
	assert_eq!(Tally::of_election(99), Tally::of_election(32));
}
