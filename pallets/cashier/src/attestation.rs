// SPDX-License-Identifier: Apache-2.0

//! Monthly attestation of the bank's closing balance, next to the chain's (D2), and its corrections (D48).

use crate::{
	Attestation, AttestationHistory, AttestationProposal, AttestationProposals, Attestations, Config, Error, Event,
	FirstMonth, LastAttested, Months, Pallet, MAX_CORRECTIONS,
};
use frame_support::ensure;
use linli_primitives::{
	traits::{BankStatement, BankStatements, Clock, Community, People},
	ContentHash, Fen, Period, PeriodKind,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_attest(by: T::AccountId, period: Period, statement: ContentHash, closing: Fen) -> DispatchResult {
		let moment = T::Clock::now();
		let end = T::Community::end(period, PeriodKind::Month).ok_or(Error::<T>::InvalidMonth)?;
		ensure!(end <= moment, Error::<T>::MonthNotOver);
		ensure!(!Attestations::<T>::contains_key(period), Error::<T>::AlreadyAttested);
		ensure!(Self::next_attestation() == Some(period), Error::<T>::MonthOutOfOrder);

		let chain = Self::closing_of(period);
		let attestation =
			Attestation { statement, closing, chain, moment, by: by.clone(), approver: None, corrections: 0 };
		let difference = attestation.difference().ok_or(Error::<T>::AmountTooLarge)?;
		Attestations::<T>::insert(period, attestation);
		LastAttested::<T>::put(period);
		Self::deposit_event(Event::Attested { period, statement, closing, chain, difference, by });
		Ok(())
	}

	pub(crate) fn do_propose_attestation_correction(
		by: T::AccountId,
		period: Period,
		statement: ContentHash,
		closing: Fen,
	) -> DispatchResult {
		let attestation = Attestations::<T>::get(period).ok_or(Error::<T>::NotAttested)?;
		ensure!(!AttestationProposals::<T>::contains_key(period), Error::<T>::CorrectionAlreadyProposed);
		ensure!(attestation.corrections < MAX_CORRECTIONS, Error::<T>::TooManyCorrections);
		let corrected = Attestation { closing, ..attestation };
		corrected.difference().ok_or(Error::<T>::AmountTooLarge)?;
		let (moment, since) = (T::Clock::now(), T::Clock::lived());
		let proposal = AttestationProposal { statement, closing, moment, since, by: by.clone() };
		AttestationProposals::<T>::insert(period, proposal);
		Self::deposit_event(Event::AttestationCorrectionProposed { period, statement, closing, by });
		Ok(())
	}

	/// Replaces the attestation and keeps the one before it.
	pub(crate) fn do_approve_attestation_correction(
		approver: T::AccountId,
		period: Period,
		statement: ContentHash,
		closing: Fen,
	) -> DispatchResult {
		let before = Attestations::<T>::get(period).ok_or(Error::<T>::NotAttested)?;
		let proposal = AttestationProposals::<T>::take(period).ok_or(Error::<T>::CorrectionNotProposed)?;
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
		AttestationHistory::<T>::insert(period, before.corrections, before);
		Attestations::<T>::insert(period, attestation);
		let proposer = proposal.by;
		Self::deposit_event(Event::AttestationCorrected { period, statement, closing, difference, proposer, approver });
		Ok(())
	}

	/// Declines a correction. `is_late` says that the caller may do so only once the proposal has lapsed.
	pub(crate) fn do_decline_attestation_correction(by: T::AccountId, period: Period, is_late: bool) -> DispatchResult {
		let proposal = AttestationProposals::<T>::take(period).ok_or(Error::<T>::CorrectionNotProposed)?;
		ensure!(!is_late || Self::is_overdue(proposal.since), Error::<T>::NotOverdue);
		Self::deposit_event(Event::AttestationCorrectionDeclined { period, by });
		Ok(())
	}

	/// The next month to attest: the one after the last attested; if none is attested, the first with a bank entry; if
	/// there is none, the last month that is over. It is possibly still running.
	pub fn next_attestation() -> Option<Period> {
		match (LastAttested::<T>::get(), FirstMonth::<T>::get()) {
			(Some(last), _) => last.next(PeriodKind::Month),
			(None, Some(first)) => Some(first),
			(None, None) => T::Community::period_at(PeriodKind::Month, T::Clock::now())?.previous(PeriodKind::Month),
		}
	}

	/// The chain's balance at the end of `period`, the next month to attest, whatever was booked since. A month without
	/// bank entries closes like the month before it, which is attested; before the first bank entry, the balance is
	/// that of genesis.
	fn closing_of(period: Period) -> Fen {
		let before = || match LastAttested::<T>::get().and_then(Attestations::<T>::get) {
			Some(last) => last.chain,
			None => Months::<T>::get(Period::OPENING).closing,
		};
		Months::<T>::try_get(period).map_or_else(|_| before(), |totals| totals.closing)
	}
}

impl<T: Config> BankStatements for Pallet<T> {
	fn statement(month: Period) -> Option<BankStatement> {
		let attestation = Attestations::<T>::get(month)?;
		Some(BankStatement { statement: attestation.statement, difference: attestation.difference()? })
	}
}
