// SPDX-License-Identifier: Apache-2.0

//! Owners with units in the maximum number of buildings, and the origins of the offices.

use super::{
	rules::{rule_book, FOLLOW},
	BenchmarkHelper,
};
use crate::{pallet::*, types::*, Origin};
use alloc::vec::Vec;
use frame_benchmarking::{account, BenchmarkError};
use frame_support::traits::EnsureOrigin;
use frame_system::pallet_prelude::OriginFor;
use linli_primitives::{BuildingId, Moment, OwnerId};

const START: Moment = 1_795_397_400_000;

/// Sets the clock and the rule book, and adds owners with units in the maximum number of buildings of an electorate.
pub(super) fn community<T: Config>(owners: u32) -> Result<Vec<(T::AccountId, OwnerId)>, BenchmarkError> {
	community_in::<T>(owners, &every_building())
}

pub(super) fn community_in<T: Config>(
	owners: u32,
	buildings: &[BuildingId],
) -> Result<Vec<(T::AccountId, OwnerId)>, BenchmarkError> {
	frame_system::Pallet::<T>::set_block_number(1u32.into());
	T::BenchmarkHelper::set_time(START);
	Pallet::<T>::do_set_rule_book(rule_book(), 0)?;
	let people = (0..owners)
		.map(|index| {
			let who: T::AccountId = account("owner", index, 0);
			let owner = T::BenchmarkHelper::add_owner(&who, buildings);
			(who, owner)
		})
		.collect();
	frame_system::Pallet::<T>::set_block_number(10u32.into());
	Ok(people)
}

/// The maximum number of buildings of an electorate, in which owners of the genesis state have no units.
pub(super) fn every_building() -> Vec<BuildingId> {
	(10_000..).take(MAX_BUILDINGS as usize).collect()
}

pub(super) fn some_buildings(count: u32) -> Option<Buildings> {
	(count > 0).then(|| Buildings::truncate_from(every_building().into_iter().take(count as usize).collect()))
}

pub(super) fn first<T: Config>(people: &[(T::AccountId, OwnerId)]) -> Result<(T::AccountId, OwnerId), BenchmarkError> {
	people.first().cloned().ok_or(BenchmarkError::Weightless)
}

/// A holder of proxies whose owner has the maximum number of accounts, each of which is read.
pub(super) fn holder<T: Config>() -> T::AccountId {
	let holder = account("holder", 0, 0);
	let owner = T::BenchmarkHelper::add_owner(&holder, &[]);
	T::BenchmarkHelper::fill_accounts(owner);
	holder
}

/// A major decision under an earlier rule book, in which it was major, too.
pub(super) fn decision<T: Config>() -> OriginFor<T> {
	Pallet::<T>::do_set_rule_book(rule_book(), 0).expect("the rule book is valid");
	let rule_book = CurrentRuleBook::<T>::get().and_then(|version| version.checked_sub(1)).unwrap_or_default();
	let (class, level, matter) = (FOLLOW, Level::Major, Matter::RuleBook);
	Origin::Decided { proposal: 0, rule_book, class, level, electorate: None, matter }.into()
}

pub(super) fn committee_origin<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::CommitteeOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

pub(super) fn registrar<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::RegistrarOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}
