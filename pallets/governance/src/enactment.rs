// SPDX-License-Identifier: Apache-2.0

//! Challenges and enactment of decisions (D32).

use crate::{pallet::*, types::*, BoundedCallOf, CallOf, Origin, ProposalOf, WeightInfo};
use codec::DecodeLimit;
use frame_support::{
	dispatch::{extract_actual_weight, GetDispatchInfo},
	ensure,
	storage::with_storage_layer,
	traits::{Bounded, Get, QueryPreimage},
	weights::Weight,
	MAX_EXTRINSIC_DEPTH,
};
use frame_system::pallet_prelude::OriginFor;
use linli_primitives::{
	traits::{Clock, ElectedCommittee},
	ContentHash, OwnerId,
};
use sp_runtime::{traits::Dispatchable, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_challenge(id: ProposalId, owner: OwnerId, reason: ContentHash) -> DispatchResult {
		let proposal = Self::proposal(id)?;
		let State::Passed { enact_at, .. } = proposal.state else {
			return Err(Error::<T>::NotPassed.into());
		};
		ensure!(T::Clock::lived() < enact_at, Error::<T>::ChallengeWindowOver);
		let poll = Self::poll(id)?;
		Self::voting_power(owner, &poll)?;
		ensure!(!Challenges::<T>::contains_key(id, owner), Error::<T>::AlreadyChallenged);
		ChallengeCount::<T>::try_mutate(id, |count| {
			ensure!(*count < T::MaxChallenges::get(), Error::<T>::TooManyChallenges);
			*count = count.checked_add(1).ok_or(Error::<T>::Overflow)?;
			Ok::<_, DispatchError>(())
		})?;
		Challenges::<T>::insert(id, owner, Challenge { reason, moment: T::Clock::now() });
		Self::deposit_event(Event::Challenged { proposal: id, owner, reason });
		Ok(())
	}

	/// Cleans up after a decision that no longer waits for its enactment.
	pub(crate) fn leave_enactment(id: ProposalId, proposal: &ProposalOf<T>) {
		Self::release_call(proposal);
		Annulments::<T>::remove(id);
	}

	/// Enacts a decision, or lets it lapse if it was not enacted in time. Returns the weight used.
	pub(crate) fn do_enact(id: ProposalId, bound: Weight) -> Result<Weight, DispatchError> {
		let mut proposal = Self::proposal(id)?;
		let (State::Passed { enact_at, .. } | State::Failed { enact_at, .. }) = proposal.state else {
			return Err(Error::<T>::NotPassed.into());
		};
		let (at, lived) = (T::Clock::now(), T::Clock::lived());
		ensure!(lived >= enact_at, Error::<T>::ChallengeWindowRunning);
		let own = <T as Config>::WeightInfo::enact();
		if proposal.state.phase(lived, T::EnactmentPeriod::get()) == Phase::EnactmentOver {
			Self::transition(&mut proposal, State::Lapsed { at })?;
			Self::leave_enactment(id, &proposal);
			Proposals::<T>::insert(id, proposal);
			Self::deposit_event(Event::Lapsed { proposal: id });
			return Ok(own);
		}
		Self::ensure_revocable(id)?;
		let (outcome, used) = match &proposal.question {
			Question::Motion { matter, .. } | Question::Options { matter, .. } => {
				match Self::call_of(id, &proposal.question) {
					None => (Ok(()), own),
					Some(call) => match Self::fetch(&call) {
						Ok(call) => {
							let matter = matter.ok_or(Error::<T>::MatterRequired)?;
							let (outcome, used) = Self::run(id, &proposal, call, matter, bound)?;
							(outcome, own.saturating_add(used))
						}
						Err(failure) => (Err(failure), own),
					},
				}
			}
			Question::Election { seats, term } => {
				let seated = with_storage_layer(|| T::Committee::seat(Self::result_of(id, *seats, *term)?));
				(seated.map_err(Failure::Seating), <T as Config>::WeightInfo::seat())
			}
		};
		match outcome {
			Ok(()) => {
				Self::transition(&mut proposal, State::Enacted { enact_at, at })?;
				Self::leave_enactment(id, &proposal);
				Self::deposit_event(Event::Enacted { proposal: id });
			}
			Err(failure) => {
				Self::transition(&mut proposal, State::Failed { enact_at, at, failure: failure.clone() })?;
				Self::deposit_event(Event::EnactmentFailed { proposal: id, failure });
			}
		}
		Proposals::<T>::insert(id, proposal);
		Ok(used)
	}

	/// Dispatches a call with the decision as its origin. The inner result is that of the call.
	///
	/// ## Errors
	/// [`Error::WeightBoundTooLow`]: the call was not dispatched.
	fn run(
		id: ProposalId,
		proposal: &ProposalOf<T>,
		call: CallOf<T>,
		matter: Matter,
		bound: Weight,
	) -> Result<(Result<(), Failure>, Weight), DispatchError> {
		let info = call.get_dispatch_info();
		ensure!(info.call_weight.all_lte(bound), Error::<T>::WeightBoundTooLow);
		let level = Self::class_of(proposal)?.level;
		let electorate = proposal.electorate.clone();
		let (rule_book, class) = (proposal.rule_book, proposal.class);
		let origin = Origin::Decided { proposal: id, rule_book, class, level, electorate, matter };
		let result = with_storage_layer(|| call.dispatch(OriginFor::<T>::from(origin)));
		let used = extract_actual_weight(&result, &info);
		Ok((result.map(|_| ()).map_err(|error| Failure::Call(error.error)), used))
	}

	/// Decodes a motion's call; nothing else does. The bytes come from users and calls can be nested, so that the depth
	/// is limited as for extrinsics: unlimited decoding could overflow the stack.
	pub(crate) fn fetch(call: &BoundedCallOf<T>) -> Result<CallOf<T>, Failure> {
		let decode = |bytes: &[u8]| {
			CallOf::<T>::decode_all_with_depth_limit(MAX_EXTRINSIC_DEPTH, &mut &bytes[..])
				.map_err(|_| Failure::CallUnreadable)
		};
		match call {
			Bounded::Inline(bytes) => decode(bytes),
			Bounded::Lookup { hash, len } if *len <= MAX_CALL_LEN => {
				if !T::Preimages::have(call) {
					return Err(Failure::CallMissing);
				}
				decode(&T::Preimages::fetch(hash, Some(*len)).map_err(|_| Failure::CallUnreadable)?)
			}
			Bounded::Lookup { .. } | Bounded::Legacy { .. } => Err(Failure::CallUnreadable),
		}
	}

	/// The weight bound with which the scheduler enacts a decision: half a block for a call, of which the unused part
	/// is refunded. A heavier call must be enacted by a signed account.
	pub(crate) fn scheduled_bound(proposal: &ProposalOf<T>) -> Weight {
		match proposal.question.calls().next() {
			Some(_) => <T as frame_system::Config>::BlockWeights::get().max_block.saturating_div(2),
			None => Weight::zero(),
		}
	}
}
