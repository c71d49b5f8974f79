// SPDX-License-Identifier: Apache-2.0

//! The invariants of the cashier's books, which hold after every block.

use crate::{
	Attestations, BankEntries, BankEntryKind, BankEntryState, Config, FirstMonth, HoldReason, LastAttested,
	MonthTotals, Months, NextPayout, OpenPayouts, Pallet, Party, Payouts, Totals,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	traits::fungible::{hold::Inspect as InspectHold, Inspect},
};
use linli_primitives::{Fen, Period, PeriodKind};
use sp_runtime::TryRuntimeError;

/// Adds `amount` to `sum`, or fails on overflow.
fn add(sum: &mut Fen, amount: Fen) -> Result<(), TryRuntimeError> {
	*sum = sum.checked_add(amount).ok_or("a sum overflows")?;
	Ok(())
}

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_issuance_is_booked()?;
		Self::try_bank_entries_add_up()?;
		Self::try_months_add_up()?;
		Self::try_holds_are_open_payouts()?;
		Self::try_attestations_are_in_order()
	}

	/// Total issuance = received − paid out − reversed (D2).
	fn try_issuance_is_booked() -> Result<(), TryRuntimeError> {
		let balance = Self::totals().balance().ok_or("more went out than came in")?;
		ensure!(T::Currency::total_issuance() == balance, "the issuance differs from the totals");
		Ok(())
	}

	/// Bank entries add up to the totals and none is zero. Only receipts have a reversal, proposed and approved by
	/// different accounts. Bank entries of pots are linked with the pots' ledgers.
	fn try_bank_entries_add_up() -> Result<(), TryRuntimeError> {
		let mut sum = Totals::default();
		for entry in BankEntries::<T>::iter_values() {
			ensure!(entry.amount > 0, "a bank entry has a zero amount");
			match entry.kind {
				BankEntryKind::In => add(&mut sum.received, entry.amount)?,
				BankEntryKind::Out => {
					ensure!(entry.state == BankEntryState::Valid, "a payout has a reversal");
					add(&mut sum.paid_out, entry.amount)?;
				}
			}
			let is_pots = matches!(entry.party, Party::Pot(_));
			ensure!(entry.entry.is_some() == is_pots, "a bank entry is not linked with its pot's ledger");
			if let BankEntryState::Reversed { proposer, approver, entry: back, .. } = entry.state {
				ensure!(proposer != approver, "a reversal was approved by its proposer");
				ensure!(back.is_some() == is_pots, "a reversal is not linked with its pot's ledger");
				add(&mut sum.reversed, entry.amount)?;
			}
		}
		ensure!(sum == Self::totals(), "the bank entries do not add up to the totals");
		Ok(())
	}

	/// The months add up to the totals, and each closes with the balance of the one before plus its own bank entries.
	fn try_months_add_up() -> Result<(), TryRuntimeError> {
		let mut months: Vec<_> = Months::<T>::iter().collect();
		months.sort_by_key(|(month, _)| *month);
		let mut sum = Totals::default();
		for (month, totals) in &months {
			let MonthTotals { received, paid_out, reversed, closing } = totals;
			add(&mut sum.received, *received)?;
			add(&mut sum.paid_out, *paid_out)?;
			add(&mut sum.reversed, *reversed)?;
			ensure!(sum.balance() == Some(*closing), "a month has a wrong closing balance");
			ensure!(
				*month == Period::OPENING || FirstMonth::<T>::get() <= Some(*month),
				"a month precedes the first month"
			);
		}
		ensure!(sum == Self::totals(), "the months do not add up to the totals");
		Ok(())
	}

	/// Each account's hold for payouts equals the sum of its open requests, and every request is in its requester's
	/// list.
	fn try_holds_are_open_payouts() -> Result<(), TryRuntimeError> {
		let reason = HoldReason::Payout.into();
		let mut listed = 0usize;
		for (account, open) in OpenPayouts::<T>::iter() {
			ensure!(!open.is_empty(), "an empty list of requests");
			let mut asked: Fen = 0;
			for id in open {
				let payout = Payouts::<T>::get(id).ok_or("a listed request is not open")?;
				ensure!(payout.requester == account, "a request is in another account's list");
				ensure!(id < NextPayout::<T>::get(), "the id of a request is not below the next id");
				add(&mut asked, payout.amount)?;
				listed = listed.checked_add(1).ok_or("too many requests")?;
			}
			ensure!(T::Currency::balance_on_hold(&reason, &account) == asked, "holds and requests differ");
		}
		ensure!(Payouts::<T>::iter_keys().count() == listed, "a request is in no list");
		for account in frame_system::Account::<T>::iter_keys() {
			let held = T::Currency::balance_on_hold(&reason, &account);
			ensure!(held == 0 || OpenPayouts::<T>::contains_key(&account), "a hold without a request");
		}
		Ok(())
	}

	/// Attested months are consecutive, each with the chain's closing balance, and end with `LastAttested`.
	fn try_attestations_are_in_order() -> Result<(), TryRuntimeError> {
		let mut attested: Vec<_> = Attestations::<T>::iter().collect();
		attested.sort_by_key(|(month, _)| *month);
		let mut before = None;
		for (month, attestation) in &attested {
			let follows = before.is_none_or(|(last, _): (Period, Fen)| last.next(PeriodKind::Month) == Some(*month));
			ensure!(follows, "there is a gap between attested months");
			let closing = match (Months::<T>::try_get(*month), before) {
				(Ok(totals), _) => totals.closing,
				(Err(()), Some((_, chain))) => chain,
				(Err(()), None) => Months::<T>::get(Period::OPENING).closing,
			};
			ensure!(attestation.chain == closing, "an attestation differs from the chain's closing balance");
			before = Some((*month, attestation.chain));
		}
		ensure!(before.map(|(last, _)| last) == LastAttested::<T>::get(), "the last attested month is wrong");
		Ok(())
	}
}
