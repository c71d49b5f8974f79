// SPDX-License-Identifier: Apache-2.0

//! Two people, a delay, objections (D47).

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{Role, UnitKind};
use sp_runtime::{DispatchError, DispatchResult};

fn settle(origin: RuntimeOrigin, id: ChangeId, upheld: bool) -> DispatchResult {
	Registry::settle_objection(origin, id, upheld, hash(3))
}

fn object(who: AccountId, id: ChangeId) -> DispatchResult {
	Registry::object_to_change(signed(who), id, hash(2))
}

fn enact(id: ChangeId) -> DispatchResult {
	Registry::enact_change(signed(STRANGER), id).map(|_| ()).map_err(|error| error.error)
}

/// Appoints another registrar, or auditor.
fn appoint(role: Role, account: AccountId) {
	assert_ok!(Registry::appoint(RuntimeOrigin::root(), role, account));
}

fn flat() -> Change {
	new_unit(1, UnitKind::Residential, 500, LI)
}

#[test]
fn a_change_is_proposed_confirmed_and_made() {
	ExtBuilder::default().build_and_execute(|| {
		let change = sale(0, WANGS);
		let id = propose(change.clone()).unwrap();
		let by = REGISTRAR;
		assert_eq!(last_event(), Event::ChangeProposed { id, change: change.clone(), document: document(), by });
		assert_noop!(enact(id), Error::<Test>::ChangeNotConfirmed);
		assert_ok!(Registry::confirm_change(auditor(), id, change.clone(), document()));
		assert_eq!(last_event(), Event::ChangeConfirmed { id, by: Confirmer::Officer(AUDITOR) });
		pass(WEEK - 1);
		assert_noop!(enact(id), Error::<Test>::ObjectionWindowRunning);
		pass(1);
		assert_ok!(enact(id));
		let events = System::read_events_for_pallet::<Event<Test>>();
		assert!(events.contains(&Event::ChangeEnacted { id }));
		assert_noop!(enact(id), Error::<Test>::ChangeNotFound);
		assert_eq!(Units::<Test>::get(0).unwrap().owner, WANGS);
	});
}

#[test]
fn a_standstill_takes_nothing_from_those_who_may_object() {
	ExtBuilder::default().build_and_execute(|| {
		let id = confirmed(sale(0, WANGS));
		stand_still(2 * WEEK);
		assert_noop!(enact(id), Error::<Test>::ObjectionWindowRunning);
		assert_ok!(object(LI_1, id));
	});
}

#[test]
fn what_was_seen_is_what_is_confirmed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(sale(0, WANGS)).unwrap();
		let confirm = |change, document| Registry::confirm_change(auditor(), id, change, document);
		assert_noop!(confirm(sale(0, ZHAO), document()), Error::<Test>::ChangeMismatch);
		assert_noop!(confirm(sale(0, WANGS), hash(8)), Error::<Test>::ChangeMismatch);
		let missing = Registry::confirm_change(auditor(), 7, sale(0, WANGS), document());
		assert_noop!(missing, Error::<Test>::ChangeNotFound);
		assert_ok!(confirm(sale(0, WANGS), document()));
		assert_noop!(confirm(sale(0, WANGS), document()), Error::<Test>::ChangeAlreadyConfirmed);
	});
}

#[test]
fn what_was_proposed_is_what_is_made() {
	ExtBuilder::default().build_and_execute(|| {
		// The unit is sold to somebody else in the meantime, before and after the second sale is confirmed.
		let first = confirmed(sale(0, WANGS));
		let second = confirmed(sale(0, ZHAO));
		let third = propose(sale(0, COMPANY)).unwrap();
		pass(WEEK);
		assert_ok!(enact(first));
		assert_noop!(enact(second), Error::<Test>::UnitChanged);
		let late = Registry::confirm_change(auditor(), third, sale(0, COMPANY), document());
		assert_noop!(late, Error::<Test>::UnitChanged);
	});
}

