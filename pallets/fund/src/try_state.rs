// SPDX-License-Identifier: Apache-2.0

//! What is true of pots and ledgers after every block.

use crate::{Config, Direction, Entries, NextPot, Pallet, Pots};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{fungible::Inspect, Get},
};
use linli_primitives::{Fen, PotId};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_pots_are_dense()?;
		Self::try_accounts_match_pots()?;
		Self::try_ledgers_add_up()?;
		Self::try_pots_are_within_issuance()
	}

	/// Pots are `0..NextPot`, not more than `MaxPots`, and the fee pot is among them.
	fn try_pots_are_dense() -> Result<(), TryRuntimeError> {
		let next = NextPot::<T>::get();
		ensure!(next <= T::MaxPots::get(), "more pots than allowed");
		ensure!(Pots::<T>::iter_keys().count() == usize::from(next), "pots are not counted right");
		ensure!((0..next).all(Pots::<T>::contains_key), "a pot is missing");
		ensure!(Pots::<T>::contains_key(T::FeePot::get()), "the fee pot is missing");
		Ok(())
	}

	/// What a pot's account has is what its ledger says, and for the fee pot the fees of the block besides (D20).
	fn try_accounts_match_pots() -> Result<(), TryRuntimeError> {
		for (id, pot) in Pots::<T>::iter() {
			let expected = pot.balance.checked_add(Self::pending_fees_of(id)).ok_or("a pot overflows")?;
			ensure!(T::Currency::total_balance(&Self::pot_account(id)) == expected, "a pot and its account differ");
		}
		Ok(())
	}

	/// Entries are `0..entries` without gaps, none of zero; each balance follows from the one before, and the last is
	/// the pot's.
	fn try_ledgers_add_up() -> Result<(), TryRuntimeError> {
		let mut ledgers = BTreeMap::<PotId, BTreeMap<_, _>>::new();
		for (pot, id, entry) in Entries::<T>::iter() {
			ledgers.entry(pot).or_default().insert(id, entry);
		}
		for (id, pot) in Pots::<T>::iter() {
			let mut balance: Fen = 0;
			let mut next = 0u64;
			for (entry_id, entry) in ledgers.remove(&id).unwrap_or_default() {
				ensure!(entry_id == next, "a ledger has a gap");
				ensure!(entry.amount > 0, "an entry moved nothing");
				balance = match entry.direction {
					Direction::In => balance.checked_add(entry.amount),
					Direction::Out => balance.checked_sub(entry.amount),
				}
				.ok_or("a ledger overdraws")?;
				ensure!(entry.balance == balance, "an entry's balance does not follow");
				next = next.checked_add(1).ok_or("a ledger is endless")?;
			}
			ensure!(next == pot.entry_count, "a pot counts its entries wrong");
			ensure!(balance == pot.balance, "a pot's balance is not its last entry's");
		}
		ensure!(ledgers.is_empty(), "a ledger has no pot");
		Ok(())
	}

	/// The pots do not have more than there is.
	fn try_pots_are_within_issuance() -> Result<(), TryRuntimeError> {
		let totals = Self::totals();
		let sum = totals.in_pots.checked_add(totals.pending_fees).ok_or("the pots overflow")?;
		ensure!(sum <= T::Currency::total_issuance(), "the pots have more than there is");
		Ok(())
	}
}
