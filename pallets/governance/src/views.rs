// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::GovernanceApi`].

use crate::{electorate::Scope, pallet::*, tally::Tally, types::*, BallotOf, CertificateOf, ProposalOf};
use alloc::vec::Vec;
use frame_support::traits::Get;
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{traits::Clock, Moment, OwnerId, Power};

/// Maximum number of entries per page.
pub const PAGE_LIMIT: u32 = 256;

impl<T: Config> Pallet<T> {
	/// See [`crate::api::GovernanceApi::open_proposals`].
	pub fn open_proposals(owner: OwnerId) -> Vec<OpenProposal<T::AccountId>> {
		let next = NextProposal::<T>::get();
		let recent = (next.saturating_sub(PAGE_LIMIT)..next).filter(|id| {
			let phase = Self::phase(*id);
			matches!(phase, Some(Phase::ChallengeWindow | Phase::Due | Phase::Failed | Phase::EnactmentOver))
		});
		let listed = Listed::<T>::get().into_iter().map(|listing| listing.proposal);
		let mut ids: Vec<_> = Rooms::<T>::iter_keys().chain(listed).chain(recent).collect();
		ids.sort_unstable();
		ids.into_iter().filter_map(|id| Self::open_proposal(id, owner)).collect()
	}

	fn open_proposal(id: ProposalId, owner: OwnerId) -> Option<OpenProposal<T::AccountId>> {
		let proposal = Proposals::<T>::get(id)?;
		let phase = proposal.state.phase(T::Clock::lived(), T::EnactmentPeriod::get());
		let poll = Polls::<T>::get(id);
		let block = match &proposal.state {
			State::Petition { block, .. } => *block,
			_ => Self::record_block(),
		};
		let power = match &poll {
			Some(poll) => Self::voting_power(owner, poll).unwrap_or(Power::ZERO),
			None => Self::power_in(owner, block, Scope::of(&proposal.electorate, &Self::class_of(&proposal).ok()?)),
		};
		let ballot = Ballots::<T>::get(id, owner);
		let may = if power.is_zero() { Permits::default() } else { Self::permits(id, owner, phase, ballot.as_ref()) };
		Some(OpenProposal { proposal: id, phase, power, ballot, may })
	}

	/// The actions open to the representative of an owner with power.
	fn permits(id: ProposalId, owner: OwnerId, phase: Phase, ballot: Option<&BallotOf<T>>) -> Permits {
		let before_close = matches!(phase, Phase::Notice | Phase::Voting);
		let own = ballot.is_none_or(|ballot| ballot.channel.kind() == ChannelKind::Own);
		Permits {
			support: phase == Phase::Collecting && !Supporters::<T>::contains_key(id, owner),
			stand: phase == Phase::Nominating
				&& Nominations::<T>::get(id, owner).is_none_or(|nomination| nomination.account.is_none()),
			cast: phase == Phase::Voting && own,
			grant_proxy: before_close && ballot.is_none() && !Proxies::<T>::contains_key(id, owner),
			acknowledge: before_close && Deliveries::<T>::get(id, owner).is_none_or(|delivery| !delivery.counts()),
			challenge: phase == Phase::ChallengeWindow && !Challenges::<T>::contains_key(id, owner),
		}
	}

	/// See [`crate::api::GovernanceApi::proposal_of_owner`].
	pub fn proposal_of_owner(id: ProposalId, owner: OwnerId) -> Option<OpenProposal<T::AccountId>> {
		Self::open_proposal(id, owner)
	}

	/// See [`crate::api::GovernanceApi::phase`].
	pub fn phase(id: ProposalId) -> Option<Phase> {
		let proposal = Proposals::<T>::get(id)?;
		Some(proposal.state.phase(T::Clock::lived(), T::EnactmentPeriod::get()))
	}

	/// See [`crate::api::GovernanceApi::until`].
	pub fn until(id: ProposalId) -> Option<Moment> {
		Proposals::<T>::get(id)?.state.next_deadline(T::Clock::lived()).map(T::Clock::moment_of)
	}

	/// See [`crate::api::GovernanceApi::tally`].
	pub fn tally(id: ProposalId) -> Option<(Tally, Power)> {
		Polls::<T>::get(id).map(|poll| (poll.tally, poll.total))
	}

	/// See [`crate::api::GovernanceApi::certificate`].
	pub fn certificate(id: ProposalId) -> Option<CertificateOf<T>> {
		Certificates::<T>::get(id)
	}

	/// See [`crate::api::GovernanceApi::electorate`].
	pub fn electorate(id: ProposalId) -> Option<ElectorateView<BlockNumberFor<T>>> {
		Polls::<T>::get(id).map(|poll| ElectorateView {
			buildings: poll.electorate,
			record_block: poll.record_block,
			total: poll.total,
			kinds: poll.kinds,
			tracts: TractPolls::<T>::get(id).into_inner(),
		})
	}

	/// See [`crate::api::GovernanceApi::rule_book`].
	pub fn rule_book(version: Option<RuleBookVersion>) -> Option<(RuleBookVersion, RuleBook)> {
		let version = version.or_else(CurrentRuleBook::<T>::get)?;
		Some((version, RuleBooks::<T>::get(version)?))
	}

	/// See [`crate::api::GovernanceApi::proposals`].
	pub fn proposals(from: ProposalId, limit: u32) -> Vec<(ProposalId, ProposalOf<T>)> {
		let end = from.saturating_add(limit.min(PAGE_LIMIT)).min(NextProposal::<T>::get());
		(from..end).filter_map(|id| Some((id, Proposals::<T>::get(id)?))).collect()
	}

	/// See [`crate::api::GovernanceApi::ballots`].
	pub fn ballots(id: ProposalId, after: Option<OwnerId>, limit: u32) -> Vec<(OwnerId, BallotOf<T>)> {
		let size = usize::try_from(limit.min(PAGE_LIMIT)).unwrap_or(usize::MAX);
		let ballots = match after {
			None => Ballots::<T>::iter_prefix(id),
			Some(last) => Ballots::<T>::iter_prefix_from(id, Ballots::<T>::hashed_key_for(id, last)),
		};
		ballots.take(size).collect()
	}
}
