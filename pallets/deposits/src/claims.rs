// SPDX-License-Identifier: Apache-2.0

//! Claims on deposits, and how they end (D47, D54).

use crate::{
	types::{Claim, State},
	Config, Deposits, Error, Event, Pallet, Rules,
};
use frame_support::{ensure, traits::Get};
use linli_primitives::{
	traits::{Clock, People},
	ContentHash, DepositId, Fen, LivedWindow, Moment,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// See [`Pallet::claim`].
	pub(crate) fn do_claim(by: T::AccountId, deposit: DepositId, amount: Fen, evidence: ContentHash) -> DispatchResult {
		let mut record = Self::open(deposit)?;
		match &record.state {
			State::Claimed(_) => return Err(Error::<T>::AlreadyClaimed.into()),
			// The money is the payer's by now.
			State::Requested { since } if LivedWindow::new(*since, T::InspectionTime::get()).is_over::<T::Clock>() => {
				return Err(Error::<T>::InspectionTimeOver.into())
			}
			_ => (),
		}
		ensure!(!Self::concerns(&by, &record), Error::<T>::IsRelated);
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		ensure!(amount <= record.amount, Error::<T>::AmountTooLarge);
		let since = T::Clock::lived();
		let until = Self::until(LivedWindow::new(since, T::AnswerTime::get()))?;
		let pot = Rules::<T>::get().pot;
		record.state = State::Claimed(Claim { amount, pot, evidence, by: by.clone(), since, answer: None });
		Deposits::<T>::insert(deposit, record);
		Self::deposit_event(Event::DepositClaimed { deposit, amount, evidence, by, until });
		Ok(())
	}

	/// See [`Pallet::accept`].
	pub(crate) fn do_accept(who: &T::AccountId, deposit: DepositId, amount: Fen) -> DispatchResult {
		let record = Self::of_payer(who, deposit)?;
		let claim = Self::claim_in(&record.state)?;
		ensure!(claim.amount == amount, Error::<T>::TermsMismatch);
		let kept = Some((claim.pot, amount));
		Self::settle(deposit, record, kept, None)
	}

	/// See [`Pallet::contest`].
	pub(crate) fn do_contest(who: &T::AccountId, deposit: DepositId, answer: ContentHash) -> DispatchResult {
		let mut record = Self::of_payer(who, deposit)?;
		let mut claim = Self::claim_in(&record.state)?;
		ensure!(claim.answer.is_none(), Error::<T>::AlreadyContested);
		claim.answer = Some((answer, T::Clock::lived()));
		record.state = State::Claimed(claim);
		Deposits::<T>::insert(deposit, record);
		Self::deposit_event(Event::ClaimContested { deposit, answer });
		Ok(())
	}

	/// See [`Pallet::rule`]. `by` is the account that rules, `None` if it is a body.
	pub(crate) fn do_rule(
		by: Option<&T::AccountId>,
		deposit: DepositId,
		amount: Fen,
		document: ContentHash,
	) -> DispatchResult {
		let record = Deposits::<T>::get(deposit).ok_or(Error::<T>::DepositNotFound)?;
		let claim = Self::claim_in(&record.state)?;
		ensure!(amount <= claim.amount, Error::<T>::AmountTooLarge);
		match by {
			Some(by) => {
				let is_related = Self::concerns(by, &record) || T::People::related(by, &claim.by);
				ensure!(!is_related, Error::<T>::IsRelated);
				ensure!(T::Clock::lived() >= Self::ruling_from(&claim), Error::<T>::AnswerTimeRunning);
			}
			None => {
				ensure!(Self::ruling_window(&claim).is_over::<T::Clock>(), Error::<T>::RulingTimeRunning);
			}
		}
		let kept = Some((claim.pot, amount));
		Self::settle(deposit, record, kept, Some(document))
	}

	/// Whether the body after the ruling body can rule on the claim by now, if there is one.
	pub fn is_ruling_overdue(deposit: DepositId) -> bool {
		let claim = Deposits::<T>::get(deposit).and_then(|record| Self::claim_in(&record.state).ok());
		claim.is_some_and(|claim| Self::ruling_window(&claim).is_over::<T::Clock>())
	}

	/// Whether neither the ruling body nor the one after it has ruled in its time.
	pub(crate) fn is_left(claim: &Claim<T::AccountId>) -> bool {
		Self::ruling_window(claim).twice().is_over::<T::Clock>()
	}

	/// The time that the ruling body has.
	fn ruling_window(claim: &Claim<T::AccountId>) -> LivedWindow {
		LivedWindow::new(Self::ruling_from(claim), T::RulingTime::get())
	}

	/// The lived time from which the claim can be ruled on: that of the answer, or the end of the time for one.
	fn ruling_from(claim: &Claim<T::AccountId>) -> Moment {
		let silent = claim.since.saturating_add(T::AnswerTime::get());
		claim.answer.map_or(silent, |(_, answered)| answered.min(silent))
	}

	/// The claim on a deposit in this state.
	fn claim_in(state: &State<T::AccountId>) -> Result<Claim<T::AccountId>, DispatchError> {
		match state {
			State::Claimed(claim) => Ok(claim.clone()),
			_ => Err(Error::<T>::NotClaimed.into()),
		}
	}
}
