// SPDX-License-Identifier: Apache-2.0

//! Distribution of undistributed money.

use crate::{mock::*, *};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{GetDispatchInfo, PostDispatchInfo},
	weights::Weight,
};
use linli_primitives::{Cause, Fen};

fn distribute(amount: Fen, max_units: u32) -> frame_support::dispatch::DispatchResultWithPostInfo {
	Repair::distribute(RuntimeOrigin::root(), amount, max_units)
}

#[test]
fn interest_is_divided_by_area() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Fund::donate(signed(ALICE), REPAIR, 1_100));
		deposit(6, 10);
		let moved = Fund::pot(REPAIR).unwrap().entry_count;
		assert_ok!(distribute(1_000, 6));
		// Exactly 198.06, 179.92, 242.47, 101.04, 121.37 and 157.13 fen: two fen go by remainder.
		assert_eq!(balances(&[0, 1, 2, 4, 5, 6]), vec![198, 180, 243, 101, 121, 157 + 10]);
		assert_eq!(Repair::totals(), RepairTotals { belonging: 1_010, undistributed: 100, units: 6 });
		assert_eq!(last_event(), Event::Distributed { amount: 1_000, units: 6 });
		let entry = ShareEntry { moment: START, cause: Cause::Distribution, entry: None, amount: 101, balance: 101 };
		assert_eq!(Repair::statement(4, 0, 9), vec![(0, entry)]);
		assert_eq!(Fund::pot(REPAIR).unwrap().entry_count, moved);
	});
}

#[test]
fn weight_of_absent_units_is_refunded() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Fund::donate(signed(ALICE), REPAIR, 100));
		let call = Call::<Test>::distribute { amount: 100, max_units: 50 };
		assert_eq!(call.get_dispatch_info().call_weight, Weight::from_parts(5_000, 0));
		let done: PostDispatchInfo = distribute(100, 50).unwrap();
		assert_eq!(done.actual_weight, Some(Weight::from_parts(600, 0)));
	});
}

#[test]
fn invalid_distributions_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		deposit(0, 500);
		assert_ok!(Fund::donate(signed(ALICE), REPAIR, 100));
		assert_noop!(Repair::distribute(signed(ALICE), 1, 6), sp_runtime::DispatchError::BadOrigin);
		assert_noop!(distribute(0, 6), Error::<Test>::InvalidAmount);
		assert_noop!(distribute(101, 6), Error::<Test>::InsufficientUndistributed);
		assert_noop!(distribute(100, 5), Error::<Test>::MaxUnitsTooLow);
		MaxUnits::set(5);
		assert_noop!(distribute(100, 6), Error::<Test>::TooManyUnits);
	});
	ExtBuilder::default().nobody().build_and_execute(|| {
		assert_ok!(Fund::donate(signed(ALICE), REPAIR, 100));
		assert_noop!(distribute(100, 6), Error::<Test>::RelatedUnitNotFound);
	});
}
