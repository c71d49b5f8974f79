// SPDX-License-Identifier: Apache-2.0

//! What law packs make of the register and the votes of a chain.

use super::*;
use pallet_linli_governance::{
	types::{class::DeveloperRule, Matter, Stage},
	verdict::quorum,
};
use pallet_linli_registry::{HeadsPerLot, Owners};

#[test]
fn new_south_wales_and_queensland_count_lots() {
	for id in genesis::law_packs() {
		chain_from([genesis::law_pack(id).unwrap()]).execute_with(|| {
			assert_eq!(HeadsPerLot::<Runtime>::get(), matches!(id, "nsw" | "qld"), "{id}");
		});
	}
}

/// The village's owners have five homes and shops, and three of them have some.
#[test]
fn a_village_counts_owners_or_lots() {
	for (by_lot, heads) in [(false, 3), (true, 5)] {
		let patch = serde_json::json!({ "registry": { "headsPerLot": by_lot } });
		chain_with(&sp_genesis_builder::DEV_RUNTIME_PRESET.into(), patch).execute_with(|| {
			assert_eq!(Registry::totals_at(0, None).heads, heads);
			let sum: u32 = Owners::<Runtime>::iter_keys().map(|owner| Registry::power_at(owner, 0, None).heads).sum();
			assert_eq!(sum, heads);
		});
	}
}

/// The classes that a chain of each pack has from its first block on.
#[test]
fn classes_say_what_the_place_knows() {
	let book = |id: &str| {
		chain_from([genesis::law_pack(id).unwrap()]).execute_with(|| Governance::current_rule_book().unwrap().1)
	};
	let total = linli_primitives::Power { area: 1_000, heads: 100 };
	let some = linli_primitives::Power { area: 10, heads: 1 };
	for id in ["nsw", "qld"] {
		let book = book(id);
		let ordinary = &book.classes[0];
		assert!(quorum(ordinary, total, some).is_err(), "{id}");
		assert_eq!(quorum(&ordinary.at(Stage::SecondCall), total, some), Ok(()), "{id}");
		assert_eq!(book.classes[4].veto.and_then(|veto| veto.heads), Some(linli_primitives::Fraction::ZERO), "{id}");
	}
	assert!(matches!(book("nsw").classes[1].developer, DeveloperRule::Reduced { .. }));
	assert!(book("cn").classes.iter().all(|class| class.second_call.is_none() && class.extension.is_none()));
	assert_eq!(book("us-hoa").matters.class_of(Matter::RuleBook), 1);
}
