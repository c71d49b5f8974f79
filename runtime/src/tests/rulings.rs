// SPDX-License-Identifier: Apache-2.0

//! Rulings against decisions: those whom a decision concerns do not annul it (D32, D47).

use super::{deciding::*, people::village_that_spends, spending::*, *};
use crate::configs::concerns::ConcernedByCalls;
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{ProposalId, Role};
use pallet_linli_governance::{tally::Choice, types::State, Call, Concerns, Error};
use Sr25519Keyring::{Alice, Bob, One, Two};

const REGISTRAR: Sr25519Keyring = Bob;

fn concerns(call: impl Into<RuntimeCall>, who: Sr25519Keyring) -> bool {
	ConcernedByCalls::by_calls(&[call.into()], &account(who))
}

fn annul(proposal: ProposalId) -> Call<Runtime> {
	Call::annul { proposal, document: hash(6) }
}

fn countersign(proposal: ProposalId) -> Call<Runtime> {
	Call::countersign_annulment { proposal, document: hash(6) }
}

/// A decision on this call that passed and was not enacted.
fn passed(call: impl Into<RuntimeCall>) -> ProposalId {
	let proposal = petition(motion(call), ORDINARY, None);
	vote_and_close(proposal, Choice::For);
	proposal
}

#[test]
fn the_auditor_does_not_annul_the_decision_that_dismisses_the_auditor() {
	village_of_two().execute_with(|| {
		let dismiss =
			|| pallet_linli_registry::Call::<Runtime>::dismiss { role: Role::Auditor, account: account(AUDITOR) };
		let proposal = passed(dismiss());
		assert_noop!(run(AUDITOR, annul(proposal)), Error::<Runtime>::IsConcerned);
		// Nor with a batch around it.
		let batch = passed(pallet_utility::Call::<Runtime>::batch_all { calls: vec![RuntimeCall::from(dismiss())] });
		assert_noop!(run(AUDITOR, annul(batch)), Error::<Runtime>::IsConcerned);
	});
}

#[test]
fn officers_who_agree_cannot_keep_the_owners_from_a_second_auditor() {
	village_of_two().execute_with(|| {
		let appoint = |role| pallet_linli_registry::Call::<Runtime>::appoint { role, account: account(STRANGER) };
		// A second holder shares the office with the first.
		let auditor = passed(appoint(Role::Auditor));
		assert_noop!(run(AUDITOR, annul(auditor)), Error::<Runtime>::IsConcerned);
		let registrar = passed(appoint(Role::Registrar));
		assert_ok!(run(AUDITOR, annul(registrar)));
		assert_noop!(run(REGISTRAR, countersign(registrar)), Error::<Runtime>::IsConcerned);
		// What concerns neither is annulled once, and then only postponed.
		let overrule = |proposal| {
			assert_ok!(run(AUDITOR, annul(proposal)));
			assert_ok!(run(REGISTRAR, countersign(proposal)));
		};
		let first = passed(appoint(Role::Device));
		overrule(first);
		assert!(matches!(state(first), State::Annulled { .. }));
		let second = passed(appoint(Role::Device));
		overrule(second);
		let State::Passed { enact_at, .. } = state(second) else { panic!("{:?}", state(second)) };
		assert_noop!(run(AUDITOR, annul(second)), Error::<Runtime>::AlreadyPostponed);
		block_at(enact_at);
		assert_ok!(enact(second));
		assert_enacted(second);
	});
}

#[test]
fn calls_concern_those_whom_they_pay_and_whose_seat_or_office_they_change() {
	village_that_spends().execute_with(|| {
		let recall = |owner| pallet_linli_committee::Call::<Runtime>::recall { owner, election: 0 };
		assert!(concerns(recall(1), One));
		// Another account of the same owner.
		assert!(concerns(recall(1), Two));
		assert!(!concerns(recall(1), AUDITOR));
		let validator = || pallet_linli_validators::Call::<Runtime>::remove_validator { account: account(AUDITOR) };
		assert!(concerns(validator(), AUDITOR));
		assert!(!concerns(validator(), REGISTRAR));
		let expense = enter(propose(0, pallet_linli_expenses::types::Payee::Account(account(Two)), 1_000, 11));
		let approve = || Expense::approve_as_assembly { expense, terms: hash(1) };
		// The payee and their owner's other account, and the manager who proposed it.
		for (who, concerned) in [(Two, true), (One, true), (MANAGER, true), (AUDITOR, false)] {
			assert_eq!(concerns(approve(), who), concerned, "{who:?}");
		}
		// A call that no list knows, and that names the account.
		let transfer =
			pallet_balances::Call::<Runtime>::transfer_keep_alive { dest: account(REGISTRAR).into(), value: 1 };
		assert!(concerns(transfer.clone(), REGISTRAR));
		assert!(!concerns(transfer, AUDITOR));
		let remark = || RuntimeCall::from(frame_system::Call::<Runtime>::remark { remark: vec![] });
		let dismiss =
			pallet_linli_registry::Call::<Runtime>::dismiss { role: Role::Auditor, account: account(AUDITOR) };
		let either =
			pallet_utility::Call::<Runtime>::if_else { main: Box::new(remark()), fallback: Box::new(dismiss.into()) };
		assert!(concerns(either, AUDITOR));
		assert!(!concerns(remark(), AUDITOR));
	});
}

#[test]
fn an_election_concerns_the_members_whose_seats_it_fills() {
	village_with_committee().execute_with(|| {
		let concerns = |who| ConcernedByCalls::by_election(&account(who));
		assert!(concerns(Alice) && concerns(One) && concerns(Two));
		assert!(!concerns(AUDITOR) && !concerns(REGISTRAR));
	});
	village_of_two().execute_with(|| assert!(!ConcernedByCalls::by_election(&account(Alice))));
}
