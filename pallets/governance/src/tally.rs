// SPDX-License-Identifier: Apache-2.0

//! Choices and their tally, independent of the states of proposals.
//!
//! A ballot is a [`Choice`] that is added to a [`Tally`] with its owner's power; before it is changed, the old choice
//! is removed. Everything specific to a [`BallotKind`] stays in this file: a secret kind would add its own choice (a
//! ciphertext) and its own tally (a sum of ciphertexts).

use crate::types::MAX_OPTIONS;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Power, MAX_CANDIDATES};
use scale_info::TypeInfo;

/// How ballots are cast and counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum BallotKind {
	/// Each choice is public.
	#[codec(index = 0)]
	Open,
}

/// An owner's choice.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Choice {
	/// For the motion.
	#[codec(index = 0)]
	For,
	/// Against the motion.
	#[codec(index = 1)]
	Against,
	/// Takes part without being for or against.
	#[codec(index = 2)]
	Abstain,
	/// In an election: approves any number of candidates.
	#[codec(index = 3)]
	Approve {
		/// Bit `n` approves the candidate at place `n`. No bit set is an abstention.
		candidates: u32,
	},
	/// Takes part for the quorum only, where the class has such ballots: unlike an abstention, it is not in the base of
	/// those taking part.
	#[codec(index = 4)]
	QuorumOnly,
	/// Among options: picks one. [`Choice::Against`] is against all of them.
	#[codec(index = 5)]
	Pick {
		/// The place of the option, from 0.
		option: u8,
	},
}

/// The power behind each choice. It is updated with each ballot, so that the cost of closing does not depend on their
/// number.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Tally {
	/// The tally of a motion.
	#[codec(index = 0)]
	Motion {
		/// Power for the motion.
		in_favour: Power,
		/// Power against the motion.
		against: Power,
		/// Power that abstains.
		abstaining: Power,
		/// Power that took part for the quorum only; `None` if the class has no such ballots.
		quorum_only: Option<Power>,
	},
	/// The tally of an election.
	#[codec(index = 1)]
	Election {
		/// Power of all who cast a ballot.
		participating: Power,
		/// Power that approves each candidate, by place.
		approving: BoundedVec<Power, ConstU32<MAX_CANDIDATES>>,
	},
	/// The tally of a choice among options.
	#[codec(index = 2)]
	Options {
		/// Power that picks each option, by place.
		options: BoundedVec<Power, ConstU32<MAX_OPTIONS>>,
		/// Power against all options.
		against: Power,
		/// Power that abstains.
		abstaining: Power,
		/// Power that took part for the quorum only; `None` if the class has no such ballots.
		quorum_only: Option<Power>,
	},
}

/// Reasons why a choice cannot be counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TallyError {
	/// The choice is for another kind of question.
	InvalidChoice,
	/// The choice names a place without a candidate.
	CandidateNotFound,
	/// The class has no ballots for the quorum only.
	QuorumOnlyNotAllowed,
	/// The choice names a place without an option.
	OptionNotFound,
	/// A sum overflows or underflows.
	Overflow,
}

impl Tally {
	/// The empty tally of a motion, with or without ballots for the quorum only.
	pub const fn of_motion(quorum_only: bool) -> Self {
		let quorum_only = if quorum_only { Some(Power::ZERO) } else { None };
		Self::Motion { in_favour: Power::ZERO, against: Power::ZERO, abstaining: Power::ZERO, quorum_only }
	}

	/// The empty tally of an election with this number of candidates.
	pub fn of_election(candidates: usize) -> Self {
		let approving = core::iter::repeat_n(Power::ZERO, candidates);
		Self::Election {
			participating: Power::ZERO,
			approving: BoundedVec::truncate_from(approving.collect::<alloc::vec::Vec<_>>()),
		}
	}

	/// The empty tally of a choice among this number of options, with or without ballots for the quorum only.
	pub fn of_options(options: usize, quorum_only: bool) -> Self {
		let sums = core::iter::repeat_n(Power::ZERO, options).collect::<alloc::vec::Vec<_>>();
		let quorum_only = quorum_only.then_some(Power::ZERO);
		let (against, abstaining) = (Power::ZERO, Power::ZERO);
		Self::Options { options: BoundedVec::truncate_from(sums), against, abstaining, quorum_only }
	}

	/// Adds a ballot.
	///
	/// ## Errors
	/// [`TallyError`]; the tally must then be discarded.
	pub fn add(&mut self, choice: &Choice, power: Power) -> Result<(), TallyError> {
		self.change(choice, |sum| sum.checked_add(power))
	}

	/// Removes a ballot.
	///
	/// ## Errors
	/// [`TallyError`]; the tally must then be discarded.
	pub fn remove(&mut self, choice: &Choice, power: Power) -> Result<(), TallyError> {
		self.change(choice, |sum| sum.checked_sub(power))
	}

	/// The power of all who took part, whatever their choice. `None` if the sum overflows.
	pub fn participating(&self) -> Option<Power> {
		match self {
			Self::Motion { in_favour, against, abstaining, quorum_only } => in_favour
				.checked_add(*against)?
				.checked_add(*abstaining)?
				.checked_add(quorum_only.unwrap_or(Power::ZERO)),
			Self::Election { participating, .. } => Some(*participating),
			Self::Options { options, against, abstaining, quorum_only } => options
				.iter()
				.chain([against, abstaining])
				.chain(quorum_only)
				.try_fold(Power::ZERO, |sum, power| sum.checked_add(*power)),
		}
	}

	fn change(&mut self, choice: &Choice, change: impl Fn(Power) -> Option<Power>) -> Result<(), TallyError> {
		let apply = |sum: &mut Power| {
			*sum = change(*sum).ok_or(TallyError::Overflow)?;
			Ok(())
		};
		match (self, choice) {
			(Self::Motion { in_favour, .. }, Choice::For) => apply(in_favour),
			(Self::Motion { against, .. }, Choice::Against) => apply(against),
			(Self::Motion { abstaining, .. }, Choice::Abstain) => apply(abstaining),
			(Self::Motion { quorum_only, .. }, Choice::QuorumOnly) => match quorum_only {
				Some(sum) => apply(sum),
				None => Err(TallyError::QuorumOnlyNotAllowed),
			},
			(Self::Election { participating, approving }, Choice::Approve { candidates }) => {
				apply(participating)?;
				let mut left = *candidates;
				for sum in approving.iter_mut() {
					if left & 1 == 1 {
						apply(sum)?;
					}
					left >>= 1;
				}
				if left == 0 {
					Ok(())
				} else {
					Err(TallyError::CandidateNotFound)
				}
			}
			(Self::Options { options, .. }, Choice::Pick { option }) => {
				apply(options.get_mut(usize::from(*option)).ok_or(TallyError::OptionNotFound)?)
			}
			(Self::Options { against, .. }, Choice::Against) => apply(against),
			(Self::Options { abstaining, .. }, Choice::Abstain) => apply(abstaining),
			(Self::Options { quorum_only, .. }, Choice::QuorumOnly) => match quorum_only {
				Some(sum) => apply(sum),
				None => Err(TallyError::QuorumOnlyNotAllowed),
			},
			_ => Err(TallyError::InvalidChoice),
		}
	}
}
