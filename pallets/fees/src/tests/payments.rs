// SPDX-License-Identifier: Apache-2.0

//! Payments, late fees, prepayments and statements.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold, BoundedVec};
use linli_primitives::{traits::UnitDues, Cause, ChargeId, Fen, Period, UnitId};
use sp_runtime::TokenError;

/// From issue to the end of the grace: 16 days until due, including the day of issue, and 30 days of grace.
const LATE: u64 = 46 * DAYS;

fn pay(who: AccountId, unit: UnitId, amount: Fen) -> frame_support::dispatch::DispatchResultWithPostInfo {
	Fees::pay(signed(who), unit, amount, None)
}

/// Keys of the chosen bills of unit 1.
fn chosen(list: &[(ChargeId, Period)]) -> Option<BoundedVec<BillKey, <Test as Config>::MaxBillsPerPayment>> {
	let keys: Vec<_> = list.iter().map(|(charge, period)| BillKey::new(1, *charge, *period)).collect();
	Some(keys.try_into().unwrap())
}

/// Creates a charge of 10,000 per unit and month, and bills it for November.
fn billed() -> ChargeId {
	let id = create(terms(Basis::PerUnit), 10_000);
	go_to(start(NOVEMBER) + 6 * DAYS);
	id
}

fn statement(unit: UnitId) -> Vec<(EntryKind, Fen, i128)> {
	let page = Fees::statement(unit, 0, 100);
	page.lines.into_iter().map(|(_, entry)| (entry.kind, entry.amount, entry.balance)).collect()
}

#[test]
fn paying_a_bill_in_full_moves_the_money_to_the_pot() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		assert_ok!(pay(BOB, 1, 10_000));
		assert!(!bill(1, charge, NOVEMBER).is_open());
		assert_eq!(free(BOB), RICH - 10_000);
		assert_eq!(
			Entries::get(0),
			vec![(true, 10_000, Cause::Bill { bill: BillKey::new(1, charge, NOVEMBER), payment: 0 })]
		);
		let kind = PaymentKind::Direct;
		assert_eq!(
			last_event(),
			Event::PaymentMade { payment: 0, unit: 1, payer: BOB, amount: 10_000, prepaid: 0, kind }
		);
		assert_eq!(Fees::payment(0).unwrap().amount, 10_000);
		assert_eq!(
			statement(1),
			vec![
				(EntryKind::Bill { bill: BillKey::new(1, charge, NOVEMBER) }, 10_000, 10_000),
				(
					EntryKind::Payment { payment: 0, bill: BillKey::new(1, charge, NOVEMBER), late: 0, entry: 0 },
					10_000,
					0
				),
			]
		);
		assert!(Fees::is_settled(1));
		assert_eq!(Fees::totals().collected, 10_000);
	});
}

#[test]
fn any_account_can_pay_and_invalid_payments_are_rejected() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		assert_ok!(pay(CHEN, 1, 1));
		assert_eq!(bill(1, charge, NOVEMBER).owed(), 9_999);
		assert_noop!(pay(CHEN, 1, 0), Error::<Test>::InvalidAmount);
		assert_noop!(pay(CHEN, 77, 1), Error::<Test>::UnitNotFound);
		assert!(pay(77, 1, 1).is_err());
		assert_noop!(Fees::pay(signed(CHEN), 1, 1, chosen(&[(charge, DECEMBER)])), Error::<Test>::BillNotFound);
		let twice = chosen(&[(charge, NOVEMBER), (charge, NOVEMBER)]);
		assert_noop!(Fees::pay(signed(CHEN), 1, 1, twice), Error::<Test>::DuplicateBill);
		// A bill of another unit.
		assert_noop!(Fees::pay(signed(CHEN), 2, 1, chosen(&[(charge, NOVEMBER)])), Error::<Test>::BillNotFound);
		assert_ok!(pay(CHEN, 1, 9_999));
		assert_noop!(Fees::pay(signed(CHEN), 1, 1, chosen(&[(charge, NOVEMBER)])), Error::<Test>::BillNotOpen);
	});
}

#[test]
fn insufficient_funds_change_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		billed();
		assert_ok!(<Balances as frame_support::traits::fungible::Mutate<_>>::transfer(
			&BOB,
			&CHEN,
			RICH - 5_000,
			frame_support::traits::tokens::Preservation::Expendable
		));
		assert_noop!(
			Fees::pay(signed(BOB), 1, 10_000, None).map_err(|error| error.error),
			TokenError::FundsUnavailable
		);
	});
}

#[test]
fn chosen_bills_are_paid_first_then_the_oldest_due() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		go_to(start(month(2027, 1)));
		let january = month(2027, 1);
		assert_ok!(Fees::pay(signed(BOB), 1, 15_000, chosen(&[(charge, january)])));
		assert_eq!(bill(1, charge, january).owed(), 0);
		// 45 of the rest paid the late fee of nine days.
		assert_eq!(bill(1, charge, NOVEMBER).owed(), 5_045);
		assert_eq!(bill(1, charge, DECEMBER).owed(), 10_000);
		assert_ok!(pay(BOB, 1, 6_000));
		assert_eq!(bill(1, charge, NOVEMBER).owed(), 0);
		assert_eq!(bill(1, charge, DECEMBER).owed(), 9_045);
	});
}

