// SPDX-License-Identifier: Apache-2.0

//! Receipts as an office books them: late, by the page, and for homes whose owners have no account.

use super::{
	spending::*,
	transactions::{begin_block, broke, signed, validate},
	*,
};
use crate::configs::community::CommunityAccounts;
use frame_support::{assert_noop, assert_ok, traits::Contains};
use linli_primitives::{
	calendar::DAY,
	traits::{OwnersRegister, UnitReceipts},
	UnitId,
};
use pallet_linli_cashier::{Call, CorrectionTerms, ReceiptLine, Receiver};
use Sr25519Keyring::{Alice, Bob, One};

const PAGE: ContentHash = ContentHash::repeat_byte(3);

/// The village's fee: 2.80 per m², rounded half up.
fn fee(area: u128) -> u128 {
	(area * 280 + 50) / 100
}

/// Unit 0 is Alice's, unit 1 One's.
const ALICES_FEE: u128 = 27_448;

fn december() -> Moment {
	Period { year: 2026, month: 12 }.start(UtcOffset::PLUS_8).unwrap()
}

/// The last day of grace of December's bills: 16 days until they are due, that of the issue included, and 30 of grace.
fn last_day_of_grace() -> Moment {
	december() + 45 * DAY
}

/// Books a page with one line, a week after the last day of grace.
fn book(to: Receiver<AccountId>, amount: Fen, text: &str) {
	let line = ReceiptLine { to, amount, reference: reference(text), value: last_day_of_grace() };
	let lines = vec![line].try_into().unwrap();
	assert_ok!(run(CASHIER, Call::<Runtime>::receive_batch { bank: 0, statement: PAGE, lines, max_bills: 8 }));
	let booked = System::read_events_for_pallet::<pallet_linli_cashier::Event<Runtime>>().pop().unwrap();
	assert!(matches!(booked, pallet_linli_cashier::Event::BatchBooked { booked: 1, refused: 0, .. }), "{booked:?}");
}

/// A village in which December's bills are a week past the grace.
fn late_village(test: impl FnOnce()) {
	village().execute_with(|| {
		settle_at(START);
		settle_at(december());
		settle_at(last_day_of_grace() + 8 * DAY);
		assert_eq!(ALICES_FEE, fee(9_803));
		assert!(Fees::dues(0).late > 0 && Fees::dues(1).late > 0);
		test();
		assert_books_close();
	});
}

/// What a unit owes for December.
fn owed_for_december(unit: UnitId) -> Fen {
	let bills = Fees::bills_of(unit, false, None, 100);
	let bill = bills.into_iter().find(|bill| bill.key.period == Period { year: 2026, month: 12 });
	bill.map(|bill| bill.owed).unwrap()
}

#[test]
fn money_that_the_bank_had_on_the_last_day_of_grace_bears_no_late_fee() {
	late_village(|| {
		book(Receiver::Account(account(Alice)), ALICES_FEE, "R-1");
		assert_ok!(run(Alice, pallet_linli_fees::Call::pay { unit: 0, amount: ALICES_FEE, bills: None }));
		assert_eq!((owed_for_december(0), Fees::dues(0).late), (0, 0));
		// One paid at the same time, but the bank had nothing before.
		assert_ok!(run(One, pallet_linli_fees::Call::pay { unit: 1, amount: fee(12_772), bills: None }));
		assert!(owed_for_december(1) > 0);
	});
}

#[test]
fn a_mandate_collects_it_without_a_late_fee_too() {
	late_village(|| {
		let mandate =
			pallet_linli_fees::Call::set_mandate { unit: 0, cap: 100_000, until: None, partial: false, single: false };
		book(Receiver::Account(account(Alice)), 2 * ALICES_FEE, "R-1");
		assert_ok!(run(Alice, mandate));
		settle_at(last_day_of_grace() + 9 * DAY);
		assert_eq!((Fees::dues(0).late, Fees::totals().totals.late.paid), (0, 0));
		assert_eq!(owed_for_december(0), 0);
	});
}

#[test]
fn a_household_without_an_account_transfers_exactly_its_bills() {
	late_village(|| {
		// December's and January's, to the fen.
		book(Receiver::Unit(0), 2 * ALICES_FEE, "R-1");
		assert_eq!(Fees::dues(0).principal + Fees::dues(0).late, 0);
		let owner = <Registry as OwnersRegister<AccountId>>::unit(0).unwrap().owner;
		let kept = Fees::unit_money(0, owner).unwrap();
		assert_eq!((kept.free, kept.prepaid), (0, 0));
		// Nobody else brings money there.
		assert!(CommunityAccounts::contains(&kept.account));
		let filtered = frame_system::Error::<Runtime>::CallFiltered;
		let dest = kept.account.clone().into();
		assert_noop!(run(Bob, pallet_balances::Call::<Runtime>::transfer_keep_alive { dest, value: 1 }), filtered);
	});
}

#[test]
fn a_receipt_that_the_bank_takes_back_leaves_the_bills_owed_again() {
	late_village(|| {
		let before = Fees::dues(0);
		book(Receiver::Unit(0), 2 * ALICES_FEE, "R-1");
		let operating = Fund::pot(OPERATING).unwrap().balance;
		let entries = pallet_linli_cashier::UnitPayments::<Runtime>::iter_keys();
		let reference = entries.last().unwrap();
		let terms = CorrectionTerms::Receipt { amount: 2 * ALICES_FEE, reason: hash(1) };
		assert_ok!(run(CASHIER, Call::propose_reversal { reference, amount: None, reason: hash(1) }));
		assert_ok!(run(AUDITOR, Call::approve_correction { reference, terms, max_units: 0 }));
		let after = Fees::dues(0);
		assert_eq!((after.principal, after.late), (before.principal, before.late));
		assert_eq!(Fund::pot(OPERATING).unwrap().balance, operating - 2 * ALICES_FEE);
		assert!(Cashier::debts(None, 9).is_empty());
	});
}

