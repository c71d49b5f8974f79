// SPDX-License-Identifier: Apache-2.0

//! Movements of an expense's money besides the payment in force, so that the books can be followed both ways (D19).

use crate::{types::Movement, Config, MovementCounts, Movements, Pallet};
use linli_primitives::{ContentHash, EntryId, ExpenseId};
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Records a movement.
	pub(crate) fn keep_movement(id: ExpenseId, entry: EntryId, reference: Option<ContentHash>) -> DispatchResult {
		let number = MovementCounts::<T>::get(id);
		MovementCounts::<T>::insert(id, number.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		Movements::<T>::insert(id, number, Movement { entry, reference });
		Ok(())
	}
}
