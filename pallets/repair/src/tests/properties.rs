// SPDX-License-Identifier: Apache-2.0

//! Random operations, valid and invalid: every share matches a naive model, which copies the list of bearers at each
//! cost, hands out remainders fen by fen, and decides by the written rules what is permitted.

use crate::{mock::*, *};
use frame_support::{assert_ok, storage::with_storage_layer, traits::fungible::Inspect};
use linli_primitives::{
	traits::{Bearers, OwnersRegister},
	BuildingId, Fen, UnitId, UnitKind,
};
use proptest::{prelude::*, test_runner::TestRunner};
use std::{
	cell::Cell,
	collections::{BTreeMap, BTreeSet},
};

/// Runs, and steps in each: 21,000 steps in all.
const RUNS: u32 = 84;
const STEPS: usize = 250;
const UNITS: u32 = 20;

#[derive(Clone, Debug)]
enum Step {
	Enrol(UnitId),
	Deposit(UnitId, Fen),
	Levy(UnitId, Fen),
	Refund(UnitId, Fen),
	Donate(Fen),
	Transfer(Fen),
	Distribute(Fen),
	Spend(Option<Vec<BuildingId>>, Fen),
	GiveBack(usize, Fen),
	Sell(UnitId),
}

fn step() -> impl Strategy<Value = Step> {
	let unit = 0..UNITS + 1;
	let amount = prop_oneof![1 => Just(0u128), 8 => 1..60u128, 16 => 1..30_000u128, 2 => 1..500_000u128];
	let list = prop::option::weighted(
		0.8,
		prop::collection::btree_set(1..=4u16, 0..4).prop_map(|set: BTreeSet<_>| set.into_iter().collect::<Vec<_>>()),
	);
	prop_oneof![
		3 => unit.clone().prop_map(Step::Enrol),
		6 => (unit.clone(), amount.clone()).prop_map(|(unit, amount)| Step::Deposit(unit, amount)),
		3 => (unit.clone(), amount.clone()).prop_map(|(unit, amount)| Step::Levy(unit, amount)),
		2 => (unit.clone(), amount.clone()).prop_map(|(unit, amount)| Step::Refund(unit, amount)),
		2 => amount.clone().prop_map(Step::Donate),
		1 => amount.clone().prop_map(Step::Transfer),
		2 => amount.clone().prop_map(Step::Distribute),
		8 => (list, amount.clone()).prop_map(|(list, amount)| Step::Spend(list, amount)),
		4 => (any::<usize>(), amount).prop_map(|(nth, amount)| Step::GiveBack(nth, amount)),
		1 => unit.prop_map(Step::Sell),
	]
}

#[derive(Clone)]
struct ModelShare {
	building: BuildingId,
	area: u128,
	balance: i128,
	entries: u32,
	levied: Fen,
}

/// The naive model.
#[derive(Default)]
struct Model {
	shares: BTreeMap<UnitId, ModelShare>,
	pot: Fen,
	roofer: Fen,
	costs: Vec<(Bearers, Vec<UnitId>, Fen)>,
}

impl Model {
	fn sum(&self, of: impl Fn(&ModelShare) -> bool) -> i128 {
		self.shares.values().filter(|share| of(share)).map(|share| share.balance).sum()
	}

	fn belonging(&self) -> Fen {
		self.sum(|_| true).try_into().expect("the sum of all shares is never below zero")
	}

	fn add(&mut self, unit: UnitId, amount: i128) {
		if amount != 0 {
			let share = self.shares.get_mut(&unit).unwrap();
			share.balance += amount;
			share.entries += 1;
		}
	}

	/// Each unit gets its whole fen, then those with the largest remainders one more each.
	fn divide(&self, units: &[UnitId], amount: Fen) -> Vec<(UnitId, i128)> {
		let whole: u128 = units.iter().map(|unit| self.shares[unit].area).sum();
		let mut parts: Vec<_> = units.iter().map(|unit| (*unit, amount * self.shares[unit].area / whole)).collect();
		let mut got = BTreeSet::new();
		while parts.iter().map(|(_, part)| part).sum::<u128>() < amount {
			let mut most = None;
			for unit in units.iter().filter(|unit| !got.contains(*unit)) {
				let owed = amount * self.shares[unit].area % whole;
				if most.is_none_or(|(_, best)| owed > best) {
					most = Some((*unit, owed));
				}
			}
			let (unit, _) = most.unwrap();
			got.insert(unit);
			parts.iter_mut().find(|(id, _)| *id == unit).unwrap().1 += 1;
		}
		parts.into_iter().map(|(unit, part)| (unit, part as i128)).collect()
	}

