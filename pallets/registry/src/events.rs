// SPDX-License-Identifier: Apache-2.0

//! The events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// The section that `lib.rs` imports.
#[pallet_section]
mod events {
	/// Events of the register.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An owner was registered.
		OwnerRegistered {
			/// The id assigned to it.
			owner: OwnerId,
			/// Its legal kind.
			kind: OwnerKind,
			/// Its name and papers, salted and hashed.
			identity: Commitment,
		},
		/// A unit was registered.
		UnitRegistered {
			/// The id assigned to it.
			unit: UnitId,
			/// Its building.
			building: BuildingId,
			/// Its kind of use.
			kind: UnitKind,
			/// Its area, in 0.01 m².
			area: Area,
			/// Its owner.
			owner: OwnerId,
			/// Its label, salted and hashed.
			label: Commitment,
		},
		/// A unit was transferred to another owner.
		UnitTransferred {
			/// The unit.
			unit: UnitId,
			/// The former owner.
			from: OwnerId,
			/// The new owner.
			to: OwnerId,
			/// The hash of the contract.
			document: ContentHash,
			/// Whether its dues were settled or taken over.
			dues: Dues,
		},
		/// A ticket was issued.
		TicketIssued {
			/// The owner it was issued for.
			owner: OwnerId,
			/// Its public key.
			ticket: TicketKey,
			/// Its purpose.
			purpose: Purpose<T::AccountId>,
			/// The time from which it can be claimed, in ms.
			valid_from: Moment,
		},
		/// A ticket was revoked.
		TicketRevoked {
			/// The owner it was issued for.
			owner: OwnerId,
			/// Its public key.
			ticket: TicketKey,
		},
		/// A replacement was objected to. It waits until the objection is settled.
		Objected {
			/// The owner whose account was to be replaced.
			owner: OwnerId,
			/// The ticket, which cannot be claimed meanwhile.
			ticket: TicketKey,
			/// The account that objected.
			by: T::AccountId,
		},
		/// An account was claimed and now acts for an owner.
		Claimed {
			/// The owner.
			owner: OwnerId,
			/// The account.
			account: T::AccountId,
			/// The ticket that was used.
			ticket: TicketKey,
			/// The account that it replaced and that no longer acts for the owner.
			replaced: Option<T::AccountId>,
		},
		/// The representative of an owner was set.
		RepresentativeSet {
			/// The owner.
			owner: OwnerId,
			/// The new representative.
			account: T::AccountId,
			/// The hash of the document that the registrar acted on; `None` if the representative handed over.
			document: Option<ContentHash>,
		},
		/// An account stopped acting for an owner.
		AccountLeft {
			/// The owner.
			owner: OwnerId,
			/// The account.
			account: T::AccountId,
		},
		/// A resident was named, who has a time to accept; or the end date of one was changed.
		ResidentNamed {
			/// The unit.
			unit: UnitId,
			/// The account.
			account: T::AccountId,
			/// The end of the residence in ms, exclusive.
			until: Moment,
		},
		/// An account accepted to live in a unit, as its owner named it.
		ResidenceAccepted {
			/// The unit.
			unit: UnitId,
			/// The account.
			account: T::AccountId,
		},
		/// A resident was dismissed, or an account that was named and did not accept.
		ResidentDismissed {
			/// The unit.
			unit: UnitId,
			/// The account.
			account: T::AccountId,
		},
		/// A role was assigned to an account.
		Appointed {
			/// The role.
			role: Role,
			/// The account.
			account: T::AccountId,
		},
		/// A role was taken away from an account.
		Dismissed {
			/// The role.
			role: Role,
			/// The account.
			account: T::AccountId,
		},
		/// A change of the register was proposed.
		ChangeProposed {
			/// Its number.
			id: ChangeId,
			/// The change.
			change: RegisterChange<T::AccountId>,
			/// The hash of the document on which it rests.
			document: ContentHash,
			/// The account that proposed it.
			by: T::AccountId,
		},
		/// A change of the register was confirmed. Unless it is made at once, those concerned can object.
		ChangeConfirmed {
			/// Its number.
			id: ChangeId,
			/// Who confirmed it.
			by: Confirmer<T::AccountId>,
		},
		/// An owner objected to a change of the register.
		ObjectedToChange {
			/// The change's number.
			id: ChangeId,
			/// The owner.
			owner: OwnerId,
			/// The account that objected.
			by: T::AccountId,
			/// The hash of the reasons.
			reason: ContentHash,
		},
		/// One office entered what becomes of the objections to a change; another one has to agree.
		SettlementEntered {
			/// The change's number.
			id: ChangeId,
			/// The entry.
			settlement: Settlement<T::AccountId>,
		},
		/// Two offices upheld the objections to a change, which is not made.
		ObjectionUpheld {
			/// The change's number.
			id: ChangeId,
			/// The hash of the reasons, or of a court's order.
			document: ContentHash,
		},
		/// Two offices dismissed the objections to a change. The first time, the time to object begins anew for others.
		ObjectionDismissed {
			/// The change's number.
			id: ChangeId,
			/// The hash of the reasons, or of a court's order.
			document: ContentHash,
		},
		/// A change was withdrawn, or had lapsed and was removed.
		ChangeWithdrawn {
			/// Its number.
			id: ChangeId,
			/// The account that withdrew or removed it.
			by: T::AccountId,
		},
		/// A change was made. The events after it say what was done.
		ChangeEnacted {
			/// Its number.
			id: ChangeId,
		},
		/// The kind, area or label of a unit was corrected.
		UnitCorrected {
			/// The unit.
			unit: UnitId,
			/// Its kind of use.
			kind: UnitKind,
			/// Its area, in 0.01 m².
			area: Area,
			/// Its label, salted and hashed.
			label: Commitment,
		},
		/// A unit was split.
		UnitSplit {
			/// The unit.
			unit: UnitId,
			/// The units that it became, itself first, with their areas in 0.01 m².
			parts: alloc::vec::Vec<(UnitId, Area)>,
		},
		/// Units became a part of another one.
		UnitsMerged {
			/// The unit that stays.
			into: UnitId,
			/// The units that ceased to exist.
			absorbed: Absorbed,
			/// The area of the unit that stays, in 0.01 m².
			area: Area,
		},
		/// A unit ceased to exist.
		UnitRetired {
			/// The unit.
			unit: UnitId,
		},
		/// The registered area of a building was set.
		BuildingAreaSet {
			/// The building.
			building: BuildingId,
			/// The most that its units may have together, in 0.01 m².
			area: Area,
		},
		/// A ticket was proposed, in place of an earlier proposal for the owner. Another person has to confirm it.
		TicketProposed {
			/// The owner it is for.
			owner: OwnerId,
			/// Its public key.
			ticket: TicketKey,
			/// The account that it replaces.
			replaces: T::AccountId,
			/// The hash of the papers that were checked.
			document: ContentHash,
			/// The account that proposed it.
			by: T::AccountId,
		},
		/// One of two people entered a ruling on the objection to a replacement.
		RulingEntered {
			/// The owner whose account is to be replaced.
			owner: OwnerId,
			/// The ticket.
			ticket: TicketKey,
			/// The ruling.
			ruling: ReplacementRuling,
			/// Who entered it.
			by: Settler<T::AccountId>,
		},
		/// Two people settled the objection to a replacement.
		ObjectionSettled {
			/// The owner whose account is to be replaced.
			owner: OwnerId,
			/// The ticket, which ended unless the account is replaced.
			ticket: TicketKey,
			/// The ruling.
			ruling: ReplacementRuling,
		},
		/// A ticket that had expired made room for another one.
		TicketExpired {
			/// The owner it was issued for.
			owner: OwnerId,
			/// Its public key.
			ticket: TicketKey,
		},
		/// A ticket for an owner's first account ended, and another one was issued in its place.
		TicketRenewed {
			/// The owner.
			owner: OwnerId,
			/// The public key of the one that ended.
			old: TicketKey,
			/// The public key of the one in its place.
			new: TicketKey,
		},
		/// Two people ended that an account acts for an owner.
		AccountRemoved {
			/// The owner.
			owner: OwnerId,
			/// The account.
			account: T::AccountId,
			/// The hash of the document on which it rests.
			document: ContentHash,
		},
	}
}
