// SPDX-License-Identifier: Apache-2.0

//! Corrections of bank entries: a cashier proposes, and can withdraw until an auditor who is another person approves or
//! declines.

use crate::{
	BankEntries, BankEntry, BankEntryKind, Config, Correction, CorrectionProposal, CorrectionProposals,
	CorrectionTerms, Corrections, DeclinedReversals, Error, Event, Pallet, Party, MAX_CORRECTIONS,
};
use frame_support::{
	ensure,
	traits::{EnsureOrigin, Get},
};
use frame_system::ensure_signed;
use linli_primitives::{traits::Clock, BankId, ContentHash, EntryId, Fen, Moment};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The bank entry if it is of this kind, not corrected in full, and no correction waits.
	pub(crate) fn correctable(
		reference: ContentHash,
		kind: BankEntryKind,
	) -> Result<BankEntry<T::AccountId>, DispatchError> {
		let bank = Self::known_entry(reference)?;
		ensure!(bank.kind == kind, Self::wrong_kind(kind));
		ensure!(!CorrectionProposals::<T>::contains_key(reference), Error::<T>::CorrectionAlreadyProposed);
		ensure!(bank.valid() > 0, Error::<T>::AlreadyCorrected);
		ensure!(bank.corrections < MAX_CORRECTIONS, Error::<T>::TooManyCorrections);
		Ok(bank)
	}

	fn wrong_kind(wanted: BankEntryKind) -> Error<T> {
		match wanted {
			BankEntryKind::In | BankEntryKind::TransferIn => Error::<T>::NotReceipt,
			BankEntryKind::Out | BankEntryKind::TransferOut => Error::<T>::NotPayment,
		}
	}

	/// Stores a proposal.
	pub(crate) fn propose_correction(
		(reference, bank): (ContentHash, BankId),
		terms: CorrectionTerms,
		frozen: Fen,
		entry: Option<EntryId>,
		proposer: T::AccountId,
	) {
		let (moment, since) = (T::Clock::now(), T::Clock::lived());
		let proposal = CorrectionProposal { terms, frozen, entry, proposer, moment, since };
		CorrectionProposals::<T>::insert(reference, proposal);
		Self::open_matter(bank);
	}

	/// Approves a correction. Returns the number of units that a cost was given back to, or that bear it again; for
	/// interest, the number of pots that gave it back.
	pub(crate) fn do_approve_correction(
		approver: T::AccountId,
		reference: ContentHash,
		terms: CorrectionTerms,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let mut bank = Self::known_entry(reference)?;
		let proposal = CorrectionProposals::<T>::take(reference).ok_or(Error::<T>::CorrectionNotProposed)?;
		ensure!(proposal.terms == terms, Error::<T>::TermsMismatch);
		Self::end_matter(bank.bank);
		Self::ensure_second_person(&proposal.proposer, &approver, &bank.party)?;
		Self::end_claim(&bank, &proposal.terms, proposal.frozen);
		DeclinedReversals::<T>::remove(reference);
		let (amount, entry, units) = match terms {
			CorrectionTerms::Receipt { amount, .. } if bank.party == Party::Pots => {
				let pots = Self::reverse_interest(reference, &bank, &proposal, amount, &approver)?;
				(amount, None, pots)
			}
			CorrectionTerms::Receipt { amount, .. } => {
				let (entry, units) = Self::reverse(reference, &bank, &proposal, amount, &approver, max_units)?;
				(amount, entry, units)
			}
			CorrectionTerms::Payment { came_back, .. } => {
				let (entry, units) = Self::restore(reference, &bank, &proposal, came_back, &approver, max_units)?;
				(bank.amount, entry, units)
			}
		};
		let moment = T::Clock::now();
		let books = Self::correcting_bank(bank.bank);
		let correction =
			Correction { terms, amount, proposer: proposal.proposer, approver, moment, entry, bank: books };
		Corrections::<T>::insert(reference, bank.corrections, correction);
		bank.corrections = bank.corrections.saturating_add(1);
		bank.corrected = bank.corrected.checked_add(amount).ok_or(Error::<T>::AmountTooLarge)?;
		Self::write_journal(books, reference);
		BankEntries::<T>::insert(reference, bank);
		Ok(units)
	}

	/// The caller who declines a correction, of a bank entry or an attestation, and whether they may do so only once
	/// the proposal has lapsed: auditors may at any time, anyone else after that.
	pub(crate) fn ensure_decliner(origin: T::RuntimeOrigin) -> Result<(T::AccountId, bool), DispatchError> {
		match T::AuditorOrigin::try_origin(origin) {
			Ok(auditor) => Ok((auditor, false)),
			Err(origin) => Ok((ensure_signed(origin)?, true)),
		}
	}

	/// Declines a correction and releases what is frozen. `is_late` says that the caller may do so only once the
	/// proposal has lapsed.
	pub(crate) fn do_decline_correction(by: T::AccountId, reference: ContentHash, is_late: bool) -> DispatchResult {
		let bank = Self::known_entry(reference)?;
		let proposal = CorrectionProposals::<T>::take(reference).ok_or(Error::<T>::CorrectionNotProposed)?;
		ensure!(!is_late || Self::is_overdue(proposal.since), Error::<T>::NotOverdue);
		Self::deposit_event(Event::CorrectionDeclined { reference, by });
		Self::end_correction(reference, &bank, proposal, T::OutcomeTime::get())
	}

	/// Withdraws a correction and releases what is frozen. Its proposer waits as long as it waited.
	pub(crate) fn do_withdraw_correction(by: T::AccountId, reference: ContentHash) -> DispatchResult {
		let bank = Self::known_entry(reference)?;
		let proposal = CorrectionProposals::<T>::take(reference).ok_or(Error::<T>::CorrectionNotProposed)?;
		ensure!(proposal.proposer == by, Error::<T>::NotProposer);
		let waited = T::Clock::lived().saturating_sub(proposal.since).min(T::OutcomeTime::get());
		Self::deposit_event(Event::CorrectionWithdrawn { reference, by });
		Self::end_correction(reference, &bank, proposal, waited)
	}

	/// Ends a correction that was not approved. Its proposer proposes no such reversal for the time `wait`, in ms.
	fn end_correction(
		reference: ContentHash,
		bank: &BankEntry<T::AccountId>,
		proposal: CorrectionProposal<T::AccountId>,
		wait: Moment,
	) -> DispatchResult {
		Self::end_claim(bank, &proposal.terms, proposal.frozen);
		Self::end_matter(bank.bank);
		if matches!(proposal.terms, CorrectionTerms::Receipt { .. }) {
			Self::note_declined(reference, bank, proposal.proposer, wait);
		}
		Self::unfreeze(reference, &bank.party, proposal.frozen)
	}
}
