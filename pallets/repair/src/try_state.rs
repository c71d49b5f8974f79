// SPDX-License-Identifier: Apache-2.0

//! Invariants of the pallet, checked after every block.

use crate::{
	Bearing, Config, Known, Levies, Pallet, Reshaped, Rules, Shares, Statements, TotalShares, UnitBuildings,
	UnitCounts, UnitShare,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use linli_primitives::{BuildingId, Cause, UnitId};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_rules_make_sense()?;
		Self::try_units_are_counted()?;
		Self::try_shares_can_bear()?;
		Self::try_shares_add_up()?;
		Self::try_shares_are_in_the_pot()?;
		Self::try_statements_add_up()?;
		Self::try_levies_are_in_statements()
	}

	/// The rules are valid.
	fn try_rules_make_sense() -> Result<(), TryRuntimeError> {
		ensure!(Self::ensure_rules(&Rules::<T>::get()).is_ok(), "repair: the rules are invalid");
		Ok(())
	}

	/// The counts of units that bear costs, per building and in total, are correct; the orders are `0..Known`, each
	/// once unless a unit was split; every share is found by its unit.
	fn try_units_are_counted() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<BuildingId, u32>::new();
		let mut orders = BTreeSet::new();
		let (mut shares, mut bearing) = (0usize, 0u32);
		let (known, reshaped) = (Known::<T>::get(), Reshaped::<T>::get());
		for (building, unit, share) in Shares::<T>::iter() {
			shares = shares.saturating_add(1);
			ensure!(!share.ceased || reshaped, "repair: a unit ceased and none was reshaped");
			if !share.ceased {
				let count = counts.entry(building).or_default();
				*count = count.checked_add(1).ok_or("repair: too many units")?;
				bearing = bearing.saturating_add(1);
			}
			ensure!(orders.insert(share.order) || reshaped, "repair: two units have the same order");
			ensure!(share.order < known, "repair: an order is out of range");
			ensure!(UnitBuildings::<T>::get(unit) == Some(building), "repair: a share is not found by its unit");
		}
		ensure!(u32::try_from(orders.len()) == Ok(known), "repair: the number of units is wrong");
		ensure!(UnitBuildings::<T>::iter_keys().count() == shares, "repair: a unit has no share");
		ensure!(Bearing::<T>::get() == bearing, "repair: the units that bear costs are miscounted");
		let counted: BTreeMap<_, _> = UnitCounts::<T>::iter().collect();
		ensure!(counted == counts, "repair: a building's number of units is wrong");
		Ok(())
	}

	/// Every share has an area above zero; otherwise a cost could not be divided over it alone.
	fn try_shares_can_bear() -> Result<(), TryRuntimeError> {
		ensure!(Shares::<T>::iter_values().all(|share| share.area > 0), "repair: a share has no area");
		Ok(())
	}

	/// The shares add up to their stored sum, which is never below zero.
	fn try_shares_add_up() -> Result<(), TryRuntimeError> {
		let sum = Shares::<T>::iter_values()
			.try_fold(0i128, |sum, share| sum.checked_add(share.balance))
			.ok_or("repair: the shares overflow")?;
		ensure!(u128::try_from(sum) == Ok(TotalShares::<T>::get()), "repair: the shares do not add up");
		Ok(())
	}

	/// The sum of all shares does not exceed the pot's balance.
	fn try_shares_are_in_the_pot() -> Result<(), TryRuntimeError> {
		ensure!(Self::undistributed().is_some(), "repair: the shares exceed the pot's balance");
		Ok(())
	}

	/// Every statement has the entries `0..entry_count`, none of zero. Each balance follows from the one before, and
	/// the last is the share's. An entry that concerns one unit alone names an entry of the pot's ledger, later than
	/// those before it.
	fn try_statements_add_up() -> Result<(), TryRuntimeError> {
		let mut statements = BTreeMap::<UnitId, BTreeMap<_, _>>::new();
		for (unit, number, entry) in Statements::<T>::iter() {
			statements.entry(unit).or_default().insert(number, entry);
		}
		for (_, unit, UnitShare { balance, entry_count, .. }) in Shares::<T>::iter() {
			let mut sum: i128 = 0;
			let mut next = 0u32;
			let mut last = None;
			for (number, entry) in statements.remove(&unit).unwrap_or_default() {
				ensure!(number == next, "repair: a statement has a gap");
				ensure!(entry.amount != 0, "repair: an entry has a zero amount");
				sum = sum.checked_add(entry.amount).ok_or("repair: a statement overflows")?;
				ensure!(entry.balance == sum, "repair: an entry's balance does not follow");
				let is_for_one =
					!matches!(entry.cause, Cause::Expense { .. } | Cause::Project { .. } | Cause::Distribution);
				ensure!(entry.entry.is_some() == is_for_one, "repair: an entry's link to the pot's ledger is wrong");
				ensure!(
					entry.entry.is_none() || entry.entry > last,
					"repair: an entry links to an earlier entry of the ledger"
				);
				last = entry.entry.or(last);
				next = next.checked_add(1).ok_or("repair: a statement is too long")?;
			}
			ensure!(next == entry_count, "repair: a share's number of entries is wrong");
			ensure!(sum == balance, "repair: a share is not its last entry's balance");
		}
		ensure!(statements.is_empty(), "repair: a statement has no share");
		Ok(())
	}

	/// The levies of each bill are the payments of it in the statements, less refunds.
	fn try_levies_are_in_statements() -> Result<(), TryRuntimeError> {
		let mut levies = BTreeMap::new();
		for (unit, _, entry) in Statements::<T>::iter() {
			if let Cause::Bill { bill, .. } | Cause::LateFee { bill, .. } | Cause::Refund { bill } = entry.cause {
				let is_own = Self::line_of(bill.unit).any(|heir| heir == unit);
				ensure!(is_own, "repair: a levy is for another unit's bill");
				let sum: &mut i128 = levies.entry(bill).or_default();
				*sum = sum.checked_add(entry.amount).ok_or("repair: a levy overflows")?;
			}
		}
		levies.retain(|_, sum| *sum != 0);
		for (bill, levied) in Levies::<T>::iter() {
			let entered = levies.remove(&bill).and_then(|sum| u128::try_from(sum).ok());
			ensure!(entered == Some(levied), "repair: a levy does not match the statement");
		}
		ensure!(levies.is_empty(), "repair: a levy is missing");
		Ok(())
	}
}
