// SPDX-License-Identifier: Apache-2.0

//! Money that the bank received for a unit, whether its owner has an account or not.

use crate::{mock::*, types::*, *};
use frame_support::{
	assert_noop, assert_ok,
	storage::with_storage_layer,
	traits::{
		fungible::Mutate,
		tokens::{Fortitude, Precision, Preservation},
		Hooks,
	},
	weights::Weight,
	BoundedVec,
};
use linli_primitives::{
	traits::{Credited, FundLedger, OnUnitSold, UnitReceipts},
	Cause, ChargeId, Fen, Moment, PaymentId, UnitId,
};
use sp_runtime::{DispatchResult, TryRuntimeError};

type Units = Fees;

/// The owners of the mock are numbered in this order.
const ALICES: u32 = 0;
const BOBS: u32 = 1;

/// Bills every unit 10,000 for November.
fn billed() -> ChargeId {
	let id = create(terms(Basis::PerUnit), 10_000);
	go_to(start(NOVEMBER) + 6 * DAYS);
	id
}

/// The same, and ends the charge; returns the charge and the end of the grace.
fn billed_once() -> (ChargeId, Moment) {
	let id = billed();
	assert_ok!(Fees::end_charge(RuntimeOrigin::root(), id, NOVEMBER));
	(id, start(NOVEMBER) + 52 * DAYS)
}

/// The cashier books money for a unit.
fn receive(unit: UnitId, amount: Fen, value: Moment) -> Option<PaymentId> {
	let account = <Units as UnitReceipts<AccountId>>::account(unit).unwrap();
	Balances::mint_into(&account, amount).unwrap();
	<Units as UnitReceipts<AccountId>>::credit(unit, amount, value, 8).unwrap().payment
}

/// The cashier's two people take a receipt back.
fn take_back(payment: PaymentId, amount: Fen) -> DispatchResult {
	let made = Fees::payment(payment).ok_or(Error::<Test>::PaymentNotFound)?;
	<Units as UnitReceipts<AccountId>>::take_back(&made.payer, Some(payment), made.moment, amount)
}

/// What is free of the money for unit 1 of its owner, and what is prepaid of it.
fn kept(owner: u32) -> (Fen, Fen) {
	Fees::unit_money(1, owner).map_or((0, 0), |money| (money.free, money.prepaid))
}

fn claim(who: AccountId, amount: Option<Fen>, release: Fen) -> DispatchResult {
	with_storage_layer(|| Fees::claim_unit_money(signed(who), 1, amount, release))
}

#[test]
fn exactly_the_bill_settles_it_as_of_the_value_date() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed_once();
		go_to(late + 7 * DAYS);
		assert_eq!(owed(1), 10_035);
		let payment = receive(1, 10_000, late);
		assert_eq!((owed(1), kept(BOBS)), (0, (0, 0)));
		assert_eq!(bill(1, charge, NOVEMBER).late.charged, 0);
		let account = Fees::unit_account(1, BOBS).unwrap();
		assert_eq!(last_event(), Event::UnitCredited { unit: 1, account, value: late, payment, kept: 0 });
		let record = Fees::payment(payment.unwrap()).unwrap();
		assert_eq!((record.kind, record.payer, record.amount), (PaymentKind::Receipt, account, 10_000));
		assert_eq!(Ledger::balance(0), 10_000);
		// The account of another unit or owner is another one, and known for what it is before it is opened.
		assert!(Fees::is_unit_account(&account) && !Fees::is_unit_account(&BOB));
		let unopened = Fees::unit_account(2, BOBS).unwrap();
		assert!(Fees::is_unit_account(&unopened) && !UnitAccounts::<Test>::contains_key(unopened));
		assert!(!Fees::is_unit_account(&(account ^ 1)) && !Fees::is_unit_account(&0));
		assert_ne!(Fees::unit_account(2, BOBS), Ok(account));
		assert_ne!(Fees::unit_account(1, ALICES), Ok(account));
	});
}

