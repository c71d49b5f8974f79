// SPDX-License-Identifier: Apache-2.0

//! Casting ballots through any channel (D29).

use crate::{
	pallet::*,
	tally::{Choice, Tally, TallyError},
	types::*,
	BallotOf, PollOf, WeightInfo,
};
use frame_support::{ensure, weights::Weight};
use linli_primitives::{
	traits::{Clock, Electorate},
	Moment, OwnerId, Power,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T> From<TallyError> for Error<T> {
	fn from(error: TallyError) -> Self {
		match error {
			TallyError::InvalidChoice => Self::InvalidChoice,
			TallyError::CandidateNotFound => Self::CandidateNotFound,
			TallyError::QuorumOnlyNotAllowed => Self::QuorumOnlyNotAllowed,
			TallyError::OptionNotFound => Self::OptionNotFound,
			TallyError::Overflow => Self::Overflow,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Casts or changes the ballot of `owner`. Returns the updated poll.
	pub(crate) fn do_cast(
		id: ProposalId,
		owner: OwnerId,
		choice: Choice,
		channel: Channel<T::AccountId>,
	) -> Result<PollOf<T>, DispatchError> {
		let mut poll = Self::poll(id)?;
		let moment = Self::ensure_voting(&poll)?;
		let previous = Ballots::<T>::get(id, owner);
		let power = match &previous {
			Some(ballot) => {
				Self::ensure_channel(ballot.channel.kind(), channel.kind())?;
				poll.discount(ballot).map_err(Error::<T>::from)?;
				// The record date is fixed, and so is the power found for it.
				ballot.power
			}
			None => Self::voting_power(owner, &poll)?,
		};
		let recent = T::Electorate::changed_since(owner, poll.recent_since);
		let ballot = Ballot { choice, power, channel, moment, recent };
		poll.count(&ballot).map_err(Error::<T>::from)?;
		Self::count_in_tracts(id, owner, &poll, previous.as_ref().map(|ballot| &ballot.choice), Some(&choice))?;
		poll.last_ballot = T::Clock::lived();
		if previous.is_none() {
			Self::no_longer_silent(id, owner, &mut poll)?;
			Self::count_paper(&mut poll, ballot.channel.kind())?;
		}
		Ballots::<T>::insert(id, owner, &ballot);
		Polls::<T>::insert(id, &poll);
		Self::deposit_event(Event::BallotCast { proposal: id, owner, ballot, changed: previous.is_some() });
		Ok(poll)
	}

	/// Takes the ballot of `owner` out of the tally. The owner can vote again, through any channel. Returns the ballot.
	pub(crate) fn withdraw_ballot(
		id: ProposalId,
		owner: OwnerId,
		poll: &mut PollOf<T>,
	) -> Result<BallotOf<T>, DispatchError> {
		let ballot = Ballots::<T>::take(id, owner).ok_or(Error::<T>::BallotNotFound)?;
		poll.discount(&ballot).map_err(Error::<T>::from)?;
		Self::count_in_tracts(id, owner, poll, Some(&ballot.choice), None)?;
		if let Some(silent) = &mut poll.served_silent {
			let power = Self::served_power(id, owner);
			*silent = silent.checked_add(power).ok_or(Error::<T>::Overflow)?;
		}
		if ballot.channel.kind() == ChannelKind::Paper {
			poll.papers = poll.papers.checked_sub(1).ok_or(Error::<T>::Overflow)?;
		}
		Polls::<T>::insert(id, &*poll);
		if let (Channel::Proxy { .. }, Some(proxy)) = (&ballot.channel, Proxies::<T>::get(id, owner)) {
			ProxiesUsed::<T>::mutate_exists(id, proxy.holder_owner, |used| {
				*used = used.and_then(|used| used.checked_sub(1)).filter(|used| *used > 0);
			});
		}
		Self::deposit_event(Event::BallotWithdrawn { proposal: id, owner, ballot: ballot.clone() });
		Ok(ballot)
	}

	/// Counts a ballot again that was withdrawn, for an owner who has no other.
	pub(crate) fn restore_ballot(
		id: ProposalId,
		owner: OwnerId,
		ballot: BallotOf<T>,
		poll: &mut PollOf<T>,
	) -> DispatchResult {
		poll.count(&ballot).map_err(Error::<T>::from)?;
		Self::count_in_tracts(id, owner, poll, None, Some(&ballot.choice))?;
		poll.last_ballot = T::Clock::lived();
		Self::no_longer_silent(id, owner, poll)?;
		Self::count_paper(poll, ballot.channel.kind())?;
		Ballots::<T>::insert(id, owner, &ballot);
		Polls::<T>::insert(id, &*poll);
		Self::deposit_event(Event::BallotCast { proposal: id, owner, ballot, changed: false });
		Ok(())
	}

	/// The weight of casting a ballot in the most expensive electorate: all buildings of an electorate, or of tracts.
	pub(crate) fn most_cast_weight() -> Weight {
		let in_tracts = <T as Config>::WeightInfo::cast(1, 1)
			.saturating_add(<T as Config>::WeightInfo::tally_tracts(MAX_BUILDINGS));
		<T as Config>::WeightInfo::cast(MAX_BUILDINGS, 1).max(in_tracts)
	}

	/// The weight of casting a ballot in this poll; `None` for the declared weight.
	pub(crate) fn cast_weight(poll: &PollOf<T>) -> Option<Weight> {
		match poll.tally {
			Tally::Election { .. } => None,
			Tally::Motion { .. } | Tally::Options { .. } => {
				// The whole community takes one lookup, as one building does.
				let buildings = poll.electorate.as_ref().map_or(1, |buildings| buildings.len());
				let buildings = u32::try_from(buildings).unwrap_or(MAX_BUILDINGS);
				let cast = <T as Config>::WeightInfo::cast(buildings, poll.served_silent.is_some().into());
				Some(match poll.tract_buildings {
					0 => cast,
					buildings => cast.saturating_add(<T as Config>::WeightInfo::tally_tracts(buildings)),
				})
			}
		}
	}

	/// Removes an owner who votes from the count of those served and silent.
	fn no_longer_silent(id: ProposalId, owner: OwnerId, poll: &mut PollOf<T>) -> DispatchResult {
		if let Some(silent) = &mut poll.served_silent {
			let power = Self::served_power(id, owner);
			*silent = silent.checked_sub(power).ok_or(Error::<T>::Overflow)?;
		}
		Ok(())
	}

	/// Counts a ballot among those on paper, if it is one.
	fn count_paper(poll: &mut PollOf<T>, channel: ChannelKind) -> DispatchResult {
		if channel == ChannelKind::Paper {
			poll.papers = poll.papers.checked_add(1).ok_or(Error::<T>::Overflow)?;
		}
		Ok(())
	}

	/// Ensures that ballots are taken now. Returns the time of the clock.
	///
	/// ## Errors
	/// [`Error::VotingNotOpen`], [`Error::VotingOver`].
	pub(crate) fn ensure_voting(poll: &PollOf<T>) -> Result<Moment, DispatchError> {
		let now = Self::ensure_not_over(poll)?;
		ensure!(T::Clock::lived() >= poll.opens, Error::<T>::VotingNotOpen);
		Ok(now)
	}

	/// Ensures that voting is not over. Returns the time of the clock.
	///
	/// ## Errors
	/// [`Error::VotingOver`].
	pub(crate) fn ensure_not_over(poll: &PollOf<T>) -> Result<Moment, DispatchError> {
		ensure!(T::Clock::lived() < poll.closes, Error::<T>::VotingOver);
		Ok(T::Clock::now())
	}

	/// Ensures that a choice answers the question of the poll.
	pub(crate) fn ensure_choice(poll: &PollOf<T>, choice: &Choice) -> DispatchResult {
		poll.tally.clone().add(choice, Power::ZERO).map_err(|error| Error::<T>::from(error).into())
	}

	/// Ensures that the owner has no ballot yet.
	pub(crate) fn ensure_no_ballot(id: ProposalId, owner: OwnerId) -> DispatchResult {
		match Ballots::<T>::get(id, owner) {
			None => Ok(()),
			Some(ballot) => Err(Self::voted(ballot.channel.kind())),
		}
	}

	/// Ensures that a ballot cast through `first` can be changed through `now`: only through the same channel, and not
	/// on paper.
	fn ensure_channel(first: ChannelKind, now: ChannelKind) -> DispatchResult {
		match (first, now) {
			(ChannelKind::Own, ChannelKind::Own) | (ChannelKind::Proxy, ChannelKind::Proxy) => Ok(()),
			_ => Err(Self::voted(first)),
		}
	}

	fn voted(channel: ChannelKind) -> DispatchError {
		match channel {
			ChannelKind::Own => Error::<T>::AlreadyVotedInPerson,
			ChannelKind::Proxy => Error::<T>::AlreadyVotedByProxy,
			ChannelKind::Paper => Error::<T>::AlreadyVotedOnPaper,
		}
		.into()
	}
}
