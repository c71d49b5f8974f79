// SPDX-License-Identifier: Apache-2.0

//! The invariants of resources, bookings and their money.

use crate::{
	types::{
		Award, BookingId, BookingKey, BookingState, DueKey, EndKey, ListedBy, Provider, RatingSum, Ratings, ResourceId,
		ResourceStatus, Side, StandsFor,
	},
	Blocked, BookingOf, Bookings, Config, HoldReason, HouseholdOpenCount, InUse, Listed, NextBooking, NextResource,
	OpenAt, OpenBookings, OpenCount, OutstandingBookings, Pallet, Panels, Queue, Rated, Refunds, RenterBookings,
	RenterRatings, ResourceRatings, Resources, Rules, StandingFor, TakenSlots,
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
		Self::try_rules_are_valid()?;
		Self::try_resources_are_valid()?;
		for (id, booking) in Bookings::<T>::iter() {
			Self::try_booking_is_consistent(id, &booking)?;
		}
		Self::try_taken_times_are_those_of_bookings()?;
		Self::try_used_resources_are_started()?;
		Self::try_holds_match_open_bookings()?;
		Self::try_bonds_match_open_claims()?;
		Self::try_lists_are_complete()?;
		Self::try_counts_are_right()?;
		Self::try_queue_is_complete()?;
		Self::try_ratings_add_up()
	}

	/// The rules are valid, and their pot exists.
	fn try_rules_are_valid() -> Check {
		let rules = Rules::<T>::get();
		ensure!(rules.check().is_ok(), "the rules are invalid");
		ensure!(T::Ledger::exists(rules.income_pot), "the pot of the rules does not exist");
		Ok(())
	}

	/// Terms are valid; no provider has more resources than the maximum; withdrawn resources without bookings are
	/// removed; only resources that cannot be booked are being refunded.
	fn try_resources_are_valid() -> Check {
		let next = NextResource::<T>::get();
		let mut listed = BTreeMap::<_, u32>::new();
		let mut tied: usize = 0;
		for (id, resource) in Resources::<T>::iter() {
			ensure!(id < next, "the id of a resource is not below the next id");
			ensure!(resource.terms.check().is_ok(), "the terms of a resource are invalid");
			let is_gone = resource.status == ResourceStatus::Withdrawn && resource.records == 0;
			ensure!(!is_gone, "a withdrawn resource without bookings is kept");
			if let Provider::Community { pot } = resource.provider {
				ensure!(T::Ledger::exists(pot), "a resource's pot does not exist");
			}
			let is_counted_right = match (&resource.provider, &resource.listed_by) {
				(Provider::Person(_), ListedBy::Household(_)) => true,
				(Provider::Community { pot }, ListedBy::Community { pot: counted }) => pot == counted,
				_ => false,
			};
			ensure!(is_counted_right, "a resource counts towards the maximum of another kind of provider");
			let is_tied = resource.status != ResourceStatus::Withdrawn && resource.stands_for != StandsFor::Thing;
			let is_right = !is_tied || StandingFor::<T>::get(resource.stands_for) == Some(id);
			ensure!(is_right, "a resource does not stand for its unit or right");
			tied = tied.saturating_add(usize::from(is_tied));
			let count = listed.entry(resource.listed_by.encode()).or_default();
			*count = count.saturating_add(1);
		}
		ensure!(StandingFor::<T>::iter_keys().count() == tied, "a unit or right has no resource");
		let counted: BTreeMap<_, _> = Listed::<T>::iter().map(|(by, count)| (by.encode(), count)).collect();
		ensure!(counted == listed, "a provider's number of resources is wrong");
		let has_room = |(by, count): (ListedBy<T::AccountId>, u32)| count <= Self::most_resources(&by);
		ensure!(Listed::<T>::iter().all(has_room), "a provider has too many resources");
		for id in Refunds::<T>::iter_keys() {
			let is_shut = Resources::<T>::get(id).is_some_and(|resource| resource.status != ResourceStatus::Open);
			ensure!(is_shut, "a resource is being refunded that can be booked");
		}
		Ok(())
	}

	/// The times and amounts of a booking agree with its slots, state and claim; only a disputed claim has a panel.
	fn try_booking_is_consistent(id: BookingId, booking: &BookingOf<T>) -> Check {
		ensure!(id < NextBooking::<T>::get(), "the id of a booking is not below the next id");
		let resource = Resources::<T>::get(booking.resource).ok_or("a booking has no resource")?;
		let slot = booking.frozen.slot;
		ensure!(slot == resource.terms.slot, "the slot length of a booking is not that of its resource");
		// The times stay as they were when it was made, even if the calendar changes.
		let lasts = slot.ms().checked_mul(booking.interval.slots.into());
		ensure!(booking.end.checked_sub(booking.start) == lasts, "a booking does not last as long as its slots");
		let time = match booking.state {
			BookingState::Booked => {
				let given_up = booking.frozen.no_show.map_or(booking.end, |time| booking.start.saturating_add(time));
				given_up.min(booking.end)
			}
			BookingState::Started { .. } => booking.end,
			state => state.until().unwrap_or_default(),
		};
		ensure!(booking.due >= time, "a step of a booking is due too early");
		ensure!(booking.late <= booking.frozen.deposit, "a late fee is above the deposit");
		let claimed = booking.claim.map_or(Award::default(), |claim| claim.claimed);
		ensure!(claimed.is_within(&booking.claimable()), "a claim is above what can be claimed");
		ensure!(booking.damages <= claimed.damages, "damages are above the claim");
		let most = match booking.state {
			BookingState::Settled { .. } => claimed.refund,
			_ => booking.frozen.price,
		};
		ensure!(booking.refund <= most, "a refund is above the price or the claim");
		ensure!(booking.state.is_final() || booking.entries.is_empty(), "a booking has ledger entries before its end");
		ensure!(!booking.state.is_contested() || booking.claim.is_some(), "a contested booking has no claim");
		let is_answered = booking.claim.is_some_and(|claim| claim.answer.is_some());
		let is_disputed = booking.state.is_contested() && !matches!(booking.state, BookingState::Claimed { .. });
		ensure!(!is_disputed || is_answered, "a disputed claim has no answer");
		let is_revealed = booking.claim.is_some_and(|claim| claim.is_revealed());
		let is_revealing = matches!(booking.state, BookingState::Revealing { .. });
		ensure!(!is_revealing || !is_revealed, "a draw waits for secrets that are revealed");
		let is_early = matches!(booking.state, BookingState::Booked | BookingState::Started { .. });
		ensure!(
			!is_early || (booking.late == 0 && booking.claim.is_none()),
			"a booking has a late fee or claim before its return"
		);
		let is_ruled = matches!(booking.state, BookingState::Ruled { .. });
		let ruled = booking.claim.and_then(|claim| claim.ruled);
		ensure!(!is_ruled || ruled.is_some(), "a ruled booking has no ruling");
		ensure!(ruled.is_none_or(|ruled| ruled.is_within(&claimed)), "a ruling is above the claim");
		let panel = Panels::<T>::get(id);
		let is_empanelled = matches!(booking.state, BookingState::Empanelled { .. });
		ensure!(!is_empanelled || panel.is_some(), "an empanelled booking has no panel");
		ensure!(panel.is_none() || booking.claim.is_some(), "a booking has a panel but no claim");
		let has_ruled = panel.is_some_and(|panel| panel.ruling().is_some());
		ensure!(has_ruled == ruled.is_some(), "the ruling and the votes of a panel disagree");
		Ok(())
	}

	/// Resources are taken exactly at the times of blocked days and of bookings that are neither returned nor
	/// cancelled, each by one.
	fn try_taken_times_are_those_of_bookings() -> Check {
		let mut taken = BTreeMap::<(ResourceId, EndKey), Moment>::new();
		for booking in Bookings::<T>::iter_values().filter(|booking| booking.state.occupies()) {
			let other = taken.insert((booking.resource, EndKey::new(booking.end)), booking.start);
			ensure!(other.is_none(), "two bookings overlap");
		}
		for (id, blocks) in Blocked::<T>::iter() {
			ensure!(Resources::<T>::contains_key(id), "days of a resource are blocked that does not exist");
			ensure!(!blocks.is_empty(), "an empty list of blocks is kept");
			for block in blocks {
				let other = taken.insert((id, EndKey::new(block.until)), block.from);
				ensure!(other.is_none(), "two bookings overlap");
			}
		}
		for (((one, end), _), ((other, _), start)) in taken.iter().zip(taken.iter().skip(1)) {
			ensure!(one != other || end.id() <= *start, "two bookings overlap");
		}
		let stored: BTreeMap<_, _> = TakenSlots::<T>::iter().map(|(id, end, start)| ((id, end), start)).collect();
		ensure!(stored == taken, "the times taken are not those of the bookings");
		Ok(())
	}

	/// Each resource in use is used by a started booking of it.
	fn try_used_resources_are_started() -> Check {
		for (id, booking) in InUse::<T>::iter() {
			let booking = Bookings::<T>::get(booking).ok_or("a resource is in use by a booking that does not exist")?;
			let is_started = matches!(booking.state, BookingState::Started { .. });
			ensure!(booking.resource == id && is_started, "a resource is in use by a booking that is not started");
		}
		Ok(())
	}

	/// The amounts held on each renter's account are the prices and deposits of the open bookings.
	fn try_holds_match_open_bookings() -> Check {
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

	/// The amounts held for bonds are those of the claims that are not settled.
	fn try_bonds_match_open_claims() -> Check {
		let mut bonds = BTreeMap::<Vec<u8>, (T::AccountId, Fen)>::new();
		for booking in Bookings::<T>::iter_values() {
			let provider = Resources::<T>::get(booking.resource).ok_or("a booking has no resource")?.provider;
			for side in [Side::Renter, Side::Provider] {
				let Some(who) = Self::account_of(&booking, &provider, side) else { continue };
				let bond = match booking.claim.filter(|_| booking.state.is_contested()) {
					Some(claim) if claim.by == side => claim.bond,
					Some(claim) => claim.answer.map_or(0, |answer| answer.bond),
					None => 0,
				};
				let (_, sum) = bonds.entry(who.encode()).or_insert((who, 0));
				*sum = sum.checked_add(bond).ok_or("bonds overflow")?;
			}
		}
		for (who, bond) in bonds.values() {
			let held = T::Currency::balance_on_hold(&HoldReason::Bond.into(), who);
			ensure!(held == *bond, "held bonds are not those of the open claims");
		}
		Ok(())
	}

	/// The lists of bookings are complete, and contain nothing else.
	fn try_lists_are_complete() -> Check {
		let mut open: usize = 0;
		for (id, booking) in Bookings::<T>::iter() {
			let key = BookingKey::new(id);
			let is_open = !booking.state.is_final();
			open = open.saturating_add(usize::from(is_open));
			ensure!(
				RenterBookings::<T>::contains_key(&booking.renter, key),
				"a booking is missing from its renter's list"
			);
			let is_listed = OpenBookings::<T>::contains_key(&booking.renter, key);
			ensure!(is_listed == is_open, "a renter's list of open bookings is wrong");
			let is_listed = OpenAt::<T>::contains_key(booking.resource, key);
			ensure!(is_listed == is_open, "a resource's list of open bookings is wrong");
		}
		ensure!(
			RenterBookings::<T>::iter_keys().count() == Bookings::<T>::iter_keys().count(),
			"a removed booking is listed"
		);
		ensure!(OpenBookings::<T>::iter_keys().count() == open, "a renter's open booking does not exist");
		ensure!(OpenAt::<T>::iter_keys().count() == open, "a resource's open booking does not exist");
		Ok(())
	}

	/// The counts of open bookings, of records per resource, and of bookings per resource and household are right; no
	/// renter and no household has more open bookings than the maximum.
	fn try_counts_are_right() -> Check {
		let mut open = BTreeMap::<Vec<u8>, u32>::new();
		for (who, _) in OpenBookings::<T>::iter_keys() {
			let count = open.entry(who.encode()).or_default();
			*count = count.saturating_add(1);
		}
		let counted: BTreeMap<_, _> = OpenCount::<T>::iter().map(|(who, count)| (who.encode(), count)).collect();
		ensure!(counted == open, "a renter's number of open bookings is wrong");
		ensure!(open.values().all(|count| *count <= T::MaxOpenBookings::get()), "a renter has too many open bookings");
		let mut of_households = BTreeMap::<Vec<u8>, u32>::new();
		for booking in Bookings::<T>::iter_values().filter(|booking| !booking.state.is_final()) {
			let count = of_households.entry(booking.household.encode()).or_default();
			*count = count.saturating_add(1);
		}
		let counted: BTreeMap<_, _> =
			HouseholdOpenCount::<T>::iter().map(|(household, count)| (household.encode(), count)).collect();
		ensure!(counted == of_households, "a household's number of open bookings is wrong");
		ensure!(
			of_households.values().all(|count| *count <= T::MaxOpenBookings::get()),
			"a household has too many open bookings"
		);
		let mut records = BTreeMap::<ResourceId, u32>::new();
		for booking in Bookings::<T>::iter_values() {
			let count = records.entry(booking.resource).or_default();
			*count = count.saturating_add(1);
		}
		for (id, resource) in Resources::<T>::iter() {
			ensure!(
				records.remove(&id).unwrap_or_default() == resource.records,
				"a resource's number of records is wrong"
			);
		}
		let mut standing = BTreeMap::<(ResourceId, Vec<u8>), u32>::new();
		for booking in Bookings::<T>::iter_values().filter(|booking| booking.state.occupies()) {
			let count = standing.entry((booking.resource, booking.household.encode())).or_default();
			*count = count.saturating_add(1);
		}
		let counted: BTreeMap<_, _> =
			OutstandingBookings::<T>::iter().map(|(id, household, count)| ((id, household.encode()), count)).collect();
		ensure!(counted == standing, "a household's number of outstanding bookings is wrong");
		Ok(())
	}

	/// Each booking has exactly one entry in the queue, and nothing else has one.
	fn try_queue_is_complete() -> Check {
		for (id, booking) in Bookings::<T>::iter() {
			ensure!(Queue::<T>::contains_key(DueKey::new(booking.due, id)), "a booking is not queued");
		}
		ensure!(Queue::<T>::iter_keys().count() == Bookings::<T>::iter_keys().count(), "a queue entry has no booking");
		ensure!(Panels::<T>::iter_keys().all(Bookings::<T>::contains_key), "a panel has no booking");
		Ok(())
	}

	/// The sums of ratings are those of the stored ratings plus those of removed bookings; only settled bookings are
	/// rated.
	fn try_ratings_add_up() -> Check {
		let (mut resources, mut renters) = (BTreeMap::new(), BTreeMap::new());
		for (id, by, rating) in Rated::<T>::iter() {
			let booking = Bookings::<T>::get(id).ok_or("a rating has no booking")?;
			ensure!(matches!(booking.state, BookingState::Settled { .. }), "a rated booking is not settled");
			ensure!((1..=5).contains(&rating.stars), "a rating is not between 1 and 5");
			let sum: &mut RatingSum = match by {
				Side::Renter => resources.entry(booking.resource).or_default(),
				Side::Provider => renters.entry(booking.household.encode()).or_default(),
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
		ensure!(resources.is_empty() && renters.is_empty(), "ratings are missing from the sums");
		Ok(())
	}
}
