// SPDX-License-Identifier: Apache-2.0

//! The events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// The section that `lib.rs` imports.
#[pallet_section]
mod events {
	/// Events of the validators.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A validator was added. It joins once its keys are set.
		ValidatorAdded {
			/// The account of its operator.
			account: T::AccountId,
			/// The decision; `None` for the bootstrap key.
			decision: Option<ProposalId>,
		},
		/// A validator was removed. It leaves the set with one of the next two sessions.
		ValidatorRemoved {
			/// The account of its operator.
			account: T::AccountId,
			/// The decision; `None` for the bootstrap key.
			decision: Option<ProposalId>,
			/// What the set to come bears, and how many of it are alive.
			tolerance: Tolerance,
		},
		/// A dropped validator may come back.
		ValidatorReadmitted {
			/// The account of its operator.
			account: T::AccountId,
			/// The decision; `None` for the bootstrap key.
			decision: Option<ProposalId>,
		},
		/// A validator was dropped. It leaves the set with one of the next two sessions, and comes back only by
		/// decision.
		ValidatorDropped {
			/// The account of its operator.
			account: T::AccountId,
			/// The cause.
			cause: DropCause,
			/// What the set to come bears, and how many of it are alive.
			tolerance: Tolerance,
		},
		/// A validator equivocated and stays, since no other is alive.
		LastValidatorKept {
			/// The account of its operator.
			account: T::AccountId,
		},
		/// A validator is in the set from this session on.
		ValidatorJoined {
			/// The account of its operator.
			account: T::AccountId,
		},
		/// A validator is no longer in the set from this session on.
		ValidatorLeft {
			/// The account of its operator.
			account: T::AccountId,
		},
		/// A serving validator has written no block for 24 hours of lived time. Said once for each silence.
		ValidatorSilent {
			/// The account of its operator.
			account: T::AccountId,
			/// When it last wrote a block or, if later, began to serve, in ms.
			since: Moment,
		},
		/// A validator whose silence was shown writes blocks again.
		ValidatorHeard {
			/// The account of its operator.
			account: T::AccountId,
		},
		/// It was announced that finality is to be revived. That stays in public for 24 hours of lived time.
		RevivalAnnounced {
			/// The number of the last finalized block.
			number: BlockNumberFor<T>,
			/// Its hash. Compare it with the nodes' own.
			hash: T::Hash,
			/// The dead validators, dropped in the same act.
			drop: Accounts<T::AccountId>,
			/// Who announced it.
			by: Announcer,
			/// The earliest time at which it takes hold, in ms; standstills and the session's end delay it.
			due: Moment,
		},
		/// The revival was cancelled.
		RevivalCancelled {
			/// The number of the block that it named.
			number: BlockNumberFor<T>,
			/// Who cancelled it.
			by: Announcer,
		},
		/// The revival was called off when it fell due.
		RevivalCalledOff {
			/// The number of the block that it named.
			number: BlockNumberFor<T>,
			/// A validator that was to be dropped as dead and wrote blocks since; `None` if the act would have left
			/// none that is alive.
			alive: Option<T::AccountId>,
		},
		/// Finality starts again after the named block, with the validators of this session.
		FinalityRevived {
			/// The number of the last finalized block.
			number: BlockNumberFor<T>,
			/// Its hash.
			hash: T::Hash,
			/// What the set bears, and how many of it are alive.
			tolerance: Tolerance,
		},
	}
}
