// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, CorrectionTerms, Error, Event, OutstandingItem, OutstandingKind::*, MAX_ITEMS};
use frame_support::{assert_noop, assert_ok, BoundedVec};
use linli_primitives::{ContentHash, Fen};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

fn item(kind: crate::OutstandingKind, amount: Fen, text: &str) -> OutstandingItem {
	OutstandingItem { kind, amount, value: 0, reference: key(text) }
}

fn explain(items: Vec<OutstandingItem>) -> DispatchResult {
	Cashier::explain(signed(CORA), 0, NOVEMBER, BoundedVec::try_from(items).unwrap())
}

/// What is outstanding of each item, in fen.
fn rests() -> Vec<Fen> {
	Cashier::outstanding(0, NOVEMBER).into_iter().map(|(_, rest)| rest).collect()
}

/// Runs `test` in December. The bank has 60 more than the books in November.
fn differing(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "booked");
		pay_out(300, "paid");
		Now::set(start_of(DECEMBER));
		assert_noop!(explain(vec![]), Error::<Test>::NotAttested);
		assert_ok!(Cashier::attest(signed(CORA), 0, NOVEMBER, ContentHash::zero(), 150_260));
		test();
	});
}

#[test]
fn a_difference_is_explained_item_by_item() {
	differing(|| {
		let event = |unexplained| Event::DifferenceExplained { bank: 0, period: NOVEMBER, unexplained, by: CORA };
		assert_ok!(explain(vec![]));
		assert_eq!(last_event(), event(60));
		let items = vec![
			item(ReceivedByBank, 290, "new-in"),
			item(PaidByBank, 40, "new-out"),
			item(ReceiptBooked, 490, "booked"),
			item(PaymentBooked, 300, "paid"),
		];
		assert_ok!(explain(items.clone()));
		// 290 − 40 − 490 + 300 = 60.
		assert_eq!(last_event(), event(0));
		assert_eq!(rests(), [290, 40, 490, 300]);
		// It clears once it is booked, or taken back.
		receive(BOB, 290, "new-in");
		let why = ContentHash::repeat_byte(1);
		assert_ok!(Cashier::propose_payment_correction(signed(CORA), key("paid"), None, why));
		let terms = CorrectionTerms::Payment { came_back: None, value: None, reason: why };
		assert_ok!(Cashier::approve_correction(signed(ADA), key("paid"), terms, 0));
		assert_eq!(rests(), [0, 40, 490, 0]);
	});
}

#[test]
fn an_item_clears_by_what_matches_it() {
	differing(|| {
		let items = vec![
			item(ReceivedByBank, 290, "part"),
			item(ReceivedByBank, 70, "paid-instead"),
			item(PaidByBank, 40, "received-instead"),
			item(PaidByBank, 10, "more"),
			item(ReceiptBooked, 490, "booked"),
			OutstandingItem {
				reference: crate::reference_hash(7, b"elsewhere").unwrap(),
				..item(ReceivedByBank, 5, "x")
			},
		];
		assert_ok!(explain(items));
		// A part of it, and more than it.
		receive(BOB, 200, "part");
		pay_out(15, "more");
		// The other direction, and another bank account.
		pay_out(70, "paid-instead");
		receive(BOB, 40, "received-instead");
		assert_ok!(Cashier::open_bank(RuntimeOrigin::root(), 7, Default::default(), Default::default()));
		assert_ok!(Cashier::receive(signed(CORA), 7, BOB, 5, reference("elsewhere"), None));
		assert_eq!(rests(), [90, 70, 40, 0, 490, 5]);
		// What is taken back is not booked any more.
		let why = ContentHash::repeat_byte(1);
		for (text, amount, expected) in [("booked", 100, [90, 400]), ("part", 200, [290, 400])] {
			assert_ok!(Cashier::propose_reversal(signed(CORA), key(text), Some(amount), why));
			let terms = CorrectionTerms::Receipt { amount, reason: why };
			assert_ok!(Cashier::approve_correction(signed(ADA), key(text), terms, 0));
			assert_eq!([rests()[0], rests()[4]], expected);
		}
		// No more than that can be said to be booked.
		assert_noop!(explain(vec![item(ReceiptBooked, 401, "booked")]), Error::<Test>::ItemMismatch);
		assert_ok!(explain(vec![item(ReceiptBooked, 400, "booked")]));
	});
}

#[test]
fn an_item_is_what_it_says() {
	differing(|| {
		let refused = |kind, amount, text| {
			assert_noop!(explain(vec![item(kind, amount, text)]), Error::<Test>::ItemMismatch);
		};
		refused(ReceivedByBank, 1, "booked");
		refused(PaidByBank, 1, "paid");
		refused(ReceiptBooked, 1, "none");
		refused(ReceiptBooked, 1, "paid");
		refused(PaymentBooked, 1, "booked");
		refused(PaymentBooked, 301, "paid");
		assert_noop!(explain(vec![item(PaymentBooked, 0, "paid")]), Error::<Test>::InvalidAmount);
		let twice = vec![item(PaymentBooked, 1, "paid"); 2];
		assert_noop!(explain(twice), Error::<Test>::DuplicateItem);
		let huge = vec![item(ReceivedByBank, Fen::MAX, "none")];
		assert_noop!(explain(huge), Error::<Test>::AmountTooLarge);
		let items = BoundedVec::default();
		assert_noop!(Cashier::explain(signed(ADA), 0, NOVEMBER, items), BadOrigin);
		let full = (0..MAX_ITEMS).map(|number| item(PaidByBank, 1, &format!("x-{number}"))).collect();
		assert_ok!(explain(full));
	});
}
