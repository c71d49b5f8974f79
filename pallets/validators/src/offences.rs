// SPDX-License-Identifier: Apache-2.0

//! What follows from a proven offence, as of when it counts, and which reports are let in.
//!
//! An offence counts as of a session, since what was done before a validator was admitted or readmitted no longer
//! counts. The session follows from what was signed, and from nothing that a report could choose: it is that of the
//! later of the two blocks, or of the two votes' targets, or the first of the votes' set if that began after it. No
//! honest machine signs for a block before it exists or for a set before it began, so nothing is dated too late, and
//! what is forgiven cannot be reported again. Votes that lag behind, as when finality stalled, are dated earlier than
//! they were signed: a readmitted validator that goes on like this is dropped once its votes reach the session after.

use crate::{
	pallet::*,
	types::{DropCause, Standing, Validator},
};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::Perbill;
use sp_staking::{
	offence::{Offence, OffenceDetails, OffenceError, OnOffenceHandler, ReportOffence},
	SessionIndex,
};

/// Drops each offender. `pallet-offences` names those of earlier reports of the same slot or round again.
impl<T: Config> OnOffenceHandler<T::AccountId, T::AccountId, Weight> for Pallet<T> {
	fn on_offence(
		offenders: &[OffenceDetails<T::AccountId, T::AccountId>],
		_fractions: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		for OffenceDetails { offender, .. } in offenders {
			Self::note_offence(offender, session);
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

	/// Whether an offence in that session changes nothing: its author was removed, dropped for another one, readmitted
	/// since, or is the last one and was told so in that session or a later one. One that was dropped for something
	/// else is dropped for this: the owners should know whom they readmit, also if it purged its keys in time.
	pub(crate) fn changes_nothing(account: &T::AccountId, session: SessionIndex) -> bool {
		let roll = Roll::<T>::get();
		let Some(validator) = roll.iter().find(|validator| validator.account == *account) else {
			return true;
		};
		let Validator { from, offended, standing, .. } = *validator;
		let dropped = matches!(standing, Standing::Dropped { cause: DropCause::Equivocation, .. });
		dropped || session < from || offended.is_some_and(|offended| session <= offended)
	}
}

impl<T: Config> Pallet<T> {
	/// The session whose set writes the block of that number: the present one for blocks to come. `None` if it is too
	/// old. Searches, so it is for nodes; the chain checks with [`Self::wrote_in`].
	pub(crate) fn session_of(number: BlockNumberFor<T>) -> Option<SessionIndex> {
		let current = pallet_session::CurrentIndex::<T>::get();
		let oldest = current.saturating_sub(T::HistoryDepth::get());
		(oldest..=current).rev().find(|session| Self::wrote_in(number, *session))
	}
}

/// Lets a report through to `Reports` only if it changes something. A restored backup offends with every block, and
/// `pallet-offences` keeps each report for good.
pub struct UntilDropped<T, Reports>(PhantomData<(T, Reports)>);

impl<T, Reports, O> ReportOffence<T::AccountId, T::AccountId, O> for UntilDropped<T, Reports>
where
	T: Config,
	Reports: ReportOffence<T::AccountId, T::AccountId, O>,
	O: Offence<T::AccountId>,
{
	fn report_offence(reporters: Vec<T::AccountId>, offence: O) -> Result<(), OffenceError> {
		let session = offence.session_index();
		if offence.offenders().iter().all(|account| Pallet::<T>::changes_nothing(account, session)) {
			return Err(OffenceError::DuplicateReport);
		}
		Reports::report_offence(reporters, offence)
	}

	fn is_known_offence(offenders: &[T::AccountId], slot: &O::Slot) -> bool {
		// The session is not named here; nobody offends in one to come.
		let session = pallet_session::CurrentIndex::<T>::get();
		offenders.iter().all(|account| Pallet::<T>::changes_nothing(account, session))
			|| Reports::is_known_offence(offenders, slot)
	}
}
