// SPDX-License-Identifier: Apache-2.0

//! Every step and every call in every state.

use crate::{mock::*, types::*, Error};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult, hypothetically};
use linli_primitives::{ContentHash, ExpenseId, PaymentFailure};
use sp_runtime::DispatchError;

const FAILURE: PaymentFailure = PaymentFailure { error: DispatchError::CannotLookup, at: 5 };

fn payment() -> Payment<AccountId> {
	Payment { entry: 3, at: 6, payer: CORA, reference: None, bearers: None, audit_due: None }
}

/// The payment once the bank has made it.
fn settled() -> Payment<AccountId> {
	Payment { reference: Some(hash(9)), ..payment() }
}

fn states() -> Vec<State<AccountId>> {
	vec![
		State::Proposed,
		State::Approved { at: 1, failure: None },
		State::Paid(payment()),
		State::Refused { at: 2, reason: ContentHash::zero() },
		State::Withdrawn { at: 3 },
		State::InExecution { order: 5, payment: payment() },
		State::Expired { at: 9 },
		State::Paid(settled()),
	]
}

fn steps() -> Vec<Step<AccountId>> {
	vec![
		Step::Approve { at: 4 },
		Step::Fail(FAILURE),
		Step::Pay(payment()),
		Step::Refuse { at: 7, reason: ContentHash::zero() },
		Step::Withdraw { at: 8 },
		Step::Order { order: 5, payment: payment() },
		Step::Settle { reference: hash(9) },
		Step::Return { at: 1, failure: FAILURE },
		Step::Expire { at: 9 },
	]
}

#[test]
fn every_step_from_every_state() {
	let approved = || Some(State::Approved { at: 4, failure: None });
	let failed = || Some(State::Approved { at: 1, failure: Some(FAILURE) });
	let paid = || Some(State::Paid(payment()));
	let refused = || Some(State::Refused { at: 7, reason: ContentHash::zero() });
	let withdrawn = || Some(State::Withdrawn { at: 8 });
	let ordered = || Some(State::InExecution { order: 5, payment: payment() });
	let by_bank = || Some(State::Paid(settled()));
	let expired = || Some(State::Expired { at: 9 });
	let none = || [None, None, None, None, None, None, None, None, None];
	let table = [
		// Approve, fail, pay, refuse, withdraw, order, settle, return, expire; from
		// proposed,
		[approved(), None, None, refused(), withdrawn(), None, None, None, expired()],
		// approved,
		[None, failed(), paid(), refused(), withdrawn(), ordered(), None, None, None],
		// paid on this chain, refused, withdrawn,
		none(),
		none(),
		none(),
		// in execution,
		[None, None, None, None, None, None, by_bank(), failed(), None],
		// expired,
		none(),
		// paid by the bank.
		[None, None, None, None, None, None, None, failed(), None],
	];
	assert_eq!(states().len(), table.len());
	for (state, row) in states().into_iter().zip(table) {
		for (step, expected) in steps().into_iter().zip(row) {
			assert_eq!(state.after(step.clone()), expected, "{state:?}, {step:?}");
		}
	}
}

#[test]
fn states_are_open_paid_or_void() {
	let flags: Vec<_> =
		states().iter().map(|state| (state.is_open(), state.is_void(), state.payment().is_some())).collect();
	let (open, paid, void) = ((true, false, false), (false, false, true), (false, true, false));
	assert_eq!(flags, [open, open, paid, void, void, paid, void, paid]);
}

/// Brings an emergency to one of the five states without the bank, after the committee's period.
fn bring_to(state: usize) -> ExpenseId {
	assert_ok!(propose_lift(100, 1));
	wait(WEEK);
	match state {
		0 => {}
		1 => Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)).unwrap(),
		2 => {
			assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
			assert_ok!(Spending::pay(signed(STRANGER), 0, 0));
		}
		3 => Spending::refuse(signed(COMMITTEE), 0, hash(8)).unwrap(),
		_ => Spending::withdraw(signed(MAX), 0).unwrap(),
	}
	0
}

