// SPDX-License-Identifier: Apache-2.0

//! The invariants of the pallet's storage, one function for each.

use crate::{closing::closes_early, pallet::*, proposals::as_slice, tally::Tally, types::*, PollOf, ProposalOf};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use core::cmp::Ordering;
use frame_support::{ensure, traits::Get};
use linli_primitives::{
	traits::{Clock, Electorate},
	OwnerId, Power,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_rule_books()?;
		Self::try_proposals()?;
		Self::try_petitions()?;
		Self::try_deadlines()?;
		Self::try_tallies()?;
		Self::try_powers()?;
		Self::try_channels()?;
		Self::try_silence()?;
		Self::try_certificates()?;
		Self::try_challenges()?;
		Self::try_annulments()?;
		Self::try_judgments()?;
		Self::try_run_offs()
	}

	/// Rule books are valid and have versions without gaps up to the one in force.
	pub(crate) fn try_rule_books() -> Result<(), TryRuntimeError> {
		let expected = CurrentRuleBook::<T>::get().map_or(0, |last| u64::from(last).saturating_add(1));
		let versions: BTreeSet<_> = RuleBooks::<T>::iter_keys().collect();
		ensure!(
			u64::try_from(versions.len()) == Ok(expected),
			"governance: the number of rule books does not match the version in force"
		);
		ensure!(
			versions.last().is_none_or(|last| Some(*last) == CurrentRuleBook::<T>::get()),
			"governance: versions of the rule book have gaps"
		);
		ensure!(
			RuleBooks::<T>::iter_values().all(|book| book.validate().is_ok()),
			"governance: a rule book is invalid"
		);
		Ok(())
	}

	/// Proposals have ids without gaps and a class in their rule book, and exactly the open ones are listed as open.
	pub(crate) fn try_proposals() -> Result<(), TryRuntimeError> {
		let count = NextProposal::<T>::get();
		let mut open = BTreeSet::new();
		let mut proposals = 0u32;
		for (id, proposal) in Proposals::<T>::iter() {
			proposals = proposals.saturating_add(1);
			ensure!(id < count, "governance: a proposal's id is not below the next");
			ensure!(Self::class_of(&proposal).is_ok(), "governance: a proposal's class is not in its rule book");
			if proposal.state.is_open() {
				open.insert(id);
			}
		}
		ensure!(proposals == count, "governance: the ids of proposals have gaps");
		let listed = OpenProposals::<T>::get();
		ensure!(listed.len() == open.len(), "governance: open proposals are miscounted");
		ensure!(
			listed.into_iter().collect::<BTreeSet<_>>() == open,
			"governance: the wrong proposals are listed as open"
		);
		Ok(())
	}

	/// The supporters of each petition are counted correctly, have power in the electorate, and are fewer than the rule
	/// book requires, since a petition with enough of them is put to the owners. No owner has too many open petitions,
	/// and the committee's proposals have no supporters.
	pub(crate) fn try_petitions() -> Result<(), TryRuntimeError> {
		let mut petitions = BTreeMap::<OwnerId, u32>::new();
		for (id, proposal) in Proposals::<T>::iter() {
			if !proposal.state.is_open() {
				continue;
			}
			if let Proposer::Owner { owner } = proposal.proposer {
				let open = petitions.entry(owner).or_default();
				*open = open.saturating_add(1);
			}
			let State::Petition { block, heads, supporters, .. } = proposal.state else {
				continue;
			};
			let buildings = as_slice(&proposal.electorate);
			ensure!(
				Supporters::<T>::iter_key_prefix(id)
					.all(|owner| !T::Electorate::power_at(owner, block, buildings).is_zero()),
				"governance: a supporter of a petition has no power"
			);
			let counted = Supporters::<T>::iter_key_prefix(id)
				.map(|owner| T::Electorate::power_at(owner, block, buildings).heads)
				.fold(0u32, u32::saturating_add);
			ensure!(counted == supporters, "governance: the supporters of a petition are miscounted");
			ensure!(supporters <= heads, "governance: a petition has more supporters than there are owners");
			ensure!(proposal.proposer != Proposer::Committee, "governance: the committee makes no petitions");
			let total = T::Electorate::totals_at(block, buildings);
			ensure!(
				total.is_none_or(|total| total.heads == heads),
				"governance: a petition's heads are not those of its electorate"
			);
			let share = Self::book_of(proposal.rule_book)?.petition.compare(supporters.into(), heads.into());
			ensure!(share == Some(Ordering::Less), "governance: a petition has enough support and was not put forward");
		}
		ensure!(
			Supporters::<T>::iter_keys().all(|(id, _)| {
				Proposals::<T>::get(id).is_some_and(|proposal| proposal.proposer != Proposer::Committee)
			}),
			"governance: there is support for a proposal that is not a petition"
		);
		ensure!(petitions.values().all(|open| *open <= T::MaxPetitions::get()), "governance: too many petitions");
		let counted: BTreeMap<OwnerId, u32> = OpenPetitions::<T>::iter().collect();
		ensure!(counted == petitions, "governance: an owner's petitions are miscounted");
		Ok(())
	}

	/// No proposal is in a state that its deadlines exclude: votes have the length of their class, none was closed or
	/// enacted early, and no time lies in the future.
	pub(crate) fn try_deadlines() -> Result<(), TryRuntimeError> {
		let now = T::Clock::now();
		for (id, proposal) in Proposals::<T>::iter() {
			let class = Self::class_of(&proposal)?;
			let poll = Polls::<T>::get(id);
			if let Some(poll) = &poll {
				ensure!(in_length(&class, poll), "governance: a vote does not have the length of its class");
			}
			Self::try_deadline(id, &proposal, &class, poll.as_ref(), now)?;
		}
		ensure!(
			Polls::<T>::iter_keys().all(Proposals::<T>::contains_key),
			"governance: there is a vote without a proposal"
		);
		Ok(())
	}

	fn try_deadline(
		id: ProposalId,
		proposal: &ProposalOf<T>,
		class: &DecisionClass,
		poll: Option<&PollOf<T>>,
		now: linli_primitives::Moment,
	) -> Result<(), TryRuntimeError> {
		let closes = poll.map(|poll| poll.closes);
		let in_order = match &proposal.state {
			State::Petition { .. } | State::Withdrawn { .. } => poll.is_none(),
			// Lapsed before the vote. Otherwise it passed and was not enacted.
			State::Lapsed { at } if poll.is_none() => *at <= now,
			State::Lapsed { at } if Self::effect_given(id).is_some() => {
				let last = Self::effect_given(id).and_then(|due| due.checked_add(T::EnactmentPeriod::get()));
				last.is_some_and(|last| last < *at) && *at <= now
			}
			State::Lapsed { at } => {
				let closed = Certificates::<T>::get(id).map(|certificate| certificate.closed);
				let last =
					closed.and_then(|closed| closed.checked_add(class.delay)?.checked_add(T::EnactmentPeriod::get()));
				last.is_some_and(|last| last < *at) && *at <= now
			}
			State::Nominating { .. } => poll.is_none() && matches!(proposal.question, Question::Election { .. }),
			State::Announced { at, opens, closes } => poll.is_some_and(|poll| {
				(poll.opens, poll.closes) == (*opens, *closes)
					&& at.checked_add(class.notice) == Some(*opens)
					&& *at <= now
			}),
			State::Passed { closed, enact_at } => {
				closes.is_some_and(|closes| closes <= *closed)
					&& *closed <= now
					&& Self::effect_given(id).or(closed.checked_add(class.delay)) == Some(*enact_at)
			}
			State::Rejected { closed } => closes.is_some_and(|closes| closes <= *closed) && *closed <= now,
			State::Failed { enact_at, at, .. } | State::Enacted { enact_at, at } => {
				closes.is_some_and(|closes| closes <= *enact_at) && enact_at <= at && *at <= now
			}
			State::Annulled { at, .. } => closes.is_some_and(|closes| closes <= *at) && *at <= now,
		};
		ensure!(in_order, "governance: a proposal is in a state that its deadlines exclude");
		Ok(())
	}

	/// The tally of each vote is the sum of its ballots and does not exceed the total power.
	pub(crate) fn try_tallies() -> Result<(), TryRuntimeError> {
		for (id, poll) in Polls::<T>::iter() {
			let mut tally = match &poll.tally {
				Tally::Motion { quorum_only, .. } => Tally::of_motion(quorum_only.is_some()),
				Tally::Election { approving, .. } => Tally::of_election(approving.len()),
				Tally::Options { options, quorum_only, .. } => Tally::of_options(options.len(), quorum_only.is_some()),
			};
			for ballot in Ballots::<T>::iter_prefix_values(id) {
				tally.add(&ballot.choice, ballot.power).map_err(|_| "governance: a ballot cannot be counted")?;
				ensure!(
					poll.opens <= ballot.moment && ballot.moment < poll.closes,
					"governance: a ballot was cast outside its voting window"
				);
				ensure!(ballot.moment <= poll.last_ballot, "governance: a ballot was cast after the last one");
			}
			ensure!(tally == poll.tally, "governance: a tally is not the sum of its ballots");
			let within = tally.participating().is_some_and(|votes| votes.within(&poll.total));
			ensure!(within, "governance: a tally exceeds the total power");
		}
		ensure!(
			Ballots::<T>::iter_keys().all(|(id, _)| Polls::<T>::contains_key(id)),
			"governance: there is a ballot without a vote"
		);
		Ok(())
	}

	/// The power of each ballot and the total of each vote are those of the record date. The storage keys ensure one
	/// ballot per owner and proposal.
	pub(crate) fn try_powers() -> Result<(), TryRuntimeError> {
		for (id, poll) in Polls::<T>::iter() {
			let class = Self::class_of(&Self::proposal(id)?)?;
			let counted = Self::counted_total(&class, poll.record_block, as_slice(&poll.electorate));
			ensure!(
				counted.is_none_or(|counted| counted == (poll.total, poll.developer)),
				"governance: a total is not that of the record date"
			);
			for (owner, ballot) in Ballots::<T>::iter_prefix(id) {
				ensure!(!ballot.power.is_zero(), "governance: a ballot has no power");
				ensure!(
					Self::voting_power(owner, &poll) == Ok(ballot.power),
					"governance: a ballot's power is not that of the record date"
				);
			}
		}
		Ok(())
	}

	/// Each ballot by proxy has its proxy and each paper ballot its own scan. No owner holds too many proxies across
	/// all accounts, and none holds a proxy of itself.
	pub(crate) fn try_channels() -> Result<(), TryRuntimeError> {
		for (id, owner, ballot) in Ballots::<T>::iter() {
			match ballot.channel {
				Channel::Own => (),
				Channel::Proxy { holder } => {
					let held = Proxies::<T>::get(id, owner).is_some_and(|proxy| proxy.holder == holder);
					ensure!(held, "governance: a ballot by proxy has no proxy");
				}
				Channel::Paper { scan, entered_by, witness } => {
					ensure!(Scans::<T>::get(scan) == Some((id, owner)), "governance: a paper ballot has no scan");
					ensure!(
						entered_by != witness,
						"governance: a paper ballot was countersigned by the account that entered it"
					);
				}
			}
		}
		let mut held = BTreeMap::<(ProposalId, OwnerId), u32>::new();
		for (id, owner, proxy) in Proxies::<T>::iter() {
			ensure!(proxy.holder_owner != owner, "governance: an owner holds a proxy of itself");
			let count = held.entry((id, proxy.holder_owner)).or_default();
			*count = count.saturating_add(1);
		}
		for ((id, _), count) in &held {
			let most = Self::book_of(Self::proposal(*id)?.rule_book)?.proxies_per_holder;
			ensure!(*count <= most, "governance: an owner holds too many proxies");
		}
		let counted: BTreeMap<_, _> =
			ProxiesHeld::<T>::iter().map(|(id, holder, count)| ((id, holder), count)).collect();
		ensure!(counted == held, "governance: proxies are miscounted");
		Ok(())
	}

	/// Where the silent are counted, their power is that of the owners with a receipt and no ballot.
	pub(crate) fn try_silence() -> Result<(), TryRuntimeError> {
		for (id, poll) in Polls::<T>::iter() {
			let Some(silent) = poll.served_silent else {
				continue;
			};
			let sum = Deliveries::<T>::iter_prefix(id)
				.filter(|(owner, _)| !Ballots::<T>::contains_key(id, owner))
				.try_fold(Power::ZERO, |sum, (_, delivery)| sum.checked_add(delivery.power));
			ensure!(sum == Some(silent), "governance: the served and silent are miscounted");
		}
		Ok(())
	}

	/// Exactly the closed votes have certificates, and these agree with the votes and the states of the proposals.
	pub(crate) fn try_certificates() -> Result<(), TryRuntimeError> {
		for (id, proposal) in Proposals::<T>::iter() {
			let certificate = Certificates::<T>::get(id);
			let verdict = certificate.as_ref().map(|certificate| certificate.verdict.is_passed());
			// What a court gave effect to was rejected by the owners.
			let in_favour = Self::effect_given(id).is_none();
			let expected = match proposal.state {
				State::Passed { .. } | State::Failed { .. } | State::Enacted { .. } | State::Annulled { .. } => {
					Some(in_favour)
				}
				State::Rejected { .. } => Some(false),
				State::Lapsed { .. } if Polls::<T>::contains_key(id) => Some(in_favour),
				_ => None,
			};
			ensure!(verdict == expected, "governance: a certificate contradicts its proposal's state");
			if let Some(certificate) = certificate {
				let poll = Self::poll(id)?;
				ensure!(certificate.tally == poll.tally, "governance: a certificate has another tally");
				ensure!(certificate.count.total == poll.total, "governance: a certificate has another total");
				ensure!(certificate.stage == poll.stage, "governance: a certificate is of another stage");
				ensure!(
					(certificate.rule_book, certificate.class) == (proposal.rule_book, proposal.class),
					"governance: a certificate is of another class"
				);
			}
		}
		ensure!(
			Certificates::<T>::iter_keys().all(Proposals::<T>::contains_key),
			"governance: there is a certificate without a proposal"
		);
		Ok(())
	}

	/// Challenges are counted correctly and within their bound.
	pub(crate) fn try_challenges() -> Result<(), TryRuntimeError> {
		let mut challenges = BTreeMap::<ProposalId, u32>::new();
		for (id, _) in Challenges::<T>::iter_keys() {
			let count = challenges.entry(id).or_default();
			*count = count.saturating_add(1);
		}
		ensure!(
			challenges.values().all(|count| *count <= T::MaxChallenges::get()),
			"governance: a decision has too many challenges"
		);
		let counted: BTreeMap<_, _> = ChallengeCount::<T>::iter().collect();
		ensure!(counted == challenges, "governance: challenges are miscounted");
		Ok(())
	}

	/// Rulings wait for the registrar only on decisions that can still be annulled, and none was entered in the future.
	pub(crate) fn try_annulments() -> Result<(), TryRuntimeError> {
		let now = T::Clock::now();
		for (id, annulment) in Annulments::<T>::iter() {
			ensure!(
				Self::proposal(id)?.state.waits_for_enactment(),
				"governance: a ruling waits on a decision that cannot be annulled"
			);
			ensure!(annulment.moment <= now, "governance: a ruling was entered in the future");
		}
		Ok(())
	}

	/// Judgments are on motions that were rejected, and give effect to those that wait for their enactment or did so.
	pub(crate) fn try_judgments() -> Result<(), TryRuntimeError> {
		let now = T::Clock::now();
		for (id, judgment) in Judgments::<T>::iter() {
			let proposal = Self::proposal(id)?;
			let is_motion = matches!(proposal.question, Question::Motion { .. });
			ensure!(is_motion, "governance: there is a judgment on an election");
			let is_rejected = matches!(proposal.state, State::Rejected { .. });
			ensure!(
				is_rejected == judgment.given.is_none(),
				"governance: a judgment's effect contradicts the state of its motion"
			);
			let verdict = Certificates::<T>::get(id).map(|certificate| certificate.verdict.is_passed());
			ensure!(verdict == Some(false), "governance: there is a judgment on a motion that passed");
			ensure!(judgment.moment <= now, "governance: a judgment was entered in the future");
		}
		Ok(())
	}

	/// Run-offs follow from rejected choices among options, and are between the two that led.
	pub(crate) fn try_run_offs() -> Result<(), TryRuntimeError> {
		for (id, run_off) in RunOffs::<T>::iter() {
			let (first, second) = (Self::proposal(id)?, Self::proposal(run_off)?);
			let (Question::Options { options }, Question::Options { options: two }) =
				(&first.question, &second.question)
			else {
				return Err("governance: a run-off has no options".into());
			};
			let places = Certificates::<T>::get(id).map(|certificate| certificate.reserve).unwrap_or_default();
			let led: Vec<_> = places.iter().map(|place| options.get(usize::from(*place))).collect();
			ensure!(
				led.len() == 2 && led.into_iter().eq(two.iter().map(Some)),
				"governance: a run-off is not between the options that led"
			);
			let same = (first.proposer, first.class, first.rule_book, &first.electorate, first.agenda)
				== (second.proposer, second.class, second.rule_book, &second.electorate, second.agenda);
			ensure!(same && id < run_off, "governance: a run-off is on another question");
		}
		Ok(())
	}

	/// The time from which a motion can be enacted to which a court gave effect.
	fn effect_given(id: ProposalId) -> Option<linli_primitives::Moment> {
		Judgments::<T>::get(id).and_then(|judgment| judgment.given).map(|(_, enact_at)| enact_at)
	}
}

/// Whether a vote is as long as its class says: a later stage begins when the one before was closed, which can be at
/// any time after its end.
fn in_length<BlockNumber>(class: &DecisionClass, poll: &Poll<BlockNumber>) -> bool {
	let first = poll.opens.checked_add(class.window);
	let extended = first.and_then(|end| end.checked_add(class.extension.unwrap_or_default()));
	let regular = match poll.stage {
		Stage::FirstCall => first == Some(poll.closes),
		Stage::Extended => class.extension.is_some() && extended.is_some_and(|end| end <= poll.closes),
		Stage::SecondCall => class.second_call.is_some_and(|second| {
			extended.and_then(|end| end.checked_add(second.window)).is_some_and(|end| end <= poll.closes)
		}),
	};
	let possible = match poll.stage {
		Stage::FirstCall => true,
		Stage::Extended => class.extension.is_some(),
		Stage::SecondCall => class.second_call.is_some(),
	};
	regular || (possible && closes_early(class, poll, poll.closes))
}
