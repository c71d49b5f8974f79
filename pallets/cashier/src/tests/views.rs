// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, reference_hash, MAX_PAGE};
use frame_support::assert_ok;
use linli_primitives::Commitment;
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
	assert_eq!(reference_hash(b"ab-1"), reference_hash(b"AB-1"));
	assert_ne!(reference_hash(b"ab-1"), reference_hash(b"ab-1/2"));
	assert_eq!(reference_hash(b"two words"), None);
}
