// SPDX-License-Identifier: Apache-2.0

//! The escrow account of a project, and the only movements of its money: from the sources, to the contractor, and back
//! to the sources.

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
	/// The escrow account of `project`, whether or not the project exists.
	pub fn escrow_account(project: ProjectId) -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(project)
	}

	/// Whether `account` is the escrow account of a project, opened or not. The runtime rejects transfers to these
	/// accounts: money that is not held belongs to no project.
	pub fn is_escrow_account(account: &T::AccountId) -> bool {
		PalletId::try_from_sub_account::<ProjectId>(account)
			.is_some_and(|(pallet, project)| pallet == T::PalletId::get() && Self::escrow_account(project) == *account)
	}

	/// The balance held for `project`, in fen.
	pub(crate) fn held_for(project: ProjectId) -> Fen {
		T::Currency::balance_on_hold(&held::<T>(), &Self::escrow_account(project))
	}

	/// The number of units that the repair pot's part falls on. Fails if it exceeds `max_units`.
	pub(crate) fn ensure_units(related: Option<&Buildings>, max_units: u32) -> Result<u32, DispatchError> {
		let units = T::Repair::related_units(related.map(|list| list.as_slice()));
		ensure!(units <= max_units, Error::<T>::MaxUnitsTooLow);
		Ok(units)
	}

	/// Withdraws the money from the sources and holds it. The repair pot's part is charged to the related units first.
	/// Returns the number of these units.
	pub(crate) fn fund(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		project: &mut ProjectOf<T>,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let escrow = Self::escrow_account(id);
		let cause = Cause::Project { project: id };
		// The provider reference keeps the account alive without any free balance.
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

	/// Deposits money that reached the account before the project was opened in the first source.
	fn give_away_found(escrow: &T::AccountId, terms: &ProjectTerms<T::AccountId>) -> DispatchResult {
		let found = T::Currency::balance(escrow);
		match terms.sources.first() {
			Some(source) if found > 0 => {
				T::Ledger::deposit(source.pot, escrow, found, Cause::Donation, Preservation::Expendable).map(|_| ())
			}
			_ => Ok(()),
		}
	}

	/// Pays the contractor out of the held balance. Changes nothing on an error.
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
				// Held money is committed to the project; a freeze must not block it.
				Fortitude::Force,
			)?;
			Totals::<T>::try_mutate(|totals| add(&mut totals.paid, amount))
		})?;
		project.paid = paid;
		Ok(())
	}

	/// Returns `amount` fen to the sources in proportion to what they gave, and credits the repair pot's part to the
	/// units that bore it. Returns the number of these units.
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
		let before = project.returned.to_vec();
		for ((source, part), before) in terms.sources.iter().zip(&parts).zip(before) {
			let part = *part;
			if part == 0 {
				continue;
			}
			Self::deposit_event(Event::Returned { project: id, pot: source.pot, amount: part });
			let entry = T::Ledger::deposit_held(source.pot, &held::<T>(), &escrow, part, cause)?;
			Self::keep_entry(id, project, source.pot, entry)?;
			if let Some(bearers) = project.bearers.as_ref().filter(|_| source.pot == T::Repair::pot()) {
				units = Self::ensure_units(bearers.buildings.as_ref(), max_units)?;
				T::Repair::give_back(bearers, before, part, cause)?;
			}
		}
		for (returned, part) in project.returned.iter_mut().zip(parts) {
			add(returned, part)?;
		}
		Totals::<T>::try_mutate(|totals| add(&mut totals.returned, amount))?;
		Ok(units)
	}

	/// Retains `amount` fen for the warranty.
	pub(crate) fn retain(project: &mut ProjectOf<T>, amount: Fen) -> DispatchResult {
		add(&mut project.retained, amount)?;
		Totals::<T>::try_mutate(|totals| add(&mut totals.retained, amount))
	}

	/// Takes `amount` fen off the retention, to be paid or returned.
	pub(crate) fn use_retention(project: &mut ProjectOf<T>, amount: Fen) -> DispatchResult {
		project.retained = project.retained.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		Totals::<T>::try_mutate(|totals| {
			totals.retained = totals.retained.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
			Ok(())
		})
	}

	/// Records the ledger entry that moved the project's money.
	fn keep_entry(id: ProjectId, project: &mut ProjectOf<T>, pot: PotId, entry: EntryId) -> DispatchResult {
		let number = project.entry_count;
		project.entry_count = number.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		LedgerEntries::<T>::insert(id, number, (pot, entry));
		Ok(())
	}

	/// Removes the provider reference of a closed project's escrow account.
	pub(crate) fn leave_account(id: ProjectId) {
		if frame_system::Pallet::<T>::dec_providers(&Self::escrow_account(id)).is_err() {
			defensive!("the escrow account of a closed project still has a hold");
		}
	}
}

/// Adds `amount` to `sum`, checked.
pub(crate) fn add(sum: &mut Fen, amount: Fen) -> DispatchResult {
	*sum = sum.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
	Ok(())
}
