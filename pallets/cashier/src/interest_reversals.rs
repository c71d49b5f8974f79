// SPDX-License-Identifier: Apache-2.0

//! Reversals of interest that was booked too high: taken back from the pots along its own division, to the fen, however
//! their balances have changed since. What a pot has spent of its part it owes.

use crate::{
	bank_entries::Change, BankEntry, Config, CorrectionProposal, CorrectionTerms, Debt, Debts, Error, Event,
	InterestEntries, InterestReversals, Pallet, Party, MAX_INTEREST_POTS,
};
use alloc::vec::Vec;
use frame_support::{ensure, traits::ConstU32, BoundedVec};
use linli_primitives::{split::largest_remainder, traits::FundLedger, Cause, ContentHash, EntryId, Fen, PotId};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Ensures that a bank entry is interest, or that it is not: a correction of interest reaches every pot, and weighs
	/// accordingly.
	pub(crate) fn ensure_interest(reference: ContentHash, expected: bool) -> DispatchResult {
		let bank = Self::known_entry(reference)?;
		match (bank.party == Party::Pots, expected) {
			(true, false) => Err(Error::<T>::IsInterest.into()),
			(false, true) => Err(Error::<T>::NotInterest.into()),
			_ => Ok(()),
		}
	}

	/// Takes `amount` fen of interest back from the pots that got it. Returns the number of pots.
	pub(crate) fn reverse_interest(
		reference: ContentHash,
		bank: &BankEntry<T::AccountId>,
		proposal: &CorrectionProposal<T::AccountId>,
		amount: Fen,
		approver: &T::AccountId,
	) -> Result<u32, DispatchError> {
		let CorrectionTerms::Receipt { reason, .. } = proposal.terms else {
			return Err(Error::<T>::NotReceipt.into());
		};
		let mut parts = InterestEntries::<T>::get(reference);
		// By what is left of each part: none gives back more than it got, and all of them together give back all.
		let weights = parts.iter().map(|part| u64::try_from(part.valid()));
		let weights = weights.collect::<Result<Vec<u64>, _>>().map_err(|_| Error::<T>::AmountTooLarge)?;
		let shares = largest_remainder(amount, &weights).map_err(|_| Error::<T>::AmountTooLarge)?;
		let mut taken: Vec<(PotId, Fen)> = Vec::new();
		let mut missing: Vec<(PotId, Fen, Fen)> = Vec::new();
		for (part, share) in parts.iter_mut().zip(shares).filter(|(_, share)| *share > 0) {
			let there = T::Ledger::available(part.pot).min(share);
			let short = share.saturating_sub(there);
			part.reversed = part.reversed.saturating_add(share);
			part.owed = part.owed.saturating_add(short);
			if there > 0 {
				taken.push((part.pot, there));
			}
			if short > 0 {
				missing.push((part.pot, short, part.owed));
			}
		}
		let sum = taken.iter().fold(0, |sum: Fen, (_, fen)| sum.saturating_add(*fen));
		let short = amount.saturating_sub(sum);
		Self::deposit_event(Event::ReceiptReversed {
			reference,
			party: Party::Pots,
			amount,
			missing: short,
			reason,
			proposer: proposal.proposer.clone(),
			approver: approver.clone(),
		});
		let mut entries: BoundedVec<(PotId, EntryId), ConstU32<{ MAX_INTEREST_POTS as u32 }>> = BoundedVec::new();
		for (pot, fen) in taken {
			let entry = T::Ledger::withdraw(pot, &Self::transit(), fen, Cause::Interest { reference })?;
			entries.try_push((pot, entry)).map_err(|_| Error::<T>::AmountTooLarge)?;
		}
		if sum > 0 {
			Self::burn_transit(sum)?;
			Self::count(Self::correcting_bank(bank.bank), Change::Reversed, sum)?;
			InterestReversals::<T>::insert(reference, bank.corrections, entries);
		}
		for (pot, amount, debt) in missing {
			Self::deposit_event(Event::DebtArose { reference, party: Party::Pot(pot), amount, debt });
		}
		if short > 0 {
			Debts::<T>::try_mutate(reference, |slot| -> DispatchResult {
				let debt = slot.get_or_insert_with(|| Debt { party: Party::Pots, amount: 0 });
				debt.amount = debt.amount.checked_add(short).ok_or(Error::<T>::AmountTooLarge)?;
				Ok(())
			})?;
		}
		let pots = u32::try_from(parts.len()).unwrap_or(u32::MAX);
		InterestEntries::<T>::insert(reference, parts);
		Ok(pots)
	}

	/// Takes what is there of what a pot owes of reversed interest.
	pub(crate) fn do_recover_interest(reference: ContentHash, pot: PotId) -> DispatchResult {
		Self::ensure_interest(reference, true)?;
		let bank = Self::known_entry(reference)?.bank;
		let debt = Debts::<T>::get(reference).ok_or(Error::<T>::DebtNotFound)?;
		let mut parts = InterestEntries::<T>::get(reference);
		let owing = parts.iter_mut().find(|part| part.pot == pot && part.owed > 0);
		let part = owing.ok_or(Error::<T>::DebtNotFound)?;
		let taken = T::Ledger::available(pot).min(part.owed);
		ensure!(taken > 0, Error::<T>::NothingToRecover);
		part.owed = part.owed.saturating_sub(taken);
		let rest = part.owed;
		Self::deposit_event(Event::DebtRecovered { reference, party: Party::Pot(pot), amount: taken, rest });
		T::Ledger::withdraw(pot, &Self::transit(), taken, Cause::Interest { reference })?;
		Self::burn_transit(taken)?;
		Self::count(Self::correcting_bank(bank), Change::Reversed, taken)?;
		InterestEntries::<T>::insert(reference, parts);
		let left = debt.amount.saturating_sub(taken);
		Debts::<T>::set(reference, (left > 0).then_some(Debt { party: Party::Pots, amount: left }));
		Ok(())
	}
}