#[test]
fn a_bill_paid_later_in_part_is_paid_anew() {
	ExtBuilder::default().build_and_execute(|| {
		let (_, late) = billed_once();
		go_to(late + 100 * DAYS);
		let before = free(BOB);
		// 500 of late fee, and 2,500 of the principal.
		assert_ok!(Fees::pay(signed(BOB), 1, 3_000, None));
		receive(1, 10_000, late);
		// 7,500 were paid in time: 2,500 were late for 100 days, a fee of 125.
		assert_eq!((owed(1), kept(BOBS)), (0, (2_500, 0)));
		assert_eq!(free(BOB), before - 3_000 + 375);
	});
}

#[test]
fn the_rest_is_prepaid_and_what_exceeds_the_limit_is_kept_and_claimed() {
	ExtBuilder::default().build_and_execute(|| {
		billed();
		let limit = Fees::prepayment_limit(1);
		assert_eq!(receive(1, 10_000 + limit + 700, Now::get()), Some(0));
		assert_eq!(kept(BOBS), (700, limit));
		assert_eq!(Fees::payment(0).map(|payment| (payment.amount, payment.prepaid)), Some((10_000 + limit, limit)));

		assert_noop!(claim(4, None, 0), Error::<Test>::NotOwner);
		assert_noop!(claim(ALICE, None, 0), Error::<Test>::InsufficientUnitMoney);
		assert_noop!(claim(BOB, Some(0), 0), Error::<Test>::InvalidAmount);
		assert_noop!(claim(BOB, Some(701), 0), Error::<Test>::InsufficientUnitMoney);
		assert_noop!(claim(BOB, None, limit + 1), Error::<Test>::InsufficientPrepayment);
		let before = free(BOB);
		assert_ok!(claim(BOB, Some(600), 0));
		assert_eq!(last_event(), Event::UnitMoneyClaimed { unit: 1, by: BOB, amount: 600 });
		assert_ok!(claim(BOB, None, 50));
		assert_eq!((free(BOB), kept(BOBS)), (before + 750, (0, limit - 50)));
		assert_noop!(claim(BOB, None, 0), Error::<Test>::InsufficientUnitMoney);
	});
}

#[test]
fn what_is_kept_pays_with_the_next_receipt() {
	ExtBuilder::default().build_and_execute(|| {
		billed_once();
		receive(1, 10_300, Now::get());
		assert_eq!(kept(BOBS), (300, 0));
		let id = create(terms(Basis::PerUnit), 400);
		go_to(Now::get() + DAYS);
		assert_ok!(Fees::end_charge(RuntimeOrigin::root(), id, NOVEMBER));
		receive(1, 100, Now::get());
		assert_eq!((owed(1), kept(BOBS)), (0, (0, 0)));
	});
}

#[test]
fn no_limit_of_places_refuses_a_receipt() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		for part in [100; 5] {
			assert_ok!(Fees::pay(signed(BOB), 1, part, None));
		}
		// Only a payment that settles the bill has a place: the money waits for it.
		assert_eq!(receive(1, 100, Now::get()), None);
		assert_eq!((owed(1), kept(BOBS)), (9_500, (100, 0)));
		assert!(receive(1, 9_400, Now::get()).is_some());
		assert_eq!((owed(1), kept(BOBS)), (0, (0, 0)));
		assert_eq!(Fees::contributions(BillKey::new(1, charge, NOVEMBER)).len(), 6);
		// All places for prepayments are taken.
		for payer in [4, 5, BOB] {
			assert_ok!(Fees::pay(signed(payer), 1, 100, None));
		}
		assert_noop!(Fees::pay(signed(6), 1, 100, None), Error::<Test>::TooManyPayers);
		receive(1, 100, Now::get());
		assert_eq!(kept(BOBS), (0, 100));
		// It takes none of them either.
		for payer in [4, BOB] {
			assert_ok!(Fees::refund_prepayment(signed(payer), 1, 100));
		}
		assert_ok!(Fees::pay(signed(6), 1, 100, None));
	});
}

