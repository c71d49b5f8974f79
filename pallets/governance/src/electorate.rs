// SPDX-License-Identifier: Apache-2.0

//! The electorate of a proposal, and the power of its owners (D28): of all buildings or some, which the proposal names,
//! and by all units that vote or those of some kinds, which its class names. The proposer does not choose the kinds, so
//! that nobody picks the voters whose answer is wanted.

use crate::{
	pallet::*,
	types::{class::DeveloperRule, *},
	PollOf,
};
use frame_support::ensure;
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{traits::Electorate, BuildingId, OwnerId, Power, UnitKinds};
use sp_runtime::{DispatchError, DispatchResult};

/// Where, and by which kinds of units, owners have power in a proposal.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
	buildings: Option<&'a [BuildingId]>,
	kinds: Option<UnitKinds>,
}

impl<'a> Scope<'a> {
	/// The scope of these buildings and of the kinds that `class` names.
	pub(crate) fn of(electorate: &'a Option<Buildings>, class: &DecisionClass) -> Self {
		Self { buildings: electorate.as_ref().map(|buildings| buildings.as_slice()), kinds: class.kinds }
	}

	/// The scope of one tract.
	pub(crate) fn of_tract(buildings: &'a Buildings, kinds: Option<UnitKinds>) -> Self {
		Self { buildings: Some(buildings.as_slice()), kinds }
	}

	/// The scope of a poll.
	pub(crate) fn of_poll<BlockNumber>(poll: &'a Poll<BlockNumber>) -> Self {
		let buildings = poll.electorate.as_ref().map(|buildings| buildings.as_slice());
		Self { buildings, kinds: poll.kinds }
	}
}

impl<T: Config> Pallet<T> {
	/// The power of `owner` at `block` in the scope; zero outside the electorate.
	pub(crate) fn power_in(owner: OwnerId, block: BlockNumberFor<T>, scope: Scope<'_>) -> Power {
		match scope.kinds {
			None => T::Electorate::power_at(owner, block, scope.buildings),
			Some(kinds) => T::Electorate::kinds_power_at(owner, block, scope.buildings, kinds),
		}
	}

	/// The power of all owners at `block` in the scope. `None` if it cannot be counted.
	pub(crate) fn total_in(block: BlockNumberFor<T>, scope: Scope<'_>) -> Option<Power> {
		match scope.kinds {
			None => T::Electorate::totals_at(block, scope.buildings),
			Some(kinds) => T::Electorate::kinds_totals_at(block, scope.buildings, kinds),
		}
	}

	/// The power of `owner` at `block` in the electorate, which is above zero.
	///
	/// ## Errors
	/// [`Error::NotEligibleToVote`], [`Error::NotInElectorate`].
	pub(crate) fn power_of(owner: OwnerId, block: BlockNumberFor<T>, scope: Scope<'_>) -> Result<Power, DispatchError> {
		let power = Self::power_in(owner, block, scope);
		if !power.is_zero() {
			return Ok(power);
		}
		let is_part = scope.buildings.is_some() || scope.kinds.is_some();
		let elsewhere = is_part && !T::Electorate::power_at(owner, block, None).is_zero();
		Err(if elsewhere { Error::<T>::NotInElectorate } else { Error::<T>::NotEligibleToVote }.into())
	}

	/// The power with which `owner` votes in a poll, which is above zero.
	///
	/// ## Errors
	/// [`Error::DeveloperExcluded`], [`Error::NotEligibleToVote`], [`Error::NotInElectorate`].
	pub(crate) fn voting_power(owner: OwnerId, poll: &PollOf<T>) -> Result<Power, DispatchError> {
		match poll.developer {
			Some((developer, power)) if developer == owner => {
				ensure!(!power.is_zero(), Error::<T>::DeveloperExcluded);
				Ok(power)
			}
			_ => Self::power_of(owner, poll.record_block, Scope::of_poll(poll)),
		}
	}

	/// The power of all owners at `block` in the electorate as `class` counts the developer; and the developer, where
	/// it does not count in full. `None` if the electorate cannot be counted.
	pub(crate) fn counted_total(
		class: &DecisionClass,
		block: BlockNumberFor<T>,
		electorate: &Option<Buildings>,
	) -> Option<(Power, Option<(OwnerId, Power)>)> {
		let scope = Scope::of(electorate, class);
		Self::with_developer(class, block, scope, Self::total_in(block, scope)?)
	}

	/// The `total` of an electorate as `class` counts the developer; and the developer, where it does not count in
	/// full. `None` if it is not the total of the scope.
	pub(crate) fn with_developer(
		class: &DecisionClass,
		block: BlockNumberFor<T>,
		scope: Scope<'_>,
		total: Power,
	) -> Option<(Power, Option<(OwnerId, Power)>)> {
		let Some(developer) = T::Electorate::developer().filter(|_| class.developer != DeveloperRule::Full) else {
			return Some((total, None));
		};
		let own = Self::power_in(developer, block, scope);
		let power = class.developer.counted(own, total);
		if power == own {
			return Some((total, None));
		}
		// Part of the total, so that neither step can fail.
		let total = total.checked_sub(own)?.checked_add(power)?;
		Some((total, Some((developer, power))))
	}

	/// The power of all owners at `block` in the electorate.
	///
	/// ## Errors
	/// [`Error::TooManyBuildingSets`].
	pub(crate) fn total_of(block: BlockNumberFor<T>, scope: Scope<'_>) -> Result<Power, DispatchError> {
		Self::total_in(block, scope).ok_or_else(|| Error::<T>::TooManyBuildingSets.into())
	}

	/// Ensures that the register counts the kinds of units that the class names.
	///
	/// ## Errors
	/// [`Error::KindsNotCounted`].
	pub(crate) fn ensure_counted(class: &DecisionClass) -> DispatchResult {
		ensure!(class.kinds.is_none_or(T::Electorate::counts_kinds), Error::<T>::KindsNotCounted);
		Ok(())
	}
}
