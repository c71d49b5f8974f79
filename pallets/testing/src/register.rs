// SPDX-License-Identifier: Apache-2.0

//! Units and their owners.

use crate::AccountId;
use core::{cell::RefCell, marker::PhantomData};
use linli_primitives::{
	traits::{Electorate, OwnersRegister, UnitView},
	Area, BuildingId, Buildings, OwnerId, Power, UnitId, UnitKind, UnitKinds,
};
use std::collections::{BTreeMap, BTreeSet};

/// A minimal register: units, each with one owner, with their history by block.
///
/// Each owner is represented by [`owner_account`], unless a test [replaces](Self::replace) it; [`second_account`] also
/// acts for the owner.
///
/// Benchmarks add thousands of units, for which storage is too slow: they are kept in a thread-local outside the
/// externalities, which [`BuildExt`](crate::BuildExt) clears.
pub struct Register<Runtime>(PhantomData<Runtime>);

#[derive(Clone, Default)]
struct Units {
	all: Vec<UnitView>,
	/// Positions of units by owner, computed on first use.
	by_owner: Option<BTreeMap<OwnerId, Vec<usize>>>,
}

impl Units {
	fn of(&mut self, owner: OwnerId) -> impl Iterator<Item = &UnitView> {
		let all = &self.all;
		let by_owner = self.by_owner.get_or_insert_with(|| {
			let mut by_owner = BTreeMap::<OwnerId, Vec<usize>>::new();
			for (place, unit) in all.iter().enumerate() {
				by_owner.entry(unit.owner).or_default().push(place);
			}
			by_owner
		});
		by_owner.get(&owner).into_iter().flatten().map(|place| &all[*place])
	}
}

#[derive(Default)]
struct Books {
	/// All units at the end of each block in which any changed.
	units: BTreeMap<u64, Units>,
	/// Replaced representatives, by owner.
	replaced: BTreeMap<OwnerId, AccountId>,
	/// The owners they represent, by account.
	owners: BTreeMap<AccountId, OwnerId>,
	/// The block in which the accounts or units of each owner last changed.
	changed: BTreeMap<OwnerId, u64>,
}

impl Books {
	fn units_at(&mut self, block: u64) -> Option<&mut Units> {
		self.units.range_mut(..=block).next_back().map(|(_, units)| units)
	}

	fn replace(&mut self, owner: OwnerId, account: AccountId) {
		let lost = self.replaced.insert(owner, account);
		lost.and_then(|lost| self.owners.remove(&lost));
		let other = self.owners.insert(account, owner).filter(|other| *other != owner);
		other.and_then(|other| self.replaced.remove(&other));
	}
}

thread_local! {
	static BOOKS: RefCell<Books> = RefCell::default();
}

/// Empties every register.
pub(crate) fn clear() {
	BOOKS.take();
}

crate::settings! {
	/// Whether the totals of some buildings are available.
	pub static Countable: bool = true;
	/// The sets of kinds of units that are counted apart.
	pub static Counted: Vec<UnitKinds> = Vec::new();
	/// Whether each unit is a head.
	pub static HeadsPerUnit: bool = false;
	/// The developer.
	pub static DeveloperOwner: Option<OwnerId> = None;
	/// The accounts of the manager's staff.
	pub static Staff: Vec<AccountId> = Vec::new();
}

const FIRST: AccountId = 100;
const SECOND: AccountId = 100_000;

/// The default representative of an owner.
pub const fn owner_account(owner: OwnerId) -> AccountId {
	FIRST + owner as AccountId
}

/// Another account that acts for an owner but does not vote.
pub const fn second_account(owner: OwnerId) -> AccountId {
	SECOND + owner as AccountId
}

fn owner_by_number(account: AccountId, base: AccountId) -> Option<OwnerId> {
	account.checked_sub(base).filter(|number| *number < SECOND - FIRST)?.try_into().ok()
}

fn number<Runtime: frame_system::Config>() -> u64 {
	let block = frame_system::Pallet::<Runtime>::block_number();
	block.try_into().unwrap_or_else(|_| panic!("block numbers of tests fit"))
}