#[test]
fn the_caller_pays_for_the_bills() {
	ExtBuilder::default().build_and_execute(|| {
		billed();
		go_to(start(DECEMBER) + DAYS);
		let account = <Units as UnitReceipts<AccountId>>::account(1).unwrap();
		let credit = |max| <Units as UnitReceipts<AccountId>>::credit(1, 1, Now::get(), max);
		Balances::mint_into(&account, 10_001).unwrap();
		for max in [0, 1] {
			assert_noop!(credit(max), Error::<Test>::MaxBillsTooLow);
		}
		assert_eq!(credit(2), Ok(Credited { payment: Some(0), bills: 2 }));
		assert_eq!(owed(1), 9_999);
		Balances::mint_into(&account, 9_999).unwrap();
		assert_eq!(credit(1), Ok(Credited { payment: Some(1), bills: 1 }));
		assert_eq!(<Units as UnitReceipts<AccountId>>::account(9), Err(Error::<Test>::UnitNotFound.into()));
	});
}

#[test]
fn on_a_sale_the_money_stays_the_sellers() {
	ExtBuilder::default().build_and_execute(|| {
		billed();
		let payment = receive(1, 15_000, Now::get()).unwrap();
		assert_eq!(kept(BOBS), (0, 5_000));
		Register::sell(1, ALICES);
		Fees::unit_sold(1, BOBS, ALICES);
		assert_eq!((kept(BOBS), kept(ALICES)), ((5_000, 0), (0, 0)));
		assert_noop!(claim(ALICE, None, 0), Error::<Test>::InsufficientUnitMoney);
		// The buyer's money is apart.
		receive(1, 2_000, Now::get());
		assert_eq!((kept(BOBS), kept(ALICES)), ((5_000, 0), (0, 2_000)));
		// A wrong receipt of the seller's opens no bill of the buyer's.
		assert_ok!(take_back(payment, 15_000));
		assert_eq!(owed(1), 0);
		let before = free(BOB);
		assert_ok!(claim(BOB, None, 0));
		assert_eq!(free(BOB), before + 5_000);
	});
}

#[test]
fn a_receipt_taken_back_leaves_the_bill_owed_again() {
	ExtBuilder::default().build_and_execute(|| {
		let (_, late) = billed_once();
		let payment = receive(1, 10_000, Now::get()).unwrap();
		assert_ok!(take_back(payment, 4_000));
		assert_eq!((owed(1), kept(BOBS)), (4_000, (4_000, 0)));
		assert_ok!(take_back(payment, 100_000));
		assert_eq!((owed(1), kept(BOBS), Ledger::balance(0)), (10_000, (10_000, 0), 0));
		assert_ok!(take_back(payment, 1));
		// The cashier takes what came back. Late fees run as if it had never been paid.
		let account = <Units as UnitReceipts<AccountId>>::account(1).unwrap();
		let unknown = <Units as UnitReceipts<AccountId>>::take_back(&account, Some(9), 0, 1);
		assert_eq!(unknown, Err(Error::<Test>::PaymentNotFound.into()));
		let others = <Units as UnitReceipts<AccountId>>::take_back(&BOB, None, 0, 1);
		assert_eq!(others, Err(Error::<Test>::InsufficientUnitMoney.into()));
		let (whole, politely) = (Precision::Exact, Fortitude::Polite);
		assert_ok!(Balances::burn_from(&account, 10_000, Preservation::Expendable, whole, politely));
		go_to(late + 100 * DAYS);
		assert_eq!(owed(1), 10_500);
	});
}

#[test]
fn what_is_prepaid_is_taken_back_first_and_late_fees_stay_paid() {
	ExtBuilder::default().build_and_execute(|| {
		billed();
		let payment = receive(1, 15_000, Now::get()).unwrap();
		assert_ok!(take_back(payment, 6_000));
		assert_eq!((owed(1), kept(BOBS)), (1_000, (6_000, 0)));
	});
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed_once();
		go_to(late + 100 * DAYS);
		let payment = receive(1, 10_500, Now::get()).unwrap();
		assert_ok!(take_back(payment, 500));
		let bill = bill(1, charge, NOVEMBER);
		assert_eq!((bill.principal.paid, bill.late.paid, owed(1)), (9_500, 500, 500));
	});
}

