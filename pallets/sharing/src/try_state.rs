// SPDX-License-Identifier: Apache-2.0

//! What is true of resources, bookings and their money after every block.

use crate::{
	types::{
		BookingId, BookingKey, BookingState, DueKey, EndKey, Provider, RatedBy, RatingSum, Ratings, ResourceId,
		ResourceStatus,
	},
	BookingOf, Bookings, Config, HoldReason, InUse, Listed, NextBooking, NextResource, OpenAt, OpenBookings, OpenCount,
	OutstandingBookings, Pallet, Panels, ProviderOf, Queue, Rated, Refunds, RenterBookings, RenterRatings,
	ResourceRatings, Resources, Rules, TakenSlots,
};
use alloc::{collections::BTreeMap, vec::Vec};
use codec::Encode;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use linli_primitives::{traits::FundLedger, Fen, Moment};
use sp_runtime::TryRuntimeError;

type Check = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Check {
		Self::try_rules_can_be_lived_by()?;
		Self::try_resources_are_sound()?;
		for (id, booking) in Bookings::<T>::iter() {
			Self::try_booking_is_sound(id, &booking)?;
		}
		Self::try_each_time_is_taken_once()?;
		Self::try_what_is_in_use_was_started()?;
		Self::try_open_bookings_are_held_for()?;
		Self::try_bookings_are_found()?;
		Self::try_bookings_are_counted()?;
		Self::try_queue_has_each_booking_once()?;
		Self::try_ratings_add_up()
	}

	/// The rules are sound, and their pot exists.
	fn try_rules_can_be_lived_by() -> Check {
		let rules = Rules::<T>::get();
		ensure!(rules.check().is_ok(), "nobody can live by the rules");
		ensure!(T::Ledger::exists(rules.income_pot), "the pot of the rules does not exist");
		Ok(())
	}

	/// Terms are sound; providers have no more resources than they may; what is withdrawn and needed by no booking is
	/// gone; refunds are only of what cannot be booked.
	fn try_resources_are_sound() -> Check {
		let next = NextResource::<T>::get();
		let mut listed = BTreeMap::<_, u32>::new();
		for (id, resource) in Resources::<T>::iter() {
			ensure!(id < next, "a resource has an id that was not given yet");
			ensure!(resource.terms.check().is_ok(), "nobody can live by a resource's terms");
			let is_gone = resource.status == ResourceStatus::Withdrawn && resource.records == 0;
			ensure!(!is_gone, "a withdrawn resource without bookings is kept");
			if let Provider::Community { pot } = resource.provider {
				ensure!(T::Ledger::exists(pot), "a resource's pot does not exist");
			}
			let count = listed.entry(resource.provider.encode()).or_default();
			*count = count.saturating_add(1);
		}
		let counted: BTreeMap<_, _> = Listed::<T>::iter().map(|(who, count)| (who.encode(), count)).collect();
		ensure!(counted == listed, "a provider's resources are not counted right");
		let has_room = |(who, count): (ProviderOf<T>, u32)| count <= Self::most_resources(&who);
		ensure!(Listed::<T>::iter().all(has_room), "a provider has too many resources");
		for id in Refunds::<T>::iter_keys() {
			let is_shut = Resources::<T>::get(id).is_some_and(|resource| resource.status != ResourceStatus::Open);
			ensure!(is_shut, "bookings of a resource are refunded that can be booked");
		}
		Ok(())
	}

	/// A booking's times and sums are what its slots, state and claim say; a panel sits only where a claim was
	/// disputed.
	fn try_booking_is_sound(id: BookingId, booking: &BookingOf<T>) -> Check {
		ensure!(id < NextBooking::<T>::get(), "a booking has an id that was not given yet");
		let resource = Resources::<T>::get(booking.resource).ok_or("a booking has no resource")?;
		let slot = booking.frozen.slot;
		ensure!(slot == resource.terms.slot, "a booking counts slots otherwise than its resource");
		// Its slots had these times when it was made, and keep them when the calendar changes.
		let lasts = slot.ms().checked_mul(booking.interval.slots.into());
		ensure!(booking.end.checked_sub(booking.start) == lasts, "a booking does not last as long as its slots");
		let time = if booking.state.occupies() { booking.end } else { booking.state.until().unwrap_or_default() };
		ensure!(booking.due >= time, "something happens to a booking before its time");
		ensure!(booking.late <= booking.frozen.deposit, "being late costs more than the deposit");
		let claimed = booking.claim.map_or(0, |claim| claim.amount);
		ensure!(claimed <= booking.deposit_left(), "more is claimed than is left of the deposit");
		ensure!(booking.damages <= claimed, "damages are more than was claimed");
		ensure!(booking.refund <= booking.frozen.price, "more came back than was held");
		ensure!(booking.state.is_final() || booking.entries.is_empty(), "a booking brought money before its end");
		ensure!(!booking.state.is_contested() || booking.claim.is_some(), "a claim is contested that does not exist");
		let is_early = matches!(booking.state, BookingState::Booked | BookingState::Started { .. });
		ensure!(!is_early || (booking.late == 0 && booking.claim.is_none()), "a claim came before the return");
		let is_ruled = matches!(booking.state, BookingState::Ruled { .. });
		let ruled = booking.claim.and_then(|claim| claim.ruled);
		ensure!(!is_ruled || ruled.is_some(), "a ruling is missing");
		ensure!(ruled.is_none_or(|ruled| ruled <= claimed), "a ruling is above the claim");
		let panel = Panels::<T>::get(id);
		let is_empanelled = matches!(booking.state, BookingState::Empanelled { .. });
		ensure!(!is_empanelled || panel.is_some(), "a panel is missing");
		ensure!(panel.is_none() || booking.claim.is_some(), "a panel has nothing to rule on");
		let has_ruled = panel.is_some_and(|panel| panel.ruling().is_some());
		ensure!(has_ruled == ruled.is_some(), "a panel ruled, or did not, against its votes");
		Ok(())
	}

	/// Resources are taken at the times of bookings that are neither returned nor over, each of exactly one.
	fn try_each_time_is_taken_once() -> Check {
		let mut taken = BTreeMap::<(ResourceId, EndKey), Moment>::new();
		for booking in Bookings::<T>::iter_values().filter(|booking| booking.state.occupies()) {
			let other = taken.insert((booking.resource, EndKey::new(booking.end)), booking.start);
			ensure!(other.is_none(), "two bookings have the same time");
		}
		for (((one, end), _), ((other, _), start)) in taken.iter().zip(taken.iter().skip(1)) {
			ensure!(one != other || end.id() <= *start, "two bookings have the same time");
		}
		let stored: BTreeMap<_, _> = TakenSlots::<T>::iter().map(|(id, end, start)| ((id, end), start)).collect();
		ensure!(stored == taken, "the times taken are not those of the bookings");
		Ok(())
	}

	/// What somebody has of a resource is a booking of it that was started.
	fn try_what_is_in_use_was_started() -> Check {
		for (id, booking) in InUse::<T>::iter() {
			let booking = Bookings::<T>::get(booking).ok_or("a resource is in use by no booking")?;
			let is_started = matches!(booking.state, BookingState::Started { .. });
			ensure!(booking.resource == id && is_started, "a resource is in use by a booking that was not started");
		}
		Ok(())
	}

	/// Of each renter as much is held as the open bookings cost.
	fn try_open_bookings_are_held_for() -> Check {
		let mut open = BTreeMap::<Vec<u8>, (T::AccountId, Fen, Fen)>::new();
		for booking in Bookings::<T>::iter_values() {
			let (_, price, deposit) = open.entry(booking.renter.encode()).or_insert((booking.renter.clone(), 0, 0));
			if !booking.state.is_final() {
				*price = price.checked_add(booking.frozen.price).ok_or("prices overflow")?;
				*deposit = deposit.checked_add(booking.frozen.deposit).ok_or("deposits overflow")?;
			}
		}
		for (who, price, deposit) in open.values() {
			let held = |reason: HoldReason| T::Currency::balance_on_hold(&reason.into(), who);
			ensure!(held(HoldReason::Price) == *price, "held prices are not those of the open bookings");
			ensure!(held(HoldReason::Deposit) == *deposit, "held deposits are not those of the open bookings");
		}
		Ok(())
	}

	/// The lists of bookings hold each that belongs there, and nothing else.
	fn try_bookings_are_found() -> Check {
		let mut open: usize = 0;
		for (id, booking) in Bookings::<T>::iter() {
			let key = BookingKey::new(id);
			let is_open = !booking.state.is_final();
			open = open.saturating_add(usize::from(is_open));
			ensure!(RenterBookings::<T>::contains_key(&booking.renter, key), "a renter's booking is not found");
			let is_listed = OpenBookings::<T>::contains_key(&booking.renter, key);
			ensure!(is_listed == is_open, "a renter's open booking is not found, or is not open");
			let is_listed = OpenAt::<T>::contains_key(booking.resource, key);
			ensure!(is_listed == is_open, "a resource's open booking is not found, or is not open");
		}
		ensure!(
			RenterBookings::<T>::iter_keys().count() == Bookings::<T>::iter_keys().count(),
			"a forgotten booking is listed"
		);
		ensure!(OpenBookings::<T>::iter_keys().count() == open, "a booking is listed as open that does not exist");
		ensure!(OpenAt::<T>::iter_keys().count() == open, "a booking is listed at a resource that is not there");
		Ok(())
	}

	/// Renters have as many open bookings as is counted, and no more than they may; resources as many records, and each
	/// renter as many bookings of one that are not over.
	fn try_bookings_are_counted() -> Check {
		let mut open = BTreeMap::<Vec<u8>, u32>::new();
		for (who, _) in OpenBookings::<T>::iter_keys() {
			let count = open.entry(who.encode()).or_default();
			*count = count.saturating_add(1);
		}
		let counted: BTreeMap<_, _> = OpenCount::<T>::iter().map(|(who, count)| (who.encode(), count)).collect();
		ensure!(counted == open, "open bookings are not counted right");
		ensure!(open.values().all(|count| *count <= T::MaxOpenBookings::get()), "a renter has too many open bookings");
		let mut records = BTreeMap::<ResourceId, u32>::new();
		for booking in Bookings::<T>::iter_values() {
			let count = records.entry(booking.resource).or_default();
			*count = count.saturating_add(1);
		}
		for (id, resource) in Resources::<T>::iter() {
			ensure!(records.remove(&id).unwrap_or_default() == resource.records, "records are not counted right");
		}
		let mut standing = BTreeMap::<(ResourceId, Vec<u8>), u32>::new();
		for booking in Bookings::<T>::iter_values().filter(|booking| booking.state.occupies()) {
			let count = standing.entry((booking.resource, booking.renter.encode())).or_default();
			*count = count.saturating_add(1);
		}
		let counted: BTreeMap<_, _> =
			OutstandingBookings::<T>::iter().map(|(id, renter, count)| ((id, renter.encode()), count)).collect();
		ensure!(counted == standing, "bookings that are not over are not counted right");
		Ok(())
	}

	/// Each booking waits at its time, once, and nothing else does.
	fn try_queue_has_each_booking_once() -> Check {
		for (id, booking) in Bookings::<T>::iter() {
			ensure!(Queue::<T>::contains_key(DueKey::new(booking.due, id)), "a booking waits for nothing");
		}
		ensure!(
			Queue::<T>::iter_keys().count() == Bookings::<T>::iter_keys().count(),
			"something waits that is no booking"
		);
		ensure!(Panels::<T>::iter_keys().all(Bookings::<T>::contains_key), "a panel has no booking");
		Ok(())
	}

	/// Sums of ratings are those of the single ratings that are kept and those of the forgotten ones; only settled
	/// bookings are rated.
	fn try_ratings_add_up() -> Check {
		let (mut resources, mut renters) = (BTreeMap::new(), BTreeMap::new());
		for (id, by, rating) in Rated::<T>::iter() {
			let booking = Bookings::<T>::get(id).ok_or("a rating has no booking")?;
			ensure!(matches!(booking.state, BookingState::Settled { .. }), "a booking is rated that is not settled");
			ensure!((1..=5).contains(&rating.stars), "a rating is not 1 to 5");
			let sum: &mut RatingSum = match by {
				RatedBy::Renter => resources.entry(booking.resource).or_default(),
				RatedBy::Provider => renters.entry(booking.renter.encode()).or_default(),
			};
			*sum = sum.with(rating.stars).ok_or("ratings overflow")?;
		}
		let adds_up = |ratings: &Ratings, kept: Option<RatingSum>| {
			kept.unwrap_or_default().plus(ratings.forgotten) == Some(ratings.all)
		};
		for (id, ratings) in ResourceRatings::<T>::iter() {
			ensure!(adds_up(&ratings, resources.remove(&id)), "a resource's ratings do not add up");
		}
		for (who, ratings) in RenterRatings::<T>::iter() {
			ensure!(adds_up(&ratings, renters.remove(&who.encode())), "a renter's ratings do not add up");
		}
		ensure!(resources.is_empty() && renters.is_empty(), "ratings are in no sum");
		Ok(())
	}
}
