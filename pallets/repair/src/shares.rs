// SPDX-License-Identifier: Apache-2.0

//! Credits and debits of single units. The ledger reports every deposit and withdrawal. Those whose cause names an
//! enrolled unit change its share; the money of all others is undistributed.

use crate::{
	Config, Error, Event, Levies, Pallet, ShareEntry, Shares, Statements, TotalShares, UnitBuildings, UnitShare,
};
use frame_support::traits::Get;
use linli_primitives::{
	traits::{Clock, PotShares},
	BuildingId, Cause, EntryId, Fen, Moment, PotId, UnitId,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// `amount` fen as a credit to a share.
	pub(crate) fn rise(amount: Fen) -> Result<i128, DispatchError> {
		Ok(i128::try_from(amount).map_err(|_| Error::<T>::AmountTooLarge)?)
	}

	/// `amount` fen as a debit to a share.
	pub(crate) fn fall(amount: Fen) -> Result<i128, DispatchError> {
		Ok(Self::rise(amount)?.checked_neg().ok_or(Error::<T>::AmountTooLarge)?)
	}

	/// Adds `amount` fen to the sum of all shares.
	pub(crate) fn add_belonging(amount: Fen) -> DispatchResult {
		TotalShares::<T>::try_mutate(|sum| {
			*sum = sum.checked_add(amount).ok_or(Error::<T>::AmountTooLarge)?;
			Ok(())
		})
	}

	/// Subtracts `amount` fen from the sum of all shares.
	pub(crate) fn take_belonging(amount: Fen) -> DispatchResult {
		TotalShares::<T>::try_mutate(|sum| {
			*sum = sum.checked_sub(amount).ok_or(Error::<T>::InsufficientFunds)?;
			Ok(())
		})
	}

	/// Changes a share by `amount` fen and writes the entry of its statement. The caller stores the share.
	pub(crate) fn enter(
		unit: UnitId,
		share: &mut UnitShare,
		moment: Moment,
		cause: Cause,
		entry: Option<EntryId>,
		amount: i128,
	) -> DispatchResult {
		let balance = share.balance.checked_add(amount).ok_or(Error::<T>::AmountTooLarge)?;
		let number = share.entry_count;
		share.entry_count = number.checked_add(1).ok_or(Error::<T>::AmountTooLarge)?;
		share.balance = balance;
		Statements::<T>::insert(unit, number, ShareEntry { moment, cause, entry, amount, balance });
		Ok(())
	}

	/// Changes the share of one unit by an entry of the pot's ledger. Returns the new share.
	fn change(
		unit: UnitId,
		building: BuildingId,
		cause: Cause,
		entry: EntryId,
		amount: i128,
	) -> Result<i128, DispatchError> {
		Shares::<T>::try_mutate(building, unit, |slot| {
			let share = slot.as_mut().ok_or(Error::<T>::NotEnrolled)?;
			Self::enter(unit, share, T::Clock::now(), cause, Some(entry), amount)?;
			Ok(share.balance)
		})
	}
}

impl<T: Config> PotShares for Pallet<T> {
	fn earmarked(pot: PotId) -> Fen {
		if pot == T::RepairPot::get() {
			TotalShares::<T>::get()
		} else {
			0
		}
	}

	fn on_deposit(pot: PotId, entry: EntryId, cause: &Cause, amount: Fen) -> Result<bool, DispatchError> {
		let (unit, levy) = match *cause {
			_ if pot != T::RepairPot::get() => return Ok(false),
			Cause::RepairDeposit { unit } => (unit, None),
			Cause::Bill { bill, .. } | Cause::LateFee { bill, .. } => (bill.unit, Some(bill)),
			_ => return Ok(false),
		};
		let unit = Self::heir_of(unit);
		// Bills can be paid whether or not their units are enrolled.
		let Some(building) = UnitBuildings::<T>::get(unit) else { return Ok(false) };
		Self::add_belonging(amount)?;
		let balance = Self::change(unit, building, *cause, entry, Self::rise(amount)?)?;
		if let Some(bill) = levy {
			Levies::<T>::try_mutate(bill, |levied| -> DispatchResult {
				*levied = levied.checked_add(amount).ok_or(Error::<T>::AmountTooLarge)?;
				Ok(())
			})?;
		}
		Self::deposit_event(Event::ShareCredited { unit, cause: *cause, entry, amount, balance });
		Ok(true)
	}

	fn on_withdrawal(pot: PotId, entry: EntryId, cause: &Cause, amount: Fen) -> Result<bool, DispatchError> {
		let Cause::Refund { bill } = *cause else { return Ok(false) };
		if pot != T::RepairPot::get() {
			return Ok(false);
		}
		let unit = Self::heir_of(bill.unit);
		let Some(building) = UnitBuildings::<T>::get(unit) else { return Ok(false) };
		// Payments of the bill before the unit was enrolled were never credited to its share.
		let levied = Levies::<T>::take(bill);
		let amount = amount.min(levied);
		if amount == 0 {
			return Ok(false);
		}
		let rest = levied.checked_sub(amount).ok_or(Error::<T>::AmountTooLarge)?;
		if rest > 0 {
			Levies::<T>::insert(bill, rest);
		}
		Self::take_belonging(amount)?;
		let balance = Self::change(unit, building, *cause, entry, Self::fall(amount)?)?;
		Self::deposit_event(Event::ShareDebited { unit, cause: *cause, entry, amount, balance });
		Ok(true)
	}
}
