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
		let cleared = || Cashier::outstanding(0, NOVEMBER).into_iter().map(|(_, is)| is).collect::<Vec<_>>();
		assert_eq!(cleared(), [false; 4]);
		// It clears once it is booked, or taken back.
		receive(BOB, 290, "new-in");
		let why = ContentHash::repeat_byte(1);
		assert_ok!(Cashier::propose_payment_correction(signed(CORA), key("paid"), None, why));
		let terms = CorrectionTerms::Payment { came_back: None, value: None, reason: why };
		assert_ok!(Cashier::approve_correction(signed(ADA), key("paid"), terms, 0));
		assert_eq!(cleared(), [true, false, false, true]);
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
