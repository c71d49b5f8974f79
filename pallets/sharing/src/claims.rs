// SPDX-License-Identifier: Apache-2.0

//! Claims of damage: their acceptance or dispute, appeals, and the committee's ruling (D36). For panels see
//! [`crate::panels`].

use crate::{
	panels::DRAW_WAIT,
	types::{BookingId, Claim, Closing, Provider, RatedBy, Step},
	BookingOf, Config, Error, Event, Pallet, Rules,
};
use frame_support::ensure;
use frame_system::pallet_prelude::OriginFor;
use linli_primitives::{ContentHash, Fen};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// See [`Pallet::claim_damage`].
	pub(crate) fn do_claim_damage(
		origin: OriginFor<T>,
		id: BookingId,
		amount: Fen,
		evidence: ContentHash,
	) -> DispatchResult {
		let mut booking = Self::booking(id)?;
		Self::ensure_provider(origin, &Self::resource(booking.resource)?.provider)?;
		let at = Self::instant();
		let (until, shown) = Self::window(Rules::<T>::get().answer_window)?;
		Self::take(&mut booking, Step::Claim { at, until })?;
		ensure!(amount > 0, Error::<T>::InvalidClaim);
		ensure!(amount <= booking.deposit_left(), Error::<T>::AmountTooLarge);
		booking.claim = Some(Claim { at: at.clock, amount, evidence, answer: None, ruled: None });
		Self::deposit_event(Event::DamageClaimed { booking: id, amount, evidence, until: shown });
		Self::keep(id, booking, shown);
		Ok(())
	}

	/// See [`Pallet::accept_claim`].
	pub(crate) fn do_accept_claim(who: &T::AccountId, id: BookingId) -> DispatchResult {
		let booking = Self::booking(id)?;
		ensure!(booking.renter == *who, Error::<T>::NotRenter);
		let amount = booking.claim.map_or(0, |claim| claim.amount);
		Self::finish(id, booking, Closing::Accepted, amount)
	}

	/// See [`Pallet::dispute_claim`].
	pub(crate) fn do_dispute_claim(who: &T::AccountId, id: BookingId, answer: ContentHash) -> DispatchResult {
		let mut booking = Self::booking(id)?;
		ensure!(booking.renter == *who, Error::<T>::NotRenter);
		let at = Self::instant();
		let block = frame_system::Pallet::<T>::block_number();
		Self::take(&mut booking, Step::Dispute { at, block })?;
		let claim = Self::claim_of(&booking)?;
		booking.claim = Some(Claim { answer: Some(answer), ..claim });
		Self::deposit_event(Event::Disputed { booking: id, answer });
		// The draw itself checks whether the randomness is recent enough.
		Self::keep(id, booking, at.clock.checked_add(DRAW_WAIT).ok_or(Error::<T>::Overflow)?);
		Ok(())
	}

	/// See [`Pallet::appeal`].
	pub(crate) fn do_appeal(origin: OriginFor<T>, id: BookingId) -> DispatchResult {
		let mut booking = Self::booking(id)?;
		let provider = Self::resource(booking.resource)?.provider;
		let by = Self::side(origin, &booking, &provider)?;
		let (until, shown) = Self::window(Rules::<T>::get().committee_window)?;
		Self::take(&mut booking, Step::Appeal { at: Self::instant(), until })?;
		// The committee acts for the community, and must not judge its own case.
		let is_own_case = by == RatedBy::Provider && matches!(provider, Provider::Community { .. });
		ensure!(!is_own_case, Error::<T>::OwnCase);
		Self::deposit_event(Event::Appealed { booking: id, by: Some(by), until: shown });
		Self::keep(id, booking, shown);
		Ok(())
	}

	/// Refers a claim to the committee, because no panel rules.
	pub(crate) fn escalate(id: BookingId, mut booking: BookingOf<T>) -> DispatchResult {
		let (until, shown) = Self::window(Rules::<T>::get().committee_window)?;
		Self::take(&mut booking, Step::Escalate { at: Self::instant(), until })?;
		Self::deposit_event(Event::Appealed { booking: id, by: None, until: shown });
		Self::keep(id, booking, shown);
		Ok(())
	}

	/// See [`Pallet::rule`].
	pub(crate) fn do_rule(id: BookingId, amount: Fen, document: ContentHash) -> DispatchResult {
		let booking = Self::booking(id)?;
		// Check the state first: a booking that is not before the committee may have no claim.
		let step = Step::Settle { at: Self::instant(), closing: Closing::Committee };
		booking.state.after(step).map_err(Error::<T>::from)?;
		let claim = Self::claim_of(&booking)?;
		let most = match (Self::resource(booking.resource)?.provider, claim.ruled) {
			// On resources of the community, the committee can change the panel's ruling only in favour of the renter.
			(Provider::Community { .. }, Some(ruled)) => ruled,
			_ => claim.amount,
		};
		ensure!(amount <= most, Error::<T>::AmountTooLarge);
		Self::deposit_event(Event::RuledFinally { booking: id, amount, document });
		Self::finish(id, booking, Closing::Committee, amount)
	}

	/// The claim of a booking. Every state in which this is called has one.
	pub(crate) fn claim_of(booking: &BookingOf<T>) -> Result<Claim, DispatchError> {
		Ok(booking.claim.ok_or(Error::<T>::NotClaimed)?)
	}
}
