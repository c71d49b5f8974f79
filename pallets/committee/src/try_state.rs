// SPDX-License-Identifier: Apache-2.0

//! The invariants that hold after every block, one function each.

use crate::{pallet::*, seats::accounts_of};
use alloc::collections::BTreeSet;
use frame_support::{ensure, traits::Get};
use linli_primitives::{traits::Clock, OwnerId};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_collective()?;
		Self::try_seats()?;
		Self::try_reserve()?;
		Self::try_election()?;
		Self::try_term()?;
		Self::try_motions()
	}

	/// Every open motion is somebody's.
	pub(crate) fn try_motions() -> Result<(), TryRuntimeError> {
		let movers = Movers::<T>::get();
		let motions: BTreeSet<_> = movers.iter().map(|(motion, _)| *motion).collect();
		ensure!(motions.len() == movers.len(), "committee: a motion has two movers");
		let known = T::OpenMotions::get().iter().all(|motion| motions.contains(motion));
		ensure!(known, "committee: a motion has no mover");
		Ok(())
	}

	/// The members of the collective are those with seats.
	pub(crate) fn try_collective() -> Result<(), TryRuntimeError> {
		let mut collective = T::CollectiveMembers::get();
		collective.sort();
		ensure!(
			collective == accounts_of::<T>(&Seats::<T>::get()),
			"committee: the members of the collective are not those of the committee"
		);
		Ok(())
	}

	/// There are at most as many members as seats, and none without a term. The minimum is within the seats: nobody
	/// acts alone for want of one, and no committee that can never act is seated.
	pub(crate) fn try_seats() -> Result<(), TryRuntimeError> {
		let within = CurrentTerm::<T>::get().is_none_or(|term| (1..=term.seats).contains(&term.minimum));
		ensure!(within, "committee: the minimum of members is not within the seats");
		let seats = CurrentTerm::<T>::get().map_or(0, |term| term.seats);
		let members = u32::try_from(Seats::<T>::get().len());
		ensure!(members.is_ok_and(|members| members <= seats), "committee: there are more members than seats");
		Ok(())
	}

	/// Each owner has at most one seat or place in the reserve, and there is no reserve without a committee.
	pub(crate) fn try_reserve() -> Result<(), TryRuntimeError> {
		let (members, reserve) = (Seats::<T>::get(), Reserve::<T>::get());
		let owners: BTreeSet<OwnerId> = members.iter().chain(&reserve).map(|member| member.owner).collect();
		ensure!(Some(owners.len()) == members.len().checked_add(reserve.len()), "committee: an owner has two places");
		ensure!(reserve.is_empty() || CurrentTerm::<T>::exists(), "committee: there is a reserve without a committee");
		Ok(())
	}

	/// The committee comes from the latest election and did not take its seats before that was closed.
	pub(crate) fn try_election() -> Result<(), TryRuntimeError> {
		let Some(term) = CurrentTerm::<T>::get() else {
			return Ok(());
		};
		let latest = LatestElection::<T>::get().filter(|latest| latest.id == term.election);
		let latest = latest.ok_or("committee: the committee does not come from the latest election")?;
		ensure!(latest.closed <= term.begins, "committee: the committee took its seats before its election was closed");
		Ok(())
	}

	/// The term has begun and does not end before its beginning; the succession is within it. A former term is kept
	/// only while there is no committee.
	pub(crate) fn try_term() -> Result<(), TryRuntimeError> {
		let Some(term) = CurrentTerm::<T>::get() else {
			return Ok(());
		};
		ensure!(term.begins <= T::Clock::now(), "committee: the term begins in the future");
		ensure!(term.begins <= term.ends, "committee: the term ends before it begins");
		let is_within = (term.begins..=term.ends).contains(&term.succession);
		ensure!(is_within, "committee: the succession is not within the term");
		ensure!(!FormerTerm::<T>::exists(), "committee: a former term is kept beside the current one");
		Ok(())
	}
}
