// SPDX-License-Identifier: Apache-2.0

//! The register at genesis.
//!
//! Invalid input aborts the construction of genesis with a message that names the entry. The pallet panics nowhere
//! else.
#![allow(clippy::expect_used, clippy::panic, reason = "genesis only: no chain begins from an invalid chain spec")]

use crate::*;
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec,
	vec::Vec,
};
use codec::{Decode, Encode};
use frame_support::{
	traits::{ConstU32, Get},
	BoundedVec,
};
use linli_primitives::{Area, BuildingId, Commitment, OwnerId, OwnerKind, UnitId, UnitKind, MAX_COUNTED_KINDS};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::H256;

/// A unit at genesis.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisUnit {
	/// Its building.
	pub building: BuildingId,
	/// Its kind of use.
	pub kind: UnitKind,
	/// Its area, in 0.01 m².
	pub area: Area,
	/// The index of its owner in the list of owners, from 0.
	pub owner: OwnerId,
	/// Its label, salted and hashed.
	pub label: Commitment,
}

/// An owner at genesis.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisOwner<AccountId> {
	/// Its legal kind.
	pub kind: OwnerKind,
	/// Its name and papers, salted and hashed.
	pub identity: Commitment,
	/// The public key of the ticket for its first account.
	pub ticket: Option<H256>,
	/// The public key of the second factor that a claim of the ticket needs.
	#[serde(default)]
	pub second_factor: Option<H256>,
	/// The accounts that act for it from genesis, the representative first. An owner has accounts or a ticket, not
	/// both.
	pub accounts: Vec<AccountId>,
}

/// The default voting kinds: residential and commercial; parking and storage do not count (D6).
pub(crate) fn default_voting_kinds() -> Vec<UnitKind> {
	vec![UnitKind::Residential, UnitKind::Commercial]
}

impl<T: Config> Default for GenesisConfig<T> {
	fn default() -> Self {
		Self {
			units: Default::default(),
			owners: Default::default(),
			roles: Default::default(),
			sustained: Default::default(),
			voting_kinds: default_voting_kinds(),
			objection_delay: DefaultObjectionDelay::get(),
			heads_per_lot: false,
			building_areas: Default::default(),
			ticket_lifetime: DefaultTicketLifetime::get(),
			counted_kinds: Default::default(),
		}
	}
}

impl<T: Config> GenesisConfig<T> {
	/// Writes the register, each checkpoint once, in time linear in the number of units.
	pub(crate) fn enter(&self) {
		VotingKinds::<T>::put(
			BoundedVec::try_from(self.voting_kinds.clone()).expect("genesis: there are only four kinds of units"),
		);
		self.enter_counted_kinds();
		ObjectionDelay::<T>::put(self.objection_delay);
		HeadsPerLot::<T>::put(self.heads_per_lot);
		assert!(
			self.ticket_lifetime > self.objection_delay,
			"genesis: a replacement would expire before the time to object is over"
		);
		TicketLifetime::<T>::put(self.ticket_lifetime);
		for (place, owner) in self.owners.iter().enumerate() {
			enter_owner::<T>(place, owner);
		}
		NextOwner::<T>::put(OwnerId::try_from(self.owners.len()).expect("genesis: too many owners"));
		self.enter_units();
		if self.heads_per_lot {
			self.enter_lots();
		}
		if !self.counted_kinds.is_empty() {
			for unit in Units::<T>::iter_values() {
				Pallet::<T>::count_kinds(None, Some(&unit)).expect("genesis: the sum of areas is too large");
			}
		}
		for account in &self.sustained {
			Pallet::<T>::sustain(account);
			Sustained::<T>::mutate(account, |count| *count = count.saturating_add(1));
		}
		for (role, account) in &self.roles {
			if let Err(error) = Pallet::<T>::do_appoint(*role, account.clone()) {
				panic!("genesis: {account:?} cannot be {role:?}: {error:?}");
			}
		}
	}

	fn enter_units(&self) {
		let mut areas = BTreeMap::<OwnerId, BTreeMap<BuildingId, Area>>::new();
		let mut buildings = BTreeMap::<BuildingId, Area>::new();
		let mut held = BTreeMap::<BuildingId, Area>::new();
		let add = |sum: &mut Area, area: Area| {
			*sum = sum.checked_add(area).expect("genesis: the sum of areas is too large");
		};
		for (place, unit) in self.units.iter().enumerate() {
			let id = UnitId::try_from(place).expect("genesis: too many units");
			assert!(unit.area > 0, "genesis: unit {id} has no area");
			assert!(
				Owners::<T>::contains_key(unit.owner),
				"genesis: the owner of unit {id} does not exist: {}",
				unit.owner
			);
			let GenesisUnit { building, kind, area, owner, label } = unit.clone();
			if let Err(error) = Pallet::<T>::enter_unit(id, Unit { building, kind, area, owner, label }) {
				panic!("genesis: unit {id} cannot be registered: {error:?}");
			}
			add(held.entry(building).or_default(), area);
			if self.voting_kinds.contains(&kind) {
				add(areas.entry(owner).or_default().entry(building).or_default(), area);
				add(buildings.entry(building).or_default(), area);
			}
		}
		NextUnit::<T>::put(UnitId::try_from(self.units.len()).expect("genesis: too many units"));
		self.enter_building_areas(held);

		let mut community = 0;
		let mut heads = BTreeMap::<Vec<BuildingId>, u64>::new();
		for (building, area) in buildings {
			add(&mut community, area);
			write::<T>(Subject::BuildingArea { building }, area);
		}
		for (owner, parts) in &areas {
			let mut total = 0;
			for (building, area) in parts {
				add(&mut total, *area);
				write::<T>(Subject::OwnerAreaIn { owner: *owner, building: *building }, *area);
			}
			write::<T>(Subject::OwnerArea { owner: *owner }, total);
			let set: Vec<_> = parts.keys().copied().collect();
			VotingBuildings::<T>::insert(owner, building_set::<T>(set.clone()));
			add(heads.entry(set).or_default(), 1);
		}
		for (set, count) in heads {
			let buildings = building_set::<T>(set);
			Pallet::<T>::enter_set(&buildings);
			write::<T>(Subject::HeadsIn { buildings }, count);
		}
		write::<T>(Subject::Area, community);
		write::<T>(Subject::Heads, u64::try_from(areas.len()).expect("genesis: too many owners"));
	}
}

