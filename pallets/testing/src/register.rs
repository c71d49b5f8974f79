// SPDX-License-Identifier: Apache-2.0

//! Units and their owners.

use crate::AccountId;
use core::marker::PhantomData;
use frame_support::{pallet_prelude::ValueQuery, storage_alias, Twox64Concat};
use linli_primitives::{
	traits::{Electorate, OwnersRegister, UnitView},
	Area, BuildingId, OwnerId, Power, UnitId, UnitKind,
};
use std::collections::BTreeSet;

/// A register without people's names and papers: units, each with one owner, as they were at the end of each block.
///
/// The account of an owner is [`owner_account`], and another that acts for the owner [`second_account`], unless a test
/// [replaces](Self::replace) them.
pub struct Register<Runtime>(PhantomData<Runtime>);

/// The blocks in which units changed, the first first.
#[storage_alias]
type Blocks = StorageValue<TestRegister, Vec<u64>, ValueQuery>;

/// The units as they were at the end of such a block.
#[storage_alias]
type Units = StorageMap<TestRegister, Twox64Concat, u64, Vec<UnitView>, ValueQuery>;

/// The accounts that represent owners, where they are not the usual ones.
#[storage_alias]
type Replaced = StorageMap<TestRegister, Twox64Concat, OwnerId, AccountId>;

crate::settings! {
	/// Whether the owners of some buildings can be counted.
	pub static Countable: bool = true;
	/// The accounts of the manager's staff.
	pub static Staff: Vec<AccountId> = Vec::new();
}

const FIRST: AccountId = 100;
const SECOND: AccountId = 100_000;

/// The account that represents an owner, unless replaced.
pub const fn owner_account(owner: OwnerId) -> AccountId {
	FIRST + owner as AccountId
}

/// Another account that acts for an owner and does not vote.
pub const fn second_account(owner: OwnerId) -> AccountId {
	SECOND + owner as AccountId
}

fn owner_by_number(account: AccountId, base: AccountId) -> Option<OwnerId> {
	account.checked_sub(base).filter(|number| *number < SECOND - FIRST)?.try_into().ok()
}

fn number<Runtime: frame_system::Config>() -> u64 {
	let block = frame_system::Pallet::<Runtime>::block_number();
	block.try_into().unwrap_or_else(|_| panic!("tests do not last so long"))
}

impl<Runtime: frame_system::Config> Register<Runtime> {
	/// The units as they were at the end of `block`.
	pub fn units_at(block: u64) -> Vec<UnitView> {
		Blocks::get().into_iter().rfind(|changed| *changed <= block).map(Units::get).unwrap_or_default()
	}

	/// The units as they are.
	pub fn units() -> Vec<UnitView> {
		Self::units_at(number::<Runtime>())
	}

	/// Has it that these were the units from the beginning, and that nobody lost an account.
	pub fn begin_with(units: Vec<UnitView>) {
		let _ = (Units::clear(u32::MAX, None), Replaced::clear(u32::MAX, None));
		Blocks::put(vec![0]);
		Units::insert(0, units);
	}

	/// Changes the units from this block on.
	fn change_all<R>(change: impl FnOnce(&mut Vec<UnitView>) -> R) -> R {
		let (block, mut units) = (number::<Runtime>(), Self::units());
		let result = change(&mut units);
		Blocks::mutate(|blocks| {
			if blocks.last() != Some(&block) {
				blocks.push(block);
			}
		});
		Units::insert(block, units);
		result
	}

	/// Adds a unit.
	pub fn add(building: BuildingId, kind: UnitKind, area: Area, owner: OwnerId) -> UnitId {
		Self::change_all(|units| {
			units.push(UnitView { building, kind, area, owner });
			units.len() as UnitId - 1
		})
	}

	/// Changes a unit.
	pub fn change(unit: UnitId, change: impl FnOnce(&mut UnitView)) {
		Self::change_all(|units| change(&mut units[unit as usize]));
	}

	/// The unit has another owner from now on.
	pub fn sell(unit: UnitId, to: OwnerId) {
		Self::change(unit, |unit| unit.owner = to);
	}

	/// The owner's account is another from now on.
	pub fn replace(owner: OwnerId, account: AccountId) {
		Replaced::insert(owner, account);
	}

	fn power(block: u64, buildings: Option<&[BuildingId]>, of: impl Fn(OwnerId) -> bool) -> Power {
		let (mut owners, mut area) = (BTreeSet::new(), 0);
		for unit in Self::units_at(block) {
			if of(unit.owner) && buildings.is_none_or(|buildings| buildings.contains(&unit.building)) {
				owners.insert(unit.owner);
				area += unit.area;
			}
		}
		Power { area, heads: owners.len() as u32 }
	}

	fn acting_for(account: &AccountId) -> Option<OwnerId> {
		if let Some((owner, _)) = Replaced::iter().find(|(_, known)| known == account) {
			return Some(owner);
		}
		owner_by_number(*account, SECOND)
			.or_else(|| owner_by_number(*account, FIRST).filter(|owner| !Replaced::contains_key(owner)))
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

	#[cfg(feature = "runtime-benchmarks")]
	fn add_new_owner(account: &AccountId) -> OwnerId {
		// A benchmark runs several times, and its accounts are the same.
		if let Some((owner, _)) = Replaced::iter().find(|(_, known)| known == account) {
			Replaced::remove(owner);
		}
		let owner = Self::units().iter().map(|unit| unit.owner + 1).max().unwrap_or_default();
		Self::replace(owner, *account);
		owner
	}
}

impl<Runtime: frame_system::Config> OwnersRegister<AccountId> for Register<Runtime> {
	fn unit(unit: UnitId) -> Option<UnitView> {
		Self::units().get(unit as usize).copied()
	}

	fn unit_count() -> UnitId {
		Self::units().len() as UnitId
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
		Replaced::get(owner).or(Some(owner_account(owner)))
	}

	fn power_at(owner: OwnerId, block: u64, buildings: Option<&[BuildingId]>) -> Power {
		Self::power(block, buildings, |other| other == owner)
	}

	fn totals_at(block: u64, buildings: Option<&[BuildingId]>) -> Option<Power> {
		(buildings.is_none() || Countable::get()).then(|| Self::power(block, buildings, |_| true))
	}

	fn is_manager_staff(account: &AccountId) -> bool {
		let staff = Staff::get();
		let others = Self::acting_for(account).map(|owner| [owner_account(owner), second_account(owner)]);
		staff.contains(account) || others.is_some_and(|others| others.iter().any(|other| staff.contains(other)))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn add_owner(account: &AccountId, buildings: &[BuildingId]) -> OwnerId {
		Self::add_owner(account, buildings)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_sets(_buildings: &[BuildingId]) {}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_accounts(_owner: OwnerId) {}
}
