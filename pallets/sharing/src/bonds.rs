// SPDX-License-Identifier: Apache-2.0

//! The bond of a claim: held on the claimant's account until the booking is settled, and the other side's if the claim
//! was ruled to be without any ground. The community gives none, since it claims by an office and not by an account.

use crate::{
	types::{Award, BookingId, Claim, Closing, Provider, Side},
	BookingOf, Config, Event, HoldReason, Pallet, ProviderOf,
};
use linli_primitives::Fen;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The account of a side; `None` for the community.
	pub(crate) fn account_of(booking: &BookingOf<T>, provider: &ProviderOf<T>, side: Side) -> Option<T::AccountId> {
		match (side, provider) {
			(Side::Renter, _) => Some(booking.renter.clone()),
			(Side::Provider, Provider::Person(person)) => Some(person.clone()),
			(Side::Provider, Provider::Community { .. }) => None,
		}
	}

	/// Holds the bond of a claimant, and returns it, in fen.
	pub(crate) fn hold_bond(booking: &BookingOf<T>, by: Side, bond: Fen) -> Result<Fen, DispatchError> {
		let provider = Self::resource(booking.resource)?.provider;
		let Some(claimant) = Self::account_of(booking, &provider, by) else { return Ok(0) };
		Self::hold(HoldReason::Bond, &claimant, bond)?;
		Ok(bond)
	}

	/// Releases the bond, or pays it to the other side if a ruling awards the claimant nothing. Silence is no ruling.
	pub(crate) fn resolve_bond(
		id: BookingId,
		booking: &mut BookingOf<T>,
		provider: &ProviderOf<T>,
		closing: Closing,
		award: Award,
	) -> DispatchResult {
		let Some(Claim { by, bond, ruled, .. }) = booking.claim else { return Ok(()) };
		let Some(claimant) = Self::account_of(booking, provider, by).filter(|_| bond > 0) else { return Ok(()) };
		let was_ruled = match closing {
			Closing::Unappealed | Closing::Committee => true,
			Closing::CommitteeSilence => ruled.is_some(),
			Closing::Unclaimed | Closing::Accepted | Closing::Silence => false,
		};
		if !was_ruled || award.of(by) > 0 {
			return Self::release(HoldReason::Bond, &claimant, bond);
		}
		let winner = match by {
			Side::Renter => provider.clone(),
			Side::Provider => Provider::Person(booking.renter.clone()),
		};
		Self::deposit_event(Event::BondForfeited { booking: id, by, amount: bond });
		Self::pay(HoldReason::Bond, id, booking, &claimant, &winner, bond)
	}
}
