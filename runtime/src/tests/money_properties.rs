// SPDX-License-Identifier: Apache-2.0

//! 120,000 random operations on money, valid and invalid, authorised and not. After each, every fen is accounted for
//! and nothing was paid twice; after every 500, all books agree with each other.

mod life;
mod sharing;
mod sums;

use super::{deciding::*, spending::*, *};
use life::Life;
use linli_primitives::{
	calendar::DAY, BookingId, Buildings, Cause, ContentHash, ExpenseId, Fen, Fraction, MilestoneId, PotId, ProjectId,
	UnitId,
};
use pallet_linli_expenses::types::{
	Approver, EmergencyKind, EmergencyRules, ExpenseRules, Payee, Purpose, Related, State as ExpenseState,
	StatedInvoice, Tier,
};
use pallet_linli_fees::types::{Credit, CreditScope, CreditState, Ruling};
use pallet_linli_fund::Direction;
use pallet_linli_governance::types::Level;
use pallet_linli_projects::types::{MilestoneState, ProjectState};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use Sr25519Keyring::{Alice, Bob, Ferdie, One, Two};

/// Communities per test, and operations per community: 120,000 in total.
const LIVES: u64 = 5;
const DEEDS: u32 = 6_000;

const RESIDENTS: [Sr25519Keyring; 5] = [Alice, One, Two, Bob, Ferdie];
const POTS: [PotId; 3] = [OPERATING, REPAIR, INCOME];
/// The units that pay fees, and those that take part in the repair fund once enrolled.
const HOMES: u32 = 4;
const UNITS: u32 = 5;

type Bank = pallet_linli_cashier::Call<Runtime>;
type Pots = pallet_linli_fund::Call<Runtime>;
type Bills = pallet_linli_fees::Call<Runtime>;
type Shares = pallet_linli_repair::Call<Runtime>;

/// The operations, their relative frequency, and the minimum number of successes in 30,000 operations.
const KINDS: [(&str, u32, u32); 74] = [
	("time", 12, 1_000),
	("receive", 4, 100),
	("receive for a pot", 3, 100),
	("receive for a unit", 3, 50),
	("request a payout", 3, 100),
	("cancel a payout", 1, 20),
	("order a payout", 3, 50),
	("book a payment", 7, 50),
	("propose a return", 4, 20),
	("confirm an outcome", 3, 10),
	("decline an outcome", 3, 4),
	("refuse a payout", 1, 20),
	("propose a reversal", 2, 50),
	("correct a payment", 2, 20),
	("approve a correction", 4, 20),
	("decline a correction", 1, 10),
	("recover a debt", 3, 3),
	("attest", 2, 50),
	("close a month", 2, 50),
	("donate", 2, 50),
	("transfer between pots", 3, 50),
	("transfer between residents", 2, 50),
	("pay bills", 6, 100),
	("refund a prepayment", 2, 20),
	("set a mandate", 1, 20),
	("revoke a mandate", 1, 10),
	("dispute a bill", 5, 20),
	("rule on a bill", 2, 20),
	("propose a waiver", 3, 20),
	("approve a waiver", 4, 10),
	("enrol", 2, 20),
	("deposit", 8, 200),
	("distribute", 2, 20),
	("set a budget", 1, 20),
	("propose", 8, 100),
	("propose an emergency", 3, 50),
	("approve as committee", 6, 100),
	("approve as auditor", 6, 20),
	("approve as assembly", 4, 12),
	("approve an emergency as auditor", 6, 10),
	("refuse", 1, 20),
	("withdraw", 1, 20),
	("pay an expense", 7, 50),
	("pay by bank", 7, 50),
	("file an audit", 5, 20),
	("record a refund", 4, 20),
	("open", 5, 50),
	("submit", 8, 100),
	("inspect", 16, 200),
	("object", 3, 20),
	("dispute", 4, 20),
	("rule", 4, 20),
	("pay a milestone", 8, 50),
	("cancel", 2, 10),
	("release", 4, 5),
	("claim a defect", 5, 10),
	("withdraw a claim", 1, 2),
	("rule on a claim", 3, 5),
	("pay a chosen bill", 3, 50),
	("prepay", 2, 50),
	("contest a bill that is half paid", 4, 10),
	("propose a credit note", 2, 10),
	("approve a credit note", 2, 5),
	("propose a move", 2, 5),
	("approve a move", 2, 1),
	("list", 1, 20),
	("book", 8, 100),
	("give up a booking", 1, 10),
	("begin", 6, 20),
	("give back", 3, 10),
	("claim damage", 5, 10),
	("accept damage", 2, 5),
	("contest damage", 4, 5),
	("rule on damage", 3, 5),
];

/// Outcomes that must also occur, and their minimum number.
const ENDS: [(&str, u32); 12] = [
	("an expense was paid here", 20),
	("an expense was paid by the bank", 20),
	("a payment failed", 5),
	("a refund was taken back", 1),
	("a milestone was paid", 50),
	("money came back", 20),
	("a project was closed", 20),
	("a retention was released", 5),
	("a late fee was paid", 20),
	("a bill was refunded", 5),
	("a booking was settled", 20),
	("a booking was cancelled", 10),
];

