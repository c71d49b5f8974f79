// SPDX-License-Identifier: Apache-2.0

//! The errors of the pallet.

use frame_support::pallet_macros::pallet_section;

/// The section that `lib.rs` imports.
#[pallet_section]
mod errors {
	/// Errors of the register.
	#[pallet::error]
	pub enum Error<T> {
		/// No unit has this id. Check the id.
		UnitNotFound,
		/// No owner has this id. Register the owner first.
		OwnerNotFound,
		/// No open ticket has this key: it was never issued, was claimed or was revoked. Ask the registrar for a new
		/// one.
		TicketNotFound,
		/// The key belongs to an open or spent ticket. Generate a new key.
		TicketAlreadyUsed,
		/// The ticket was issued for another owner. Claim it for that owner.
		NotTicketOwner,
		/// The time to object to the replacement is not over. Claim the ticket later.
		TicketNotYetValid,
		/// The owner has the maximum number of open tickets. Revoke one first.
		TooManyTickets,
		/// The account already acts for an owner. Use another account.
		AccountAlreadyRegistered,
		/// The owner has the maximum number of accounts. One of them has to leave first.
		TooManyAccounts,
		/// A person or the developer has only one account. Only joint owners and companies can invite further ones.
		TooManyAccountsForKind,
		/// The ticket is for the owner's first account, but the owner already has one. Revoke the ticket.
		OwnerAlreadyClaimed,
		/// The account to be replaced no longer acts for the owner. Revoke the ticket.
		ReplacedAccountNotFound,
		/// The owner has accounts. Name the one that the ticket replaces.
		ReplacedAccountRequired,
		/// The account does not act for this owner, or for any. Use an account of the owner.
		NotAccountOfOwner,
		/// Only the owner's representative may do this.
		NotRepresentative,
		/// Only a replacement can be objected to. Ask for other tickets to be revoked.
		NotReplacement,
		/// A representative cannot revoke a replacement. Object to it instead.
		ObjectionRequired,
		/// The time to object is over. Ask registrar and auditor, or go to court.
		ObjectionWindowOver,
		/// The representative cannot leave. Make another account the representative first.
		IsRepresentative,
		/// There is already a developer. All unsold units belong to that owner.
		DeveloperAlreadyExists,
		/// The area of a unit must be greater than zero.
		InvalidArea,
		/// The unit already belongs to this owner.
		AlreadyOwner,
		/// The unit has unpaid dues. Pay them, or let the buyer take them over.
		DuesOutstanding,
		/// The owner would vote in more than the maximum number of buildings.
		TooManyBuildings,
		/// The unit has the maximum number of residents. Dismiss one first.
		TooManyResidents,
		/// The end date must be in the future.
		EndInPast,
		/// The account is not a resident of this unit.
		ResidentNotFound,
		/// The account does not act for the unit's owner.
		NotUnitOwner,
		/// The role has the maximum number of holders. Dismiss one first.
		TooManyHolders,
		/// The account already holds this role.
		AlreadyAppointed,
		/// The account does not hold this role.
		NotAppointed,
		/// A sum, an id or a time is too large.
		Overflow,
		/// The account is a resident of the maximum number of units. It has to be dismissed from one first.
		TooManyHomes,
		/// The account, or another one of the same owner, holds an office that this one excludes. Appoint somebody
		/// else, or dismiss the account from the other office first.
		ExcludedOfficeHeld,
		/// The account, or another one of the same owner, has a seat on the committee, which this office excludes.
		/// Appoint somebody else, or let the member resign first.
		CommitteeSeatHeld,
		/// The account, or another one of the same owner, holds all other offices. Two people may hold all offices of a
		/// small community between them, but not one alone: appoint somebody else.
		AllOtherOfficesHeld,
		/// No ticket is proposed for this owner: it was confirmed, or never proposed. Let the registrar propose one.
		TicketProposalNotFound,
		/// The ticket proposed for the owner has another key, replaces another account or rests on another document.
		/// Read the proposal again, and compare the papers.
		TicketProposalMismatch,
		/// The proposal was not confirmed in time. Let the registrar propose the ticket again.
		TicketProposalOver,
		/// Nobody confirms a ticket that they, or somebody related, proposed. Another person must.
		OwnTicketProposal,
		/// The account acts for the owner, or is related to somebody who does. Another officer has to act; a resident
		/// who was named against their will leaves the home first.
		OwnReplacement,
		/// The account has an open ticket to replace it. Let that one be claimed, settled or revoked first.
		ReplacementAlreadyOpen,
		/// An account of the owner has objected already. Registrar and auditor settle it.
		AlreadyObjected,
		/// Nobody objected to this replacement. There is nothing to settle.
		ObjectionNotFound,
		/// An objection was raised: registrar and auditor settle it, or two people record a court's order.
		ObjectionOutstanding,
		/// A court's order was recorded. Only another order changes it.
		CourtOrderRequired,
		/// The ticket has expired. Ask the registrar for a new one.
		TicketExpired,
		/// The ticket asks for a second factor. Claim with the code that the community handed over apart.
		SecondFactorRequired,
		/// The second factor is not that of this ticket. Type the code again.
		SecondFactorMismatch,
	}
}
