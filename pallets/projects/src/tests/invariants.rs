// SPDX-License-Identifier: Apache-2.0

//! Every invariant detects its violation.

use crate::{
	mock::*, types::*, HoldReason, LedgerEntries, Milestones, NextProject, Objections, OpenProjects, Terms, Totals,
	UnfinishedProjects, Variations,
};
use frame_support::{
	assert_ok, hypothetically,
	traits::{
		fungible::{Mutate, MutateHold},
		tokens::{Fortitude, Precision, Preservation, Restriction},
	},
};
use linli_primitives::{calendar::DAY, Buildings, ProjectId};

/// Asserts that `breakage` violates the invariant `expected`. Project 0 has a milestone in each of five states, project
/// 1 is in warranty, project 2 is closed.
fn broken(expected: &'static str, breakage: impl FnOnce()) {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000, 1_000, 1_000, 1_000, 1_000, 1_000]));
		do_and_pay(0, 0);
		for milestone in [1, 2] {
			submit(0, milestone);
		}
		inspect(0, 2, true);
		assert_ok!(Projects::object(signed(owner(0)), 0, 2, hash(4)));
		submit(0, 3);
		inspect(0, 3, false);
		do_and_dispute(0, 4);
		open(terms(OPERATING, &[1_000]));
		do_and_pay(1, 0);
		assert_ok!(Projects::claim_defect(signed(COMMITTEE), 1, 10, hash(6)));
		open(terms(OPERATING, &[1_000]));
		assert_ok!(Projects::cancel(signed(ALL), 2, 0));
		Projects::do_try_state().unwrap();
		hypothetically!({
			breakage();
			assert_eq!(Projects::do_try_state(), Err(expected.into()));
		});
	});
}

fn change(id: ProjectId, change: impl FnOnce(&mut Project<AccountId>)) {
	crate::Projects::<Test>::mutate(id, |project| change(project.as_mut().unwrap()));
}

fn change_milestone(id: ProjectId, number: u8, change: impl FnOnce(&mut Milestone<AccountId, u64>)) {
	Milestones::<Test>::mutate(id, number, |milestone| change(milestone.as_mut().unwrap()));
}

fn change_terms(id: ProjectId, change: impl FnOnce(&mut ProjectTerms<AccountId>)) {
	Terms::<Test>::mutate(id, |terms| change(terms.as_mut().unwrap()));
}

/// Moves held money off a project's account, bypassing the pallet.
fn send_out(id: ProjectId, amount: u128) {
	let (reason, escrow) = (HoldReason::Escrow.into(), Projects::escrow_account(id));
	let (precision, restriction, force) = (Precision::Exact, Restriction::Free, Fortitude::Force);
	Balances::transfer_on_hold(&reason, &escrow, &CONTRACTOR, amount, precision, restriction, force).unwrap();
}

#[test]
fn miscounted_projects_are_found() {
	broken("the number of projects is wrong", || NextProject::<Test>::put(4));
	broken("the number of terms is wrong", || Terms::<Test>::remove(1));
	broken("a milestone has no project", || Milestones::<Test>::insert(7, 0, Milestone::new(START)));
	broken("an objection has no milestone", || {
		Objections::<Test>::insert((0, 9, 0), Objection { at: 0, heads: 1, reason: hash(1) });
	});
	broken("a project is missing", || crate::Projects::<Test>::swap(1, 7));
	broken("a project has no terms", || Terms::<Test>::swap(1, 7));
	broken("the milestones of a project do not match its terms", || Milestones::<Test>::remove(0, 1));
	broken("the milestones of a project do not match its terms", || {
		Milestones::<Test>::insert(0, 6, Milestone::new(START))
	});
}

#[test]
fn sums_that_differ_are_found() {
	broken("the sums of milestones and sources differ", || change_terms(0, |terms| terms.sources[0].amount += 1));
}

#[test]
fn money_that_is_not_held_is_found() {
	broken("a project's hold differs from its remaining funds", || change(0, |project| project.paid += 1));
	broken("a project spent more than its funds", || change(0, |project| project.paid += 10_000));
	broken("an escrow account has a free balance", || {
		let payer = CONTRACTOR;
		Balances::transfer(&payer, &Projects::escrow_account(0), 1, Preservation::Expendable).unwrap();
	});
}

