// SPDX-License-Identifier: Apache-2.0

//! Monthly attestation of the bank's closing balance, next to the chain's (D2).

use crate::{Attestation, Attestations, Config, Error, Event, FirstMonth, LastAttested, Months, Pallet};
use frame_support::ensure;
use linli_primitives::{
	traits::{BankStatement, BankStatements, Clock, Community},
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
		let attestation = Attestation { statement, closing, chain, moment, by: by.clone() };
		let difference = attestation.difference().ok_or(Error::<T>::AmountTooLarge)?;
		Attestations::<T>::insert(period, attestation);
		LastAttested::<T>::put(period);
		Self::deposit_event(Event::Attested { period, statement, closing, chain, difference, by });
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
