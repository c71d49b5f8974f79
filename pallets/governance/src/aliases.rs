// SPDX-License-Identifier: Apache-2.0

//! Type aliases over the pallet's [`Config`](crate::Config).

use crate::types;
use frame_support::traits::{Bounded, OriginTrait};
use frame_system::pallet_prelude::BlockNumberFor;

/// A call of the runtime.
pub type CallOf<T> = <T as frame_system::Config>::RuntimeCall;

/// A call, inline or by the hash of its preimage.
pub type BoundedCallOf<T> = Bounded<CallOf<T>, <T as frame_system::Config>::Hashing>;

/// A proposal as this pallet stores it.
pub type ProposalOf<T> = types::Proposal<BlockNumberFor<T>, BoundedCallOf<T>>;

/// A question as this pallet stores it.
pub type QuestionOf<T> = types::Question<BoundedCallOf<T>>;

/// A poll as this pallet stores it.
pub type PollOf<T> = types::Poll<BlockNumberFor<T>>;

/// A ballot as this pallet stores it.
pub type BallotOf<T> = types::Ballot<<T as frame_system::Config>::AccountId>;

/// A certificate as this pallet stores it.
pub type CertificateOf<T> = types::Certificate<BlockNumberFor<T>>;

/// The candidates of an election, as this pallet stores them.
pub type CandidatesOf<T> = linli_primitives::Candidates<<T as frame_system::Config>::AccountId>;

/// The origin of a call, as the scheduler stores it.
pub type PalletsOriginOf<T> = <<T as frame_system::Config>::RuntimeOrigin as OriginTrait>::PalletsOrigin;
