// SPDX-License-Identifier: Apache-2.0

//! Payments by the bank: ordered, then paid or returned.

use crate::{mock::*, types::*, Audits, AuditsDue, Error, Event, Invoices, LineMonths, LineReturns, OpenExpenses};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo, weights::Weight};
use linli_primitives::{
	traits::{BankOutcomes, Bearers, Person},
	Cause, ContentHash, ExpenseId, PaymentFailure,
};
use sp_runtime::{DispatchError, DispatchError::BadOrigin};

fn order(who: AccountId, id: ExpenseId) -> DispatchResultWithPostInfo {
	Spending::order_payment(signed(who), 0, id, 0)
}

fn key(text: &str) -> ContentHash {
	ContentHash::from(sp_io::hashing::blake2_256(text.as_bytes()))
}

/// The failure that a returned payment leaves.
fn returned(at: u64) -> Option<PaymentFailure> {
	Some(PaymentFailure { error: Error::<Test>::PaymentReturned.into(), at })
}

#[test]
fn the_cashier_orders_and_the_bank_pays() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved_bank(480_000, 1);
		let info = order(CORA, id).unwrap();
		assert_eq!(info.actual_weight, Some(Weight::from_parts(1_000, 0)));
		assert_eq!((balance(OPERATING), sums(GARDENS)), (OPERATING_MONEY - 480_000, (0, 480_000)));
		let payment = Payment { entry: 1, at: START, payer: CORA, reference: None, bearers: None, audit_due: None };
		assert_eq!(expense(id).state, State::InExecution { order: 0, payment: payment.clone() });
		let (purpose, amount) = (Purpose::Line { year: 2026, line: GARDENS }, 480_000);
		assert_eq!(LineMonths::<Test>::get(NOVEMBER, purpose.heading()), 480_000);
		let (pot, destination, cashier) = (OPERATING, hash(4), CORA);
		let ordered =
			Event::PaymentOrdered { expense: id, purpose, pot, destination, amount, cashier, audit_due: None };
		assert_eq!(last_event(), ordered);
		assert!(comes_before_its_entry(&ordered, OPERATING, 1));
		assert!(!OpenExpenses::<Test>::contains_key(id));

		wait(7);
		assert_ok!(TestBank::pay(0, CARL, "ICBC-1"));
		assert_eq!(expense(id).state, State::Paid(Payment { reference: Some(key("ICBC-1")), ..payment }));
		let (payee, payer) = (Payee::Bank(hash(4)), CARL);
		let paid = Event::ExpensePaid { expense: id, purpose, pot, payee, amount, payer, audit_due: None };
		assert_eq!(last_event(), paid);
		assert_eq!((balance(OPERATING), sums(GARDENS)), (OPERATING_MONEY - 480_000, (0, 480_000)));
		assert_noop!(order(CORA, id), Error::<Test>::AlreadyConcluded);
	});
}

#[test]
fn only_cashiers_order() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved_bank(100, 1);
		for who in [MAX, COMMITTEE, ADA, MEI, STRANGER] {
			assert_noop!(order(who, id), BadOrigin);
		}
	});
}

#[test]
fn proposers_and_approvers_cannot_order() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		assert_ok!(propose_to(Payee::Bank(hash(4)), 500_000, 1));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_ok!(Spending::approve_as_auditor(signed(ADA), 0, terms(0)));
		Cashiers::set(vec![CORA, CARL, MAX, ADA, MEI, ABE]);
		for who in [MAX, ADA, MEI] {
			assert_noop!(order(who, 0), Error::<Test>::OwnPayment);
		}
		// Nor by another account of theirs.
		for person in [MAX, ADA] {
			SamePeople::set(vec![(person, CARL)]);
			assert_noop!(order(CARL, 0), Error::<Test>::OwnPayment);
		}
		// Another auditor took no part in the approval.
		assert_ok!(order(ABE, 0));
		// Nor did the committee if the assembly decided.
		assert_ok!(propose_to(Payee::Bank(hash(4)), 1_000_000, 2));
		assert_ok!(Spending::approve_as_assembly(signed(ASSEMBLY), 1, terms(1)));
		assert_ok!(order(MEI, 1));
	});
}

