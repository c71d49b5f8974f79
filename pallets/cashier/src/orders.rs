// SPDX-License-Identifier: Apache-2.0

//! Orders: what the bank is about to do can be neither cancelled nor spent, and ends as paid or as returned (D48).

use crate::{
	Config, Error, Event, HoldReason, NextOrder, Order, OrderPurpose, Orders, Outcome, OutcomeProposal, Pallet, Party,
	PayoutId, Payouts,
};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungible::{hold::Mutate as MutateHold, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		Get,
	},
};
use linli_primitives::{
	traits::{BankOrders, BankOutcomes, Clock, FundLedger, People, UnitClaims},
	BankId, Cause, Commitment, ContentHash, EntryId, Fen, LivedWindow, Moment, OrderId, PotId,
};
use sp_runtime::{traits::AccountIdConversion, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The account where money waits that has left a pot for a payment or a correction, but not the chain.
	pub fn transit() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// Whether `account` is the transit account, one of the [`Config::CommunityAccounts`].
	pub fn is_transit_account(account: &T::AccountId) -> bool {
		Self::transit() == *account
	}

	pub(crate) fn do_order_payout(cashier: T::AccountId, bank: BankId, id: PayoutId) -> Result<OrderId, DispatchError> {
		Self::open_bank_account(bank)?;
		let mut payout = Payouts::<T>::get(id).ok_or(Error::<T>::PayoutNotFound)?;
		ensure!(payout.order.is_none(), Error::<T>::PayoutInProgress);
		ensure!(!Self::is_related(&payout.requester, &cashier), Error::<T>::OwnPayout);
		// What the bank has paid cannot be taken back; a request that waits can be refused.
		ensure!(!<Self as UnitClaims<T::AccountId>>::is_held(&payout.requester), Error::<T>::UnitMoneyHeld);
		let order = Self::next_order()?;
		let party = Party::Account(payout.requester.clone());
		let (amount, destination) = (payout.amount, payout.destination);
		Self::open_order((order, bank), OrderPurpose::Payout(id), party, amount, destination, cashier.clone());
		payout.order = Some(order);
		Payouts::<T>::insert(id, payout);
		Self::deposit_event(Event::PayoutOrdered { payout: id, order, cashier, bank });
		Ok(order)
	}

	/// Takes the next id.
	fn next_order() -> Result<OrderId, DispatchError> {
		let id = NextOrder::<T>::get();
		NextOrder::<T>::put(id.checked_add(1).ok_or(Error::<T>::AmountTooLarge)?);
		Ok(id)
	}

	fn open_order(
		(id, bank): (OrderId, BankId),
		purpose: OrderPurpose,
		party: Party<T::AccountId>,
		amount: Fen,
		destination: Commitment,
		ordered_by: T::AccountId,
	) {
		let (ordered, since) = (T::Clock::now(), T::Clock::lived());
		let order = Order { purpose, party, amount, destination, ordered_by, ordered, since, proposed: None, bank };
		Orders::<T>::insert(id, order);
		Self::open_matter(bank);
	}

	/// Books that the bank paid, also while another outcome waits: the cashier has the reference to show for it.
	pub(crate) fn do_book_paid(
		cashier: T::AccountId,
		id: OrderId,
		reference: &[u8],
		value: Option<Moment>,
	) -> DispatchResult {
		let order = Orders::<T>::get(id).ok_or(Error::<T>::OrderNotFound)?;
		Self::ensure_not_own(&order, &cashier)?;
		let value = Self::value_or_now(value);
		Self::ensure_value_date(value)?;
		let reference = Self::unused(order.bank, reference)?;
		Self::conclude_paid(id, order, reference, value, cashier)
	}

	/// Proposes an outcome. `is_late` says that the proposer may do so only once the order is overdue.
	pub(crate) fn do_propose_outcome(by: T::AccountId, id: OrderId, outcome: Outcome, is_late: bool) -> DispatchResult {
		Orders::<T>::try_mutate(id, |slot| -> DispatchResult {
			let order = slot.as_mut().ok_or(Error::<T>::OrderNotFound)?;
			ensure!(!is_late || Self::is_overdue(order.since), Error::<T>::NotOverdue);
			ensure!(order.proposed.is_none(), Error::<T>::OutcomeAlreadyProposed);
			Self::ensure_not_own(order, &by)?;
			if let Outcome::Paid { reference, value } = outcome {
				Self::ensure_value_date(Self::value_or_now(value))?;
				Self::ensure_unused(reference)?;
			}
			order.proposed = Some(OutcomeProposal { outcome, by: by.clone(), at: T::Clock::now() });
			Ok(())
		})?;
		Self::deposit_event(Event::OutcomeProposed { order: id, outcome, by });
		Ok(())
	}

	/// Declines an outcome. `is_late` says that the caller may do so only once the proposal has lapsed.
	pub(crate) fn do_decline_outcome(by: T::AccountId, id: OrderId, is_late: bool) -> DispatchResult {
		Orders::<T>::try_mutate(id, |slot| -> DispatchResult {
			let order = slot.as_mut().ok_or(Error::<T>::OrderNotFound)?;
			let proposed = order.proposed.take().ok_or(Error::<T>::OutcomeNotProposed)?;
			let has_lapsed = Self::is_overdue(T::Clock::lived_at(proposed.at));
			ensure!(!is_late || has_lapsed, Error::<T>::NotOverdue);
			Ok(())
		})?;
		Self::deposit_event(Event::OutcomeDeclined { order: id, by });
		Ok(())
	}

	/// Confirms an outcome. Returns the number of units that a cost was given back to.
	pub(crate) fn do_confirm_outcome(
		approver: T::AccountId,
		id: OrderId,
		outcome: Outcome,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let order = Orders::<T>::get(id).ok_or(Error::<T>::OrderNotFound)?;
		let OutcomeProposal { outcome: proposed, by, at } =
			order.proposed.clone().ok_or(Error::<T>::OutcomeNotProposed)?;
		ensure!(proposed == outcome, Error::<T>::TermsMismatch);
		Self::ensure_second_person(&by, &approver, &order.party)?;
		match outcome {
			Outcome::Paid { reference, value } => {
				Self::conclude_paid(id, order, reference, value.unwrap_or(at), by)?;
				Ok(0)
			}
			Outcome::Returned { reason } => Self::conclude_returned(id, order, reason, by, approver, max_units),
		}
	}

	/// Burns the money of a payment, and books it.
	fn conclude_paid(
		id: OrderId,
		order: Order<T::AccountId>,
		reference: ContentHash,
		value: Moment,
		cashier: T::AccountId,
	) -> DispatchResult {
		Orders::<T>::remove(id);
		let (amount, bank) = (order.amount, order.bank);
		Self::end_matter(bank);
		match order.purpose {
			OrderPurpose::Payout(payout) => {
				let request = Payouts::<T>::get(payout).ok_or(Error::<T>::PayoutNotFound)?;
				Self::close(payout, &request);
				let requester = request.requester;
				// The bank has paid it already, so a later freeze must not get in the way.
				let reason = HoldReason::Payout.into();
				T::Currency::burn_held(&reason, &requester, amount, Precision::Exact, Fortitude::Force)?;
				Self::book_payment((bank, value), reference, order.party, None, amount, cashier.clone())?;
				Self::deposit_event(Event::PaidOut { payout, reference, requester, amount, cashier, bank, value });
			}
			OrderPurpose::Pot { pot, cause, entry } => {
				Self::burn_transit(amount)?;
				Self::book_payment(
					(bank, value),
					reference,
					order.party,
					Some((entry, cause)),
					amount,
					cashier.clone(),
				)?;
				let by = cashier.clone();
				Self::deposit_event(Event::PaidFromPot { reference, pot, amount, cause, cashier, bank, value });
				T::Outcomes::paid(&cause, reference, &by)?;
			}
		}
		Ok(())
	}

	/// Gives the money of an order back to its account or pot.
	fn conclude_returned(
		id: OrderId,
		order: Order<T::AccountId>,
		reason: ContentHash,
		proposer: T::AccountId,
		approver: T::AccountId,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		Orders::<T>::remove(id);
		Self::end_matter(order.bank);
		let (party, amount) = (order.party, order.amount);
		let cause = match order.purpose {
			OrderPurpose::Payout(_) => None,
			OrderPurpose::Pot { cause, .. } => Some(cause),
		};
		Self::deposit_event(Event::OrderReturned { order: id, party, amount, cause, reason, proposer, approver });
		match order.purpose {
			OrderPurpose::Payout(payout) => {
				let request = Payouts::<T>::get(payout).ok_or(Error::<T>::PayoutNotFound)?;
				Self::close(payout, &request);
				Self::give_back(&request)?;
				Ok(0)
			}
			OrderPurpose::Pot { pot, cause, .. } => {
				let units = Self::bearers_within(&cause, max_units)?;
				let entry = T::Ledger::deposit(pot, &Self::transit(), amount, cause, Preservation::Expendable)?;
				T::Outcomes::returned(&cause, entry, None)?;
				Ok(units)
			}
		}
	}

	/// The number of units that get a cost back; an error if it exceeds `max_units`, for which the caller pays.
	pub(crate) fn bearers_within(cause: &Cause, max_units: u32) -> Result<u32, DispatchError> {
		let units = T::Outcomes::bearers(cause);
		ensure!(units <= max_units, Error::<T>::MaxUnitsTooLow);
		Ok(units)
	}

	/// Burns money on the transit account.
	pub(crate) fn burn_transit(amount: Fen) -> DispatchResult {
		let transit = Self::transit();
		T::Currency::burn_from(&transit, amount, Preservation::Expendable, Precision::Exact, Fortitude::Polite)?;
		Ok(())
	}

	/// Whether something that began at the lived time `since` has waited for [`Config::OutcomeTime`].
	pub(crate) fn is_overdue(since: Moment) -> bool {
		LivedWindow::new(since, T::OutcomeTime::get()).is_over::<T::Clock>()
	}

	/// Ensures that an order's outcome is not booked or proposed by the person whose money it is.
	fn ensure_not_own(order: &Order<T::AccountId>, by: &T::AccountId) -> DispatchResult {
		let is_own = order.party.account().is_some_and(|account| Self::is_related(account, by));
		ensure!(!is_own, Error::<T>::OwnPayout);
		Ok(())
	}

	/// Ensures that the approver is neither the proposer nor related to the account concerned.
	pub(crate) fn ensure_second_person(
		proposer: &T::AccountId,
		approver: &T::AccountId,
		party: &Party<T::AccountId>,
	) -> DispatchResult {
		ensure!(!T::People::same_person(proposer, approver), Error::<T>::OwnProposal);
		let is_related = party.account().is_some_and(|account| Self::is_related(account, approver));
		ensure!(!is_related, Error::<T>::IsRelated);
		Ok(())
	}
}

impl<T: Config> BankOrders<T::AccountId> for Pallet<T> {
	fn order(
		cashier: &T::AccountId,
		bank: BankId,
		pot: PotId,
		amount: Fen,
		destination: Commitment,
		cause: Cause,
	) -> Result<(OrderId, EntryId), DispatchError> {
		with_storage_layer(|| {
			ensure!(amount > 0, Error::<T>::InvalidAmount);
			Self::open_bank_account(bank)?;
			let order = Self::next_order()?;
			let cashier = cashier.clone();
			let by = cashier.clone();
			Self::deposit_event(Event::OrderedFromPot { order, pot, amount, destination, cause, cashier, bank });
			let entry = T::Ledger::withdraw(pot, &Self::transit(), amount, cause)?;
			let purpose = OrderPurpose::Pot { pot, cause, entry };
			Self::open_order((order, bank), purpose, Party::Pot(pot), amount, destination, by);
			Ok((order, entry))
		})
	}
}
