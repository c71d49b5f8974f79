// SPDX-License-Identifier: Apache-2.0

//! Quorum and approval in elections.

use super::*;

#[test]
fn a_candidate_needs_the_approval_of_the_class() {
	let class = approval(HALF, HALF, true, Base::Participating);
	let (total, participating) = (power(ALL), power((600, 60)));
	for (approving, expected) in
		[((300, 31), false), ((301, 30), false), ((301, 31), true), ((600, 60), true), (NONE, false)]
	{
		assert_eq!(qualifies(&class, total, participating, power(approving)), expected, "{approving:?}");
	}
	// There is no *against* in an election: a share of for and against is one of those who took part.
	let of_votes = approval(HALF, HALF, true, Base::ForAndAgainst);
	assert!(!qualifies(&of_votes, total, participating, power((300, 30))));
	assert!(qualifies(&of_votes, total, participating, power((301, 31))));
	let of_all = approval(HALF, HALF, true, Base::All);
	assert!(!qualifies(&of_all, total, participating, power((450, 45))));
	assert!(qualifies(&of_all, total, participating, power((451, 46))));
}

#[test]
fn without_a_required_approval_any_approval_qualifies() {
	let plurality = approval(None, None, true, Base::Participating);
	assert!(qualifies(&plurality, power(ALL), power(ALL), power((1, 1))));
	assert!(!qualifies(&plurality, power(ALL), power(ALL), power(NONE)));
}

#[test]
fn the_quorum_of_an_election_is_that_of_its_class() {
	let class = participation(TWO_THIRDS, TWO_THIRDS, true);
	assert_eq!(quorum(&class, power(NONE), power(NONE)), Err(Reason::NobodyEntitled));
	assert_eq!(quorum(&class, power(ALL), power(NONE)), Err(Reason::NobodyVoted));
	assert_eq!(quorum(&class, power(ALL), power((599, 60))), Err(Reason::ParticipationArea));
	assert_eq!(quorum(&class, power(ALL), power((600, 59))), Err(Reason::ParticipationHeads));
	assert_eq!(quorum(&class, power(ALL), power((600, 60))), Ok(()));
}
