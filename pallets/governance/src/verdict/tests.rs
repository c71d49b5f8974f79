// SPDX-License-Identifier: Apache-2.0

//! Verdicts, table by table. A power is written `(area, heads)`.

use super::*;
use crate::types::class::{Level, Veto};

type P = (u64, u32);

fn power((area, heads): P) -> Power {
	Power { area, heads }
}

/// Total, participating, in favour, against.
fn count(total: P, participating: P, in_favour: P, against: P) -> Count {
	Count {
		total: power(total),
		participating: power(participating),
		in_favour: power(in_favour),
		against: power(against),
		served_silent: Power::default(),
	}
}

/// Asks for nothing but a ballot, since any share is nothing or more; each test names what it asks.
fn free() -> DecisionClass {
	DecisionClass {
		level: Level::Ordinary,
		participation: Participation::default(),
		approval: Approval { area: None, heads: ANY, both: true, of: Base::Participating },
		veto: None,
		tie: TieRule::Rejected,
		notice: 0,
		window: 1,
		delay: 0,
		silent: SilentRule::NotParticipating,
	}
}

fn participation(area: Option<Threshold>, heads: Option<Threshold>, both: bool) -> DecisionClass {
	DecisionClass { participation: Participation { area, heads, both }, ..free() }
}

fn approval(area: Option<Threshold>, heads: Option<Threshold>, both: bool, of: Base) -> DecisionClass {
	DecisionClass { approval: Approval { area, heads, both, of }, ..free() }
}

fn veto(area: Option<Fraction>, heads: Option<Fraction>, of: Base) -> DecisionClass {
	DecisionClass { veto: Some(Veto { area, heads, of }), ..free() }
}

const ANY: Option<Threshold> = Some(Threshold::at_least(0, 1));
const HALF: Option<Threshold> = Some(Threshold::more_than(1, 2));
const TWO_THIRDS: Option<Threshold> = Some(Threshold::at_least(2, 3));
const ALL: P = (900, 90);
const NONE: P = (0, 0);
const PASSED: Verdict = Verdict::Passed;

fn rejected(reason: Reason) -> Verdict {
	Verdict::Rejected(reason)
}

#[track_caller]
fn check(class: &DecisionClass, table: &[(Count, Verdict)]) {
	for (count, verdict) in table {
		assert_eq!(decide(class, count), *verdict, "{count:?}");
	}
}

