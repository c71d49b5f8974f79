// SPDX-License-Identifier: Apache-2.0

//! What the key decides, and its end.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use linli_primitives::traits::BootstrapKey;
use sp_core::H256;
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchError,
};

fn decide(who: AccountId, call: decided::Call<Test>) -> frame_support::dispatch::DispatchResultWithPostInfo {
	Bootstrap::decide(signed(who), Box::new(call.into()))
}

fn set(value: u32) -> decided::Call<Test> {
	decided::Call::set { value }
}

#[test]
fn the_key_decides_in_place_of_the_owners() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(decide(KEY, set(5)));
		assert_eq!(decided::Value::<Test>::get(), 5);
		let call_hash = BlakeTwo256::hash_of(&RuntimeCall::from(set(5)));
		assert_eq!(last_event(), Event::Decided { call_hash });
	});
}

#[test]
fn nobody_else_decides() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(decide(1, set(5)), Error::<Test>::NotBootstrapKey);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), Origin::Bootstrap.into()] {
			assert_noop!(Bootstrap::decide(origin, Box::new(set(5).into())), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn the_key_is_never_root_nor_an_account() {
	ExtBuilder.build_and_execute(|| {
		let storage = frame_system::Call::set_storage { items: vec![(b"key".to_vec(), vec![1])] };
		for call in [
			RuntimeCall::Decided(decided::Call::set_as_root { value: 5 }),
			RuntimeCall::System(storage),
			// Not even its own calls, which want a signature.
			RuntimeCall::Bootstrap(Call::renounce {}),
		] {
			let refused = Bootstrap::decide(signed(KEY), Box::new(call)).unwrap_err();
			assert_eq!(refused.error, DispatchError::BadOrigin);
			assert!(refused.post_info.actual_weight.is_some());
		}
		assert_eq!(decided::Value::<Test>::get(), 0);
		assert!(Key::<Test>::exists() && System::events().is_empty());
	});
}

#[test]
fn a_decision_that_fails_says_why_and_changes_nothing() {
	ExtBuilder.build_and_execute(|| {
		let result = frame_support::storage::with_storage_layer(|| decide(KEY, set(100)));
		assert_eq!(result.unwrap_err().error, decided::Error::<Test>::TooLarge.into());
		assert_eq!(decided::Value::<Test>::get(), 0);
		assert!(System::events().is_empty());
	});
}

#[test]
fn a_decision_weighs_what_its_call_weighs() {
	ExtBuilder.build_and_execute(|| {
		let call = RuntimeCall::from(set(5));
		let inner = call.get_dispatch_info().call_weight;
		let outer = RuntimeCall::Bootstrap(Call::decide { call: Box::new(call) }).get_dispatch_info().call_weight;
		let ours = <() as WeightInfo>::decide();
		assert_eq!(outer, ours + inner);
		assert_eq!(decide(KEY, set(5)).unwrap().actual_weight, Some(ours + inner));
	});
}

#[test]
fn the_hand_over_leaves_nothing_behind() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Bootstrap::announce_upgrade(signed(KEY), H256::repeat_byte(1)));
		System::do_authorize_upgrade(H256::repeat_byte(2), true);
		<Bootstrap as BootstrapKey>::hand_over();
		assert_eq!(last_event(), Event::KeyRemoved);
		assert!(Key::<Test>::get().is_none() && Announced::<Test>::get().is_none());
		assert!(System::authorized_upgrade().is_none());
		assert_noop!(decide(KEY, set(5)), Error::<Test>::NotBootstrapKey);
		assert_noop!(Bootstrap::announce_upgrade(signed(KEY), H256::zero()), Error::<Test>::NotBootstrapKey);
		assert_noop!(Bootstrap::withdraw_upgrade(signed(KEY)), Error::<Test>::NotBootstrapKey);
	});
}

#[test]
fn a_leaked_key_is_renounced() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Bootstrap::announce_upgrade(signed(KEY), H256::repeat_byte(1)));
		assert_noop!(Bootstrap::renounce(signed(1)), Error::<Test>::NotBootstrapKey);
		assert_ok!(Bootstrap::renounce(signed(KEY)));
		assert_eq!(last_event(), Event::KeyRemoved);
		assert!(Announced::<Test>::get().is_none());
		assert_noop!(Bootstrap::renounce(signed(KEY)), Error::<Test>::NotBootstrapKey);
		// The hand-over after it finds nothing to remove, and says nothing.
		System::reset_events();
		<Bootstrap as BootstrapKey>::hand_over();
		assert!(System::events().is_empty());
	});
}

#[test]
fn an_upgrade_without_a_key_is_found() {
	let announce = || Announced::<Test>::put(AnnouncedUpgrade { code_hash: H256::zero(), ready: 0 });
	let authorize = || Authorized::<Test>::put(KeyAuthorization { code_hash: H256::zero(), ends: 0 });
	for plant in [&announce as &dyn Fn(), &authorize] {
		ExtBuilder.build().execute_with(|| {
			plant();
			assert_ok!(Bootstrap::do_try_state());
			Key::<Test>::kill();
			assert_eq!(
				Bootstrap::do_try_state(),
				Err("an upgrade is announced or authorized, but there is no key".into())
			);
		});
		ExtBuilder.build().execute_with(|| {
			plant();
			HasSat::set(true);
			assert_eq!(
				Bootstrap::do_try_state(),
				Err("an upgrade of the key outlives the first committee's election".into())
			);
		});
	}
}
