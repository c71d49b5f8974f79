// SPDX-License-Identifier: Apache-2.0

//! The sale of a unit.

use crate::{mock::*, types::*, *};
use frame_support::{
	assert_noop, assert_ok,
	storage::with_storage_layer,
	traits::{fungible::Mutate, tokens::Preservation},
};
use linli_primitives::{
	traits::{OnUnitSold, UnitReceipts},
	Fen, Moment,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The owners of the mock are numbered in this order.
const BOBS: u32 = 1;
const CHENS: u32 = 2;

/// Sells Bob's flat to Chen.
fn sell() {
	Register::sell(1, CHENS);
	Fees::unit_sold(1, BOBS, CHENS);
}

#[test]
fn mandates_and_prepayments_of_others_than_the_buyer_end() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = create(terms(Basis::PerUnit), 10_000);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_ok!(Fees::pay(signed(BOB), 1, 10_000, None));
		// A relative pays for Bob, and Chen for the flat before the sale.
		for (payer, amount) in [(4, 2_000), (CHEN, 2_000), (BOB, 7_000)] {
			assert_ok!(Fees::pay(signed(payer), 1, amount, None));
			assert_ok!(Fees::set_mandate(signed(payer), 1, 20_000, None, false, false));
		}
		// Those for another unit stay.
		assert_ok!(Fees::set_mandate(signed(BOB), 0, 20_000, None, false, false));
		let before = [BOB, 4, CHEN].map(Balances::free_balance);
		System::reset_events();
		sell();
		assert_eq!([BOB, 4, CHEN].map(Balances::free_balance), [before[0] + 7_000, before[1] + 2_000, before[2]]);
		assert_eq!(Fees::prepayments(1), vec![(CHEN, 2_000)]);
		let payers: Vec<_> = Fees::mandates(1).into_iter().map(|(payer, _)| payer).collect();
		assert_eq!(payers, vec![CHEN]);
		assert!(Mandates::<Test>::contains_key(0, BOB));
		let events = events();
		assert_eq!(events.len(), 4);
		for (payer, amount) in [(BOB, 7_000), (4, 2_000)] {
			assert!(events.contains(&Event::MandateEnded { unit: 1, payer, reason: MandateEnd::Sold }));
			assert!(events.contains(&Event::PrepaymentRefunded { unit: 1, payer, amount }));
		}
		let head = StatementHeads::<Test>::get(1);
		let lines = Fees::statement(1, head.entry_count - 2, 2).lines;
		assert!(lines.iter().all(|(_, line)| line.kind == EntryKind::PrepaymentRefund));
		// From now on only the buyer pays.
		assert_ok!(Fees::revoke_mandate(signed(BOB), 0));
		let before = [BOB, 4].map(free);
		go_to(start(DECEMBER));
		assert!(!bill(1, charge, DECEMBER).is_open());
		assert_eq!([BOB, 4].map(free), before);
	});
}

#[test]
fn a_sale_of_a_unit_that_nobody_pays_for_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		System::reset_events();
		sell();
		assert_eq!(events(), vec![]);
	});
}

/// Bills every unit 10,000 for November and ends the charge; returns Bob's bill.
fn billed() -> BillKey {
	let id = create(terms(Basis::PerUnit), 10_000);
	go_to(start(NOVEMBER) + 6 * DAYS);
	assert_ok!(Fees::end_charge(RuntimeOrigin::root(), id, NOVEMBER));
	BillKey::new(1, id, NOVEMBER)
}

/// Proposes and approves a credit note, and works it off.
fn credit(scope: CreditScope) -> CreditId {
	let id = NextCredit::<Test>::get();
	assert_ok!(Fees::propose_credit(signed(MANAGER), scope, hash(4)));
	assert_ok!(Fees::approve_credit(signed(COMMITTEE), id));
	block(Now::get() + DAYS);
	id
}

fn lower(key: BillKey, to: Fen) -> CreditId {
	credit(CreditScope::Bills(vec![(key, to)].try_into().unwrap()))
}

fn undo(id: CreditId) -> CreditId {
	credit(CreditScope::Undo { credit: id })
}

