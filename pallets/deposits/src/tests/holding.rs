// SPDX-License-Identifier: Apache-2.0

//! Placing, asking and giving back.

use crate::{
	mock::*,
	types::{DepositRules, State},
	Error, Event,
};
use frame_support::{assert_noop, assert_ok};
use frame_system::RawOrigin::Root;
use sp_runtime::{DispatchError, TokenError};

#[test]
fn a_deposit_is_on_hold() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Deposits::place(signed(WU), 0, 200_000, hash(1)));
		assert_eq!((free(), total()), (RICH - 200_000, RICH));
		assert_eq!(
			events(),
			[Event::DepositPlaced { deposit: 0, unit: 0, payer: WU, amount: 200_000, purpose: hash(1) }]
		);
		assert_eq!(Deposits::open_of(&WU).len(), 1);
		assert_eq!(Deposits::of_unit(0, None, 10), Deposits::open_of(&WU));
		assert!(Deposits::of_unit(0, Some(0), 10).is_empty() && Deposits::of_unit(1, None, 10).is_empty());
	});
}

#[test]
fn a_deposit_is_refused_with_a_reason() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(Deposits::place(signed(WU), 7, 1, hash(1)), Error::<Test>::UnitNotFound);
		assert_noop!(Deposits::place(signed(WU), 0, 0, hash(1)), Error::<Test>::InvalidAmount);
		assert_noop!(Deposits::place(signed(WU), 0, RICH, hash(1)), DispatchError::from(TokenError::FundsUnavailable));
		for _ in 0..3 {
			assert_ok!(Deposits::place(signed(WU), 0, 1, hash(1)));
		}
		assert_noop!(Deposits::place(signed(WU), 0, 1, hash(1)), Error::<Test>::TooManyDeposits);
		// Another's places are their own.
		assert_ok!(Deposits::place(signed(WUS_SON), 0, 1, hash(1)));
	});
}

#[test]
fn the_manager_gives_it_back() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(Deposits::release(signed(MANAGER), 0), Error::<Test>::DepositNotFound);
		assert_ok!(Deposits::place(signed(WU), 0, 200_000, hash(1)));
		assert_noop!(Deposits::release(signed(WU), 0), DispatchError::BadOrigin);
		assert_noop!(Deposits::release(signed(WUS_SON), 0), Error::<Test>::IsRelated);
		events();
		assert_ok!(Deposits::release(signed(MANAGER), 0));
		let settled = Event::DepositSettled { deposit: 0, kept: 0, returned: 200_000, document: None };
		assert_eq!(events(), [settled]);
		assert_eq!(free(), RICH);
		assert!(Deposits::open_of(&WU).is_empty());
		assert_noop!(Deposits::release(signed(MANAGER), 0), Error::<Test>::AlreadySettled);
		assert_noop!(Deposits::take_back(signed(WU), 0), Error::<Test>::AlreadySettled);
		assert_noop!(Deposits::request_return(signed(WU), 0), Error::<Test>::AlreadyRequested);
	});
}

#[test]
fn the_managers_silence_gives_it_back() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Deposits::place(signed(WU), 0, 200_000, hash(1)));
		assert_noop!(Deposits::take_back(signed(WU), 0), Error::<Test>::NotRequested);
		assert_noop!(Deposits::request_return(signed(WUS_SON), 0), Error::<Test>::NotPayer);
		assert_noop!(Deposits::request_return(signed(WU), 1), Error::<Test>::DepositNotFound);
		events();
		assert_ok!(Deposits::request_return(signed(WU), 0));
		assert_eq!(events(), [Event::ReturnRequested { deposit: 0, until: START + INSPECTION }]);
		assert_noop!(Deposits::request_return(signed(WU), 0), Error::<Test>::AlreadyRequested);
		// A standstill does not count.
		stand_still(INSPECTION);
		pass(INSPECTION - 1);
		assert_noop!(Deposits::take_back(signed(WU), 0), Error::<Test>::InspectionTimeRunning);
		pass(1);
		assert_noop!(Deposits::take_back(signed(WUS_SON), 0), Error::<Test>::NotPayer);
		// The manager does not get in first.
		assert_noop!(Deposits::claim(signed(MANAGER), 0, 1, hash(2)), Error::<Test>::InspectionTimeOver);
		assert_ok!(Deposits::take_back(signed(WU), 0));
		assert_eq!(free(), RICH);
		assert!(matches!(Deposits::deposit(0).unwrap().state, State::Settled(_)));
	});
}

#[test]
fn the_assembly_sets_the_pot() {
	ExtBuilder.build_and_execute(|| {
		let rules = DepositRules { pot: 1 };
		assert_noop!(Deposits::set_rules(signed(MANAGER), rules), DispatchError::BadOrigin);
		assert_noop!(Deposits::set_rules(Root.into(), DepositRules { pot: 9 }), Error::<Test>::PotNotFound);
		assert_ok!(Deposits::set_rules(Root.into(), rules));
		assert_eq!((events(), Deposits::rules()), (vec![Event::RulesSet { rules }], rules));
	});
}
