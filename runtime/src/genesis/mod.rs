// SPDX-License-Identifier: Apache-2.0

//! Genesis: presets for development, law packs for communities, and who holds what in a state.

#[cfg(feature = "std")]
mod holders;
mod json;
mod law;
mod presets;

use frame_support::traits::Get;

#[cfg(feature = "std")]
pub use holders::{Holders, ValidatorHolder};
pub use json::json_merge;
pub use law::{law_pack, law_pack_currency, law_packs};
pub use pallet_linli_cashier::MAX_BANKS;
pub use pallet_linli_fees::types::{
	Basis, Buildings, Discount, GenesisBill, GenesisCharge, Kinds, SharedBy, Tier, Tiers, MAX_BUILDINGS, MAX_RATE,
	MAX_TIERS,
};
pub use pallet_linli_meters::types::{GenesisMeter, Place as MeterPlace, MAX_DIGITS, MAX_MULTIPLIER, MAX_PLAUSIBILITY};
pub use pallet_linli_repair::RepairRules;
pub use presets::{preset, preset_names, TRIAL_STANDSTILL_LIMIT};

/// The maximum number of meters of a unit.
pub fn max_unit_meters() -> u32 {
	<<crate::Runtime as pallet_linli_meters::Config>::MaxUnitMeters as Get<u32>>::get()
}

/// The maximum number of meters below a main meter.
pub fn max_sub_meters() -> u32 {
	<<crate::Runtime as pallet_linli_meters::Config>::MaxSubMeters as Get<u32>>::get()
}

/// Types of the rule book that a law pack holds.
pub mod rule_book {
	pub use pallet_linli_governance::types::{
		class::{Approval, Base, DeveloperRule, Participation, SecondCall, SilentRule, Threshold, TieRule, Veto},
		rule_book::{ElectionRules, Matters, MAX_SPAN},
		tract::TractBuildings,
		DecisionClass, Level, Matter, RuleBook, RuleBookError,
	};
}
