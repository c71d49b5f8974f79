// SPDX-License-Identifier: Apache-2.0

//! Each invariant can fail.

use crate::{
	mock::*, types::*, HoldReason, LedgerEntries, Milestones, NextProject, Objections, OpenProjects, Terms, Totals,
};
use frame_support::{
	assert_ok, hypothetically,
	traits::{
		fungible::{Mutate, MutateHold},
		tokens::{Fortitude, Precision, Preservation, Restriction},
	},
};
use linli_primitives::{calendar::DAY, ProjectId};

/// Project 0 has a milestone in each of five states, project 1 is in warranty, project 2 is closed.
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

/// Takes held money off a project's account, past everything.
fn send_out(id: ProjectId, amount: u128) {
	let (reason, escrow) = (HoldReason::Escrow.into(), Projects::escrow_account(id));
	let (precision, restriction, force) = (Precision::Exact, Restriction::Free, Fortitude::Force);
	Balances::transfer_on_hold(&reason, &escrow, &CONTRACTOR, amount, precision, restriction, force).unwrap();
}

#[test]
fn miscounted_projects_are_found() {
	broken("projects are not counted right", || NextProject::<Test>::put(4));
	broken("terms are not counted right", || Terms::<Test>::remove(1));
	broken("a milestone has no project", || Milestones::<Test>::insert(7, 0, Milestone::new()));
	broken("an objection has no milestone", || {
		Objections::<Test>::insert((0, 9, 0), Objection { at: 0, heads: 1, reason: hash(1) });
	});
	broken("a project is missing", || crate::Projects::<Test>::swap(1, 7));
	broken("a project has no terms", || Terms::<Test>::swap(1, 7));
	broken("a project's milestones are not those agreed", || Milestones::<Test>::remove(0, 1));
	broken("a project's milestones are not those agreed", || Milestones::<Test>::insert(0, 6, Milestone::new()));
}

#[test]
fn sums_that_differ_are_found() {
	broken("milestones and sources differ", || change_terms(0, |terms| terms.sources[0].amount += 1));
}

#[test]
fn money_that_is_not_held_is_found() {
	broken("a project's escrow does not hold what is left", || change(0, |project| project.paid += 1));
	broken("a project spent more than it has", || change(0, |project| project.paid += 10_000));
	broken("money on an escrow account is not held", || {
		let payer = CONTRACTOR;
		Balances::transfer(&payer, &Projects::escrow_account(0), 1, Preservation::Expendable).unwrap();
	});
}

#[test]
fn a_milestone_that_does_not_add_up_is_found() {
	broken("a milestone spent more than it costs", || change_milestone(0, 0, |milestone| milestone.sums.paid += 1));
	broken("a milestone overflows", || change_milestone(0, 0, |milestone| milestone.sums.paid = u128::MAX));
	broken("a settled milestone does not add up", || change_milestone(0, 0, |milestone| milestone.sums.paid -= 1));
	broken("a milestone is paid, or is not, against its state", || {
		change_milestone(0, 1, |milestone| milestone.sums.paid = 1);
	});
	broken("of a milestone that is not paid something is retained", || {
		change_milestone(0, 1, |milestone| milestone.sums.retained = 1);
	});
	broken("of a milestone under way something went back", || {
		change_milestone(0, 1, |milestone| milestone.sums.returned = 1);
	});
}

#[test]
fn a_project_that_is_not_its_milestones_is_found() {
	broken("the retention does not add up", || change(0, |project| project.retained += 1));
	broken("the retention does not add up", || {
		change_milestone(0, 0, |milestone| {
			milestone.sums.paid -= 1;
			milestone.sums.retained += 1;
			milestone.sums.returned = 0;
		});
		change(0, |project| project.retained += 2);
	});
	broken("a milestone was paid that the project does not know", || {
		change_milestone(0, 0, |milestone| {
			milestone.sums.paid += 1;
			milestone.sums.retained -= 1;
		});
	});
	broken("money went back that the project does not know", || {
		change_milestone(0, 0, |milestone| {
			milestone.sums.returned += 1;
			milestone.sums.retained -= 1;
		});
	});
}

