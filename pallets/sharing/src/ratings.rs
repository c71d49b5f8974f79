// SPDX-License-Identifier: Apache-2.0

//! The ratings that both sides of a booking give each other (D38).

use crate::{
	types::{BookingId, BookingState, Rating, Ratings, Side},
	BookingOf, Config, Error, Event, Pallet, Rated, RenterRatings, ResourceRatings,
};
use frame_support::ensure;
use frame_system::pallet_prelude::OriginFor;
use linli_primitives::ContentHash;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// See [`Pallet::rate`].
	pub(crate) fn do_rate(origin: OriginFor<T>, id: BookingId, stars: u8, comment: ContentHash) -> DispatchResult {
		let booking = Self::booking(id)?;
		let by = Self::side(origin, &booking, &Self::resource(booking.resource)?.provider)?;
		ensure!(matches!(booking.state, BookingState::Settled { .. }), Error::<T>::NotSettled);
		ensure!((1..=5).contains(&stars), Error::<T>::InvalidRating);
		ensure!(!Rated::<T>::contains_key(id, by), Error::<T>::AlreadyRated);
		Self::change_ratings(&booking, by, |ratings| {
			ratings.all = ratings.all.with(stars)?;
			Some(())
		})?;
		Rated::<T>::insert(id, by, Rating { stars, comment });
		Self::deposit_event(Event::Rated { booking: id, by, stars, comment });
		Ok(())
	}

	/// Removes the ratings of a booking; their sums stay.
	pub(crate) fn forget_ratings(id: BookingId, booking: &BookingOf<T>) -> DispatchResult {
		for by in [Side::Renter, Side::Provider] {
			if let Some(rating) = Rated::<T>::take(id, by) {
				Self::change_ratings(booking, by, |ratings| {
					ratings.forgotten = ratings.forgotten.with(rating.stars)?;
					Some(())
				})?;
			}
		}
		Ok(())
	}

	/// Changes the ratings of the resource, or of the renter's household, that `by` rates.
	fn change_ratings(
		booking: &BookingOf<T>,
		by: Side,
		change: impl FnOnce(&mut Ratings) -> Option<()>,
	) -> DispatchResult {
		let change = |ratings: &mut Ratings| change(ratings).ok_or(DispatchError::from(Error::<T>::Overflow));
		match by {
			Side::Renter => ResourceRatings::<T>::try_mutate(booking.resource, change),
			Side::Provider => RenterRatings::<T>::try_mutate(&booking.household, change),
		}
	}
}
