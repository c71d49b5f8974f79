// SPDX-License-Identifier: Apache-2.0

//! The pallet's events.

use frame_support::pallet_macros::pallet_section;

/// The events, imported into the pallet by `import_section`.
#[pallet_section]
mod events {
	/// Events of the pallet.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The rules were set.
		RulesSet {
			/// The new rules.
			rules: DepositRules,
		},
		/// A deposit was placed; the amount is on hold.
		DepositPlaced {
			/// The deposit.
			deposit: DepositId,
			/// The unit.
			unit: UnitId,
			/// The account that paid it.
			payer: T::AccountId,
			/// The amount, in fen.
			amount: Fen,
			/// Hash of the document that says what it is for.
			purpose: ContentHash,
		},
		/// The payer asked for a deposit.
		ReturnRequested {
			/// The deposit.
			deposit: DepositId,
			/// When the payer can take it back unless it is claimed, or later if the chain stands still before.
			until: Moment,
		},
		/// The manager claimed a part of a deposit.
		DepositClaimed {
			/// The deposit.
			deposit: DepositId,
			/// The amount claimed, in fen.
			amount: Fen,
			/// Hash of the document that shows the damage.
			evidence: ContentHash,
			/// The manager.
			by: T::AccountId,
			/// Until when the payer can answer alone, or later if the chain stands still before.
			until: Moment,
		},
		/// The payer contested the claim.
		ClaimContested {
			/// The deposit.
			deposit: DepositId,
			/// Hash of the payer's answer.
			answer: ContentHash,
		},
		/// A deposit was settled. What was not kept is free again.
		DepositSettled {
			/// The deposit.
			deposit: DepositId,
			/// The amount kept, in fen.
			kept: Fen,
			/// The amount that is free again, in fen.
			returned: Fen,
			/// Hash of the reasons of a ruling; `None` unless it was one.
			document: Option<ContentHash>,
		},
	}
}
