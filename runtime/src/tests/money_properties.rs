// SPDX-License-Identifier: Apache-2.0

//! 160,000 random operations on money, valid and invalid, authorised and not. After each, every fen is accounted for
//! and nothing was paid twice; after every 500, all books agree with each other. In the end whatever is open ends by
//! rule, and all money leaves.
//!
//! `scripts/test-long.sh` runs more of them, with the invariants of every pallet.

mod leaving;
mod life;
mod sharing;
mod sums;

use super::{deciding::*, spending::*, *};
use life::{periods, units, Life, THEMES};
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
use pallet_linli_governance::types::{Level, Matter};
use pallet_linli_projects::types::{MilestoneState, ProjectState};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use Sr25519Keyring::{Alice, Bob, Ferdie, One, Two};

/// Communities per test, and operations per community: 160,000 in total.
const LIVES: u64 = 5;
const DEEDS: u32 = 8_000;

const RESIDENTS: [Sr25519Keyring; 5] = [Alice, One, Two, Bob, Ferdie];
const POTS: [PotId; 3] = [OPERATING, REPAIR, INCOME];
/// The units that pay fees, and those that take part in the repair fund once enrolled.
const HOMES: u32 = 4;
const UNITS: u32 = 5;

type Bank = pallet_linli_cashier::Call<Runtime>;
type Pots = pallet_linli_fund::Call<Runtime>;
type Bills = pallet_linli_fees::Call<Runtime>;
type Shares = pallet_linli_repair::Call<Runtime>;

/// An operation, its relative frequency, and the minimum number of successes in [`LIVES`] communities.
type Kind = (&'static str, u32, u32);

/// The operations; [`THEMES`] has further ones.
const KINDS: &[Kind] = &[
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
	("withdraw a correction", 1, 2),
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
	("approve as assembly", 4, 3),
	("approve an emergency as auditor", 6, 10),
	("refuse", 1, 20),
	("withdraw an expense", 1, 20),
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
const ENDS: [(&str, u32); 17] = [
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
	("a line of a page was refused", 20),
	("a receipt for a unit was taken back", 3),
	("a discount was given", 5),
	("a period waited for a decision", 5),
	("a deposit was kept in part", 3),
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

/// The meters of the homes, each with the number of its home, and dials that soon begin at zero again.
fn meters() -> serde_json::Value {
	let meter = |unit: UnitId| {
		json!({
			"place": { "unit": unit },
			"utility": "cold_water",
			"multiplier": 1,
			"digits": 3,
			"plausibility": 100_000,
			"reading": 0,
			"date": START,
		})
	};
	(0..HOMES).map(meter).collect()
}

/// The charge for water, billed by the homes' meters: 3.4567 yuan for 1 m³.
fn water() -> serde_json::Value {
	let mut water = charge(OPERATING);
	water["basis"] = json!({ "metered": { "kinds": ["residential"], "utility": "cold_water" } });
	water["rate"] = json!(345_670);
	water
}

/// The charge for the operating pot, with a discount for paying early.
fn discounted() -> serde_json::Value {
	let mut charge = charge(OPERATING);
	charge["discount"] = json!({ "fraction": { "numerator": 3, "denominator": 100 }, "days": 2 });
	charge
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

/// The communities per test: [`LIVES`], times `LINLI_CASES` where `scripts/test-long.sh` sets it.
fn lives_per_test() -> u64 {
	let factor = std::env::var("LINLI_CASES").ok().and_then(|factor| factor.parse::<u64>().ok()).unwrap_or(1);
	LIVES * factor
}

/// The operation that a number below the sum of all frequencies stands for.
fn kind_at(kinds: &[Kind], mut chance: u32) -> &'static str {
	for &(kind, often, _) in kinds {
		if chance < often {
			return kind;
		}
		chance -= often;
	}
	panic!("{chance} is beyond the frequencies");
}

/// One community with this seed. Counts what worked.
fn live(seed: u64, kinds: &[Kind], worked: &mut BTreeMap<&'static str, u32>) {
	let all: u32 = kinds.iter().map(|(_, often, _)| often).sum();
	let patch = json!({
		"community": { "standstillLimit": periods::STANDSTILL_LIMIT },
		"repair": { "enrol": false },
		"fees": { "charges": [discounted(), charge(REPAIR), water()] },
		"meters": { "meters": meters() },
		// A long answer window, since time passes quickly.
		"sharing": { "rules": { "answer_window": 10 * DAY, "claim_bond": 50 } },
	});
	let mut village = chain_with(&sp_genesis_builder::DEV_RUNTIME_PRESET.into(), patch);
	village.execute_with(|| {
		block_at(START);
		assert!(act(key_origin(), Expense::set_rules { rules: rules() }));
		for year in [2026, 2027] {
			assert!(act(key_origin(), budget(year, &POTS.map(|pot| (pot, 300_000)))));
		}
		assert!(act(key_origin(), Bank::open_bank { bank: 1, label: hash(40), purpose: hash(41) }));
		// The clock knows no standstill before it has seen a block.
		periods::live_on(6_000);
		let mut life = Life::new(seed);
		System::reset_events();
		for number in 1..=DEEDS {
			let chance = life.dice.below(all);
			let kind = kind_at(kinds, chance);
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
		life.all_money_leaves();
	});
}

/// Simulates communities. `group` is the number of the test, from 0.
fn lives(group: u64) {
	let lives = lives_per_test();
	let kinds: Vec<Kind> = THEMES.iter().flat_map(|(kinds, _)| *kinds).chain(KINDS).copied().collect();
	let mut worked = BTreeMap::new();
	for seed in 1 + group * lives..1 + (group + 1) * lives {
		live(seed, &kinds, &mut worked);
	}
	let wanted = kinds.iter().map(|(kind, _, least)| (*kind, *least)).chain(ENDS);
	let counted = wanted.map(|(kind, least)| (kind, worked.get(kind).copied().unwrap_or(0), least));
	let (mut histogram, mut rare) = (String::new(), Vec::new());
	for (kind, often, least) in counted {
		histogram.push_str(&format!("{often:>7}  {kind}\n"));
		if often < least {
			rare.push((kind, often, least));
		}
	}
	println!("What worked in {lives} communities:\n{histogram}");
	assert!(rare.is_empty(), "too rare (what, how often, how often at least): {rare:?}");
}

#[test]
fn no_fen_is_lost_in_the_first_lives() {
	lives(0);
}

#[test]
fn no_fen_is_lost_in_the_second_lives() {
	lives(1);
}

#[test]
fn no_fen_is_lost_in_the_third_lives() {
	lives(2);
}

#[test]
fn no_fen_is_lost_in_the_fourth_lives() {
	lives(3);
}
