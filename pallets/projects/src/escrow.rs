// SPDX-License-Identifier: Apache-2.0

//! Where a project's money lies, and the only ways in and out: from the sources, to the contractor, back to the
//! sources.

use crate::{
	types::{next_return, ProjectTerms},
	Config, Error, Event, HoldReason, LedgerEntries, Pallet, ProjectOf, Totals,
};
use alloc::vec::Vec;
use frame_support::{
	defensive, ensure,
	storage::with_storage_layer,
	traits::{
		fungible::{Inspect, InspectHold, MutateHold},
		tokens::{Fortitude, Precision, Preservation, Restriction},
		Get,
	},
	PalletId,
};
use linli_primitives::{
	traits::{FundLedger, RepairShares},
	Buildings, Cause, EntryId, Fen, PotId, ProjectId,
};
use sp_runtime::{traits::AccountIdConversion, ArithmeticError, DispatchError, DispatchResult};

/// The reason under which a project's money is held.
pub(crate) fn held<T: Config>() -> T::RuntimeHoldReason {
	HoldReason::Escrow.into()
}

impl<T: Config> Pallet<T> {
	/// The account on which the money of `project` is held, whether the project exists or not.
	pub fn escrow_account(project: ProjectId) -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(project)
	}

	/// Whether `account` is a project's, opened or yet to be opened. The runtime lets nobody transfer to one: what is
	/// not held belongs to no project.
	pub fn is_escrow_account(account: &T::AccountId) -> bool {
		PalletId::try_from_sub_account::<ProjectId>(account)
			.is_some_and(|(pallet, project)| pallet == T::PalletId::get() && Self::escrow_account(project) == *account)
	}

	/// What is held for `project`, in fen.
	pub(crate) fn held_for(project: ProjectId) -> Fen {
		T::Currency::balance_on_hold(&held::<T>(), &Self::escrow_account(project))
	}

	/// How many units the part of the repair pot falls on, as far as the caller paid for so many.
	pub(crate) fn ensure_units(related: Option<&Buildings>, max_units: u32) -> Result<u32, DispatchError> {
		let units = T::Repair::related_units(related.map(|list| list.as_slice()));
		ensure!(units <= max_units, Error::<T>::MaxUnitsTooLow);
		Ok(units)
	}

	/// Takes the money from the sources and holds it. What the repair pot gives is charged to the related units first.
	/// Gives how many these are.
	pub(crate) fn fund(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		project: &mut ProjectOf<T>,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let escrow = Self::escrow_account(id);
		let cause = Cause::Project { project: id };
		// With a provider of its own the account outlives a balance of which nothing is free.
		frame_system::Pallet::<T>::inc_providers(&escrow);
		Self::give_away_found(&escrow, terms)?;
		let mut units = 0;
		for source in &terms.sources {
			Self::deposit_event(Event::Funded { project: id, pot: source.pot, amount: source.amount });
			if source.pot == T::Repair::pot() {
				units = Self::ensure_units(terms.related.as_ref(), max_units)?;
				project.bearers = Some(T::Repair::charge(terms.related.clone(), source.amount, cause)?);
			}
			let entry = T::Ledger::withdraw(source.pot, &escrow, source.amount, cause)?;
			Self::keep_entry(id, project, source.pot, entry)?;
			T::Currency::hold(&held::<T>(), &escrow, source.amount)?;
			Totals::<T>::try_mutate(|totals| add(&mut totals.funded, source.amount))?;
		}
		Ok(units)
	}

	/// Money that somebody sent to the account before there was a project is no project's: the first source gets it.
	fn give_away_found(escrow: &T::AccountId, terms: &ProjectTerms<T::AccountId>) -> DispatchResult {
		let found = T::Currency::balance(escrow);
		match terms.sources.first() {
			Some(source) if found > 0 => {
				T::Ledger::deposit(source.pot, escrow, found, Cause::Donation, Preservation::Expendable).map(|_| ())
			}
			_ => Ok(()),
		}
	}

	/// Pays the contractor out of what is held, or says why not and changes nothing.
	pub(crate) fn pay_out(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		project: &mut ProjectOf<T>,
		amount: Fen,
	) -> DispatchResult {
		let paid = project.paid.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		with_storage_layer(|| {
			T::Currency::transfer_on_hold(
				&held::<T>(),
				&Self::escrow_account(id),
				&terms.contractor,
				amount,
				Precision::Exact,
				Restriction::Free,
				// Held money was promised; no later freeze takes that back.
				Fortitude::Force,
			)?;
			Totals::<T>::try_mutate(|totals| add(&mut totals.paid, amount))
		})?;
		project.paid = paid;
		Ok(())
	}

	/// Gives `amount` fen back to the sources in the proportions in which they gave, and what the repair pot gets back
	/// to the units that bore it. Gives how many these are.
	pub(crate) fn send_back(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		project: &mut ProjectOf<T>,
		amount: Fen,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let escrow = Self::escrow_account(id);
		let cause = Cause::Project { project: id };
		let given: Vec<Fen> = terms.sources.iter().map(|source| source.amount).collect();
		let parts = next_return(&given, &project.returned, amount).ok_or(Error::<T>::InsufficientHold)?;
		let mut units = 0;
		for (source, part) in terms.sources.iter().zip(&parts) {
			let part = *part;
			if part == 0 {
				continue;
			}
			Self::deposit_event(Event::Returned { project: id, pot: source.pot, amount: part });
			let entry = T::Ledger::deposit_held(source.pot, &held::<T>(), &escrow, part, cause)?;
			Self::keep_entry(id, project, source.pot, entry)?;
			if let Some(bearers) = project.bearers.as_ref().filter(|_| source.pot == T::Repair::pot()) {
				units = Self::ensure_units(bearers.buildings.as_ref(), max_units)?;
				T::Repair::give_back(bearers, part, cause)?;
			}
		}
		for (returned, part) in project.returned.iter_mut().zip(parts) {
			add(returned, part)?;
		}
		Totals::<T>::try_mutate(|totals| add(&mut totals.returned, amount))?;
		Ok(units)
	}

	/// Keeps by which entry of a pot's ledger the project's money moved.
	fn keep_entry(id: ProjectId, project: &mut ProjectOf<T>, pot: PotId, entry: EntryId) -> DispatchResult {
		let number = project.entry_count;
		project.entry_count = number.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		LedgerEntries::<T>::insert(id, number, (pot, entry));
		Ok(())
	}

	/// Lets go of the account of a project that needs it no more.
	pub(crate) fn leave_account(id: ProjectId) {
		if frame_system::Pallet::<T>::dec_providers(&Self::escrow_account(id)).is_err() {
			defensive!("nothing is held on the account of a closed project");
		}
	}
}

/// Adds up money.
pub(crate) fn add(sum: &mut Fen, amount: Fen) -> DispatchResult {
	*sum = sum.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
	Ok(())
}
