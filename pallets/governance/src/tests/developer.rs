// SPDX-License-Identifier: Apache-2.0

//! The developer's votes: in full, reduced, capped or left out.

use super::stages::with_class;
use crate::{
	mock::*,
	tally::Choice,
	types::{class::DeveloperRule, *},
	verdict::{Reason, Verdict},
	*,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{Fraction, Power};

/// The developer of the mock: 600 m² of 1 410 m².
const OWN: Power = Power { area: 60_000, heads: 1 };
const TOTAL: Power = Power { area: 141_000, heads: 10 };
const OTHERS: Power = Power { area: 81_000, heads: 9 };

/// Runs a test where the ordinary class has this rule, and owner 9 is the developer.
fn with(rule: DeveloperRule, test: impl FnOnce()) {
	with_class(
		|class| class.developer = rule,
		|| {
			DeveloperOwner::set(Some(DEVELOPER));
			test();
		},
	);
}

fn decided(id: ProposalId) -> Verdict {
	sleep(WINDOW);
	assert_ok!(Governance::close(signed(TENANT), id));
	Governance::certificate(id).unwrap().verdict
}

#[test]
fn each_rule_counts_the_developer_to_the_hundredth_of_a_square_metre() {
	let share = Fraction::new;
	for (rule, area) in [
		(DeveloperRule::Full, 60_000),
		// 60 000 are less than half of 141 000, and more than two fifths.
		(DeveloperRule::Reduced { to: share(1, 3), from: share(1, 2) }, 60_000),
		(DeveloperRule::Reduced { to: share(1, 3), from: share(2, 5) }, 20_000),
		(DeveloperRule::Reduced { to: share(1, 3), from: share(60, 141) }, 20_000),
		(DeveloperRule::Reduced { to: share(1, 7), from: Fraction::ZERO }, 8_571),
		(DeveloperRule::Capped { at: share(3, 10) }, 42_300),
		(DeveloperRule::Capped { at: share(1, 2) }, 60_000),
		(DeveloperRule::Capped { at: share(1, 70_000) }, 2),
	] {
		assert_eq!(rule.counted(OWN, TOTAL), Power { area, heads: 1 }, "{rule:?}");
	}
	assert_eq!(DeveloperRule::LeftOut.counted(OWN, TOTAL), Power::ZERO);
}

#[test]
fn a_developer_who_is_left_out_is_not_in_the_electorate() {
	with(DeveloperRule::LeftOut, || {
		let id = vote_on(None, ORDINARY);
		assert_noop!(cast(id, DEVELOPER, Choice::For), Error::<Test>::DeveloperExcluded);
		let proxy = Governance::grant_proxy(of(DEVELOPER), id, acc(1), None);
		assert_eq!(proxy, Err(Error::<Test>::DeveloperExcluded.into()));
		let paper = Governance::enter_paper(signed(REGISTRAR), id, DEVELOPER, Choice::For, hash(1));
		assert_eq!(paper, Err(Error::<Test>::DeveloperExcluded.into()));
		assert_eq!(Governance::acknowledge(of(DEVELOPER), id), Err(Error::<Test>::DeveloperExcluded.into()));
		assert_eq!(Governance::proposal_of_owner(id, DEVELOPER).unwrap().may, Permits::default());
		// 54 000 are two thirds of the other owners' area.
		cast_all(id, 0..6, Choice::For);
		assert_eq!(decided(id), Verdict::Passed);
		assert_eq!(Governance::certificate(id).unwrap().count.total, OTHERS);
		assert_noop!(Governance::challenge(of(DEVELOPER), id, hash(1)), Error::<Test>::DeveloperExcluded);
		// By another class the developer votes.
		let major = vote_on(None, MAJOR);
		assert_ok!(cast(major, DEVELOPER, Choice::For));
		assert_eq!(Polls::<Test>::get(major).unwrap().total, TOTAL);
	});
}

#[test]
fn reduced_votes_are_reduced_in_the_total_as_well() {
	let reduced = DeveloperRule::Reduced { to: Fraction::new(1, 3), from: Fraction::new(2, 5) };
	for (rule, power, verdict) in [
		(DeveloperRule::Full, OWN, Verdict::Rejected(Reason::ApprovalArea)),
		(reduced, Power { area: 20_000, heads: 1 }, Verdict::Passed),
	] {
		with(rule, || {
			let id = vote_on(None, ORDINARY);
			cast_all(id, 0..7, Choice::For);
			cast_all(id, [7, 8, DEVELOPER], Choice::Against);
			assert_eq!(Ballots::<Test>::get(id, DEVELOPER).unwrap().power, power);
			// A change of mind keeps the power.
			assert_ok!(cast(id, DEVELOPER, Choice::For));
			assert_ok!(cast(id, DEVELOPER, Choice::Against));
			assert_eq!(decided(id), verdict);
			let total = Power { area: OTHERS.area + power.area, heads: 10 };
			assert_eq!(Governance::certificate(id).unwrap().count.total, total);
		});
	}
}

#[test]
fn where_the_developer_has_nothing_all_count_in_full() {
	with(DeveloperRule::Capped { at: Fraction::new(1, 10) }, || {
		let id = propose_in(motion(None), ORDINARY, Some(vec![1]));
		assert_eq!(Polls::<Test>::get(id).unwrap().developer, None);
		// A sale after the record date changes nothing.
		let everywhere = propose(motion(None), ORDINARY);
		let counted = Some((DEVELOPER, Power { area: 14_100, heads: 1 }));
		assert_eq!(Polls::<Test>::get(everywhere).unwrap().developer, counted);
		sleep(NOTICE);
		Register::sell(DEVELOPER, 0);
		assert_ok!(cast(everywhere, DEVELOPER, Choice::For));
		assert_eq!(Ballots::<Test>::get(everywhere, DEVELOPER).unwrap().power.area, 14_100);
	});
	with_class(
		|class| class.developer = DeveloperRule::LeftOut,
		|| {
			// A community without a developer.
			let id = vote_on(None, ORDINARY);
			assert_eq!(Polls::<Test>::get(id).unwrap().total, TOTAL);
		},
	);
}