impl<Runtime: frame_system::Config> Register<Runtime> {
	/// Resets the register to these units from block 0, with default accounts.
	pub fn begin_with(units: Vec<UnitView>) {
		let units = BTreeMap::from([(0, Units { all: units, by_owner: None })]);
		BOOKS.set(Books { units, ..Books::default() });
	}

	/// Changes the units from this block on.
	fn with_units<R>(change: impl FnOnce(&mut Vec<UnitView>) -> R) -> R {
		let block = number::<Runtime>();
		BOOKS.with_borrow_mut(|books| {
			// A benchmark runs repeatedly, each time from the first block.
			let later = books.units.split_off(&block).into_values().next_back();
			let units = later.or_else(|| books.units.values().next_back().cloned()).unwrap_or_default();
			books.units.insert(block, units);
			let units = books.units.get_mut(&block).expect("inserted above");
			units.by_owner = None;
			change(&mut units.all)
		})
	}

	/// Reads the current units.
	fn look<R>(look: impl FnOnce(&[UnitView]) -> R) -> R {
		BOOKS.with_borrow(|books| look(books.units.values().next_back().map_or(&[], |units| &units.all)))
	}

	/// Adds a unit.
	pub fn add(building: BuildingId, kind: UnitKind, area: Area, owner: OwnerId) -> UnitId {
		Self::note(owner);
		Self::with_units(|units| {
			units.push(UnitView { building, kind, area, owner });
			units.len() as UnitId - 1
		})
	}

	/// Changes a unit.
	pub fn change(unit: UnitId, change: impl FnOnce(&mut UnitView)) {
		let owners = Self::with_units(|units| {
			let unit = &mut units[unit as usize];
			let before = unit.owner;
			change(unit);
			[before, unit.owner]
		});
		owners.into_iter().for_each(Self::note);
	}

	/// Notes that the accounts or units of `owner` change in this block.
	fn note(owner: OwnerId) {
		let block = number::<Runtime>();
		BOOKS.with_borrow_mut(|books| books.changed.insert(owner, block));
	}

	/// Changes the unit's owner from this block on.
	pub fn sell(unit: UnitId, to: OwnerId) {
		Self::change(unit, |unit| unit.owner = to);
	}

	/// Replaces the owner's representative.
	pub fn replace(owner: OwnerId, account: AccountId) {
		Self::note(owner);
		BOOKS.with_borrow_mut(|books| books.replace(owner, account));
	}

	fn acting_for(account: &AccountId) -> Option<OwnerId> {
		BOOKS.with_borrow(|books| {
			let first = || owner_by_number(*account, FIRST).filter(|owner| !books.replaced.contains_key(owner));
			books.owners.get(account).copied().or_else(|| owner_by_number(*account, SECOND)).or_else(first)
		})
	}

	/// Adds a unit owned by a new owner, whose account is `account`.
	#[cfg(feature = "runtime-benchmarks")]
	pub fn add_unit(account: &AccountId, kind: UnitKind, area: Area) -> UnitId {
		Self::add(0, kind, area, Self::add_new_owner(account))
	}

	/// Adds an owner whose account is `account`, with a home in each of `buildings`.
	#[cfg(feature = "runtime-benchmarks")]
	pub fn add_owner(account: &AccountId, buildings: &[BuildingId]) -> OwnerId {
		let owner = Self::add_new_owner(account);
		for building in buildings {
			Self::add(*building, UnitKind::Residential, 9_000, owner);
		}
		owner
	}

	/// Adds an owner represented by `account`. A benchmark runs repeatedly with the same accounts: each then belongs to
	/// the latest owner.
	#[cfg(feature = "runtime-benchmarks")]
	fn add_new_owner(account: &AccountId) -> OwnerId {
		let of_units = Self::look(|units| units.last().map_or(0, |unit| unit.owner + 1));
		let of_accounts = BOOKS.with_borrow(|books| books.replaced.last_key_value().map_or(0, |(owner, _)| owner + 1));
		let owner = of_units.max(of_accounts);
		Self::replace(owner, *account);
		owner
	}
}

