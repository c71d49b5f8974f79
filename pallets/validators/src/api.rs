// SPDX-License-Identifier: Apache-2.0

//! The runtime APIs: the validators as clients read them, and the reports that nodes make.

use crate::types::{RevivalView, Tolerance, ValidatorView};
use alloc::vec::Vec;
use codec::Codec;
use sp_consensus_aura::sr25519::AuthorityId;
use sp_consensus_slots::EquivocationProof;

sp_api::decl_runtime_apis! {
	/// The validators.
	pub trait ValidatorsApi<AccountId, BlockNumber, Hash>
	where
		AccountId: Codec,
		BlockNumber: Codec,
		Hash: Codec,
	{
		/// The roll: each validator with its state, in the order in which they were added.
		fn validators() -> Vec<ValidatorView<AccountId>>;

		/// How many validators are in the set of the current session, how many faults they bear, and how many are
		/// alive.
		fn fault_tolerance() -> Tolerance;

		/// The pending revival of finality, if any.
		fn pending_revival() -> Option<RevivalView<AccountId, BlockNumber, Hash>>;
	}

	/// Reports of validators that write two blocks for one slot. Used by nodes, off chain.
	pub trait AuraEquivocationApi {
		/// Submits a report to the node's own pool. `None` if the blocks are too old, or if the pool refuses it. Needs
		/// the pool's extension.
		fn submit_aura_equivocation(proof: EquivocationProof<Block::Header, AuthorityId>) -> Option<()>;
	}
}
