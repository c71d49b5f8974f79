// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, reference_hash, MAX_PAGE};
use frame_support::assert_ok;
use linli_primitives::{Commitment, ContentHash};
use std::collections::BTreeSet;

#[test]
fn open_payouts_are_paged() {
	ExtBuilder::default().build_and_execute(|| {
		for who in 100..250 {
			receive(who, 10, &format!("r-{who}"));
			assert_ok!(Cashier::request_payout(signed(who), 5, Commitment::zero()));
		}
		let first = Cashier::open_payouts(None, u32::MAX);
		assert_eq!(first.len(), MAX_PAGE as usize);
		let last = first.last().unwrap().0;
		// The last request of the page is closed before the next page is read.
		assert_ok!(Cashier::refuse_payout(signed(CORA), last, Default::default()));
		let second = Cashier::open_payouts(Some(last), u32::MAX);
		assert_eq!(second.len(), 50);
		let ids: BTreeSet<_> = first.iter().chain(&second).map(|(id, _)| *id).collect();
		assert_eq!(ids.len(), 150);
		assert_eq!(Cashier::open_payouts(None, 3).len(), 3);
		assert!(Cashier::open_payouts(None, 0).is_empty());
	});
}

#[test]
fn references_ignore_case_and_differ_by_suffix() {
	assert_eq!(reference_hash(0, b"ab-1"), reference_hash(0, b"AB-1"));
	assert_ne!(reference_hash(0, b"ab-1"), reference_hash(0, b"ab-1/2"));
	assert_eq!(reference_hash(0, b"two words"), None);
}

#[test]
fn orders_and_debts_are_paged() {
	ExtBuilder::default().build_and_execute(|| {
		for number in 0..150 {
			order_from_pot(1);
			let (who, text) = (100 + number, format!("r-{number}"));
			receive(who, 10, &text);
			assert_ok!(Cashier::request_payout(signed(who), 5, Commitment::zero()));
			assert_ok!(Cashier::propose_reversal(signed(CORA), key(&text), None, ContentHash::zero()));
			let terms = Cashier::proposed_correction(key(&text)).unwrap().terms;
			assert_ok!(Cashier::approve_correction(signed(ADA), key(&text), terms, 0));
		}
		let first = Cashier::orders(None, u32::MAX);
		assert_eq!(first.len(), MAX_PAGE as usize);
		let last = first.last().unwrap().0;
		assert_ok!(Cashier::book_paid(signed(CORA), last, reference("out"), None));
		let second = Cashier::orders(Some(last), u32::MAX);
		let ids: BTreeSet<_> = first.iter().chain(&second).map(|(id, _)| *id).collect();
		assert_eq!((second.len(), ids.len()), (50, 150));

		let first = Cashier::debts(None, u32::MAX);
		assert_eq!(first.len(), MAX_PAGE as usize);
		let second = Cashier::debts(first.last().map(|(key, _)| *key), u32::MAX);
		let keys: BTreeSet<_> = first.iter().chain(&second).map(|(key, _)| *key).collect();
		assert_eq!((second.len(), keys.len()), (50, 150));
		assert!(Cashier::orders(None, 0).is_empty() && Cashier::debts(None, 0).is_empty());
	});
}
