// SPDX-License-Identifier: Apache-2.0

//! Corrections of payments: booked under the wrong request or order, or come back after they were booked.

use crate::{
	bank_entries::Change, BankEntries, BankEntry, BankEntryKind, Config, CorrectionProposal, CorrectionTerms, Error,
	Event, Pallet, Party,
};
use frame_support::ensure;
use linli_primitives::{traits::BankOutcomes, Cause, ContentHash, EntryId, Moment};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_payment_correction(
		by: T::AccountId,
		reference: ContentHash,
		came_back: Option<(&[u8], Option<Moment>)>,
		reason: ContentHash,
	) -> DispatchResult {
		let bank = Self::correctable(reference, BankEntryKind::Out)?;
		// It brings money to the account, as a receipt does.
		let is_own = bank.party.account().is_some_and(|account| Self::is_related(account, &by));
		ensure!(!is_own, Error::<T>::OwnReceipt);
		let (came_back, value) = match came_back {
			Some((reference, value)) => {
				Self::ensure_value_date(Self::value_or_now(value))?;
				(Some(Self::unused(Self::correcting_bank(bank.bank), reference)?), value)
			}
			None => (None, None),
		};
		let terms = CorrectionTerms::Payment { came_back, value, reason };
		Self::deposit_event(Event::CorrectionProposed { reference, terms, frozen: 0, by: by.clone() });
		Self::propose_correction((reference, bank.bank), terms, 0, None, by);
		Ok(())
	}

	/// Gives a payment's amount back to its account or pot. Returns the entry of the pot's ledger, and the number of
	/// units that a cost was given back to.
	pub(crate) fn restore(
		reference: ContentHash,
		bank: &BankEntry<T::AccountId>,
		proposal: &CorrectionProposal<T::AccountId>,
		came_back: Option<ContentHash>,
		approver: &T::AccountId,
		max_units: u32,
	) -> Result<(Option<EntryId>, u32), DispatchError> {
		let (party, amount, cause) = (bank.party.clone(), bank.amount, bank.cause);
		let CorrectionTerms::Payment { value, reason, .. } = proposal.terms else {
			return Err(Error::<T>::NotPayment.into());
		};
		let units = cause.map_or(Ok(0), |cause| Self::bearers_within(&cause, max_units))?;
		let (proposer, approver) = (proposal.proposer.clone(), approver.clone());
		let books = Self::correcting_bank(bank.bank);
		Self::deposit_event(Event::PaymentCorrected {
			reference,
			party: party.clone(),
			amount,
			cause,
			came_back,
			reason,
			proposer: proposer.clone(),
			approver,
		});
		// An account's money has no cause: it never was in a ledger.
		let entry = Self::mint(&party, amount, cause.unwrap_or(Cause::Receipt { reference }))?;
		match came_back {
			None => {
				Self::count(books, Change::Restored, amount)?;
			}
			Some(key) => {
				Self::ensure_unused(key)?;
				let moment = Self::count(books, Change::Received, amount)?;
				let value = value.unwrap_or(proposal.moment);
				if let Party::Account(account) = &party {
					Self::keep_value_date(account, key, value, amount);
				}
				Self::write_journal(books, key);
				BankEntries::<T>::insert(
					key,
					BankEntry {
						kind: BankEntryKind::In,
						party,
						entry,
						cause,
						returns: Some(reference),
						amount,
						moment,
						cashier: Some(proposer),
						corrected: 0,
						corrections: 0,
						bank: books,
						value,
					},
				);
			}
		}
		if let (Some(cause), Some(entry)) = (cause, entry) {
			T::Outcomes::returned(&cause, entry, came_back)?;
		}
		Ok((entry, units))
	}
}
