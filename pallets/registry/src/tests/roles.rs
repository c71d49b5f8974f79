// SPDX-License-Identifier: Apache-2.0

//! Roles, and the origins of their holders (D11).

use crate::{mock::*, *};
use frame_support::{
	assert_noop, assert_ok,
	traits::{Contains, EnsureOrigin},
};
use linli_primitives::Role;
use sp_runtime::DispatchError;

#[test]
fn the_assembly_appoints_and_dismisses() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Registry::appoint(RuntimeOrigin::root(), Role::Cashier, STRANGER));
		assert_eq!(last_event(), Event::Appointed { role: Role::Cashier, account: STRANGER });
		assert_eq!(EnsureCashier::<Test>::try_origin(signed(STRANGER)).ok(), Some(STRANGER));
		assert_eq!(System::sufficients(&STRANGER), 1);
		assert_ok!(Registry::dismiss(RuntimeOrigin::root(), Role::Cashier, STRANGER));
		assert_eq!(last_event(), Event::Dismissed { role: Role::Cashier, account: STRANGER });
		assert!(EnsureCashier::<Test>::ensure_origin(signed(STRANGER)).is_err());
		assert!(!System::account_exists(&STRANGER));
	});
}

#[test]
fn invalid_appointments_and_dismissals_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let appoint = |origin, account| Registry::appoint(origin, Role::Device, account);
		let root = RuntimeOrigin::root;
		assert_noop!(appoint(registrar(), STRANGER), DispatchError::BadOrigin);
		assert_noop!(Registry::dismiss(registrar(), Role::Registrar, REGISTRAR), DispatchError::BadOrigin);
		assert_noop!(Registry::dismiss(root(), Role::Device, STRANGER), Error::<Test>::NotAppointed);
		assert_ok!(appoint(root(), STRANGER));
		assert_noop!(appoint(root(), STRANGER), Error::<Test>::AlreadyAppointed);
		for account in 1_000..1_063 {
			assert_ok!(appoint(root(), account));
		}
		assert_noop!(appoint(root(), 2_000), Error::<Test>::TooManyHolders);
	});
}

#[test]
fn each_role_has_its_own_origin() {
	ExtBuilder::default().build_and_execute(|| {
		let origin = registrar;
		assert_eq!(EnsureRegistrar::<Test>::try_origin(origin()).ok(), Some(REGISTRAR));
		assert!(EnsureManager::<Test>::ensure_origin(origin()).is_err());
		assert!(EnsureCashier::<Test>::ensure_origin(origin()).is_err());
		assert!(EnsureAuditor::<Test>::ensure_origin(origin()).is_err());
		assert!(EnsureDevice::<Test>::ensure_origin(origin()).is_err());
		let holds =
			|account| (HoldersOf::<Test, Registrar>::contains(&account), HoldersOf::<Test, Device>::contains(&account));
		assert_eq!((holds(REGISTRAR), holds(LI_1)), ((true, false), (false, false)));
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), signed(LI_1)] {
			assert!(EnsureRegistrar::<Test>::ensure_origin(origin).is_err());
		}
	});
}
