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
			rules: RepairRules,
		},
		/// A unit was enrolled.
		Enrolled {
			/// The unit.
			unit: UnitId,
			/// Its building.
			building: BuildingId,
			/// Its area, by which costs are divided, in 0.01 m².
			area: Area,
			/// Its first deposit, in fen.
			first_deposit: Fen,
		},
		/// A share was credited.
		ShareCredited {
			/// The unit.
			unit: UnitId,
			/// The cause.
			cause: Cause,
			/// The entry of the pot's ledger.
			entry: EntryId,
			/// The amount, in fen.
			amount: Fen,
			/// The share afterwards, in fen.
			balance: i128,
		},
		/// A share was debited.
		ShareDebited {
			/// The unit.
			unit: UnitId,
			/// The cause.
			cause: Cause,
			/// The entry of the pot's ledger.
			entry: EntryId,
			/// The amount, in fen.
			amount: Fen,
			/// The share afterwards, in fen.
			balance: i128,
		},
		/// A cost was divided over units, by area.
		CostDivided {
			/// The cause.
			cause: Cause,
			/// The total amount, in fen.
			amount: Fen,
			/// The units that bear it.
			bearers: Bearers,
		},
		/// Part of a cost was given back to its bearers, by area.
		CostGivenBack {
			/// The cause.
			cause: Cause,
			/// The total amount, in fen.
			amount: Fen,
			/// The units that receive it.
			bearers: Bearers,
		},
		/// Undistributed money was divided over all enrolled units, by area.
		Distributed {
			/// The total amount, in fen.
			amount: Fen,
			/// The number of units.
			units: u32,
		},
		/// What was given back of a cost was taken from its bearers again, by area: the money had never come.
		CostTakenBack {
			/// The cause.
			cause: Cause,
			/// The total amount, in fen.
			amount: Fen,
			/// The units that bear it.
			bearers: Bearers,
		},
		/// A share changed since its unit was split, joined with another or retired, or its area was corrected. No
		/// money moved in the pot.
		ShareReshaped {
			/// The unit.
			unit: UnitId,
			/// The area by which costs are divided, in 0.01 m².
			area: Area,
			/// The first deposit, in fen.
			first_deposit: Fen,
			/// The share afterwards, in fen.
			balance: i128,
			/// Whether the unit has ceased to exist.
			ceased: bool,
		},
		/// What was left of the share of a unit that has ceased to exist is undistributed from now on.
		ShareReleased {
			/// The unit.
			unit: UnitId,
			/// What was left, in fen; below zero if it was a debt, which undistributed money covered.
			amount: i128,
		},
	}
}
