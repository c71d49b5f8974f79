// SPDX-License-Identifier: Apache-2.0

//! Emergencies (D24): urgent expenses outside of the budget, under a cap.

use crate::{
	proposals::Request,
	types::{Approver, EmergencyKind, Purpose},
	Config, Error, Pallet, Rules,
};
use frame_support::ensure;
use linli_primitives::{
	traits::{Clock, FundLedger},
	ContentHash, ExpenseId, PotId,
};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// Enters an emergency. Only the committee may approve it until its period ends.
	pub(crate) fn do_propose_emergency(
		proposer: T::AccountId,
		kind: EmergencyKind,
		pot: PotId,
		evidence: ContentHash,
		request: Request<T::AccountId>,
	) -> Result<ExpenseId, DispatchError> {
		ensure!(T::Ledger::exists(pot), Error::<T>::PotNotFound);
		let rules = Rules::<T>::get().emergency;
		Self::ensure_emergency_cap(pot, &request.payee, request.amount)?;
		let committee_until = T::Clock::lived().checked_add(rules.committee_time).ok_or(ArithmeticError::Overflow)?;
		let purpose = Purpose::Emergency { kind, pot, evidence, committee_until };
		Self::enter(proposer, purpose, pot, (Approver::Committee, false), request)
	}
}
