// SPDX-License-Identifier: Apache-2.0

//! Bills and prepayments of before the chain.

use super::charges::genesis_charge;
use crate::{mock::*, types::*, *};
use frame_support::{assert_ok, traits::fungible::Mutate};
use linli_primitives::{Moment, Period};
use sp_runtime::DispatchError;

const SEPTEMBER: Period = month(2026, 9);
const OCTOBER: Period = month(2026, 10);

/// Bob's bill for September, of which a part is paid; its grace is over.
fn september() -> GenesisBill {
	let issued = start(SEPTEMBER);
	GenesisBill {
		unit: 1,
		charge: 0,
		period: SEPTEMBER,
		principal: 24_934,
		paid: 4_934,
		late: 300,
		issued,
		due: issued + 16 * DAYS,
	}
}

/// The chain bills from November on.
fn charge() -> GenesisCharge {
	GenesisCharge { first: Some(NOVEMBER), ..genesis_charge() }
}

fn opened() -> Moment {
	start(NOVEMBER)
}

fn with(arrears: Vec<GenesisBill>) -> ExtBuilder {
	ExtBuilder::default().charges(vec![charge()]).arrears(opened(), arrears)
}

#[test]
fn a_bill_of_before_the_chain_is_owed_as_any_other() {
	let october = GenesisBill { period: OCTOBER, paid: 0, late: 0, issued: start(OCTOBER), ..september() };
	let october = GenesisBill { due: october.issued + 16 * DAYS, ..october };
	with(vec![september(), october]).build_and_execute(|| {
		let old = bill(1, 0, SEPTEMBER);
		assert_eq!((old.principal.charged, old.late.charged), (20_000, 300));
		assert_eq!(old.opening, Some(Opening { paid: 4_934, late: 300, opened: opened() }));
		// Five days since the opening, none of before it; October is still within its grace.
		assert_eq!(owed(1), 20_000 + 300 + 50 + 24_934);
		let kinds: Vec<_> = (0..4).filter_map(|number| Statements::<Test>::get(1, number)).collect();
		let (old, new) = (BillKey::new(1, 0, SEPTEMBER), BillKey::new(1, 0, OCTOBER));
		let written: Vec<_> = kinds.iter().map(|line| (line.kind, line.amount)).collect();
		assert_eq!(
			written,
			[
				(EntryKind::Bill { bill: old }, 20_000),
				(EntryKind::LateFee { bill: old }, 300),
				(EntryKind::Bill { bill: new }, 24_934)
			]
		);
		assert!(kinds.iter().all(|line| line.moment == opened()));
		let totals = Totals::<Test>::get();
		assert_eq!((totals.principal.charged, totals.late.charged, totals.bills), (44_934, 300, 2));
		Fees::do_try_state().unwrap();

		assert_ok!(Fees::pay(signed(BOB), 1, owed(1), None));
		assert_eq!((owed(1), OpenBills::<Test>::iter_prefix(1).count()), (0, 0));
	});
}

#[test]
fn the_chain_bills_what_was_not_billed_before_it() {
	with(vec![september()]).build_and_execute(|| {
		go_to(Now::get());
		let mut periods: Vec<_> = Bills::<Test>::iter_keys().filter(|key| key.0 == 1).map(|key| key.2).collect();
		periods.sort();
		assert_eq!(periods, [SEPTEMBER, NOVEMBER]);
		assert_eq!(Bills::<Test>::iter().count(), 5);
	});
}

#[test]
fn wrong_arrears_say_what_is_wrong() {
	let refused = |genesis: GenesisBill, error: DispatchError| {
		let result = Fees::open_at_genesis(&genesis, opened());
		assert_eq!(result, Err(error), "{genesis:?}");
	};
	with(Vec::new()).build_and_execute(|| {
		refused(GenesisBill { charge: 1, ..september() }, Error::<Test>::ChargeNotFound.into());
		refused(GenesisBill { unit: 6, ..september() }, Error::<Test>::UnitNotFound.into());
		refused(GenesisBill { period: month(2026, 13), ..september() }, Error::<Test>::InvalidPeriod.into());
		refused(GenesisBill { period: NOVEMBER, ..september() }, "its period is billed on the chain".into());
		let late = "it was issued after it is due or after the opening";
		refused(GenesisBill { issued: september().due + 1, ..september() }, late.into());
		let due = opened() + DAYS;
		refused(GenesisBill { issued: opened() + 1, due, ..september() }, late.into());
		let nothing = "nothing is left to pay of its principal";
		refused(GenesisBill { paid: 24_934, ..september() }, nothing.into());
		refused(GenesisBill { paid: 24_935, ..september() }, nothing.into());
		// 30 % of the principal as it was billed.
		refused(GenesisBill { late: 7_481, ..september() }, "its late fee exceeds the charge's cap".into());
		assert_eq!(Bills::<Test>::iter().count(), 0);
		assert_ok!(Fees::open_at_genesis(&GenesisBill { late: 7_480, ..september() }, opened()));
		refused(september(), "there are two for one unit, charge and period".into());
	});
}

#[test]
fn a_charge_with_arrears_names_its_first_period() {
	ExtBuilder::default().charges(vec![genesis_charge()]).build_and_execute(|| {
		let error = "its charge names no first period, so that it might be billed again";
		assert_eq!(Fees::open_at_genesis(&september(), opened()), Err(error.into()));
	});
}

#[test]
#[should_panic(expected = "bill number 1 of the chain spec's arrears is invalid")]
fn a_wrong_bill_is_named_in_the_panic() {
	with(vec![september(), september()]).build();
}

#[test]
fn arrears_are_read_from_json() {
	let json = r#"{"unit":1,"charge":0,"period":{"year":2026,"month":9},"principal":5,"issued":1,"due":2}"#;
	let read: GenesisBill = serde_json::from_str(json).unwrap();
	assert_eq!((read.principal, read.paid, read.late, read.due), (5, 0, 0, 2));
}

#[test]
fn what_was_prepaid_before_the_chain_pays_its_bills() {
	with(vec![september()]).build_and_execute(|| {
		let account = Fees::unit_account(1, 1).unwrap();
		Balances::mint_into(&account, 30_000).unwrap();
		assert_eq!(
			Fees::prepay_at_genesis(6, 1, opened()),
			Err(Error::<Test>::UnitNotFound.into()),
			"no unit has this id"
		);
		assert_eq!(Fees::prepay_at_genesis(1, 0, opened()), Err(Error::<Test>::InvalidAmount.into()));
		assert_ok!(Fees::prepay_at_genesis(1, 30_000, opened()));
		assert_eq!(Prepayments::<Test>::get(1, account), 30_000);
		let payment = Payments::<Test>::get(0).unwrap();
		assert_eq!((payment.unit, payment.payer, payment.prepaid, payment.moment), (1, account, 30_000, opened()));
		assert_eq!(Fees::prepay_at_genesis(1, 1, opened()), Err("the unit is named twice".into()));
		Fees::do_try_state().unwrap();
		// September with its late fee, and the rest for November.
		go_to(Now::get());
		go_to(Now::get());
		assert_eq!(Prepayments::<Test>::get(1, account), 0);
		assert_eq!(owed(1), 20_350 + 24_934 - 30_000);
	});
}
