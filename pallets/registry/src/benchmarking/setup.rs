// SPDX-License-Identifier: Apache-2.0

//! What the runtime's benchmarks of other pallets need to find in the register.

use super::settle;
use crate::{power::MAX_SETS, *};
use alloc::{vec, vec::Vec};
use frame_benchmarking::account;
use frame_support::{assert_ok, traits::Get};
use linli_primitives::{Area, BuildingId, Commitment, OwnerId, OwnerKind, UnitId, UnitKind};

impl<T: Config> Pallet<T> {
	/// Adds a unit of `area` (0.01 m²) owned by an owner of whom `account` is an account.
	pub fn add_unit(account: &T::AccountId, kind: UnitKind, area: Area) -> UnitId {
		let owner = Self::owner_of(account).unwrap_or_else(|| {
			let owner = Self::do_register_owner(OwnerKind::Person, Commitment::zero())
				.expect("an owner can be registered in benchmarks");
			Owners::<T>::mutate(owner, |record| {
				if let Some(record) = record {
					record.accounts.try_push(account.clone()).expect("the first account has room");
					record.representative = Some(account.clone());
				}
			});
			AccountOwners::<T>::insert(account, Acting { owner, represents: true });
			Self::sustain(account);
			owner
		});
		Self::do_register_unit(0, kind, area, owner, Commitment::zero())
			.expect("a unit can be registered in benchmarks")
	}

	/// Adds an owner with `account` as representative and a home of 90 m² in each of `buildings`. The units count from
	/// the block in which they are added.
	pub fn add_owner(account: &T::AccountId, buildings: &[BuildingId]) -> OwnerId {
		// Parking gives no power, and makes the owner.
		Self::add_unit(account, UnitKind::Parking, 1);
		let owner = Self::owner_of(account).expect("the account was just given an owner");
		for building in buildings {
			Self::do_register_unit(*building, UnitKind::Residential, 9_000, owner, Commitment::zero())
				.expect("a unit can be registered in benchmarks");
		}
		owner
	}

	/// Makes the totals of `buildings` look through as many sets of buildings as they can.
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

	/// Gives `owner` as many accounts as an owner can have.
	pub fn fill_accounts(owner: OwnerId) {
		let mut record = Owners::<T>::get(owner).expect("the owner is there in benchmarks");
		while !record.accounts.is_full() {
			let index = u32::try_from(record.accounts.len()).expect("accounts are few");
			let account: T::AccountId = account("of one owner", index, owner);
			AccountOwners::<T>::insert(&account, Acting { owner, represents: false });
			record.accounts.try_push(account).expect("there is room for it");
		}
		Owners::<T>::insert(owner, record);
	}

	/// Makes `account` a resident of as many homes as a resident can have, all of other people.
	pub fn add_resident(account: &T::AccountId) {
		assert_ok!(settle::<T>(T::MaxHomes::get(), core::slice::from_ref(account)).map_err(|_| "it has no home yet"));
	}

	/// Adds `count` homes, each with as many owners and residents as a home can have, of whom each lives in as many homes as
	/// a resident can have: those of a few homes are the same people.
	pub fn fill_homes(count: u32) {
		for group in 0..count.div_ceil(T::MaxHomes::get()) {
			let lodgers: Vec<T::AccountId> =
				(0..T::MaxResidents::get()).map(|index| account("lodger", index, group)).collect();
			assert_ok!(settle::<T>(T::MaxHomes::get(), &lodgers).map_err(|_| "they have no homes yet"));
		}
	}
}