fn principal(key: BillKey) -> Debt {
	Bills::<Test>::get(key.parts()).unwrap().principal
}

fn send(from: AccountId, to: AccountId, amount: Fen) {
	assert_ok!(<Balances as Mutate<_>>::transfer(&from, &to, amount, Preservation::Expendable));
}

#[test]
fn an_undone_credit_note_takes_back_what_the_seller_got() {
	ExtBuilder::default().build_and_execute(|| {
		let key = billed();
		assert_ok!(Fees::pay(signed(BOB), 1, 10_000, None));
		let (paid, made) = (free(BOB), Fees::contributions(key).remove(0));
		let mistake = lower(key, 4_000);
		assert_eq!(free(BOB), paid + 6_000);
		sell();
		let (buyers, pot) = (free(CHEN), Ledger::balance(0));
		let undone = undo(mistake);
		assert_eq!((free(BOB), free(CHEN), Ledger::balance(0)), (paid, buyers, pot + 6_000));
		assert_eq!((principal(key).payable(), principal(key).owed(), owed(1)), (10_000, 0, 0));
		let payment = Fees::payment(1).unwrap();
		assert_eq!((payment.kind, payment.payer), (PaymentKind::Reclaimed { credit: undone }, BOB));
		// As of the day of the first payment, so that no late fee comes of it.
		let again = Fees::contributions(key).into_iter().find(|part| part.payment == 1).unwrap();
		assert_eq!((again.principal, again.moment, again.lived), (6_000, made.moment, made.lived));
		go_to(start(NOVEMBER) + 400 * DAYS);
		assert_eq!(Fees::dues(1).late, 0);
		// Once.
		undo(mistake);
		assert_eq!((free(BOB), owed(1)), (paid, 0));
		assert!(!Credited::<Test>::contains_key(mistake, 0) && !CreditRefunds::<Test>::contains_key(mistake, 0));
	});
}

#[test]
fn what_the_seller_has_spent_is_not_asked_of_the_buyer() {
	ExtBuilder::default().build_and_execute(|| {
		let key = billed();
		assert_ok!(Fees::pay(signed(BOB), 1, 10_000, None));
		let mistake = lower(key, 4_000);
		let rest = free(BOB) - 1_000;
		send(BOB, 6, rest);
		sell();
		let undone = undo(mistake);
		assert_eq!((free(BOB), owed(1), principal(key).payable()), (0, 0, 5_000));
		let missing = Event::RefundNotReclaimed { credit: undone, bill: key, payer: BOB, amount: 5_000 };
		assert!(events().contains(&missing));
		// The rest is taken when it is there, by two people again.
		send(6, BOB, rest);
		undo(mistake);
		assert_eq!((free(BOB), owed(1), principal(key).payable()), (rest - 5_000, 0, 10_000));
	});
}

#[test]
fn refunds_of_many_payments_are_taken_back_by_turns() {
	ExtBuilder::default().build_and_execute(|| {
		let key = billed();
		for amount in [2_000, 2_000, 2_000, 2_000, 2_000] {
			assert_ok!(Fees::pay(signed(BOB), 1, amount, None));
		}
		let mistake = lower(key, 0);
		sell();
		undo(mistake);
		assert_eq!((owed(1), principal(key).payable()), (0, 8_000));
		undo(mistake);
		assert_eq!((owed(1), principal(key).payable()), (0, 10_000));
	});
}

