// SPDX-License-Identifier: Apache-2.0

//! Choices among options, and their run-offs.
//!
//! An option is judged as a motion would be: all who picked another option, or none of them, are against it. So
//! whatever a class requires of a motion, it requires of an option, its veto included, and nobody lowers a threshold
//! by putting the question in another form.

use crate::{
	pallet::*,
	types::{certificate::Places, *},
	verdict::{self, Count, Reason, Verdict},
};
use alloc::vec::Vec;
use core::cmp::Reverse;
use frame_support::{
	ensure,
	traits::{Get, QueryPreimage},
	weights::Weight,
};
use linli_primitives::{traits::Clock, Power};
use sp_runtime::{DispatchError, DispatchResult};

/// The weight of the calls of options beyond that of a motion: each preimage is looked up and held.
pub(crate) fn calls_weight<T: Config>() -> Weight {
	let others = u64::from(MAX_OPTIONS).saturating_sub(1);
	T::DbWeight::get().reads_writes(others.saturating_mul(3), others)
}

/// The outcome of a choice among options.
pub(crate) struct Outcome {
	pub verdict: Verdict,
	/// The count of the chosen option, or of the leading one.
	pub count: Count,
	pub chosen: Places,
	/// The two options of the run-off.
	pub run_off: Places,
}

/// The outcome of a choice among options from the power that picks each of them.
///
/// Of the options that pass, that with the most heads is chosen, then that with the most area, then that named first.
/// If none passes, a run-off follows between the two that lead, in the same order, unless too few took part, there are
/// only two options, fewer than two were picked, or as many or more were against all as for any.
///
/// Owners who were served and stayed silent are not counted: silence picks no option.
pub(crate) fn outcome(class: &DecisionClass, count: &Count, options: &[Power], against_all: Power) -> Outcome {
	let picked = options.iter().try_fold(Power::ZERO, |sum, power| sum.checked_add(*power)).unwrap_or(count.total);
	let of = |power: Power| {
		// Part of the sum.
		let others = picked.checked_sub(power).and_then(|rest| rest.checked_add(against_all)).unwrap_or(count.total);
		Count { in_favour: power, against: others, served_silent: Power::ZERO, ..*count }
	};
	let mut ranked: Vec<(u8, Power)> = (0u8..).zip(options.iter().copied()).collect();
	// The sort is stable.
	ranked.sort_by_key(|(_, power)| Reverse((power.heads, power.area)));
	let passes = |power: &Power| verdict::decide(class, &of(*power)).is_passed();
	if let Some((place, power)) = ranked.iter().find(|(_, power)| passes(power)) {
		let chosen = Places::truncate_from(alloc::vec![*place]);
		return Outcome { verdict: Verdict::Passed, count: of(*power), chosen, run_off: Places::default() };
	}
	let leading = of(ranked.first().map_or(Power::ZERO, |(_, power)| *power));
	let verdict = verdict::decide(class, &leading);
	let open = !matches!(verdict, Verdict::Rejected(Reason::NobodyEntitled | Reason::AllAbstained))
		&& !verdict::lacks_participation(&verdict);
	let two: Vec<u8> = ranked.iter().filter(|(_, power)| !power.is_zero()).map(|(place, _)| *place).take(2).collect();
	let wanted = picked.heads > against_all.heads && picked.area > against_all.area;
	let run_off = if open && wanted && options.len() > 2 && two.len() == 2 { two } else { Vec::new() };
	Outcome { verdict, count: leading, chosen: Places::default(), run_off: Places::truncate_from(run_off) }
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_call_run_off(id: ProposalId) -> DispatchResult {
		let first = Self::proposal(id)?;
		let Question::Options { options, matter } = &first.question else {
			return Err(Error::<T>::RunOffNotFound.into());
		};
		let certificate = Certificates::<T>::get(id).ok_or(Error::<T>::RunOffNotFound)?;
		let Ok([one, other]) = <[u8; 2]>::try_from(certificate.reserve.as_slice()) else {
			return Err(Error::<T>::RunOffNotFound.into());
		};
		ensure!(!RunOffs::<T>::contains_key(id), Error::<T>::RunOffAlreadyCalled);
		let now = T::Clock::lived();
		let closed = T::Clock::lived_at(certificate.closed);
		let last = closed.checked_add(T::EnactmentPeriod::get()).ok_or(Error::<T>::Overflow)?;
		ensure!(now <= last, Error::<T>::RunOffOver);
		let calls = [one, other].map(|place| options.get(usize::from(place)).cloned().flatten());
		let run_off = NextProposal::<T>::get();
		NextProposal::<T>::put(run_off.checked_add(1).ok_or(Error::<T>::Overflow)?);
		let question = Question::Options { options: Options::truncate_from(calls.to_vec()), matter: *matter };
		Self::enter_room(run_off, Self::room_of(first.proposer, &question, first.electorate.as_ref()))?;
		// Held for the run-off before the first proposal, which kept them for it, lets go of them.
		question.calls().for_each(T::Preimages::hold);
		Self::release_call(&first);
		if let Proposer::Owner { owner } = first.proposer {
			// The first vote left its place when it was closed. The bound on petitions is for those who begin them.
			OpenPetitions::<T>::try_mutate(owner, |open| {
				*open = open.checked_add(1).ok_or(Error::<T>::Overflow)?;
				Ok::<_, DispatchError>(())
			})?;
		}
		let (proposer, class, rule_book, agenda) = (first.proposer, first.class, first.rule_book, first.agenda);
		let mut proposal = Proposal {
			question,
			// It is announced at once.
			state: State::Petition { ends: now, block: Self::record_block(), heads: 0, supporters: 0 },
			..first
		};
		Self::deposit_event(Event::Proposed { proposal: run_off, proposer, class, rule_book, agenda });
		Self::deposit_event(Event::RunOffCalled { proposal: id, run_off, options: (one, other) });
		Self::give_notice(run_off, &mut proposal)?;
		Proposals::<T>::insert(run_off, proposal);
		RunOffs::<T>::insert(id, run_off);
		FirstVotes::<T>::insert(run_off, id);
		Ok(())
	}

	/// The call that follows from a decision: the motion's, or that of the chosen option.
	pub(crate) fn call_of(id: ProposalId, question: &crate::QuestionOf<T>) -> Option<crate::BoundedCallOf<T>> {
		match question {
			Question::Motion { call, .. } => call.clone(),
			Question::Election { .. } => None,
			Question::Options { options, .. } => {
				let place = Certificates::<T>::get(id).and_then(|certificate| certificate.elected.first().copied());
				options.get(usize::from(place?)).cloned().flatten()
			}
		}
	}
}
