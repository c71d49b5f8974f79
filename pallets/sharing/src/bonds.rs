// SPDX-License-Identifier: Apache-2.0

//! The bonds of a dispute, held until the booking is settled. That of a claim is the other side's if the claim was
//! ruled to be without any ground; either is if its side withheld its secret. A side that disputes gives none if unable
//! to, so that nobody is kept from it; nor does the community, since it acts by an office and not by an account.

use crate::{
	types::{Award, BookingId, Closing, Provider, Side},
	BookingOf, Config, Event, HoldReason, Pallet, ProviderOf,
};
use frame_support::traits::fungible::InspectHold;
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

	/// Holds the bond of a side that disputes, if its account can pay it, and returns it, in fen.
	pub(crate) fn hold_bond_if_able(booking: &BookingOf<T>, by: Side, bond: Fen) -> Result<Fen, DispatchError> {
		let provider = Self::resource(booking.resource)?.provider;
		let Some(who) = Self::account_of(booking, &provider, by) else { return Ok(0) };
		if !T::Currency::can_hold(&HoldReason::Bond.into(), &who, bond) {
			return Ok(0);
		}
		Self::hold(HoldReason::Bond, &who, bond)?;
		Ok(bond)
	}

	/// Releases the bonds, or pays them to the other side: that of a claim to which a ruling awards nothing, and that
	/// of a side that withheld its secret. Silence of all who could rule is no ruling.
	pub(crate) fn resolve_bonds(
		id: BookingId,
		booking: &mut BookingOf<T>,
		provider: &ProviderOf<T>,
		closing: Closing,
		award: Award,
	) -> DispatchResult {
		let Some(claim) = booking.claim else { return Ok(()) };
		let was_ruled = match closing {
			Closing::Unappealed | Closing::Committee => true,
			Closing::CommitteeSilence => claim.ruled.is_some(),
			Closing::Unclaimed | Closing::Accepted | Closing::Silence => false,
		};
		let (by, other) = (claim.by, claim.by.other());
		let is_baseless = was_ruled && award.of(by) == 0;
		Self::resolve_bond(id, booking, provider, (by, claim.bond), is_baseless || claim.withheld(by))?;
		let bond = claim.answer.map_or(0, |answer| answer.bond);
		Self::resolve_bond(id, booking, provider, (other, bond), claim.withheld(other))
	}

	fn resolve_bond(
		id: BookingId,
		booking: &mut BookingOf<T>,
		provider: &ProviderOf<T>,
		(side, bond): (Side, Fen),
		is_forfeited: bool,
	) -> DispatchResult {
		let Some(who) = Self::account_of(booking, provider, side).filter(|_| bond > 0) else { return Ok(()) };
		if !is_forfeited {
			return Self::release(HoldReason::Bond, &who, bond);
		}
		let winner = match side {
			Side::Renter => provider.clone(),
			Side::Provider => Provider::Person(booking.renter.clone()),
		};
		Self::deposit_event(Event::BondForfeited { booking: id, by: side, amount: bond });
		Self::pay(HoldReason::Bond, id, booking, &who, &winner, bond)
	}
}
