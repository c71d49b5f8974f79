// SPDX-License-Identifier: Apache-2.0

//! Set-up of the register for the benchmarks of other pallets in the runtime.

use super::settle;
use crate::{power::MAX_SETS, *};
use alloc::{vec, vec::Vec};
use frame_benchmarking::account;
use frame_support::{assert_ok, traits::Get};
use linli_primitives::{Area, BuildingId, Commitment, OwnerId, OwnerKind, UnitId, UnitKind};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Adds a unit of `area` (0.01 m²) to the owner of `account`, who is registered if necessary.
	pub fn add_unit(account: &T::AccountId, kind: UnitKind, area: Area) -> UnitId {
		let owner = Self::owner_of(account).unwrap_or_else(|| {
			let owner = Self::do_register_owner(OwnerKind::Person, Commitment::zero())
				.expect("an owner can be registered in benchmarks");
			Owners::<T>::mutate(owner, |record| {
				if let Some(record) = record {
					record.accounts.try_push(account.clone()).expect("an owner can have one account");
					record.representative = Some(account.clone());
				}
			});
			AccountOwners::<T>::insert(account, Acting { owner, represents: true });
			Self::sustain(account);
			owner
		});
		Self::add_home(0, kind, area, owner).expect("a unit can be registered in benchmarks")
	}

	/// Adds a unit to `owner`, for which the building has room.
	pub(crate) fn add_home(
		building: BuildingId,
		kind: UnitKind,
		area: Area,
		owner: OwnerId,
	) -> Result<UnitId, DispatchError> {
		BuildingAreas::<T>::insert(building, Area::MAX);
		Self::do_register_unit(building, kind, area, owner, Commitment::zero())
	}

	/// Adds an owner with `account` as representative and a home of 90 m² in each of `buildings`. The units count from
	/// the current block on.
	pub fn add_owner(account: &T::AccountId, buildings: &[BuildingId]) -> OwnerId {
		// Registers the owner, without voting power.
		Self::add_unit(account, UnitKind::Parking, 1);
		let owner = Self::owner_of(account).expect("the account was just given an owner");
		for building in buildings {
			Self::add_home(*building, UnitKind::Residential, 9_000, owner)
				.expect("a unit can be registered in benchmarks");
		}
		owner
	}

	/// Fills [`BuildingSets`] up to [`MAX_SETS`] with sets that intersect `buildings`: the worst case of their totals.
	pub fn fill_sets(buildings: &[BuildingId]) {
		for (other, building) in (20_000..).zip(buildings.iter().cycle()) {
			if BuildingSets::<T>::count() >= MAX_SETS {
				return;
			}
			let buildings = BuildingSetOf::<T>::truncate_from(vec![*building, other]);
			Self::enter_set(&buildings);
			Self::write(Subject::HeadsIn { buildings }, 0).expect("a checkpoint can be written in benchmarks");
		}
	}

	/// Fills up the accounts of `owner` to the maximum.
	pub fn fill_accounts(owner: OwnerId) {
		let mut record = Owners::<T>::get(owner).expect("the owner exists in benchmarks");
		while !record.accounts.is_full() {
			let index = u32::try_from(record.accounts.len()).expect("the number of accounts is bounded by a `u32`");
			let account: T::AccountId = account("of one owner", index, owner);
			AccountOwners::<T>::insert(&account, Acting { owner, represents: false });
			record.accounts.try_push(account).expect("the accounts are not full");
		}
		Owners::<T>::insert(owner, record);
	}

	/// Makes `account` a resident of the maximum number of homes, all of other owners.
	pub fn add_resident(account: &T::AccountId) {
		assert_ok!(
			settle::<T>(T::MaxHomes::get(), core::slice::from_ref(account)).map_err(|_| "the account has no home yet")
		);
	}

	/// Adds at least `count` homes, each with the maximum number of accounts and residents. Every [`Config::MaxHomes`]
	/// of them share the same residents, so that each resident has the maximum number of homes.
	pub fn fill_homes(count: u32) {
		for group in 0..count.div_ceil(T::MaxHomes::get()) {
			let lodgers: Vec<T::AccountId> =
				(0..T::MaxResidents::get()).map(|index| account("lodger", index, group)).collect();
			assert_ok!(settle::<T>(T::MaxHomes::get(), &lodgers).map_err(|_| "the accounts have no homes yet"));
		}
	}
}