#[test]
fn what_was_too_much_is_claimed_or_paid_out_by_two_people() {
	late_village(|| {
		let plenty = 100 * ALICES_FEE;
		book(Receiver::Unit(0), plenty, "R-1");
		let owner = <Registry as OwnersRegister<AccountId>>::unit(0).unwrap().owner;
		let kept = Fees::unit_money(0, owner).unwrap();
		assert!(kept.free > 1_000);
		let destination = hash(4);
		let propose = Call::propose_unit_payout { account: kept.account.clone(), amount: 1_000, destination };
		let approve = Call::approve_unit_payout { account: kept.account.clone(), amount: 1_000, destination };
		assert_ok!(run(MANAGER, propose));
		assert_ok!(run(AUDITOR, approve));
		let (payout, _) = Cashier::payouts(&kept.account).remove(0);
		assert_ok!(run(CASHIER, Call::order_payout { bank: 0, payout }));
		let before = Balances::free_balance(account(Alice));
		let claim = || pallet_linli_fees::Call::claim_unit_money { unit: 0, amount: None, release: 0 };
		assert_ok!(run(Alice, claim()));
		assert_eq!(Balances::free_balance(account(Alice)), before + kept.free - 1_000);
		assert_noop!(run(Alice, claim()), pallet_linli_fees::Error::<Runtime>::InsufficientUnitMoney);
	});
}

#[test]
fn an_owner_with_an_empty_account_claims_all_at_once_for_free() {
	let patch = serde_json::json!({ "cashier": { "opening": [] } });
	chain_with(&sp_genesis_builder::DEV_RUNTIME_PRESET.into(), patch).execute_with(|| {
		block_at(START);
		begin_block();
		let claim = |amount, release| {
			signed(One, pallet_linli_fees::Call::<Runtime>::claim_unit_money { unit: 1, amount, release })
		};
		assert_eq!(validate(claim(None, 0)), broke(), "there is nothing");
		assert_ok!(run(
			CASHIER,
			Call::<Runtime>::receive_for_unit {
				bank: 0,
				unit: 1,
				amount: 100_000_000,
				reference: reference("R-1"),
				value: Some(START),
				max_bills: 0,
			}
		));
		assert_ok!(validate(claim(None, 0)));
		assert_eq!(validate(claim(Some(1), 0)), broke(), "fen by fen it would be free for ever");
		assert_eq!(validate(claim(None, 1)), broke());
	});
}

#[test]
fn an_owner_takes_nothing_away_once_a_reversal_is_proposed() {
	late_village(|| {
		book(Receiver::Unit(0), 100 * ALICES_FEE, "R-1");
		let owner = <Registry as OwnersRegister<AccountId>>::unit(0).unwrap().owner;
		let money = || Fees::unit_money(0, owner).map(|kept| (kept.free, kept.prepaid)).unwrap();
		assert!(money().0 > 0 && money().1 > 0);
		let before = Balances::total_issuance();
		let entries = pallet_linli_cashier::UnitPayments::<Runtime>::iter_keys();
		let reference = entries.last().unwrap();
		let terms = CorrectionTerms::Receipt { amount: 100 * ALICES_FEE, reason: hash(1) };
		assert_ok!(run(CASHIER, Call::propose_reversal { reference, amount: None, reason: hash(1) }));
		assert_eq!(money(), (0, 0));
		let claim = pallet_linli_fees::Call::claim_unit_money { unit: 0, amount: None, release: 0 };
		assert_noop!(run(Alice, claim), pallet_linli_fees::Error::<Runtime>::UnitMoneyHeld);
		assert_ok!(run(AUDITOR, Call::approve_correction { reference, terms, max_units: 0 }));
		assert!(Cashier::debts(None, 9).is_empty());
		assert_eq!((money(), Balances::total_issuance()), ((0, 0), before - 100 * ALICES_FEE));
	});
}

#[test]
fn a_reversal_of_a_units_money_weighs_the_notes_of_declined_ones() {
	use pallet_linli_cashier::{WeightInfo, MAX_DECLINED};
	type Measured = <Runtime as pallet_linli_cashier::Config>::WeightInfo;
	let weight = |call: Call<Runtime>| frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call).call_weight;
	let reference = ContentHash::zero();
	// Each of them is read with the owners of two accounts, and one is written.
	let reads = 2 * u64::from(MAX_DECLINED) + 2;
	let notes = <Runtime as frame_system::Config>::DbWeight::get().reads_writes(reads, 1);
	let matter = <Runtime as frame_system::Config>::DbWeight::get().reads_writes(1, 1);
	let proposal = weight(Call::propose_reversal { reference, amount: None, reason: PAGE });
	let of_units =
		<Fees as UnitReceipts<AccountId>>::release_weight() + <Fees as UnitReceipts<AccountId>>::concerns_weight();
	assert!(proposal.all_gte(Measured::propose_reversal() + of_units + matter + notes));
	assert!(weight(Call::decline_correction { reference }).all_gte(Measured::decline_correction() + matter + notes));
}
