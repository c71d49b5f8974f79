// SPDX-License-Identifier: Apache-2.0

//! Approval and ties.

use super::*;

#[test]
fn approval_of_all() {
	let at = |area, heads| count(ALL, (700, 70), (area, heads), NONE);
	check(
		&approval(HALF, HALF, true, Base::All),
		&[
			(at(450, 46), rejected(Reason::ApprovalArea)),
			(at(451, 45), rejected(Reason::ApprovalHeads)),
			(at(451, 46), PASSED),
		],
	);
	let inclusive = Some(Threshold::at_least(1, 2));
	check(
		&approval(inclusive, inclusive, true, Base::All),
		&[
			(at(449, 45), rejected(Reason::ApprovalArea)),
			(at(450, 44), rejected(Reason::ApprovalHeads)),
			(at(450, 45), PASSED),
		],
	);
}

#[test]
fn approval_of_those_who_took_part() {
	// 600 take part, of which 100 abstain: more than 300 must be in favour.
	let at = |area: u64, heads: u32| count(ALL, (600, 60), (area, heads), (500 - area, 50 - heads));
	check(
		&approval(HALF, HALF, true, Base::Participating),
		&[
			(at(300, 31), rejected(Reason::ApprovalArea)),
			(at(301, 30), rejected(Reason::ApprovalHeads)),
			(at(301, 31), PASSED),
		],
	);
}

#[test]
fn approval_of_for_and_against() {
	// The same without the 100 abstentions: more than 250 must be in favour.
	let at = |area: u64, heads: u32| count(ALL, (600, 60), (area, heads), (500 - area, 50 - heads));
	check(
		&approval(HALF, HALF, true, Base::ForAndAgainst),
		&[
			(at(249, 26), rejected(Reason::ApprovalArea)),
			(at(251, 24), rejected(Reason::ApprovalHeads)),
			(at(251, 26), PASSED),
		],
	);
}

#[test]
fn approval_by_one_measure_or_by_any() {
	let at = |area: u64, heads: u32| count(ALL, ALL, (area, heads), (900 - area, 90 - heads));
	check(
		&approval(HALF, None, true, Base::Participating),
		&[(at(449, 90), rejected(Reason::ApprovalArea)), (at(451, 0), PASSED)],
	);
	check(
		&approval(None, HALF, true, Base::Participating),
		&[(at(900, 44), rejected(Reason::ApprovalHeads)), (at(0, 46), PASSED)],
	);
	check(
		&approval(HALF, HALF, false, Base::Participating),
		&[(at(449, 44), rejected(Reason::ApprovalArea)), (at(449, 46), PASSED), (at(451, 44), PASSED)],
	);
}

#[test]
fn the_class_determines_the_outcome_of_a_tie() {
	let even = count(ALL, ALL, (450, 45), (450, 45));
	let both = approval(HALF, HALF, true, Base::Participating);
	let passing = |class: DecisionClass| DecisionClass { tie: TieRule::Passed, ..class };
	check(&both, &[(even, rejected(Reason::Tie))]);
	check(&passing(both), &[(even, PASSED)]);

	// One measure tied and the other met: only the tie prevents the approval.
	let area_tied = count(ALL, ALL, (450, 46), (450, 44));
	let heads_tied = count(ALL, ALL, (451, 45), (449, 45));
	check(&both, &[(area_tied, rejected(Reason::Tie)), (heads_tied, rejected(Reason::Tie))]);
	check(&passing(both), &[(area_tied, PASSED), (heads_tied, PASSED)]);

	// One measure tied and the other short: not a tie, so the tie rule does not apply.
	let heads_short = count(ALL, ALL, (450, 44), (450, 46));
	let area_short = count(ALL, ALL, (449, 45), (451, 45));
	for class in [both, passing(both)] {
		check(&class, &[(heads_short, rejected(Reason::ApprovalHeads)), (area_short, rejected(Reason::ApprovalArea))]);
	}

	// If one measure suffices, a tie in the other does not matter.
	let any = approval(HALF, HALF, false, Base::Participating);
	check(&any, &[(area_tied, PASSED), (even, rejected(Reason::Tie)), (heads_short, rejected(Reason::Tie))]);
	check(&passing(any), &[(even, PASSED), (heads_short, PASSED)]);
}

#[test]
fn equal_votes_are_a_tie_only_at_the_threshold() {
	let passing = |class: DecisionClass| DecisionClass { tie: TieRule::Passed, ..class };
	// Equal for and against, but abstentions leave both below half of those who took part.
	let with_abstentions = count(ALL, ALL, (400, 40), (400, 40));
	check(
		&passing(approval(HALF, HALF, true, Base::Participating)),
		&[(with_abstentions, rejected(Reason::ApprovalArea))],
	);
	// Of for and against it is a tie.
	check(&passing(approval(HALF, HALF, true, Base::ForAndAgainst)), &[(with_abstentions, PASSED)]);
	// Half in favour where three quarters are required.
	let more = Some(Threshold::at_least(3, 4));
	check(
		&passing(approval(more, more, true, Base::Participating)),
		&[(count(ALL, ALL, (450, 45), (450, 45)), rejected(Reason::ApprovalArea))],
	);
	// Half in favour and fewer against: not more than half, and not a tie.
	check(
		&passing(approval(HALF, HALF, true, Base::Participating)),
		&[(count(ALL, ALL, (450, 45), (100, 10)), rejected(Reason::ApprovalArea))],
	);
	// An inclusive half is met by half, whatever is against.
	let inclusive = Some(Threshold::at_least(1, 2));
	check(
		&approval(inclusive, inclusive, true, Base::Participating),
		&[(count(ALL, ALL, (450, 45), (450, 45)), PASSED)],
	);
}

#[test]
fn no_motion_passes_by_a_class_for_elections() {
	for of in [Base::All, Base::Participating, Base::ForAndAgainst] {
		let plurality = DecisionClass { tie: TieRule::Passed, ..approval(None, None, false, of) };
		check(
			&plurality,
			&[
				(count(ALL, ALL, ALL, NONE), rejected(Reason::NotForMotions)),
				(count(ALL, ALL, NONE, ALL), rejected(Reason::NotForMotions)),
				(count(ALL, ALL, NONE, NONE), rejected(Reason::AllAbstained)),
			],
		);
	}
}
