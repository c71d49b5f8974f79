// SPDX-License-Identifier: Apache-2.0

//! A minimal ledger of pots.

use crate::AccountId;
use core::marker::PhantomData;
use frame_support::{
	ensure, storage_alias,
	traits::{
		fungible::{Inspect, InspectHold, Mutate, MutateHold},
		tokens::{Fortitude::Polite, Precision::Exact, Preservation, Restriction::Free},
	},
	Twox64Concat,
};
use linli_primitives::{traits::FundLedger, Cause, EntryId, Fen, PotId};
use sp_runtime::DispatchError;

/// Two pots, each an account of `Currency` with a list of entries. Stands in for the fund pallet where only its ledger
/// matters.
pub struct Ledger<Currency>(PhantomData<Currency>);

/// Whether money came in, the amount in fen, and the cause.
pub type Entry = (bool, Fen, Cause);

/// The entries of each pot, by [`EntryId`].
#[storage_alias]
pub type Entries = StorageMap<Testing, Twox64Concat, PotId, Vec<Entry>, frame_support::pallet_prelude::ValueQuery>;

const ACCOUNTS: AccountId = 10_000;
const POTS: PotId = 2;

impl<Currency> Ledger<Currency> {
	fn append(pot: PotId, entry: Entry) -> EntryId {
		Entries::mutate(pot, |entries| {
			entries.push(entry);
			entries.len() as EntryId - 1
		})
	}

	/// The sum of money in minus money out.
	pub fn balance(pot: PotId) -> Fen {
		let sum = |way| Entries::get(pot).iter().filter(|(is_in, ..)| *is_in == way).map(|(_, amount, _)| amount).sum();
		let (came, went): (Fen, Fen) = (sum(true), sum(false));
		came - went
	}

	/// The cause of a pot's last entry.
	pub fn last_cause(pot: PotId) -> Option<Cause> {
		Entries::get(pot).pop().map(|(_, _, cause)| cause)
	}

	/// Panics unless each pot's account equals the sum of its entries.
	pub fn check()
	where
		Currency: Inspect<AccountId, Balance = Fen>,
	{
		for pot in 0..POTS {
			assert_eq!(Self::balance(pot), Currency::total_balance(&(ACCOUNTS + AccountId::from(pot))), "pot {pot}");
		}
	}
}

impl<Currency> FundLedger<AccountId> for Ledger<Currency>
where
	Currency: Mutate<AccountId, Balance = Fen> + MutateHold<AccountId, Balance = Fen>,
{
	type HoldReason = <Currency as InspectHold<AccountId>>::Reason;

	fn exists(pot: PotId) -> bool {
		pot < POTS
	}

	fn account(pot: PotId) -> AccountId {
		ACCOUNTS + AccountId::from(pot)
	}

	fn is_pot(account: &AccountId) -> bool {
		(0..POTS).any(|pot| Self::account(pot) == *account)
	}

	fn available(pot: PotId) -> Fen {
		Self::balance(pot)
	}

	fn deposit(
		pot: PotId,
		from: &AccountId,
		amount: Fen,
		cause: Cause,
		preservation: Preservation,
	) -> Result<EntryId, DispatchError> {
		ensure!(Self::exists(pot), DispatchError::Other("no such pot"));
		Currency::transfer(from, &Self::account(pot), amount, preservation)?;
		Ok(Self::append(pot, (true, amount, cause)))
	}

	fn deposit_held(
		pot: PotId,
		reason: &Self::HoldReason,
		from: &AccountId,
		amount: Fen,
		cause: Cause,
	) -> Result<EntryId, DispatchError> {
		ensure!(Self::exists(pot), DispatchError::Other("no such pot"));
		Currency::transfer_on_hold(reason, from, &Self::account(pot), amount, Exact, Free, Polite)?;
		Ok(Self::append(pot, (true, amount, cause)))
	}

	fn issue(pot: PotId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError> {
		ensure!(Self::exists(pot), DispatchError::Other("no such pot"));
		Currency::mint_into(&Self::account(pot), amount)?;
		Ok(Self::append(pot, (true, amount, cause)))
	}

	fn withdraw(pot: PotId, to: &AccountId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError> {
		ensure!(Self::exists(pot), DispatchError::Other("no such pot"));
		Currency::transfer(&Self::account(pot), to, amount, Preservation::Expendable)?;
		Ok(Self::append(pot, (false, amount, cause)))
	}
}