#[test]
fn only_approved_expenses_to_bank_accounts_are_ordered() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(order(CORA, 0), Error::<Test>::ExpenseNotFound);
		assert_ok!(propose_to(Payee::Bank(hash(4)), 100, 1));
		assert_noop!(order(CORA, 0), Error::<Test>::NotApproved);
		let on_chain = approved(100, 2);
		assert_noop!(order(CORA, on_chain), Error::<Test>::NotPaidByBank);
	});
}

#[test]
fn a_pot_with_insufficient_funds_orders_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved_bank(100, 1);
		assert_ok!(Fund::transfer(RuntimeOrigin::root(), OPERATING, INCOME, balance(OPERATING)));
		assert_noop!(order(CORA, id), pallet_linli_fund::Error::<Test>::InsufficientFunds);
	});
}

#[test]
fn what_is_in_execution_cannot_be_stopped() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved_bank(100, 1);
		assert_ok!(order(CORA, id));
		let running = || Error::<Test>::PaymentInProgress;
		assert_noop!(order(CORA, id), running());
		assert_noop!(Spending::refuse(signed(COMMITTEE), id, hash(8)), running());
		assert_noop!(Spending::withdraw(signed(MAX), id), running());
		assert_noop!(Spending::approve_as_committee(signed(COMMITTEE), id, terms(id)), Error::<Test>::AlreadyApproved);
		assert_noop!(Spending::expire(signed(STRANGER), id), Error::<Test>::AlreadyApproved);
		let refund = Spending::record_refund(signed(CORA), 0, id, 1, reference("R1"), None, 0);
		assert_noop!(refund, Error::<Test>::NotPaid);
	});
}

#[test]
fn a_returned_payment_restores_everything() {
	for was_paid in [false, true] {
		ExtBuilder::default().build_and_execute(|| {
			let to = Payee::Bank(hash(4));
			let related = buildings(&[2]);
			assert_ok!(Spending::propose(
				signed(MAX),
				2026,
				ROOFS,
				to,
				400_001,
				invoice(1, 400_001),
				NOVEMBER,
				related
			));
			wait(3);
			assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
			let picture = || {
				let shares: Vec<_> = (0..5).map(TestRepair::share).collect();
				let invoice = Invoices::<Test>::get(hash(1));
				let open: Vec<_> = Spending::open_expenses().into_iter().map(|(id, _)| id).collect();
				let counts = crate::OpenBy::<Test>::get(Lane::Line, Person::Account(MAX));
				let money = (balance(REPAIR), TestRepair::belonging(), Balances::total_issuance());
				(shares, line(ROOFS), invoice, open, counts, money)
			};
			let (before, approved) = (picture(), expense(0));
			wait(4);
			assert_ok!(Spending::order_payment(signed(CORA), 0, 0, 2));
			assert_eq!(Spending::bearers(&Cause::Expense { expense: 0 }), 2);
			if was_paid {
				assert_ok!(TestBank::pay(0, CORA, "R1"));
			}
			wait(5);
			assert_ok!(TestBank::give_back(0));
			assert_eq!(picture(), before);
			let failure = returned(START + 12);
			let again = Expense { state: State::Approved { at: START + 3, failure }, ..approved };
			assert_eq!(expense(0), again);
			let event = Event::PaymentReturned { expense: 0, pot: REPAIR, amount: 400_001, entry: 2 };
			assert_eq!(last_event(), event);
			// The report of the month shows both; closed months would not change.
			let heading = Heading::Line { year: 2026, line: ROOFS };
			assert_eq!(LineMonths::<Test>::get(NOVEMBER, heading), 400_001);
			assert_eq!(LineReturns::<Test>::get(NOVEMBER, heading), 400_001);
			assert_eq!(Spending::bearers(&Cause::Expense { expense: 0 }), 0);

			// It can be ordered again.
			assert_ok!(Spending::order_payment(signed(CORA), 0, 0, 2));
			assert_ok!(TestBank::pay(1, CORA, "R2"));
			assert_eq!((line(ROOFS).committed, line(ROOFS).spent), (0, 400_001));
			assert_eq!(TestRepair::building(2), (2, 99_999));
		});
	}
}

#[test]
fn a_returned_payment_can_be_refused_or_withdrawn() {
	ExtBuilder::default().build_and_execute(|| {
		for (invoice, refused) in [(1, true), (2, false)] {
			let id = approved_bank(100, invoice);
			assert_ok!(order(CORA, id));
			assert_ok!(TestBank::give_back(order_of_last()));
			if refused {
				assert_ok!(Spending::refuse(signed(COMMITTEE), id, hash(8)));
			} else {
				assert_ok!(Spending::withdraw(signed(MAX), id));
			}
			assert_eq!((sums(GARDENS), balance(OPERATING)), ((0, 0), OPERATING_MONEY));
			assert_eq!(Invoices::<Test>::get(hash(invoice)), None);
		}
	});
}

