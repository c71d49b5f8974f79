// SPDX-License-Identifier: Apache-2.0

//! The rule book and its versions (D26).

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{BuildStorage, DispatchError};

#[test]
fn a_major_decision_sets_the_rule_book() {
	ExtBuilder::default().build_and_execute(|| {
		let mut book = rule_book();
		book.proxies_per_holder = 0;
		for origin in [RuntimeOrigin::root(), committee(), of(0), decision(Level::Ordinary)] {
			assert_noop!(Governance::set_rule_book(origin, book.clone()), DispatchError::BadOrigin);
		}
		assert_ok!(Governance::set_rule_book(decision(Level::Major), book.clone()));
		assert_eq!(last_event(), Event::RuleBookSet { version: 1, proposal: 77 });
		assert_eq!(Governance::current_rule_book(), Some((1, book)));
		assert_eq!(RuleBooks::<Test>::get(0), Some(rule_book()));
	});
}

#[test]
fn an_invalid_rule_book_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let mut book = rule_book();
		book.matters.runtime = ORDINARY;
		assert_noop!(
			Governance::set_rule_book(decision(Level::Major), book),
			Error::<Test>::InvalidRuleBook(RuleBookError::MajorMatter)
		);
		CurrentRuleBook::<Test>::put(u32::MAX);
		RuleBooks::<Test>::insert(u32::MAX, rule_book());
		assert_noop!(Governance::set_rule_book(decision(Level::Major), rule_book()), Error::<Test>::Overflow);
		RuleBooks::<Test>::remove(u32::MAX);
		CurrentRuleBook::<Test>::put(0);
	});
}

#[test]
#[should_panic = "the genesis rule book is invalid"]
fn genesis_refuses_an_invalid_rule_book() {
	let mut book = rule_book();
	book.classes[0].window = 0;
	let config = GenesisConfig::<Test> { rule_book: Some(book), ..Default::default() };
	let _ = config.build_storage();
}
