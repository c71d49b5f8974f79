// SPDX-License-Identifier: Apache-2.0

//! Owners and their accounts.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{traits::Electorate, OwnerKind};
use sp_runtime::DispatchError;

fn new_owner(kind: OwnerKind, ticket: Option<TicketKey>) -> Change {
	Change::RegisterOwner { kind, identity: hash(1), ticket }
}

#[test]
fn an_owner_is_registered_as_soon_as_two_people_say_so() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(new_owner(OwnerKind::Person, None)).unwrap();
		assert_eq!(NextOwner::<Test>::get(), 5);
		assert_ok!(Registry::confirm_change(auditor(), id, new_owner(OwnerKind::Person, None), document()));
		assert_eq!(last_event(), Event::OwnerRegistered { owner: 5, kind: OwnerKind::Person, identity: hash(1) });
		assert_eq!((NextOwner::<Test>::get(), Changes::<Test>::count()), (6, 0));
		assert_noop!(
			Registry::propose_change(signed(LI_1), new_owner(OwnerKind::Person, None), document()),
			DispatchError::BadOrigin
		);
		let used = new_owner(OwnerKind::Person, Some(ticket(ZHAOS)));
		assert_noop!(propose(used), Error::<Test>::TicketAlreadyUsed);
		NextOwner::<Test>::put(u32::MAX);
		assert_noop!(propose(new_owner(OwnerKind::Person, None)), Error::<Test>::Overflow);
		NextOwner::<Test>::put(6);
	});
}

#[test]
fn only_one_developer_is_registered() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(propose(new_owner(OwnerKind::Developer, None)), Error::<Test>::DeveloperAlreadyExists);
	});
	ExtBuilder::empty().build_and_execute(|| {
		assert_ok!(made(new_owner(OwnerKind::Developer, None)));
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
fn two_people_appoint_a_representative() {
	ExtBuilder::default().build_and_execute(|| {
		let appoint = |owner, account| Change::AppointRepresentative { owner, account };
		assert_noop!(propose(appoint(9, WANG_2)), Error::<Test>::OwnerNotFound);
		assert_noop!(propose(appoint(WANGS, LI_1)), Error::<Test>::NotAccountOfOwner);
		assert_ok!(made(appoint(WANGS, WANG_2)));
		let expected = Event::RepresentativeSet { owner: WANGS, account: WANG_2, document: Some(document()) };
		assert_eq!(last_event(), expected);
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
