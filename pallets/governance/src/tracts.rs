// SPDX-License-Identifier: Apache-2.0

//! Votes within tracts (D28): a class can ask that its thresholds be met in the whole community and within each tract
//! of the rule book as well, as if the tract decided alone.
//!
//! An owner votes once. The ballot counts in each tract with the power that the owner has there at the record date. The
//! proposer does not choose the tracts, so that nobody draws them around an answer.

use crate::{
	electorate::Scope,
	pallet::*,
	tally::{Choice, Tally},
	types::{class::Lack, *},
	verdict::{self, Reason, Verdict},
	CertificateOf, PollOf, QuestionOf, WeightInfo,
};
use alloc::vec::Vec;
use core::iter::once;
use frame_support::{ensure, traits::Get, weights::Weight};
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{traits::Electorate, OwnerId, Power, UnitKinds};
use sp_runtime::{DispatchError, DispatchResult};

/// The weight of a notice beyond that in an electorate of the maximum number of buildings, which is what the tracts
/// together have: the community's totals, the developer's power in it, and the tallies.
pub(crate) fn notice_weight<T: Config>() -> Weight {
	T::DbWeight::get().reads_writes(4, 1)
}

/// The weight of counting a ballot beyond that in an electorate of the maximum number of buildings.
pub(crate) fn ballot_weight<T: Config>() -> Weight {
	<T as Config>::WeightInfo::tally_tracts(1)
}

/// The weight of withdrawing or restoring a ballot beyond that without tracts, which looks up no power.
pub(crate) fn withdrawal_weight<T: Config>() -> Weight {
	<T as Config>::WeightInfo::tally_tracts(MAX_BUILDINGS)
}

impl<T: Config> Pallet<T> {
	/// Ensures that owners have power in each tract of a rule book: in a tract that is misspelt nobody would be asked.
	///
	/// ## Errors
	/// [`Error::TractIsEmpty`], [`Error::TooManyBuildingSets`].
	pub(crate) fn ensure_tracts(book: &RuleBook) -> DispatchResult {
		if book.tracts.is_empty() {
			return Ok(());
		}
		let totals = T::Electorate::totals_in_each(Self::record_block(), &book.tracts);
		let totals = totals.ok_or(Error::<T>::TooManyBuildingSets)?;
		ensure!(totals.iter().all(|total| !total.is_zero()), Error::<T>::TractIsEmpty);
		Ok(())
	}

	/// Ensures that a question can be decided within each tract, if its class asks for that.
	///
	/// ## Errors
	/// [`Error::ElectorateNotAllowed`], [`Error::OptionsNotAllowed`].
	pub(crate) fn ensure_for_tracts(
		class: &DecisionClass,
		question: &QuestionOf<T>,
		electorate: Option<&Buildings>,
	) -> DispatchResult {
		if class.in_each_tract {
			ensure!(electorate.is_none(), Error::<T>::ElectorateNotAllowed);
			ensure!(!matches!(question, Question::Options { .. }), Error::<T>::OptionsNotAllowed);
		}
		Ok(())
	}

	/// Opens the tallies of the tracts within each of which the class asks for its thresholds. Returns the number of
	/// their buildings; zero if the class does not ask.
	///
	/// A tract in which nobody has power has nobody to ask and is left out: otherwise a building that is torn down
	/// would block the owners for ever.
	///
	/// ## Errors
	/// [`Error::TooManyBuildingSets`].
	pub(crate) fn open_tracts(
		id: ProposalId,
		book: &RuleBook,
		class: &DecisionClass,
		block: BlockNumberFor<T>,
	) -> Result<u32, DispatchError> {
		if !class.in_each_tract {
			return Ok(0);
		}
		let tracts = Self::counted_tracts(book, class, block).ok_or(Error::<T>::TooManyBuildingSets)?;
		let buildings = tracts.iter().map(|tract| tract.buildings.len()).fold(0usize, usize::saturating_add);
		if buildings > 0 {
			TractPolls::<T>::insert(id, tracts);
		}
		Ok(u32::try_from(buildings).unwrap_or(MAX_BUILDINGS))
	}

