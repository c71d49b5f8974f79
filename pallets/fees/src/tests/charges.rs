// SPDX-License-Identifier: Apache-2.0

//! Charges, rates, rules and genesis.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{Fraction, PeriodKind, UnitKind};
use sp_runtime::traits::BadOrigin;

/// A rate without tiers.
fn flat(from: linli_primitives::Period, rate: linli_primitives::Fen) -> Rate {
	Rate { from, rate, tiers: Tiers::default() }
}

fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

#[test]
fn charges_and_rules_require_a_decision() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Fees::create_charge(root(), per_area(), 280, NOVEMBER, Tiers::default()));
		assert_eq!(
			last_event(),
			Event::ChargeCreated { charge: 0, pot: 0, rate: 280, first: Some(NOVEMBER), tiers: Tiers::default() }
		);
		assert_eq!(NextPeriod::<Test>::get(0), Some(NOVEMBER));
		assert_noop!(Fees::create_charge(signed(MANAGER), per_area(), 280, NOVEMBER, Tiers::default()), BadOrigin);
		assert_noop!(Fees::set_rate(signed(MANAGER), 0, DECEMBER, 280, Tiers::default()), BadOrigin);
		assert_noop!(Fees::end_charge(signed(MANAGER), 0, DECEMBER), BadOrigin);
		assert_noop!(Fees::set_rules(signed(MANAGER), FeeRules::default()), BadOrigin);
	});
}

#[test]
fn invalid_charges_are_rejected() {
	ExtBuilder::default().build_and_execute(|| {
		let create = |terms, rate, first| Fees::create_charge(root(), terms, rate, first, Tiers::default());
		assert_noop!(create(ChargeTerms { pot: 7, ..per_area() }, 280, NOVEMBER), Error::<Test>::PotNotFound);
		assert_noop!(create(per_area(), 0, NOVEMBER), Error::<Test>::InvalidRate);
		assert_noop!(create(per_area(), MAX_RATE + 1, NOVEMBER), Error::<Test>::InvalidRate);
		assert_noop!(
			create(ChargeTerms { late_rate: Fraction::new(1, 0), ..per_area() }, 280, NOVEMBER),
			Error::<Test>::InvalidFraction
		);
		assert_noop!(
			create(ChargeTerms { late_cap: Fraction::new(1, 0), ..per_area() }, 280, NOVEMBER),
			Error::<Test>::InvalidFraction
		);
		let twice = kinds(&[UnitKind::Parking, UnitKind::Parking]);
		for wrong in [kinds(&[]), twice] {
			assert_noop!(create(terms(Basis::PerArea { kinds: wrong }), 280, NOVEMBER), Error::<Test>::InvalidKinds);
		}
		assert_noop!(
			create(ChargeTerms { buildings: Some(Default::default()), ..per_area() }, 280, NOVEMBER),
			Error::<Test>::InvalidBuildings
		);
		let quarterly = ChargeTerms { period: PeriodKind::Quarter, ..per_area() };
		assert_noop!(create(quarterly, 280, NOVEMBER), Error::<Test>::InvalidPeriod);
		assert_noop!(create(per_area(), 280, month(2026, 13)), Error::<Test>::InvalidPeriod);
		assert_noop!(create(per_area(), 280, month(2026, 10)), Error::<Test>::PeriodInPast);
		for _ in 0..8 {
			assert_ok!(create(per_area(), 280, DECEMBER));
		}
		assert_noop!(create(per_area(), 280, DECEMBER), Error::<Test>::TooManyCharges);
	});
}

