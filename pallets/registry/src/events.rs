// SPDX-License-Identifier: Apache-2.0

//! What the pallet says of what happened.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod events {
	/// What happened in the register.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An owner was entered.
		OwnerRegistered {
			/// Its id.
			owner: OwnerId,
			/// Who it is in law.
			kind: OwnerKind,
			/// Its name and papers, salted and hashed.
			identity: Commitment,
		},
		/// A unit was entered.
		UnitRegistered {
			/// Its id.
			unit: UnitId,
			/// The building it stands in.
			building: BuildingId,
			/// What it is built for.
			kind: UnitKind,
			/// Its area, in 0.01 m².
			area: Area,
			/// Who owns it.
			owner: OwnerId,
			/// Its label, salted and hashed.
			label: Commitment,
		},
		/// A unit changed hands.
		UnitTransferred {
			/// Which.
			unit: UnitId,
			/// Who had it.
			from: OwnerId,
			/// Who has it now.
			to: OwnerId,
			/// The contract's hash.
			document: ContentHash,
			/// What became of its dues.
			dues: Dues,
		},
		/// A ticket was issued.
		TicketIssued {
			/// For whom.
			owner: OwnerId,
			/// Its public key.
			ticket: TicketKey,
			/// What for.
			purpose: Purpose<T::AccountId>,
			/// From when on it can be claimed.
			valid_from: Moment,
		},
		/// A ticket was taken back.
		TicketRevoked {
			/// Whose it was.
			owner: OwnerId,
			/// Its public key.
			ticket: TicketKey,
		},
		/// A replacement was objected to, and does not take place.
		Objected {
			/// Of which owner's account.
			owner: OwnerId,
			/// The ticket that is worth nothing now.
			ticket: TicketKey,
			/// Who objected.
			by: T::AccountId,
		},
		/// An account acts for an owner from now on.
		Claimed {
			/// The owner.
			owner: OwnerId,
			/// The account.
			account: T::AccountId,
			/// The ticket it was claimed with.
			ticket: TicketKey,
			/// The account that acts for the owner no more.
			replaced: Option<T::AccountId>,
		},
		/// Another account votes for an owner from now on.
		RepresentativeSet {
			/// The owner.
			owner: OwnerId,
			/// The account.
			account: T::AccountId,
			/// What the registrar acted on; `None` where the representative handed over.
			document: Option<ContentHash>,
		},
		/// An account acts for an owner no more.
		AccountLeft {
			/// The owner.
			owner: OwnerId,
			/// The account.
			account: T::AccountId,
		},
		/// Somebody is a resident of a unit.
		ResidentNamed {
			/// The unit.
			unit: UnitId,
			/// Who.
			account: T::AccountId,
			/// Until when, exclusive.
			until: Moment,
		},
		/// Somebody is a resident of a unit no more.
		ResidentDismissed {
			/// The unit.
			unit: UnitId,
			/// Who.
			account: T::AccountId,
		},
		/// Somebody holds a role from now on.
		Appointed {
			/// The role.
			role: Role,
			/// Who.
			account: T::AccountId,
		},
		/// Somebody holds a role no more.
		Dismissed {
			/// The role.
			role: Role,
			/// Who.
			account: T::AccountId,
		},
	}
}
