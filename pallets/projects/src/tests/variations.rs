// SPDX-License-Identifier: Apache-2.0

//! Variations of the terms by the electorate that opened a project.

use super::cancelling::cancel;
use crate::{mock::*, types::*, Error, Event, Milestones, Terms, Variations};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;
use sp_runtime::{traits::BadOrigin, DispatchResult};

type E = Error<Test>;

fn vary_as(who: AccountId, variation: Variation<AccountId>) -> DispatchResult {
	Projects::vary(signed(who), 0, variation, version(0), hash(8))
}

fn vary(variation: Variation<AccountId>) -> DispatchResult {
	vary_as(ALL, variation)
}

fn agreed() -> ProjectTerms<AccountId> {
	Terms::<Test>::get(0).unwrap()
}

fn later(milestone: u8, days: u64) -> Variation<AccountId> {
	Variation::Deadline { milestone, deadline: START + days * DAY }
}

const OTHER: AccountId = 21;

#[test]
fn only_the_electorate_that_opened_it_varies_a_project() {
	ExtBuilder.build_and_execute(|| {
		open(ProjectTerms { related: Some(buildings(&[2])), ..terms(REPAIR, &[1_000]) });
		for who in [COMMITTEE, RULER, CONTRACTOR, INSPECTORS[0], STRANGER] {
			assert_noop!(vary_as(who, later(0, 40)), BadOrigin);
		}
		for who in [ALL, BUILDING_1] {
			assert_noop!(vary_as(who, later(0, 40)), E::InvalidElectorate);
		}
		assert_noop!(Projects::vary(signed(ALL), 1, later(0, 40), 0, hash(8)), E::ProjectNotFound);
		assert_noop!(Projects::vary(signed(BUILDING_2), 0, later(0, 40), 1, hash(8)), E::TermsChanged);
		events();
		assert_ok!(vary_as(BUILDING_2, later(0, 40)));
		let (variation, document) = (later(0, 40), hash(8));
		assert_eq!(
			events(),
			vec![Event::Varied { project: 0, version: 1, proposal: 9, variation: variation.clone(), document }]
		);
		let record = VariationRecord { variation, proposal: 9, document, at: START };
		assert_eq!(Variations::<Test>::get(0, 1), Some(record));
		// A second decision on the terms as they were changes nothing.
		assert_noop!(Projects::vary(signed(BUILDING_2), 0, later(0, 50), 0, hash(8)), E::TermsChanged);
		assert_ok!(cancel(BUILDING_2));
		assert_noop!(vary_as(BUILDING_2, later(0, 50)), E::ProjectClosed);
	});
}

#[test]
fn a_deadline_is_put_off() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000, 2_000]));
		stand_still(5 * DAY);
		let invalid = |error| E::InvalidTerms(error);
		assert_noop!(vary(later(0, 5)), invalid(TermsError::InvalidDeadline));
		assert_noop!(vary(later(0, 36_000)), invalid(TermsError::InvalidDeadline));
		// The standstill alone put it off by five days.
		assert_noop!(vary(later(0, 35)), invalid(TermsError::DeadlineNotLater));
		assert_noop!(vary(later(2, 40)), E::MilestoneNotFound);
		assert_ok!(vary(later(0, 40)));
		assert_eq!(agreed().milestones[0].deadline, START + 40 * DAY);
		assert_eq!(Milestones::<Test>::get(0, 0).unwrap().deadline, START + 35 * DAY);
		// Late after the new deadline, not after the old one.
		Now::set(START + 40 * DAY);
		assert_noop!(cancel(COMMITTEE), E::NotOverdue);
		assert_noop!(Projects::submit(signed(CONTRACTOR), 0, 0, hash(1), 0), E::TermsChanged);
		submit(0, 0);
		assert_noop!(vary(later(0, 50)), E::MilestoneInProgress);
		assert_ok!(cancel(ALL));
		assert_noop!(vary(later(1, 90)), E::MilestoneSettled);
		inspect(0, 0, false);
		assert_noop!(vary(later(0, 50)), E::ProjectCancelled);
	});
}