/// A deterministic random number generator (SplitMix64).
struct Dice(u64);

impl Dice {
	fn throw(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut z = self.0;
		z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		z ^ (z >> 31)
	}

	/// A number below `end`.
	fn below(&mut self, end: u32) -> u32 {
		u32::try_from(self.throw() % u64::from(end)).unwrap()
	}

	/// True with a probability of 1 in `n`.
	fn one_in(&mut self, n: u32) -> bool {
		self.below(n) == 0
	}

	fn of<T: Clone>(&mut self, list: &[T]) -> Option<T> {
		match list.len() {
			0 => None,
			len => Some(list[self.below(u32::try_from(len).unwrap()) as usize].clone()),
		}
	}

	/// An amount up to `most`, small ones as likely as large ones; occasionally zero.
	fn amount(&mut self, most: Fen) -> Fen {
		match self.below(20) {
			0 => 0,
			1 => 1,
			2 => most,
			3..9 => Fen::from(self.throw()) % (most / 20 + 1),
			_ => Fen::from(self.throw()) % (most + 1),
		}
	}

	fn hash(&mut self, kinds: u32) -> ContentHash {
		ContentHash::from_low_u64_be(u64::from(self.below(kinds)))
	}
}

/// Dispatches the call; returns whether it succeeded.
fn act(origin: RuntimeOrigin, call: impl Into<RuntimeCall>) -> bool {
	use sp_runtime::traits::Dispatchable;
	call.into().dispatch(origin).is_ok()
}

/// Small tiers for what a payee is paid in a year, and emergency deadlines of days, since the simulated time is short.
fn rules() -> ExpenseRules {
	let tier = |from, approver| Tier { from, approver };
	let tiers = vec![
		tier(0, Approver::Committee),
		tier(100_000, Approver::CommitteeAndAuditor),
		tier(220_000, Approver::Assembly),
	];
	let emergency = EmergencyRules { cap: 250_000, committee_time: 2 * DAY, audit_time: 5 * DAY };
	ExpenseRules { tiers: tiers.try_into().unwrap(), emergency }
}

/// A charge on homes, paid into `pot`, with short deadlines.
fn charge(pot: PotId) -> serde_json::Value {
	json!({
		"pot": pot,
		"basis": { "per_area": { "kinds": ["residential"] } },
		"rate": 150,
		"period": "month",
		"due_days": 2,
		"grace_days": 1,
		"late_rate": { "numerator": 5, "denominator": 1_000 },
		"late_cap": { "numerator": 30, "denominator": 100 },
	})
}

/// Simulates communities with seeds from `first` on.
fn lives(first: u64) {
	let mut worked = BTreeMap::<&str, u32>::new();
	let all: u32 = KINDS.iter().map(|(_, often, _)| often).sum();
	for seed in first..first + LIVES {
		let patch = json!({
			"repair": { "enrol": false },
			"fees": { "charges": [charge(OPERATING), charge(REPAIR)] },
			// A long answer window, since time passes quickly.
			"sharing": { "rules": { "answer_window": 10 * DAY } },
		});
		let mut village = chain_with(&sp_genesis_builder::DEV_RUNTIME_PRESET.into(), patch);
		village.execute_with(|| {
			block_at(START);
			assert!(act(key_origin(), Expense::set_rules { rules: rules() }));
			for year in [2026, 2027] {
				assert!(act(key_origin(), budget(year, &POTS.map(|pot| (pot, 300_000)))));
			}
			let mut life = Life::new(seed);
			System::reset_events();
			for number in 1..=DEEDS {
				let mut chance = life.dice.below(all);
				let (kind, ..) = KINDS
					.into_iter()
					.find(|(_, often, _)| {
						let is_it = chance < *often;
						chance = chance.saturating_sub(*often);
						is_it
					})
					.unwrap();
				if life.act(kind) {
					*worked.entry(kind).or_default() += 1;
				}
				for end in life.read_events() {
					*worked.entry(end).or_default() += 1;
				}
				sums::every_fen_is_somewhere();
				if number % 500 == 0 {
					life.all_books_agree();
				}
			}
		});
	}
	let wanted = KINDS.iter().map(|(kind, _, least)| (*kind, *least)).chain(ENDS);
	let rare: Vec<_> = wanted
		.map(|(kind, least)| (kind, worked.get(kind).copied().unwrap_or(0), least))
		.filter(|(_, often, least)| often < least)
		.collect();
	assert!(rare.is_empty(), "too rare (what, how often, how often at least): {rare:?}\nof {worked:?}");
}

#[test]
fn no_fen_is_lost_in_the_first_lives() {
	lives(1);
}

#[test]
fn no_fen_is_lost_in_the_second_lives() {
	lives(1 + LIVES);
}

#[test]
fn no_fen_is_lost_in_the_third_lives() {
	lives(1 + 2 * LIVES);
}

#[test]
fn no_fen_is_lost_in_the_fourth_lives() {
	lives(1 + 3 * LIVES);
}