impl<T: Config> GenesisConfig<T> {
	/// Writes the numbers of lots, each once.
	fn enter_lots(&self) {
		let mut lots = BTreeMap::<Vec<u8>, (SubjectOf<T>, u64)>::new();
		for unit in self.units.iter().filter(|unit| self.voting_kinds.contains(&unit.kind)) {
			for subject in Pallet::<T>::subjects_of_lot(unit.owner, unit.building) {
				let (_, count) = lots.entry(subject.encode()).or_insert((subject, 0));
				*count = count.checked_add(1).expect("genesis: too many units");
			}
		}
		for (subject, count) in lots.into_values() {
			write::<T>(subject, count);
		}
	}
}

impl<T: Config> GenesisConfig<T> {
	fn enter_counted_kinds(&self) {
		for kinds in &self.counted_kinds {
			let vote = kinds.iter().all(|kind| self.voting_kinds.contains(&kind));
			assert!(kinds.is_valid() && vote, "genesis: kinds of units that are counted apart do not vote: {kinds:?}");
		}
		let distinct: BTreeSet<_> = self.counted_kinds.iter().collect();
		assert_eq!(distinct.len(), self.counted_kinds.len(), "genesis: the same kinds of units are counted twice");
		let counted: BoundedVec<_, ConstU32<MAX_COUNTED_KINDS>> = BoundedVec::try_from(self.counted_kinds.clone())
			.unwrap_or_else(|_| {
				panic!("genesis: more than {MAX_COUNTED_KINDS} sets of kinds of units are counted apart")
			});
		CountedKinds::<T>::put(counted);
	}

	/// Writes the registered areas of buildings, whose units have the areas `held` together.
	fn enter_building_areas(&self, held: BTreeMap<BuildingId, Area>) {
		let mut registered = held.clone();
		registered.extend(self.building_areas.iter().copied());
		for (building, area) in registered {
			let units = held.get(&building).copied().unwrap_or_default();
			assert!(units <= area, "genesis: the units of building {building} exceed its registered area");
			BuildingAreas::<T>::insert(building, area);
		}
		for (building, area) in held {
			UnitAreas::<T>::insert(building, area);
		}
	}
}

fn enter_owner<T: Config>(place: usize, owner: &GenesisOwner<T::AccountId>) {
	let id = OwnerId::try_from(place).expect("genesis: too many owners");
	let GenesisOwner { kind, identity, ticket, second_factor, accounts } = owner.clone();
	if kind == OwnerKind::Developer {
		assert!(!Developer::<T>::exists(), "genesis: owner {id} is a second developer");
		Developer::<T>::put(id);
	}
	assert!(
		accounts.len() <= 1 || tickets::may_have_several(kind),
		"genesis: owner {id} has more than one account, but is neither joint owners nor a company"
	);
	assert!(
		accounts.is_empty() || ticket.is_none(),
		"genesis: owner {id} has both an account and a ticket for the first account"
	);
	assert!(ticket.is_some() || second_factor.is_none(), "genesis: owner {id} has a second factor, but no ticket");
	for (place, account) in accounts.iter().enumerate() {
		assert!(!AccountOwners::<T>::contains_key(account), "genesis: {account:?} acts for two owners");
		AccountOwners::<T>::insert(account, Acting { owner: id, represents: place == 0 });
		Pallet::<T>::sustain(account);
	}
	let representative = accounts.first().cloned();
	let accounts = BoundedVec::try_from(accounts)
		.unwrap_or_else(|_| panic!("genesis: owner {id} has more than {} accounts", T::MaxAccounts::get()));
	Owners::<T>::insert(id, Owner { kind, identity, accounts, representative });
	if let Some(ticket) = ticket {
		let second_factor = second_factor.map(|key| key.0);
		assert!(!Tickets::<T>::contains_key(ticket.0), "genesis: the ticket of owner {id} is also another owner's");
		Tickets::<T>::insert(ticket.0, Ticket { owner: id, since: 0, purpose: Purpose::First, second_factor });
		let open = BoundedVec::try_from(vec![ticket.0]).expect("genesis: an owner can have one open ticket");
		OpenTickets::<T>::insert(id, open);
	}
}

fn write<T: Config>(subject: SubjectOf<T>, value: u64) {
	if value > 0 {
		Pallet::<T>::write(subject, value).expect("genesis: the first checkpoint of a subject cannot overflow");
	}
}

fn building_set<T: Config>(set: Vec<BuildingId>) -> BuildingSetOf<T> {
	BoundedVec::try_from(set)
		.unwrap_or_else(|_| panic!("genesis: an owner has units in more than {} buildings", T::MaxBuildings::get()))
}
