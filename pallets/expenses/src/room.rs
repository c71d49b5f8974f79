// SPDX-License-Identifier: Apache-2.0

//! Room for open expenses (D53): each lane has its own, and nobody can use it up for others.

use crate::{
	types::{Expense, Lane},
	Config, Error, OpenBy, OpenCounts, OpenExpenses, Pallet,
};
use frame_support::{ensure, traits::Get};
use linli_primitives::{traits::Person, ExpenseId};
use sp_runtime::{ArithmeticError, DispatchResult};

/// One proposer can take up this part of a lane: one quarter.
const SHARE: u32 = 4;

impl<T: Config> Pallet<T> {
	/// The maximum number of open expenses that one proposer can have in each lane.
	pub fn max_open_by() -> u32 {
		T::MaxOpen::get().checked_div(SHARE).unwrap_or_default().max(1)
	}

	/// Ensures that the proposer can enter another expense in the lane.
	pub(crate) fn ensure_room(lane: Lane, manager: &Person<T::AccountId>) -> DispatchResult {
		ensure!(OpenBy::<T>::get(lane, manager) < Self::max_open_by(), Error::<T>::TooManyOpenByProposer);
		ensure!(OpenCounts::<T>::get(lane) < T::MaxOpen::get(), Error::<T>::TooManyOpen);
		Ok(())
	}

	/// Adds the expense to the open ones. A returned payment is added whether there is room or not.
	pub(crate) fn open(id: ExpenseId, expense: &Expense<T::AccountId>) -> DispatchResult {
		let lane = expense.purpose.lane();
		let add = |count: &mut u32| -> DispatchResult {
			*count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		};
		OpenExpenses::<T>::insert(id, ());
		OpenBy::<T>::try_mutate(lane, &expense.manager, add)?;
		OpenCounts::<T>::try_mutate(lane, add)
	}

	/// Removes the expense from the open ones.
	pub(crate) fn no_longer_open(id: ExpenseId, expense: &Expense<T::AccountId>) -> DispatchResult {
		let lane = expense.purpose.lane();
		OpenExpenses::<T>::remove(id);
		OpenBy::<T>::try_mutate_exists(lane, &expense.manager, |slot| -> DispatchResult {
			let left = slot.unwrap_or_default().checked_sub(1).ok_or(ArithmeticError::Underflow)?;
			*slot = (left > 0).then_some(left);
			Ok(())
		})?;
		OpenCounts::<T>::try_mutate(lane, |count| -> DispatchResult {
			*count = count.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
			Ok(())
		})
	}
}
