// SPDX-License-Identifier: Apache-2.0

//! Deposits are placed, asked for and given back.

use crate::{
	types::{Deposit, Settlement, State},
	Config, DepositOf, Deposits, Error, Event, HoldReason, NextDeposit, OpenDeposits, Pallet, UnitDeposits,
};
use frame_support::{
	ensure,
	traits::{fungible::MutateHold, tokens::Precision, Get},
};
use linli_primitives::{
	traits::{Clock, FundLedger, OwnersRegister, People},
	Cause, ContentHash, DepositId, Fen, LivedWindow, Moment, PotId, UnitId,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// The hold reason of deposits.
fn held<T: Config>() -> T::RuntimeHoldReason {
	HoldReason::Deposit.into()
}

impl<T: Config> Pallet<T> {
	/// See [`Pallet::place`].
	pub(crate) fn do_place(payer: T::AccountId, unit: UnitId, amount: Fen, purpose: ContentHash) -> DispatchResult {
		ensure!(T::Register::unit(unit).is_some(), Error::<T>::UnitNotFound);
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		let deposit = NextDeposit::<T>::get();
		OpenDeposits::<T>::try_append(&payer, deposit).map_err(|()| Error::<T>::TooManyDeposits)?;
		NextDeposit::<T>::put(deposit.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		T::Currency::hold(&held::<T>(), &payer, amount)?;
		let placed = T::Clock::now();
		UnitDeposits::<T>::insert(unit, deposit, ());
		let record = Deposit { unit, payer: payer.clone(), amount, purpose, placed, state: State::Held };
		Deposits::<T>::insert(deposit, record);
		Self::deposit_event(Event::DepositPlaced { deposit, unit, payer, amount, purpose });
		Ok(())
	}

	/// See [`Pallet::request_return`].
	pub(crate) fn do_request_return(who: &T::AccountId, deposit: DepositId) -> DispatchResult {
		let mut record = Self::of_payer(who, deposit)?;
		ensure!(record.state == State::Held, Error::<T>::AlreadyRequested);
		let since = T::Clock::lived();
		let until = Self::until(LivedWindow::new(since, T::InspectionTime::get()))?;
		record.state = State::Requested { since };
		Deposits::<T>::insert(deposit, record);
		Self::deposit_event(Event::ReturnRequested { deposit, until });
		Ok(())
	}

	/// See [`Pallet::release`].
	pub(crate) fn do_release(by: &T::AccountId, deposit: DepositId) -> DispatchResult {
		let record = Self::open(deposit)?;
		ensure!(!Self::concerns(by, &record), Error::<T>::IsRelated);
		Self::settle(deposit, record, None, None)
	}

	/// See [`Pallet::take_back`].
	pub(crate) fn do_take_back(who: &T::AccountId, deposit: DepositId) -> DispatchResult {
		let record = Self::of_payer(who, deposit)?;
		match &record.state {
			State::Held => return Err(Error::<T>::NotRequested.into()),
			State::Requested { since } => {
				let window = LivedWindow::new(*since, T::InspectionTime::get());
				ensure!(window.is_over::<T::Clock>(), Error::<T>::InspectionTimeRunning);
			}
			State::Claimed(claim) => ensure!(Self::is_left(claim), Error::<T>::RulingTimeRunning),
			State::Settled(_) => return Err(Error::<T>::AlreadySettled.into()),
		}
		Self::settle(deposit, record, None, None)
	}

	/// Moves what is `kept` to its pot and releases the rest.
	pub(crate) fn settle(
		id: DepositId,
		mut record: DepositOf<T>,
		kept: Option<(PotId, Fen)>,
		document: Option<ContentHash>,
	) -> DispatchResult {
		let (pot, kept) = kept.filter(|(_, amount)| *amount > 0).unzip();
		let amount = kept.unwrap_or_default();
		let returned = record.amount.checked_sub(amount).ok_or(Error::<T>::AmountTooLarge)?;
		let payer = &record.payer;
		// The event that explains the ledger entry precedes it.
		Self::deposit_event(Event::DepositSettled { deposit: id, kept: amount, returned, document });
		let entry = match pot {
			Some(pot) => {
				let cause = Cause::DepositKept { deposit: id };
				Some((pot, T::Ledger::deposit_held(pot, &held::<T>(), payer, amount, cause)?))
			}
			None => None,
		};
		if returned > 0 {
			T::Currency::release(&held::<T>(), payer, returned, Precision::Exact)?;
		}
		OpenDeposits::<T>::mutate_exists(payer, |open| {
			if let Some(ids) = open {
				ids.retain(|other| *other != id);
				if ids.is_empty() {
					*open = None;
				}
			}
		});
		record.state = State::Settled(Settlement { kept: amount, entry, moment: T::Clock::now() });
		Deposits::<T>::insert(id, record);
		Ok(())
	}

	/// Whether the deposit concerns the account: it is related to the payer, or at home in the unit.
	pub(crate) fn concerns(account: &T::AccountId, record: &DepositOf<T>) -> bool {
		T::People::related(account, &record.payer) || T::Register::is_at_home(account, record.unit)
	}

	/// A deposit that is not settled.
	pub(crate) fn open(deposit: DepositId) -> Result<DepositOf<T>, DispatchError> {
		let record = Deposits::<T>::get(deposit).ok_or(Error::<T>::DepositNotFound)?;
		ensure!(record.is_open(), Error::<T>::AlreadySettled);
		Ok(record)
	}

	/// A deposit that `who` paid, settled or not.
	pub(crate) fn of_payer(who: &T::AccountId, deposit: DepositId) -> Result<DepositOf<T>, DispatchError> {
		let record = Deposits::<T>::get(deposit).ok_or(Error::<T>::DepositNotFound)?;
		ensure!(record.payer == *who, Error::<T>::NotPayer);
		Ok(record)
	}

	/// The clock time at which the window is over, unless the chain stands still before.
	pub(crate) fn until(window: LivedWindow) -> Result<Moment, ArithmeticError> {
		window.until::<T::Clock>().ok_or(ArithmeticError::Overflow)
	}
}
