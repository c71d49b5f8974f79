// SPDX-License-Identifier: Apache-2.0

//! Monthly attestation of the bank's closing balance, next to the chain's (D2), and its corrections (D48).

use crate::{
	Attestation, AttestationHistory, AttestationProposal, AttestationProposals, Attestations, Banks, Config, Error,
	Event, FirstMonth, LastAttested, Months, Pallet, MAX_CORRECTIONS,
};
use frame_support::ensure;
use linli_primitives::{
	traits::{Clock, Community, People},
	BankId, ContentHash, Fen, Period, PeriodKind,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_attest(
		by: T::AccountId,
		bank: BankId,
		period: Period,
		statement: ContentHash,
		closing: Fen,
	) -> DispatchResult {
		ensure!(Banks::<T>::contains_key(bank), Error::<T>::BankNotFound);
		let moment = T::Clock::now();
		let end = T::Community::end(period, PeriodKind::Month).ok_or(Error::<T>::InvalidMonth)?;
		ensure!(end <= moment, Error::<T>::MonthNotOver);
		ensure!(!Attestations::<T>::contains_key(bank, period), Error::<T>::AlreadyAttested);
		Self::bank_account_in(bank, period)?;
		ensure!(Self::next_attestation(bank) == Some(period), Error::<T>::MonthOutOfOrder);

		let chain = Self::closing_of(bank, period);
		let attestation =
			Attestation { statement, closing, chain, moment, by: by.clone(), approver: None, corrections: 0 };
		let difference = attestation.difference().ok_or(Error::<T>::AmountTooLarge)?;
		Attestations::<T>::insert(bank, period, attestation);
		LastAttested::<T>::insert(bank, period);
		Self::deposit_event(Event::Attested { period, statement, closing, chain, difference, by, bank });
		Ok(())
	}

	pub(crate) fn do_propose_attestation_correction(
		by: T::AccountId,
		bank: BankId,
		period: Period,
		statement: ContentHash,
		closing: Fen,
	) -> DispatchResult {
		let attestation = Attestations::<T>::get(bank, period).ok_or(Error::<T>::NotAttested)?;
		ensure!(!AttestationProposals::<T>::contains_key(bank, period), Error::<T>::CorrectionAlreadyProposed);
		ensure!(attestation.corrections < MAX_CORRECTIONS, Error::<T>::TooManyCorrections);
		let corrected = Attestation { closing, ..attestation };
		corrected.difference().ok_or(Error::<T>::AmountTooLarge)?;
		let (moment, since) = (T::Clock::now(), T::Clock::lived());
		let proposal = AttestationProposal { statement, closing, moment, since, by: by.clone() };
		AttestationProposals::<T>::insert(bank, period, proposal);
		Self::deposit_event(Event::AttestationCorrectionProposed { period, statement, closing, by, bank });
		Ok(())
	}

	/// Replaces the attestation and keeps the one before it.
	pub(crate) fn do_approve_attestation_correction(
		approver: T::AccountId,
		bank: BankId,
		period: Period,
		statement: ContentHash,
		closing: Fen,
	) -> DispatchResult {
		let before = Attestations::<T>::get(bank, period).ok_or(Error::<T>::NotAttested)?;
		let proposal = AttestationProposals::<T>::take(bank, period).ok_or(Error::<T>::CorrectionNotProposed)?;
		ensure!((proposal.statement, proposal.closing) == (statement, closing), Error::<T>::TermsMismatch);
		ensure!(!T::People::same_person(&proposal.by, &approver), Error::<T>::OwnProposal);
		let attestation = Attestation {
			statement,
			closing,
			chain: before.chain,
			moment: T::Clock::now(),
			by: proposal.by.clone(),
			approver: Some(approver.clone()),
			corrections: before.corrections.saturating_add(1),
		};
		let difference = attestation.difference().ok_or(Error::<T>::AmountTooLarge)?;
		AttestationHistory::<T>::insert((bank, period), before.corrections, before);
		Attestations::<T>::insert(bank, period, attestation);
		let proposer = proposal.by;
		Self::deposit_event(Event::AttestationCorrected {
			period,
			statement,
			closing,
			difference,
			proposer,
			approver,
			bank,
		});
		Ok(())
	}

	/// Declines a correction. `is_late` says that the caller may do so only once the proposal has lapsed.
	pub(crate) fn do_decline_attestation_correction(
		by: T::AccountId,
		bank: BankId,
		period: Period,
		is_late: bool,
	) -> DispatchResult {
		let proposal = AttestationProposals::<T>::take(bank, period).ok_or(Error::<T>::CorrectionNotProposed)?;
		ensure!(!is_late || Self::is_overdue(proposal.since), Error::<T>::NotOverdue);
		Self::deposit_event(Event::AttestationCorrectionDeclined { period, by, bank });
		Ok(())
	}

	/// The next month of a bank account to attest: the one after the last attested; if none is attested, its first; if
	/// there is none, the last month that is over. It is possibly still running. `None` after the last month of a
	/// closed account.
	pub fn next_attestation(bank: BankId) -> Option<Period> {
		let next = match (LastAttested::<T>::get(bank), Self::first_month(bank)) {
			(Some(last), _) => last.next(PeriodKind::Month),
			(None, Some(first)) => Some(first),
			(None, None) => T::Community::period_at(PeriodKind::Month, T::Clock::now())?.previous(PeriodKind::Month),
		};
		next.filter(|month| Banks::<T>::get(bank).is_none_or(|account| Self::has_statement(&account, *month)))
	}

	/// The first month of a bank account to attest: accounts that are there from the first block begin with account 0.
	pub(crate) fn first_month(bank: BankId) -> Option<Period> {
		FirstMonth::<T>::get(bank).or_else(|| FirstMonth::<T>::get(0))
	}

	/// What the bank account should have at the end of `period`, the next month to attest, whatever was booked since. A
	/// month without bank entries closes like the month before it, which is attested; before the first bank entry, the
	/// balance is that of genesis.
	fn closing_of(bank: BankId, period: Period) -> Fen {
		let before = || match LastAttested::<T>::get(bank).and_then(|last| Attestations::<T>::get(bank, last)) {
			Some(last) => last.chain,
			None => Months::<T>::get(bank, Period::OPENING).closing,
		};
		Months::<T>::try_get(bank, period).map_or_else(|_| before(), |totals| totals.closing)
	}
}
