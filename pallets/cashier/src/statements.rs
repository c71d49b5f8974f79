// SPDX-License-Identifier: Apache-2.0

//! The auditor's own look at the bank (D51), and what the fund is told before a month is closed.
//!
//! The auditor enters the closing balance that their own copy of the statement shows, before or after the cashier
//! attests. Equal figures confirm the month; otherwise the difference is shown until one of them is corrected. A
//! commitment that both reveal later was weighed: it stops an auditor from copying the cashier's figure unseen, but not
//! from asking for it, and costs every community two more calls a month and a month that hangs on a salt that is
//! forgotten. Each names the hash of the statement that they hold; the difference to the chain is public either way.

use crate::{
	Attestations, AuditorFigure, AuditorFigures, Banks, Config, Error, Event, FirstMonth, MonthStatement, Pallet,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::ensure;
use linli_primitives::{
	traits::{Attesters, BankStatement, BankStatements, Clock, Community, People},
	BankId, ContentHash, Fen, Period, PeriodKind,
};
use sp_io::hashing::blake2_256;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Enters what the auditor's copy of the statement shows; a later figure replaces it.
	pub(crate) fn do_enter_balance(
		by: T::AccountId,
		bank: BankId,
		period: Period,
		statement: ContentHash,
		closing: Fen,
	) -> DispatchResult {
		Self::bank_account_in(bank, period)?;
		let end = T::Community::end(period, PeriodKind::Month).ok_or(Error::<T>::InvalidMonth)?;
		ensure!(end <= T::Clock::now(), Error::<T>::MonthNotOver);
		// Months before the first are never attested, nor are those long gone.
		let attestation = Attestations::<T>::get(bank, period);
		let is_next = || Self::next_attestation(bank).is_some_and(|next| period >= next);
		ensure!(attestation.is_some() || is_next(), Error::<T>::MonthOutOfOrder);
		let own = attestation.as_ref().is_some_and(|attestation| T::People::same_person(&attestation.by, &by));
		ensure!(!own, Error::<T>::OwnProposal);
		let figure = AuditorFigure { statement, closing, moment: T::Clock::now(), by: by.clone() };
		AuditorFigures::<T>::insert(bank, period, figure);
		let confirmed = attestation.is_some_and(|attestation| attestation.closing == closing);
		Self::deposit_event(Event::BalanceEntered { bank, period, statement, closing, confirmed, by });
		Ok(())
	}

	/// Whether the auditor read the same closing balance as the cashier, who is another person.
	pub fn is_confirmed(bank: BankId, period: Period) -> bool {
		let (Some(attestation), Some(figure)) =
			(Attestations::<T>::get(bank, period), AuditorFigures::<T>::get(bank, period))
		else {
			return false;
		};
		attestation.closing == figure.closing && !T::People::same_person(&attestation.by, &figure.by)
	}

	/// The bank accounts whose statements a month needs, in order: those that were open in that month, if only for a
	/// day of it.
	fn banks_of(month: Period) -> Vec<BankId> {
		let mut banks: Vec<BankId> = Banks::<T>::iter()
			.filter(|(bank, account)| {
				// Those of genesis are there from the first block.
				let began = account.opened == 0 || FirstMonth::<T>::get(bank).is_some_and(|first| first <= month);
				began && Self::has_statement(account, month)
			})
			.map(|(bank, _)| bank)
			.collect();
		banks.sort_unstable();
		banks
	}

	/// See [`crate::api::CashierApi::month_statement`].
	pub fn month_statement(month: Period) -> Option<MonthStatement> {
		let banks = Self::banks_of(month);
		let mut sum = MonthStatement { confirmed: true, ..Default::default() };
		let mut statements = Vec::new();
		for bank in &banks {
			let attestation = Attestations::<T>::get(bank, month)?;
			sum.closing = sum.closing.checked_add(attestation.closing)?;
			sum.chain = sum.chain.checked_add(attestation.chain)?;
			sum.moment = sum.moment.max(attestation.moment);
			sum.confirmed = sum.confirmed && Self::is_confirmed(*bank, month);
			statements.push((*bank, attestation.statement));
		}
		sum.statement = match statements.as_slice() {
			[] => return None,
			[(_, statement)] => *statement,
			several => blake2_256(&several.encode()).into(),
		};
		Some(sum)
	}
}

impl<T: Config> BankStatements for Pallet<T> {
	fn statement(month: Period) -> Option<BankStatement> {
		let sum = Self::month_statement(month)?;
		// Where no auditor answers, or the two do not agree, the month can be closed unconfirmed in the end (D54).
		if !sum.confirmed && !Self::is_overdue(T::Clock::lived_at(sum.moment)) {
			return None;
		}
		Some(BankStatement { statement: sum.statement, difference: sum.difference()?, confirmed: sum.confirmed })
	}

	fn is_attested(month: Period) -> bool {
		Self::month_statement(month).is_some()
	}
}

impl<T: Config> Attesters<T::AccountId> for Pallet<T> {
	fn attesters(month: Period) -> Vec<T::AccountId> {
		let attestations = Self::banks_of(month).into_iter().filter_map(|bank| Attestations::<T>::get(bank, month));
		attestations.map(|attestation| attestation.by).collect()
	}
}
