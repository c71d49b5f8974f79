// SPDX-License-Identifier: Apache-2.0

//! Audits of emergencies (D24). Whether one is overdue is computed from storage and the clock, so it cannot be
//! concealed.

use crate::{
	types::{Audit, AuditKey, AuditState},
	Audits, AuditsDue, Config, Error, Event, Expenses, Pallet,
};
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
		ensure!(expense.proposer != auditor, Error::<T>::OwnAudit);
		let at = T::Clock::now();
		AuditsDue::<T>::remove(AuditKey::new(due, id));
		Audits::<T>::insert(id, Audit { report, by: auditor.clone(), at });
		Self::deposit_event(Event::AuditFiled { expense: id, report, auditor, late: at > due });
		Ok(())
	}

	/// The current state of an expense's audit; `None` if there is no such expense.
	pub fn audit_state(id: ExpenseId) -> Option<AuditState> {
		let expense = Expenses::<T>::get(id)?;
		let Some(due) = expense.state.payment().and_then(|payment| payment.audit_due) else {
			return Some(AuditState::NotDue);
		};
		Some(match Audits::<T>::get(id) {
			Some(audit) => AuditState::Filed { at: audit.at, late: audit.at > due },
			None if T::Clock::now() > due => AuditState::Overdue { since: due },
			None => AuditState::Due { by: due },
		})
	}

	/// Up to `count` audits that are overdue now, earliest due date first: the due date and the expense of each.
	pub(crate) fn overdue_since(after: Option<AuditKey>, count: usize) -> alloc::vec::Vec<(Moment, ExpenseId)> {
		let now = T::Clock::now();
		let keys = match after {
			None => AuditsDue::<T>::iter_keys(),
			Some(last) => AuditsDue::<T>::iter_keys_from(AuditsDue::<T>::hashed_key_for(last)),
		};
		keys.take_while(|key| now > key.due()).take(count).map(|key| (key.due(), key.id())).collect()
	}
}
