// SPDX-License-Identifier: Apache-2.0

//! Units as the register takes them in, transfers and corrects them (D5, D9). How they are divided and joined is in
//! [`crate::reshaping`].

use crate::*;
use frame_support::ensure;
use linli_primitives::{
	traits::{OnUnitSold, OwnersRegister, UnitDues, UnitView},
	Area, BuildingId, Commitment, ContentHash, OwnerId, UnitId, UnitKind,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_unit(
		building: BuildingId,
		kind: UnitKind,
		area: Area,
		owner: OwnerId,
		label: Commitment,
	) -> Result<UnitId, DispatchError> {
		ensure!(area > 0, Error::<T>::InvalidArea);
		ensure!(Owners::<T>::contains_key(owner), Error::<T>::OwnerNotFound);
		Self::fit_area(building, 0, area)?;
		let unit = Self::next_unit()?;
		Self::replace_area(owner, building, 0, Self::voting_area(kind, area))?;
		let record = Unit { building, kind, area, owner, label };
		Self::count_kinds(None, Some(&record))?;
		Self::enter_unit(unit, record)?;
		Self::deposit_event(Event::UnitRegistered { unit, building, kind, area, owner, label });
		Ok(unit)
	}

	pub(crate) fn do_transfer_unit(unit: UnitId, to: OwnerId, document: ContentHash, dues: Dues) -> DispatchResult {
		let mut record = Units::<T>::get(unit).ok_or(Error::<T>::UnitNotFound)?;
		let from = record.owner;
		ensure!(Owners::<T>::contains_key(to), Error::<T>::OwnerNotFound);
		ensure!(from != to, Error::<T>::AlreadyOwner);
		if dues == Dues::Settled {
			ensure!(T::Dues::is_settled(unit), Error::<T>::DuesOutstanding);
		}
		Self::move_area(from, to, record.building, record.kind, record.area)?;
		let before = record;
		record.owner = to;
		Self::count_kinds(Some(&before), Some(&record))?;
		Units::<T>::insert(unit, record);
		OwnerUnits::<T>::remove(from, unit);
		OwnerUnits::<T>::insert(to, unit, ());
		Self::clear_residents(unit);
		Self::deposit_event(Event::UnitTransferred { unit, from, to, document, dues });
		T::OnSold::unit_sold(unit, from, to);
		Ok(())
	}

	pub(crate) fn do_correct_unit(unit: UnitId, kind: UnitKind, area: Area, label: Commitment) -> DispatchResult {
		ensure!(area > 0, Error::<T>::InvalidArea);
		let before = Units::<T>::get(unit).ok_or(Error::<T>::UnitNotFound)?;
		let after = Unit { kind, area, label, ..before };
		ensure!(after != before, Error::<T>::NothingChanged);
		Self::fit_area(before.building, before.area, area)?;
		let voting = (Self::voting_area(before.kind, before.area), Self::voting_area(kind, area));
		Self::replace_area(before.owner, before.building, voting.0, voting.1)?;
		Self::count_kinds(Some(&before), Some(&after))?;
		Self::free_label(before.label);
		Self::enter_unit(unit, after)?;
		Self::deposit_event(Event::UnitCorrected { unit, kind, area, label });
		if area != before.area {
			T::OnSold::area_corrected(unit, area)?;
		}
		Ok(())
	}

	/// The id of the next unit, which is used up.
	pub(crate) fn next_unit() -> Result<UnitId, DispatchError> {
		let unit = NextUnit::<T>::get();
		NextUnit::<T>::put(unit.checked_add(1).ok_or(Error::<T>::Overflow)?);
		Ok(unit)
	}

	/// Writes the unit, with its label and its place among the owner's.
	pub(crate) fn enter_unit(unit: UnitId, record: Unit) -> DispatchResult {
		if !record.label.is_zero() {
			ensure!(!Labels::<T>::contains_key(record.label), Error::<T>::LabelAlreadyUsed);
			Labels::<T>::insert(record.label, unit);
		}
		OwnerUnits::<T>::insert(record.owner, unit, ());
		Units::<T>::insert(unit, record);
		Ok(())
	}

	/// The label is no unit's any more.
	pub(crate) fn free_label(label: Commitment) {
		if !label.is_zero() {
			Labels::<T>::remove(label);
		}
	}

	/// The area of a unit in the building changes from `before` to `after`; beyond the building's registered area it
	/// does not grow.
	pub(crate) fn fit_area(building: BuildingId, before: Area, after: Area) -> DispatchResult {
		let held = UnitAreas::<T>::get(building);
		let sum = held.checked_sub(before).and_then(|rest| rest.checked_add(after)).ok_or(Error::<T>::Overflow)?;
		ensure!(after <= before || sum <= BuildingAreas::<T>::get(building), Error::<T>::BuildingAreaExceeded);
		if sum == 0 {
			UnitAreas::<T>::remove(building);
		} else {
			UnitAreas::<T>::insert(building, sum);
		}
		Ok(())
	}

	pub(crate) fn do_set_building_area(building: BuildingId, area: Area) -> DispatchResult {
		ensure!(area >= UnitAreas::<T>::get(building), Error::<T>::BuildingAreaTooLow);
		BuildingAreas::<T>::insert(building, area);
		Self::deposit_event(Event::BuildingAreaSet { building, area });
		Ok(())
	}
}

impl<T: Config> OwnersRegister<T::AccountId> for Pallet<T> {
	fn unit(unit: UnitId) -> Option<UnitView> {
		Units::<T>::get(unit).map(Into::into)
	}

	fn unit_count() -> UnitId {
		NextUnit::<T>::get()
	}

	fn owner_of(account: &T::AccountId) -> Option<OwnerId> {
		Self::owner_of(account)
	}

	/// Residents count from [`SETTLED`] after their acceptance on.
	fn is_at_home(account: &T::AccountId, unit: UnitId) -> bool {
		<Self as OwnersRegister<T::AccountId>>::is_owner(account, unit) || Self::current_homes(account).contains(&unit)
	}
}
