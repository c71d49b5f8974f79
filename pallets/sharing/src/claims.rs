// SPDX-License-Identifier: Apache-2.0

//! Claims of either side: their acceptance or dispute, appeals, and the committee's ruling (D36). For panels see
//! [`crate::panels`], for bonds [`crate::bonds`].

use crate::{
	types::{Answer, Award, BookingId, BookingState, Claim, Closing, Provider, Secret, Side, Step},
	BookingOf, Config, Error, Event, Pallet, Rules,
};
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use linli_primitives::{traits::Clock, ContentHash, Fen, Moment};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// See [`Pallet::claim_damage`].
	pub(crate) fn do_claim_damage(
		origin: OriginFor<T>,
		id: BookingId,
		amount: Fen,
		evidence: ContentHash,
		commitment: ContentHash,
	) -> DispatchResult {
		let booking = Self::booking(id)?;
		let provider = Self::resource(booking.resource)?.provider;
		Self::ensure_provider(origin.clone(), &provider)?;
		Self::ensure_not_own_case(origin, &booking, &provider)?;
		let until = Self::open_claim(id, booking, Side::Provider, amount, (evidence, commitment))?;
		Self::deposit_event(Event::DamageClaimed { booking: id, amount, evidence, until });
		Ok(())
	}

	/// See [`Pallet::claim_refund`].
	pub(crate) fn do_claim_refund(
		who: &T::AccountId,
		id: BookingId,
		amount: Fen,
		evidence: ContentHash,
		commitment: ContentHash,
	) -> DispatchResult {
		let booking = Self::booking(id)?;
		ensure!(booking.renter == *who, Error::<T>::NotRenter);
		let until = Self::open_claim(id, booking, Side::Renter, amount, (evidence, commitment))?;
		Self::deposit_event(Event::RefundClaimed { booking: id, amount, evidence, until });
		Ok(())
	}

	/// Stores a claim of a side, and holds its bond. Returns the clock time until which it can be disputed.
	fn open_claim(
		id: BookingId,
		mut booking: BookingOf<T>,
		by: Side,
		amount: Fen,
		(evidence, commitment): (ContentHash, ContentHash),
	) -> Result<Moment, DispatchError> {
		let (at, rules) = (Self::instant(), Rules::<T>::get());
		let (until, shown) = match (Self::window(rules.answer_window)?, booking.state) {
			// A small claim does not shorten the time that the other side has for its own.
			((until, _), BookingState::Returned { until: claimable, .. }) if claimable > until => {
				(claimable, T::Clock::moment_of(claimable))
			}
			(window, _) => window,
		};
		Self::take(&mut booking, Step::Claim { at, until })?;
		ensure!(amount > 0, Error::<T>::InvalidClaim);
		ensure!(amount <= booking.claimable().of(by), Error::<T>::AmountTooLarge);
		let claimed = match by {
			Side::Renter => Award { refund: amount, damages: 0 },
			Side::Provider => Award { damages: amount, refund: 0 },
		};
		let bond = Self::hold_bond(&booking, by, rules.claim_bond)?;
		let secret = Secret::Committed(commitment);
		booking.claim = Some(Claim { at: at.clock, by, claimed, bond, evidence, secret, answer: None, ruled: None });
		Self::keep(id, booking, shown);
		Ok(shown)
	}

	/// Ensures that the origin is the side against which the claim is.
	fn ensure_respondent(origin: OriginFor<T>, booking: &BookingOf<T>, claim: &Claim) -> DispatchResult {
		let provider = Self::resource(booking.resource)?.provider;
		match claim.by {
			Side::Provider => {
				let who = ensure_signed(origin)?;
				ensure!(booking.renter == who, Error::<T>::NotRenter);
				Ok(())
			}
			Side::Renter => {
				Self::ensure_provider(origin.clone(), &provider)?;
				Self::ensure_not_own_case(origin, booking, &provider)
			}
		}
	}

	/// See [`Pallet::accept_claim`].
	pub(crate) fn do_accept_claim(origin: OriginFor<T>, id: BookingId) -> DispatchResult {
		let booking = Self::booking(id)?;
		let claim = Self::claim_of(&booking)?;
		Self::ensure_respondent(origin, &booking, &claim)?;
		Self::finish(id, booking, Closing::Accepted, claim.claimed)
	}

	/// See [`Pallet::dispute_claim`].
	pub(crate) fn do_dispute_claim(
		origin: OriginFor<T>,
		id: BookingId,
		answer: ContentHash,
		counterclaim: Fen,
		commitment: ContentHash,
	) -> DispatchResult {
		let mut booking = Self::booking(id)?;
		let mut claim = Self::claim_of(&booking)?;
		Self::ensure_respondent(origin, &booking, &claim)?;
		let rules = Rules::<T>::get();
		let (until, shown) = Self::window(rules.reveal_window)?;
		Self::take(&mut booking, Step::Dispute { at: Self::instant(), until })?;
		let by = claim.by.other();
		ensure!(counterclaim <= booking.claimable().of(by), Error::<T>::AmountTooLarge);
		match by {
			Side::Renter => claim.claimed.refund = counterclaim,
			Side::Provider => claim.claimed.damages = counterclaim,
		}
		let bond = Self::hold_bond_if_able(&booking, by, rules.claim_bond)?;
		claim.answer = Some(Answer { text: answer, bond, secret: Secret::Committed(commitment) });
		booking.claim = Some(claim);
		Self::deposit_event(Event::Disputed { booking: id, answer, counterclaim });
		Self::keep(id, booking, shown);
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
		let is_own_case = by == Side::Provider && matches!(provider, Provider::Community { .. });
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
	pub(crate) fn do_rule(id: BookingId, award: Award, document: ContentHash) -> DispatchResult {
		let booking = Self::booking(id)?;
		// Check the state first: a booking that is not before the committee may have no claim.
		let step = Step::Settle { at: Self::instant(), closing: Closing::Committee };
		booking.state.after(step).map_err(Error::<T>::from)?;
		let claim = Self::claim_of(&booking)?;
		let mut most = claim.claimed;
		// On resources of the community, the committee can change the panel's ruling only in favour of the renter.
		if let (Provider::Community { .. }, Some(ruled)) = (Self::resource(booking.resource)?.provider, claim.ruled) {
			most.damages = ruled.damages;
			ensure!(award.refund >= ruled.refund, Error::<T>::AwardTooLow);
		}
		ensure!(award.is_within(&most), Error::<T>::AmountTooLarge);
		Self::deposit_event(Event::RuledFinally { booking: id, award, document });
		Self::finish(id, booking, Closing::Committee, award)
	}

	/// The claim of a booking. Every state in which this is called has one.
	pub(crate) fn claim_of(booking: &BookingOf<T>) -> Result<Claim, DispatchError> {
		Ok(booking.claim.ok_or(Error::<T>::NotClaimed)?)
	}
}
