// SPDX-License-Identifier: Apache-2.0

//! Audits of emergencies (D24). Whether one is overdue is computed from storage and the clock, so it cannot be
//! concealed.

use crate::{
	types::{Audit, AuditKey, AuditState},
	Audits, AuditsDue, Config, Error, Event, Expenses, Pallet,
};
use alloc::vec::Vec;
use frame_support::ensure;
use linli_primitives::{traits::Clock, ContentHash, ExpenseId, Moment};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Files the audit of an emergency.
	pub(crate) fn do_file_audit(auditor: T::AccountId, id: ExpenseId, report: ContentHash) -> DispatchResult {
		let expense = Self::known(id)?;
		ensure!(expense.purpose.is_emergency(), Error::<T>::NotEmergency);
		let due = expense.state.payment().and_then(|payment| payment.audit_due).ok_or(Error::<T>::NotPaid)?;
		ensure!(!Audits::<T>::contains_key(id), Error::<T>::AlreadyAudited);
		ensure!(!Self::concerns(&expense, &auditor), Error::<T>::OwnAudit);
		let (at, late) = (T::Clock::now(), T::Clock::lived() > due);
		AuditsDue::<T>::remove(AuditKey::new(due, id));
		Audits::<T>::insert(id, Audit { report, by: auditor.clone(), at });
		Self::deposit_event(Event::AuditFiled { expense: id, report, auditor, late });
		Ok(())
	}

	/// The current state of an expense's audit; `None` if there is no such expense.
	pub fn audit_state(id: ExpenseId) -> Option<AuditState> {
		let expense = Expenses::<T>::get(id)?;
		let Some(due) = expense.state.payment().and_then(|payment| payment.audit_due) else {
			return Some(AuditState::NotDue);
		};
		Some(match Audits::<T>::get(id) {
			Some(audit) => AuditState::Filed { at: audit.at, late: T::Clock::lived_at(audit.at) > due },
			None if T::Clock::lived() > due => AuditState::Overdue { since: T::Clock::moment_of(due) },
			None => AuditState::Due { by: T::Clock::moment_of(due) },
		})
	}

	/// Up to `count` audits that are overdue now, earliest due date first: the due date and the expense of each.
	pub(crate) fn overdue_since(after: Option<(Moment, ExpenseId)>, count: usize) -> Vec<(Moment, ExpenseId)> {
		let lived = T::Clock::lived();
		let keys = match after {
			None => AuditsDue::<T>::iter_keys(),
			Some((due, expense)) => {
				let last = AuditKey::new(T::Clock::lived_at(due), expense);
				AuditsDue::<T>::iter_keys_from(AuditsDue::<T>::hashed_key_for(last))
			}
		};
		let overdue = keys.take_while(|key| lived > key.due()).take(count);
		overdue.map(|key| (T::Clock::moment_of(key.due()), key.id())).collect()
	}
}