#[test]
fn a_class_that_asks_for_nothing_still_asks_for_a_vote() {
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
fn nothing_is_decided_by_nobody_whatever_the_class() {
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
	// Of one measure alone, *any* is that measure.
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
fn abstaining_is_taking_part() {
	check(&participation(TWO_THIRDS, TWO_THIRDS, true), &[(count(ALL, (600, 60), (1, 1), NONE), PASSED)]);
}

#[test]
fn of_no_area_no_share_is_reached() {
	// Heads without area cannot be in a register; a verdict must not depend on that.
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
	// 600 took part, 100 of them abstaining: more than 300 must be in favour.
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
	// The same, and the 100 who abstain are left out: more than 250 must be in favour.
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
fn a_tie_goes_as_the_class_says() {
	let even = count(ALL, ALL, (450, 45), (450, 45));
	let both = approval(HALF, HALF, true, Base::Participating);
	let passing = |class: DecisionClass| DecisionClass { tie: TieRule::Passed, ..class };
	check(&both, &[(even, rejected(Reason::Tie))]);
	check(&passing(both), &[(even, PASSED)]);

	// One measure tied and the other met: the tie alone stands in the way.
	let area_tied = count(ALL, ALL, (450, 46), (450, 44));
	let heads_tied = count(ALL, ALL, (451, 45), (449, 45));
	check(&both, &[(area_tied, rejected(Reason::Tie)), (heads_tied, rejected(Reason::Tie))]);
	check(&passing(both), &[(area_tied, PASSED), (heads_tied, PASSED)]);

	// One measure tied and the other short: that is no tie, and no rule for ties helps.
	let heads_short = count(ALL, ALL, (450, 44), (450, 46));
	let area_short = count(ALL, ALL, (449, 45), (451, 45));
	for class in [both, passing(both)] {
		check(&class, &[(heads_short, rejected(Reason::ApprovalHeads)), (area_short, rejected(Reason::ApprovalArea))]);
	}

	// Where one measure is enough, the other's tie does not matter.
	let any = approval(HALF, HALF, false, Base::Participating);
	check(&any, &[(area_tied, PASSED), (even, rejected(Reason::Tie)), (heads_short, rejected(Reason::Tie))]);
	check(&passing(any), &[(even, PASSED), (heads_short, PASSED)]);
}

#[test]
fn what_is_no_tie() {
	let passing = |class: DecisionClass| DecisionClass { tie: TieRule::Passed, ..class };
	// As much for as against, but abstentions leave both below half of those who took part.
	let with_abstentions = count(ALL, ALL, (400, 40), (400, 40));
	check(
		&passing(approval(HALF, HALF, true, Base::Participating)),
		&[(with_abstentions, rejected(Reason::ApprovalArea))],
	);
	// … and of for and against it is one.
	check(&passing(approval(HALF, HALF, true, Base::ForAndAgainst)), &[(with_abstentions, PASSED)]);
	// Half in favour where three quarters are asked.
	let more = Some(Threshold::at_least(3, 4));
	check(
		&passing(approval(more, more, true, Base::Participating)),
		&[(count(ALL, ALL, (450, 45), (450, 45)), rejected(Reason::ApprovalArea))],
	);
	// Half in favour, fewer against: not more than half, and not a tie either.
	check(
		&passing(approval(HALF, HALF, true, Base::Participating)),
		&[(count(ALL, ALL, (450, 45), (100, 10)), rejected(Reason::ApprovalArea))],
	);
	// An inclusive half is met by half, whoever is against.
	let inclusive = Some(Threshold::at_least(1, 2));
	check(
		&approval(inclusive, inclusive, true, Base::Participating),
		&[(count(ALL, ALL, (450, 45), (450, 45)), PASSED)],
	);
}

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
fn a_veto_by_one_measure_does_not_look_at_the_other() {
	let quarter = Some(Fraction::new(1, 4));
	let by_area = count(ALL, ALL, (500, 89), (400, 1));
	let by_heads = count(ALL, ALL, (899, 50), (1, 40));
	check(&veto(quarter, None, Base::ForAndAgainst), &[(by_area, rejected(Reason::VetoArea)), (by_heads, PASSED)]);
	check(&veto(None, quarter, Base::ForAndAgainst), &[(by_area, PASSED), (by_heads, rejected(Reason::VetoHeads))]);
}

#[test]
fn a_cap_of_zero_lets_one_owner_stop_it() {
	check(
		&veto(None, Some(Fraction::ZERO), Base::All),
		&[(count(ALL, ALL, ALL, NONE), PASSED), (count(ALL, ALL, (890, 89), (10, 1)), rejected(Reason::VetoHeads))],
	);
}

#[test]
fn the_first_that_fails_is_the_reason() {
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

fn following(class: DecisionClass) -> DecisionClass {
	DecisionClass { silent: SilentRule::FollowMajority, ..class }
}

#[test]
fn the_silent_join_the_majority() {
	let class = DecisionClass {
		participation: Participation { area: TWO_THIRDS, heads: TWO_THIRDS, both: true },
		..approval(HALF, HALF, true, Base::Participating)
	};
	let with = |served: P, in_favour: P, against: P, participating: P| Count {
		served_silent: power(served),
		..count(ALL, participating, in_favour, against)
	};
	let for_leads = with((300, 30), (200, 20), (100, 10), (300, 30));
	let against_leads = with((300, 30), (100, 10), (200, 20), (300, 30));
	let abstaining_leads = with((300, 30), (50, 5), (40, 4), (300, 30));
	let too_few_served = with((299, 30), (200, 20), (100, 10), (300, 30));

	check(&class, &[(for_leads, rejected(Reason::ParticipationArea))]);
	check(
		&following(class),
		&[
			(for_leads, PASSED),
			(against_leads, rejected(Reason::ApprovalArea)),
			(abstaining_leads, rejected(Reason::ApprovalArea)),
			(too_few_served, rejected(Reason::ParticipationArea)),
		],
	);
	let joined = with_silent(&following(class), &for_leads);
	assert_eq!(joined.in_favour, power((500, 50)));
	assert_eq!(joined.against, power((100, 10)));
	assert_eq!(joined.participating, power((600, 60)));
	let joined = with_silent(&following(class), &against_leads);
	assert_eq!(joined.in_favour, power((100, 10)));
	assert_eq!(joined.against, power((500, 50)));
	assert_eq!(joined.participating, power((600, 60)));
	let joined = with_silent(&following(class), &abstaining_leads);
	assert_eq!((joined.in_favour, joined.against), (power((50, 5)), power((40, 4))));
	assert_eq!(joined.participating, power((600, 60)));
	assert_eq!(with_silent(&class, &for_leads), for_leads);
}

#[test]
fn without_a_majority_the_silent_stay_silent() {
	let class = following(DecisionClass {
		participation: Participation { area: TWO_THIRDS, heads: TWO_THIRDS, both: true },
		..approval(HALF, HALF, true, Base::Participating)
	});
	let with = |in_favour: P, against: P| Count {
		served_silent: power((500, 50)),
		..count(ALL, (300, 30), in_favour, against)
	};
	// The measures disagree; both are even; one is even; most abstain by one measure only.
	for (in_favour, against) in
		[((200, 10), (100, 20)), ((150, 15), (150, 15)), ((150, 16), (150, 14)), ((200, 9), (50, 9))]
	{
		let count = with(in_favour, against);
		assert_eq!(with_silent(&class, &count), count);
		assert_eq!(decide(&class, &count), rejected(Reason::ParticipationArea));
	}
}

#[test]
fn the_majority_is_that_of_the_measures_the_class_looks_at() {
	let split = Count { served_silent: power((500, 50)), ..count(ALL, (300, 30), (200, 10), (100, 20)) };
	let by_area = with_silent(&following(approval(HALF, None, true, Base::Participating)), &split);
	assert_eq!(by_area.in_favour, power((700, 60)));
	let by_heads = with_silent(&following(approval(None, HALF, true, Base::Participating)), &split);
	assert_eq!(by_heads.against, power((600, 70)));
	// A class that looks at neither needs a side that leads in both.
	assert_eq!(with_silent(&following(approval(None, None, true, Base::Participating)), &split), split);
}

#[test]
fn a_count_that_cannot_be_is_left_alone() {
	let class = following(approval(HALF, HALF, true, Base::Participating));
	// More votes than voters.
	let odd = Count { served_silent: power((1, 1)), ..count(ALL, (1, 1), (2, 2), (1, 1)) };
	assert_eq!(with_silent(&class, &odd), odd);
	// A sum beyond 64 bits.
	let huge = Count { served_silent: power((u64::MAX, 1)), ..count(ALL, (2, 2), (2, 2), NONE) };
	assert_eq!(with_silent(&class, &huge), huge);
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

#[test]
fn a_candidate_needs_the_classs_approval() {
	let class = approval(HALF, HALF, true, Base::Participating);
	let (total, participating) = (power(ALL), power((600, 60)));
	for (approving, expected) in
		[((300, 31), false), ((301, 30), false), ((301, 31), true), ((600, 60), true), (NONE, false)]
	{
		assert_eq!(qualifies(&class, total, participating, power(approving)), expected, "{approving:?}");
	}
	// There is no *against* in an election: of for and against means of those who took part.
	let of_votes = approval(HALF, HALF, true, Base::ForAndAgainst);
	assert!(!qualifies(&of_votes, total, participating, power((300, 30))));
	assert!(qualifies(&of_votes, total, participating, power((301, 31))));
	let of_all = approval(HALF, HALF, true, Base::All);
	assert!(!qualifies(&of_all, total, participating, power((450, 45))));
	assert!(qualifies(&of_all, total, participating, power((451, 46))));
}

#[test]
fn where_no_approval_is_asked_any_approval_qualifies() {
	let plurality = approval(None, None, true, Base::Participating);
	assert!(qualifies(&plurality, power(ALL), power(ALL), power((1, 1))));
	assert!(!qualifies(&plurality, power(ALL), power(ALL), power(NONE)));
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

#[test]
fn an_elections_quorum_is_that_of_its_class() {
	let class = participation(TWO_THIRDS, TWO_THIRDS, true);
	assert_eq!(quorum(&class, power(NONE), power(NONE)), Err(Reason::NobodyEntitled));
	assert_eq!(quorum(&class, power(ALL), power(NONE)), Err(Reason::NobodyVoted));
	assert_eq!(quorum(&class, power(ALL), power((599, 60))), Err(Reason::ParticipationArea));
	assert_eq!(quorum(&class, power(ALL), power((600, 59))), Err(Reason::ParticipationHeads));
	assert_eq!(quorum(&class, power(ALL), power((600, 60))), Ok(()));
}

/// A slow second opinion, by other means: every number is multiplied out to the same denominator.
mod second_opinion {
	use super::*;
	use proptest::prelude::*;

	fn met(threshold: Option<(u32, u32, bool)>, part: u128, whole: u128) -> Option<bool> {
		let (numerator, denominator, strict) = threshold?;
		let (part, share) = (part * u128::from(denominator), whole * u128::from(numerator));
		Some(whole > 0 && if strict { part > share } else { part >= share })
	}

	fn together(area: Option<bool>, heads: Option<bool>, both: bool) -> bool {
		let named: Vec<bool> = area.into_iter().chain(heads).collect();
		named.is_empty() || if both { named.iter().all(|met| *met) } else { named.iter().any(|met| *met) }
	}

	fn threshold() -> impl Strategy<Value = Option<(u32, u32, bool)>> {
		proptest::option::of((0u32..=5, 1u32..=5, any::<bool>()))
	}

	fn base() -> impl Strategy<Value = Base> {
		prop_oneof![Just(Base::All), Just(Base::Participating), Just(Base::ForAndAgainst)]
	}

	fn as_threshold((numerator, denominator, strict): (u32, u32, bool)) -> Threshold {
		Threshold { fraction: Fraction::new(numerator, denominator), strict }
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(20_000))]

		#[test]
		fn agrees(
			// Few owners and little area, so that equality comes up often.
			votes in proptest::collection::vec((1u64..=4, 0u8..=3), 1..=12),
			quorum in (threshold(), threshold(), any::<bool>()),
			asked in (threshold(), threshold(), any::<bool>(), base()),
			cap in proptest::option::of((0u32..=3, 1u32..=4, any::<bool>(), base())),
		) {
			let sum = |choices: &[u8]| {
				let chosen = votes.iter().filter(|(_, choice)| choices.contains(choice));
				chosen.fold((0u128, 0u128), |(area, heads), (own, _)| (area + u128::from(*own), heads + 1))
			};
			// 0 stays away, 1 for, 2 against, 3 abstains.
			let (total, part, yes, no) = (sum(&[0, 1, 2, 3]), sum(&[1, 2, 3]), sum(&[1]), sum(&[2]));
			let of = |base| match base {
				Base::All => total,
				Base::Participating => part,
				Base::ForAndAgainst => (yes.0 + no.0, yes.1 + no.1),
			};
			let enough = together(met(quorum.0, part.0, total.0), met(quorum.1, part.1, total.1), quorum.2);
			let whole = of(asked.3);
			let approved = together(met(asked.0, yes.0, whole.0), met(asked.1, yes.1, whole.1), asked.2);
			let stopped = cap.is_some_and(|(numerator, denominator, by_area, base)| {
				let strict = Some((numerator, denominator, true));
				let whole = of(base);
				if by_area { met(strict, no.0, whole.0) } else { met(strict, no.1, whole.1) }.unwrap()
			});
			let asks = asked.0.is_some() || asked.1.is_some();
			let expected = part.1 > 0 && yes.1 + no.1 > 0 && enough && asks && approved && !stopped;

			let class = DecisionClass {
				participation: Participation {
					area: quorum.0.map(as_threshold),
					heads: quorum.1.map(as_threshold),
					both: quorum.2,
				},
				veto: cap.map(|(numerator, denominator, by_area, of)| {
					let fraction = Some(Fraction::new(numerator, denominator));
					Veto { area: fraction.filter(|_| by_area), heads: fraction.filter(|_| !by_area), of }
				}),
				..approval(asked.0.map(as_threshold), asked.1.map(as_threshold), asked.2, asked.3)
			};
			let narrow = |(area, heads): (u128, u128)| Power { area: area as u64, heads: heads as u32 };
			let count = Count {
				total: narrow(total),
				participating: narrow(part),
				in_favour: narrow(yes),
				against: narrow(no),
				served_silent: Power::default(),
			};
			prop_assert_eq!(decide(&class, &count).is_passed(), expected);
		}
	}
}
