// SPDX-License-Identifier: Apache-2.0

//! Reports of validators that voted twice in one round, for GRANDPA's pallet.
//!
//! GRANDPA's pallet receives, checks and bounds such reports; its own `EquivocationReportSystem` takes the session of
//! an offence from the proof of the key, which a report can choose among all those of the set. This one does not: see
//! [`crate::types::OffenceSession`].

use crate::{pallet::*, types::OffenceSession};
use alloc::{boxed::Box, vec, vec::Vec};
use codec::{Decode, Encode};
use core::marker::PhantomData;
use frame_support::{ensure, traits::Get};
use frame_system::{
	offchain::{CreateBare, SubmitTransaction},
	pallet_prelude::BlockNumberFor,
};
use pallet_grandpa::{Call as GrandpaCall, CurrentSetId, Error as GrandpaError, SetIdSession};
use sp_consensus_grandpa::{
	check_equivocation_proof, AuthorityId, Equivocation, EquivocationProof, RoundNumber, SetId,
};
use sp_runtime::{
	traits::{One, Saturating},
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	DispatchError, Perbill,
};
use sp_staking::{
	offence::{Kind, Offence, OffenceReportSystem, ReportOffence},
	SessionIndex,
};

/// A proof that a validator voted twice in one round.
pub type VotesOf<T> = EquivocationProof<<T as frame_system::Config>::Hash, BlockNumberFor<T>>;

/// A validator voted twice in one round.
pub struct VoteEquivocation<Offender> {
	/// The set of voters, by GRANDPA's count.
	pub set_id: SetId,
	/// The round of that set.
	pub round: RoundNumber,
	/// The session as of which it counts.
	pub session: SessionIndex,
	/// The number of validators in that session.
	pub validators: u32,
	/// The validator.
	pub offender: Offender,
}

impl<Offender: Clone> Offence<Offender> for VoteEquivocation<Offender> {
	const ID: Kind = *b"grandpa:equivoca";
	/// With the session: others of the round are reported together, and would count as of the session of the last.
	type Slot = (SessionIndex, SetId, RoundNumber);

	fn offenders(&self) -> Vec<Offender> {
		vec![self.offender.clone()]
	}

	fn session_index(&self) -> SessionIndex {
		self.session
	}

	fn validator_set_count(&self) -> u32 {
		self.validators
	}

	fn slot(&self) -> Self::Slot {
		(self.session, self.set_id, self.round)
	}

	/// There is no stake.
	fn slash_fraction(&self, _offenders: u32) -> Perbill {
		Perbill::zero()
	}
}

/// The number of the later of the two targets.
fn later_target<T: Config>(votes: &VotesOf<T>) -> Option<BlockNumberFor<T>> {
	// The SDK's type shows no targets; this is how it is encoded.
	type Parts<T> = (SetId, Equivocation<<T as frame_system::Config>::Hash, BlockNumberFor<T>>);
	let (_, equivocation) = Parts::<T>::decode(&mut votes.encode().as_slice()).ok()?;
	Some(match equivocation {
		Equivocation::Prevote(votes) => votes.first.0.target_number.max(votes.second.0.target_number),
		Equivocation::Precommit(votes) => votes.first.0.target_number.max(votes.second.0.target_number),
	})
}

impl<T: Config + pallet_grandpa::Config> Pallet<T> {
	/// The number of the block of whose session the votes are: that of the later target, or, if their set began after
	/// it, of the set's first block. `None` for sets and targets to come.
	///
	/// A set votes for blocks before its own when finality was revived, and for the block that ended the set before
	/// until there is another.
	fn dated_by(votes: &VotesOf<T>) -> Option<BlockNumberFor<T>> {
		let target = later_target::<T>(votes)?;
		let to_come = votes.set_id() > CurrentSetId::<T>::get() || target > frame_system::Pallet::<T>::block_number();
		let before = votes.set_id().checked_sub(1).and_then(SetIdSession::<T>::get);
		let start = before.and_then(|last| SessionStarts::<T>::get(last.saturating_add(1)));
		let first = start.map_or(target, |start| start.saturating_add(One::one()));
		(!to_come).then_some(target.max(first))
	}

