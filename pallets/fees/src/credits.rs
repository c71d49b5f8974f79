// SPDX-License-Identifier: Apache-2.0

//! Credit notes (D48): what was billed wrongly is lowered by two people, whether it was paid or not.
//!
//! The manager proposes a credit note for some bills or for all bills of one charge and period; another person approves
//! it. An approved credit note is worked off automatically at the beginning of blocks, within
//! [`Config::BillingBudget`], before new bills are issued: each bill is visited once, in a storage layer of its own.
//! Nothing is ever raised: a bill that a ruling or another credit note has already lowered as far stays as it is,
//! and an event names one that was lowered further. If a pot cannot pay the refund, the bill stays as it is and an
//! event says so; it can be credited again.
//!
//! In a batch, the principal is what the right rate gives for the unit's area. If area and old rate do not give what
//! was billed (the charge is metered, or the area was corrected since), it is lowered in proportion of the rates,
//! rounded down.

use crate::{
	corrections::{Corrected, Correction},
	discounts::set_principal,
	late_fee,
	types::{Agenda, Bill, ChargeTerms, Credit, CreditDone, CreditId, CreditScope, CreditState, Cursor, EntryKind},
	Agendas, Bills, Charges, Config, Credits, Error, Event, NextCredit, NextPeriod, OpenProposals, Pallet,
	WaitingPeriods, WeightInfo,
};
use frame_support::{defensive, ensure, storage::with_storage_layer, traits::Get, weights::WeightMeter};
use linli_primitives::{
	traits::{Clock, Community, OwnersRegister, People},
	BillKey, ContentHash, Fen, OrderedKey,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// See [`Pallet::propose_credit`].
	pub(crate) fn do_propose_credit(
		proposer: T::AccountId,
		scope: CreditScope,
		reason: ContentHash,
	) -> Result<CreditId, DispatchError> {
		match &scope {
			CreditScope::Bills(bills) => {
				ensure!(!bills.is_empty(), Error::<T>::InvalidCredit);
				for (place, (key, to)) in bills.iter().enumerate() {
					ensure!(!bills.iter().take(place).any(|(other, _)| other == key), Error::<T>::DuplicateBill);
					let bill = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
					ensure!(Self::is_correctable(bill.issued), Error::<T>::TooOld);
					ensure!(*to < bill.gross(), Error::<T>::CreditTooHigh);
				}
			}
			CreditScope::Batch { charge, period, rate } => {
				ensure!(Charges::<T>::contains_key(charge), Error::<T>::ChargeNotFound);
				let start = T::Community::start(*period).ok_or(Error::<T>::InvalidPeriod)?;
				ensure!(start <= T::Clock::now(), Error::<T>::InvalidPeriod);
				ensure!(Self::is_correctable(start), Error::<T>::TooOld);
				let billed = Self::rate_in(*charge, *period).ok_or(Error::<T>::InvalidPeriod)?;
				ensure!(*rate < billed, Error::<T>::CreditTooHigh);
				// Bills still to come would be issued at the old rate.
				let is_past = NextPeriod::<T>::get(charge).is_none_or(|next| next > *period);
				let waits = WaitingPeriods::<T>::contains_key(charge, OrderedKey::new(*period));
				ensure!(is_past && !waits, Error::<T>::InvalidPeriod);
			}
		}
		Self::add_proposal(&proposer)?;
		let id = NextCredit::<T>::get();
		NextCredit::<T>::put(id.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		let credit = Credit {
			proposer: proposer.clone(),
			scope,
			reason,
			proposed: T::Clock::now(),
			state: CreditState::Proposed,
		};
		Credits::<T>::insert(id, credit);
		Self::deposit_event(Event::CreditProposed { credit: id, proposer, reason });
		Ok(id)
	}

	/// See [`Pallet::approve_credit`].
	pub(crate) fn do_approve_credit(approver: T::AccountId, id: CreditId) -> DispatchResult {
		let mut credit = Self::proposed_credit(id)?;
		ensure!(!T::People::same_person(&credit.proposer, &approver), Error::<T>::OwnCredit);
		match &credit.scope {
			CreditScope::Bills(bills) => {
				for (key, _) in bills {
					let bill = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
					ensure!(Self::is_correctable(bill.issued), Error::<T>::TooOld);
					ensure!(!Self::is_party(&approver, *key, &bill), Error::<T>::OwnMatter);
				}
			}
			CreditScope::Batch { period, .. } => {
				let start = T::Community::start(*period).ok_or(Error::<T>::InvalidPeriod)?;
				ensure!(Self::is_correctable(start), Error::<T>::TooOld);
			}
		}
		Agendas::<T>::try_mutate(|agenda| agenda.credits.try_push(id)).map_err(|_| Error::<T>::TooManyCredits)?;
		Self::remove_proposal(&credit.proposer);
		credit.state = CreditState::Approved { by: approver.clone() };
		Credits::<T>::insert(id, credit);
		Self::deposit_event(Event::CreditApproved { credit: id, approver });
		Ok(())
	}

	/// See [`Pallet::reject_credit`].
	pub(crate) fn do_reject_credit(by: T::AccountId, id: CreditId) -> DispatchResult {
		if !Self::stop_credit(id) {
			Self::drop_credit(id)?;
		}
		Self::deposit_event(Event::CreditRejected { credit: id, by });
		Ok(())
	}

	/// Ends a credit note that was approved and is not completed: bills not reached yet stay as they are. Returns
	/// whether it was one.
	fn stop_credit(id: CreditId) -> bool {
		let Some(mut credit) = Credits::<T>::get(id) else { return false };
		let CreditState::Approved { by } = credit.state else { return false };
		let done = Agendas::<T>::mutate(|agenda| {
			agenda.credits.retain(|waiting| *waiting != id);
			match agenda.cursor {
				Some(Cursor::Crediting { credit, done, .. }) if credit == id => {
					agenda.cursor = None;
					done
				}
				_ => CreditDone::default(),
			}
		});
		credit.state = CreditState::Completed { by, done };
		Credits::<T>::insert(id, credit);
		Self::deposit_event(Event::CreditCompleted { credit: id, done });
		true
	}

	/// See [`Pallet::withdraw_credit`].
	pub(crate) fn do_withdraw_credit(by: T::AccountId, id: CreditId) -> DispatchResult {
		Self::drop_credit(id)?;
		Self::deposit_event(Event::CreditWithdrawn { credit: id, by });
		Ok(())
	}

	fn drop_credit(id: CreditId) -> DispatchResult {
		let credit = Self::proposed_credit(id)?;
		Self::remove_proposal(&credit.proposer);
		Credits::<T>::remove(id);
		Ok(())
	}

	fn proposed_credit(id: CreditId) -> Result<Credit<T::AccountId>, DispatchError> {
		let credit = Credits::<T>::get(id).ok_or(Error::<T>::CreditNotFound)?;
		ensure!(credit.state == CreditState::Proposed, Error::<T>::CreditAlreadyApproved);
		Ok(credit)
	}

	/// Counts one more credit note or move that the account has proposed and nobody has answered.
	pub(crate) fn add_proposal(proposer: &T::AccountId) -> DispatchResult {
		OpenProposals::<T>::try_mutate(proposer, |count| {
			ensure!(*count < T::MaxProposals::get(), Error::<T>::TooManyProposals);
			*count = count.saturating_add(1);
			Ok(())
		})
	}

	/// Counts one proposal of the account less.
	pub(crate) fn remove_proposal(proposer: &T::AccountId) {
		OpenProposals::<T>::mutate_exists(proposer, |count| {
			*count = count.unwrap_or_default().checked_sub(1).filter(|left| *left > 0);
		});
	}

	/// Continues the credit note at the cursor. Returns whether it is done; otherwise the weight is used up.
	pub(crate) fn continue_crediting(
		agenda: &mut Agenda<T::AccountId>,
		(id, mut next, mut done): (CreditId, u32, CreditDone),
		meter: &mut WeightMeter,
	) -> bool {
		if meter.try_consume(T::WeightInfo::credit_batch()).is_err() {
			return false;
		}
		let Some(mut credit) = Credits::<T>::get(id) else {
			defensive!("an approved credit note is stored");
			agenda.cursor = None;
			return true;
		};
		let end = match &credit.scope {
			CreditScope::Bills(bills) => u32::try_from(bills.len()).unwrap_or(u32::MAX),
			CreditScope::Batch { .. } => T::Register::unit_count(),
		};
		while next < end {
			if !meter.can_consume(T::WeightInfo::credit_bill()) {
				agenda.cursor = Some(Cursor::Crediting { credit: id, next, done });
				return false;
			}
			match with_storage_layer(|| Self::credit_next(id, &credit.scope, next)) {
				Ok(Some(Corrected { off, refund })) => {
					meter.consume(T::WeightInfo::credit_bill());
					done.bills = done.bills.saturating_add(1);
					done.off = done.off.saturating_add(off);
					done.refund = done.refund.saturating_add(refund);
				}
				Ok(None) => {
					let passed_over =
						credited_bill(&credit.scope, next).filter(|key| Bills::<T>::contains_key(key.parts()));
					// A bill was read and compared.
					meter.consume(match passed_over {
						Some(_) => T::WeightInfo::credit_bill(),
						None => T::WeightInfo::credit_nothing(),
					});
				}
				Err(_) => {
					meter.consume(T::WeightInfo::credit_bill());
					done.failed = done.failed.saturating_add(1);
					if let Some(bill) = credited_bill(&credit.scope, next) {
						Self::deposit_event(Event::CreditFailed { credit: id, bill });
					}
				}
			}
			next = next.saturating_add(1);
		}
		agenda.cursor = None;
		if let CreditState::Approved { by } = credit.state {
			credit.state = CreditState::Completed { by, done };
			Credits::<T>::insert(id, credit);
		}
		Self::deposit_event(Event::CreditCompleted { credit: id, done });
		true
	}

	/// Lowers the bill at the place `next`. `None` if there is no such bill, or nothing to lower.
	pub(crate) fn credit_next(
		id: CreditId,
		scope: &CreditScope,
		next: u32,
	) -> Result<Option<Corrected>, DispatchError> {
		let Some(key) = credited_bill(scope, next) else { return Ok(None) };
		let Some(before) = Bills::<T>::get(key.parts()) else { return Ok(None) };
		let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		let to = match scope {
			CreditScope::Bills(bills) => {
				let place = usize::try_from(next).map_err(|_| ArithmeticError::Overflow)?;
				bills.get(place).map(|(_, to)| *to)
			}
			CreditScope::Batch { rate, .. } => Self::principal_at(key, &terms, &before, *rate),
		};
		let to = to.ok_or(ArithmeticError::Overflow)?;
		if to > before.gross() && before.principal.reduced > before.discount {
			Self::deposit_event(Event::CreditPassedOver { credit: id, bill: key });
		}
		// Amounts already waived stay waived.
		let to = to.max(before.principal.waived);
		if to >= before.gross() {
			return Ok(None);
		}
		let mut bill = before.clone();
		let accrued = late_fee::accrue(&mut bill, &terms.late(), Self::lived(&before));
		set_principal(&mut bill, &terms, to)?;
		let reduction = EntryKind::Credit { credit: id, bill: key };
		let before = &before;
		let corrected = Self::correct(Correction { key, terms: &terms, before, bill, accrued, waived: 0, reduction })?;
		Self::deposit_event(Event::BillCredited {
			credit: id,
			bill: key,
			principal: to,
			off: corrected.off,
			refund: corrected.refund,
		});
		Ok(Some(corrected))
	}

	/// The principal of a bill at another rate; see the [module](self).
	fn principal_at(key: BillKey, terms: &ChargeTerms, bill: &Bill<T::AccountId>, rate: Fen) -> Option<Fen> {
		let billed = Self::rate_in(key.charge, key.period)?;
		let charged = bill.principal.charged;
		let unit = T::Register::unit(key.unit)?;
		if !terms.is_metered() && terms.amount(billed, &unit, 0) == Some(charged) {
			return terms.amount(rate, &unit, 0);
		}
		charged.checked_mul(rate)?.checked_div(billed)
	}
}

/// The bill that a credit note visits at the place `next`.
fn credited_bill(scope: &CreditScope, next: u32) -> Option<BillKey> {
	match scope {
		CreditScope::Bills(bills) => bills.get(usize::try_from(next).ok()?).map(|(key, _)| *key),
		CreditScope::Batch { charge, period, .. } => Some(BillKey::new(next, *charge, *period)),
	}
}