#[test]
fn a_state_that_cannot_be_is_found() {
	let set = |number, state| change_milestone(0, number, |milestone| milestone.state = state);
	broken("a pending milestone was submitted", || set(1, MilestoneState::Pending));
	broken("a submission is another", || set(1, MilestoneState::Submitted { at: 1 }));
	let accepted = |until, heads, objections| MilestoneState::Accepted {
		at: START + WINDOW,
		until: START + WINDOW + until,
		record_block: 1,
		heads,
		objections,
		failure: None,
	};
	broken("a window is not as agreed", || set(2, accepted(WINDOW + 1, 10, 1)));
	broken("an acceptance lacks inspectors", || set(1, accepted(WINDOW, 10, 0)));
	broken("objections are not counted right", || set(2, accepted(WINDOW, 10, 0)));
	broken("a payment is not stopped that owners stopped", || set(2, accepted(WINDOW, 5, 1)));
	broken("a rejection lacks inspectors", || set(2, MilestoneState::Rejected { at: 1 }));
	broken("a dispute is ruled, or over nothing", || {
		set(5, MilestoneState::Disputed { at: 1, by: DisputedBy::Owners });
	});
	broken("a ruling is missing", || set(4, MilestoneState::Ruled { at: 1, failure: None }));
	broken("a milestone was paid before its window was over", || {
		set(0, MilestoneState::Paid { at: START + WINDOW - 1 });
	});
	broken("a milestone was paid that was not submitted", || {
		change_milestone(0, 0, |milestone| milestone.submission = None);
	});
}

#[test]
fn a_source_with_too_much_is_found() {
	broken("a source got more back than it gave", || {
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
	broken("a source is not accounted for", || change(0, |project| project.returned.clear()));
}

#[test]
fn a_project_against_its_state_is_found() {
	let set = |id, state| change(id, |project| project.state = state);
	broken("milestones are not counted right", || change(0, |project| project.unsettled -= 1));
	broken("more is claimed than is retained", || {
		change(1, |project| project.claim.as_mut().unwrap().amount = 51);
	});
	broken("a project with nothing to settle is active", || set(1, ProjectState::Active));
	broken("a defect is claimed before the warranty", || {
		change(0, |project| project.claim = Some(Claim { amount: 1, evidence: hash(1), at: 1, by: None }));
	});
	let warranty = ProjectState::Warranty { until: START + 365 * DAY, failure: None };
	broken("a warranty began too early", || set(0, warranty));
	broken("a warranty holds nothing", || set(2, warranty));
	broken("a closed project has something to settle", || set(0, ProjectState::Closed { at: 1 }));
	broken("a closed project holds money", || set(1, ProjectState::Closed { at: 1 }));
	broken("a claim stands against a closed project", || {
		change(2, |project| project.claim = Some(Claim { amount: 0, evidence: hash(1), at: 1, by: None }));
	});
}

#[test]
fn wrong_entries_are_found() {
	broken("a project's entries are not counted right", || change(0, |project| project.entry_count = 0));
	broken("a project's entries are not counted right", || LedgerEntries::<Test>::insert(0, 2, (OPERATING, 7)));
	broken("an entry is kept twice", || {
		// Project 2 was funded by one entry, and cancelled by another.
		LedgerEntries::<Test>::insert(2, 1, LedgerEntries::<Test>::get(2, 0).unwrap());
	});
	broken("the entries of a project are not those of its sources", || {
		LedgerEntries::<Test>::insert(0, 0, (REPAIR, 1));
	});
	broken("an entry has no project", || LedgerEntries::<Test>::insert(3, 0, (OPERATING, 1)));
}

#[test]
fn miscounted_open_projects_are_found() {
	broken("the open projects are others", || OpenProjects::<Test>::mutate(|open| open.truncate(1)));
	broken("the open projects are others", || {
		OpenProjects::<Test>::mutate(|open| open.try_push(2).unwrap());
	});
}

#[test]
fn wrong_totals_are_found() {
	broken("the totals are not the sums", || Totals::<Test>::mutate(|totals| totals.funded += 1));
	broken("the totals are not the sums", || Totals::<Test>::mutate(|totals| totals.paid += 1));
	broken("the totals are not the sums", || Totals::<Test>::mutate(|totals| totals.returned += 1));
}
