// SPDX-License-Identifier: Apache-2.0

//! The pallet's events.

use frame_support::pallet_macros::pallet_section;

/// The events, imported into the pallet by `import_section`.
#[pallet_section]
mod events {
	/// The pallet's events.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A pot was opened.
		PotOpened {
			/// Id of the pot.
			pot: PotId,
			/// The purpose of its money.
			kind: PotKind,
			/// Its public name.
			name: PotName,
		},
		/// Money moved into or out of a pot, and an entry was written to its ledger.
		EntryWritten {
			/// The pot.
			pot: PotId,
			/// Id of the entry in the pot's ledger.
			entry: EntryId,
			/// The reason for the movement.
			cause: Cause,
			/// The direction, seen from the pot.
			direction: Direction,
			/// The other account; `None` if there is no single one, as for fees or new money.
			counterparty: Option<T::AccountId>,
			/// The amount, in fen.
			amount: Fen,
			/// The pot's balance afterwards, in fen.
			balance: Fen,
		},
		/// The books of a month were closed.
		MonthClosed {
			/// The month. All months before it are closed too.
			month: Period,
			/// Hash of the bank statement.
			statement: ContentHash,
			/// The bank's balance less the chain's, in fen: zero if they agree.
			difference: i128,
			/// The account that closed it.
			by: T::AccountId,
			/// Whether an auditor had entered the bank's balances independently of the cashier, and both agreed.
			confirmed: bool,
		},
	}
}