#[test]
fn nobody_confirms_what_they_or_their_own_proposed() {
	ExtBuilder::default().build_and_execute(|| {
		let confirm = |who, id, change| Registry::confirm_change(signed(who), id, change, document());
		let id = propose(sale(0, WANGS)).unwrap();
		assert_noop!(confirm(REGISTRAR, id, sale(0, WANGS)), DispatchError::BadOrigin);
		assert_noop!(confirm(LI_1, id, sale(0, WANGS)), DispatchError::BadOrigin);
		// A second account of the joint owners who keep the register.
		appoint(Role::Registrar, WANG_1);
		Roles::<Test>::insert(Role::Auditor, WANG_2, ());
		Registry::sustain(&WANG_2);
		let own = NextChange::<Test>::get();
		assert_ok!(Registry::propose_change(signed(WANG_1), sale(4, LI), document()));
		assert_noop!(confirm(WANG_2, own, sale(4, LI)), Error::<Test>::OwnChange);
		// An auditor who buys, and one who sells.
		appoint(Role::Auditor, LI_1);
		assert_noop!(confirm(WANG_2, id, sale(0, WANGS)), Error::<Test>::OwnMatter);
		assert_noop!(confirm(LI_1, id, sale(0, WANGS)), Error::<Test>::OwnMatter);
		assert_ok!(confirm(AUDITOR, id, sale(0, WANGS)));
	});
}

#[test]
fn the_committee_confirms_in_place_of_an_auditor() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(sale(0, WANGS)).unwrap();
		let confirm = || Registry::confirm_change(RuntimeOrigin::root(), id, sale(0, WANGS), document());
		pass(2 * WEEK - 1);
		assert_noop!(confirm(), Error::<Test>::ConfirmationRunning);
		assert!(!Registry::is_confirmation_overdue(id));
		pass(1);
		assert!(Registry::is_confirmation_overdue(id));
		assert_ok!(confirm());
		assert!(!Registry::is_confirmation_overdue(id));
		assert_eq!(last_event(), Event::ChangeConfirmed { id, by: Confirmer::Committee });
	});
}

#[test]
fn those_concerned_object() {
	ExtBuilder::default().build_and_execute(|| {
		let transfer = propose(sale(0, WANGS)).unwrap();
		let unit = propose(flat()).unwrap();
		assert_noop!(object(STRANGER, transfer), Error::<Test>::NotAccountOfOwner);
		assert_noop!(object(COMPANY_1, transfer), Error::<Test>::NotConcerned);
		assert_noop!(object(LI_1, 9), Error::<Test>::ChangeNotFound);
		// Seller and buyer; any account of theirs, once.
		assert_ok!(object(LI_1, transfer));
		let expected = Event::ObjectedToChange { id: transfer, owner: LI, by: LI_1, reason: hash(2) };
		assert_eq!(last_event(), expected);
		assert_ok!(object(WANG_2, transfer));
		assert_noop!(object(WANG_1, transfer), Error::<Test>::AlreadyObjected);
		// Every owner's part of the whole is smaller with a new unit; one without a unit has no part.
		assert_ok!(object(COMPANY_1, unit));
		assert_ok!(Registry::do_transfer_unit(3, ZHAO, hash(1), Dues::TakenOver));
		// Zhao, who sells, has no account to object with: others may.
		let absent = propose(sale(6, LI)).unwrap();
		assert_ok!(object(WANG_1, absent));
		let other = propose(new_unit(2, UnitKind::Residential, 500, LI)).unwrap();
		assert_noop!(object(COMPANY_1, other), Error::<Test>::NotConcerned);
	});
}