#[test]
fn what_is_reclaimed_has_the_sellers_places_and_holds_nothing_up_without_one() {
	ExtBuilder::default().build_and_execute(|| {
		let key = billed();
		for _ in 0..3 {
			assert_ok!(Fees::pay(signed(BOB), 1, 2_000, None));
		}
		let paid = free(BOB);
		sell();
		block(Now::get() + DAYS);
		// The last payment went back to Bob, who is a stranger by now and has two left.
		let mistake = lower(key, 4_000);
		assert_eq!((free(BOB), owed(1)), (paid + 2_000, 0));
		undo(mistake);
		assert_eq!((free(BOB), owed(1), principal(key).payable()), (paid, 4_000, 10_000));
	});
	ExtBuilder::default().build_and_execute(|| {
		let key = billed();
		for _ in 0..5 {
			assert_ok!(Fees::pay(signed(BOB), 1, 1_000, None));
		}
		sell();
		block(Now::get() + DAYS);
		let mistake = lower(key, 4_500);
		let before = free(BOB);
		// There is no place for what is refunded; the buyer owes what had only been lowered.
		let undone = undo(mistake);
		assert_eq!((free(BOB), owed(1)), (before, 5_000));
		let missing = Event::RefundNotReclaimed { credit: undone, bill: key, payer: BOB, amount: 500 };
		assert!(events().contains(&missing));
		assert!(!events().contains(&Event::CreditFailed { credit: undone, bill: key }));
	});
}

#[test]
fn an_auditor_who_had_the_refund_neither_approves_nor_rejects_its_undoing() {
	ExtBuilder::default().build_and_execute(|| {
		let key = billed();
		assert_ok!(Fees::pay(signed(BOB), 1, 10_000, None));
		let mistake = lower(key, 0);
		sell();
		assert!(Fees::contributions(key).is_empty());
		assert_ok!(Fees::propose_credit(signed(MANAGER), CreditScope::Undo { credit: mistake }, hash(4)));
		SamePerson::set(vec![(BOB, COMMITTEE)]);
		assert_noop!(Fees::approve_credit(signed(COMMITTEE), 1), Error::<Test>::OwnMatter);
		assert_noop!(Fees::reject_credit(signed(COMMITTEE), 1), Error::<Test>::OwnMatter);
		SamePerson::set(vec![]);
		assert_ok!(Fees::reject_credit(signed(COMMITTEE), 1));
	});
}

#[test]
fn a_buyer_does_not_keep_a_mistaken_refund() {
	ExtBuilder::default().build_and_execute(|| {
		let key = billed();
		assert_ok!(Fees::pay(signed(BOB), 1, 6_000, None));
		sell();
		block(Now::get() + DAYS);
		// The buyer pays what was taken over.
		assert_ok!(Fees::pay(signed(CHEN), 1, 4_000, None));
		let mistake = lower(key, 5_000);
		let rest = free(CHEN) - 500;
		send(CHEN, 6, rest);
		let seller = free(BOB);
		undo(mistake);
		// 500 were there; the seller's 1,000 come from the seller.
		assert_eq!((free(CHEN), free(BOB)), (0, seller - 1_000));
		assert_eq!((owed(1), principal(key).payable()), (3_500, 10_000));
		assert!(!events().iter().any(|event| matches!(event, Event::RefundNotReclaimed { .. })));
		assert!(!Credited::<Test>::contains_key(mistake, 0));
	});
}

#[test]
fn a_buyer_does_not_owe_what_the_seller_got_for_a_payment_after_the_sale() {
	ExtBuilder::default().build_and_execute(|| {
		let key = billed();
		sell();
		block(Now::get() + DAYS);
		assert_ok!(Fees::pay(signed(BOB), 1, 10_000, None));
		let mistake = lower(key, 4_000);
		// Bob spends the refund.
		send(BOB, 6, free(BOB));
		let undone = undo(mistake);
		assert_eq!((owed(1), principal(key).payable()), (0, 4_000));
		let missing = Event::RefundNotReclaimed { credit: undone, bill: key, payer: BOB, amount: 6_000 };
		assert!(events().contains(&missing));
		send(6, BOB, 7_000);
		undo(mistake);
		assert_eq!((owed(1), principal(key).payable(), free(BOB)), (0, 10_000, 1_000));
	});
}