#[test]
fn a_new_rate_applies_to_future_periods_only() {
	ExtBuilder::default().build_and_execute(|| {
		let id = create(per_area(), 280);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_noop!(Fees::set_rate(root(), id, NOVEMBER, 300, Tiers::default()), Error::<Test>::PeriodInPast);
		assert_noop!(Fees::set_rate(root(), id, month(2026, 0), 300, Tiers::default()), Error::<Test>::InvalidPeriod);
		assert_noop!(Fees::set_rate(root(), id, DECEMBER, 0, Tiers::default()), Error::<Test>::InvalidRate);
		assert_noop!(Fees::set_rate(root(), 9, DECEMBER, 300, Tiers::default()), Error::<Test>::ChargeNotFound);
		assert_ok!(Fees::set_rate(root(), id, month(2027, 1), 300, Tiers::default()));
		// Another decision replaces a rate that was only planned.
		assert_ok!(Fees::set_rate(root(), id, DECEMBER, 290, Tiers::default()));
		assert_eq!(last_event(), Event::RateSet { charge: id, from: DECEMBER, rate: 290, tiers: Tiers::default() });
		assert_eq!(Rates::<Test>::get(id).into_inner(), vec![flat(NOVEMBER, 280), flat(DECEMBER, 290)]);
		go_to(start(DECEMBER));
		assert_eq!(bill(2, id, NOVEMBER).principal.charged, 120 * 280);
		assert_eq!(bill(2, id, DECEMBER).principal.charged, 120 * 290);
		assert_ok!(Fees::set_rate(root(), id, month(2027, 1), 1, Tiers::default()));
		assert_ok!(Fees::set_rate(root(), id, month(2027, 2), 2, Tiers::default()));
		assert_noop!(Fees::set_rate(root(), id, month(2027, 3), 3, Tiers::default()), Error::<Test>::TooManyRates);
	});
}

#[test]
fn a_charge_ends_with_its_last_period() {
	ExtBuilder::default().build_and_execute(|| {
		let id = create(per_area(), 280);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_noop!(Fees::end_charge(root(), 9, DECEMBER), Error::<Test>::ChargeNotFound);
		assert_noop!(Fees::end_charge(root(), id, month(2026, 14)), Error::<Test>::InvalidPeriod);
		assert_noop!(Fees::end_charge(root(), id, month(2026, 10)), Error::<Test>::PeriodInPast);
		assert_ok!(Fees::end_charge(root(), id, DECEMBER));
		assert_eq!(last_event(), Event::ChargeEnding { charge: id, last: DECEMBER });
		go_to(start(month(2027, 1)));
		assert_eq!(bill(0, id, DECEMBER).principal.charged, 27_448);
		assert!(Bills::<Test>::get((0, id, month(2027, 1))).is_none());
		assert!(events().contains(&Event::ChargeEnded { charge: id }));
		assert_noop!(Fees::end_charge(root(), id, DECEMBER), Error::<Test>::ChargeEnded);
		assert_noop!(Fees::set_rate(root(), id, month(2027, 5), 3, Tiers::default()), Error::<Test>::ChargeEnded);
	});
}

#[test]
fn a_charge_can_end_with_the_period_billed_last() {
	ExtBuilder::default().build_and_execute(|| {
		let id = create(per_area(), 280);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_ok!(Fees::end_charge(root(), id, NOVEMBER));
		assert_eq!(last_event(), Event::ChargeEnded { charge: id });
		assert!(!Fees::is_live(id));
	});
}

#[test]
fn a_decision_sets_the_rules() {
	ExtBuilder::default().build_and_execute(|| {
		let rules = FeeRules { prepayment_months: 6, ..FeeRules::default() };
		assert_ok!(Fees::set_rules(root(), rules));
		assert_eq!(last_event(), Event::RulesSet { rules });
		assert_eq!(Rules::<Test>::get(), rules);
		assert_noop!(Fees::set_rules(signed(MANAGER), rules), BadOrigin);
	});
}

pub(super) fn genesis_charge() -> GenesisCharge {
	GenesisCharge {
		pot: 0,
		basis: Basis::PerArea { kinds: kinds(&[UnitKind::Residential]) },
		rate: 280,
		buildings: None,
		period: PeriodKind::Month,
		due_days: 15,
		grace_days: 30,
		late_rate: Fraction::new(5, 10_000),
		late_cap: Fraction::new(30, 100),
		discount: None,
		first: None,
		bill_past: false,
		tiers: Tiers::default(),
	}
}

#[test]
fn a_genesis_charge_starts_with_the_next_period() {
	ExtBuilder::default().charges(vec![genesis_charge()]).build_and_execute(|| {
		Now::set(0);
		assert_eq!(Unstarted::<Test>::get().into_inner(), vec![0]);
		block(start(NOVEMBER) + 5 * DAYS);
		assert_eq!(NextPeriod::<Test>::get(0), None);
		assert!(Fees::is_live(0));
		block(start(NOVEMBER) + 5 * DAYS);
		assert_eq!(NextPeriod::<Test>::get(0), Some(DECEMBER));
		assert_eq!(Charges::<Test>::get(0).unwrap().first, Some(DECEMBER));
		assert_eq!(Bills::<Test>::iter().count(), 0);
		go_to(start(DECEMBER));
		assert_eq!(bill(0, 0, DECEMBER).principal.charged, 27_448);
		assert_eq!(Bills::<Test>::iter().count(), 4);
	});
}