fn sum<'a>(
	units: impl Iterator<Item = &'a UnitView>,
	buildings: Option<&[BuildingId]>,
	kinds: Option<UnitKinds>,
) -> Power {
	let (mut owners, mut lots, mut area) = (BTreeSet::new(), 0, 0);
	let counts = |unit: &&UnitView| {
		buildings.is_none_or(|buildings| buildings.contains(&unit.building))
			&& kinds.is_none_or(|kinds| kinds.contains(unit.kind))
	};
	for unit in units.filter(counts) {
		owners.insert(unit.owner);
		lots += 1;
		area += unit.area;
	}
	Power { area, heads: if HeadsPerUnit::get() { lots } else { owners.len() as u32 } }
}

impl<Runtime: frame_system::Config> OwnersRegister<AccountId> for Register<Runtime> {
	fn unit(unit: UnitId) -> Option<UnitView> {
		Self::look(|units| units.get(unit as usize).copied())
	}

	fn unit_count() -> UnitId {
		Self::look(|units| units.len() as UnitId)
	}

	fn owner_of(account: &AccountId) -> Option<OwnerId> {
		Self::acting_for(account)
	}
}

impl<Runtime: frame_system::Config> Electorate<AccountId, u64> for Register<Runtime> {
	fn owner_of(account: &AccountId) -> Option<OwnerId> {
		Self::acting_for(account)
	}

	fn represented_by(account: &AccountId) -> Option<OwnerId> {
		Self::acting_for(account).filter(|owner| Self::representative(*owner) == Some(*account))
	}

	fn representative(owner: OwnerId) -> Option<AccountId> {
		BOOKS.with_borrow(|books| books.replaced.get(&owner).copied()).or(Some(owner_account(owner)))
	}

	fn power_at(owner: OwnerId, block: u64, buildings: Option<&[BuildingId]>) -> Power {
		BOOKS.with_borrow_mut(|books| {
			books.units_at(block).map_or(Power::ZERO, |units| sum(units.of(owner), buildings, None))
		})
	}

	fn totals_at(block: u64, buildings: Option<&[BuildingId]>) -> Option<Power> {
		(buildings.is_none() || Countable::get()).then(|| {
			BOOKS.with_borrow_mut(|books| {
				books.units_at(block).map_or(Power::ZERO, |units| sum(units.all.iter(), buildings, None))
			})
		})
	}

	fn totals_in_each(block: u64, parts: &[Buildings]) -> Option<Vec<Power>> {
		parts.iter().map(|part| Self::totals_at(block, Some(part.as_slice()))).collect()
	}

	fn changed_since(owner: OwnerId, block: u64) -> bool {
		BOOKS.with_borrow(|books| books.changed.get(&owner).is_some_and(|last| *last > block))
	}

	fn kinds_power_at(owner: OwnerId, block: u64, buildings: Option<&[BuildingId]>, kinds: UnitKinds) -> Power {
		BOOKS.with_borrow_mut(|books| {
			books.units_at(block).map_or(Power::ZERO, |units| sum(units.of(owner), buildings, Some(kinds)))
		})
	}

	fn kinds_totals_at(block: u64, buildings: Option<&[BuildingId]>, kinds: UnitKinds) -> Option<Power> {
		let is_countable = Self::counts_kinds(kinds) && (buildings.is_none() || Countable::get());
		is_countable.then(|| {
			BOOKS.with_borrow_mut(|books| {
				books.units_at(block).map_or(Power::ZERO, |units| sum(units.all.iter(), buildings, Some(kinds)))
			})
		})
	}

	fn counts_kinds(kinds: UnitKinds) -> bool {
		Counted::get().contains(&kinds)
	}

	fn developer() -> Option<OwnerId> {
		DeveloperOwner::get()
	}

	fn is_manager_staff(account: &AccountId) -> bool {
		let staff = Staff::get();
		let others = Self::acting_for(account).map(|owner| [owner_account(owner), second_account(owner)]);
		staff.contains(account) || others.is_some_and(|others| others.iter().any(|other| staff.contains(other)))
	}
}
