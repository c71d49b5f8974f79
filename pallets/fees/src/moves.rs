// SPDX-License-Identifier: Apache-2.0

//! Payments for the wrong unit, moved to the right one by two people (D48).
//!
//! The bills that the payment paid are open again, with the late fee that they have without it. The money pays the
//! other unit's bills, oldest due first, as of the time at which it was paid: late fees there are computed anew, so the
//! principal is paid first. What is left is prepaid for the other unit by the same payer, as far as there is room; what
//! cannot be prepaid stays on the payer's account, even if that is all: then there is no new payment. A part of the
//! payment that was refunded or is still prepaid is the payer's own, and is not moved. Money that the bank received for
//! the one unit, without an account of its owner, is kept for the other from then on. The payments of a unit that was
//! sold since stay where they are: its bills would be open again, and the buyer would owe them.

use crate::{
	allocation::Share,
	corrections::{Corrected, Correction},
	discounts::take_back,
	paying::{Made, Purse},
	statements::Statement,
	types::{Allocation, Contribution, EntryKind, Lines, Move, Payment, PaymentKind},
	Bills, Charges, Config, Contributions, Error, Event, MovedPayments, Moves, NextPayment, OpenBills, Pallet,
	Payments, Rules, Statements, UnitAccounts,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{fungible::Mutate, tokens::Preservation, Get},
};
use linli_primitives::{
	traits::{Clock, FundLedger, OwnersRegister, People},
	BillKey, Cause, ContentHash, Fen, PaymentId, UnitId,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// See [`Pallet::propose_move`].
	pub(crate) fn do_propose_move(
		proposer: T::AccountId,
		id: PaymentId,
		to: UnitId,
		reason: ContentHash,
	) -> DispatchResult {
		let payment = Payments::<T>::get(id).ok_or(Error::<T>::PaymentNotFound)?;
		ensure!(T::Register::unit(to).is_some(), Error::<T>::UnitNotFound);
		ensure!(to != payment.unit, Error::<T>::InvalidMove);
		ensure!(!Moves::<T>::contains_key(id), Error::<T>::MoveAlreadyProposed);
		ensure!(!Self::has_interest_in_move(&proposer, &payment, to), Error::<T>::OwnMatter);
		ensure!(!Self::is_sold_since(payment.unit, payment.moment), Error::<T>::UnitAlreadySold);
		let bills = Self::bills_paid_by(id, &payment);
		ensure!(!bills.is_empty(), Error::<T>::NothingToMove);
		for key in bills {
			let bill = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
			ensure!(Self::is_correctable(bill.issued), Error::<T>::TooOld);
		}
		Self::add_proposal(&proposer)?;
		Moves::<T>::insert(id, Move { proposer: proposer.clone(), to, reason, proposed: T::Clock::now() });
		Self::deposit_event(Event::MoveProposed { payment: id, to, proposer, reason });
		Ok(())
	}

	/// See [`Pallet::approve_move`]. Returns the number of bills visited on one of the units, at most.
	pub(crate) fn do_approve_move(approver: T::AccountId, id: PaymentId, to: UnitId) -> Result<u32, DispatchError> {
		let Move { proposer, to: proposed, .. } = Moves::<T>::get(id).ok_or(Error::<T>::MoveNotFound)?;
		// It may have been withdrawn and replaced since the approver looked.
		ensure!(to == proposed, Error::<T>::MoveMismatch);
		ensure!(!T::People::same_person(&proposer, &approver), Error::<T>::OwnMove);
		let payment = Payments::<T>::get(id).ok_or(Error::<T>::PaymentNotFound)?;
		// It may have ceased to exist since.
		ensure!(T::Register::unit(to).is_some(), Error::<T>::UnitNotFound);
		ensure!(!Self::has_interest_in_move(&approver, &payment, to), Error::<T>::OwnMatter);
		ensure!(!Self::is_sold_since(payment.unit, payment.moment), Error::<T>::UnitAlreadySold);
		Self::take_move(id)?;

		let bills = Self::bills_paid_by(id, &payment);
		let mut made = None;
		let mut amount: Fen = 0;
		for bill in &bills {
			let (taken, when) = Self::take_payment_off(id, *bill, Fen::MAX)?;
			amount = amount.checked_add(taken).ok_or(ArithmeticError::Overflow)?;
			made = when.or(made);
		}
		ensure!(amount > 0, Error::<T>::NothingToMove);
		let payer = Self::payer_of_moved(payment.payer, to, amount)?;
		let (moved, visited) = Self::pay_moved(id, &payer, to, amount, made)?;
		MovedPayments::<T>::insert(id, ());
		Self::deposit_event(Event::PaymentMoved { from: id, payment: moved, to, amount, approver });
		let taken = u32::try_from(bills.len()).map_err(|_| ArithmeticError::Overflow)?;
		Ok(taken.max(visited))
	}

	/// Whether the account lives in one of the units or is related to the payer: then it neither proposes nor answers.
	fn has_interest_in_move(account: &T::AccountId, payment: &Payment<T::AccountId>, to: UnitId) -> bool {
		T::Register::is_at_home(account, payment.unit)
			|| T::Register::is_at_home(account, to)
			|| T::People::related(account, &payment.payer)
	}

	/// See [`Pallet::reject_move`].
	pub(crate) fn do_reject_move(by: T::AccountId, id: PaymentId) -> DispatchResult {
		let Move { to, .. } = Moves::<T>::get(id).ok_or(Error::<T>::MoveNotFound)?;
		let payment = Payments::<T>::get(id).ok_or(Error::<T>::PaymentNotFound)?;
		ensure!(!Self::has_interest_in_move(&by, &payment, to), Error::<T>::OwnMatter);
		Self::take_move(id)?;
		Self::deposit_event(Event::MoveRejected { payment: id, by });
		Ok(())
	}

	/// See [`Pallet::withdraw_move`].
	pub(crate) fn do_withdraw_move(by: T::AccountId, id: PaymentId) -> DispatchResult {
		let Move { proposer, to, .. } = Moves::<T>::get(id).ok_or(Error::<T>::MoveNotFound)?;
		let payment = Payments::<T>::get(id).ok_or(Error::<T>::PaymentNotFound)?;
		let is_own = T::People::same_person(&proposer, &by);
		ensure!(is_own || !Self::has_interest_in_move(&by, &payment, to), Error::<T>::OwnMatter);
		Self::take_move(id)?;
		Self::deposit_event(Event::MoveWithdrawn { payment: id, by });
		Ok(())
	}

	fn take_move(id: PaymentId) -> Result<Move<T::AccountId>, DispatchError> {
		let proposal = Moves::<T>::take(id).ok_or(Error::<T>::MoveNotFound)?;
		Self::remove_proposal(&proposal.proposer);
		Ok(proposal)
	}

	/// The account that pays for the other unit: the payer, except that money which was received for a unit passes from
	/// the account that keeps one unit's to the one that keeps the other's.
	fn payer_of_moved(payer: T::AccountId, to: UnitId, amount: Fen) -> Result<T::AccountId, DispatchError> {
		if !UnitAccounts::<T>::contains_key(&payer) {
			return Ok(payer);
		}
		let other = Self::open_unit_account(to)?;
		T::Currency::transfer(&payer, &other, amount, Preservation::Expendable)?;
		Ok(other)
	}

	/// The bills to which the payment still contributes.
	pub(crate) fn bills_paid_by(id: PaymentId, payment: &Payment<T::AccountId>) -> Vec<BillKey> {
		let mut bills = Vec::new();
		for number in payment.lines.numbers() {
			let Some(EntryKind::Payment { payment: by, bill, .. }) =
				Statements::<T>::get(payment.unit, number).map(|line| line.kind)
			else {
				continue;
			};
			let contributes = || Contributions::<T>::get(bill).iter().any(|part| part.payment == id);
			if by == id && !bills.contains(&bill) && contributes() {
				bills.push(bill);
			}
		}
		bills
	}

	/// Takes the payment off a bill, or at most `limit` fen of it, back to its payer, and computes the late fee anew.
	/// Returns the amount, and when it was paid.
	pub(crate) fn take_payment_off(
		id: PaymentId,
		key: BillKey,
		limit: Fen,
	) -> Result<(Fen, Option<Made>), DispatchError> {
		let before = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
		let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		let mut parts = Contributions::<T>::get(key);
		let Some(part) = parts.iter_mut().find(|part| part.payment == id) else { return Ok((0, None)) };
		let off = last_of(part, limit, Rules::<T>::get().allocation);
		part.principal = part.principal.checked_sub(off.principal).ok_or(ArithmeticError::Underflow)?;
		part.late = part.late.checked_sub(off.late).ok_or(ArithmeticError::Underflow)?;
		let (payer, made) = (part.payer.clone(), Made { moment: part.moment, lived: part.lived });
		parts.retain(|part| part.total() > 0);
		let mut bill = before.clone();
		let principal = &mut bill.principal;
		principal.paid = principal.paid.checked_sub(off.principal).ok_or(ArithmeticError::Underflow)?;
		bill.late.paid = bill.late.paid.checked_sub(off.late).ok_or(ArithmeticError::Underflow)?;
		let amount = off.total();
		let lost = take_back(&mut bill)?;
		if lost > 0 {
			Self::deposit_event(Event::DiscountLost { bill: key, amount: lost });
		}
		// The event that explains the ledger entry precedes it.
		Self::deposit_event(Event::BillRefunded { bill: key, payer: payer.clone(), amount });
		let entry = T::Ledger::withdraw(terms.pot, &payer, amount, Cause::Refund { bill: key })?;
		let mut statement = Statement::<T>::open(key.unit, T::Clock::now());
		statement.write(EntryKind::DiscountLost { bill: key }, lost)?;
		statement.write(EntryKind::Moved { payment: id, bill: key, entry }, amount)?;
		bill.lines.end = statement.next_line();
		statement.close();
		Self::store_parts(key, parts);
		Self::store_bill(key, &before, bill)?;
		Self::revise_bill(key)?;
		Ok((amount, Some(made)))
	}

	/// Computes the late fee of a bill anew after its payments changed.
	pub(crate) fn revise_bill(key: BillKey) -> Result<Corrected, DispatchError> {
		let before = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
		let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		let bill = before.clone();
		let reduction = EntryKind::Reduction { bill: key };
		Self::correct(Correction { key, terms: &terms, before: &before, bill, accrued: 0, waived: 0, reduction })
	}

	/// Pays the unit's bills with money taken off another unit's, and prepays of the rest what it can. Returns the new
	/// payment, if the unit took anything, and the number of bills visited.
	fn pay_moved(
		from: PaymentId,
		payer: &T::AccountId,
		to: UnitId,
		amount: Fen,
		made: Option<Made>,
	) -> Result<(Option<PaymentId>, u32), DispatchError> {
		let now = T::Clock::now();
		let payment = NextPayment::<T>::get();
		let kind = PaymentKind::Moved { from };
		let allocation = Allocation::PrincipalFirst;
		let purse = Purse::<T> { payer, kind, limit: amount, payment, allocation, now, made };
		let first = Self::next_line(to);
		let queue = Self::oldest_open(to, T::MaxBillsPerPayment::get());
		let mut left = amount;
		for key in &queue {
			if left == 0 {
				break;
			}
			let owed = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?.principal.owed();
			if owed > 0 {
				match Self::pay_bill(*key, owed.min(left), &purse) {
					Ok(paid) => left = left.checked_sub(paid).ok_or(ArithmeticError::Underflow)?,
					// Paid in too many parts already: only a payment that leaves nothing to pay has a place.
					Err(error) if error == DispatchError::from(Error::<T>::TooManyParts) => continue,
					Err(error) => return Err(error),
				}
				Self::revise_bill(*key)?;
			}
			let late = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?.late.owed().min(left);
			if late > 0 {
				match Self::pay_bill(*key, late, &purse) {
					Ok(paid) => left = left.checked_sub(paid).ok_or(ArithmeticError::Underflow)?,
					Err(error) if error == DispatchError::from(Error::<T>::TooManyParts) => continue,
					Err(error) => return Err(error),
				}
			}
		}
		let is_free_of_dues = OpenBills::<T>::iter_key_prefix(to).next().is_none();
		let room = if left > 0 && is_free_of_dues { left.min(Self::prepayment_room(to, payer)) } else { 0 };
		let prepay = || with_storage_layer(|| Self::add_prepayment(to, payer, room, payment, now)).is_ok();
		let prepaid = if room > 0 && prepay() { room } else { 0 };
		let taken =
			amount.checked_sub(left).and_then(|paid| paid.checked_add(prepaid)).ok_or(ArithmeticError::Overflow)?;
		let visited = u32::try_from(queue.len()).map_err(|_| ArithmeticError::Overflow)?;
		if taken == 0 {
			return Ok((None, visited));
		}
		let lines = Lines { first, end: Self::next_line(to) };
		let record = Payment { unit: to, payer: payer.clone(), amount: taken, prepaid, moment: now, kind, lines };
		Self::record_payment(payment, record)?;
		Ok((Some(payment), visited))
	}
}

/// At most `limit` fen of a contribution: what it would not have paid if it had been smaller by so much.
fn last_of<A>(part: &Contribution<A>, limit: Fen, allocation: Allocation) -> Share {
	match allocation {
		Allocation::LateFeeFirst => {
			let principal = part.principal.min(limit);
			Share { principal, late: part.late.min(limit.saturating_sub(principal)) }
		}
		Allocation::PrincipalFirst => {
			let late = part.late.min(limit);
			Share { late, principal: part.principal.min(limit.saturating_sub(late)) }
		}
	}
}
