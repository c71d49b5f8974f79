// SPDX-License-Identifier: Apache-2.0

//! Casting and counting, and nothing of the lives of proposals.
//!
//! A ballot comes as a [`Choice`] and goes into a [`Tally`], with the power behind it; a changed one is taken out
//! again first. What a [`BallotKind`] adds stays in this file and in what it makes of its choices: a secret kind gets
//! its own choice (a ciphertext) and its own tally (a sum of ciphertexts) beside these.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Power, MAX_CANDIDATES};
use scale_info::TypeInfo;

/// How ballots are cast and counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum BallotKind {
	/// Everybody can see each choice.
	#[codec(index = 0)]
	Open,
}

/// What an owner wants.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Choice {
	/// That it be so.
	#[codec(index = 0)]
	For,
	/// That it not be so.
	#[codec(index = 1)]
	Against,
	/// To take part and say neither.
	#[codec(index = 2)]
	Abstain,
	/// In an election: any of the candidates, all or none.
	#[codec(index = 3)]
	Approve {
		/// Bit `n` approves the candidate at place `n`. None at all is an abstention.
		candidates: u32,
	},
}

/// Ballots counted so far. It changes with each ballot, so that closing costs the same however many there are.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Tally {
	/// Of a motion.
	#[codec(index = 0)]
	Motion {
		/// Who is for it.
		in_favour: Power,
		/// Who is against it.
		against: Power,
		/// Who abstains.
		abstaining: Power,
	},
	/// Of an election.
	#[codec(index = 1)]
	Election {
		/// Who cast a ballot.
		participating: Power,
		/// Who approves each candidate.
		approving: BoundedVec<Power, ConstU32<MAX_CANDIDATES>>,
	},
}

/// Why a choice cannot be counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TallyError {
	/// It answers another kind of question.
	InvalidChoice,
	/// It names a candidate who does not stand.
	CandidateNotFound,
	/// A sum does not fit, or more would be taken out than is in.
	Overflow,
}

impl Tally {
	/// No ballots on a motion.
	pub const fn of_motion() -> Self {
		Self::Motion { in_favour: Power::ZERO, against: Power::ZERO, abstaining: Power::ZERO }
	}

	/// No ballots on so many candidates.
	pub fn of_election(candidates: usize) -> Self {
		let approving = core::iter::repeat_n(Power::ZERO, candidates);
		Self::Election {
			participating: Power::ZERO,
			approving: BoundedVec::truncate_from(approving.collect::<alloc::vec::Vec<_>>()),
		}
	}

	/// Counts a ballot.
	///
	/// ## Errors
	/// [`TallyError`]; the tally is then worth nothing.
	pub fn add(&mut self, choice: &Choice, power: Power) -> Result<(), TallyError> {
		self.change(choice, |sum| sum.checked_add(power))
	}

	/// Counts a ballot no longer.
	///
	/// ## Errors
	/// [`TallyError`]; the tally is then worth nothing.
	pub fn remove(&mut self, choice: &Choice, power: Power) -> Result<(), TallyError> {
		self.change(choice, |sum| sum.checked_sub(power))
	}

	/// Who took part, however they chose. `None` where the sum does not fit.
	pub fn participating(&self) -> Option<Power> {
		match self {
			Self::Motion { in_favour, against, abstaining } => {
				in_favour.checked_add(*against)?.checked_add(*abstaining)
			}
			Self::Election { participating, .. } => Some(*participating),
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
			_ => Err(TallyError::InvalidChoice),
		}
	}
}
