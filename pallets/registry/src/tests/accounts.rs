// SPDX-License-Identifier: Apache-2.0

//! Owners and their accounts.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{traits::Electorate, OwnerId, OwnerKind};
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

fn retain(owner: OwnerId, representative: AccountId, others: &[AccountId]) -> Change {
	Change::RetainAccounts { owner, representative, others: others.to_vec().try_into().unwrap() }
}

/// A thief who holds the key of the Wangs' representative invites accomplices, and lets one of them represent.
fn robbed() {
	for (number, account) in [(10, 70), (11, 71)] {
		assert_ok!(Registry::invite(signed(WANG_1), ticket(number)));
		assert_ok!(Registry::do_claim(WANGS, ticket(number), account));
	}
	assert_ok!(Registry::set_representative(signed(WANG_1), 70));
	assert_ok!(Registry::invite(signed(70), ticket(12)));
}

#[test]
fn two_people_remove_the_accounts_that_a_thief_invited() {
	ExtBuilder::default().build_and_execute(|| {
		robbed();
		assert_ok!(issue(WANGS, 20, WANG_1));
		assert_ok!(issue(WANGS, 21, 71));
		pass(WEEK);
		assert_ok!(Registry::do_claim(WANGS, ticket(20), 22));
		let change = retain(WANGS, 22, &[WANG_2]);
		let id = confirmed(change);
		// An accomplice objects, once, and one more joins.
		assert_ok!(Registry::object_to_change(signed(70), id, hash(2)));
		assert_noop!(Registry::object_to_change(signed(71), id, hash(2)), Error::<Test>::AlreadyObjected);
		assert_ok!(Registry::do_claim(WANGS, ticket(12), 72));
		assert_ok!(Registry::invite(signed(70), ticket(13)));
		for officer in [registrar(), auditor()] {
			assert_ok!(Registry::settle_objection(officer, id, false, hash(3)));
		}
		pass(WEEK);
		assert_ok!(Registry::enact_change(signed(STRANGER), id));
		assert_eq!(Owners::<Test>::get(WANGS).unwrap().accounts.into_inner(), [22, WANG_2]);
		assert_eq!((Registry::represented_by(&22), Registry::represented_by(&70)), (Some(WANGS), None));
		let events = System::read_events_for_pallet::<Event<Test>>();
		for account in [70, 71, 72] {
			assert!(events.contains(&Event::AccountRemoved { owner: WANGS, account, document: document() }));
			assert_eq!(Registry::owner_of(&account), None);
			assert!(!System::account_exists(&account));
		}
		let set = Event::RepresentativeSet { owner: WANGS, account: 22, document: Some(document()) };
		assert!(events.contains(&set));
		// The invitation, and the ticket in place of an account that is gone.
		assert!(OpenTickets::<Test>::get(WANGS).is_empty());
		assert!(SpentTickets::<Test>::contains_key(ticket(13)) && SpentTickets::<Test>::contains_key(ticket(21)));
	});
}

#[test]
fn accounts_that_stay_are_the_owners() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(propose(retain(9, WANG_1, &[])), Error::<Test>::OwnerNotFound);
		assert_noop!(propose(retain(WANGS, LI_1, &[WANG_1])), Error::<Test>::NotAccountOfOwner);
		assert_noop!(propose(retain(WANGS, WANG_1, &[LI_1])), Error::<Test>::NotAccountOfOwner);
		assert_noop!(propose(retain(WANGS, WANG_2, &[WANG_1])), Error::<Test>::NothingChanged);
		assert_noop!(propose(retain(LI, LI_1, &[])), Error::<Test>::NothingChanged);
		// The representative may stay the same, and the ticket in place of it stays open.
		assert_ok!(issue(WANGS, 20, WANG_1));
		assert_ok!(made(retain(WANGS, WANG_1, &[])));
		assert_eq!(last_event(), Event::AccountRemoved { owner: WANGS, account: WANG_2, document: document() });
		assert_eq!(OpenTickets::<Test>::get(WANGS).to_vec(), [ticket(20)]);
	});
}

#[test]
fn an_account_does_not_leave_while_it_is_replaced() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(issue(WANGS, 20, WANG_2));
		assert_noop!(Registry::leave(signed(WANG_2)), Error::<Test>::ReplacementAlreadyOpen);
		// A ticket that has expired holds nobody, and is not left behind.
		pass(TicketLifetime::<Test>::get());
		assert_ok!(Registry::leave(signed(WANG_2)));
		assert!(OpenTickets::<Test>::get(WANGS).is_empty());
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
