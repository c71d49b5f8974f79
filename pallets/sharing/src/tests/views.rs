// SPDX-License-Identifier: Apache-2.0

//! The queries of the runtime API.

use crate::{mock::*, types::*, NextResource, Resources, MAX_PAGE, MAX_SCAN};
use frame_support::assert_ok;

const NONE: [ResourceId; 0] = [];

fn found(filter: Filter) -> Vec<ResourceId> {
	let page = Sharing::search(filter, 0, MAX_PAGE);
	assert_eq!(page.next, None);
	page.found.into_iter().map(|view| view.id).collect()
}

#[test]
fn resources_are_found_by_kind_building_price_and_time() {
	ExtBuilder.build_and_execute(|| {
		let parking = list(terms());
		let room = list_common(SPORTS, Terms { price: 500, ..terms() });
		let all = Filter::default();
		assert_eq!(found(all), [parking, room]);
		assert_eq!(found(Filter { kind: Some(ResourceKind::Room), ..all }), [room]);
		assert_eq!(found(Filter { kind: Some(ResourceKind::Charger), ..all }), NONE);
		assert_eq!(found(Filter { building: Some(3), ..all }), [parking]);
		assert_eq!(found(Filter { max_price: Some(PRICE), ..all }), [parking]);
		assert_eq!(found(Filter { max_price: Some(PRICE - 1), ..all }), NONE);
		let between = |from, to| found(Filter { free: Some((from, to)), ..all });
		assert_eq!(between(hour(1, 10), hour(1, 12)), [parking, room]);
		book(RENTER, parking, at(1, 10), 2);
		assert_eq!(between(hour(1, 10), hour(1, 12)), [room]);
		assert_eq!(between(hour(1, 12), hour(1, 14)), [parking, room]);
		// A time that begins or ends within a slot needs the whole slot.
		assert_eq!(between(hour(1, 12) - 1, hour(1, 14)), [room]);
		assert_eq!(between(hour(1, 12), hour(1, 14) + 1), [parking, room]);
		assert_eq!(between(hour(1, 14), hour(1, 14)), NONE);
		assert_eq!(between(hour(1, 14), hour(1, 13)), NONE);
		assert_eq!(between(hour(6, 10), hour(6, 12)), NONE);
		assert_eq!(between(0, u64::MAX), NONE);
		assert_ok!(Sharing::suspend(signed(MANAGER), room, false));
		assert_eq!(between(hour(1, 12), hour(1, 14)), [parking]);
	});
}

#[test]
fn search_is_bounded_and_paged() {
	ExtBuilder.build_and_execute(|| {
		list(terms());
		let resource = Resources::<Test>::get(0).unwrap();
		for id in 1..MAX_SCAN + 200 {
			Resources::<Test>::insert(id, Resource { building: Some((id % 2) as u16), ..resource.clone() });
		}
		NextResource::<Test>::put(MAX_SCAN + 200);
		let page = Sharing::search(Filter::default(), 0, u32::MAX);
		assert_eq!((page.found.len(), page.next), (MAX_PAGE as usize, Some(MAX_PAGE)));
		let none = Filter { building: Some(9), ..Filter::default() };
		let page = Sharing::search(none, 0, 10);
		assert_eq!((page.found.len(), page.next), (0, Some(MAX_SCAN)));
		let page = Sharing::search(none, MAX_SCAN, 10);
		assert_eq!((page.found.len(), page.next), (0, None));
		let page = Sharing::search(Filter::default(), u32::MAX, 10);
		assert_eq!((page.found.len(), page.next), (0, None));
		assert_eq!(Sharing::search(Filter::default(), 0, 0).next, Some(0));
		// These were inserted without calls.
		for id in 1..MAX_SCAN + 200 {
			Resources::<Test>::remove(id);
		}
	});
}

#[test]
fn free_slots_are_open_and_not_taken() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		book(RENTER, id, at(1, 10), 2);
		let free = |first, slots| Sharing::free_slots(id, first, slots);
		let run = |day, hour, slots| Interval { first: at(day, hour), slots };
		assert_eq!(free(at(1, 0), 24), [run(1, 8, 2), run(1, 12, 8)]);
		assert_eq!(free(at(1, 9), 4), [run(1, 9, 1), run(1, 12, 1)]);
		assert_eq!(free(at(5, 0), 48), [run(5, 10, 6)]);
		assert!(free(at(1, 0), 0).is_empty());
		assert!(Sharing::free_slots(9, at(1, 0), 24).is_empty());
		// At most 124 days are examined: 17 weeks of six windows, and five days.
		let all = free(at(0, 0), u32::MAX);
		assert!(all.iter().all(|run| run.first < at(124, 0)));
		assert_eq!(all.len(), 17 * 6 + 5 + 1);
		assert!(free(Slot::MAX, 5).is_empty());
		assert_eq!(
			Sharing::slots_between(id, hour(1, 10) + 1, hour(1, 12) - 1),
			Some(Interval { first: at(1, 10), slots: 2 })
		);
		assert_eq!(Sharing::slots_between(9, hour(1, 10), hour(1, 12)), None);
	});
}

#[test]
fn bookings_are_listed_by_renter_and_by_resource() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		for day in 1..5 {
			book(RENTER, id, at(day, 10), 2);
		}
		let other = book(OTHER, id, at(1, 14), 2);
		assert_ok!(Sharing::cancel(signed(RENTER), 1, 0));
		let ids = |list: Vec<BookingView<AccountId, u64>>| list.into_iter().map(|view| view.id).collect::<Vec<_>>();
		assert_eq!(ids(Sharing::bookings_of(&RENTER, false, None, 100)), [0, 1, 2, 3]);
		assert_eq!(ids(Sharing::bookings_of(&RENTER, true, None, 100)), [0, 2, 3]);
		assert_eq!(ids(Sharing::bookings_of(&RENTER, true, None, 2)), [0, 2]);
		assert_eq!(ids(Sharing::bookings_of(&RENTER, true, Some(2), 2)), [3]);
		assert_eq!(ids(Sharing::bookings_of(&RENTER, false, Some(0), 1)), [1]);
		assert_eq!(ids(Sharing::bookings_at(id, None, 100)), [0, 2, 3, other]);
		assert_eq!(ids(Sharing::bookings_at(id, Some(2), 100)), [3, other]);
		assert_eq!(Sharing::booking_view(1).unwrap().refund_now, None);
		assert_eq!(Sharing::booking_view(9), None);
		assert_eq!(Sharing::resource_view(9), None);
	});
}
