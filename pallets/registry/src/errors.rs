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
		/// Only the owner's representative may do this: use that account.
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
		/// The area of a unit must be greater than zero: give it in 0.01 m².
		InvalidArea,
		/// The unit already belongs to this owner: check both numbers.
		AlreadyOwner,
		/// The unit has unpaid dues. Pay them, or let the buyer take them over.
		DuesOutstanding,
		/// The owner would vote in more than the maximum number of buildings.
		TooManyBuildings,
		/// The unit has the maximum number of residents. Dismiss one first.
		TooManyResidents,
		/// The end date must be in the future: give it in milliseconds since 1970.
		EndInPast,
		/// The account is not a resident of this unit. Ask the owner to name it.
		ResidentNotFound,
		/// The account has accepted this residence before. It is a resident already.
		ResidenceAlreadyAccepted,
		/// The account does not act for the unit's owner: use one that does.
		NotUnitOwner,
		/// The role has the maximum number of holders. Dismiss one first.
		TooManyHolders,
		/// The account already holds this role: there is nothing to do.
		AlreadyAppointed,
		/// The account does not hold this role: look up its roles with `registryApi.rolesOf`.
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
		/// No change has this number: it was made, withdrawn or never proposed. Check the number.
		ChangeNotFound,
		/// The officer who confirms has half of the time to do so. Let the committee decide after that.
		ConfirmationRunning,
		/// The change or its document is not what was proposed. Look at it again.
		ChangeMismatch,
		/// The change was confirmed before. Wait until it can be made.
		ChangeAlreadyConfirmed,
		/// The change is not confirmed. Ask the auditor or the committee.
		ChangeNotConfirmed,
		/// The time to confirm or make the change is over. Propose it again.
		ChangeLapsed,
		/// The proposer of a change cannot confirm it, nor can an account related to them. Another person must.
		OwnChange,
		/// The change concerns the caller, or somebody related. Another person must decide.
		OwnMatter,
		/// A unit is not as it was when the change was proposed. Propose it again.
		UnitChanged,
		/// The change does not concern the caller's owner, who cannot object to it: those concerned can.
		NotConcerned,
		/// The owner objected to this change, or replacement, before. Registrar and auditor settle it.
		AlreadyObjected,
		/// As many owners have objected as can. Any one objection stops the change until it is settled.
		TooManyObjections,
		/// Nobody objected to the change, or replacement. There is nothing to settle.
		ObjectionNotFound,
		/// An objection stands. Have registrar and auditor settle it, or two people record a court's order.
		ObjectionOutstanding,
		/// The time to object is not over. Make the change later.
		ObjectionWindowRunning,
		/// The other office entered another result or document. Agree on one.
		SettlementMismatch,
		/// The other office's entry is by the same person, or one related. Another person must.
		OwnSettlement,
		/// Only the proposer or a registrar can withdraw a change that has not lapsed: ask them, or wait until it has.
		NotProposer,
		/// As many changes are open as can be. Have some made or withdrawn first.
		TooManyChanges,
		/// The correction changes nothing. Give what is to be different.
		NothingChanged,
		/// A unit is split into two parts at least, none without an area, and together of its area. Correct the parts.
		InvalidParts,
		/// The units that become a part of another are one at least, each younger than it, in ascending order. Sort
		/// them, and name the oldest as the one that stays.
		InvalidMerger,
		/// The units differ in building, kind or owner. Correct or transfer them first.
		UnitsMismatch,
		/// The label is zero. Give the salted hash of the label.
		InvalidLabel,
		/// Another unit has this label. Check whether it is the same unit.
		LabelAlreadyUsed,
		/// The units of the building would have more than its registered area. Have the owners decide to raise it.
		BuildingAreaExceeded,
		/// The units of the building have more than this area already. Give a larger one.
		BuildingAreaTooLow,
		/// No ticket is proposed for this owner: it was confirmed, or never proposed. Let the registrar propose one.
		TicketProposalNotFound,
		/// The ticket proposed for the owner has another key, replaces another account or rests on another document.
		/// Read the proposal again, and compare the papers.
		TicketProposalMismatch,
		/// The proposal was not confirmed in time. Let the registrar propose the ticket again.
		TicketProposalOver,
		/// Nobody confirms a ticket that they, or somebody related, proposed. Another person must.
		OwnTicketProposal,
		/// The account acts for the owner, or is related to somebody who does. Another officer has to act.
		OwnReplacement,
		/// The account has an open ticket to replace it. Let that one be claimed, settled or revoked first.
		ReplacementAlreadyOpen,
		/// A court's order was recorded. Only another order changes it.
		CourtOrderRequired,
		/// The ticket has expired. Ask the registrar to propose a new one.
		TicketExpired,
		/// The ticket asks for a second factor. Claim with the code that the community handed over apart.
		SecondFactorRequired,
		/// The second factor is not that of this ticket. Type the code again.
		SecondFactorMismatch,
		/// The time to accept the residence is over. Ask the owner to name the account again.
		NamingLapsed,
		/// Registrar and auditor have half of the time to settle the objection. Let the committee decide after that.
		SettlementRunning,
		/// It is the ticket for an owner's first account, and no other one was confirmed for the owner. Propose one,
		/// and have another person confirm it.
		RenewalNotConfirmed,
		/// It is an invitation, and the account that represents the owner is not being replaced. Ask the representative
		/// to revoke it.
		ReplacementNotConfirmed,
		/// The owner has no other ticket. Have this one issued, and then propose another if it is wrong.
		RenewalOutstanding,
	}
}
