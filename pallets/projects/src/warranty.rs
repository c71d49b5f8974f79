// SPDX-License-Identifier: Apache-2.0

//! The retention: held until the warranty ends, claimed for defects, released to the contractor.

use crate::{
	types::{Claim, ProjectState, ProjectStep},
	Config, Error, Event, Pallet, Projects,
};
use frame_support::ensure;
use linli_primitives::{traits::Clock, ContentHash, Fen, Moment, PaymentFailure, ProjectId};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Implements [`Pallet::release`].
	pub(crate) fn do_release(id: ProjectId) -> DispatchResult {
		let (terms, mut project) = Self::load(id)?;
		let at = T::Clock::now();
		ensure!(T::Clock::lived() >= Self::warranty_end(&project.state)?, Error::<T>::WarrantyRunning);
		ensure!(project.claim.is_none(), Error::<T>::ClaimOutstanding);
		let amount = project.retained;
		if let Err(error) = Self::pay_out(id, &terms, &mut project, amount) {
			Self::take_project_step(id, &mut project, ProjectStep::Fail(PaymentFailure { error, at }))?;
			Self::deposit_event(Event::PaymentFailed { project: id, milestone: None, amount, error });
		} else {
			project.retained = 0;
			Self::deposit_event(Event::Released { project: id, amount });
			Self::take_project_step(id, &mut project, ProjectStep::Release { at })?;
		}
		Projects::<T>::insert(id, project);
		Ok(())
	}

	/// Implements [`Pallet::claim_defect`]. `by` is `None` for the committee.
	pub(crate) fn do_claim_defect(
		by: Option<T::AccountId>,
		id: ProjectId,
		amount: Fen,
		evidence: ContentHash,
	) -> DispatchResult {
		let (terms, mut project) = Self::load(id)?;
		let is_inspector = by.as_ref().is_none_or(|who| terms.inspectors.contains(who));
		ensure!(is_inspector, Error::<T>::NotInspector);
		let at = T::Clock::now();
		ensure!(T::Clock::lived() < Self::warranty_end(&project.state)?, Error::<T>::WarrantyOver);
		ensure!(project.claim.is_none(), Error::<T>::ClaimOutstanding);
		ensure!(amount > 0, Error::<T>::InvalidClaim);
		ensure!(amount <= project.retained, Error::<T>::ClaimTooLarge);
		project.claim = Some(Claim { amount, evidence, at, by: by.clone() });
		Projects::<T>::insert(id, project);
		Self::deposit_event(Event::DefectClaimed { project: id, amount, evidence, by });
		Ok(())
	}

	/// Implements [`Pallet::withdraw_claim`].
	pub(crate) fn do_withdraw_claim(id: ProjectId) -> DispatchResult {
		let (_, mut project) = Self::load(id)?;
		ensure!(project.claim.take().is_some(), Error::<T>::ClaimNotFound);
		Projects::<T>::insert(id, project);
		Self::deposit_event(Event::ClaimWithdrawn { project: id });
		Ok(())
	}

	/// Implements [`Pallet::rule_claim`]. Returns the number of units credited with returned money.
	pub(crate) fn do_rule_claim(
		id: ProjectId,
		to_community: Fen,
		document: ContentHash,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let (terms, mut project) = Self::load(id)?;
		let claim = project.claim.take().ok_or(Error::<T>::ClaimNotFound)?;
		ensure!(to_community <= claim.amount, Error::<T>::ShareTooLarge);
		project.retained = project.retained.checked_sub(to_community).ok_or(ArithmeticError::Underflow)?;
		Self::deposit_event(Event::ClaimRuled { project: id, to_community, document });
		let units = match to_community {
			0 => 0,
			_ => Self::send_back(id, &terms, &mut project, to_community, max_units)?,
		};
		if project.retained == 0 {
			Self::take_project_step(id, &mut project, ProjectStep::UseUp { at: T::Clock::now() })?;
		}
		Projects::<T>::insert(id, project);
		Ok(units)
	}

	/// The end of the warranty in lived time. Fails if the project is not in warranty.
	fn warranty_end(state: &ProjectState) -> Result<Moment, DispatchError> {
		match state {
			ProjectState::Warranty { until, .. } => Ok(*until),
			_ => Err(Error::<T>::NotInWarranty.into()),
		}
	}
}