#[test]
fn a_bill_whose_pot_has_spent_the_money_stays_paid() {
	ExtBuilder::default().build_and_execute(|| {
		billed_once();
		let payment = receive(1, 10_000, Now::get()).unwrap();
		assert_ok!(Ledger::withdraw(0, &CHEN, 10_000, Cause::Donation));
		assert_ok!(take_back(payment, 10_000));
		assert_eq!((owed(1), kept(BOBS)), (0, (0, 0)));
	});
}

#[test]
fn a_receipt_for_the_wrong_unit_is_moved_with_its_money() {
	ExtBuilder::default().build_and_execute(|| {
		let (_, late) = billed_once();
		let payment = receive(2, 10_000, Now::get()).unwrap();
		go_to(late + 100 * DAYS);
		// 4,000 of it are too much for unit 1.
		assert_ok!(Fees::pay(signed(BOB), 1, 4_500, None));
		assert_ok!(Fees::propose_move(signed(MANAGER), payment, 1, hash(5)));
		assert_ok!(with_storage_layer(|| {
			Fees::approve_move(signed(COMMITTEE), payment, 1).map(drop).map_err(|error| error.error)
		}));
		assert_eq!((owed(1), owed(2)), (0, 10_500));
		// What is left belongs to the owner of unit 1, not to that of unit 2.
		assert_eq!(kept(BOBS), (4_000, 0));
		assert_eq!(Fees::unit_money(2, 2).map(|money| money.free), Some(0));
	});
}

#[test]
fn its_money_concerns_the_owner_and_the_home() {
	ExtBuilder::default().build_and_execute(|| {
		let account = <Units as UnitReceipts<AccountId>>::account(1).unwrap();
		let concerns = |who| <Units as UnitReceipts<AccountId>>::concerns(&account, &who);
		assert!(concerns(BOB) && concerns(second_account(BOBS)) && !concerns(ALICE) && !concerns(4));
		// Somebody related to the owner.
		SamePerson::set(vec![(BOB, 4)]);
		assert!(concerns(4) && !concerns(5));
		Register::sell(1, ALICES);
		assert!(concerns(BOB) && concerns(ALICE));
		assert!(!<Units as UnitReceipts<AccountId>>::concerns(&BOB, &BOB));
	});
}

#[test]
fn nothing_is_claimed_while_something_is_claimed_back() {
	ExtBuilder::default().build_and_execute(|| {
		billed();
		let limit = Fees::prepayment_limit(1);
		receive(1, 10_000 + limit + 700, Now::get());
		let account = Fees::unit_account(1, BOBS).unwrap();
		Held::set(vec![account]);
		assert_noop!(claim(BOB, None, 0), Error::<Test>::UnitMoneyHeld);
		assert_noop!(claim(BOB, Some(1), 5), Error::<Test>::UnitMoneyHeld);
		// The cashier's reversal reaches what is prepaid.
		let release = |of, amount| <Units as UnitReceipts<AccountId>>::release_prepaid(&of, amount);
		assert_eq!(<Units as UnitReceipts<AccountId>>::prepaid(&account), limit);
		assert_eq!(<Units as UnitReceipts<AccountId>>::prepaid(&BOB), 0);
		assert_noop!(release(account, limit + 1), Error::<Test>::InsufficientPrepayment);
		assert_noop!(release(BOB, 1), Error::<Test>::InsufficientPrepayment);
		assert_ok!(release(account, 300));
		assert_eq!(kept(BOBS), (1_000, limit - 300));
		Held::set(vec![]);
		assert_ok!(claim(BOB, None, 0));
	});
}

