// SPDX-License-Identifier: Apache-2.0

//! Paper ballots: entered by one person, countersigned by another, whom the ballot does not concern (D29, D47).

use crate::{pallet::*, tally::Choice, types::*};
use frame_support::ensure;
use linli_primitives::{
	traits::{Electorate, People},
	ContentHash, OwnerId,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_enter_paper(
		id: ProposalId,
		owner: OwnerId,
		choice: Choice,
		scan: ContentHash,
		by: T::AccountId,
	) -> DispatchResult {
		let poll = Self::poll(id)?;
		let moment = Self::ensure_voting(&poll)?;
		Self::ensure_no_ballot(id, owner)?;
		Self::voting_power(owner, &poll)?;
		Self::ensure_choice(&poll, &choice)?;
		ensure!(!Scans::<T>::contains_key(scan), Error::<T>::ScanAlreadyUsed);
		Scans::<T>::insert(scan, (id, owner));
		Papers::<T>::insert(id, owner, Paper { choice, scan, entered_by: by.clone(), moment });
		Self::deposit_event(Event::PaperEntered { proposal: id, owner, choice, scan, by });
		Ok(())
	}

	pub(crate) fn do_countersign(
		id: ProposalId,
		owner: OwnerId,
		choice: Choice,
		scan: ContentHash,
		witness: T::AccountId,
	) -> DispatchResult {
		let paper = Papers::<T>::get(id, owner).ok_or(Error::<T>::PaperNotFound)?;
		ensure!(paper.choice == choice && paper.scan == scan, Error::<T>::PaperMismatch);
		ensure!(!T::People::same_person(&paper.entered_by, &witness), Error::<T>::OwnPaper);
		let concerns = |account| T::People::related(&account, &witness);
		let is_own = T::Electorate::owner_of(&witness) == Some(owner);
		ensure!(!is_own && !T::Electorate::representative(owner).is_some_and(concerns), Error::<T>::OwnBallot);
		let channel = Channel::Paper { scan, entered_by: paper.entered_by, witness };
		Self::do_cast(id, owner, choice, channel)?;
		Papers::<T>::remove(id, owner);
		Ok(())
	}
}
