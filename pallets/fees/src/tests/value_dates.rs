// SPDX-License-Identifier: Apache-2.0

//! The bank's value dates stop the late fee.

use crate::{mock::*, types::*, *};
use frame_support::{assert_ok, traits::fungible::Mutate};
use linli_primitives::{ChargeId, Fen, Moment};

/// The end of the grace of [`billed`].
const GRACE_ENDS: Moment = 52 * DAYS;

/// Bills every unit 10,000 for November and ends the charge; returns the charge and the end of the grace.
fn billed() -> (ChargeId, Moment) {
	let id = create(terms(Basis::PerUnit), 10_000);
	go_to(start(NOVEMBER) + 6 * DAYS);
	assert_ok!(Fees::end_charge(RuntimeOrigin::root(), id, NOVEMBER));
	(id, start(NOVEMBER) + GRACE_ENDS)
}

fn pay(amount: Fen) {
	assert_ok!(Fees::pay(signed(BOB), 1, amount, None));
}

#[test]
fn money_that_the_bank_had_in_time_bears_no_late_fee() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed();
		Receipts::set(vec![(BOB, 10_000, late)]);
		go_to(late + 7 * DAYS);
		assert_eq!(owed(1), 10_035);
		pay(10_000);
		assert_eq!(owed(1), 0);
		assert_eq!(bill(1, charge, NOVEMBER).late.charged, 0);
		let made = Fees::contributions(BillKey::new(1, charge, NOVEMBER)).remove(0);
		assert_eq!((made.moment, made.lived), (late, late));
		// The statement has the day of the booking.
		assert_eq!(Fees::payment(0).unwrap().moment, late + 7 * DAYS);
		assert_eq!(Receipts::get(), vec![(BOB, 0, late)]);
	});
}

#[test]
fn without_a_receipt_or_with_one_of_today_the_payment_is_of_now() {
	for receipts in [vec![], vec![(BOB, 10_000, Moment::MAX)], vec![(CHEN, 10_000, 0)]] {
		ExtBuilder::default().build_and_execute(|| {
			let (_, late) = billed();
			Receipts::set(receipts.clone());
			go_to(late + 7 * DAYS);
			pay(10_000);
			assert_eq!(owed(1), 35);
		});
	}
}

#[test]
fn only_what_no_receipt_covers_counts_as_of_now() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed();
		Receipts::set(vec![(BOB, 6_000, late)]);
		go_to(late + 7 * DAYS);
		assert_eq!(owed(1), 10_035);
		// 4,000 bear a late fee of 2 a day.
		pay(10_014);
		assert_eq!(owed(1), 0);
		assert_eq!(Receipts::get(), vec![(BOB, 0, late)]);
		let made = Fees::contributions(BillKey::new(1, charge, NOVEMBER));
		let parts: Vec<_> = made.iter().map(|part| (part.payment, part.total(), part.moment)).collect();
		assert_eq!(parts, [(0, 6_000, late), (1, 4_014, late + 7 * DAYS)]);
		assert_eq!([0, 1].map(|payment| Fees::payment(payment).unwrap().amount), [6_000, 4_014]);
	});
}

#[test]
fn a_limit_above_what_receipts_cover_costs_no_late_fee() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed();
		create(terms(Basis::PerUnit), 10_000);
		Receipts::set(vec![(BOB, 10_000, late)]);
		go_to(late + 7 * DAYS);
		let payments = NextPayment::<Test>::get();
		pay(10_100);
		assert_eq!(bill(1, charge, NOVEMBER).late.charged, 0);
		assert!(!bill(1, charge, NOVEMBER).is_open());
		assert_eq!(NextPayment::<Test>::get(), payments + 2);
	});
}

