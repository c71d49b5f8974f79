// SPDX-License-Identifier: Apache-2.0

use super::*;
use frame_support::assert_ok;
use linli_primitives::traits::OwnersRegister;
use pallet_linli_registry::RegisterChange;
use Sr25519Keyring::{Alice, One};

const DECEMBER: Period = Period { year: 2026, month: 12 };

/// The village's fee: 2.80 per m², rounded half up.
fn fee(area: u128) -> u128 {
	(area * 280 + 50) / 100
}

fn december() -> Moment {
	DECEMBER.start(UtcOffset::PLUS_8).unwrap()
}

#[test]
fn when_the_month_turns_every_home_has_one_bill() {
	village().execute_with(|| {
		settle_at(START);
		assert_eq!(Fees::totals().billed, 0, "the month that runs when the chain starts is not billed");
		settle_at(december());
		for (unit, area) in [(0, 9_803), (1, 12_772), (2, 8_950), (3, 10_400)] {
			let bills = Fees::bills_of(unit, false, None, 100);
			assert_eq!(bills.len(), 1, "unit {unit}");
			assert_eq!((bills[0].key.period, bills[0].owed), (DECEMBER, fee(area)), "unit {unit}");
		}
		for unit in 4..7 {
			assert!(Fees::bills_of(unit, false, None, 100).is_empty(), "shops and parking pay no property fee");
		}
		// A second block in the same month issues no further bills.
		settle_at(december() + 24 * 3_600_000);
		assert_eq!(Fees::totals().billed, fee(9_803) + fee(12_772) + fee(8_950) + fee(10_400));
		assert_eq!(PeriodKind::Month.at(<Timestamp as Time>::now(), UtcOffset::PLUS_8), Some(DECEMBER));
		assert_books_close();
	});
}

#[test]
fn a_payment_can_be_followed_into_the_pot() {
	village().execute_with(|| {
		settle_at(START);
		settle_at(december());
		let pot = Fund::pot(0).unwrap();
		assert_ok!(run(Alice, pallet_linli_fees::Call::pay { unit: 0, amount: fee(9_803), bills: None }));
		assert_eq!(Fees::dues(0).principal, 0);
		let after = Fund::pot(0).unwrap();
		assert_eq!(after.balance, pot.balance + fee(9_803));
		let (_, entry) = Fund::entries(0, pot.entry_count, 1)[0].clone();
		let linli_primitives::Cause::Bill { bill, payment } = entry.cause else {
			panic!("{:?} is no bill", entry.cause)
		};
		assert_eq!((bill.unit, bill.period, entry.counterparty), (0, DECEMBER, Some(account(Alice))));
		assert_eq!(Fees::payment(payment).unwrap().payer, account(Alice));
		assert_books_close();
	});
}

#[test]
fn a_mandate_collects_by_itself() {
	village().execute_with(|| {
		settle_at(START);
		assert_ok!(run(
			One,
			pallet_linli_fees::Call::set_mandate { unit: 1, cap: 100_000, until: None, partial: false, single: false }
		));
		let before = Balances::free_balance(account(One));
		settle_at(december());
		assert_eq!(Fees::dues(1).principal, 0);
		assert_eq!(Balances::free_balance(account(One)), before - fee(12_772));
		assert_eq!(Fees::dues(0).principal, fee(9_803), "who gave no mandate still owes");
		assert_books_close();
	});
}

#[test]
fn a_sale_ends_the_sellers_mandate_and_returns_the_prepayment() {
	village().execute_with(|| {
		settle_at(START);
		settle_at(december());
		let (unit, prepaid) = (1, fee(12_772));
		assert_ok!(run(One, pallet_linli_fees::Call::pay { unit, amount: fee(12_772) + prepaid, bills: None }));
		assert_ok!(run(
			One,
			pallet_linli_fees::Call::set_mandate { unit, cap: 100_000, until: None, partial: false, single: false }
		));
		let before = Balances::free_balance(account(One));
		let to = <Registry as OwnersRegister<AccountId>>::unit(0).unwrap().owner;
		let dues = pallet_linli_registry::Dues::Settled;
		assert_ok!(change_register(RegisterChange::TransferUnit { unit, to, dues }));
		assert!(Fees::mandates(unit).is_empty());
		assert!(Fees::prepayments(unit).is_empty());
		assert_eq!(Balances::free_balance(account(One)), before + prepaid);
		assert_books_close();
		// The next bill is the buyer's to pay.
		settle_at(month_after(december()));
		assert_eq!(Fees::dues(unit).principal, fee(12_772));
		assert_eq!(Balances::free_balance(account(One)), before + prepaid);
	});
}

fn month_after(moment: Moment) -> Moment {
	let month = PeriodKind::Month.at(moment, UtcOffset::PLUS_8).unwrap();
	month.end(PeriodKind::Month, UtcOffset::PLUS_8).unwrap()
}
