// SPDX-License-Identifier: Apache-2.0

//! Devices: access by account and time, and records of uses.

use crate::{mock::*, types::*, Bookings, Error, Event};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use sp_io::hashing::blake2_256;

type E = Error<Test>;

#[test]
fn only_the_renter_may_use_it_during_the_booking() {
	ExtBuilder.build_and_execute(|| {
		let id = book(RENTER, list(terms()), at(1, 10), 2);
		let other = list(terms());
		let may = |who, moment| Sharing::may_use(0, &who, moment);
		assert!(!may(RENTER, hour(1, 10) - 1));
		assert!(may(RENTER, hour(1, 10)));
		assert!(may(RENTER, hour(1, 12) - 1));
		assert!(!may(RENTER, hour(1, 12)));
		for who in [PROVIDER, OTHER, FLATMATE, STRANGER] {
			assert!(!may(who, hour(1, 11)));
		}
		assert!(!Sharing::may_use(other, &RENTER, hour(1, 11)));
		assert!(!Sharing::may_use(9, &RENTER, hour(1, 11)));
		go(hour(1, 10));
		assert_ok!(Sharing::start(signed(RENTER), id));
		assert!(may(RENTER, hour(1, 11)));
		// A suspended resource still serves its bookings.
		assert_ok!(Sharing::suspend(signed(PROVIDER), 0, true));
		run();
		assert!(may(RENTER, hour(1, 11)));
		assert_ok!(Sharing::return_resource(signed(RENTER), id));
		assert!(!may(RENTER, hour(1, 11)));
	});
}

#[test]
fn cancelled_booking_grants_no_access() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		assert_ok!(Sharing::cancel(signed(PROVIDER), id, 0));
		assert!(!Sharing::may_use(0, &RENTER, hour(1, 11)));
	});
}

#[test]
fn device_records_uses_in_a_hash_chain() {
	ExtBuilder.build_and_execute(|| {
		let id = book(RENTER, list(terms()), at(1, 10), 2);
		let other = list(terms());
		let record = |who, number| Sharing::record_use(signed(who), 0, id, hash(number));
		assert_noop!(record(DEVICE, 1), E::NotInUse);
		go(hour(1, 10));
		for who in [RENTER, PROVIDER, STRANGER] {
			assert_noop!(record(who, 1), E::NotDevice);
		}
		assert_noop!(Sharing::record_use(signed(DEVICE), 9, id, hash(1)), E::ResourceNotFound);
		assert_noop!(Sharing::record_use(signed(DEVICE), other, id, hash(1)), E::ResourceMismatch);
		assert_noop!(Sharing::record_use(signed(DEVICE), 0, 9, hash(1)), E::BookingNotFound);
		events();
		assert_ok!(record(DEVICE, 1));
		assert_ok!(record(DEVICE, 2));
		assert_eq!(
			events(),
			[1, 2].map(|number| Event::Used { booking: id, number: number.into(), record: hash(number) })
		);
		let one = blake2_256(&(hash(0), hash(1)).encode());
		let two = blake2_256(&(one, hash(2)).encode());
		assert_eq!(booking(id).uses, Uses { count: 2, digest: two.into() });
		go(hour(1, 12));
		assert_noop!(record(DEVICE, 3), E::NotInUse);
	});
}

#[test]
fn uses_are_limited() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		Bookings::<Test>::mutate(id, |booking| booking.as_mut().unwrap().uses.count = MAX_USES - 1);
		assert_ok!(Sharing::record_use(signed(DEVICE), 0, id, hash(1)));
		assert_noop!(Sharing::record_use(signed(DEVICE), 0, id, hash(1)), E::TooManyUses);
	});
}

#[test]
fn resource_without_device_has_no_uses() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		assert_ok!(Sharing::set_device(signed(PROVIDER), 0, None));
		assert_noop!(Sharing::record_use(signed(DEVICE), 0, id, hash(1)), E::NotDevice);
		assert_noop!(Sharing::start(signed(DEVICE), id), E::NotParty);
	});
}

#[test]
fn nobody_with_a_part_in_the_resource_is_its_device() {
	ExtBuilder.build_and_execute(|| {
		let (own, common) = (list(terms()), list_common(SPORTS, terms()));
		let set = |who, id, device| Sharing::set_device(signed(who), id, Some(device));
		// The provider, somebody of the same home, the tenant, the renter, another member.
		Tenants::set(vec![(PROVIDER, STRANGER)]);
		for device in [PROVIDER, 200, STRANGER, RENTER, OTHER] {
			assert_noop!(set(PROVIDER, own, device), E::DeviceIsParty);
		}
		OnCommittee::set(vec![43]);
		for device in [MANAGER, 43, OTHER] {
			assert_noop!(set(MANAGER, common, device), E::DeviceIsParty);
		}
		let (kind, thing) = (ResourceKind::Tool, StandsFor::Thing);
		let listed = |device| Sharing::list(signed(OTHER), None, kind, None, hash(1), terms(), Some(device), thing);
		assert_noop!(listed(OTHER), E::DeviceIsParty);
		assert_ok!(listed(61));
		assert_ok!(set(PROVIDER, own, 61));
		assert_ok!(set(MANAGER, common, 61));
	});
}

#[test]
fn a_device_that_became_a_persons_records_nothing() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		assert_ok!(Sharing::record_use(signed(DEVICE), 0, id, hash(1)));
		Tenants::set(vec![(PROVIDER, DEVICE)]);
		assert_noop!(Sharing::record_use(signed(DEVICE), 0, id, hash(2)), E::DeviceIsParty);
	});
}
