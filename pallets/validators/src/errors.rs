// SPDX-License-Identifier: Apache-2.0

//! The errors of the pallet.

use frame_support::pallet_macros::pallet_section;

/// The section that `lib.rs` imports.
#[pallet_section]
mod errors {
	/// Errors of the validators.
	#[pallet::error]
	pub enum Error<T> {
		/// The account is not on the roll of validators. Add it by decision first.
		ValidatorNotFound,
		/// The account is on the roll already. If it was dropped, readmit it.
		AlreadyValidator,
		/// The roll is full. Remove a validator first.
		TooManyValidators,
		/// No other validator would be left with its keys set. Add one and have its keys set first.
		IsLastValidator,
		/// No other validator would be left that wrote a block in the last 15 minutes: the chain would end. Wait until
		/// another one in the set writes blocks; if none does, see to its node, or add one that runs.
		IsLastAlive,
		/// The validator has served, or the owners decided on it. Remove it by decision of the owners.
		DecisionRequired,
		/// The validator was not dropped.
		NotDropped,
		/// The validator was dropped already.
		AlreadyDropped,
		/// The validator is not in the set of this session. Wait for it to join, or remove it by decision.
		NotServing,
		/// The validator wrote a block in the last 24 hours of lived time. Wait, or remove it by decision.
		NotSilent,
		/// Less than two thirds of the validators that the owners decided on would stay. Remove it by decision.
		TooFewValidators,
		/// A revival is pending. Cancel it first, or wait for it.
		RevivalAlreadyAnnounced,
		/// No revival is pending.
		RevivalNotFound,
		/// The notice is over and the dead validators are dropped. Readmit them by decision.
		RevivalInProgress,
		/// A revival ended in this session or the one before it: the changes of the set that waited for it come first.
		/// Announce another one in the session after the next, or by decision of the owners.
		ChangesInProgress,
		/// So many validators write blocks that finality goes on. Name those that are lost, or let the owners decide.
		FinalityNotStalled,
		/// The block is not before this one. Name the last finalized block.
		BlockNotInPast,
		/// The block is before the one after which finality was last revived. Name the last finalized block.
		BlockTooLow,
		/// The block cannot be final: a change of the set is not, since too many of the validators before it have
		/// written no block after it. Name the last block that all running nodes report as final.
		BlockNotFinal,
		/// The chain's block of this number has another hash. Take both from a node that follows this chain.
		BlockMismatch,
		/// A validator is named twice.
		DuplicateValidator,
		/// The two headers are no equivocation: both must be signed by the offender, for the named slot, and differ.
		InvalidEquivocation,
		/// The later block or the offender's key is not of the named session. Name the session whose set wrote it, of
		/// those whose keys are kept.
		NotInSession,
		/// The equivocation was reported, or its author was dropped already, or readmitted since.
		EquivocationAlreadyReported,
		/// So many changes of the set began after the block that the chain no longer knows which set made it final:
		/// those of a year with one an hour. Name the last block that all running nodes report as final; if it is the
		/// one you named, finality cannot be revived by this call.
		TooManyChanges,
	}
}
