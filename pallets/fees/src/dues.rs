// SPDX-License-Identifier: Apache-2.0

//! The dues of a unit as other pallets query them. Each query reads one item of this pallet's storage, however
//! many bills there are.

use crate::{Config, OpenBills, Pallet, StatementHeads};
use linli_primitives::{
	traits::{Clock, UnitDues},
	UnitId,
};

impl<T: Config> UnitDues for Pallet<T> {
	/// A late fee not charged yet accrues only on unpaid principal, so the statement's head suffices.
	fn is_settled(unit: UnitId) -> bool {
		StatementHeads::<T>::get(unit).owed == 0
	}

	/// The queue of open bills starts with the oldest due and excludes disputed bills.
	fn is_overdue(unit: UnitId) -> bool {
		OpenBills::<T>::iter_key_prefix(unit).next().is_some_and(|oldest| oldest.due() <= T::Clock::now())
	}
}
