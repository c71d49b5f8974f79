// SPDX-License-Identifier: Apache-2.0

//! Participation, and the comparison of shares.

use super::*;

#[test]
fn a_class_without_requirements_still_requires_a_vote() {
	check(
		&free(),
		&[
			(count(NONE, NONE, NONE, NONE), rejected(Reason::NobodyEntitled)),
			(count(ALL, NONE, NONE, NONE), rejected(Reason::NobodyVoted)),
			(count(ALL, ALL, NONE, NONE), rejected(Reason::AllAbstained)),
			(count(ALL, (1, 1), (1, 1), NONE), PASSED),
			(count(ALL, (1, 1), NONE, (1, 1)), PASSED),
		],
	);
}

#[test]
fn no_class_passes_without_a_ballot() {
	let zero = Some(Threshold::at_least(0, 1));
	for of in [Base::All, Base::Participating, Base::ForAndAgainst] {
		let class = DecisionClass {
			participation: Participation { area: zero, heads: zero, both: true },
			tie: TieRule::Passed,
			silent: SilentRule::FollowMajority,
			..approval(zero, zero, true, of)
		};
		let silent = Count { served_silent: power(ALL), ..count(ALL, NONE, NONE, NONE) };
		check(
			&class,
			&[
				(count(NONE, NONE, NONE, NONE), rejected(Reason::NobodyEntitled)),
				(count(ALL, NONE, NONE, NONE), rejected(Reason::NobodyVoted)),
				(silent, rejected(Reason::NobodyVoted)),
				(count(ALL, (10, 1), NONE, NONE), rejected(Reason::AllAbstained)),
				(count(ALL, (10, 1), NONE, (10, 1)), PASSED),
			],
		);
	}
}

#[test]
fn participation_by_area_inclusive_and_strict() {
	let at = |part| count(ALL, (part, 1), (part, 1), NONE);
	check(
		&participation(TWO_THIRDS, None, true),
		&[(at(599), rejected(Reason::ParticipationArea)), (at(600), PASSED), (at(601), PASSED)],
	);
	let strict = Some(Threshold::more_than(2, 3));
	check(
		&participation(strict, None, true),
		&[
			(at(599), rejected(Reason::ParticipationArea)),
			(at(600), rejected(Reason::ParticipationArea)),
			(at(601), PASSED),
		],
	);
}

#[test]
fn participation_by_heads_inclusive_and_strict() {
	let at = |part| count(ALL, (1, part), (1, part), NONE);
	check(
		&participation(None, TWO_THIRDS, true),
		&[(at(59), rejected(Reason::ParticipationHeads)), (at(60), PASSED), (at(61), PASSED)],
	);
	let strict = Some(Threshold::more_than(2, 3));
	check(
		&participation(None, strict, true),
		&[
			(at(59), rejected(Reason::ParticipationHeads)),
			(at(60), rejected(Reason::ParticipationHeads)),
			(at(61), PASSED),
		],
	);
}

#[test]
fn participation_by_both_or_by_any() {
	let at = |area, heads| count(ALL, (area, heads), (area, heads), NONE);
	check(
		&participation(TWO_THIRDS, TWO_THIRDS, true),
		&[
			(at(599, 59), rejected(Reason::ParticipationArea)),
			(at(599, 60), rejected(Reason::ParticipationArea)),
			(at(600, 59), rejected(Reason::ParticipationHeads)),
			(at(600, 60), PASSED),
		],
	);
	check(
		&participation(TWO_THIRDS, TWO_THIRDS, false),
		&[
			(at(599, 59), rejected(Reason::ParticipationArea)),
			(at(599, 60), PASSED),
			(at(600, 59), PASSED),
			(at(600, 60), PASSED),
		],
	);
	// With a single measure, *any* is that measure.
	check(
		&participation(TWO_THIRDS, None, false),
		&[(at(599, 90), rejected(Reason::ParticipationArea)), (at(600, 1), PASSED)],
	);
	check(
		&participation(None, TWO_THIRDS, false),
		&[(at(900, 59), rejected(Reason::ParticipationHeads)), (at(1, 60), PASSED)],
	);
}

#[test]
fn abstentions_count_as_participation() {
	check(&participation(TWO_THIRDS, TWO_THIRDS, true), &[(count(ALL, (600, 60), (1, 1), NONE), PASSED)]);
}

#[test]
fn a_zero_total_never_meets_a_threshold() {
	// The register has no heads without area, but the verdict must not depend on it.
	check(
		&participation(TWO_THIRDS, None, true),
		&[(count((0, 3), (0, 3), (0, 3), NONE), rejected(Reason::ParticipationArea))],
	);
	check(
		&approval(HALF, None, true, Base::All),
		&[(count((0, 3), (0, 3), (0, 3), NONE), rejected(Reason::ApprovalArea))],
	);
}

#[test]
fn the_largest_numbers_are_compared_exactly() {
	let third = u64::MAX / 3;
	let class = participation(TWO_THIRDS, None, true);
	let at = |part| count((u64::MAX, u32::MAX), (part, 1), (part, 1), NONE);
	// u64::MAX is divisible by three.
	check(
		&class,
		&[
			(at(2 * third - 1), rejected(Reason::ParticipationArea)),
			(at(2 * third), PASSED),
			(at(2 * third + 1), PASSED),
		],
	);
	let halves = approval(HALF, None, true, Base::ForAndAgainst);
	check(
		&halves,
		&[
			(
				count((u64::MAX, 2), (u64::MAX, 2), (u64::MAX / 2, 1), (u64::MAX / 2 + 1, 1)),
				rejected(Reason::ApprovalArea),
			),
			(count((u64::MAX, 2), (u64::MAX, 2), (u64::MAX / 2 + 1, 1), (u64::MAX / 2, 1)), PASSED),
		],
	);
}
