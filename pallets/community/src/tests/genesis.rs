// SPDX-License-Identifier: Apache-2.0

//! The facts of the first day.

use crate::{mock::*, types::*, UtcOffsets};
use linli_primitives::calendar::Calendar;

/// What a chain spec says, over what it leaves out.
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
fn what_the_chain_spec_leaves_out_has_a_default() {
	json("{}").build_and_execute(|| {
		assert_eq!(UtcOffsets::<Test>::get(), Calendar::default());
		assert_eq!(Community::facts().utc_offset, hours(8));
		assert_eq!(Community::facts().currency, CurrencyCode::NONE);
		assert_eq!(Community::facts().law_pack, LawPack::default());
	});
}

#[test]
fn a_currency_is_three_capital_letters() {
	assert!(CurrencyCode::parse("EUR").is_some());
	for text in ["", "eur", "EURO", "E1R", "元"] {
		assert_eq!(CurrencyCode::parse(text), None, "{text}");
	}
}

#[test]
#[should_panic(expected = "the offset lies outside")]
fn an_offset_that_no_clock_has_begins_no_chain() {
	json(r#"{"utcOffset":900}"#).build();
}

#[test]
#[should_panic(expected = "is not three capital letters")]
fn a_currency_without_a_code_begins_no_chain() {
	json(r#"{"currency":"yuan"}"#).build();
}

#[test]
#[should_panic(expected = "the name of the law pack")]
fn a_law_pack_with_an_endless_name_begins_no_chain() {
	json(r#"{"lawPack":{"name":"a name that is longer than thirty-two bytes","version":1}}"#).build();
}
