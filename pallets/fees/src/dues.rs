// SPDX-License-Identifier: Apache-2.0

//! What other pallets may ask of a unit's bills. Each answer costs one read, however many bills there are.

use crate::{Config, OpenBills, Pallet, StatementHeads};
use linli_primitives::{
	traits::{Clock, UnitDues},
	UnitId,
};

impl<T: Config> UnitDues for Pallet<T> {
	/// A late fee that nobody settled yet runs on unpaid principal only, so the statement's head knows.
	fn is_settled(unit: UnitId) -> bool {
		StatementHeads::<T>::get(unit).owed == 0
	}

	/// The queue of open bills begins with the oldest due. Disputed ones are not in it.
	fn is_overdue(unit: UnitId) -> bool {
		OpenBills::<T>::iter_key_prefix(unit).next().is_some_and(|oldest| oldest.due() <= T::Clock::now())
	}
}
