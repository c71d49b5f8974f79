// SPDX-License-Identifier: Apache-2.0

//! Disputed bills (D16): no late fee accrues until the ruling. A bill can be disputed while it can be corrected, paid
//! or not; a dispute of a paid bill moves nothing until the ruling (D48).
//!
//! Silence does not hold a dispute for ever (D54): from [`Config::RulingTime`] on, in lived time,
//! [`Config::LateRulingOrigin`] can rule in place of the ruling body, and the owner can withdraw the dispute at any
//! time. A bill that a body approved in place of an auditor is ruled on late by the owners only. Until then the owner
//! loses nothing: no late fee accrues, and the bill is not collected.

use crate::{
	corrections::{Corrected, Correction},
	discounts::set_principal,
	late_fee,
	statements::Statement,
	types::{Bill, Dispute, EntryKind, OpenKey, Ruled, Ruling},
	Bills, Charges, Config, Error, Event, OpenDisputes, Pallet,
};
use frame_support::{
	ensure,
	traits::{EnsureOrigin, Get},
};
use linli_primitives::{
	traits::{Clock, OwnersRegister},
	BillKey, ContentHash, LivedWindow,
};
use sp_runtime::{DispatchError, DispatchResult};

/// The account or body that rules on a dispute.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Ruler<AccountId> {
	/// One of [`Config::RulingOrigin`].
	Account(AccountId),
	/// The owners, by a decision.
	Owners,
	/// Another body of [`Config::LateRulingOrigin`].
	Body,
}

impl<T: Config> Pallet<T> {
	/// See [`Pallet::dispute`].
	pub(crate) fn do_dispute(by: T::AccountId, key: BillKey, reason: ContentHash) -> DispatchResult {
		ensure!(T::Register::is_owner(&by, key.unit), Error::<T>::NotOwner);
		let before = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
		ensure!(before.dispute.is_none(), Error::<T>::AlreadyDisputed);
		ensure!(Self::is_correctable(before.issued), Error::<T>::TooOld);
		let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		let now = T::Clock::now();
		let mut bill = before.clone();
		let lived = Self::lived(&before);
		let accrued = late_fee::accrue(&mut bill, &terms.late(), lived);
		bill.dispute = Some(Dispute { by: by.clone(), reason, opened: now, lived: lived.now, ruled: None });
		let mut statement = Statement::<T>::open(key.unit, now);
		statement.write(EntryKind::LateFee { bill: key }, accrued)?;
		statement.close();
		OpenDisputes::<T>::insert(key.unit, OpenKey::new(bill.due, key), ());
		Self::store_bill(key, &before, bill)?;
		Self::announce_late_fee(key, accrued);
		Self::deposit_event(Event::BillDisputed { bill: key, by, reason });
		Ok(())
	}

	/// The account or body that rules.
	pub(crate) fn ensure_ruler(origin: T::RuntimeOrigin) -> Result<Ruler<T::AccountId>, DispatchError> {
		let origin = match T::RulingOrigin::try_origin(origin) {
			Ok(by) => return Ok(Ruler::Account(by)),
			Err(origin) => origin,
		};
		let is_late_ruler = T::LateRulingOrigin::ensure_origin(origin.clone()).is_ok();
		ensure!(is_late_ruler, DispatchError::BadOrigin);
		Ok(if T::RulesOrigin::ensure_origin(origin).is_ok() { Ruler::Owners } else { Ruler::Body })
	}

	/// See [`Pallet::rule_dispute`].
	pub(crate) fn do_rule_dispute(ruler: Ruler<T::AccountId>, key: BillKey, ruling: Ruling) -> DispatchResult {
		let before = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
		let Some(dispute) = before.dispute.as_ref().filter(|dispute| dispute.ruled.is_none()) else {
			return Err(Error::<T>::NotDisputed.into());
		};
		if let Ruler::Account(by) = &ruler {
			let is_impartial = !Self::is_party(by, key, &before) && !Self::had_billed(by, key);
			ensure!(is_impartial, Error::<T>::OwnMatter);
		} else {
			ensure!(Self::is_ruling_overdue(dispute), Error::<T>::RulingTimeRunning);
			// The body that approved the bill late does not rule on it late.
			ensure!(ruler == Ruler::Owners || !Self::was_approved_by_body(key), Error::<T>::OwnMatter);
		}
		let Corrected { off, refund } = Self::close_dispute(key, &before, ruling)?;
		Self::deposit_event(Event::DisputeRuled { bill: key, ruling, off, refund });
		Ok(())
	}

	/// Whether the dispute waits for a ruling on which [`Config::LateRulingOrigin`] can decide by now.
	pub fn is_ruling_overdue(dispute: &Dispute<T::AccountId>) -> bool {
		let window = LivedWindow::new(dispute.lived, T::RulingTime::get());
		dispute.ruled.is_none() && window.is_over::<T::Clock>()
	}

	/// See [`Pallet::withdraw_dispute`].
	pub(crate) fn do_withdraw_dispute(by: T::AccountId, key: BillKey) -> DispatchResult {
		ensure!(T::Register::is_owner(&by, key.unit), Error::<T>::NotOwner);
		let before = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
		ensure!(before.is_disputed(), Error::<T>::NotDisputed);
		Self::close_dispute(key, &before, Ruling::Upheld)?;
		Self::deposit_event(Event::DisputeWithdrawn { bill: key, by });
		Ok(())
	}

	/// Ends an open dispute with a ruling and corrects the bill.
	fn close_dispute(key: BillKey, before: &Bill<T::AccountId>, ruling: Ruling) -> Result<Corrected, DispatchError> {
		let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		let mut bill = before.clone();
		if let Some(dispute) = bill.dispute.as_mut() {
			dispute.ruled = Some(Ruled { ruling, at: T::Clock::now(), lived: T::Clock::lived() });
		}
		if let Ruling::Reduced { to } = ruling {
			ensure!(to < bill.gross(), Error::<T>::RulingTooHigh);
			set_principal(&mut bill, &terms, to)?;
		}
		OpenDisputes::<T>::remove(key.unit, OpenKey::new(bill.due, key));
		let reduction = EntryKind::Reduction { bill: key };
		let corrected =
			Self::correct(Correction { key, terms: &terms, before, bill, accrued: 0, waived: 0, reduction })?;
		if let Ruling::Reduced { to } = ruling {
			let lowered = before.gross().saturating_sub(to.max(before.principal.waived));
			let _ = Self::follow_correction(key, &terms, lowered);
		}
		Ok(corrected)
	}
}