#[test]
fn a_buyer_owes_what_went_back_to_the_money_kept_for_the_unit() {
	ExtBuilder::default().build_and_execute(|| {
		let key = billed();
		sell();
		block(Now::get() + DAYS);
		let account = <Fees as UnitReceipts<AccountId>>::account(1).unwrap();
		<Balances as Mutate<_>>::mint_into(&account, 10_000).unwrap();
		assert_ok!(<Fees as UnitReceipts<AccountId>>::credit(1, 10_000, Now::get(), 8));
		let mistake = lower(key, 4_000);
		assert_ok!(Fees::claim_unit_money(signed(CHEN), 1, Some(6_000), 0));
		undo(mistake);
		assert_eq!((owed(1), principal(key).payable()), (6_000, 10_000));
		assert!(!events().iter().any(|event| matches!(event, Event::RefundNotReclaimed { .. })));
	});
}

#[test]
fn undoing_weighs_each_refund_as_taken_back_in_part_and_owed_in_part() {
	// The bill is raised once by what was only lowered, and twice for each of four refunds.
	let raised = <MockWeights as WeightInfo>::credit_bill().saturating_mul(1 + 2 * 4);
	let paid = <MockWeights as WeightInfo>::pay(1).saturating_mul(4);
	assert!(Fees::undo_weight().all_gte(raised.saturating_add(paid)));
}

#[test]
fn what_was_lowered_before_a_sale_stays_lowered() {
	ExtBuilder::default().build_and_execute(|| {
		let key = billed();
		let mistake = lower(key, 4_000);
		// The buyer takes the bill over.
		sell();
		undo(mistake);
		assert_eq!(owed(1), 4_000);
		// What is lowered for the buyer, the buyer owes again.
		let mistake = lower(key, 1_000);
		assert_eq!(owed(1), 1_000);
		undo(mistake);
		assert_eq!(owed(1), 4_000);
	});
}

#[test]
fn a_bill_of_before_a_sale_is_not_raised_by_name() {
	ExtBuilder::default().build_and_execute(|| {
		let key = billed();
		lower(key, 4_000);
		let raised = CreditScope::Restored(vec![(key, 10_000)].try_into().unwrap());
		let propose = || Fees::propose_credit(signed(MANAGER), raised.clone(), hash(4));
		// Proposed before the sale, it comes to nothing.
		assert_ok!(propose());
		sell();
		assert_ok!(Fees::approve_credit(signed(COMMITTEE), 1));
		block(Now::get());
		assert!(events().contains(&Event::CreditFailed { credit: 1, bill: key }));
		assert_eq!(owed(1), 4_000);
		assert_noop!(propose(), Error::<Test>::UnitAlreadySold);
	});
}

#[test]
fn a_payment_of_before_a_sale_is_not_moved() {
	ExtBuilder::default().build_and_execute(|| {
		let key = billed();
		assert_ok!(Fees::pay(signed(ALICE), 1, 10_000, None));
		assert_ok!(Fees::propose_move(signed(MANAGER), 0, 0, hash(5)));
		sell();
		assert_noop!(Fees::approve_move(signed(COMMITTEE), 0, 0), Error::<Test>::UnitAlreadySold);
		assert_ok!(Fees::withdraw_move(signed(MANAGER), 0));
		assert_noop!(Fees::propose_move(signed(MANAGER), 0, 0, hash(5)), Error::<Test>::UnitAlreadySold);
		assert_eq!((owed(1), principal(key).owed()), (0, 0));
		// What is paid after it can be.
		let id = create(terms(Basis::PerUnit), 10_000);
		go_to(Now::get() + DAYS);
		assert!(bill(1, id, NOVEMBER).is_open());
		assert_ok!(Fees::pay(signed(ALICE), 1, 10_000, None));
		assert_ok!(Fees::propose_move(signed(MANAGER), 1, 0, hash(5)));
	});
}

