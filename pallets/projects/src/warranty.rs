// SPDX-License-Identifier: Apache-2.0

//! The retention: held until the warranty ends, claimed for defects, released to the contractor.

use crate::{
	types::{Claim, ProjectState, ProjectStep, ProjectTerms, RuledBy},
	Config, Error, Event, Pallet, ProjectOf, Projects,
};
use frame_support::{ensure, traits::Get};
use linli_primitives::{traits::Clock, Buildings, ContentHash, Fen, Moment, PaymentFailure, ProjectId, ProposalId};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Implements [`Pallet::release`].
	pub(crate) fn do_release(id: ProjectId) -> DispatchResult {
		let (terms, mut project) = Self::load(id)?;
		ensure!(T::Clock::lived() >= Self::warranty_end(&project.state)?, Error::<T>::WarrantyRunning);
		ensure!(project.claim.is_none(), Error::<T>::ClaimOutstanding);
		Self::try_release(id, &terms, &mut project)?;
		Projects::<T>::insert(id, project);
		Ok(())
	}

	/// Pays the retention to the contractor after the warranty. If the transfer fails, the project stays in warranty
	/// and records the error.
	pub(crate) fn try_release(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		project: &mut ProjectOf<T>,
	) -> DispatchResult {
		let at = T::Clock::now();
		let amount = project.retained;
		if let Err(error) = Self::pay_out(id, terms, project, amount) {
			Self::take_project_step(id, project, ProjectStep::Fail(PaymentFailure { error, at }))?;
			Self::deposit_event(Event::PaymentFailed { project: id, milestone: None, amount, error });
			return Ok(());
		}
		Self::use_retention(project, amount)?;
		Self::deposit_event(Event::Released { project: id, amount });
		Self::take_project_step(id, project, ProjectStep::Release { at })
	}

	/// Returns `amount` fen of the retention to the sources. A project with nothing left to retain is closed. Returns
	/// the number of units credited with it.
	pub(crate) fn return_retention(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		project: &mut ProjectOf<T>,
		amount: Fen,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		Self::use_retention(project, amount)?;
		let units = match amount {
			0 => 0,
			_ => Self::send_back(id, terms, project, amount, max_units)?,
		};
		if project.retained == 0 {
			Self::take_project_step(id, project, ProjectStep::UseUp { at: T::Clock::now() })?;
		}
		Ok(units)
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
		project.claim = Some(Claim { amount, evidence, at, lived: T::Clock::lived(), by: by.clone() });
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

	/// Implements [`Pallet::rule_claim`]. `decision` is the proposal and its electorate; `None` stands for the body
	/// that rules on claims. Returns the number of units credited with returned money.
	pub(crate) fn do_rule_claim(
		decision: Option<(ProposalId, Option<Buildings>)>,
		id: ProjectId,
		to_community: Fen,
		document: ContentHash,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let (terms, mut project) = Self::load(id)?;
		let claim = project.claim.take().ok_or(Error::<T>::ClaimNotFound)?;
		let by = match &decision {
			Some(decision) => {
				let proposal = Self::ensure_decided(&terms, &project, decision)?;
				let from = claim.lived.checked_add(T::RulingPeriod::get()).ok_or(ArithmeticError::Overflow)?;
				ensure!(T::Clock::lived() >= from, Error::<T>::RulingPeriodRunning);
				RuledBy::Decision { proposal }
			}
			None => RuledBy::RulingBody,
		};
		ensure!(to_community <= claim.amount, Error::<T>::ShareTooLarge);
		Self::deposit_event(Event::ClaimRuled { project: id, to_community, document: Some(document), by });
		let units = Self::return_retention(id, &terms, &mut project, to_community, max_units)?;
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
