// SPDX-License-Identifier: Apache-2.0

//! Classes in which only units of some kinds take part.

use crate::{mock::*, tally::Choice, types::*, verdict::Verdict, *};
use frame_support::{assert_noop, assert_ok, traits::EnsureOrigin};
use linli_primitives::{traits::UnitView, Fraction, Power, UnitKind, UnitKinds};

/// After the classes of the mock: ordinary, and garages take no part.
const NO_GARAGES: ClassId = 4;
/// The same by three quarters.
const NO_GARAGES_MAJOR: ClassId = 5;

fn no_garages() -> UnitKinds {
	UnitKinds::of(&[UnitKind::Residential, UnitKind::Commercial, UnitKind::Storage])
}

/// Without garages the owners decide on common parts.
fn book() -> RuleBook {
	let mut book = rule_book();
	for place in [ORDINARY, MAJOR] {
		let class = DecisionClass { kinds: Some(no_garages()), ..book.classes[usize::from(place)] };
		book.classes.try_push(class).unwrap();
	}
	book.matters.common_parts = NO_GARAGES;
	book.petition = Fraction::new(1, 2);
	book
}

/// Owners 0 to 5 have a home each, 4 and 5 in building 2; 5 also has a garage, and 6 only a large one.
fn run(test: impl FnOnce()) {
	ExtBuilder(Some(book())).build_and_execute(|| {
		Counted::set(vec![no_garages()]);
		let garage = |owner, area| UnitView { kind: UnitKind::Parking, ..flat(1, area, owner) };
		let mut units: Vec<_> = (0..6).map(|owner| flat(1 + u16::from(owner >= 4), 10_000, owner)).collect();
		units.extend([garage(5, 50_000), garage(6, 90_000)]);
		Register::begin_with(units);
		test();
	});
}

#[test]
fn units_of_other_kinds_neither_vote_nor_count() {
	run(|| {
		let id = propose(motion(None), NO_GARAGES);
		let poll = Polls::<Test>::get(id).unwrap();
		assert_eq!((poll.total, poll.kinds), (Power { area: 60_000, heads: 6 }, Some(no_garages())));
		assert_eq!(Governance::electorate(id).unwrap().kinds, Some(no_garages()));
		sleep(NOTICE);
		assert_noop!(cast(id, 6, Choice::Against), Error::<Test>::NotInElectorate);
		assert_noop!(Governance::grant_proxy(of(6), id, acc(1), None), Error::<Test>::NotInElectorate);
		assert_eq!(Governance::proposal_of_owner(id, 6).unwrap().may, Permits::default());
		assert_ok!(cast(id, 5, Choice::Against));
		assert_eq!(Ballots::<Test>::get(id, 5).unwrap().power, Power { area: 10_000, heads: 1 });
		// Four of six are two thirds; with the garages 40 000 of 200 000 would have been for.
		cast_all(id, 0..3, Choice::For);
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
		assert_eq!(Governance::certificate(id).unwrap().verdict, Verdict::Passed);
		assert_noop!(Governance::challenge(of(6), id, hash(1)), Error::<Test>::NotInElectorate);
	});
}

#[test]
fn other_classes_count_all_units_that_vote() {
	run(|| {
		let id = vote_on(None, ORDINARY);
		assert_eq!(Polls::<Test>::get(id).unwrap().total, Power { area: 200_000, heads: 7 });
		cast_all(id, [5, 6], Choice::For);
		assert_eq!(Ballots::<Test>::get(id, 5).unwrap().power.area, 60_000);
	});
}

#[test]
fn kinds_and_buildings_narrow_the_electorate_together() {
	run(|| {
		let id = propose_in(motion(None), NO_GARAGES, Some(vec![2]));
		assert_eq!(Polls::<Test>::get(id).unwrap().total, Power { area: 20_000, heads: 2 });
		sleep(NOTICE);
		assert_noop!(cast(id, 0, Choice::For), Error::<Test>::NotInElectorate);
		assert_ok!(cast(id, 5, Choice::For));
	});
}

#[test]
fn petitions_are_counted_without_the_others_as_well() {
	run(|| {
		let petition = |owner| Governance::petition(of(owner), motion(None), NO_GARAGES, None, hash(1), place());
		assert_eq!(petition(6), Err(Error::<Test>::NotInElectorate.into()));
		assert_ok!(petition(0));
		let id = NextProposal::<Test>::get() - 1;
		assert_noop!(Governance::support(of(6), id), Error::<Test>::NotInElectorate);
		assert_eq!(Governance::proposal_of_owner(id, 6).unwrap().may, Permits::default());
		assert_ok!(Governance::support(of(5), id));
		assert!(matches!(state(id), State::Petition { heads: 6, supporters: 2, .. }));
		assert_ok!(Governance::withdraw_support(of(5), id));
		assert!(matches!(state(id), State::Petition { supporters: 1, .. }));
		// Three of six.
		assert_ok!(Governance::support(of(1), id));
		assert_ok!(Governance::support(of(2), id));
		assert!(matches!(state(id), State::Announced { .. }));
	});
}

#[test]
fn kinds_that_the_register_does_not_count_are_refused() {
	run(|| {
		Counted::set(Vec::new());
		let propose = Governance::propose(committee(), motion(None), NO_GARAGES, None, hash(1), place());
		assert_eq!(propose, Err(Error::<Test>::KindsNotCounted.into()));
		let set = Governance::set_rule_book(decision(Level::Major), book());
		assert_eq!(set, Err(Error::<Test>::KindsNotCounted.into()));
		assert_ok!(Governance::set_rule_book(decision(Level::Major), rule_book()));
	});
}

#[test]
fn a_higher_level_suffices_by_the_same_kinds_only() {
	let book = book();
	for (class, common_parts, charges) in [
		(NO_GARAGES, true, false),
		(NO_GARAGES_MAJOR, true, false),
		(ORDINARY, false, true),
		// Three quarters of all: the garages would have decided as well.
		(MAJOR, false, true),
	] {
		let found = [Matter::CommonParts, Matter::Charges].map(|matter| book.suffices(class, matter));
		assert_eq!(found, [common_parts, charges], "class {class}");
	}
	run(|| {
		let decided = |rule_book, class, level, matter| -> RuntimeOrigin {
			Origin::Decided { proposal: 7, rule_book, class, level, electorate: None, matter }.into()
		};
		let on_charges = |rule_book, class, level| {
			let origin = decided(rule_book, class, level, Matter::Charges);
			EnsureDecision::<Test, matters::Charges>::try_origin(origin).is_ok()
		};
		let on_parts = |rule_book, class, level| {
			let origin = decided(rule_book, class, level, Matter::CommonParts);
			EnsureDecision::<Test, matters::CommonParts>::try_origin(origin).is_ok()
		};
		assert!(on_charges(0, MAJOR, Level::Major) && !on_charges(0, NO_GARAGES_MAJOR, Level::Major));
		assert!(on_parts(0, NO_GARAGES_MAJOR, Level::Major) && !on_parts(0, MAJOR, Level::Major));
		// Under the next rule book all owners decide on common parts: those without garages alone do no more.
		assert_ok!(Governance::set_rule_book(decision(Level::Major), rule_book()));
		assert!(on_charges(0, MAJOR, Level::Major));
		assert!(!on_parts(0, NO_GARAGES_MAJOR, Level::Major));
	});
}