	/// The tracts in which owners have power at `block`, without ballots. `None` if they cannot be counted.
	pub(crate) fn counted_tracts(
		book: &RuleBook,
		class: &DecisionClass,
		block: BlockNumberFor<T>,
	) -> Option<tract::TractPolls> {
		let totals = Self::totals_in(&book.tracts, class.kinds, block)?;
		let mut tracts = Vec::new();
		for (buildings, total) in book.tracts.iter().zip(totals) {
			let scope = Scope::of_tract(buildings, class.kinds);
			let (total, developer) = Self::with_developer(class, block, scope, total)?;
			if !total.is_zero() {
				let tally = Tally::of_motion(class.quorum_only);
				tracts.push(TractPoll { buildings: buildings.clone(), total, developer, tally });
			}
		}
		Some(tract::TractPolls::truncate_from(tracts))
	}

	fn totals_in(tracts: &[Buildings], kinds: Option<UnitKinds>, block: BlockNumberFor<T>) -> Option<Vec<Power>> {
		match kinds {
			None => T::Electorate::totals_in_each(block, tracts),
			// One look-up per building.
			Some(_) => tracts.iter().map(|tract| Self::total_in(block, Scope::of_tract(tract, kinds))).collect(),
		}
	}

	/// Counts a ballot of `owner` within the tracts, in place of the one `before`; `None` where there is none.
	pub(crate) fn count_in_tracts(
		id: ProposalId,
		owner: OwnerId,
		poll: &PollOf<T>,
		before: Option<&Choice>,
		now: Option<&Choice>,
	) -> DispatchResult {
		if poll.tract_buildings == 0 {
			return Ok(());
		}
		let mut tracts = TractPolls::<T>::get(id);
		for tract in tracts.iter_mut() {
			// The record date is fixed, so that the same power is taken off as was added.
			let power = Self::power_in_tract(owner, poll, tract);
			if power.is_zero() {
				continue;
			}
			if let Some(choice) = before {
				tract.tally.remove(choice, power).map_err(Error::<T>::from)?;
			}
			if let Some(choice) = now {
				tract.tally.add(choice, power).map_err(Error::<T>::from)?;
			}
		}
		TractPolls::<T>::insert(id, tracts);
		Ok(())
	}

	/// The power with which `owner` votes within a tract; zero without units there.
	pub(crate) fn power_in_tract(owner: OwnerId, poll: &PollOf<T>, tract: &TractPoll) -> Power {
		match tract.developer {
			Some((developer, power)) if developer == owner => power,
			_ => Self::power_in(owner, poll.record_block, Scope::of_tract(&tract.buildings, poll.kinds)),
		}
	}

	/// The results within the tracts.
	pub(crate) fn tract_results(
		id: ProposalId,
		class: &DecisionClass,
		poll: &PollOf<T>,
	) -> Result<tract::TractResults, DispatchError> {
		if poll.tract_buildings == 0 {
			return Ok(tract::TractResults::default());
		}
		let mut results = Vec::new();
		for tract in TractPolls::<T>::get(id) {
			let count = tract.count().ok_or(Error::<T>::InvalidState)?;
			let verdict = verdict::decide(class, &count);
			results.push(TractResult { buildings: tract.buildings, count, verdict });
		}
		Ok(tract::TractResults::truncate_from(results))
	}
}

/// The verdict of the whole community together with those of the tracts: what passes has to pass everywhere.
pub(crate) fn with_tracts(whole: Verdict, tracts: &[TractResult]) -> Verdict {
	match whole {
		Verdict::Passed if tracts.iter().any(|tract| !tract.verdict.is_passed()) => Verdict::Rejected(Reason::Tract),
		other => other,
	}
}

/// What a rejected motion lacks that owners who have not voted could still bring about, if that is all it lacks: in the
/// whole community and in every tract. Where approval is lacking somewhere, a smaller quorum would not help.
pub(crate) fn lack<T: Config>(class: &DecisionClass, certificate: &CertificateOf<T>) -> Option<Lack> {
	let whole = match certificate.verdict {
		Verdict::Rejected(Reason::Tract) => Verdict::Passed,
		other => other,
	};
	let tracts = certificate.tracts.iter().map(|tract| (&tract.count, tract.verdict));
	let mut found = None;
	for (count, verdict) in once((&certificate.count, whole)).chain(tracts).filter(|(_, it)| !it.is_passed()) {
		found = match (verdict::lack(class, count, &verdict)?, found) {
			(Lack::Approval, _) | (_, Some(Lack::Approval)) => Some(Lack::Approval),
			(Lack::Participation, _) => Some(Lack::Participation),
		};
	}
	found
}
