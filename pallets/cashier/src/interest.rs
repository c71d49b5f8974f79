// SPDX-License-Identifier: Apache-2.0

//! Interest that the bank pays: divided among the pots by their balances (D51). What residents have prepaid bears none,
//! since an account on chain is no deposit with the community.

use crate::{
	bank_entries::Change, BankEntries, BankEntry, BankEntryKind, ChargesPot, Config, Error, Event, InterestEntries,
	InterestPart, Pallet, Party, MAX_INTEREST_POTS,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	traits::{fungible::Inspect, ConstU32},
	BoundedVec,
};
use linli_primitives::{
	split::{largest_remainder, SplitError},
	traits::FundLedger,
	BankId, Cause, Fen, Moment, PotId,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Books interest. Returns the number of pots that were looked at.
	pub(crate) fn do_record_interest(
		cashier: T::AccountId,
		bank: BankId,
		amount: Fen,
		reference: &[u8],
		value: Moment,
	) -> Result<u32, DispatchError> {
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		Self::ensure_value_date(value)?;
		let reference = Self::unused(bank, reference)?;
		let cause = Cause::Interest { reference };
		let (pots, parts) = Self::divide(amount)?;
		let event = Event::InterestRecorded { reference, bank, amount, value, cashier: cashier.clone() };
		Self::deposit_event(event);
		let mut entries: BoundedVec<InterestPart, ConstU32<{ MAX_INTEREST_POTS as u32 }>> = BoundedVec::new();
		for (pot, amount) in parts {
			let entry = T::Ledger::issue(pot, amount, cause)?;
			let part = InterestPart { pot, entry, amount, reversed: 0, owed: 0 };
			entries.try_push(part).map_err(|_| Error::<T>::AmountTooLarge)?;
		}
		InterestEntries::<T>::insert(reference, entries);
		let moment = Self::count(bank, Change::Received, amount)?;
		let entry = BankEntry {
			kind: BankEntryKind::In,
			party: Party::Pots,
			entry: None,
			cause: Some(cause),
			returns: None,
			amount,
			moment,
			cashier: Some(cashier),
			corrected: 0,
			corrections: 0,
			bank,
			value,
		};
		BankEntries::<T>::insert(reference, entry);
		Self::write_journal(bank, reference);
		Ok(pots)
	}

	/// The number of pots, and the part of each that gets some: by balance, or all for the pot that bears the bank's
	/// charges if no pot has anything.
	fn divide(amount: Fen) -> Result<(u32, Vec<(PotId, Fen)>), DispatchError> {
		let pots: Vec<PotId> = (0..MAX_INTEREST_POTS).take_while(|pot| T::Ledger::exists(*pot)).collect();
		let count = u32::try_from(pots.len()).unwrap_or(u32::MAX);
		let balance = |pot: &PotId| T::Currency::balance(&T::Ledger::account(*pot));
		let weights: Vec<u64> = pots.iter().map(|pot| u64::try_from(balance(pot)).unwrap_or(u64::MAX)).collect();
		match largest_remainder(amount, &weights) {
			Ok(parts) => Ok((count, pots.into_iter().zip(parts).filter(|(_, part)| *part > 0).collect())),
			Err(SplitError::NoWeight) => Ok((count, [(ChargesPot::<T>::get(), amount)].to_vec())),
			Err(SplitError::Overflow) => Err(Error::<T>::AmountTooLarge.into()),
		}
	}
}