/// A call on an expense.
type Call = fn(ExpenseId) -> DispatchResult;

#[test]
fn every_call_in_every_state() {
	type E = Error<Test>;
	let calls: [(&str, Call, [Option<E>; 5]); 8] = [
		(
			"approve_as_committee",
			|id| Spending::approve_as_committee(signed(COMMITTEE), id, terms(id)),
			[
				None,
				Some(E::AlreadyApproved),
				Some(E::AlreadyConcluded),
				Some(E::AlreadyConcluded),
				Some(E::AlreadyConcluded),
			],
		),
		(
			"approve_as_auditor",
			|id| Spending::approve_as_auditor(signed(ADA), id, terms(id)),
			[
				Some(E::ApprovalNotRequired),
				Some(E::AlreadyApproved),
				Some(E::AlreadyConcluded),
				Some(E::AlreadyConcluded),
				Some(E::AlreadyConcluded),
			],
		),
		(
			"approve_as_assembly",
			|id| Spending::approve_as_assembly(signed(ASSEMBLY), id, terms(id)),
			[
				Some(E::ApprovalNotRequired),
				Some(E::AlreadyApproved),
				Some(E::AlreadyConcluded),
				Some(E::AlreadyConcluded),
				Some(E::AlreadyConcluded),
			],
		),
		(
			"approve_emergency_as_auditor",
			|id| Spending::approve_emergency_as_auditor(signed(ADA), id, terms(id)),
			[
				None,
				Some(E::AlreadyApproved),
				Some(E::AlreadyConcluded),
				Some(E::AlreadyConcluded),
				Some(E::AlreadyConcluded),
			],
		),
		(
			"refuse",
			|id| Spending::refuse(signed(COMMITTEE), id, hash(8)),
			[None, None, Some(E::AlreadyConcluded), Some(E::AlreadyConcluded), Some(E::AlreadyConcluded)],
		),
		(
			"withdraw",
			|id| Spending::withdraw(signed(MAX), id),
			[None, None, Some(E::AlreadyConcluded), Some(E::AlreadyConcluded), Some(E::AlreadyConcluded)],
		),
		(
			"pay",
			|id| Spending::pay(signed(STRANGER), id, 0).map(drop).map_err(|error| error.error),
			[
				Some(E::NotApproved),
				None,
				Some(E::AlreadyConcluded),
				Some(E::AlreadyConcluded),
				Some(E::AlreadyConcluded),
			],
		),
		(
			"file_audit",
			|id| Spending::file_audit(signed(ADA), id, hash(70)),
			[Some(E::NotPaid), Some(E::NotPaid), None, Some(E::NotPaid), Some(E::NotPaid)],
		),
	];
	for (name, call, expected) in calls {
		for (state, expected) in expected.into_iter().enumerate() {
			ExtBuilder::default().build_and_execute(|| {
				let id = bring_to(state);
				match expected {
					Some(error) => {
						assert_noop!(call(id), error);
					}
					None => assert_eq!(call(id), Ok(()), "{name} in state {state}"),
				}
			});
		}
	}
}

#[test]
fn order_payment_in_every_state() {
	type E = Error<Test>;
	ExtBuilder::default().build_and_execute(|| {
		let pay = || Spending::order_payment(signed(CORA), 0, 0, 0).map(drop).map_err(|error| error.error);
		assert_ok!(propose_to(Payee::Bank(hash(4)), 100, 1));
		assert_noop!(pay(), E::NotApproved);
		hypothetically!({
			assert_ok!(Spending::refuse(signed(COMMITTEE), 0, hash(8)));
			assert_noop!(pay(), E::AlreadyConcluded);
		});
		hypothetically!({
			assert_ok!(Spending::withdraw(signed(MAX), 0));
			assert_noop!(pay(), E::AlreadyConcluded);
		});
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_ok!(pay());
		assert_noop!(pay(), E::PaymentInProgress);
		assert_ok!(TestBank::pay(0, CORA, "R1"));
		assert_noop!(pay(), E::AlreadyConcluded);
	});
}
