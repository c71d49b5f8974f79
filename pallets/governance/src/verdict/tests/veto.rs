// SPDX-License-Identifier: Apache-2.0

//! Vetoes, and the order of reasons.

use super::*;

#[test]
fn a_veto_stops_above_its_cap_and_not_at_it() {
	let quarter = Some(Fraction::new(1, 4));
	let at = |area: u64, heads: u32| count(ALL, (800, 80), (400, 40), (area, heads));
	check(
		&veto(quarter, quarter, Base::All),
		&[
			(at(225, 22), PASSED),
			(at(226, 22), rejected(Reason::VetoArea)),
			(at(225, 23), rejected(Reason::VetoHeads)),
			(at(226, 23), rejected(Reason::VetoArea)),
		],
	);
	check(
		&veto(quarter, quarter, Base::Participating),
		&[(at(200, 20), PASSED), (at(201, 20), rejected(Reason::VetoArea)), (at(200, 21), rejected(Reason::VetoHeads))],
	);
	// A quarter of for and against is a third of 400 and of 40 in favour.
	check(
		&veto(quarter, quarter, Base::ForAndAgainst),
		&[(at(133, 13), PASSED), (at(134, 13), rejected(Reason::VetoArea)), (at(133, 14), rejected(Reason::VetoHeads))],
	);
	let exactly = count(ALL, (400, 40), (300, 30), (100, 10));
	check(&veto(quarter, quarter, Base::ForAndAgainst), &[(exactly, PASSED)]);
}

#[test]
fn a_veto_by_one_measure_ignores_the_other() {
	let quarter = Some(Fraction::new(1, 4));
	let by_area = count(ALL, ALL, (500, 89), (400, 1));
	let by_heads = count(ALL, ALL, (899, 50), (1, 40));
	check(&veto(quarter, None, Base::ForAndAgainst), &[(by_area, rejected(Reason::VetoArea)), (by_heads, PASSED)]);
	check(&veto(None, quarter, Base::ForAndAgainst), &[(by_area, PASSED), (by_heads, rejected(Reason::VetoHeads))]);
}

#[test]
fn a_cap_of_zero_lets_one_owner_veto() {
	check(
		&veto(None, Some(Fraction::ZERO), Base::All),
		&[(count(ALL, ALL, ALL, NONE), PASSED), (count(ALL, ALL, (890, 89), (10, 1)), rejected(Reason::VetoHeads))],
	);
}

#[test]
fn the_first_failing_step_is_the_reason() {
	let class = DecisionClass {
		participation: Participation { area: TWO_THIRDS, heads: TWO_THIRDS, both: true },
		veto: Some(Veto { area: Some(Fraction::new(1, 4)), heads: None, of: Base::ForAndAgainst }),
		..approval(HALF, HALF, true, Base::Participating)
	};
	check(
		&class,
		&[
			(count(ALL, (500, 50), NONE, NONE), rejected(Reason::ParticipationArea)),
			(count(ALL, (500, 50), NONE, (500, 50)), rejected(Reason::ParticipationArea)),
			(count(ALL, (600, 60), NONE, NONE), rejected(Reason::AllAbstained)),
			(count(ALL, (600, 60), (200, 20), (400, 40)), rejected(Reason::ApprovalArea)),
			(count(ALL, (600, 60), (400, 40), (200, 20)), rejected(Reason::VetoArea)),
			(count(ALL, (600, 60), (450, 45), (150, 15)), PASSED),
		],
	);
}
