// SPDX-License-Identifier: Apache-2.0

//! Rolling limits: nothing is gained by cutting an amount into pieces (D53).

use crate::{mock::*, types::*, Error, Rolling};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{traits::Person, Fen, Moment, PotId};
use sp_runtime::DispatchResult;

/// Midday of the first of November 2027 in UTC+8, a year after the month of [`START`], and of the last day before it.
const NOVEMBER_2027: Moment = 1_825_041_600_000;
const OCTOBER_2027: Moment = NOVEMBER_2027 - linli_primitives::calendar::DAY;

fn needs(id: u32) -> Approver {
	expense(id).needs
}

fn to_gardener(lane: Lane) -> Limit<AccountId> {
	Limit::Payee { lane, payee: Supplier::Person(Person::Account(GARDENER)) }
}

/// Proposes an emergency: a broken main, paid from a pot that belongs to no units.
fn propose_main(pot: PotId, payee: Payee<AccountId>, amount: Fen, number: u8) -> DispatchResult {
	let (kind, related, invoice) = (EmergencyKind::Mains, Related::Nobody, invoice(number, amount));
	Spending::propose_emergency(signed(MIRA), kind, pot, payee, amount, invoice, hash(90), related, NOVEMBER)
}

#[test]
fn an_amount_in_pieces_asks_the_same_approvals() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		assert_ok!(propose(300_000, 1));
		assert_ok!(propose(199_999, 2));
		assert_ok!(propose(1, 3));
		assert_ok!(propose(499_999, 4));
		assert_ok!(propose(1, 5));
		assert_eq!([needs(0), needs(1)], [Approver::Committee; 2]);
		assert_eq!([needs(2), needs(3)], [Approver::CommitteeAndAuditor; 2]);
		assert_eq!(needs(4), Approver::Assembly);
		// What the assembly decides does not count: it was asked.
		assert_eq!(Spending::counted(to_gardener(Lane::Line)), 999_999);
		// Another payee is another sum.
		assert_ok!(propose_to(Payee::Account(STRANGER), 499_999, 6));
		assert_eq!(needs(5), Approver::Committee);
	});
}

#[test]
fn the_sum_of_a_payee_holds_for_all_pots() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(600_000, 1));
		assert_ok!(propose_roof(400_000, 2, Related::All));
		assert_eq!([needs(0), needs(1)], [Approver::Committee, Approver::Assembly]);
	});
}

#[test]
fn what_is_not_spent_does_not_count() {
	ExtBuilder::default().build_and_execute(|| {
		let counted = || Spending::counted(to_gardener(Lane::Line));
		assert_ok!(propose(400_000, 1));
		assert_ok!(propose(500_000, 2));
		assert_ok!(Spending::refuse(signed(COMMITTEE), 0, hash(8)));
		assert_eq!(counted(), 500_000);
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 1, terms(1)));
		assert_ok!(Spending::pay(signed(STRANGER), 1, 0));
		assert_eq!(counted(), 500_000);
		assert_ok!(Spending::record_refund(signed(CORA), 0, 1, 100_000, reference("IN-1"), None, 0));
		assert_eq!(counted(), 400_000);
		assert_ok!(propose(599_999, 3));
		assert_eq!(needs(2), Approver::Committee);
		assert_ok!(Spending::withdraw(signed(MAX), 2));
		assert_ok!(Spending::record_refund(signed(CORA), 0, 1, 400_000, reference("IN-2"), None, 0));
		assert!(!Rolling::<Test>::contains_key(to_gardener(Lane::Line)));
	});
}

#[test]
fn emergencies_of_a_pot_share_one_cap() {
	ExtBuilder::default().build_and_execute(|| {
		let payee = |number| Payee::Bank(hash(number));
		assert_ok!(propose_main(OPERATING, payee(1), 3_000_000, 1));
		assert_noop!(propose_main(OPERATING, payee(2), 2_000_001, 2), Error::<Test>::EmergencyCapExceeded);
		assert_ok!(propose_main(OPERATING, payee(2), 2_000_000, 2));
		assert_noop!(propose_main(OPERATING, payee(3), 1, 3), Error::<Test>::EmergencyCapExceeded);
		assert_ok!(propose_main(INCOME, payee(3), 1, 3));
		assert_eq!(Spending::counted(Limit::Pot { lane: Lane::Emergency, pot: OPERATING }), 5_000_000);
	});
}

#[test]
fn emergencies_to_a_payee_share_one_cap() {
	ExtBuilder::default().build_and_execute(|| {
		let payee = || Payee::Account(GARDENER);
		assert_ok!(propose_main(OPERATING, payee(), 3_000_000, 1));
		assert_noop!(propose_main(INCOME, payee(), 2_000_001, 2), Error::<Test>::EmergencyCapExceeded);
		assert_ok!(propose_main(INCOME, payee(), 2_000_000, 2));
		assert_eq!(Spending::counted(to_gardener(Lane::Emergency)), 5_000_000);
		// Lines are another lane.
		assert_ok!(propose(999_999, 3));
		assert_eq!(needs(2), Approver::Committee);
	});
}

