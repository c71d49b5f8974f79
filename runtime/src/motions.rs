// SPDX-License-Identifier: Apache-2.0

//! Motions of the committee that can be closed. To close such a one is free, so this is what the collective will check:
//! were it to refuse, the call could be made for ever.

use crate::{configs::assembly::CommitteeCollective, AccountId, BlockNumber, Hash, Runtime, System};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame_support::{dispatch::GetDispatchInfo, weights::Weight};
use pallet_collective::{Members, Prime, ProposalOf, Voting};

/// The votes on a motion, as the collective stores them: its own type shows none of its fields.
#[derive(Decode)]
pub(crate) struct Votes {
	/// The number of the motion.
	index: u32,
	/// How many votes for it carry it.
	threshold: u32,
	/// Who voted for it.
	pub(crate) ayes: Vec<AccountId>,
	/// Who voted against it.
	nays: Vec<AccountId>,
	/// The block from which it can be closed whatever the votes.
	end: BlockNumber,
}

impl Votes {
	/// The votes on the motion of that hash; `None` if there is none.
	pub(crate) fn of(motion: Hash) -> Option<Self> {
		let votes = Voting::<Runtime, CommitteeCollective>::get(motion)?;
		Self::decode(&mut votes.encode().as_slice()).ok()
	}

	/// Whether the motion is carried (`true`) or lost (`false`), if it is decided. From its end on, those who have not
	/// voted count as the prime member voted, and against it without one.
	fn outcome(&self) -> Option<bool> {
		let count = |accounts: &[AccountId]| u32::try_from(accounts.len()).unwrap_or(u32::MAX);
		let not_against = count(&Members::<Runtime, CommitteeCollective>::get()).saturating_sub(count(&self.nays));
		if count(&self.ayes) >= self.threshold {
			Some(true)
		} else if not_against < self.threshold {
			Some(false)
		} else if System::block_number() >= self.end {
			Some(Prime::<Runtime, CommitteeCollective>::get().is_some_and(|prime| self.ayes.contains(&prime)))
		} else {
			None
		}
	}
}

/// Whether the motion of that hash and number can be closed now, with bounds that are no higher than its call needs.
pub fn can_be_closed(motion: Hash, index: u32, weight_bound: Weight, length_bound: u32) -> bool {
	let Some(votes) = Votes::of(motion).filter(|votes| votes.index == index) else { return false };
	let (Some(carried), Some(call)) = (votes.outcome(), ProposalOf::<Runtime, CommitteeCollective>::get(motion)) else {
		return false;
	};
	let weight = call.get_dispatch_info().call_weight;
	let Ok(length) = u32::try_from(call.encoded_size()) else { return false };
	let enough = weight.all_lte(weight_bound) && length <= length_bound;
	weight_bound.all_lte(weight) && length_bound <= length && (enough || !carried)
}