/// Nothing was taken back from an account that a credit note had not refunded to it.
fn nobody_gave_back_more_than_they_got() {
	let mut got: BTreeMap<AccountId, Fen> = BTreeMap::new();
	for event in events() {
		match event {
			Event::BillRefunded { payer, amount, .. } => *got.entry(payer).or_default() += amount,
			Event::PaymentMade { payer, amount, kind: PaymentKind::Reclaimed { .. }, .. } => {
				let left = got.get_mut(&payer).expect("it got a refund");
				*left = left.checked_sub(amount).expect("it got as much");
			}
			_ => (),
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: linli_testing::cases(64), failure_persistence: None, ..ProptestConfig::default() })]

	#[test]
	fn undoing_asks_nothing_of_a_buyer_in_any_order(
		steps in prop::collection::vec((0u8..6, 0usize..4, 1u128..8_000), 1..30)
	) {
		ExtBuilder::default().build().execute_with(|| {
			let key = billed();
			let issuance = Balances::total_issuance();
			let (mut sold, mut owner): (Option<Moment>, u32) = (None, BOBS);
			let mut credits: Vec<(CreditId, Moment)> = Vec::new();
			for (what, which, amount) in steps {
				match what {
					0 | 1 => {
						let payer = [BOB, CHEN, ALICE, 4][which];
						let _ = with_storage_layer(|| {
							Fees::pay(signed(payer), 1, amount, None).map(drop).map_err(|error| error.error)
						});
					}
					2 => {
						let gross = Bills::<Test>::get(key.parts()).unwrap().gross();
						if amount < gross {
							let at = Now::get();
							credits.push((lower(key, amount), at));
						}
					}
					3 | 4 => {
						let Some((id, at)) = credits.get(which % credits.len().max(1)).copied() else { continue };
						let before = owed(1);
						undo(id);
						if sold.is_some_and(|sold| sold >= at) {
							assert_eq!(owed(1), before);
						}
					}
					_ => {
						let buyer = (owner + 1) % 3;
						Register::sell(1, buyer);
						Fees::unit_sold(1, owner, buyer);
						(sold, owner) = (Some(Now::get()), buyer);
					}
				}
				ExtBuilder::check();
			}
			assert_eq!(Balances::total_issuance(), issuance);
			assert_eq!(Fees::totals().collected, Ledger::balance(0));
			nobody_gave_back_more_than_they_got();
		});
	}
}

#[test]
fn nothing_is_left_of_a_unit_that_ceases() {
	ExtBuilder::default().build_and_execute(|| {
		create(terms(Basis::PerUnit), 10_000);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_ok!(Fees::pay(signed(BOB), 1, 10_000, None));
		assert_ok!(Fees::pay(signed(BOB), 1, 7_000, None));
		assert_ok!(Fees::set_mandate(signed(BOB), 1, 20_000, None, false, false));
		let before = Balances::free_balance(BOB);
		assert_ok!(Fees::unit_ceases(1, Some(0)));
		assert_eq!(Balances::free_balance(BOB), before + 7_000);
		assert!(Fees::prepayments(1).is_empty() && Fees::mandates(1).is_empty());
	});
}

#[test]
fn a_unit_whose_receipt_is_taken_back_becomes_no_part_of_another() {
	ExtBuilder::default().build_and_execute(|| {
		let account = Fees::unit_account(1, BOBS).unwrap();
		Held::set(vec![account]);
		assert_noop!(with_storage_layer(|| Fees::unit_ceases(1, Some(0))), Error::<Test>::UnitMoneyHeld);
		frame_support::hypothetically!({
			assert_ok!(Fees::unit_ceases(1, None));
		});
		Held::set(Vec::new());
		assert_ok!(Fees::unit_ceases(1, Some(0)));
	});
}

#[test]
fn units_do_not_change_while_bills_are_issued() {
	ExtBuilder::default().build_and_execute(|| {
		let id = create(terms(Basis::PerUnit), 10_000);
		assert_ok!(Fees::unit_split(&[(1, 4_000), (9, 5_000)]));
		assert_ok!(Fees::area_corrected(1, 4_000));
		frame_support::hypothetically!({
			let cursor = Cursor::Billing { charge: id, period: NOVEMBER, next_unit: 1, bills: 1, amount: 10_000 };
			Agendas::<Test>::mutate(|agenda| agenda.cursor = Some(cursor));
			let running = Err(Error::<Test>::BillingRunning.into());
			assert_eq!(Fees::unit_split(&[(1, 4_000), (9, 5_000)]), running);
			assert_eq!(Fees::area_corrected(1, 4_000), running);
			assert_eq!(Fees::unit_ceases(1, None), running);
		});
	});
}
