// SPDX-License-Identifier: Apache-2.0

//! Elections of the committee (D33). Its seats and terms are kept by the committee itself.

use crate::{
	pallet::*,
	types::{certificate::Places, class::DecisionClass, rule_book::ElectionRules, *},
	verdict::{self, Count, Reason, Verdict},
	CandidatesOf, ProposalOf,
};
use alloc::vec::Vec;
use core::cmp::Reverse;
use frame_support::ensure;
use linli_primitives::{
	traits::{Clock, Electorate, OwnerEligibility, SittingCommittee},
	ElectionResult, Moment, OwnerId, Power,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_stand(id: ProposalId, owner: OwnerId, account: T::AccountId) -> DispatchResult {
		let proposal = Self::ensure_nominating(id)?;
		ensure!(!T::Electorate::power_at(owner, Self::record_block(), None).is_zero(), Error::<T>::NotEligibleToVote);
		let barred = Self::book_of(proposal.rule_book)?.election.arrears_bar && !T::Eligibility::may_stand(owner);
		ensure!(!barred, Error::<T>::NotEligible);
		Self::nominate(id, owner, account)
	}

	pub(crate) fn do_step_back(id: ProposalId, owner: OwnerId) -> DispatchResult {
		let proposal = Self::ensure_nominating(id)?;
		Self::ensure_enough_stay(id, owner, &proposal)?;
		Self::give_up(id, owner)?;
		Self::deposit_event(Event::CandidateSteppedBack { proposal: id, owner });
		Ok(())
	}

	pub(crate) fn do_announce(id: ProposalId) -> DispatchResult {
		let mut proposal = Self::proposal(id)?;
		let State::Nominating { ends } = proposal.state else {
			return Err(Error::<T>::NotNominating.into());
		};
		let now = T::Clock::now();
		ensure!(T::Clock::lived() >= ends, Error::<T>::NominationRunning);
		let fewest = Self::book_of(proposal.rule_book)?.election.seats_min;
		let candidates = Candidates::<T>::decode_len(id).and_then(|count| u32::try_from(count).ok()).unwrap_or(0);
		// Meanwhile the owners may have elected a committee that can act, and whose term does not end soon.
		let needless = proposal.proposer == Proposer::Vacancies && !T::Committee::needs_successor();
		if candidates < fewest || needless {
			Self::lapse(id, &mut proposal, now)?;
		} else {
			Self::give_notice(id, &mut proposal)?;
		}
		Proposals::<T>::insert(id, proposal);
		Ok(())
	}

	/// The result of an election that passed, as it is handed to the committee: the candidates that the certificate
	/// names by place.
	pub(crate) fn result_of(
		id: ProposalId,
		seats: u32,
		term: Moment,
	) -> Result<ElectionResult<T::AccountId>, DispatchError> {
		let certificate = Certificates::<T>::get(id).ok_or(Error::<T>::InvalidState)?;
		let candidates = Candidates::<T>::get(id);
		let named = |places: &Places| {
			let found = places.iter().filter_map(|place| candidates.get(usize::from(*place)).cloned());
			CandidatesOf::<T>::truncate_from(found.collect())
		};
		Ok(ElectionResult {
			election: id,
			closed: certificate.closed,
			seats,
			minimum: Self::book_of(Self::proposal(id)?.rule_book)?.election.seats_min,
			term,
			elected: named(&certificate.elected),
			reserve: named(&certificate.reserve),
		})
	}

	pub(crate) fn ensure_nominating(id: ProposalId) -> Result<ProposalOf<T>, DispatchError> {
		let proposal = Self::proposal(id)?;
		let State::Nominating { ends } = proposal.state else {
			return Err(Error::<T>::NotNominating.into());
		};
		ensure!(T::Clock::lived() < ends, Error::<T>::NominationOver);
		Ok(proposal)
	}
}

/// The outcome of an election.
pub(crate) struct Outcome {
	pub verdict: Verdict,
	pub elected: Places,
	pub reserve: Places,
}

/// The outcome of an election from the power that approves each candidate.
///
/// The class's participation is required. Candidates with the class's approval are ranked by heads, then by area, then
/// by the order in which they stood, and fill the seats in that order; where the number must be odd, one fewer if need
/// be. With fewer than the minimum number of seats, or no majority of them, which could never carry a motion, the
/// election is rejected. The remaining candidates with approval are the reserve.
///
/// Owners who were served and stayed silent are not counted: among candidates there is no majority to join.
pub(crate) fn outcome(
	class: &DecisionClass,
	rules: &ElectionRules,
	seats: u32,
	count: &Count,
	approving: &[Power],
) -> Outcome {
	let mut ranked: Vec<(u8, Power)> = (0u8..)
		.zip(approving.iter().copied())
		.filter(|(_, power)| verdict::qualifies(class, count.total, count.participating, *power))
		.collect();
	// The sort is stable: candidates of equal rank stay in the order in which they stood.
	ranked.sort_by_key(|(_, power)| Reverse((power.heads, power.area)));
	let qualified = u32::try_from(ranked.len()).unwrap_or(MAX_CANDIDATES);
	let mut filled = qualified.min(seats);
	if rules.odd && filled & 1 == 0 {
		filled = filled.saturating_sub(1);
	}
	let verdict = match verdict::quorum(class, count.total, count.participating) {
		Err(reason) => Verdict::Rejected(reason),
		Ok(()) if ranked.is_empty() => Verdict::Rejected(Reason::NoCandidate),
		Ok(()) if filled < rules.seats_min || filled.saturating_mul(2) <= seats => {
			Verdict::Rejected(Reason::TooFewElected)
		}
		Ok(()) => Verdict::Passed,
	};
	let places: Vec<u8> = ranked.into_iter().map(|(place, _)| place).collect();
	let filled = if verdict.is_passed() { usize::try_from(filled).unwrap_or(0) } else { 0 };
	let (elected, reserve) = places.split_at_checked(filled).unwrap_or((&[], &places));
	Outcome {
		verdict,
		elected: Places::truncate_from(elected.to_vec()),
		reserve: Places::truncate_from(if verdict.is_passed() { reserve.to_vec() } else { Vec::new() }),
	}
}
