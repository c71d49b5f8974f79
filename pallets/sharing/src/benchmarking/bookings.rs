// SPDX-License-Identifier: Apache-2.0

//! Set-up of bookings in every state.

use super::resources::{again, common, hash, list_of, member, office, renter, BEGIN};
use crate::{
	types::{
		commitment, Answer, Award, BookingId, BookingKey, BookingState, Claim, DueKey, EndKey, Interval, Panel,
		Provider, ResourceId, Seat, Secret, Side, Slot, SlotLength, MAX_HORIZON, MAX_SLOTS,
	},
	*,
};
use alloc::vec::Vec;
use frame_benchmarking::account;
use frame_support::BoundedVec;
use linli_primitives::{calendar::DAY, traits::Community, Fen, Moment};

/// The bond of a claim, in fen.
const BOND: Fen = 1_000;

/// What is claimed.
pub(super) const fn award() -> Award {
	Award { damages: 7, refund: 7 }
}

/// The maximum number of slots, from a day and `weeks` weeks after [`BEGIN`] on.
pub(super) fn interval<T: Config>(resource: ResourceId, weeks: u32) -> Interval {
	let resource = Resources::<T>::get(resource).expect("it is listed");
	let tomorrow = resource.terms.slot.at(BEGIN + DAY, &T::Community::calendar()).expect("the day has slots");
	let week = 7 * u32::from(SlotLength::QuarterHour.per_day());
	let first: Slot = tomorrow + weeks * week;
	Interval { first, slots: MAX_SLOTS }
}

pub(super) fn book_at<T: Config>(who: &T::AccountId, resource: ResourceId) -> BookingId {
	Pallet::<T>::take_interval(who, resource, interval::<T>(resource, 0), None).expect("it can be booked").0
}

/// Books a resource of the community.
pub(super) fn booked<T: Config>() -> (T::AccountId, BookingId) {
	let (who, resource) = (renter::<T>(), common::<T>());
	let id = book_at::<T>(&who, resource);
	again::<T>();
	(who, id)
}

pub(super) fn get<T: Config>(id: BookingId) -> BookingOf<T> {
	Bookings::<T>::get(id).expect("it is on record")
}

/// Puts a booking into a state, at its due moment.
pub(super) fn put<T: Config>(id: BookingId, state: BookingState<BlockNumberFor<T>>) {
	let mut booking = get::<T>(id);
	if booking.state.occupies() && !state.occupies() {
		Pallet::<T>::vacate(&booking);
	}
	if !matches!(state, BookingState::Booked | BookingState::Started { .. } | BookingState::Returned { .. }) {
		// The renter's claim, ruled to be without any ground: its bond goes to a pot.
		Pallet::<T>::hold(HoldReason::Bond, &booking.renter, BOND).expect("the renter has money");
		booking.claim = Some(Claim {
			at: Moment::MAX,
			by: Side::Renter,
			claimed: award(),
			bond: BOND,
			evidence: hash(),
			secret: Secret::Committed(commitment(id, Side::Renter, hash())),
			answer: Some(Answer { text: hash(), bond: 0, secret: Secret::Revealed(hash()) }),
			ruled: Some(Award::default()),
		});
		booking.late = 5;
	}
	booking.state = state;
	let due = booking.end;
	Pallet::<T>::keep(id, booking, due);
}

/// Sets the time to when the next step of the booking is due.
pub(super) fn go_to_due<T: Config>(id: BookingId) {
	T::BenchmarkHelper::set_time(get::<T>(id).due);
}

/// The start of the booking and a time after its end: as the end of a window, the first is over when the booking is
/// due, and the second is not.
pub(super) fn runs<T: Config>(id: BookingId) -> (Moment, Moment) {
	(get::<T>(id).start, get::<T>(id).end + DAY)
}

/// A panel of three, two of whom have voted if `has_voted`.
pub(super) fn panel_of<T: Config>(id: BookingId, has_voted: bool) -> Vec<T::AccountId> {
	let members: Vec<T::AccountId> = (0..3).map(|number| account("panel", number, 0)).collect();
	let seats = members
		.iter()
		.enumerate()
		.map(|(place, who)| Seat { who: who.clone(), vote: (has_voted && place < 2).then(award) });
	let seats = BoundedVec::truncate_from(seats.collect());
	let replaced = BoundedVec::truncate_from((3..6).map(|number| account("panel", number, 0)).collect());
	Panels::<T>::insert(id, Panel { seats, replaced });
	members
}

pub(super) fn is_settled<T: Config>(id: BookingId) -> bool {
	matches!(get::<T>(id).state, BookingState::Settled { .. })
}

/// Settles a booking without a claim.
pub(super) fn settled<T: Config>() -> (T::AccountId, BookingId) {
	let (who, id) = booked::<T>();
	let (at, _) = runs::<T>(id);
	put::<T>(id, BookingState::Returned { at, until: at });
	go_to_due::<T>(id);
	Pallet::<T>::do_settle(id).expect("it is due");
	(who, id)
}

/// Blocks days of the resource, one after the other, from a day after [`BEGIN`] on.
pub(super) fn fill_blocks<T: Config>(id: ResourceId, count: u32) {
	let today = SlotLength::Day.at(BEGIN, &T::Community::calendar()).expect("the day has a number");
	for number in 1..=count {
		let origin = office::<T>().expect("the community has an office");
		Pallet::<T>::do_block_days(origin, id, today + number, 1).expect("the day is free");
	}
}

/// A resource with `n` bookings besides a first. Returns a member without bookings, the provider, and the resource.
pub(super) fn standing<T: Config>(n: u32) -> (T::AccountId, T::AccountId, ResourceId) {
	let (who, other, provider) = (renter::<T>(), member::<T>("other", 0), member::<T>("provider", 0));
	let id = list_of::<T>(Provider::Person(provider.clone()));
	let first = book_at::<T>(&other, id);
	let template = get::<T>(first);
	for number in 1..=n {
		let booking = first + BookingId::from(number);
		let key = BookingKey::new(booking);
		Bookings::<T>::insert(booking, template.clone());
		RenterBookings::<T>::insert(&other, key, ());
		OpenBookings::<T>::insert(&other, key, ());
		OpenAt::<T>::insert(id, key, ());
		Queue::<T>::insert(DueKey::new(template.due + BookingId::from(number), booking), ());
		// Centuries from now.
		let start = template.end + MAX_HORIZON * 100 + BookingId::from(number) * DAY;
		TakenSlots::<T>::insert(id, EndKey::new(start + DAY), start);
	}
	NextBooking::<T>::put(first + BookingId::from(n) + 1);
	(who, provider, id)
}