#[test]
fn late_fees_run_until_the_value_date_and_are_paid_first() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed();
		Receipts::set(vec![(BOB, 5_000, late + 10 * DAYS)]);
		go_to(late + 30 * DAYS);
		pay(5_000);
		// 50 of late fee at the value date; then 5,050 bear 2.525 a day, for 20 days.
		let bill = bill(1, charge, NOVEMBER);
		assert_eq!((bill.late.charged, bill.late.paid, bill.principal.paid), (50, 50, 4_950));
		assert_eq!(owed(1), 5_050 + 50);
	});
}

#[test]
fn no_payment_counts_from_before_its_bill() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed();
		Receipts::set(vec![(BOB, 10_000, start(NOVEMBER))]);
		go_to(late + DAYS);
		pay(10_000);
		let made = Fees::contributions(BillKey::new(1, charge, NOVEMBER)).remove(0);
		assert_eq!(made.moment, bill(1, charge, NOVEMBER).issued);
		assert_eq!(owed(1), 0);
	});
}

#[test]
fn standstills_before_the_value_date_are_not_counted() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed();
		go_to(late);
		stand_still(9 * DAYS);
		go_to(late + 12 * DAYS);
		// Three days were lived after the grace, one of them before the bank had the money.
		Receipts::set(vec![(BOB, 10_005, late + 10 * DAYS)]);
		assert_eq!(owed(1), 10_015);
		pay(10_005);
		assert_eq!(owed(1), 0);
		assert_eq!(bill(1, charge, NOVEMBER).late.paid, 5);
	});
}

#[test]
fn a_payment_uses_up_what_it_takes() {
	ExtBuilder::default().build_and_execute(|| {
		create(terms(Basis::PerUnit), 10_000);
		go_to(start(NOVEMBER) + 6 * DAYS);
		// More bills are open than one payment covers, so that it takes less than it could.
		for number in 0..9 {
			go_to(start(DECEMBER) + number * 31 * DAYS);
		}
		let value = Now::get() - DAYS;
		Receipts::set(vec![(BOB, 1_000_000, value)]);
		let before = free(BOB);
		pay(1_000_000);
		let taken = before - free(BOB);
		assert!(taken < 1_000_000);
		assert_eq!(Receipts::get(), vec![(BOB, 1_000_000 - taken, value)]);
	});
}

#[test]
fn a_debit_uses_up_what_it_takes() {
	ExtBuilder::default().build_and_execute(|| {
		let (_, late) = billed();
		go_to(late + 7 * DAYS);
		mandate(20_000, late);
		go_to(late + 8 * DAYS);
		// 10,040 were owed on the day of the debit, but 10,000 as of the value date.
		assert_eq!((owed(1), free(7)), (0, 10_000));
		assert_eq!(Receipts::get(), vec![(7, 10_000, late)]);
	});
}

/// An account of a relative who has exactly `amount` since the end of the grace, and a mandate.
fn mandate(amount: Fen, late: Moment) {
	Balances::mint_into(&7, amount).unwrap();
	assert_ok!(Fees::set_mandate(signed(7), 1, 10_000, None, false, false));
	Receipts::set(vec![(7, amount, late)]);
}

#[test]
fn a_mandate_collects_as_of_the_value_date() {
	ExtBuilder::default().build_and_execute(|| {
		let (_, late) = billed();
		go_to(late + 7 * DAYS);
		mandate(10_000, late);
		go_to(late + 8 * DAYS);
		assert_eq!((owed(1), free(7)), (0, 0));
	});
}

#[test]
fn a_debit_that_fails_uses_no_receipt_up() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed();
		go_to(late + 7 * DAYS);
		mandate(9_999, late);
		System::reset_events();
		go_to(late + 8 * DAYS);
		let (bill, reason) = (BillKey::new(1, charge, NOVEMBER), DebitFailure::NotEnoughMoney);
		assert!(events().contains(&Event::DebitFailed { unit: 1, payer: 7, bill, reason }));
		assert_eq!(Receipts::get(), vec![(7, 9_999, late)]);
		assert_eq!(owed(1), 10_040);
	});
}
