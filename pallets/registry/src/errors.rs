// SPDX-License-Identifier: Apache-2.0

//! Why the pallet refuses.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod errors {
	/// Why the register refuses.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no unit of this id.
		UnknownUnit,
		/// There is no owner of this id: register the owner first.
		UnknownOwner,
		/// No open ticket has this key: it was never issued, or is used up or taken back. Ask the registrar for another.
		UnknownTicket,
		/// This key was a ticket before: make a fresh one.
		TicketKnown,
		/// The ticket is another owner's.
		AnothersTicket,
		/// The time to object to the replacement is not over: claim later.
		TicketNotValidYet,
		/// The owner has too many open tickets: take one back first.
		TooManyTickets,
		/// The account acts for an owner already: use a fresh account.
		AccountTaken,
		/// The owner has as many accounts as it may.
		TooManyAccounts,
		/// A person, and the developer, acts through one account.
		OwnerHasOneAccount,
		/// The owner has an account already: a ticket for the first is worth nothing.
		NotFirstAccount,
		/// The account to be replaced acts for the owner no more: take the ticket back.
		NothingToReplace,
		/// The owner has accounts: say which one the ticket replaces.
		SayWhomItReplaces,
		/// The account does not act for this owner, or for any.
		NotAnAccountOfOwner,
		/// Only the owner's representative may do this.
		NotRepresentative,
		/// Only a replacement can be objected to.
		NotAReplacement,
		/// A replacement is stopped by objecting to it.
		ObjectInstead,
		/// The time to object is over.
		ObjectionClosed,
		/// The representative cannot leave: make another account the representative first.
		RepresentativeCannotLeave,
		/// There is a developer already: all unsold units are one owner's.
		DeveloperExists,
		/// A unit has an area above zero.
		ZeroArea,
		/// The unit is this owner's already.
		SameOwner,
		/// The unit still owes something: pay it, or let the buyer take it over.
		DuesOutstanding,
		/// The owner would vote in more buildings than the register can keep.
		TooManyBuildings,
		/// The unit has as many residents as it may: dismiss one first.
		TooManyResidents,
		/// The end date must lie in the future.
		EndsInThePast,
		/// The account is no resident of this unit.
		UnknownResident,
		/// The account does not act for the unit's owner.
		NotUnitOwner,
		/// The role has as many holders as it may: dismiss one first.
		TooManyHolders,
		/// The account holds this role already.
		AlreadyAppointed,
		/// The account does not hold this role.
		NotAppointed,
		/// A sum or an id is too large.
		Overflow,
		/// The account is a resident of as many units as it may be: it, or an owner of these, ends one first.
		TooManyHomes,
	}
}
