// SPDX-License-Identifier: Apache-2.0

//! Registration and transfer of units (D5, D9).

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
		let unit = NextUnit::<T>::get();
		let next = unit.checked_add(1).ok_or(Error::<T>::Overflow)?;
		Self::add_area(owner, building, kind, area)?;
		Units::<T>::insert(unit, Unit { building, kind, area, owner, label });
		OwnerUnits::<T>::insert(owner, unit, ());
		NextUnit::<T>::put(next);
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
		record.owner = to;
		Units::<T>::insert(unit, record);
		OwnerUnits::<T>::remove(from, unit);
		OwnerUnits::<T>::insert(to, unit, ());
		Self::clear_residents(unit);
		Self::deposit_event(Event::UnitTransferred { unit, from, to, document, dues });
		T::OnSold::unit_sold(unit, from, to);
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

	/// Residents count from [`SETTLED`] on: an owner names them alone.
	fn is_at_home(account: &T::AccountId, unit: UnitId) -> bool {
		<Self as OwnersRegister<T::AccountId>>::is_owner(account, unit) || Self::current_homes(account).contains(&unit)
	}
}
