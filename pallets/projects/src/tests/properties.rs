// SPDX-License-Identifier: Apache-2.0

//! Random operations, valid and invalid, in any order: no fen is lost or duplicated, and no milestone is paid twice.

use crate::{mock::*, types::*, Event, NextProject};
use frame_support::storage::with_storage_layer;
use linli_primitives::{calendar::DAY, Fen, Fraction, MilestoneId, ProjectId};
use proptest::{
	prelude::*,
	test_runner::{Config, TestRunner},
};
use std::collections::{BTreeMap, BTreeSet};

/// Number of runs, and of steps per run: 32,000 steps in total.
const RUNS: u32 = 32;
const STEPS: usize = 1_000;

/// An operation and three numbers that select its arguments.
pub(super) type Chance = (u8, u8, u8, u16);

pub(super) fn chance() -> impl Strategy<Value = Chance> {
	(0..52u8, any::<u8>(), any::<u8>(), any::<u16>())
}

/// Terms with one to three pots, one to three milestones and various shares.
fn some_terms(a: u8, b: u8, c: u16) -> ProjectTerms<AccountId> {
	let amounts: Vec<Fen> = (0..=a % 3).map(|place| 1 + Fen::from(c % 977) * Fen::from(place + 1)).collect();
	let mut terms = terms(OPERATING, &amounts);
	let whole: Fen = amounts.iter().sum();
	let source = |pot, amount| Source { pot, amount };
	let third = whole / 3;
	let sources = match b % 5 {
		0 => vec![source(INCOME, whole)],
		1 => vec![source(REPAIR, whole)],
		2 if third > 0 => vec![source(OPERATING, whole - third), source(REPAIR, third)],
		3 if third > 1 => vec![source(INCOME, 1), source(OPERATING, third), source(REPAIR, whole - third - 1)],
		_ => vec![source(OPERATING, whole)],
	};
	terms.sources = sources.try_into().unwrap();
	terms.related = match a % 4 {
		0 => Some(buildings(&[1])),
		_ => None,
	};
	terms.inspections_needed = 1 + b % 3;
	terms.retention = [Fraction::ZERO, Fraction::new(5, 100), Fraction::new(1, 3)][usize::from(c % 3)];
	terms.warranty = Fen::from(c % 4) as u64 * 10 * DAY;
	terms
}

/// Performs one operation, valid or not.
pub(super) fn act((what, a, b, c): Chance) -> bool {
	let open = open_projects();
	// Usually an open project, sometimes a closed or missing one.
	let id: ProjectId = match open.get(usize::from(a) % (open.len() + 1)) {
		Some(id) => *id,
		None => u32::from(a) % (NextProject::<Test>::get() + 1),
	};
	let number: MilestoneId = b % 4;
	let amount = Fen::from(c) % 2_000;
	let inspector = INSPECTORS[usize::from(c % 3)];
	let held_back = project_retained(id);
	let plain =
		|result: frame_support::dispatch::DispatchResultWithPostInfo| result.map(|_| ()).map_err(|error| error.error);
	let done = with_storage_layer(|| match what {
		0..=3 => {
			let who = [ALL, ALL, BUILDING_1, BUILDING_2][usize::from(b % 4)];
			plain(Projects::open(signed(who), some_terms(a, b, c), 6))
		}
		4..=9 => Projects::submit(signed(contractor(id)), id, number, hash(1), version(id)),
		10..=19 => Projects::inspect(signed(inspector), id, number, c % 4 != 0, hash(2)),
		20..=22 => Projects::object(signed(owner(u32::from(c) % 11)), id, number, hash(4)),
		23..=25 => Projects::dispute(signed(contractor(id)), id, number, hash(3), version(id)),
		26..=28 => {
			let share = [0, amount / 4, amount][usize::from(c % 3)];
			let who = [RULER, RULER, ALL, BUILDING_1][usize::from(b % 4)];
			let rule = || plain(Projects::rule(signed(who), id, number, share, hash(5), 6));
			if a % 3 == 0 {
				// The pots can receive, the contractor cannot.
				ExistentialDeposit::set(POT / 2);
				let done = rule();
				ExistentialDeposit::set(1);
				done
			} else {
				rule()
			}
		}
		29..=33 => Projects::pay(signed(STRANGER), id, number),
		34 => while_nobody_receives(|| Projects::pay(signed(STRANGER), id, number)),
		35 => {
			let who = [COMMITTEE, COMMITTEE, ALL, BUILDING_1, STRANGER][usize::from(b % 5)];
			plain(Projects::cancel(signed(who), id, 6))
		}
		36 => Projects::release(signed(STRANGER), id),
		37 => while_nobody_receives(|| Projects::release(signed(STRANGER), id)),
		38 | 49 => Projects::claim_defect(
			signed(if b % 2 == 0 { COMMITTEE } else { inspector }),
			id,
			amount % (held_back + 2),
			hash(6),
		),
		39 | 46..=48 if b % 2 == 0 => Projects::withdraw_claim(signed(COMMITTEE), id),
		39 | 40 => {
			let who = [RULER, RULER, ALL, BUILDING_1][usize::from(b % 4)];
			plain(Projects::rule_claim(signed(who), id, amount % (held_back + 1), hash(7), 6))
		}
		41 | 42 => {
			let who = [ALL, BUILDING_1][usize::from(b % 2)];
			Projects::vary(signed(who), id, some_variation(a, number, c), version(id), hash(8))
		}
		43 => plain(Projects::conclude(signed(STRANGER), id, (c % 4 != 0).then_some(number), 6)),
		44 => while_only_pots_receive(|| plain(Projects::conclude(signed(STRANGER), id, Some(number), 6))),
		45 => {
			pass(200 * DAY);
			Ok(())
		}
		_ => {
			pass([1, DAY, 4 * DAY, 8 * DAY][usize::from(b % 4)]);
			Ok(())
		}
	});
	ExistentialDeposit::set(1);
	done.is_ok()
}

