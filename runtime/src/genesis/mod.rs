// SPDX-License-Identifier: Apache-2.0

//! Genesis: presets for development, law packs for communities, and who holds what in a state.

#[cfg(feature = "std")]
mod holders;
mod json;
mod law;
mod presets;

#[cfg(feature = "std")]
pub use holders::{Holders, ValidatorHolder};
pub use json::json_merge;
pub use law::{law_pack, law_pack_currency, law_packs};
pub use pallet_linli_fees::types::{Basis, Buildings, GenesisBill, GenesisCharge, Kinds, MAX_BUILDINGS, MAX_RATE};
pub use presets::{preset, preset_names, TRIAL_STANDSTILL_LIMIT};

/// Types of the rule book that a law pack holds.
pub mod rule_book {
	pub use pallet_linli_governance::types::{
		class::{Approval, Base, DeveloperRule, Participation, SecondCall, SilentRule, Threshold, TieRule, Veto},
		rule_book::{ElectionRules, Matters, MAX_SPAN},
		DecisionClass, Level, Matter, RuleBook, RuleBookError,
	};
}