#[test]
fn an_inspector_is_replaced() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000, 2_000]));
		submit(0, 0);
		let report = |who, accept| Projects::inspect(signed(who), 0, 0, accept, hash(2));
		assert_ok!(report(INSPECTORS[0], false));
		let replace = |from, to| vary(Variation::Inspector { from, to });
		let invalid = |error| E::InvalidTerms(error);
		assert_noop!(replace(STRANGER, OTHER), E::InspectorNotFound);
		assert_noop!(replace(INSPECTORS[0], INSPECTORS[1]), invalid(TermsError::DuplicateInspector));
		assert_noop!(replace(INSPECTORS[0], CONTRACTOR), invalid(TermsError::ContractorInspects));
		Households::set(vec![(OTHER, CONTRACTOR)]);
		assert_noop!(replace(INSPECTORS[0], OTHER), invalid(TermsError::ContractorInspects));
		assert_ok!(replace(INSPECTORS[0], STRANGER));
		assert_eq!(agreed().inspectors.to_vec(), [STRANGER, INSPECTORS[1], INSPECTORS[2]]);
		// The former report no longer counts, and the new inspector reports.
		assert!(Milestones::<Test>::get(0, 0).unwrap().submission.unwrap().inspections.is_empty());
		assert_noop!(report(INSPECTORS[0], true), E::NotInspector);
		assert_ok!(report(STRANGER, true));
		assert_ok!(report(INSPECTORS[1], true));
		assert!(matches!(state(0, 0), MilestoneState::Accepted { .. }));
	});
}

#[test]
fn the_contract_is_passed_on() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000, 2_000]));
		do_and_pay(0, 0);
		let pass_on = |to| vary(Variation::Contractor { to });
		assert_noop!(pass_on(Fund::pot_account(INCOME)), E::InvalidContractor);
		assert_noop!(pass_on(Projects::escrow_account(3)), E::InvalidContractor);
		assert_noop!(pass_on(TRANSIT), E::InvalidContractor);
		assert_noop!(pass_on(INSPECTORS[0]), E::InvalidTerms(TermsError::ContractorInspects));
		// What was submitted is settled with the one who did it.
		submit(0, 1);
		assert_noop!(pass_on(OTHER), E::MilestoneInProgress);
		inspect(0, 1, false);
		assert_ok!(pass_on(OTHER));
		assert_noop!(Projects::submit(signed(CONTRACTOR), 0, 1, hash(1), 1), E::NotContractor);
		assert_noop!(Projects::dispute(signed(OTHER), 0, 1, hash(3), 0), E::TermsChanged);
		assert_ok!(Projects::submit(signed(OTHER), 0, 1, hash(1), 1));
		inspect(0, 1, true);
		pass(WINDOW);
		assert_ok!(Projects::pay(signed(STRANGER), 0, 1));
		pass(WARRANTY);
		assert_ok!(Projects::release(signed(STRANGER), 0));
		// With the retention of the first part.
		assert_eq!((Balances::free_balance(CONTRACTOR), Balances::free_balance(OTHER)), (950, 2_050));
	});
}

#[test]
fn another_account_is_named_for_a_contractor_who_cannot_be_paid() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		submit(0, 0);
		inspect(0, 0, true);
		pass(WINDOW);
		assert_noop!(vary(Variation::Contractor { to: OTHER }), E::MilestoneInProgress);
		assert_ok!(while_nobody_receives(|| Projects::pay(signed(STRANGER), 0, 0)));
		assert_ok!(vary(Variation::Contractor { to: OTHER }));
		assert_ok!(Projects::pay(signed(STRANGER), 0, 0));
		assert_eq!((Balances::free_balance(CONTRACTOR), Balances::free_balance(OTHER)), (0, 950));
	});
}

#[test]
fn money_moves_between_milestones_within_the_cap() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000, 2_000, 3_000]));
		do_and_pay(0, 0);
		let shift = |from, to, amount| vary(Variation::Amount { from, to, amount });
		let none_left = || E::InvalidTerms(TermsError::ZeroAmount);
		assert_noop!(shift(1, 1, 5), E::DuplicateMilestone);
		assert_noop!(shift(1, 3, 5), E::MilestoneNotFound);
		assert_noop!(shift(0, 1, 5), E::MilestoneSettled);
		assert_noop!(shift(1, 0, 5), E::MilestoneSettled);
		assert_noop!(shift(1, 2, 0), none_left());
		assert_noop!(shift(1, 2, 2_000), none_left());
		assert_noop!(shift(1, 2, u128::MAX), none_left());
		submit(0, 2);
		assert_noop!(shift(1, 2, 5), E::MilestoneInProgress);
		inspect(0, 2, false);
		assert_ok!(shift(1, 2, 1_999));
		assert_eq!(agreed().milestones.iter().map(|part| part.amount).collect::<Vec<_>>(), [1_000, 1, 4_999]);
		assert_eq!(held(0), 5_050);
		do_and_pay(0, 2);
		do_and_pay(0, 1);
		// 950 + 4,750 + 1; the retention is rounded down.
		assert_eq!(Balances::free_balance(CONTRACTOR), 5_701);
	});
}
