// SPDX-License-Identifier: Apache-2.0

//! Bills to one unit (D12, D47): the manager proposes one, another person approves it, and it is issued at once.
//!
//! A bill is named by unit, charge and period. Those to one unit belong to charges of their own, with the basis
//! [`Basis::Single`]: per pot one for the first of a unit's bills in a month, another for the second, and so on. They
//! are created when they are first needed, shared by all units, and never live: no decision is needed for them, the
//! automatic billing passes them by, and they take none of [`Config::MaxCharges`].
//!
//! - No late fee accrues on such a bill: nobody agreed to one. A community that wants one decides on a one-off charge.
//! - It can be disputed, waived and credited like any other; who proposed or approved it does not rule on it.
//! - A mandate collects it only if its giver allowed that.
//! - A proposal lapses after [`Config::ProposalTime`], or if the unit changes hands.
//! - Nobody at home in the unit answers a proposal, for it or against; its proposer can always withdraw it. From half
//!   of that time on [`Config::LateRulingOrigin`] can approve it, too: the only auditor may live there, or be silent.

use crate::{
	types::{Basis, Charge, ChargeTerms, SingleBill, SingleId, SingleProposal, SingleTerms, MAX_RATE, MIN_SINGLE_DAYS},
	Bills, Charges, Config, Error, Event, NextCharge, NextSingle, Pallet, SingleBills, SingleCharges, SingleProposals,
	Totals,
};
use frame_support::{ensure, traits::Get};
use linli_primitives::{
	traits::{Clock, Community, FundLedger, OwnersRegister, People},
	BillKey, ChargeId, Fraction, LivedWindow, Moment, Period, PeriodKind, PotId,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// See [`Pallet::propose_bill`].
	pub(crate) fn do_propose_bill(proposer: T::AccountId, terms: SingleTerms) -> Result<SingleId, DispatchError> {
		let unit = T::Register::unit(terms.unit).ok_or(Error::<T>::UnitNotFound)?;
		ensure!(T::Ledger::exists(terms.pot), Error::<T>::PotNotFound);
		ensure!(terms.amount > 0 && terms.amount <= MAX_RATE, Error::<T>::InvalidBill);
		ensure!(terms.due_days >= MIN_SINGLE_DAYS, Error::<T>::InvalidBill);
		due_of::<T>(&terms)?;
		Self::add_proposal(&proposer)?;
		let id = NextSingle::<T>::get();
		NextSingle::<T>::put(id.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		let (proposed, lived) = (T::Clock::now(), T::Clock::lived());
		let proposal = SingleProposal { proposer: proposer.clone(), terms, owner: unit.owner, proposed, lived };
		SingleProposals::<T>::insert(id, proposal);
		Self::deposit_event(Event::BillProposed { proposal: id, proposer, terms });
		Ok(id)
	}

	/// See [`Pallet::approve_bill`]. `approver` is `None` if it is a body.
	pub(crate) fn do_approve_bill(approver: Option<T::AccountId>, id: SingleId, terms: SingleTerms) -> DispatchResult {
		let proposal = SingleProposals::<T>::get(id).ok_or(Error::<T>::BillProposalNotFound)?;
		ensure!(proposal.terms == terms, Error::<T>::BillMismatch);
		let window = window_of::<T>(&proposal);
		let SingleProposal { proposer, owner, .. } = proposal;
		match &approver {
			Some(approver) => {
				ensure!(!T::People::related(&proposer, approver), Error::<T>::OwnBill);
				ensure!(!T::Register::is_at_home(approver, terms.unit), Error::<T>::OwnMatter);
			}
			None => ensure!(window.half().is_over::<T::Clock>(), Error::<T>::RulingTimeRunning),
		}
		let is_same_owner = T::Register::unit(terms.unit).is_some_and(|unit| unit.owner == owner);
		ensure!(is_same_owner && !window.is_over::<T::Clock>(), Error::<T>::BillProposalLapsed);
		let key = Self::issue_single(&terms)?;
		SingleProposals::<T>::remove(id);
		Self::remove_proposal(&proposer);
		let reason = terms.reason;
		let origin = SingleBill { proposal: id, proposer, approver: approver.clone(), reason };
		SingleBills::<T>::insert(key, origin);
		Self::deposit_event(Event::BillApproved { proposal: id, bill: key, approver });
		Ok(())
	}

	/// See [`Pallet::reject_bill`].
	pub(crate) fn do_reject_bill(by: T::AccountId, id: SingleId) -> DispatchResult {
		let proposal = SingleProposals::<T>::get(id).ok_or(Error::<T>::BillProposalNotFound)?;
		ensure!(!T::Register::is_at_home(&by, proposal.terms.unit), Error::<T>::OwnMatter);
		Self::drop_bill_proposal(id, &proposal);
		Self::deposit_event(Event::BillRejected { proposal: id, by });
		Ok(())
	}

	/// See [`Pallet::withdraw_bill`].
	pub(crate) fn do_withdraw_bill(by: T::AccountId, id: SingleId) -> DispatchResult {
		let proposal = SingleProposals::<T>::get(id).ok_or(Error::<T>::BillProposalNotFound)?;
		let is_own = T::People::same_person(&proposal.proposer, &by);
		ensure!(is_own || !T::Register::is_at_home(&by, proposal.terms.unit), Error::<T>::OwnMatter);
		Self::drop_bill_proposal(id, &proposal);
		Self::deposit_event(Event::BillWithdrawn { proposal: id, by });
		Ok(())
	}

	/// Whether [`Config::LateRulingOrigin`] can approve the proposal by now.
	pub fn is_answer_overdue(id: SingleId) -> bool {
		SingleProposals::<T>::get(id).is_some_and(|proposal| window_of::<T>(&proposal).half().is_over::<T::Clock>())
	}

	/// Whether the charge is one of bills to single units.
	pub(crate) fn is_single(id: ChargeId) -> bool {
		Charges::<T>::get(id).is_some_and(|charge| charge.terms.basis == Basis::Single)
	}

	/// Whether the account proposed or approved the bill, or is related to somebody who did: it does not rule on it.
	pub(crate) fn had_billed(account: &T::AccountId, key: BillKey) -> bool {
		SingleBills::<T>::get(key).is_some_and(|SingleBill { proposer, approver, .. }| {
			T::People::related(account, &proposer)
				|| approver.is_some_and(|approver| T::People::related(account, &approver))
		})
	}

	/// Whether [`Config::LateRulingOrigin`] approved the bill.
	pub(crate) fn was_approved_by_body(key: BillKey) -> bool {
		SingleBills::<T>::get(key).is_some_and(|bill| bill.approver.is_none())
	}

	fn drop_bill_proposal(id: SingleId, proposal: &SingleProposal<T::AccountId>) {
		SingleProposals::<T>::remove(id);
		Self::remove_proposal(&proposal.proposer);
	}

	/// Issues the bill and collects it with the others of the day.
	fn issue_single(terms: &SingleTerms) -> Result<BillKey, DispatchError> {
		let SingleTerms { unit, pot, amount, .. } = *terms;
		let now = T::Clock::now();
		let due = due_of::<T>(terms)?;
		let month = T::Community::period_at(PeriodKind::Month, now).ok_or(Error::<T>::InvalidPeriod)?;
		ensure!(T::Ledger::exists(pot), Error::<T>::PotNotFound);
		let free = |id: &ChargeId| !Bills::<T>::contains_key((unit, *id, month));
		let charge = match SingleCharges::<T>::get(pot).into_iter().find(free) {
			Some(charge) => charge,
			None => Self::add_single_charge(pot, month)?,
		};
		let key = BillKey::new(unit, charge, month);
		Totals::<T>::try_mutate(|totals| Self::enter_bill(key, amount, now, due, totals))?;
		Ok(key)
	}

	/// Creates one more charge of bills to single units for the pot.
	fn add_single_charge(pot: PotId, first: Period) -> Result<ChargeId, DispatchError> {
		let id = NextCharge::<T>::get();
		SingleCharges::<T>::try_append(pot, id).map_err(|_| Error::<T>::TooManyBills)?;
		NextCharge::<T>::put(id.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		let terms = ChargeTerms {
			pot,
			basis: Basis::Single,
			buildings: None,
			period: PeriodKind::Month,
			// Each bill has its own.
			due_days: MIN_SINGLE_DAYS,
			grace_days: 0,
			late_rate: Fraction::ZERO,
			late_cap: Fraction::ZERO,
			discount: None,
		};
		Charges::<T>::insert(id, Charge { terms, first: Some(first), last: None });
		Ok(id)
	}
}

/// The time in which a proposal can be answered.
fn window_of<T: Config>(proposal: &SingleProposal<T::AccountId>) -> LivedWindow {
	LivedWindow::new(proposal.lived, T::ProposalTime::get())
}

/// When a bill issued now would be due: the end of the day.
fn due_of<T: Config>(terms: &SingleTerms) -> Result<Moment, DispatchError> {
	let days = u64::from(terms.due_days).saturating_add(1);
	T::Community::midnight_after(T::Clock::now(), days).ok_or_else(|| Error::<T>::InvalidBill.into())
}
