// SPDX-License-Identifier: Apache-2.0

//! Motions of the committee that can be opened, voted on and closed. Each of these is free for a member, so this is
//! what the collective will check: were it to refuse, the call could be made for ever.

use crate::{
	configs::{
		assembly::{CommitteeCollective, MaxMotions},
		motions::waits_for_others,
	},
	AccountId, BlockNumber, Committee, Hash, Runtime, RuntimeCall, System,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame_support::{dispatch::GetDispatchInfo, traits::Get, weights::Weight};
use pallet_collective::{Members, Prime, ProposalOf, Proposals, Voting};
use sp_runtime::traits::Hash as _;

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
	pub(crate) nays: Vec<AccountId>,
	/// The block from which it can be closed whatever the votes.
	end: BlockNumber,
}

impl Votes {
	/// The votes on the motion of that hash; `None` if there is none.
	pub(crate) fn of(motion: Hash) -> Option<Self> {
		let votes = Voting::<Runtime, CommitteeCollective>::get(motion)?;
		Self::decode(&mut votes.encode().as_slice()).ok()
	}

	/// Whether enough have voted for the motion before its end, up to which others can vote.
	pub(crate) fn is_carried_early(&self) -> bool {
		self.outcome() == Some(true) && System::block_number() < self.end
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

/// The maximum length of the call of a free motion, in bytes: more than any call that a committee makes, and far below
/// what would fill the state.
const MAX_FREE_LENGTH: u32 = 16 * 1_024;

/// Whether the member can open a motion to make `call`, whose length is stated exactly, and which the members can
/// carry: otherwise it would be lost at once, closed and opened again.
pub fn can_be_opened(mover: &AccountId, call: &RuntimeCall, length: u32, threshold: u32) -> bool {
	type MaxWeight = <Runtime as pallet_collective::Config<CommitteeCollective>>::MaxProposalWeight;
	let motion = <Runtime as frame_system::Config>::Hashing::hash_of(call);
	let open = Proposals::<Runtime, CommitteeCollective>::get();
	let members = u32::try_from(Members::<Runtime, CommitteeCollective>::get().len()).unwrap_or_default();
	(2..=members).contains(&threshold)
		&& length <= MAX_FREE_LENGTH
		&& Committee::has_room_for_motion(mover)
		&& u32::try_from(open.len()).is_ok_and(|open| open < MaxMotions::get())
		&& !open.contains(&motion)
		&& u32::try_from(call.encoded_size()).is_ok_and(|needed| needed == length)
		&& call.get_dispatch_info().call_weight.all_lte(MaxWeight::get())
}

/// Whether it is the member's first vote on the motion of that hash and number. It can be changed for the fee.
pub fn is_first_vote(voter: &AccountId, motion: Hash, index: u32) -> bool {
	let votes = Votes::of(motion).filter(|votes| votes.index == index);
	votes.is_some_and(|votes| !votes.ayes.contains(voter) && !votes.nays.contains(voter))
}

/// Whether the motion of that hash and number can be closed now, with bounds that are no higher than its call needs.
pub fn can_be_closed(motion: Hash, index: u32, weight_bound: Weight, length_bound: u32) -> bool {
	let Some(votes) = Votes::of(motion).filter(|votes| votes.index == index) else { return false };
	if waits_for_others(motion) {
		return false;
	}
	let (Some(carried), Some(call)) = (votes.outcome(), ProposalOf::<Runtime, CommitteeCollective>::get(motion)) else {
		return false;
	};
	let weight = call.get_dispatch_info().call_weight;
	let Ok(length) = u32::try_from(call.encoded_size()) else { return false };
	let enough = weight.all_lte(weight_bound) && length <= length_bound;
	weight_bound.all_lte(weight) && length_bound <= length && (enough || !carried)
}
