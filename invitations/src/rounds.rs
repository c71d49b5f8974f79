// SPDX-License-Identifier: GPL-3.0-or-later

//! Rounds: what one carrier takes along, with a list of its own. A round is one building or, where buildings have few
//! doors, several; a building is never divided.

use crate::{order, Invitation};

/// A round is closed once it has this many invitations.
const ENOUGH: usize = 24;

/// An invitation with its number in the order of printing, from 1.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Numbered {
	/// The number.
	pub number: usize,
	/// The invitation.
	pub invitation: Invitation,
}

/// The doors of one carrier.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Round {
	/// The buildings.
	pub buildings: Vec<String>,
	/// The invitations, sorted by building and door.
	pub invitations: Vec<Numbered>,
}

/// Sorts invitations by building and door, numbers them, and divides them into rounds.
pub fn rounds(mut invitations: Vec<Invitation>) -> Vec<Round> {
	invitations.sort_by(|one, other| {
		order::compare(&one.building, &other.building)
			.then_with(|| order::compare(one.door(), other.door()))
			.then_with(|| one.owner.cmp(&other.owner))
	});
	let mut rounds = Vec::new();
	let mut round = Round::default();
	for (position, invitation) in invitations.into_iter().enumerate() {
		if round.buildings.last() != Some(&invitation.building) {
			if round.invitations.len() >= ENOUGH {
				rounds.push(std::mem::take(&mut round));
			}
			round.buildings.push(invitation.building.clone());
		}
		round.invitations.push(Numbered { number: position + 1, invitation });
	}
	if !round.invitations.is_empty() {
		rounds.push(round);
	}
	rounds
}

#[cfg(test)]
mod tests {
	use super::*;

	fn invitation(building: &str, door: &str) -> Invitation {
		Invitation {
			building: building.into(),
			units: vec![door.into()],
			owner: String::new(),
			code: String::new(),
			link: String::new(),
			expiry: None,
		}
	}

	#[test]
	fn a_building_is_never_divided_and_small_ones_share_a_round() {
		let mut all: Vec<_> = (1..=60).rev().map(|door| invitation("2", &format!("2-{door}"))).collect();
		all.extend((1..=30).map(|villa| invitation(&format!("V{villa}"), &format!("V{villa}"))));
		all.push(invitation("1", "1-1"));
		let rounds = rounds(all);
		let sizes: Vec<_> = rounds.iter().map(|round| (round.buildings.len(), round.invitations.len())).collect();
		assert_eq!(sizes, [(2, 61), (24, 24), (6, 6)]);
		let numbers: Vec<_> =
			rounds.iter().flat_map(|round| &round.invitations).map(|numbered| numbered.number).collect();
		assert_eq!(numbers, (1..=91).collect::<Vec<_>>());
		let doors: Vec<_> = rounds[0].invitations.iter().map(|numbered| numbered.invitation.door()).collect();
		assert_eq!(doors[..4], ["1-1", "2-1", "2-2", "2-3"]);
		assert_eq!(doors[10], "2-10");
	}

	#[test]
	fn no_invitations_no_rounds() {
		assert_eq!(rounds(Vec::new()), []);
	}
}
