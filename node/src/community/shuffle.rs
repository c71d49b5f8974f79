// SPDX-License-Identifier: GPL-3.0-or-later

//! Ids that do not follow the office's list.
//!
//! Building, kind and area of a unit are public. If ids followed the order of the roster, which goes from door to door,
//! anyone who knows the house could tell which unit is which (D5). So units and owners get their ids by a shuffle from
//! the system's randomness. Only the secret lists know both: [`Shuffled::units`] and [`Shuffled::owners`].

use linli_roster::Roster;
use rand::{seq::SliceRandom, CryptoRng, RngCore};

/// A roster in the order of the chain.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shuffled {
	/// Units and owners in the order of their ids.
	pub roster: Roster,
	/// The id of each unit, in the order of the office's list.
	pub units: Vec<usize>,
	/// The id of each owner, in the order of first appearance in the office's list.
	pub owners: Vec<usize>,
}

impl Shuffled {
	/// Shuffles units and owners apart from each other. Buildings keep their numbers.
	pub fn new(roster: Roster, random: &mut (impl RngCore + CryptoRng)) -> Self {
		let units = permutation(roster.units.len(), random);
		let owners = permutation(roster.owners.len(), random);
		let Roster { buildings, owners: mut given_owners, units: mut given_units } = roster;
		for unit in &mut given_units {
			unit.owner = owners[unit.owner];
		}
		place(&mut given_owners, &owners);
		place(&mut given_units, &units);
		Self { roster: Roster { buildings, owners: given_owners, units: given_units }, units, owners }
	}
}

/// Every number below `length` once: the id of each place.
fn permutation(length: usize, random: &mut (impl RngCore + CryptoRng)) -> Vec<usize> {
	let mut ids: Vec<usize> = (0..length).collect();
	ids.shuffle(random);
	ids
}

/// Moves each item to its id.
fn place<T>(items: &mut Vec<T>, ids: &[usize]) {
	let mut placed: Vec<(usize, T)> = ids.iter().copied().zip(items.drain(..)).collect();
	placed.sort_unstable_by_key(|(id, _)| *id);
	items.extend(placed.into_iter().map(|(_, item)| item));
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::roster;
	use rand::{rngs::StdRng, SeedableRng};

	fn list(units: usize) -> Roster {
		let mut csv = "unit,building,kind,area_m2,owner,owner_kind\n".to_owned();
		for at in 0..units {
			let building = at % 3 + 1;
			csv += &format!("{building}-{at},{building},residential,{},O{},person\n", 50 + at, at / 2);
		}
		roster::parse(csv.as_bytes()).unwrap()
	}

	#[test]
	fn nothing_is_lost_and_everyone_keeps_what_is_theirs() {
		let given = list(101);
		let Shuffled { roster, units, owners } = Shuffled::new(given.clone(), &mut StdRng::seed_from_u64(7));
		assert_eq!((roster.units.len(), roster.owners.len()), (101, 51));
		assert_eq!(roster.buildings, given.buildings);
		assert_ne!(units, (0..101).collect::<Vec<_>>());
		assert_ne!(owners, (0..51).collect::<Vec<_>>());
		for (unit, id) in given.units.iter().zip(units) {
			let moved = &roster.units[id];
			assert_eq!((&moved.label, moved.area, moved.kind), (&unit.label, unit.area, unit.kind));
			assert_eq!(roster.owners[moved.owner], given.owners[unit.owner]);
			assert_eq!(moved.owner, owners[unit.owner]);
		}
	}

	/// Neighbours in the list are not neighbours on chain, more often than chance has it.
	#[test]
	fn the_order_of_the_list_is_gone() {
		let mut random = StdRng::seed_from_u64(1);
		let mut neighbours = 0;
		for _ in 0..20 {
			let ids = Shuffled::new(list(100), &mut random).units;
			neighbours += ids.windows(2).filter(|pair| pair[0] + 1 == pair[1]).count();
		}
		// One pair in a hundred is expected: 20 of 1,980.
		assert!(neighbours < 60, "{neighbours}");
	}

	#[test]
	fn the_same_seed_gives_the_same_ids_and_another_does_not() {
		let ids = |seed| Shuffled::new(list(50), &mut StdRng::seed_from_u64(seed)).units;
		assert_eq!(ids(3), ids(3));
		assert_ne!(ids(3), ids(4));
	}
}