#[test]
fn after_twelve_months_an_amount_counts_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(999_999, 1));
		assert_ok!(propose_main(OPERATING, Payee::Account(GARDENER), 5_000_000, 2));
		Now::set(OCTOBER_2027);
		assert_eq!(Spending::counted(to_gardener(Lane::Line)), 999_999);
		assert_noop!(propose_main(OPERATING, Payee::Bank(hash(4)), 1, 3), Error::<Test>::EmergencyCapExceeded);
		Now::set(NOVEMBER_2027);
		assert_eq!(Spending::counted(to_gardener(Lane::Line)), 0);
		assert_ok!(propose_main(OPERATING, Payee::Bank(hash(4)), 5_000_000, 3));
		// The first are forgotten only when another is counted; taking them back then changes nothing.
		assert_ok!(Spending::withdraw(signed(MIRA), 1));
		assert_ok!(Spending::withdraw(signed(MAX), 0));
		assert_eq!(Spending::counted(Limit::Pot { lane: Lane::Emergency, pot: OPERATING }), 5_000_000);
	});
}

#[test]
fn lines_of_the_repair_pot_share_the_thresholds() {
	ExtBuilder::default().build_and_execute(|| {
		let propose = |payee, amount, number| {
			let (payee, related) = (Payee::Bank(hash(payee)), buildings(&[2]));
			Spending::propose(signed(MAX), 2026, ROOFS, payee, amount, invoice(number, amount), NOVEMBER, related)
		};
		assert_ok!(propose(1, 600_000, 1));
		assert_ok!(propose(2, 399_999, 2));
		assert_ok!(propose(3, 1, 3));
		assert_eq!([needs(0), needs(1), needs(2)], [Approver::Committee, Approver::Committee, Approver::Assembly]);
		assert_eq!(Spending::counted(Limit::Pot { lane: Lane::Line, pot: REPAIR }), 999_999);
		// Other pots' lines count by payee only.
		assert_ok!(propose_to(Payee::Bank(hash(4)), 999_999, 4));
		assert_eq!(needs(3), Approver::Committee);
	});
}

#[test]
fn all_accounts_of_a_payee_count_together() {
	ExtBuilder::default().build_and_execute(|| {
		SamePeople::set(vec![(GARDENER, STRANGER)]);
		assert_ok!(propose(600_000, 1));
		assert_ok!(propose_to(Payee::Account(STRANGER), 400_000, 2));
		assert_eq!([needs(0), needs(1)], [Approver::Committee, Approver::Assembly]);
		// An expense counts for the person who was the payee when it was entered.
		SamePeople::set(vec![]);
		assert_eq!(Spending::counted(to_gardener(Lane::Line)), 600_000);
		assert_ok!(Spending::withdraw(signed(MAX), 0));
		assert_eq!(Spending::counted(to_gardener(Lane::Line)), 0);
	});
}

/// Sets a budget of 2026 whose first line, from the pot, names the gardener.
fn name_gardener(who: RuntimeOrigin, pot: PotId) -> DispatchResult {
	let mut lines = lines(&[("Gardens", pot, 6_000_000), ROOF_LINE]);
	lines[0].payee = Some(Payee::Account(GARDENER));
	Spending::set_budget(who, 2026, lines)
}

#[test]
fn a_payee_named_on_the_line_does_not_ask_the_assembly_again() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		assert_ok!(name_gardener(signed(ASSEMBLY), OPERATING));
		for invoice in 1..=2 {
			assert_ok!(propose(450_000, invoice));
		}
		assert_ok!(propose(500_000, 3));
		assert_ok!(propose(1_000_000, 4));
		let (one, both) = (Approver::Committee, Approver::CommitteeAndAuditor);
		assert_eq!([0, 1, 2, 3].map(needs), [one, one, both, both]);
		assert_eq!(Spending::counted(to_gardener(Lane::Line)), 0);
		// The cap holds, and other payees count as ever.
		assert_noop!(propose(3_600_001, 5), Error::<Test>::InsufficientBudget);
		assert_ok!(propose_to(Payee::Account(STRANGER), 1_000_000, 5));
		assert_eq!(needs(4), Approver::Assembly);
		// Once the payee is on the committee, the assembly decides.
		Members::mutate(|members| members.push(GARDENER));
		assert_ok!(propose(1, 6));
		assert_eq!(needs(5), Approver::Assembly);
	});
}

#[test]
fn the_key_names_nobody_and_neither_do_all_owners_for_some_units() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(name_gardener(RuntimeOrigin::root(), OPERATING));
		assert_ok!(propose(1_000_000, 1));
		assert_ok!(Spending::withdraw(signed(MAX), 0));
		assert_eq!(needs(0), Approver::Assembly);
	});
	ExtBuilder::default().build_and_execute(|| {
		let mut lines = lines(&[GARDEN_LINE, ROOF_LINE]);
		lines[1].payee = Some(Payee::Account(GARDENER));
		assert_ok!(Spending::set_budget(signed(ASSEMBLY), 2026, lines));
		assert_ok!(propose_roof(1_000_000, 1, Related::All));
		assert_eq!(needs(0), Approver::Assembly);
	});
}
