// SPDX-License-Identifier: Apache-2.0

//! Pots, escrow, money in transit and all other balances add up to the issuance, which is the bank's balance by the
//! books, whatever is in flight.

use super::*;
use crate::balances::{page, BalancesPage, HoldSum, MAX_PAGE};
use pallet_linli_cashier::{OrderPurpose, Outcome};

type Bank = pallet_linli_cashier::Call<Runtime>;

/// The sums of all pages of `size` accounts.
fn sums(size: u32) -> BalancesPage<AccountId> {
	let mut sums = page(None, size);
	while let Some(after) = sums.next.take() {
		let more = page(Some(after), size);
		assert!((1..=size).contains(&more.accounts), "an empty or a long page");
		assert_eq!(more.issuance, sums.issuance);
		sums.accounts += more.accounts;
		sums.pots += more.pots;
		sums.transit += more.transit;
		sums.escrow += more.escrow;
		sums.units += more.units;
		sums.free += more.free;
		sums.reserved += more.reserved;
		for HoldSum { reason, amount } in more.held {
			match sums.held.iter_mut().find(|held| held.reason == reason) {
				Some(held) => held.amount += amount,
				None => sums.held.push(HoldSum { reason, amount }),
			}
		}
		sums.next = more.next;
	}
	sums
}

fn held(sums: &BalancesPage<AccountId>, reason: impl Into<RuntimeHoldReason>) -> Fen {
	let reason = reason.into();
	sums.held.iter().find(|held| held.reason == reason).map_or(0, |held| held.amount)
}

/// The key of the only bank entry of this amount.
fn key_of(amount: Fen) -> linli_primitives::ContentHash {
	let entries = pallet_linli_cashier::BankEntries::<Runtime>::iter();
	let mut keys = entries.filter(|(_, entry)| entry.amount == amount).map(|(key, _)| key);
	let key = keys.next().unwrap();
	assert_eq!(keys.next(), None);
	key
}

/// The identity by which the books are closed, and each of its parts against the pallet that keeps it.
fn assert_identity() -> BalancesPage<AccountId> {
	let sums = sums(MAX_PAGE);
	let on_hold: Fen = sums.held.iter().map(|held| held.amount).sum();
	let whole = sums.pots + sums.transit + sums.escrow + sums.units + sums.free + on_hold + sums.reserved;
	assert_eq!(whole, sums.issuance);
	assert_eq!(Some(sums.issuance), Cashier::totals().balance(), "the issuance is what the bank has by the books");
	assert_eq!(sums.accounts as usize, frame_system::Account::<Runtime>::iter().count());
	let pots = Fund::totals();
	assert_eq!(sums.pots, pots.in_pots + pots.pending_fees);
	assert_eq!(sums.escrow, Projects::totals().held);
	let ordered: Fen = pallet_linli_cashier::Orders::<Runtime>::iter_values()
		.filter(|order| matches!(order.purpose, OrderPurpose::Pot { .. }))
		.map(|order| order.amount)
		.sum();
	let frozen: Fen = pallet_linli_cashier::CorrectionProposals::<Runtime>::iter()
		.filter(|(key, _)| Cashier::bank_entry(*key).is_some_and(|entry| entry.entry.is_some()))
		.map(|(_, proposal)| proposal.frozen)
		.sum();
	assert_eq!(sums.transit, ordered + frozen);
	let prepaid: Fen = pallet_linli_fees::Prepayments::<Runtime>::iter().map(|(_, _, amount)| amount).sum();
	assert_eq!(held(&sums, pallet_linli_fees::HoldReason::Prepayment), prepaid);
	sums
}

#[test]
fn balances_add_up_after_a_year_however_long_the_pages() {
	village_after_a_year().execute_with(|| {
		let all = assert_identity();
		for size in [1, 2, 7] {
			// The order of reasons follows the order of accounts, and is the same.
			assert_eq!(sums(size), all);
		}
		// A page is bounded, and never empty.
		assert_eq!(page(None, 0).accounts, 1);
		assert!(page(None, u32::MAX).accounts <= MAX_PAGE);
	});
}