#[test]
fn a_late_fee_accrues_after_the_grace_and_is_paid_first() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		let issued = bill(1, charge, NOVEMBER).issued;
		let day = issued;
		go_to(day + LATE + DAYS - 1);
		assert_eq!(Fees::bill(BillKey::new(1, charge, NOVEMBER)).unwrap().late_owed, 0);
		go_to(day + LATE + 10 * DAYS);
		// 10,000 × 0.05 % × 10 days
		assert_eq!(Fees::bill(BillKey::new(1, charge, NOVEMBER)).unwrap().late_owed, 50);
		assert_eq!(bill(1, charge, NOVEMBER).late.charged, 0);
		assert_ok!(Fees::pay(signed(BOB), 1, 1_050, chosen(&[(charge, NOVEMBER)])));
		let after = bill(1, charge, NOVEMBER);
		assert_eq!((after.late.paid, after.principal.paid), (50, 1_000));
		let entries = Entries::get(0);
		assert_eq!(entries[0], (true, 50, Cause::LateFee { bill: BillKey::new(1, charge, NOVEMBER), payment: 0 }));
		let line = Fees::statement(1, bill(1, charge, NOVEMBER).lines.end - 1, 1).lines.remove(0).1;
		assert_eq!(line.ledger_entries(), 0..2, "the statement refers to both entries");
		assert_eq!(entries[1], (true, 1_000, Cause::Bill { bill: BillKey::new(1, charge, NOVEMBER), payment: 0 }));
		assert!(events().contains(&Event::LateFeeCharged { bill: BillKey::new(1, charge, NOVEMBER), amount: 50 }));
		// Years later, the cap of 30 % of the principal applies.
		go_to(day + LATE + 3_000 * DAYS);
		assert_eq!(Fees::bill(BillKey::new(1, charge, NOVEMBER)).unwrap().late_owed, 3_000 - 50);
	});
}

#[test]
fn rules_can_allocate_payments_to_the_principal_first() {
	let rules = FeeRules { allocation: Allocation::PrincipalFirst, ..FeeRules::default() };
	ExtBuilder::default().rules(rules).build_and_execute(|| {
		let charge = billed();
		go_to(start(NOVEMBER) + 6 * DAYS + LATE + 10 * DAYS);
		assert_ok!(Fees::pay(signed(BOB), 1, 10_000, chosen(&[(charge, NOVEMBER)])));
		let after = bill(1, charge, NOVEMBER);
		assert_eq!((after.late.paid, after.principal.paid), (0, 10_000));
		assert!(after.is_open());
		// Only the late fee is left, on which no late fee accrues.
		go_to(start(NOVEMBER) + 6 * DAYS + LATE + 500 * DAYS);
		assert_eq!(Fees::bill(BillKey::new(1, charge, NOVEMBER)).unwrap().owed, 50);
	});
}

#[test]
fn money_above_all_dues_is_held_and_refundable() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		assert_ok!(pay(BOB, 1, 15_000));
		assert_eq!(Fees::prepayments(1), vec![(BOB, 5_000)]);
		assert_eq!(Balances::balance_on_hold(&HoldReason::Prepayment.into(), &BOB), 5_000);
		assert_eq!(Ledger::balance(0), 10_000);
		assert_eq!(StatementHeads::<Test>::get(1).balance(), Some(-5_000));
		assert_noop!(Fees::refund_prepayment(signed(BOB), 1, 5_001), Error::<Test>::InsufficientPrepayment);
		assert_noop!(Fees::refund_prepayment(signed(CHEN), 1, 1), Error::<Test>::InsufficientPrepayment);
		assert_noop!(Fees::refund_prepayment(signed(BOB), 1, 0), Error::<Test>::InvalidAmount);
		assert_ok!(Fees::refund_prepayment(signed(BOB), 1, 2_000));
		assert_eq!(last_event(), Event::PrepaymentRefunded { unit: 1, payer: BOB, amount: 2_000 });
		assert_eq!(
			statement(1),
			vec![
				(EntryKind::Bill { bill: BillKey::new(1, charge, NOVEMBER) }, 10_000, 10_000),
				(
					EntryKind::Payment { payment: 0, bill: BillKey::new(1, charge, NOVEMBER), late: 0, entry: 0 },
					10_000,
					0
				),
				(EntryKind::Prepayment { payment: 0 }, 5_000, -5_000),
				(EntryKind::PrepaymentRefund, 2_000, -3_000),
			]
		);
		assert_ok!(Fees::refund_prepayment(signed(BOB), 1, 3_000));
		assert_eq!(Prepayments::<Test>::iter().count(), 0);
		assert_eq!(free(BOB), RICH - 10_000);
	});
}