#[test]
fn an_objection_stops_a_change_until_two_offices_settle_it() {
	ExtBuilder::default().build_and_execute(|| {
		let id = confirmed(sale(0, WANGS));
		assert_noop!(settle(auditor(), id, true), Error::<Test>::ObjectionNotFound);
		assert_ok!(object(LI_1, id));
		pass(WEEK);
		assert_noop!(enact(id), Error::<Test>::ObjectionOutstanding);
		assert_noop!(settle(signed(LI_1), id, false), DispatchError::BadOrigin);
		assert_ok!(settle(registrar(), id, false));
		let by = Settler::Officer { role: Role::Registrar, account: REGISTRAR };
		let settlement = Settlement { upheld: false, document: hash(3), by };
		assert_eq!(last_event(), Event::SettlementEntered { id, settlement });
		// One office alone settles nothing, however often it says so.
		assert_ok!(settle(registrar(), id, false));
		assert_noop!(enact(id), Error::<Test>::ObjectionOutstanding);
		assert_noop!(settle(auditor(), id, true), Error::<Test>::SettlementMismatch);
		let other = Registry::settle_objection(auditor(), id, false, hash(4));
		assert_noop!(other, Error::<Test>::SettlementMismatch);
		assert_ok!(settle(auditor(), id, false));
		assert_eq!(last_event(), Event::ObjectionDismissed { id, document: hash(3) });
		// Others have a week again; the same owner cannot object for ever.
		assert_noop!(enact(id), Error::<Test>::ObjectionWindowRunning);
		assert_noop!(object(LI_1, id), Error::<Test>::AlreadyObjected);
		pass(WEEK);
		assert_noop!(object(WANG_1, id), Error::<Test>::ObjectionWindowOver);
		assert_ok!(enact(id));
	});
}

#[test]
fn owners_do_not_hold_up_a_change_one_after_the_other() {
	ExtBuilder::default().build_and_execute(|| {
		let id = confirmed(flat());
		for who in [WANG_1, COMPANY_1] {
			pass(WEEK - 1);
			assert_ok!(object(who, id));
			assert_ok!(settle(registrar(), id, false));
			assert_ok!(settle(auditor(), id, false));
		}
		// The second dismissal gives no further week.
		pass(1);
		assert_noop!(object(LI_1, id), Error::<Test>::ObjectionWindowOver);
		assert_ok!(enact(id));
	});
}

#[test]
fn an_objection_that_is_upheld_ends_the_change() {
	ExtBuilder::default().build_and_execute(|| {
		let id = confirmed(sale(0, WANGS));
		assert_ok!(object(LI_1, id));
		assert_ok!(settle(auditor(), id, true));
		// A further objection is settled with the first.
		assert_ok!(object(WANG_1, id));
		assert_ok!(settle(registrar(), id, true));
		assert!(Changes::<Test>::contains_key(id));
		assert_ok!(settle(auditor(), id, true));
		assert_eq!(last_event(), Event::ObjectionUpheld { id, document: hash(3) });
		assert_noop!(enact(id), Error::<Test>::ChangeNotFound);
		assert_eq!(Units::<Test>::get(0).unwrap().owner, LI);
	});
}

#[test]
fn nobody_settles_objections_of_their_own() {
	ExtBuilder::default().build_and_execute(|| {
		let id = confirmed(flat());
		assert_ok!(object(WANG_1, id));
		Roles::<Test>::insert(Role::Auditor, WANG_2, ());
		Registry::sustain(&WANG_2);
		assert_noop!(settle(signed(WANG_2), id, true), Error::<Test>::OwnMatter);
		// Two offices of one person are not two.
		appoint(Role::Registrar, COMPANY_1);
		assert_ok!(settle(signed(COMPANY_1), id, false));
		Owners::<Test>::mutate(COMPANY, |owner| owner.as_mut().unwrap().accounts.try_push(77).unwrap());
		AccountOwners::<Test>::insert(77, Acting { owner: COMPANY, represents: false });
		Registry::sustain(&77);
		Roles::<Test>::insert(Role::Auditor, 77, ());
		Registry::sustain(&77);
		assert_noop!(settle(signed(77), id, false), Error::<Test>::OwnSettlement);
	});
}

#[test]
fn the_committee_settles_in_place_of_an_office_that_cannot_or_does_not() {
	ExtBuilder::default().build_and_execute(|| {
		// The only auditor objects, and so cannot settle it.
		appoint(Role::Auditor, COMPANY_1);
		assert_ok!(Registry::dismiss(RuntimeOrigin::root(), Role::Auditor, AUDITOR));
		let id = propose(flat()).unwrap();
		assert_ok!(object(COMPANY_1, id));
		assert_noop!(settle(signed(COMPANY_1), id, true), Error::<Test>::OwnMatter);
		let committee = || settle(RuntimeOrigin::root(), id, false);
		pass(2 * WEEK - 1);
		assert_noop!(committee(), Error::<Test>::SettlementRunning);
		assert!(!Registry::is_settlement_overdue(id));
		pass(1);
		assert!(Registry::is_settlement_overdue(id));
		assert_ok!(committee());
		let settlement = Settlement { upheld: false, document: hash(3), by: Settler::Committee };
		assert_eq!(last_event(), Event::SettlementEntered { id, settlement });
		// Nor does the committee settle it alone.
		assert_ok!(committee());
		assert!(Changes::<Test>::get(id).unwrap().contested);
		assert_ok!(settle(registrar(), id, false));
		assert_eq!(last_event(), Event::ObjectionDismissed { id, document: hash(3) });
		assert!(!Registry::is_settlement_overdue(id));
	});
}

