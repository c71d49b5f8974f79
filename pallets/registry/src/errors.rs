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
		UnitNotFound,
		/// There is no owner of this id: register the owner first.
		OwnerNotFound,
		/// No open ticket has this key: it was never issued, or is used up or taken back. Ask the registrar for another.
		TicketNotFound,
		/// This key was a ticket before: make a fresh one.
		TicketAlreadyUsed,
		/// The ticket is another owner's.
		NotTicketOwner,
		/// The time to object to the replacement is not over: claim later.
		TicketNotYetValid,
		/// The owner has too many open tickets: take one back first.
		TooManyTickets,
		/// The account acts for an owner already: use a fresh account.
		AccountAlreadyRegistered,
		/// The owner has as many accounts as it may.
		TooManyAccounts,
		/// A person, and the developer, acts through one account.
		TooManyAccountsForKind,
		/// The owner has an account already: a ticket for the first is worth nothing.
		OwnerAlreadyClaimed,
		/// The account to be replaced acts for the owner no more: take the ticket back.
		ReplacedAccountNotFound,
		/// The owner has accounts: say which one the ticket replaces.
		ReplacedAccountRequired,
		/// The account does not act for this owner, or for any.
		NotAccountOfOwner,
		/// Only the owner's representative may do this.
		NotRepresentative,
		/// Only a replacement can be objected to.
		NotReplacement,
		/// A replacement is stopped by objecting to it.
		ObjectionRequired,
		/// The time to object is over.
		ObjectionWindowOver,
		/// The representative cannot leave: make another account the representative first.
		IsRepresentative,
		/// There is a developer already: all unsold units are one owner's.
		DeveloperAlreadyExists,
		/// A unit has an area above zero.
		InvalidArea,
		/// The unit is this owner's already.
		AlreadyOwner,
		/// The unit still owes something: pay it, or let the buyer take it over.
		DuesOutstanding,
		/// The owner would vote in more buildings than the register can keep.
		TooManyBuildings,
		/// The unit has as many residents as it may: dismiss one first.
		TooManyResidents,
		/// The end date must lie in the future.
		EndInPast,
		/// The account is no resident of this unit.
		ResidentNotFound,
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