#[test]
fn a_milestone_that_does_not_add_up_is_found() {
	broken("a milestone spent more than its amount", || change_milestone(0, 0, |milestone| milestone.sums.paid += 1));
	broken("the sums of a milestone overflow", || change_milestone(0, 0, |milestone| milestone.sums.paid = u128::MAX));
	broken("a settled milestone does not add up", || change_milestone(0, 0, |milestone| milestone.sums.paid -= 1));
	broken("the paid amount of a milestone contradicts its state", || {
		change_milestone(0, 1, |milestone| milestone.sums.paid = 1);
	});
	broken("an unpaid milestone has a retention", || {
		change_milestone(0, 1, |milestone| milestone.sums.retained = 1);
	});
	broken("a milestone in progress returned money", || {
		change_milestone(0, 1, |milestone| milestone.sums.returned = 1);
	});
}

#[test]
fn a_project_that_differs_from_its_milestones_is_found() {
	broken("the retention does not add up", || change(0, |project| project.retained += 1));
	broken("the retention does not add up", || {
		change_milestone(0, 0, |milestone| {
			milestone.sums.paid -= 1;
			milestone.sums.retained += 1;
			milestone.sums.returned = 0;
		});
		change(0, |project| project.retained += 2);
	});
	broken("milestones were paid more than their project", || {
		change_milestone(0, 0, |milestone| {
			milestone.sums.paid += 1;
			milestone.sums.retained -= 1;
		});
	});
	broken("milestones returned more than their project", || {
		change_milestone(0, 0, |milestone| {
			milestone.sums.returned += 1;
			milestone.sums.retained -= 1;
		});
	});
}

#[test]
fn an_inconsistent_milestone_state_is_found() {
	let set = |number, state| change_milestone(0, number, |milestone| milestone.state = state);
	broken("a pending milestone was submitted", || set(1, MilestoneState::Pending));
	broken("the time of a submission differs from the state", || set(1, MilestoneState::Submitted { at: 1, lived: 1 }));
	let accepted = |until, heads, objections| MilestoneState::Accepted {
		at: START + WINDOW,
		until: START + WINDOW + until,
		record_block: 1,
		heads,
		objections,
		failure: None,
	};
	broken("an objection window differs from the terms", || set(2, accepted(WINDOW + 1, 10, 1)));
	broken("a milestone was accepted by too few inspectors", || set(1, accepted(WINDOW, 10, 0)));
	broken("the number of objections is wrong", || set(2, accepted(WINDOW, 10, 0)));
	broken("enough objections did not stop a payment", || set(2, accepted(WINDOW, 5, 1)));
	broken("a milestone was rejected by too few inspectors", || set(2, MilestoneState::Rejected { at: 1, lived: 1 }));
	broken("a disputed milestone has a ruling or no submission", || {
		set(5, MilestoneState::Disputed { at: 1, lived: 1, by: DisputedBy::Owners });
	});
	broken("a ruling is missing", || set(4, MilestoneState::Ruled { at: 1, lived: 1, failure: None }));
	broken("a milestone was paid within its objection window", || {
		set(0, MilestoneState::Paid { at: START + WINDOW - 1 });
	});
	broken("a milestone was paid without a submission", || {
		change_milestone(0, 0, |milestone| milestone.submission = None);
	});
}

#[test]
fn a_source_with_too_much_is_found() {
	broken("a source received more than it gave", || {
		// Both pots are the same project's, one of them got the other's.
		change_terms(0, |terms| {
			terms.sources[0].amount = 5_999;
			terms.sources.try_push(Source { pot: INCOME, amount: 1 }).unwrap();
		});
		change(0, |project| project.returned.try_push(2).unwrap());
		send_out(0, 2);
		change_milestone(0, 0, |milestone| {
			milestone.sums.retained -= 2;
			milestone.sums.returned += 2;
		});
		change(0, |project| project.retained -= 2);
	});
	broken("the number of returned amounts is wrong", || change(0, |project| project.returned.clear()));
}

#[test]
fn an_inconsistent_project_state_is_found() {
	let set = |id, state| change(id, |project| project.state = state);
	broken("the number of unsettled milestones is wrong", || change(0, |project| project.unsettled -= 1));
	broken("a claim exceeds the retention", || {
		change(1, |project| project.claim.as_mut().unwrap().amount = 51);
	});
	broken("an unfinished project has nothing to settle", || set(1, ProjectState::Active));
	broken("a defect is claimed before the warranty", || {
		change(0, |project| project.claim = Some(Claim { amount: 1, evidence: hash(1), at: 1, lived: 1, by: None }));
	});
	let warranty = ProjectState::Warranty { until: START + 365 * DAY, failure: None };
	broken("a project in warranty has unsettled milestones", || set(0, warranty));
	broken("a project in warranty has no retention", || set(2, warranty));
	broken("a closed project has unsettled milestones", || set(0, ProjectState::Closed { at: 1 }));
	broken("a closed project holds money", || set(1, ProjectState::Closed { at: 1 }));
	broken("a closed project has a claim", || {
		change(2, |project| project.claim = Some(Claim { amount: 0, evidence: hash(1), at: 1, lived: 1, by: None }));
	});
}

