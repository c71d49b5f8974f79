// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, types::MAX_RATE, *};
use frame_support::{assert_noop, assert_ok, traits::BuildGenesisConfig};
use linli_primitives::{traits::RepairShares, Fen, Fraction, UnitKind};
use sp_runtime::DispatchError::BadOrigin;

fn rules(rates: &[(UnitKind, Fen)], threshold: Fraction) -> RepairRules {
	let rates: Vec<_> = rates.iter().map(|(kind, rate)| KindRate { kind: *kind, rate: *rate }).collect();
	RepairRules { rates: rates.try_into().unwrap(), threshold }
}

#[test]
fn residential_and_commercial_units_take_part_by_default() {
	ExtBuilder::default().build_and_execute(|| {
		let rules = Repair::rules();
		assert_eq!(rules.threshold, Fraction::new(30, 100));
		let rates = UnitKind::ALL.map(|kind| rules.rate(kind));
		assert_eq!(rates, [Some(10_000), Some(10_000), None, None]);
	});
}

#[test]
fn a_decision_sets_rules() {
	ExtBuilder::default().build_and_execute(|| {
		let rules = rules(&[(UnitKind::Parking, 0), (UnitKind::Residential, MAX_RATE)], Fraction::ONE);
		assert_ok!(Repair::set_rules(RuntimeOrigin::root(), rules.clone()));
		assert_eq!(Repair::rules(), rules);
		assert_eq!(last_event(), Event::RulesSet { rules });
	});
}

#[test]
fn enrolled_units_keep_their_first_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		let before = Repair::share(4).unwrap();
		assert_ok!(Repair::set_rules(RuntimeOrigin::root(), rules(&[(UnitKind::Residential, 1)], Fraction::ONE)));
		assert_eq!(Repair::share(4).unwrap().share, before.share);
		assert_eq!(Repair::related_units(Some(&[2])), 2);
	});
}

#[test]
fn invalid_rules_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let set = |rules| Repair::set_rules(RuntimeOrigin::root(), rules);
		let shops = [(UnitKind::Commercial, 1)];
		assert_noop!(set(rules(&shops, Fraction::new(0, 0))), Error::<Test>::InvalidFraction);
		assert_noop!(set(rules(&shops, Fraction::new(101, 100))), Error::<Test>::ThresholdTooHigh);
		let twice = [(UnitKind::Commercial, 1), (UnitKind::Storage, 1), (UnitKind::Commercial, 2)];
		assert_noop!(set(rules(&twice, Fraction::ONE)), Error::<Test>::DuplicateKind);
		let dear = [(UnitKind::Commercial, MAX_RATE + 1)];
		assert_noop!(set(rules(&dear, Fraction::ONE)), Error::<Test>::RateTooHigh);
		assert_ok!(set(rules(&[], Fraction::ZERO)));
		assert_noop!(Repair::set_rules(signed(ALICE), RepairRules::default()), BadOrigin);
	});
}

#[test]
#[should_panic(expected = "the rules of the repair fund are invalid")]
fn genesis_refuses_invalid_rules() {
	ExtBuilder::default().rules(rules(&[], Fraction::new(1, 0))).build();
}

#[test]
fn genesis_reads_rules_from_json() {
	let json = r#"{
		"rules": { "rates": [{ "kind": "residential", "rate": 9000 }], "threshold": { "numerator": 1, "denominator": 3 } },
		"enrol": false
	}"#;
	let genesis: GenesisConfig<Test> = serde_json::from_str(json).unwrap();
	sp_io::TestExternalities::default().execute_with(|| {
		genesis.build();
		assert_eq!(Repair::rules(), rules(&[(UnitKind::Residential, 9_000)], Fraction::new(1, 3)));
		assert_eq!(Repair::totals().units, 0);
	});
}