	fn units_in(&self, list: &Option<Vec<BuildingId>>) -> Vec<UnitId> {
		let is_in = |share: &ModelShare| list.as_ref().is_none_or(|list| list.contains(&share.building));
		self.shares.iter().filter(|(_, share)| is_in(share)).map(|(unit, _)| *unit).collect()
	}

	/// Whether the units of `list` can bear a cost.
	fn can_spend(&self, list: &Option<Vec<BuildingId>>, parts: &[(UnitId, i128)], amount: Fen) -> bool {
		let amount = amount as i128;
		let left = |building: BuildingId| {
			let part: i128 =
				parts.iter().filter(|(unit, _)| self.shares[unit].building == building).map(|(_, part)| part).sum();
			self.sum(|share| share.building == building) - part
		};
		let together = self.sum(|share| list.as_ref().is_none_or(|list| list.contains(&share.building)));
		together >= amount
			&& self.sum(|_| true) >= amount
			&& list.as_ref().is_none_or(|list| list.iter().all(|building| left(*building) >= 0))
	}

	/// Performs the step in the model if it is permitted; returns whether it was.
	fn act(&mut self, step: &Step) -> bool {
		match step {
			Step::Enrol(unit) => {
				let view = Register::unit(*unit);
				let Some(view) = view.filter(|view| view.kind != UnitKind::Parking) else { return false };
				let share =
					ModelShare { building: view.building, area: view.area.into(), balance: 0, entries: 0, levied: 0 };
				if self.shares.contains_key(unit) {
					return false;
				}
				self.shares.insert(*unit, share);
			}
			Step::Deposit(unit, amount) => {
				if *amount == 0 || !self.shares.contains_key(unit) {
					return false;
				}
				self.pot += amount;
				self.add(*unit, *amount as i128);
			}
			Step::Levy(unit, amount) => {
				if *amount == 0 {
					return false;
				}
				self.pot += amount;
				if let Some(share) = self.shares.get_mut(unit) {
					share.levied += amount;
					self.add(*unit, *amount as i128);
				}
			}
			Step::Refund(unit, amount) => {
				let off = self.shares.get(unit).map_or(0, |share| share.levied.min(*amount));
				if *amount == 0 || self.belonging() < off || self.pot < self.belonging() - off + amount {
					return false;
				}
				self.pot -= amount;
				if off > 0 {
					self.shares.get_mut(unit).unwrap().levied -= off;
					self.add(*unit, -(off as i128));
				}
			}
			Step::Donate(amount) => {
				self.pot += amount;
				return *amount > 0;
			}
			Step::Transfer(amount) => {
				if *amount == 0 || self.pot < self.belonging() + amount {
					return false;
				}
				self.pot -= amount;
			}
			Step::Distribute(amount) => {
				if *amount == 0 || self.shares.is_empty() || self.pot < self.belonging() + amount {
					return false;
				}
				for (unit, part) in self.divide(&self.units_in(&None), *amount) {
					self.add(unit, part);
				}
			}
			Step::Spend(list, amount) => {
				let units = self.units_in(list);
				if *amount == 0 || units.is_empty() {
					return false;
				}
				let parts = self.divide(&units, *amount);
				if !self.can_spend(list, &parts, *amount) {
					return false;
				}
				for (unit, part) in parts {
					self.add(unit, -part);
				}
				self.pot -= amount;
				self.roofer += amount;
				let list = list.as_ref().map(|list| list.clone().try_into().unwrap());
				let bearers = Bearers { buildings: list, known: self.shares.len() as u32, units: units.len() as u32 };
				self.costs.push((bearers, units, 0));
			}
			Step::GiveBack(nth, amount) => {
				let Some((_, units, given)) = self.nth(*nth).cloned() else { return false };
				if *amount == 0 || self.roofer < *amount {
					return false;
				}
				// Each unit has got of the sum what it gets at once.
				let before = self.divide(&units, given);
				for ((unit, after), (_, before)) in self.divide(&units, given + amount).into_iter().zip(before) {
					self.add(unit, after - before);
				}
				let at = nth % self.costs.len();
				self.costs[at].2 += amount;
				self.roofer -= amount;
				self.pot += amount;
			}
			Step::Sell(_) => {}
		}
		true
	}

	fn nth(&self, nth: usize) -> Option<&(Bearers, Vec<UnitId>, Fen)> {
		self.costs.get(nth % self.costs.len().max(1))
	}
}