#[test]
fn after_a_sale_the_seller_owes_and_the_buyer_does_not() {
	ExtBuilder::default().build_and_execute(|| {
		billed();
		receive(1, 15_000, Now::get());
		let sellers = Fees::unit_account(1, BOBS).unwrap();
		Held::set(vec![sellers]);
		Register::sell(1, ALICES);
		Fees::unit_sold(1, BOBS, ALICES);
		receive(1, 2_000, Now::get());
		assert_eq!((kept(BOBS), kept(ALICES)), ((5_000, 0), (0, 2_000)));
		assert_noop!(claim(BOB, None, 0), Error::<Test>::UnitMoneyHeld);
		assert_ok!(claim(ALICE, None, 2_000));
	});
}

#[test]
fn what_is_kept_pays_later_bills_when_they_issue() {
	ExtBuilder::default().build_and_execute(|| {
		billed_once();
		// Nothing can be prepaid, since no charge is live.
		receive(1, 10_000 + 25_000, Now::get());
		assert_eq!(kept(BOBS), (25_000, 0));
		let account = Fees::unit_account(1, BOBS).unwrap();
		let id = create(terms(Basis::PerUnit), 20_000);
		go_to(Now::get() + DAYS);
		assert_eq!((owed(1), kept(BOBS), owed(2)), (0, (5_000, 0), 10_000 + 20_000));
		let payment = NextPayment::<Test>::get() - 1;
		let record = Fees::payment(payment).unwrap();
		assert_eq!((record.payer, record.amount, record.prepaid), (account, 20_000, 0));
		let kind = PaymentKind::Receipt;
		let event = Event::<Test>::PaymentMade { payment, unit: 1, payer: account, amount: 20_000, prepaid: 0, kind };
		System::assert_has_event(event.into());
		// It pays a part, before a mandate pays the rest.
		assert_ok!(Fees::set_mandate(signed(BOB), 1, RICH, None, true, false));
		let before = free(BOB);
		go_to(start(DECEMBER) + DAYS);
		assert_eq!((owed(1), kept(BOBS), free(BOB)), (0, (0, 0), before - 15_000));
		assert_eq!(bill(1, id, DECEMBER).late.charged, 0);
	});
}

#[test]
fn a_sellers_money_pays_no_bill_of_the_buyer() {
	ExtBuilder::default().build_and_execute(|| {
		billed_once();
		receive(1, 10_000 + 25_000, Now::get());
		Register::sell(1, ALICES);
		Fees::unit_sold(1, BOBS, ALICES);
		create(terms(Basis::PerUnit), 20_000);
		go_to(Now::get() + DAYS);
		assert_eq!((owed(1), kept(BOBS)), (20_000, (25_000, 0)));
	});
}

#[test]
fn collection_from_what_is_kept_continues_across_blocks() {
	ExtBuilder::default().build_and_execute(|| {
		billed_once();
		for unit in 0..4 {
			receive(unit, 10_000 + 7_000, Now::get());
		}
		create(terms(Basis::PerUnit), 7_000);
		Now::set(Now::get() + DAYS);
		Budget::set(Weight::from_parts(50, 0));
		let kept = |(unit, owner)| Fees::unit_money(unit, owner).unwrap().free;
		let waiting = || [(0, 0), (1, 1), (2, 2), (3, 2)].into_iter().filter(|of| kept(*of) > 0).count();
		let mut counts = Vec::new();
		while waiting() > 0 {
			System::set_block_number(System::block_number() + 1);
			assert!(Budget::get().all_gte(Fees::on_initialize(System::block_number())));
			counts.push(waiting());
			assert!(counts.len() < 40);
		}
		assert!(counts.iter().any(|count| (1..4).contains(count)), "{counts:?}");
		assert_eq!((0..4).map(owed).collect::<Vec<_>>(), [0; 4]);
	});
}