/// The order that was made last.
fn order_of_last() -> u64 {
	Orders::iter_keys().max().unwrap()
}

#[test]
fn the_audit_of_a_returned_emergency_is_not_due() {
	for audited in [false, true] {
		ExtBuilder::default().build_and_execute(|| {
			let (kind, payee, related) = (EmergencyKind::Sewage, Payee::Bank(hash(4)), Related::Nobody);
			let invoice = invoice(1, 1);
			let call = Spending::propose_emergency(
				signed(MAX),
				kind,
				OPERATING,
				payee,
				1,
				invoice,
				hash(90),
				related,
				NOVEMBER,
			);
			assert_ok!(call);
			assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
			assert_ok!(order(CORA, 0));
			assert_eq!(AuditsDue::<Test>::iter().count(), 1);
			if audited {
				assert_ok!(Spending::file_audit(signed(ADA), 0, hash(70)));
			}
			assert_ok!(TestBank::give_back(0));
			assert_eq!((AuditsDue::<Test>::iter().count(), Audits::<Test>::iter().count()), (0, 0));
			assert_eq!(Spending::audit_state(0), Some(AuditState::NotDue));
			// The next payment has an audit of its own.
			wait(WEEK);
			assert_ok!(order(CORA, 0));
			assert!(matches!(Spending::audit_state(0), Some(AuditState::Due { .. })));
		});
	}
}

#[test]
fn outcomes_without_an_order_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved(100, 1);
		let cause = Cause::Expense { expense: id };
		let none = || Error::<Test>::NotInExecution;
		assert_noop!(Spending::paid(&cause, key("R1"), &CORA), none());
		assert_noop!(Spending::returned(&cause, 5, None), none());
		// A payment on this chain cannot come back.
		assert_ok!(Spending::pay(signed(STRANGER), id, 0));
		assert_noop!(Spending::paid(&cause, key("R1"), &CORA), none());
		assert_noop!(Spending::returned(&cause, 5, None), none());
		let unknown = Cause::Expense { expense: 9 };
		assert_noop!(Spending::paid(&unknown, key("R1"), &CORA), Error::<Test>::ExpenseNotFound);
		assert_noop!(Spending::returned(&unknown, 5, None), Error::<Test>::ExpenseNotFound);
		// What another pallet ordered is left to it.
		assert_ok!(Spending::paid(&Cause::Donation, key("R1"), &CORA));
		assert_ok!(Spending::returned(&Cause::Donation, 5, None));
		assert_eq!([unknown, Cause::Donation].map(|cause| Spending::bearers(&cause)), [0, 0]);
	});
}

#[test]
fn a_repair_paid_through_the_bank_falls_on_its_units() {
	ExtBuilder::default().build_and_execute(|| {
		let to = Payee::Bank(hash(4));
		assert_ok!(Spending::propose(
			signed(MAX),
			2026,
			ROOFS,
			to,
			400_000,
			invoice(1, 400_000),
			NOVEMBER,
			buildings(&[2])
		));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_noop!(order(CORA, 0), Error::<Test>::MaxUnitsTooLow);
		let info = Spending::order_payment(signed(CORA), 0, 0, 10).unwrap();
		assert_eq!(info.actual_weight, Some(Weight::from_parts(1_002, 0)));
		assert_eq!(TestRepair::building(2), (2, 100_000));
		let bearers = Bearers { buildings: Some(vec![2].try_into().unwrap()), known: 5, units: 2 };
		assert_eq!(expense(0).state.payment().unwrap().bearers, Some(bearers));
		// With insufficient shares, nothing is ordered.
		let to = Payee::Bank(hash(4));
		assert_ok!(Spending::propose(
			signed(MAX),
			2026,
			ROOFS,
			to,
			100_001,
			invoice(2, 100_001),
			NOVEMBER,
			buildings(&[2])
		));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 1, terms(1)));
		let call = Spending::order_payment(signed(CORA), 0, 1, 10);
		assert_noop!(call, DispatchError::Other("shares too low"));
	});
}