/// Performs the step on the chain; returns whether it succeeded. A failed call changes nothing.
fn act(step: &Step, model: &Model) -> bool {
	with_storage_layer(|| match step {
		Step::Enrol(unit) => Repair::enrol(signed(BOB), *unit),
		Step::Deposit(unit, amount) => Repair::deposit(signed(ALICE), *unit, *amount),
		Step::Levy(unit, amount) => pay(bill(*unit, 5), *amount).map(drop),
		Step::Refund(unit, amount) => withdraw(refund(*unit, 5), *amount).map(drop),
		Step::Donate(amount) => Fund::donate(signed(BOB), REPAIR, *amount),
		Step::Transfer(amount) => Fund::transfer(RuntimeOrigin::root(), REPAIR, OPERATING, *amount),
		Step::Distribute(amount) => {
			Repair::distribute(RuntimeOrigin::root(), *amount, UNITS).map(drop).map_err(|error| error.error)
		}
		Step::Spend(list, amount) => {
			spend(list.as_ref().map(|list| list.clone().try_into().unwrap()), *amount).map(drop)
		}
		Step::GiveBack(nth, amount) => match model.nth(*nth) {
			Some((bearers, _, given)) => give_back(bearers, *given, *amount),
			None => Err(sp_runtime::DispatchError::CannotLookup),
		},
		Step::Sell(unit) => {
			if *unit < UNITS {
				Register::sell(*unit, 99);
			}
			Ok(())
		}
	})
	.is_ok()
}

/// Asserts that chain and model agree.
fn compare(model: &Model) {
	assert_eq!(Shares::<Test>::iter_keys().count(), model.shares.len());
	for (unit, expected) in &model.shares {
		let share = Repair::share(*unit).unwrap().share;
		assert_eq!((share.balance, share.entry_count), (expected.balance, expected.entries), "unit {unit}");
	}
	assert_eq!(pot(), model.pot);
	assert_eq!(Balances::total_balance(&ROOFER), model.roofer);
	let totals = Repair::totals();
	assert_eq!((totals.belonging, totals.undistributed), (model.belonging(), model.pot - model.belonging()));
}

/// Asserts that the paged list of top-ups agrees with the model.
fn compare_top_ups(model: &Model) {
	let mut listed = Vec::new();
	let mut from = Some(0);
	while let Some(next) = from {
		let page = Repair::top_up_list(next, 3);
		listed.extend(page.units.iter().map(|unit| (unit.unit, unit.top_up as i128)));
		from = page.next;
	}
	let expected: Vec<_> = model
		.shares
		.iter()
		// The rate is 0.50 per m², or 50 fen per 100 units of area; the threshold is 30 %.
		.map(|(unit, share)| (*unit, (share.area as i128 * 50 + 50) / 100, share.balance))
		.filter(|(_, first, balance)| balance * 100 < first * 30)
		.map(|(unit, first, balance)| (unit, first - balance))
		.collect();
	assert_eq!(listed, expected);
}

fn run(steps: Vec<Step>) -> u32 {
	let mut done = 0;
	let rates = [UnitKind::Residential, UnitKind::Commercial].map(|kind| KindRate { kind, rate: 50 });
	let rules = RepairRules { rates: rates.to_vec().try_into().unwrap(), ..Default::default() };
	ExtBuilder::default().nobody().rules(rules).build().execute_with(|| {
		for unit in 7..UNITS {
			Register::add((unit % 4 + 1) as BuildingId, UnitKind::Residential, u64::from(unit) * 739 + 1, 1);
		}
		let issued = Balances::total_issuance();
		let mut model = Model::default();
		for unit in [0, 4, 6] {
			let step = Step::Enrol(unit);
			assert!(act(&step, &model) && model.act(&step));
		}
		for (number, step) in steps.into_iter().enumerate() {
			let is_done = act(&step, &model);
			assert_eq!(is_done, model.act(&step), "step {number}: {step:?}");
			done += u32::from(is_done);
			compare(&model);
			if number % 50 == 0 {
				ExtBuilder::check();
			}
		}
		compare_top_ups(&model);
		ExtBuilder::check();
		assert_eq!(Balances::total_issuance(), issued);
		assert_ok!(Repair::set_rules(RuntimeOrigin::root(), RepairRules::default()));
	});
	done
}

#[test]
fn every_share_matches_a_naive_model() {
	let config =
		ProptestConfig { cases: linli_testing::cases(RUNS), failure_persistence: None, ..ProptestConfig::default() };
	let done = Cell::new(0);
	let outcome = TestRunner::new(config).run(&prop::collection::vec(step(), STEPS), |steps| {
		done.set(done.get() + run(steps));
		Ok(())
	});
	if let Err(failure) = outcome {
		panic!("{failure}");
	}
	// A test in which most steps fail would prove little.
	let all = RUNS * STEPS as u32;
	assert!(done.get() > all / 2, "only {} of {all} steps succeeded", done.get());
}