#[test]
fn prepayments_are_limited_to_twelve_months_dues() {
	ExtBuilder::default().build_and_execute(|| {
		billed();
		create(terms(Basis::OneOff { kinds: kinds(&[linli_primitives::UnitKind::Commercial]) }), 77);
		let quarter = ChargeTerms { period: linli_primitives::PeriodKind::Quarter, ..terms(Basis::PerUnit) };
		assert_ok!(Fees::create_charge(RuntimeOrigin::root(), quarter, 100, month(2027, 1), Tiers::default()));
		// 100 per quarter is 34 per month, rounded up.
		assert_eq!(Fees::prepayment_limit(1), 12 * 10_034);
		// Those who are not at home prepay a month's dues together, and take nothing from those who are.
		assert_noop!(pay(CHEN, 1, 10_000 + 10_034 + 1), Error::<Test>::PrepaymentTooLarge);
		assert_ok!(pay(CHEN, 1, 10_000 + 10_000));
		assert_noop!(pay(4, 1, 35), Error::<Test>::PrepaymentTooLarge);
		assert_ok!(pay(4, 1, 34));
		assert_noop!(pay(BOB, 1, 12 * 10_034 + 1), Error::<Test>::PrepaymentTooLarge);
		assert_ok!(pay(BOB, 1, 12 * 10_034));
		assert_noop!(pay(BOB, 1, 1), Error::<Test>::PrepaymentTooLarge);
	});
}

#[test]
fn other_accounts_cannot_take_the_owners_place() {
	ExtBuilder::default().build_and_execute(|| {
		billed();
		assert_ok!(pay(CHEN, 1, 10_001));
		assert_ok!(pay(4, 1, 1));
		assert_noop!(pay(5, 1, 1), Error::<Test>::TooManyPayers);
		assert_ok!(pay(BOB, 1, 1));
		assert_noop!(pay(5, 1, 1), Error::<Test>::TooManyPayers);
	});
}

#[test]
fn a_payment_covers_a_bounded_number_of_bills_and_takes_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		for number in 0..9 {
			go_to(start(DECEMBER) + number * 31 * DAYS);
		}
		assert_eq!(OpenBills::<Test>::iter_key_prefix(1).count(), 10);
		let before = free(BOB);
		let owed = Fees::dues(1);
		assert_ok!(pay(BOB, 1, 1_000_000));
		assert_eq!(OpenBills::<Test>::iter_key_prefix(1).count(), 2);
		assert!(bill(1, charge, month(2027, 7)).is_open());
		assert_eq!(Fees::prepayments(1), vec![]);
		let taken = before - free(BOB);
		assert_eq!(taken, owed.principal + owed.late - Fees::dues(1).principal - Fees::dues(1).late);
		assert_eq!(Fees::payment(0).unwrap().amount, taken);
	});
}

#[test]
fn the_api_is_paged() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		go_to(start(month(2027, 3)));
		assert_ok!(Fees::bill_past(RuntimeOrigin::root(), charge, month(2027, 1)));
		go_to(start(month(2027, 3)));
		let first = Fees::bills_of(1, true, None, 3);
		assert_eq!(first.iter().map(|b| b.key.period).collect::<Vec<_>>(), [NOVEMBER, DECEMBER, month(2027, 1)]);
		let rest = Fees::bills_of(1, true, Some(BillKey::new(1, charge, month(2027, 1))), 1_000);
		assert_eq!(rest.iter().map(|b| b.key.period).collect::<Vec<_>>(), [month(2027, 2), month(2027, 3)]);
		assert_eq!(Fees::bills_of(1, true, Some(BillKey::new(2, charge, DECEMBER)), 3), first);
		let mut all = Vec::new();
		while let [.., last] = &Fees::bills_of(1, false, all.last().copied(), 2)[..] {
			let page = Fees::bills_of(1, false, all.last().copied(), 2);
			assert_eq!(page.last(), Some(last));
			all.extend(page.into_iter().map(|b| b.key));
		}
		all.sort();
		assert_eq!(all.len(), 5);
		let dues = Fees::dues(1);
		assert_eq!(dues.bills, 5);
		assert_eq!(dues.principal, 50_000);
		assert!(!Fees::is_settled(1));
		// The months missed by the chain were billed today, so only November is overdue.
		assert_eq!(dues.overdue, dues.late + 10_000);
		assert_eq!(Fees::statement(1, 3, 1).lines.len(), 1);
		assert_eq!(Fees::charges(0, 10)[0].next, Some(month(2027, 4)));
		assert_eq!(Fees::billing_progress().next_periods, vec![(charge, month(2027, 4))]);
		assert_eq!(Fees::totals().open, 6 * 50_000);
		assert_eq!(Fees::rules(), FeeRules::default());
	});
}
