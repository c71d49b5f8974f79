// SPDX-License-Identifier: Apache-2.0

//! Objections of owners to a payment, and disputes started by the contractor. Both lead to a ruling.

use crate::{
	types::{DisputedBy, MilestoneState, Objection, Step},
	Config, Error, Event, Milestones, Objections, Pallet,
};
use frame_support::ensure;
use linli_primitives::{
	traits::{Clock, Electorate},
	ContentHash, MilestoneId, ProjectId,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Implements [`Pallet::object`].
	pub(crate) fn do_object(
		who: T::AccountId,
		id: ProjectId,
		number: MilestoneId,
		reason: ContentHash,
	) -> DispatchResult {
		let terms = Self::terms(id)?;
		let (_, mut milestone) = Self::milestone(id, &terms, number)?;
		let owner = T::Electorate::represented_by(&who).ok_or(Error::<T>::NotRepresentative)?;
		ensure!(!Objections::<T>::contains_key((id, number, owner)), Error::<T>::AlreadyObjected);
		let MilestoneState::Accepted { record_block, .. } = milestone.state else {
			return Err(Error::<T>::NotAccepted.into());
		};
		let related = terms.related.as_ref().map(|list| list.as_slice());
		let heads = T::Electorate::power_at(owner, record_block, related).heads;
		ensure!(heads > 0, Error::<T>::NotRelated);
		let at = T::Clock::now();
		Self::take(&mut milestone, Step::Object { at, heads, share: terms.objection_share })?;
		Objections::<T>::insert((id, number, owner), Objection { at, heads, reason });
		Self::deposit_event(Event::Objected { project: id, milestone: number, owner, reason });
		if let MilestoneState::Disputed { by, .. } = milestone.state {
			Self::deposit_event(Event::Disputed { project: id, milestone: number, by, reason: None });
		}
		Milestones::<T>::insert(id, number, milestone);
		Ok(())
	}

	/// Implements [`Pallet::dispute`].
	pub(crate) fn do_dispute(
		who: T::AccountId,
		id: ProjectId,
		number: MilestoneId,
		reason: ContentHash,
		version: u32,
	) -> DispatchResult {
		let (terms, project) = Self::load(id)?;
		ensure!(who == terms.contractor, Error::<T>::NotContractor);
		let (_, mut milestone) = Self::milestone(id, &terms, number)?;
		Self::ensure_version(&project, version)?;
		Self::take(&mut milestone, Step::Dispute { at: T::Clock::now(), patience: terms.objection_window })?;
		Milestones::<T>::insert(id, number, milestone);
		let by = DisputedBy::Contractor;
		Self::deposit_event(Event::Disputed { project: id, milestone: number, by, reason: Some(reason) });
		Ok(())
	}
}
