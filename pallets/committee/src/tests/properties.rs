// SPDX-License-Identifier: Apache-2.0

//! Random operations, valid and invalid, compared with a model of the seats. Every invariant is checked after each.

use crate::{mock::*, *};
use linli_primitives::{
	traits::{ElectedCommittee, Electorate},
	OwnerId,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

#[derive(Clone, Debug)]
enum Operation {
	Elect { seats: u32, reserve: u32, age: u64 },
	Resign(OwnerId),
	Recall(OwnerId, u32),
	Vacate(OwnerId),
	Sell(OwnerId),
	LoseKey(OwnerId),
	TakeSeat(OwnerId),
	Sleep(u64),
	Expire,
}

fn operation() -> impl Strategy<Value = Operation> {
	let owner = || 0..OWNER_COUNT;
	prop_oneof![
		3 => (1..6u32, 0..4u32, 0..3u64).prop_map(|(seats, reserve, age)| Operation::Elect { seats, reserve, age }),
		3 => owner().prop_map(Operation::Resign),
		2 => (owner(), 0..20u32).prop_map(|(owner, election)| Operation::Recall(owner, election)),
		2 => owner().prop_map(Operation::Vacate),
		1 => owner().prop_map(Operation::Sell),
		2 => owner().prop_map(Operation::LoseKey),
		3 => owner().prop_map(Operation::TakeSeat),
		2 => (1..TERM).prop_map(Operation::Sleep),
		1 => Just(Operation::Expire),
	]
}

/// The expected state.
#[derive(Default)]
struct Model {
	/// The owners and accounts of the members.
	members: Vec<(OwnerId, AccountId)>,
	reserve: Vec<OwnerId>,
	/// The election and the end of the term.
	term: Option<(u32, u64)>,
	latest: Option<(u64, u32)>,
	sold: BTreeSet<OwnerId>,
	next: u32,
}

fn account_of(owner: OwnerId) -> AccountId {
	Register::representative(owner).unwrap()
}

impl Model {
	fn running(&self) -> Option<u32> {
		self.term.filter(|(_, ends)| Now::get() < *ends).map(|(election, _)| election)
	}

	fn place(&self, owner: OwnerId) -> Option<usize> {
		self.members.iter().position(|(member, _)| *member == owner)
	}

	/// Vacates and fills the seat of the owner. Returns whether the owner had one.
	fn leave(&mut self, owner: OwnerId) -> bool {
		let Some(place) = self.place(owner) else { return false };
		self.members.remove(place);
		while !self.reserve.is_empty() {
			let next = self.reserve.remove(0);
			if !self.sold.contains(&next) {
				self.members.push((next, account_of(next)));
				break;
			}
		}
		true
	}

	/// Performs the operation in the model and on chain. Returns whether each succeeded.
	fn act(&mut self, operation: Operation) -> (bool, bool) {
		match operation {
			Operation::Elect { seats, reserve, age } => {
				let id = self.next;
				self.next += 1;
				let mut result = result(id, seats, reserve);
				result.closed -= age * BLOCK_TIME;
				let mut able: Vec<OwnerId> = (0..seats + reserve).filter(|owner| !self.sold.contains(owner)).collect();
				let members = able.len().min(seats as usize);
				let expected = self.latest <= Some((result.closed, id)) && members * 2 > seats as usize;
				if expected {
					self.reserve = able.split_off(able.len().min(seats as usize));
					self.members = able.into_iter().map(|owner| (owner, account_of(owner))).collect();
					self.latest = Some((result.closed, id));
					self.term = Some((id, Now::get() + TERM));
				}
				(expected, Committee::seat(result).is_ok())
			}
			Operation::Resign(owner) => {
				let who = account_of(owner);
				let seated = self.running().and(self.members.iter().find(|(_, account)| *account == who).copied());
				let expected = seated.is_some_and(|(owner, _)| self.leave(owner));
				(expected, Committee::resign(signed(who)).is_ok())
			}
			Operation::Recall(owner, election) => {
				let named = self.term.is_some_and(|(current, _)| current == election);
				(named && self.leave(owner), recall(owner, election).is_ok())
			}
			Operation::Vacate(owner) => {
				let expected = self.sold.contains(&owner) && self.leave(owner);
				(expected, Committee::vacate(signed(TENANT), owner).is_ok())
			}
			Operation::Sell(owner) => {
				sell(owner);
				self.sold.insert(owner);
				sleep(0);
				(true, true)
			}
			Operation::LoseKey(owner) => {
				let other = if account_of(owner) == acc(owner) { 1_000 + acc(owner) } else { acc(owner) };
				Register::replace(owner, other);
				(true, true)
			}
			Operation::TakeSeat(owner) => {
				let who = account_of(owner);
				let place = self.place(owner).filter(|place| self.members[*place].1 != who);
				if let Some(place) = place {
					self.members[place].1 = who;
				}
				(place.is_some(), Committee::take_seat(signed(who)).is_ok())
			}
			Operation::Sleep(time) => {
				sleep(time);
				(true, true)
			}
			Operation::Expire => {
				let expected = self.term.is_some() && self.running().is_none();
				if expected {
					(self.members, self.reserve, self.term) = Default::default();
				}
				(expected, Committee::expire_term(signed(TENANT)).is_ok())
			}
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(linli_testing::cases(64)))]

	#[test]
	fn seats_are_those_of_the_model(operations in prop::collection::vec(operation(), 1..60)) {
		ExtBuilder.build().execute_with(|| {
			let mut model = Model::default();
			for operation in operations {
				let shown = format!("{operation:?}");
				let (expected, worked) = model.act(operation);
				assert_eq!(worked, expected, "{shown}");
				Committee::do_try_state().unwrap();
				let members: Vec<_> =
					Seats::<Test>::get().into_iter().map(|member| (member.owner, member.account)).collect();
				assert_eq!((members, in_reserve()), (model.members.clone(), model.reserve.clone()), "{shown}");
				assert_eq!(CurrentTerm::<Test>::get().map(|term| (term.election, term.ends)), model.term, "{shown}");
			}
		});
	}
}