#[test]
fn those_whose_unit_it_is_always_have_a_place_among_the_objectors() {
	let mut builder = ExtBuilder::default();
	for number in 0..MAX_OBJECTORS {
		builder.0.owners.push(owner(linli_primitives::OwnerKind::Person, &[1_000 + u64::from(number)]));
		builder.0.units.push(unit(2, UnitKind::Storage, 1, 5 + number));
	}
	builder.build_and_execute(|| {
		let label = new_label();
		let halved = Change::CorrectUnit { unit: 0, kind: UnitKind::Residential, area: 4_500, label };
		let id = confirmed(halved);
		for number in 0..MAX_OBJECTORS {
			assert_ok!(object(1_000 + u64::from(number), id));
		}
		assert_noop!(object(WANG_1, id), Error::<Test>::TooManyObjections);
		assert_ok!(object(LI_1, id));
		let objectors = Changes::<Test>::get(id).unwrap().objectors;
		assert!(objectors.contains(&LI) && !objectors.contains(&5));
		assert_eq!(objectors.len(), MAX_OBJECTORS as usize);
		assert_noop!(object(LI_1, id), Error::<Test>::AlreadyObjected);
	});
}

#[test]
fn where_units_are_heads_all_may_object_to_a_split() {
	let parts = || {
		let parts = [(4_500, 50), (4_500, 51)].map(|(area, label)| Part { area, label: hash(label) });
		Change::SplitUnit { unit: 0, parts: parts.to_vec().try_into().unwrap() }
	};
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(parts()).unwrap();
		assert_noop!(object(WANG_1, id), Error::<Test>::NotConcerned);
	});
	let mut builder = ExtBuilder::default();
	builder.0.heads_per_lot = true;
	builder.build_and_execute(|| {
		let id = propose(parts()).unwrap();
		assert_ok!(object(WANG_1, id));
	});
}

#[test]
fn in_a_small_community_two_people_settle_objections() {
	ExtBuilder::default().build_and_execute(|| {
		FewUnits::set(7);
		appoint(Role::Auditor, REGISTRAR);
		appoint(Role::Registrar, STRANGER);
		let id = confirmed(sale(0, WANGS));
		assert_ok!(object(LI_1, id));
		assert_ok!(settle(signed(STRANGER), id, true));
		// The other person holds both offices, and enters it as the auditor.
		assert_ok!(settle(registrar(), id, true));
		assert_eq!(last_event(), Event::ObjectionUpheld { id, document: hash(3) });
	});
}

#[test]
fn the_number_of_objectors_is_bounded() {
	let mut builder = ExtBuilder::default();
	for number in 0..=MAX_OBJECTORS {
		builder.0.owners.push(owner(linli_primitives::OwnerKind::Person, &[1_000 + u64::from(number)]));
		builder.0.units.push(unit(2, UnitKind::Storage, 1, 5 + number));
	}
	builder.build_and_execute(|| {
		let id = propose(flat()).unwrap();
		for number in 0..MAX_OBJECTORS {
			assert_ok!(object(1_000 + u64::from(number), id));
		}
		assert_noop!(object(1_000 + u64::from(MAX_OBJECTORS), id), Error::<Test>::TooManyObjections);
		// The owner who would get the flat takes the place of a neighbour.
		assert_ok!(object(LI_1, id));
	});
}