#[test]
fn bills_that_a_receipt_paid_later_are_owed_again() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		let payment = receive(1, 10_000 + 12_000, Now::get()).unwrap();
		assert_eq!(kept(BOBS), (0, 12_000));
		// What was prepaid pays December.
		go_to(start(DECEMBER) + DAYS);
		assert_eq!((owed(1), kept(BOBS)), (0, (0, 2_000)));
		assert_ok!(take_back(payment, 22_000));
		assert_eq!((owed(1), kept(BOBS)), (20_000, (22_000, 0)));
		assert!(bill(1, charge, DECEMBER).is_open());
	});
}

#[test]
fn a_receipt_that_paid_nothing_at_first_is_taken_off_later_bills() {
	ExtBuilder::default().build_and_execute(|| {
		billed_once();
		assert!(receive(1, 10_000, Now::get()).is_some());
		go_to(Now::get() + DAYS);
		let booked = Now::get();
		assert_eq!(receive(1, 25_000, booked), None);
		create(terms(Basis::PerUnit), 20_000);
		go_to(Now::get() + DAYS);
		assert_eq!((owed(1), kept(BOBS)), (0, (5_000, 0)));
		// What was paid before the receipt stays paid.
		let account = Fees::unit_account(1, BOBS).unwrap();
		assert_ok!(<Units as UnitReceipts<AccountId>>::take_back(&account, None, booked, 100_000));
		assert_eq!((owed(1), kept(BOBS)), (20_000, (25_000, 0)));
	});
}

#[test]
fn only_the_latest_payments_with_units_money_are_known() {
	ExtBuilder::default().build().execute_with(|| {
		let account = <Units as UnitReceipts<AccountId>>::account(1).unwrap();
		let note = |id, payer, kind| {
			let lines = Lines { first: 0, end: 0 };
			Fees::note_unit_payment(id, &Payment { unit: 1, payer, amount: 1, prepaid: 0, moment: 0, kind, lines });
		};
		let max = PaymentId::from(MAX_LATEST_PAYMENTS);
		for id in 0..max + 4 {
			note(id, account, if id % 2 == 0 { PaymentKind::Receipt } else { PaymentKind::Prepayment });
		}
		// The money of these is others'.
		note(max + 4, BOB, PaymentKind::Prepayment);
		note(max + 5, account, PaymentKind::Moved { from: 0 });
		assert_eq!(LatestPayments::<Test>::get(account).into_inner(), (4..max + 4).collect::<Vec<_>>());
		assert!(!LatestPayments::<Test>::contains_key(BOB));
	});
}

#[test]
fn receipts_that_are_only_prepaid_displace_no_payment_of_a_bill() {
	ExtBuilder::default().build_and_execute(|| {
		billed();
		let booked = Now::get();
		receive(1, 10_000, booked);
		for _ in 0..MAX_LATEST_PAYMENTS {
			receive(1, 1, booked);
		}
		assert_eq!((owed(1), kept(BOBS)), (0, (0, 16)));
		let account = Fees::unit_account(1, BOBS).unwrap();
		assert_ok!(<Units as UnitReceipts<AccountId>>::take_back(&account, None, booked, 10_016));
		assert_eq!((owed(1), kept(BOBS)), (10_000, (10_016, 0)));
	});
}

#[test]
fn latest_payments_that_are_not_the_accounts_are_found() {
	let broken = |account: fn() -> AccountId, payments: Vec<PaymentId>, message| {
		ExtBuilder::default().build().execute_with(|| {
			billed();
			assert_ok!(Fees::pay(signed(BOB), 1, 100, None));
			LatestPayments::<Test>::insert(account(), BoundedVec::truncate_from(payments));
			assert_eq!(Fees::do_try_state(), Err(TryRuntimeError::Other(message)));
		});
	};
	let units = || Fees::open_unit_account(1).unwrap();
	broken(|| BOB, vec![0], "fees: payments are known of an account that keeps no unit's money");
	broken(units, vec![0, 0], "fees: a unit's latest payments are out of order");
	broken(units, vec![0], "fees: a unit's latest payment is another account's");
}