#[test]
fn wrong_entries_are_found() {
	broken("the number of a project's ledger entries is wrong", || change(0, |project| project.entry_count = 0));
	broken("the number of a project's ledger entries is wrong", || LedgerEntries::<Test>::insert(0, 2, (OPERATING, 7)));
	broken("a ledger entry is recorded twice", || {
		// Project 2 was funded by one entry, and cancelled by another.
		LedgerEntries::<Test>::insert(2, 1, LedgerEntries::<Test>::get(2, 0).unwrap());
	});
	broken("a project's ledger entries do not match its sources", || {
		LedgerEntries::<Test>::insert(0, 0, (REPAIR, 1));
	});
	broken("a ledger entry has no project", || LedgerEntries::<Test>::insert(3, 0, (OPERATING, 1)));
}

#[test]
fn miscounted_open_projects_are_found() {
	broken("the list of open projects is wrong", || OpenProjects::<Test>::remove(1));
	broken("the list of open projects is wrong", || OpenProjects::<Test>::insert(2, ()));
	broken("the number of open projects is wrong", || {
		frame_support::storage::unhashed::put(&OpenProjects::<Test>::counter_storage_final_key(), &9u32);
	});
}

#[test]
fn miscounted_unfinished_projects_are_found() {
	broken("the number of unfinished projects is wrong", || UnfinishedProjects::<Test>::insert(None::<Buildings>, 2));
	broken("the number of unfinished projects is wrong", || {
		UnfinishedProjects::<Test>::insert(Some(buildings(&[1])), 1);
	});
	broken("too many projects are unfinished", || {
		for _ in 0..4 {
			open(terms(OPERATING, &[1_000]));
			UnfinishedProjects::<Test>::insert(None::<Buildings>, 1);
		}
		UnfinishedProjects::<Test>::insert(None::<Buildings>, 5);
	});
}

#[test]
fn lost_variations_are_found() {
	let record = || VariationRecord {
		variation: Variation::Contractor { to: STRANGER },
		proposal: 7,
		document: hash(8),
		at: START,
	};
	broken("the variations of a project do not match its version", || change(0, |project| project.version = 1));
	broken("the variations of a project do not match its version", || Variations::<Test>::insert(0, 1, record()));
	broken("the variations of a project do not match its version", || {
		change(0, |project| project.version = 1);
		Variations::<Test>::insert(0, 2, record());
	});
	broken("a variation has no project", || Variations::<Test>::insert(3, 1, record()));
	broken("a contractor inspects", || change_terms(0, |terms| terms.contractor = INSPECTORS[2]));
}

#[test]
fn wrong_times_are_found() {
	broken("a deadline is earlier than its terms", || {
		change_milestone(0, 1, |milestone| milestone.deadline -= 1);
	});
	let lived = "a lived time differs from its moment";
	let off = |number| {
		change_milestone(0, number, |milestone| match &mut milestone.state {
			MilestoneState::Submitted { lived, .. }
			| MilestoneState::Rejected { lived, .. }
			| MilestoneState::Disputed { lived, .. } => *lived += 1,
			other => panic!("{other:?} has no lived time"),
		});
	};
	// Submitted, rejected, disputed.
	for number in [1, 3, 4] {
		broken(lived, || off(number));
	}
	broken(lived, || change(1, |project| project.claim.as_mut().unwrap().lived += 1));
	broken(lived, || {
		ExistentialDeposit::set(POT / 2);
		assert_ok!(Projects::rule(signed(RULER), 0, 4, 500, hash(5), 0));
		ExistentialDeposit::set(1);
		change_milestone(0, 4, |milestone| {
			let MilestoneState::Ruled { lived, .. } = &mut milestone.state else { panic!("it was paid") };
			*lived += 1;
		});
	});
}

#[test]
fn a_report_of_a_former_inspector_is_found() {
	broken("an undecided submission has a report of a former inspector", || {
		assert_ok!(Projects::inspect(signed(INSPECTORS[0]), 0, 1, true, hash(2)));
		change_terms(0, |terms| terms.inspectors[0] = STRANGER);
	});
}

#[test]
fn wrong_totals_are_found() {
	broken("the totals differ from the sums", || Totals::<Test>::mutate(|totals| totals.funded += 1));
	broken("the totals differ from the sums", || Totals::<Test>::mutate(|totals| totals.paid += 1));
	broken("the totals differ from the sums", || Totals::<Test>::mutate(|totals| totals.returned += 1));
	broken("the totals differ from the sums", || Totals::<Test>::mutate(|totals| totals.retained += 1));
}
