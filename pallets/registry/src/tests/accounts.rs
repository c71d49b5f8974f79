// SPDX-License-Identifier: Apache-2.0

//! Owners and their accounts.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{traits::Electorate, OwnerKind};
use sp_runtime::DispatchError;

#[test]
fn an_owner_is_registered() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Registry::register_owner(registrar(), OwnerKind::Person, hash(1), None));
		assert_eq!(last_event(), Event::OwnerRegistered { owner: 5, kind: OwnerKind::Person, identity: hash(1) });
		assert_eq!(NextOwner::<Test>::get(), 6);
		assert_noop!(
			Registry::register_owner(signed(LI_1), OwnerKind::Person, hash(1), None),
			DispatchError::BadOrigin
		);
		frame_support::assert_storage_noop!({
			let _ = frame_support::storage::with_storage_layer(|| {
				Registry::register_owner(registrar(), OwnerKind::Person, hash(1), Some(ticket(ZHAOS)))
			});
		});
		NextOwner::<Test>::put(u32::MAX);
		assert_noop!(Registry::register_owner(registrar(), OwnerKind::Person, hash(1), None), Error::<Test>::Overflow);
		NextOwner::<Test>::put(6);
	});
}

#[test]
fn only_one_developer_is_registered() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Registry::register_owner(registrar(), OwnerKind::Developer, hash(1), None),
			Error::<Test>::DeveloperAlreadyExists
		);
	});
	ExtBuilder::empty().build_and_execute(|| {
		assert_ok!(Registry::register_owner(registrar(), OwnerKind::Developer, hash(1), None));
		assert_eq!(Developer::<Test>::get(), Some(0));
	});
}

#[test]
fn a_representative_hands_over() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Registry::set_representative(signed(WANG_2), WANG_2), Error::<Test>::NotRepresentative);
		assert_noop!(Registry::set_representative(signed(WANG_1), LI_1), Error::<Test>::NotAccountOfOwner);
		assert_noop!(Registry::set_representative(signed(STRANGER), LI_1), Error::<Test>::NotAccountOfOwner);
		assert_ok!(Registry::set_representative(signed(WANG_1), WANG_2));
		assert_eq!(last_event(), Event::RepresentativeSet { owner: WANGS, account: WANG_2, document: None });
		assert_eq!(Registry::represented_by(&WANG_2), Some(WANGS));
		assert_eq!(Registry::represented_by(&WANG_1), None);
		// Naming oneself changes nothing.
		assert_ok!(Registry::set_representative(signed(WANG_2), WANG_2));
		assert_eq!(Registry::represented_by(&WANG_2), Some(WANGS));
	});
}

#[test]
fn the_registrar_appoints_a_representative() {
	ExtBuilder::default().build_and_execute(|| {
		let appoint = |origin, owner, account| Registry::appoint_representative(origin, owner, account, hash(7));
		assert_noop!(appoint(signed(WANG_1), WANGS, WANG_2), DispatchError::BadOrigin);
		assert_noop!(appoint(registrar(), 9, WANG_2), Error::<Test>::OwnerNotFound);
		assert_noop!(appoint(registrar(), WANGS, LI_1), Error::<Test>::NotAccountOfOwner);
		assert_ok!(appoint(registrar(), WANGS, WANG_2));
		assert_eq!(last_event(), Event::RepresentativeSet { owner: WANGS, account: WANG_2, document: Some(hash(7)) });
		assert_eq!(Registry::represented_by(&WANG_2), Some(WANGS));
		assert_ok!(Registry::leave(signed(WANG_1)));
	});
}

#[test]
fn an_account_leaves() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Registry::leave(signed(WANG_1)), Error::<Test>::IsRepresentative);
		assert_noop!(Registry::leave(signed(STRANGER)), Error::<Test>::NotAccountOfOwner);
		assert_ok!(Registry::leave(signed(WANG_2)));
		assert_eq!(last_event(), Event::AccountLeft { owner: WANGS, account: WANG_2 });
		assert_eq!(Registry::owner_of(&WANG_2), None);
		assert!(!System::account_exists(&WANG_2));
	});
}
