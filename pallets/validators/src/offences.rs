// SPDX-License-Identifier: Apache-2.0

//! What follows from a proven offence, and which reports are let in.

use crate::{
	pallet::*,
	types::{DropCause, Validator},
};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::weights::Weight;
use pallet_session::historical::IdentificationTuple;
use sp_runtime::Perbill;
use sp_staking::{
	offence::{Offence, OffenceDetails, OffenceError, OnOffenceHandler, ReportOffence},
	SessionIndex,
};

/// Drops each offender. `pallet-offences` names those of earlier reports of the same slot or round again.
impl<T: Config> OnOffenceHandler<T::AccountId, IdentificationTuple<T>, Weight> for Pallet<T> {
	fn on_offence(
		offenders: &[OffenceDetails<T::AccountId, IdentificationTuple<T>>],
		_fractions: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		for OffenceDetails { offender: (account, ()), .. } in offenders {
			Self::note_offence(account, session);
		}
		// The calls that report have their weight, which includes this.
		Weight::zero()
	}
}

impl<T: Config> Pallet<T> {
	fn note_offence(account: &T::AccountId, session: SessionIndex) {
		if Self::changes_nothing(account, session) {
			return;
		}
		let mut roll = Roll::<T>::get();
		let Ok(position) = Self::position(&roll, account) else {
			return;
		};
		if let Some(validator) = roll.get_mut(position) {
			validator.offended = Some(session);
		}
		if !Self::drop_at(&mut roll, position, DropCause::Equivocation) {
			Self::deposit_event(Event::LastValidatorKept { account: account.clone() });
		}
		Roll::<T>::put(roll);
	}

	/// Whether an offence in that session changes nothing: its author was removed, dropped, readmitted since, or is the
	/// last one and was told so in that session or a later one.
	pub(crate) fn changes_nothing(account: &T::AccountId, session: SessionIndex) -> bool {
		let roll = Roll::<T>::get();
		let Some(validator) = roll.iter().find(|validator| validator.account == *account) else {
			return true;
		};
		let Validator { from, offended, .. } = *validator;
		!validator.in_service() || session < from || offended.is_some_and(|offended| session <= offended)
	}
}

/// Lets a report through to `Reports` only if it changes something. A restored backup offends with every block, and
/// `pallet-offences` keeps each report for good.
pub struct UntilDropped<T, Reports>(PhantomData<(T, Reports)>);

impl<T, Reports, O> ReportOffence<T::AccountId, IdentificationTuple<T>, O> for UntilDropped<T, Reports>
where
	T: Config,
	Reports: ReportOffence<T::AccountId, IdentificationTuple<T>, O>,
	O: Offence<IdentificationTuple<T>>,
{
	fn report_offence(reporters: Vec<T::AccountId>, offence: O) -> Result<(), OffenceError> {
		let session = offence.session_index();
		if offence.offenders().iter().all(|(account, ())| Pallet::<T>::changes_nothing(account, session)) {
			return Err(OffenceError::DuplicateReport);
		}
		Reports::report_offence(reporters, offence)
	}

	fn is_known_offence(offenders: &[IdentificationTuple<T>], slot: &O::Slot) -> bool {
		// The session is not named here; nobody offends in one to come.
		let session = pallet_session::CurrentIndex::<T>::get();
		offenders.iter().all(|(account, ())| Pallet::<T>::changes_nothing(account, session))
			|| Reports::is_known_offence(offenders, slot)
	}
}