#[test]
fn balances_add_up_through_a_bad_quarter() {
	village_with_committee().execute_with(|| {
		for (number, keyring) in [Alice, Two, Bob].into_iter().enumerate() {
			receive(keyring, 5_000_000, &format!("IN-{number}"));
		}
		fill(OPERATING, 500_000, "FILL-1");
		fill(INCOME, 100_000, "FILL-2");
		decide(open(terms(&[30_000, 20_000], &[(OPERATING, 50_000)], None)), None);
		assert_eq!(assert_identity().escrow, 50_000);

		// All at once: a payout, a receipt that was booked wrongly, a prepayment, a booking, an invoice at the bank,
		// and a receipt of a pot that is to be taken back.
		assert_ok!(run(Alice, Bank::request_payout { amount: 10_000, destination: hash(1) }));
		receive(Bob, 7_000, "WRONG-1");
		fill(INCOME, 900, "WRONG-2");
		let wrong = [7_000, 900].map(key_of);
		for reference in wrong {
			assert_ok!(run(CASHIER, Bank::propose_reversal { reference, amount: None, reason: hash(2) }));
		}
		pay_bills(Two, 2, owed(2) + 33_000);
		rents(0);
		for year in [this_month().year, this_month().year + 1] {
			by_key(budget(year, &[(OPERATING, 400_000)]));
		}
		let lamps = enter(propose(0, at_bank(), 20_000, 40));
		assert_ok!(committee(approve(lamps)));
		assert_ok!(run(CASHIER, order_payment(lamps)));
		let bad = assert_identity();
		assert_eq!(held(&bad, pallet_linli_cashier::HoldReason::Payout), 10_000);
		assert_eq!(held(&bad, pallet_linli_cashier::HoldReason::Reversal), 7_000);
		assert_eq!(held(&bad, pallet_linli_sharing::HoldReason::Price), 2 * 1_001);
		assert_eq!(held(&bad, pallet_linli_sharing::HoldReason::Deposit), 5_000);
		assert!(held(&bad, pallet_linli_fees::HoldReason::Prepayment) > 0);
		assert_eq!(bad.transit, 20_000 + 900);

		// Nine days without a block: the booking ends and is settled, bills may have issued.
		settle_at(now() + 9 * DAY);
		assert_identity();

		// The bank did not pay the invoice, and the receipts are taken back: nothing is left in transit.
		let order = order_of(lamps);
		let reason = hash(3);
		assert_ok!(run(CASHIER, Bank::propose_return { order, reason }));
		let outcome = Outcome::Returned { reason };
		assert_ok!(run(AUDITOR, Bank::confirm_outcome { order, outcome, max_units: 10 }));
		for reference in wrong {
			let terms = Cashier::proposed_correction(reference).unwrap().terms;
			assert_ok!(run(AUDITOR, Bank::approve_correction { reference, terms, max_units: 0 }));
		}
		let after = assert_identity();
		assert_eq!(after.transit, 0);
		assert_eq!(held(&after, pallet_linli_cashier::HoldReason::Reversal), 0);
		assert_eq!(after.issuance, bad.issuance - 7_900);

		// Another invoice is paid, and booked as paid under the wrong order: that is corrected a week later.
		let hoses = enter(propose(0, at_bank(), 12_345, 41));
		assert_ok!(committee(approve(hoses)));
		pay_by_bank(hoses, "OUT-1");
		assert_eq!(assert_identity().issuance, after.issuance - 12_345);
		pass(7 * DAY);
		let reference = key_of(12_345);
		let correct = Bank::propose_payment_correction { reference, came_back: None, reason: hash(4) };
		assert_ok!(run(CASHIER, correct));
		assert_identity();
		let terms = Cashier::proposed_correction(reference).unwrap().terms;
		assert_ok!(run(AUDITOR, Bank::approve_correction { reference, terms, max_units: 10 }));
		assert_eq!(assert_identity().issuance, after.issuance);
	});
}