	/// Checks a report. Returns the offence.
	fn check_votes(
		votes: &VotesOf<T>,
		OffenceSession(session): OffenceSession,
	) -> Result<VoteEquivocation<T::AccountId>, GrandpaError<T>> {
		let by = Self::dated_by(votes).ok_or(GrandpaError::<T>::InvalidEquivocationProof)?;
		ensure!(Self::wrote_in(by, session), GrandpaError::<T>::InvalidKeyOwnershipProof);
		let (offender, validators) = Self::find_keys(session, |keys| keys.grandpa == *votes.offender())
			.ok_or(GrandpaError::<T>::InvalidKeyOwnershipProof)?;
		ensure!(!Self::changes_nothing(&offender, session), GrandpaError::<T>::DuplicateOffenceReport);
		ensure!(check_equivocation_proof(votes.clone()), GrandpaError::<T>::InvalidEquivocationProof);
		let (set_id, round) = (votes.set_id(), votes.round());
		Ok(VoteEquivocation { set_id, round, session, validators, offender })
	}

	/// What a node asks for before it reports a voter: for GRANDPA's runtime API. `None` if the key is not one of the
	/// session's. [`VoteReports`] finds the right session when the votes are known.
	pub fn prove_voter(key: &AuthorityId) -> Option<OffenceSession> {
		let session = pallet_session::CurrentIndex::<T>::get();
		Self::find_keys(session, |keys| keys.grandpa == *key).map(|_| OffenceSession(session))
	}
}

/// GRANDPA's `EquivocationReportSystem`. Offences go to `Reports`; a report stays in the pool for `Longevity` blocks.
pub struct VoteReports<T, Reports, Longevity>(PhantomData<(T, Reports, Longevity)>);

impl<T, Reports, Longevity> OffenceReportSystem<Option<T::AccountId>, (VotesOf<T>, OffenceSession)>
	for VoteReports<T, Reports, Longevity>
where
	T: Config + pallet_grandpa::Config<KeyOwnerProof = OffenceSession> + CreateBare<GrandpaCall<T>>,
	Reports: ReportOffence<T::AccountId, T::AccountId, VoteEquivocation<T::AccountId>>,
	Longevity: Get<u64>,
{
	type Longevity = Longevity;

	/// Submits the votes to the node's own pool, with the session that follows from them.
	fn publish_evidence((votes, _): (VotesOf<T>, OffenceSession)) -> Result<(), ()> {
		let number = Pallet::<T>::dated_by(&votes).ok_or(())?;
		let key_owner_proof = OffenceSession(Pallet::<T>::session_of(number).ok_or(())?);
		let call = GrandpaCall::report_equivocation_unsigned { equivocation_proof: Box::new(votes), key_owner_proof };
		SubmitTransaction::<T, GrandpaCall<T>>::submit_transaction(T::create_bare(call.into()))
	}

	fn check_evidence((votes, named): (VotesOf<T>, OffenceSession)) -> Result<(), TransactionValidityError> {
		let offence = Pallet::<T>::check_votes(&votes, named).map_err(|error| match error {
			GrandpaError::DuplicateOffenceReport => InvalidTransaction::Stale,
			_ => InvalidTransaction::BadProof,
		})?;
		let known = Reports::is_known_offence(&offence.offenders(), &offence.slot());
		ensure!(!known, InvalidTransaction::Stale);
		Ok(())
	}

	/// Nobody is rewarded, so nobody is named.
	fn process_evidence(
		_: Option<T::AccountId>,
		(votes, named): (VotesOf<T>, OffenceSession),
	) -> Result<(), DispatchError> {
		let offence = Pallet::<T>::check_votes(&votes, named)?;
		Reports::report_offence(Vec::new(), offence).map_err(|_| GrandpaError::<T>::DuplicateOffenceReport)?;
		Ok(())
	}
}
