// SPDX-License-Identifier: Apache-2.0

//! The revival of finality itself, with GRANDPA.

use core::marker::PhantomData;
use frame_support::{defensive, traits::Get};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use sp_consensus_grandpa::SetId;

/// Revives finality.
///
/// Called at the first block of a session, before the consensus pallets learn of its set, which has no dead validator
/// in it. What follows is a *forced* change of GRANDPA's voters: nobody of the old set has to agree to it, and no
/// chain of proofs leads across it. Nodes that sync by warp proofs and light clients need the change as an authority
/// hard fork in the chain spec: the set id, the block that signals it, the new voters and the last finalized block.
pub trait ReviveFinality<BlockNumber> {
	/// The id of the current set, as it is counted on chain.
	fn current_set() -> SetId;

	/// Lets finality start again after the block `finalized`.
	///
	/// `known` is the set that made that block final: the last that the voters know. Changes of the set that began
	/// after the block were counted on chain, but the voters, who follow finality, never saw them.
	fn revive(finalized: BlockNumber, known: SetId);
}

/// Revives GRANDPA with a forced change, `Delay` blocks after the first block of the session. That has to be shorter
/// than a session, since the next change is lost while one is pending; and long enough for all nodes to agree on the
/// block that signals it.
///
/// `note_stalled` is for root alone. Root is dispatched here for exactly this call, and never otherwise.
pub struct ForcedChange<T, Delay>(PhantomData<(T, Delay)>);

impl<T, Delay> ReviveFinality<BlockNumberFor<T>> for ForcedChange<T, Delay>
where
	T: pallet_grandpa::Config + pallet_session::Config,
	Delay: Get<BlockNumberFor<T>>,
{
	fn current_set() -> SetId {
		pallet_grandpa::CurrentSetId::<T>::get()
	}

	fn revive(finalized: BlockNumberFor<T>, known: SetId) {
		use pallet_grandpa::{CurrentSetId, Pallet, SetIdSession};
		// The voters count a forced change from the last set that they know, and forget those announced since. The
		// chain has to count likewise: nodes that sync to a later state take the set's id from it.
		let counted = CurrentSetId::<T>::get();
		// No older ones have an entry.
		let oldest = counted.saturating_sub(T::MaxSetIdSessionEntries::get());
		for forgotten in known.saturating_add(1).max(oldest)..=counted {
			SetIdSession::<T>::remove(forgotten);
		}
		CurrentSetId::<T>::put(known);
		// They voted until now, whatever was announced since: votes of the revived set are none of before.
		SetIdSession::<T>::insert(known, pallet_session::CurrentIndex::<T>::get().saturating_sub(1));
		if Pallet::<T>::note_stalled(RawOrigin::Root.into(), Delay::get(), finalized).is_err() {
			defensive!("root may note a stall");
		}
	}
}
