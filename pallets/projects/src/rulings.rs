// SPDX-License-Identifier: Apache-2.0

//! Rulings on milestones: the contractor receives a share, the rest is returned.

use crate::{
	types::{RuledBy, Ruling, Step},
	Config, Error, Event, Milestones, Pallet, Projects,
};
use frame_support::{ensure, traits::Get};
use linli_primitives::{traits::Clock, Buildings, ContentHash, Fen, MilestoneId, ProjectId, ProposalId};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// Implements [`Pallet::rule`]. `decision` is the proposal and its electorate; `None` stands for the body that
	/// rules on disputes. Returns the number of units credited with returned money.
	pub(crate) fn do_rule(
		decision: Option<(ProposalId, Option<Buildings>)>,
		id: ProjectId,
		number: MilestoneId,
		contractor_share: Fen,
		document: ContentHash,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let (terms, mut project) = Self::load(id)?;
		let (agreed, mut milestone) = Self::milestone(id, &terms, number)?;
		let at = T::Clock::now();
		let by = match &decision {
			Some(decision) => {
				let proposal = Self::ensure_decided(&terms, &project, decision)?;
				let patience = T::RulingPeriod::get();
				Self::take(&mut milestone, Step::Decide { at, contractor_share, patience })?;
				RuledBy::Decision { proposal }
			}
			None => {
				Self::take(&mut milestone, Step::Rule { at, contractor_share })?;
				RuledBy::RulingBody
			}
		};
		ensure!(contractor_share <= agreed.amount, Error::<T>::ShareTooLarge);
		let back = agreed.amount.checked_sub(contractor_share).ok_or(ArithmeticError::Underflow)?;
		let document = Some(document);
		milestone.ruling = Some(Ruling { contractor_share, document, at, by });
		milestone.sums.returned = back;
		Self::deposit_event(Event::Ruled {
			project: id,
			milestone: number,
			contractor_share,
			returned: back,
			document,
			by,
		});
		let units = match back {
			0 => 0,
			_ => Self::send_back(id, &terms, &mut project, back, max_units)?,
		};
		if milestone.state.is_final() {
			Self::settled(id, &terms, &mut project, 1, at)?;
		} else {
			milestone = Self::settle(id, &terms, &mut project, (number, &agreed), milestone)?;
		}
		Milestones::<T>::insert(id, number, milestone);
		Projects::<T>::insert(id, project);
		Ok(units)
	}
}