#[test]
fn friends_of_a_forger_do_not_use_up_the_objections() {
	let mut builder = ExtBuilder::default();
	for number in 0..MAX_OBJECTORS {
		builder.0.owners.push(owner(linli_primitives::OwnerKind::Person, &[1_000 + u64::from(number)]));
		builder.0.units.push(unit(2, UnitKind::Storage, 1, 5 + number));
	}
	builder.build_and_execute(|| {
		// They object without a reason, which two officers dismiss in good faith.
		let id = confirmed(flat());
		for number in 0..MAX_OBJECTORS {
			assert_ok!(object(1_000 + u64::from(number), id));
		}
		for officer in [registrar(), auditor()] {
			assert_ok!(settle(officer, id, false));
		}
		assert_ok!(object(WANG_1, id));
		assert!(Changes::<Test>::get(id).unwrap().contested);
		// While one stands, nobody is displaced.
		assert_noop!(object(COMPANY_1, id), Error::<Test>::TooManyObjections);
		for officer in [registrar(), auditor()] {
			assert_ok!(settle(officer, id, false));
		}
		// The time to object does not begin anew for those who were displaced.
		pass(WEEK);
		assert_noop!(object(1_000, id), Error::<Test>::ObjectionWindowOver);
		assert_ok!(enact(id));
	});
}

#[test]
fn nobodys_silence_decides() {
	ExtBuilder::default().build_and_execute(|| {
		let (first, second) = (sale(0, WANGS), sale(2, ZHAO));
		let unconfirmed = propose(first.clone()).unwrap();
		let forgotten = confirmed(second);
		let contested = confirmed(flat());
		assert_ok!(object(COMPANY_1, contested));
		pass(4 * WEEK);
		let late = Registry::confirm_change(auditor(), unconfirmed, first, document());
		assert_noop!(late, Error::<Test>::ChangeLapsed);
		pass(WEEK);
		assert_noop!(enact(forgotten), Error::<Test>::ChangeLapsed);
		assert_noop!(settle(auditor(), contested, false), Error::<Test>::ChangeLapsed);
		for id in [unconfirmed, forgotten, contested] {
			assert_ok!(Registry::withdraw_change(signed(STRANGER), id));
			assert_eq!(last_event(), Event::ChangeWithdrawn { id, by: STRANGER });
		}
	});
}

#[test]
fn a_change_is_withdrawn_by_the_register() {
	ExtBuilder::default().build_and_execute(|| {
		let withdraw = |who, id| Registry::withdraw_change(signed(who), id);
		let [first, second] = [0, 1].map(|_| confirmed(sale(0, WANGS)));
		assert_noop!(withdraw(LI_1, first), Error::<Test>::NotProposer);
		assert_noop!(withdraw(AUDITOR, first), Error::<Test>::NotProposer);
		assert_ok!(withdraw(REGISTRAR, first));
		assert_noop!(withdraw(REGISTRAR, first), Error::<Test>::ChangeNotFound);
		// The registrar was dismissed: the next one finds what was left.
		assert_ok!(Registry::dismiss(RuntimeOrigin::root(), Role::Registrar, REGISTRAR));
		appoint(Role::Registrar, STRANGER);
		assert_ok!(withdraw(STRANGER, second));
	});
}

#[test]
fn the_number_of_open_changes_is_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..8 {
			assert_ok!(propose(sale(0, WANGS)));
		}
		assert_noop!(propose(sale(0, WANGS)), Error::<Test>::TooManyChanges);
		assert_ok!(Registry::withdraw_change(registrar(), 3));
		assert_eq!(propose(sale(0, WANGS)), Ok(8));
	});
}

#[test]
fn a_change_that_cannot_be_made_any_more_stays_as_it_was() {
	ExtBuilder::default().build_and_execute(|| {
		let settled = Change::TransferUnit { unit: 0, to: WANGS, dues: Dues::Settled };
		let id = confirmed(settled);
		pass(WEEK);
		// A bill is issued meanwhile.
		Settled::set(false);
		let tried = frame_support::storage::with_storage_layer(|| enact(id));
		assert_eq!(tried, Err(Error::<Test>::DuesOutstanding.into()));
		assert!(Changes::<Test>::contains_key(id));
		Settled::set(true);
		assert_ok!(enact(id));
	});
}
