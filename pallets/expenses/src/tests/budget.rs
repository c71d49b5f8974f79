// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, types::*, Budgets, Error, Event, Lines};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{Fen, PotId};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

fn set(list: &[(&str, PotId, Fen)]) -> DispatchResult {
	Spending::set_budget(signed(ASSEMBLY), 2026, lines(list))
}

#[test]
fn a_decision_sets_a_budget() {
	ExtBuilder::default().build_and_execute(|| {
		let list = lines(&[("绿化", OPERATING, 100), ("Lights", INCOME, 0)]);
		assert_ok!(Spending::set_budget(signed(ASSEMBLY), 2027, list.clone()));
		let budget = Budget { decision: Some(DECISION), moment: START, lines: 2 };
		assert_eq!(Budgets::<Test>::get(2027), Some(budget));
		let name = "Lights".as_bytes().to_vec().try_into().unwrap();
		let line = Line { name, pot: INCOME, cap: 0, committed: 0, spent: 0, expenses: 0, reversed: 0, payee: None };
		assert_eq!(Lines::<Test>::get(2027, 1), Some(line));
		System::assert_last_event(Event::BudgetSet { year: 2027, decision: Some(DECISION), lines: list }.into());
		// The budget of the other year is unchanged.
		assert_eq!(line_names(), ["Gardens", "Roofs"]);
	});
}

fn line_names() -> Vec<String> {
	let budget = Spending::budget(2026).unwrap();
	budget.lines.into_iter().map(|line| String::from_utf8(line.name.into_inner()).unwrap()).collect()
}

#[test]
fn the_bootstrap_key_has_no_decision() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Spending::set_budget(RuntimeOrigin::root(), 2027, lines(&[GARDEN_LINE])));
		assert_eq!(Budgets::<Test>::get(2027).unwrap().decision, None);
	});
}

#[test]
fn only_the_budget_origin_sets_a_budget() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [MAX, COMMITTEE, ADA, CORA, STRANGER] {
			assert_noop!(Spending::set_budget(signed(who), 2026, lines(&[GARDEN_LINE])), BadOrigin);
		}
	});
}

#[test]
fn invalid_budgets_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(set(&[]), Error::<Test>::InvalidBudget);
		assert_noop!(set(&[("Gardens", 3, 1)]), Error::<Test>::PotNotFound);
		assert_noop!(set(&[GARDEN_LINE, ("", OPERATING, 1)]), Error::<Test>::InvalidName);
		assert_noop!(set(&[("  ", OPERATING, 1)]), Error::<Test>::InvalidName);
		assert_noop!(set(&[("two\nlines", OPERATING, 1)]), Error::<Test>::InvalidName);
		for year in [0, 1969, 10_000] {
			let call = Spending::set_budget(signed(ASSEMBLY), year, lines(&[GARDEN_LINE]));
			assert_eq!(call, Err(Error::<Test>::InvalidMonth.into()));
		}
		let mut unreadable = lines(&[GARDEN_LINE]);
		unreadable[0].name = vec![0xff, 0xfe].try_into().unwrap();
		assert_noop!(Spending::set_budget(signed(ASSEMBLY), 2026, unreadable), Error::<Test>::InvalidName);
	});
}

#[test]
fn an_unused_line_can_be_changed_or_removed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set(&[("Lifts", INCOME, 7)]));
		assert_eq!(line_names(), ["Lifts"]);
		assert_eq!(Lines::<Test>::get(2026, 1), None);
		assert_ok!(set(&[("Lifts", OPERATING, 7), ("A", INCOME, 1), ("B", INCOME, 1)]));
		assert_eq!(line(0).pot, OPERATING);
		assert_eq!(line_names(), ["Lifts", "A", "B"]);
	});
}

#[test]
fn a_used_line_keeps_its_name_pot_and_position() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(100, 1));
		// Even a withdrawn expense still names the line.
		assert_ok!(Spending::withdraw(signed(MAX), 0));
		assert_noop!(set(&[("Trees", OPERATING, 6_000_000), ROOF_LINE]), Error::<Test>::LineAlreadyUsed);
		assert_noop!(set(&[("Gardens", INCOME, 6_000_000), ROOF_LINE]), Error::<Test>::LineAlreadyUsed);
		assert_noop!(set(&[ROOF_LINE, GARDEN_LINE]), Error::<Test>::LineAlreadyUsed);
		assert_ok!(set(&[GARDEN_LINE]));
		assert_eq!(line(GARDENS).expenses, 1);
	});
}

#[test]
fn a_used_line_cannot_be_removed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_roof(100, 1, Related::All));
		assert_noop!(set(&[GARDEN_LINE]), Error::<Test>::LineRequired);
		assert_ok!(set(&[GARDEN_LINE, ROOF_LINE]));
	});
}

#[test]
fn a_cap_cannot_be_below_the_used_amount() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved(700, 1);
		assert_ok!(Spending::pay(signed(STRANGER), id, 0));
		assert_ok!(propose(300, 2));
		assert_noop!(set(&[("Gardens", OPERATING, 999), ROOF_LINE]), Error::<Test>::CapTooLow);
		assert_ok!(set(&[("Gardens", OPERATING, 1_000), ROOF_LINE]));
		assert_eq!(sums(GARDENS), (300, 700));
		assert_noop!(propose(1, 3), Error::<Test>::InsufficientBudget);
		assert_ok!(set(&[("Gardens", OPERATING, 1_001), ROOF_LINE]));
		assert_ok!(propose(1, 3));
	});
}

#[test]
fn an_amendment_that_fails_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_roof(100, 1, Related::All));
		assert_noop!(set(&[("Trees", INCOME, 1), ("Roofs", REPAIR, 99)]), Error::<Test>::CapTooLow);
		assert_eq!(line_names(), ["Gardens", "Roofs"]);
	});
}