#[test]
fn a_genesis_charge_can_name_its_first_period_or_end_before_it_starts() {
	let named = GenesisCharge { first: Some(month(2027, 1)), ..genesis_charge() };
	ExtBuilder::default().charges(vec![genesis_charge(), named]).build_and_execute(|| {
		Now::set(0);
		assert_ok!(Fees::end_charge(root(), 0, NOVEMBER));
		go_to(start(NOVEMBER) + 5 * DAYS);
		assert!(!Fees::is_live(0));
		assert_eq!(NextPeriod::<Test>::get(1), Some(month(2027, 1)));
	});
}

#[test]
fn a_genesis_charge_bills_the_past_only_if_it_says_so() {
	for bill_past in [false, true] {
		let august = GenesisCharge { first: Some(month(2026, 8)), bill_past, ..genesis_charge() };
		ExtBuilder::default().charges(vec![august]).build_and_execute(|| {
			go_to(Now::get());
			let mut billed: Vec<_> = Bills::<Test>::iter_keys().filter(|key| key.0 == 0).map(|key| key.2).collect();
			billed.sort();
			let all: Vec<_> = (8..12).map(|number| month(2026, number)).collect();
			assert_eq!(billed, if bill_past { &all[..] } else { &all[2..] });
			assert_eq!(WaitingPeriods::<Test>::iter().count(), if bill_past { 0 } else { 2 });
			assert_eq!(PastDecisions::<Test>::iter().count(), 0);
		});
	}
}

#[test]
#[should_panic(expected = "InvalidPeriod")]
fn a_genesis_charge_without_a_first_period_has_no_past_to_bill() {
	ExtBuilder::default().charges(vec![GenesisCharge { bill_past: true, ..genesis_charge() }]).build();
}

#[test]
#[should_panic(expected = "charge number 0 of the chain spec is invalid")]
fn an_invalid_genesis_charge_is_named_in_the_panic() {
	ExtBuilder::default().charges(vec![GenesisCharge { rate: 0, ..genesis_charge() }]).build();
}

#[test]
fn the_genesis_config_is_read_from_json() {
	let json = r#"{"rules":{"prepayment_months":12,"allocation":"late_fee_first"},"charges":[
		{"pot":0,"basis":{"per_area":{"kinds":["residential"]}},"rate":280,"period":"month","due_days":15,
		"grace_days":30,"late_rate":{"numerator":5,"denominator":10000},
		"late_cap":{"numerator":30,"denominator":100}}]}"#;
	let genesis: crate::GenesisConfig<Test> = serde_json::from_str(json).unwrap();
	assert_eq!(genesis.charges, vec![genesis_charge()]);
	assert_eq!(genesis.rules, FeeRules::default());
}

#[test]
fn metered_charges_and_tiers_are_read_from_json() {
	let basis = r#"{"metered":{"kinds":["residential"],"utility":"cold_water"}}"#;
	assert_eq!(serde_json::from_str::<Basis>(basis).unwrap(), water().basis);
	let basis = r#"{"shared_meter":{"meter":7,"kinds":["residential"],"by":"area"}}"#;
	let shared = Basis::SharedMeter { meter: 7, kinds: kinds(&[UnitKind::Residential]), by: SharedBy::Area };
	assert_eq!(serde_json::from_str::<Basis>(basis).unwrap(), shared);
	let tiers: Tiers = serde_json::from_str(r#"[{"above":10000,"rate":200000}]"#).unwrap();
	assert_eq!(tiers.into_inner(), vec![Tier { above: 10_000, rate: 200_000 }]);
}

#[test]
fn a_genesis_charge_has_its_tiers() {
	let tiers = Tiers::try_from(vec![Tier { above: 10_000, rate: 200_000 }]).unwrap();
	let metered = GenesisCharge { basis: water().basis, tiers: tiers.clone(), ..genesis_charge() };
	ExtBuilder::default().charges(vec![metered]).build_and_execute(|| {
		assert_eq!(Rates::<Test>::get(0)[0].tiers, tiers);
	});
}

#[test]
#[should_panic(expected = "InvalidTiers")]
fn a_genesis_charge_without_meters_has_no_tiers() {
	let tiers = Tiers::try_from(vec![Tier { above: 10_000, rate: 200_000 }]).unwrap();
	ExtBuilder::default().charges(vec![GenesisCharge { tiers, ..genesis_charge() }]).build();
}
