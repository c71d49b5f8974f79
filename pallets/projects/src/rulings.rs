// SPDX-License-Identifier: Apache-2.0

//! Rulings on disputed milestones: the contractor receives a share, the rest is returned.

use crate::{
	types::{Ruling, Step},
	Config, Error, Event, Milestones, Pallet, Projects,
};
use frame_support::ensure;
use linli_primitives::{traits::Clock, ContentHash, Fen, MilestoneId, ProjectId};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// Implements [`Pallet::rule`]. Returns the number of units credited with returned money.
	pub(crate) fn do_rule(
		id: ProjectId,
		number: MilestoneId,
		contractor_share: Fen,
		document: ContentHash,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let (terms, mut project) = Self::load(id)?;
		let (agreed, mut milestone) = Self::milestone(id, &terms, number)?;
		let at = T::Clock::now();
		Self::take(&mut milestone, Step::Rule { at, contractor_share })?;
		ensure!(contractor_share <= agreed.amount, Error::<T>::ShareTooLarge);
		let back = agreed.amount.checked_sub(contractor_share).ok_or(ArithmeticError::Underflow)?;
		milestone.ruling = Some(Ruling { contractor_share, document, at });
		milestone.sums.returned = back;
		Self::deposit_event(Event::Ruled {
			project: id,
			milestone: number,
			contractor_share,
			returned: back,
			document,
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
