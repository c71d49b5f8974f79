// SPDX-License-Identifier: Apache-2.0

//! The secrets of both sides, which are mixed into the draw of a panel: each commits to one when claiming or disputing,
//! and reveals it before the draw. The draw waits for blocks after the last of them, so that no side that reveals or
//! withholds knows what comes of it.

use crate::{
	panels::DRAW_WAIT,
	types::{commitment, BookingId, Secret, Step},
	BookingOf, Config, Error, Event, Pallet,
};
use codec::Encode;
use frame_support::ensure;
use frame_system::pallet_prelude::OriginFor;
use linli_primitives::{traits::Clock, ContentHash};
use sp_io::hashing::blake2_256;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// See [`Pallet::reveal`].
	pub(crate) fn do_reveal(origin: OriginFor<T>, id: BookingId, secret: ContentHash) -> DispatchResult {
		let mut booking = Self::booking(id)?;
		let by = Self::side(origin, &booking, &Self::resource(booking.resource)?.provider)?;
		Self::take(&mut booking, Step::Reveal { at: Self::instant() })?;
		let mut claim = Self::claim_of(&booking)?;
		match claim.secret_of(by) {
			Some(Secret::Committed(to)) => ensure!(commitment(id, by, secret) == to, Error::<T>::SecretMismatch),
			Some(Secret::Revealed(_)) | None => return Err(Error::<T>::AlreadyRevealed.into()),
		}
		claim.set_secret(by, Secret::Revealed(secret));
		booking.claim = Some(claim);
		Self::deposit_event(Event::SecretRevealed { booking: id, by, secret });
		if claim.is_revealed() {
			return Self::close_reveals(id, booking);
		}
		let due = booking.due;
		Self::keep(id, booking, due);
		Ok(())
	}

	/// Lets the draw begin: no secret is to come any more.
	pub(crate) fn close_reveals(id: BookingId, mut booking: BookingOf<T>) -> DispatchResult {
		let complete = Self::claim_of(&booking)?.is_revealed();
		let block = frame_system::Pallet::<T>::block_number();
		Self::take(&mut booking, Step::Close { at: Self::instant(), block, complete })?;
		// The draw itself checks whether the randomness is recent enough.
		let due = T::Clock::now().checked_add(DRAW_WAIT).ok_or(Error::<T>::Overflow)?;
		Self::keep(id, booking, due);
		Ok(())
	}

	/// The seed of a draw: chance mixed with the secrets that were revealed.
	pub(crate) fn seed_of(booking: &BookingOf<T>, chance: T::Hash) -> [u8; 32] {
		let secrets = booking.claim.map(|claim| {
			let revealed = |side| claim.secret_of(side).and_then(|secret| secret.revealed());
			(revealed(claim.by), revealed(claim.by.other()))
		});
		blake2_256(&(chance, secrets).encode())
	}
}
