// SPDX-License-Identifier: Apache-2.0

//! Credit notes (D48): what was billed wrongly is lowered by two people, whether it was paid or not.
//!
//! The manager proposes a credit note for some bills or for all bills of one charge and period; another person approves
//! it. An approved credit note is worked off automatically at the beginning of blocks, within
//! [`Config::BillingBudget`], before new bills are issued: each bill is visited once, in a storage layer of its own. A
//! bill that a ruling or another credit note has already lowered as far stays as it is, and an event names one that was
//! lowered further. If a pot cannot pay the refund, the bill stays as it is and an event says so; it can be credited
//! again. What was lowered too far is raised in the same way: [`crate::restoring`]; after a sale, [`crate::reclaims`].
//!
//! In a batch, the household pays at most what the right rate gives for the unit's area: what was waived before is part
//! of the reduction, not on top of it. If area and old rate do not give what
//! was billed (the charge is metered, or the area was corrected since), it is lowered in proportion of the rates,
//! rounded down.

use crate::{
	corrections::Correction,
	discounts::set_principal,
	late_fee,
	types::{
		Agenda, Bill, ChargeTerms, Credit, CreditDone, CreditId, CreditRefund, CreditScope, CreditState, CreditedBill,
		Cursor, EntryKind, NamedBills, MAX_CREDITED_BILLS,
	},
	Agendas, Bills, Charges, Config, Contributions, CreditRefunds, Credited, Credits, Error, Event, NextCredit,
	NextPeriod, OpenProposals, Pallet, WaitingPeriods, WeightInfo,
};
use frame_support::{
	defensive, ensure,
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use linli_primitives::{
	traits::{Clock, Community, OwnersRegister, People},
	BillKey, ContentHash, Fen, OrderedKey,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// What is read of one person to tell whether two are related: their owner, homes and units.
const READS_PER_PERSON: u64 = 6;

/// What a credit note did to one bill.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Visit {
	/// The amount taken off principal and late fee, in fen.
	pub off: Fen,
	/// The amount refunded, in fen.
	pub refund: Fen,
	/// The amount that the principal was raised by, in fen.
	pub restored: Fen,
}

impl<T: Config> Pallet<T> {
	/// See [`Pallet::propose_credit`].
	pub(crate) fn do_propose_credit(
		proposer: T::AccountId,
		scope: CreditScope,
		reason: ContentHash,
	) -> Result<CreditId, DispatchError> {
		match &scope {
			CreditScope::Bills(bills) => {
				let is_lowered = |bill: &Bill<_>, to| to < bill.gross();
				Self::ensure_named(bills, is_lowered, Error::<T>::CreditTooHigh)?;
			}
			CreditScope::Restored(bills) => {
				let is_raised = |bill: &Bill<_>, to| to > bill.gross() && to <= bill.principal.charged;
				Self::ensure_named(bills, is_raised, Error::<T>::InvalidRestoration)?;
				for (key, _) in bills {
					let bill = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
					ensure!(!Self::is_sold_since(key.unit, bill.issued), Error::<T>::UnitAlreadySold);
				}
			}
			CreditScope::Undo { credit } => {
				let other = Credits::<T>::get(credit).ok_or(Error::<T>::CreditNotFound)?;
				ensure!(matches!(other.state, CreditState::Completed { .. }), Error::<T>::CreditNotCompleted);
				let lowers = matches!(other.scope, CreditScope::Bills(_) | CreditScope::Batch { .. });
				ensure!(lowers, Error::<T>::InvalidCredit);
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

	/// Fails unless there are bills named, each once, recent enough, and each with a principal that `fits`.
	fn ensure_named(
		bills: &NamedBills,
		fits: impl Fn(&Bill<T::AccountId>, Fen) -> bool,
		otherwise: Error<T>,
	) -> Result<(), Error<T>> {
		ensure!(!bills.is_empty(), Error::<T>::InvalidCredit);
		for (place, (key, to)) in bills.iter().enumerate() {
			ensure!(!bills.iter().take(place).any(|(other, _)| other == key), Error::<T>::DuplicateBill);
			let bill = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
			ensure!(Self::is_correctable(bill.issued), Error::<T>::TooOld);
			if !fits(&bill, *to) {
				return Err(otherwise);
			}
		}
		Ok(())
	}

	/// See [`Pallet::approve_credit`].
	pub(crate) fn do_approve_credit(approver: T::AccountId, id: CreditId) -> DispatchResult {
		let mut credit = Self::proposed_credit(id)?;
		ensure!(!T::People::same_person(&credit.proposer, &approver), Error::<T>::OwnCredit);
		let visited = Self::visited(&credit.scope)?;
		ensure!(!Self::had_refund(&approver, &credit.scope, &visited), Error::<T>::OwnMatter);
		match &visited {
			CreditScope::Bills(bills) | CreditScope::Restored(bills) => {
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
			CreditScope::Undo { .. } => return Err(Error::<T>::InvalidCredit.into()),
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
		let credit = Credits::<T>::get(id).ok_or(Error::<T>::CreditNotFound)?;
		ensure!(!Self::has_interest_in_credit(&by, &credit.scope)?, Error::<T>::OwnMatter);
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
		let credit = Self::proposed_credit(id)?;
		let is_own = T::People::same_person(&credit.proposer, &by);
		ensure!(is_own || !Self::has_interest_in_credit(&by, &credit.scope)?, Error::<T>::OwnMatter);
		Self::drop_credit(id)?;
		Self::deposit_event(Event::CreditWithdrawn { credit: id, by });
		Ok(())
	}

	/// Whether the account has an interest in one of the bills that the credit note names, or in a refund that it
	/// undoes. All have one in a batch.
	fn has_interest_in_credit(account: &T::AccountId, scope: &CreditScope) -> Result<bool, DispatchError> {
		let visited = Self::visited(scope)?;
		let is_party = match &visited {
			CreditScope::Bills(bills) | CreditScope::Restored(bills) => bills
				.iter()
				.any(|(key, _)| Bills::<T>::get(key.parts()).is_some_and(|bill| Self::is_party(account, *key, &bill))),
			CreditScope::Batch { .. } | CreditScope::Undo { .. } => false,
		};
		Ok(is_party || Self::had_refund(account, scope, &visited))
	}

	/// Whether the account is related to somebody who had a refund from the credit note that is undone. A seller who
	/// had all of it back has no part in the bill any more.
	fn had_refund(account: &T::AccountId, scope: &CreditScope, visited: &CreditScope) -> bool {
		let (CreditScope::Undo { credit }, CreditScope::Bills(bills)) = (scope, visited) else { return false };
		let places = u32::try_from(bills.len()).unwrap_or(u32::MAX);
		let is_related = |refund: &CreditRefund<T::AccountId>| T::People::related(account, &refund.payer);
		(0..places).any(|place| CreditRefunds::<T>::get(*credit, place).iter().any(is_related))
	}

	/// The weight of [`Self::had_refund`].
	pub(crate) fn had_refund_weight() -> Weight {
		let refunds = u64::from(T::MaxPartsPerBill::get()).saturating_mul(READS_PER_PERSON).saturating_add(1);
		T::DbWeight::get().reads(refunds.saturating_mul(MAX_CREDITED_BILLS.into()))
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
		let visited = Self::visited(&credit.scope).unwrap_or_else(|_| credit.scope.clone());
		let end = match &visited {
			CreditScope::Bills(bills) | CreditScope::Restored(bills) => u32::try_from(bills.len()).unwrap_or(u32::MAX),
			CreditScope::Batch { .. } => T::Register::unit_count(),
			CreditScope::Undo { .. } => 0,
		};
		let most = match credit.scope {
			CreditScope::Undo { .. } => Self::undo_weight(),
			_ => Self::credit_weight(),
		};
		while next < end {
			if !meter.can_consume(most) {
				agenda.cursor = Some(Cursor::Crediting { credit: id, next, done });
				return false;
			}
			match with_storage_layer(|| Self::credit_next(id, &credit.scope, (&visited, next))) {
				Ok(Some(Visit { off, refund, restored })) => {
					meter.consume(most);
					done.bills = done.bills.saturating_add(1);
					done.off = done.off.saturating_add(off);
					done.refund = done.refund.saturating_add(refund);
					done.restored = done.restored.saturating_add(restored);
				}
				Ok(None) => {
					let passed_over = credited_bill(&visited, next).filter(|key| Bills::<T>::contains_key(key.parts()));
					// A bill was read and compared.
					meter.consume(match passed_over {
						Some(_) => most,
						None => T::WeightInfo::credit_nothing(),
					});
				}
				Err(_) => {
					meter.consume(most);
					done.failed = done.failed.saturating_add(1);
					if let Some(bill) = credited_bill(&visited, next) {
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

	/// The scope whose bills are visited: that of the credit note which is undone, or else the scope itself.
	fn visited(scope: &CreditScope) -> Result<CreditScope, DispatchError> {
		match scope {
			CreditScope::Undo { credit } => {
				Ok(Credits::<T>::get(credit).map(|other| other.scope).ok_or(Error::<T>::CreditNotFound)?)
			}
			own => Ok(own.clone()),
		}
	}

	/// Lowers or raises the bill at the place `next` of the scope `visited`. `None` if there is no such bill, or
	/// nothing to do.
	pub(crate) fn credit_next(
		id: CreditId,
		scope: &CreditScope,
		(visited, next): (&CreditScope, u32),
	) -> Result<Option<Visit>, DispatchError> {
		let Some(key) = credited_bill(visited, next) else { return Ok(None) };
		match scope {
			CreditScope::Undo { credit } => Self::undo(id, *credit, key, next),
			CreditScope::Restored(bills) => {
				Self::restore_to(id, key, named(bills, next).ok_or(ArithmeticError::Overflow)?)
			}
			CreditScope::Bills(bills) => Self::lower(id, key, next, named(bills, next), true),
			CreditScope::Batch { rate, .. } => {
				let Some(before) = Bills::<T>::get(key.parts()) else { return Ok(None) };
				let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
				let right = Self::principal_at(key, &terms, &before, *rate);
				// What is paid in all falls to the right amount, not below it by what was waived.
				let waived = before.principal.waived;
				Self::lower(id, key, next, right.and_then(|right| right.checked_add(waived)), false)
			}
		}
	}

	/// Lowers the principal of a bill to `to`, and notes by how much. `None` if there is nothing to lower. The use that
	/// bills include follows the readings if the bill may have been lowered on account of them.
	fn lower(
		id: CreditId,
		key: BillKey,
		next: u32,
		to: Option<Fen>,
		follows: bool,
	) -> Result<Option<Visit>, DispatchError> {
		let Some(before) = Bills::<T>::get(key.parts()) else { return Ok(None) };
		let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
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
		let lowered = before.gross().saturating_sub(to);
		let lost = before.discount.saturating_sub(bill.discount);
		let (before, parts) = (&before, Contributions::<T>::get(key));
		let corrected = Self::correct(Correction { key, terms: &terms, before, bill, accrued, waived: 0, reduction })?;
		let used = if follows { Self::follow_correction(key, &terms, lowered) } else { 0 };
		Self::deposit_event(Event::BillCredited {
			credit: id,
			bill: key,
			principal: to,
			off: corrected.off,
			refund: corrected.refund,
		});
		Credited::<T>::insert(id, next, CreditedBill { amount: lowered, used, discount: lost, at: T::Clock::now() });
		if corrected.refund > 0 {
			Self::note_refunds(id, next, key, parts);
		}
		Ok(Some(Visit { off: corrected.off, refund: corrected.refund, restored: 0 }))
	}

	/// The principal of a bill at another rate; see the [module](self).
	fn principal_at(key: BillKey, terms: &ChargeTerms, bill: &Bill<T::AccountId>, rate: Fen) -> Option<Fen> {
		let billed = Self::rate_in(key.charge, key.period)?;
		let charged = bill.principal.charged;
		let unit = T::Register::unit(key.unit)?;
		if !terms.is_in_arrears() && terms.amount(billed, &unit) == Some(charged) {
			return terms.amount(rate, &unit);
		}
		charged.checked_mul(rate)?.checked_div(billed)
	}
}

/// The principal stated for the bill at the place `next`.
fn named(bills: &NamedBills, next: u32) -> Option<Fen> {
	bills.get(usize::try_from(next).ok()?).map(|(_, to)| *to)
}

/// The bill that a credit note visits at the place `next`.
fn credited_bill(scope: &CreditScope, next: u32) -> Option<BillKey> {
	match scope {
		CreditScope::Bills(bills) | CreditScope::Restored(bills) => {
			bills.get(usize::try_from(next).ok()?).map(|(key, _)| *key)
		}
		CreditScope::Batch { charge, period, .. } => Some(BillKey::new(next, *charge, *period)),
		CreditScope::Undo { .. } => None,
	}
}