/// The contractors: the contract can be passed on from the first to the second.
const CONTRACTORS: [AccountId; 2] = [CONTRACTOR, 21];

/// The present contractor of a project.
fn contractor(id: ProjectId) -> AccountId {
	crate::Terms::<Test>::get(id).map_or(CONTRACTOR, |terms| terms.contractor)
}

/// A variation, valid or not.
fn some_variation(a: u8, milestone: MilestoneId, c: u16) -> Variation<AccountId> {
	match a % 4 {
		0 => Variation::Deadline { milestone, deadline: Now::get() + u64::from(c % 90) * DAY },
		1 => Variation::Inspector { from: INSPECTORS[usize::from(c % 3)], to: INSPECTORS[usize::from(c % 2)] },
		2 => Variation::Contractor { to: CONTRACTORS[usize::from(c % 2)] },
		_ => Variation::Amount { from: milestone, to: milestone ^ 1, amount: Fen::from(c) % 300 },
	}
}

fn project_retained(id: ProjectId) -> Fen {
	crate::Projects::<Test>::get(id).map_or(0, |project| project.retained)
}

/// Checks that every fen is in a pot, in escrow or on a contractor's account.
pub(super) fn every_fen_is_somewhere(issuance: Fen) {
	let pots: Fen = [OPERATING, REPAIR, INCOME].map(pot).iter().sum();
	let escrow: Fen = open_projects().into_iter().map(held).sum();
	assert_eq!(Projects::totals().held, escrow);
	let paid: Fen = CONTRACTORS.iter().map(|who| Balances::free_balance(*who)).sum();
	assert_eq!(pots + escrow + paid, issuance);
	assert_eq!(Balances::total_issuance(), issuance);
	assert!(TestRepair::belonging() <= pot(REPAIR));
}

#[test]
fn no_fen_is_lost_and_no_milestone_paid_twice() {
	let mut seen = BTreeSet::new();
	let strategy = prop::collection::vec(chance(), STEPS);
	let mut runner = TestRunner::new_with_rng(
		Config { cases: linli_testing::cases(RUNS), failure_persistence: None, ..Config::default() },
		proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
	);
	let seen_in_all = std::cell::RefCell::new(&mut seen);
	runner
		.run(&strategy, |chances| {
			ExtBuilder.build_and_execute(|| {
				let issuance = Balances::total_issuance();
				let mut payments = BTreeMap::<(ProjectId, MilestoneId), u32>::new();
				let mut shares: i128 = 0;
				for (number, chance) in chances.into_iter().enumerate() {
					let was_done = act(chance);
					let events = events();
					assert!(was_done || events.is_empty(), "a failed call deposited an event");
					for event in events {
						seen_in_all.borrow_mut().insert(name(&event));
						match event {
							Event::Paid { project, milestone, .. } => {
								*payments.entry((project, milestone)).or_default() += 1;
							}
							Event::Funded { pot: REPAIR, amount, .. } => shares -= amount as i128,
							Event::Returned { pot: REPAIR, amount, .. } => shares += amount as i128,
							_ => (),
						}
					}
					assert!(payments.values().all(|count| *count == 1), "a milestone was paid twice");
					every_fen_is_somewhere(issuance);
					if number % 50 == 0 {
						Projects::do_try_state().unwrap();
					}
				}
				let at_first = 3_500_079;
				assert_eq!((0..6).map(TestRepair::share).sum::<i128>(), at_first + shares);
			});
			Ok(())
		})
		.unwrap();
	let all = [
		"Accepted",
		"Cancelled",
		"ClaimRuled",
		"ClaimWithdrawn",
		"Closed",
		"Concluded",
		"DefectClaimed",
		"Disputed",
		"Funded",
		"Inspected",
		"Objected",
		"Opened",
		"Paid",
		"PaymentFailed",
		"Rejected",
		"Released",
		"Returned",
		"Ruled",
		"Submitted",
		"Varied",
		"WarrantyBegan",
	];
	assert_eq!(seen.into_iter().collect::<Vec<_>>(), all, "the operations do not reach every event");
}

fn name(event: &Event<Test>) -> String {
	format!("{event:?}").split([' ', '{']).next().unwrap_or_default().replace("Event::", "")
}
