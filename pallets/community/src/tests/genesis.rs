// SPDX-License-Identifier: Apache-2.0

//! The facts at genesis.

use crate::{mock::*, types::*, UtcOffsets};
use linli_primitives::calendar::Calendar;

/// The default genesis with `patch` from a chain spec applied.
fn json(patch: &str) -> ExtBuilder {
	let mut genesis = serde_json::to_value(crate::GenesisConfig::<Test>::default()).unwrap();
	let patch: serde_json::Map<_, _> = serde_json::from_str(patch).unwrap();
	for (key, value) in patch {
		genesis[key] = value;
	}
	ExtBuilder { genesis: serde_json::from_value(genesis).unwrap() }
}

#[test]
fn facts_come_from_the_chain_spec() {
	let text = r#"{"utcOffset":-300,"currency":"USD","lawPack":{"name":"us-hoa","version":2}}"#;
	json(text).build_and_execute(|| {
		let facts = Community::facts();
		assert_eq!((facts.utc_offset, facts.scheduled), (hours(-5), None));
		assert_eq!((facts.currency, facts.decimals), (CurrencyCode::parse("USD").unwrap(), 2));
		assert_eq!((facts.law_pack.name.to_vec(), facts.law_pack.version), (b"us-hoa".to_vec(), 2));
		assert!(!facts.is_handed_over);
	});
}

#[test]
fn missing_fields_of_the_chain_spec_have_defaults() {
	json("{}").build_and_execute(|| {
		assert_eq!(UtcOffsets::<Test>::get(), Calendar::default());
		assert_eq!(Community::facts().utc_offset, hours(8));
		assert_eq!(Community::facts().currency, CurrencyCode::NONE);
		assert_eq!(Community::facts().law_pack, LawPack::default());
	});
}

#[test]
fn a_currency_code_is_three_capital_letters() {
	assert!(CurrencyCode::parse("EUR").is_some());
	for text in ["", "eur", "EURO", "E1R", "元"] {
		assert_eq!(CurrencyCode::parse(text), None, "{text}");
	}
}

#[test]
#[should_panic(expected = "the offset lies outside")]
fn an_offset_out_of_range_is_refused() {
	json(r#"{"utcOffset":900}"#).build();
}

#[test]
#[should_panic(expected = "is not three capital letters")]
fn an_invalid_currency_code_is_refused() {
	json(r#"{"currency":"yuan"}"#).build();
}

#[test]
#[should_panic(expected = "the name of the law pack")]
fn a_law_pack_name_that_is_too_long_is_refused() {
	json(r#"{"lawPack":{"name":"a name that is longer than thirty-two bytes","version":1}}"#).build();
}
