// SPDX-License-Identifier: Apache-2.0

//! Each invariant can fail: without these, a check that checks nothing would pass.

use crate::{mock::*, types::*, *};
use frame_support::{assert_ok, traits::fungible::MutateHold};
use linli_primitives::ChargeId;

fn broken(breaks: impl FnOnce(ChargeId), says: &str) {
	ExtBuilder::default().build().execute_with(|| {
		let charge = create(terms(Basis::PerUnit), 10_000);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_ok!(Fees::pay(signed(BOB), 1, 15_000, None));
		assert_ok!(Fees::pay(signed(CHEN), 2, 1_000, None));
		assert_ok!(Fees::set_mandate(signed(CHEN), 2, 1_000, None));
		ExtBuilder::check();
		breaks(charge);
		let error = Fees::do_try_state().expect_err("the invariant is broken");
		assert_eq!(error, sp_runtime::TryRuntimeError::Other(Box::leak(format!("fees: {says}").into_boxed_str())));
	});
}

#[test]
fn a_live_charge_has_terms_and_a_pot() {
	broken(|_| NextPeriod::<Test>::insert(5, NOVEMBER), "a live charge has no terms");
	broken(
		|charge| Charges::<Test>::mutate(charge, |c| c.as_mut().unwrap().terms.pot = 9),
		"a live charge pays into no pot",
	);
	broken(Rates::<Test>::remove, "a charge has no rate");
	broken(
		|charge| Rates::<Test>::try_append(charge, Rate { from: NOVEMBER, rate: 1 }).unwrap(),
		"rates are out of order",
	);
	broken(|_| NextCharge::<Test>::put(0), "a charge has an id not given yet");
}

#[test]
fn not_more_charges_than_may_be() {
	broken(|_| (1..9).for_each(|id| NextPeriod::<Test>::insert(id, NOVEMBER)), "too many live charges");
}

#[test]
fn a_period_is_billed_once() {
	broken(|charge| NextPeriod::<Test>::insert(charge, NOVEMBER), "a bill is ahead of the billing");
}

#[test]
fn a_bill_is_not_settled_beyond_its_amount() {
	broken(
		|charge| {
			Bills::<Test>::mutate((1, charge, NOVEMBER), |bill| bill.as_mut().unwrap().principal.waived = 1);
		},
		"a bill was settled beyond its amount",
	);
	broken(
		|charge| {
			Bills::<Test>::mutate((1, charge, NOVEMBER), |bill| bill.as_mut().unwrap().late.charged = 3_001);
		},
		"a late fee passed its cap",
	);
	broken(|charge| Bills::<Test>::insert((1, charge, NOVEMBER), Bill::new(0, 0, 0, 0)), "a bill of nothing");
	broken(|_| Bills::<Test>::insert((1, 7, NOVEMBER), Bill::new(1, 0, 0, 0)), "a bill has no charge");
}

#[test]
fn the_queue_is_the_open_bills() {
	broken(|_| drop(OpenBills::<Test>::clear_prefix(2, 10, None)), "the queue of open bills is wrong");
	broken(
		|charge| OpenDisputes::<Test>::insert(2, OpenKey::new(0, BillKey::new(2, charge, NOVEMBER)), ()),
		"the list of disputed bills is wrong",
	);
}

#[test]
fn a_statement_adds_up() {
	broken(|_| Statements::<Test>::remove(1, 0), "a statement lacks an entry");
	broken(
		|_| Statements::<Test>::mutate(1, 0, |entry| entry.as_mut().unwrap().balance = 7),
		"a running balance is wrong",
	);
	broken(
		|_| Statements::<Test>::mutate(1, 0, |entry| entry.as_mut().unwrap().kind = EntryKind::PrepaymentRefund),
		"a statement's entries make no sense",
	);
	broken(
		|charge| {
			let kind = EntryKind::Bill { bill: BillKey::new(2, charge, NOVEMBER) };
			Statements::<Test>::mutate(1, 0, |entry| entry.as_mut().unwrap().kind = kind);
		},
		"a statement has another unit's bill",
	);
	broken(|_| StatementHeads::<Test>::mutate(1, |head| head.owed += 1), "a statement's head is wrong");
	broken(|_| StatementHeads::<Test>::remove(1), "a unit owes or has prepaid without a statement");
	broken(|_| Prepayments::<Test>::insert(1, BOB, 5_001), "a statement and the prepayments differ");
	broken(
		|charge| Bills::<Test>::mutate((2, charge, NOVEMBER), |bill| bill.as_mut().unwrap().principal.paid += 1),
		"a statement and the bills differ",
	);
}

#[test]
fn bills_and_payments_know_their_lines() {
	fn change_bill(charge: ChargeId, change: impl FnOnce(&mut Lines)) {
		Bills::<Test>::mutate((1, charge, NOVEMBER), |bill| change(&mut bill.as_mut().unwrap().lines));
	}
	broken(|charge| change_bill(charge, |lines| lines.first = 1), "a bill's first line is not its issue");
	broken(|charge| change_bill(charge, |lines| lines.end = 3), "a bill's last line is another's");
	broken(|charge| change_bill(charge, |lines| lines.end = 1), "a bill does not know a line of it");
	broken(
		|_| Payments::<Test>::mutate(0, |payment| payment.as_mut().unwrap().lines.end = 2),
		"a payment does not know a line of it",
	);
	broken(|_| Payments::<Test>::remove(1), "a line is of no payment");
	broken(
		|charge| {
			let bill = Bills::<Test>::take((1, charge, NOVEMBER)).unwrap();
			Totals::<Test>::mutate(|totals| {
				totals.principal.charged -= bill.principal.charged;
				totals.principal.paid -= bill.principal.paid;
				totals.bills -= 1;
			});
		},
		"a line is of no bill",
	);
}

#[test]
fn what_is_prepaid_is_held() {
	broken(
		|_| {
			assert_ok!(Balances::hold(&HoldReason::Prepayment.into(), &ALICE, 1));
		},
		"what is held is not what is prepaid",
	);
}

#[test]
fn totals_are_sums() {
	broken(
		|_| Totals::<Test>::mutate(|totals| totals.principal.paid += 1),
		"the totals are not the sums over the bills",
	);
}

#[test]
fn waivers_and_mandates_are_for_something() {
	let waiver = |principal| Waiver { proposer: MANAGER, principal, late: 0, reason: hash(0), proposed: 0 };
	broken(|_| Waivers::<Test>::insert(BillKey::new(2, 7, NOVEMBER), waiver(1)), "a waiver without a bill");
	broken(|charge| Waivers::<Test>::insert(BillKey::new(2, charge, NOVEMBER), waiver(0)), "a waiver of nothing");
	broken(|_| Mandates::<Test>::mutate(2, CHEN, |mandate| mandate.as_mut().unwrap().cap = 0), "a mandate for nothing");
	let mandate = || Mandate { cap: 1, until: None, month: None, spent: 0 };
	broken(
		|_| (20..24).for_each(|payer| Mandates::<Test>::insert(2, payer, mandate())),
		"too many mandates for a unit",
	);
}
