// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, Fen};
use sp_runtime::DispatchError::BadOrigin;

fn tiers(list: &[(Fen, Approver)]) -> ExpenseRules {
	let tiers = list.iter().map(|(from, approver)| Tier { from: *from, approver: *approver }).collect::<Vec<_>>();
	ExpenseRules { tiers: tiers.try_into().unwrap(), ..ExpenseRules::default() }
}

fn emergency(cap: Fen, committee_time: u64, audit_time: u64) -> ExpenseRules {
	ExpenseRules { emergency: EmergencyRules { cap, committee_time, audit_time }, ..ExpenseRules::default() }
}

#[test]
fn the_defaults_are_those_of_the_law_pack() {
	let rules = ExpenseRules::default();
	assert_eq!(rules.validate(), Ok(()));
	assert_eq!(rules.tiers.len(), 2);
	assert_eq!(rules.approver_of(0), Some(Approver::Committee));
	assert_eq!(rules.approver_of(999_999), Some(Approver::Committee));
	assert_eq!(rules.approver_of(1_000_000), Some(Approver::Assembly));
	assert_eq!(rules.approver_of(Fen::MAX), Some(Approver::Assembly));
	assert_eq!(rules.emergency, EmergencyRules { cap: 5_000_000, committee_time: 7 * DAY, audit_time: 30 * DAY });
	ExtBuilder::default().build_and_execute(|| assert_eq!(Spending::rules(), rules));
}

#[test]
fn a_tier_begins_at_its_amount() {
	let rules = three_tiers();
	let at = |amount| rules.approver_of(amount).unwrap();
	assert_eq!(
		(at(499_999), at(500_000), at(500_001)),
		(Approver::Committee, Approver::CommitteeAndAuditor, Approver::CommitteeAndAuditor)
	);
	assert_eq!((at(999_999), at(1_000_000)), (Approver::CommitteeAndAuditor, Approver::Assembly));
}

#[test]
fn each_requirement_names_its_approvers() {
	let asked = |needs: Approver| (needs.asks_committee(), needs.asks_auditor(), needs.asks_assembly());
	assert_eq!(asked(Approver::Committee), (true, false, false));
	assert_eq!(asked(Approver::CommitteeAndAuditor), (true, true, false));
	assert_eq!(asked(Approver::Assembly), (false, false, true));
}

#[test]
fn invalid_rules_are_refused() {
	use Approver::{Assembly, Committee};
	let bad = [
		(tiers(&[]), RulesError::NoTierFromZero),
		(tiers(&[(1, Committee)]), RulesError::NoTierFromZero),
		(tiers(&[(0, Committee), (5, Assembly), (5, Committee)]), RulesError::TiersOutOfOrder),
		(tiers(&[(0, Committee), (5, Assembly), (4, Committee)]), RulesError::TiersOutOfOrder),
		(emergency(1, 0, 1), RulesError::InvalidCommitteeTime),
		(emergency(1, MAX_SPAN + 1, 1), RulesError::InvalidCommitteeTime),
		(emergency(1, 1, 0), RulesError::InvalidAuditTime),
		(emergency(1, 1, MAX_SPAN + 1), RulesError::InvalidAuditTime),
	];
	ExtBuilder::default().build_and_execute(|| {
		for (rules, problem) in bad {
			assert_eq!(rules.validate(), Err(problem));
			assert_noop!(Spending::set_rules(RuntimeOrigin::root(), rules), Error::<Test>::InvalidRules(problem));
		}
		assert_eq!(emergency(0, MAX_SPAN, MAX_SPAN).validate(), Ok(()));
		assert_eq!(tiers(&[(0, Assembly)]).validate(), Ok(()));
	});
}

#[test]
fn a_decision_sets_rules() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Spending::set_rules(signed(COMMITTEE), three_tiers()), BadOrigin);
		assert_ok!(Spending::set_rules(RuntimeOrigin::root(), three_tiers()));
		assert_eq!(Spending::rules(), three_tiers());
		System::assert_last_event(Event::RulesSet { rules: three_tiers() }.into());
	});
}

#[test]
fn new_rules_do_not_affect_earlier_expenses() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(700_000, 1));
		assert_ok!(propose_lift(100, 2));
		assert_ok!(Spending::set_rules(RuntimeOrigin::root(), three_tiers()));
		assert_ok!(propose_to(Payee::Bank(hash(4)), 700_000, 3));
		assert_eq!(expense(0).needs, Approver::Committee);
		assert_eq!(expense(2).needs, Approver::CommitteeAndAuditor);
		let rules = emergency(5_000_000, 1, 1);
		assert_ok!(Spending::set_rules(RuntimeOrigin::root(), rules));
		let until = START + WEEK;
		assert!(matches!(expense(1).purpose, Purpose::Emergency { committee_until, .. } if committee_until == until));
	});
}

#[test]
fn genesis_sets_the_rules() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| assert_eq!(Spending::rules(), three_tiers()));
}

#[test]
#[should_panic(expected = "the rules of expenses are invalid")]
fn genesis_refuses_invalid_rules() {
	ExtBuilder::rules(tiers(&[])).build();
}
