// SPDX-License-Identifier: Apache-2.0

//! The invariants of the pallet's storage, one function for each.

use crate::{closing::closes_early, electorate::Scope, pallet::*, tally::Tally, types::*, PollOf, ProposalOf};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use core::cmp::Ordering;
use frame_support::{ensure, traits::Get};
use linli_primitives::{traits::Clock, OwnerId, Power};
use sp_runtime::TryRuntimeError;

mod judgments;
mod recent;
mod run_offs;
mod tracts;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_rule_books()?;
		Self::try_proposals()?;
		Self::try_petitions()?;
		Self::try_listed()?;
		Self::try_supported()?;
		Self::try_by_elections()?;
		Self::try_nominations()?;
		Self::try_deadlines()?;
		Self::try_tallies()?;
		Self::try_recent()?;
		Self::try_powers()?;
		Self::try_tracts()?;
		Self::try_channels()?;
		Self::try_contests()?;
		Self::try_silence()?;
		Self::try_certificates()?;
		Self::try_challenges()?;
		Self::try_annulments()?;
		Self::try_overrulings()?;
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

	/// Proposals have ids without gaps and a class in their rule book, which suffices for their matter; and exactly the
	/// open ones that were put to the owners have a place, in the room that is noted for them.
	pub(crate) fn try_proposals() -> Result<(), TryRuntimeError> {
		let count = NextProposal::<T>::get();
		let mut open = BTreeSet::new();
		let mut proposals = 0u32;
		for (id, proposal) in Proposals::<T>::iter() {
			proposals = proposals.saturating_add(1);
			ensure!(id < count, "governance: a proposal's id is not below the next");
			ensure!(Self::class_of(&proposal).is_ok(), "governance: a proposal's class is not in its rule book");
			if let Question::Motion { matter, .. } | Question::Options { matter, .. } = &proposal.question {
				let book = Self::book_of(proposal.rule_book)?;
				let has_call = proposal.question.calls().next().is_some();
				ensure!(!has_call || matter.is_some(), "governance: a call is about no matter");
				ensure!(
					matter.is_none_or(|matter| book.suffices(proposal.class, matter)),
					"governance: a proposal's class does not suffice for its matter"
				);
			}
			if proposal.state.is_open() && !matches!(proposal.state, State::Petition { .. }) {
				open.insert(id);
			}
		}
		ensure!(proposals == count, "governance: the ids of proposals have gaps");
		let placed: Vec<_> =
			OpenProposals::<T>::iter().flat_map(|(room, ids)| ids.into_iter().map(move |id| (id, room))).collect();
		ensure!(placed.len() == open.len(), "governance: open proposals are miscounted");
		ensure!(
			placed.iter().map(|(id, _)| *id).collect::<BTreeSet<_>>() == open,
			"governance: the wrong proposals are listed as open"
		);
		let rooms: BTreeMap<_, _> = Rooms::<T>::iter().collect();
		ensure!(placed.into_iter().collect::<BTreeMap<_, _>>() == rooms, "governance: a proposal is in another room");
		Ok(())
	}

	/// The supporters of each petition are counted correctly, have power in the electorate, and are fewer than the rule
	/// book requires, since a petition with enough of them is put to the owners. No owner has begun too many open
	/// petitions, and the committee's proposals have no supporters.
	pub(crate) fn try_petitions() -> Result<(), TryRuntimeError> {
		let run_offs: BTreeSet<_> = RunOffs::<T>::iter_values().collect();
		let (mut petitions, mut begun) = (BTreeMap::<OwnerId, u32>::new(), BTreeMap::<OwnerId, u32>::new());
		for (id, proposal) in Proposals::<T>::iter() {
			if !proposal.state.is_open() {
				continue;
			}
			if let Proposer::Owner { owner } = proposal.proposer {
				let open = petitions.entry(owner).or_default();
				*open = open.saturating_add(1);
				// A run-off follows from a petition, and nobody begins it.
				let own = begun.entry(owner).or_default();
				*own = own.saturating_add(u32::from(!run_offs.contains(&id)));
			}
			let State::Petition { block, heads, supporters, .. } = proposal.state else {
				continue;
			};
			let class = Self::class_of(&proposal)?;
			let scope = Scope::of(&proposal.electorate, &class);
			ensure!(
				Supporters::<T>::iter_key_prefix(id).all(|owner| !Self::power_in(owner, block, scope).is_zero()),
				"governance: a supporter of a petition has no power"
			);
			let counted = Supporters::<T>::iter_key_prefix(id)
				.map(|owner| Self::power_in(owner, block, scope).heads)
				.fold(0u32, u32::saturating_add);
			ensure!(counted == supporters, "governance: the supporters of a petition are miscounted");
			ensure!(supporters <= heads, "governance: a petition has more supporters than there are owners");
			ensure!(
				matches!(proposal.proposer, Proposer::Owner { .. }),
				"governance: the committee makes no petitions"
			);
			let total = Self::total_in(block, scope);
			ensure!(
				total.is_none_or(|total| total.heads == heads),
				"governance: a petition's heads are not those of its electorate"
			);
			let share = Self::book_of(proposal.rule_book)?.petition.compare(supporters.into(), heads.into());
			ensure!(share == Some(Ordering::Less), "governance: a petition has enough support and was not put forward");
		}
		ensure!(
			Supporters::<T>::iter_keys().all(|(id, _)| {
				Proposals::<T>::get(id).is_some_and(|proposal| matches!(proposal.proposer, Proposer::Owner { .. }))
			}),
			"governance: there is support for a proposal that is not a petition"
		);
		ensure!(begun.values().all(|open| *open <= T::MaxPetitions::get()), "governance: too many petitions");
		let counted: BTreeMap<OwnerId, u32> = OpenPetitions::<T>::iter().collect();
		ensure!(counted == petitions, "governance: an owner's petitions are miscounted");
		Ok(())
	}

	/// Only petitions that collect support are listed, once each, with their supporters and their end.
	pub(crate) fn try_listed() -> Result<(), TryRuntimeError> {
		let listed = Listed::<T>::get();
		let ids: BTreeSet<_> = listed.iter().map(|listing| listing.proposal).collect();
		ensure!(ids.len() == listed.len(), "governance: a petition is listed twice");
		for listing in listed {
			let State::Petition { ends, supporters, .. } = Self::proposal(listing.proposal)?.state else {
				return Err("governance: a proposal that is no petition is listed".into());
			};
			ensure!(
				(listing.ends, listing.supporters) == (ends, supporters),
				"governance: a petition is listed with other supporters"
			);
		}
		Ok(())
	}

	/// The support for every open petition counts against the quota of the owner who gave it.
	pub(crate) fn try_supported() -> Result<(), TryRuntimeError> {
		for (id, owner) in Supporters::<T>::iter_keys() {
			let is_open = Proposals::<T>::get(id).is_some_and(|proposal| proposal.state.is_open());
			let counted = [Quota::Motions, Quota::Elections]
				.into_iter()
				.filter(|quota| Supported::<T>::get(owner, *quota).contains(&id));
			ensure!(!is_open || counted.count() == 1, "governance: support is not counted once");
		}
		Ok(())
	}

	/// Only elections of the whole committee are called for its vacancies, and the latest one that passed is one.
	pub(crate) fn try_by_elections() -> Result<(), TryRuntimeError> {
		let all = Proposals::<T>::iter_values().filter(|proposal| proposal.proposer == Proposer::Vacancies);
		let mut elections = all.map(|proposal| matches!(proposal.question, Question::Election { .. }));
		ensure!(elections.all(|is_election| is_election), "governance: a by-election asks another question");
		let has_passed = |id: ProposalId| {
			let is_election =
				Proposals::<T>::get(id).is_some_and(|proposal| matches!(proposal.question, Question::Election { .. }));
			is_election && Certificates::<T>::get(id).is_some_and(|certificate| certificate.verdict.is_passed())
		};
		let is_known = LatestPassedElection::<T>::get().is_none_or(has_passed);
		ensure!(is_known, "governance: the latest election that passed is none");
		Ok(())
	}

	/// Seconders are counted correctly, nobody seconds more candidates than there are seats, and every place is that of
	/// a candidate with enough of them who stands.
	pub(crate) fn try_nominations() -> Result<(), TryRuntimeError> {
		let mut seconders = BTreeMap::<(ProposalId, OwnerId), u32>::new();
		for (id, seconder, candidates) in Seconds::<T>::iter() {
			let seats = match Self::proposal(id)?.question {
				Question::Election { seats, .. } => seats,
				Question::Motion { .. } | Question::Options { .. } => 0,
			};
			let within = u32::try_from(candidates.len()).is_ok_and(|count| count <= seats);
			ensure!(within, "governance: an owner seconds too many candidates");
			for candidate in candidates {
				ensure!(candidate != seconder, "governance: a candidate seconds itself");
				let count = seconders.entry((id, candidate)).or_default();
				*count = count.saturating_add(1);
			}
		}
		let counted = Nominations::<T>::iter().filter(|(.., nomination)| nomination.seconders > 0);
		let counted: BTreeMap<_, _> = counted.map(|(id, owner, it)| ((id, owner), it.seconders)).collect();
		ensure!(counted == seconders, "governance: seconders are miscounted");
		for (id, candidates) in Candidates::<T>::iter() {
			let stands = |candidate: &Candidate<T::AccountId>| {
				Nominations::<T>::get(id, candidate.owner).is_some_and(|nomination| {
					nomination.account.as_ref() == Some(&candidate.account)
						&& nomination.seconders >= T::MinSeconders::get()
				})
			};
			ensure!(candidates.iter().all(stands), "governance: a place is taken by nobody who may have it");
		}
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
		let lived = |moment: &linli_primitives::Moment| T::Clock::lived_at(*moment);
		let postponed = Postponements::<T>::get(id).map(|postponement| postponement.until);
		let given = postponed.or_else(|| Self::effect_given(id));
		let due = |closed: &linli_primitives::Moment| given.or_else(|| lived(closed).checked_add(class.delay));
		let in_order = match &proposal.state {
			State::Petition { .. } | State::Withdrawn { .. } => poll.is_none(),
			// Lapsed before the vote. Otherwise it passed and was not enacted.
			State::Lapsed { at } if poll.is_none() => *at <= now,
			State::Lapsed { at } => {
				let closed = Certificates::<T>::get(id).map(|certificate| certificate.closed);
				let last = closed.and_then(|closed| due(&closed)?.checked_add(T::EnactmentPeriod::get()));
				last.is_some_and(|last| last < lived(at)) && *at <= now
			}
			State::Nominating { .. } => poll.is_none() && matches!(proposal.question, Question::Election { .. }),
			State::Announced { at, opens, closes } => poll.is_some_and(|poll| {
				(poll.opens, poll.closes) == (*opens, *closes)
					&& lived(at).checked_add(class.notice) == Some(*opens)
					&& *at <= now
			}),
			State::Passed { closed, enact_at } => {
				closes.is_some_and(|closes| closes <= lived(closed)) && *closed <= now && due(closed) == Some(*enact_at)
			}
			State::Rejected { closed } => closes.is_some_and(|closes| closes <= lived(closed)) && *closed <= now,
			State::Failed { enact_at, at, .. } | State::Enacted { enact_at, at } => {
				closes.is_some_and(|closes| closes <= *enact_at) && *enact_at <= lived(at) && *at <= now
			}
			State::Annulled { at, .. } => closes.is_some_and(|closes| closes <= lived(at)) && *at <= now,
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
			let mut recent = tally.clone();
			let mut papers = 0u32;
			for ballot in Ballots::<T>::iter_prefix_values(id) {
				papers = papers.saturating_add((ballot.channel.kind() == ChannelKind::Paper).into());
				tally.add(&ballot.choice, ballot.power).map_err(|_| "governance: a ballot cannot be counted")?;
				if ballot.recent {
					recent.add(&ballot.choice, ballot.power).map_err(|_| "governance: a ballot cannot be counted")?;
				}
				ensure!(
					(poll.opens..poll.closes).contains(&T::Clock::lived_at(ballot.moment)),
					"governance: a ballot was cast outside its voting window"
				);
				ensure!(
					T::Clock::lived_at(ballot.moment) <= poll.last_ballot,
					"governance: a ballot was cast after the last one"
				);
			}
			ensure!(tally == poll.tally, "governance: a tally is not the sum of its ballots");
			ensure!(recent == poll.recent, "governance: ballots after recent changes are miscounted");
			ensure!(papers == poll.papers, "governance: the ballots on paper are miscounted");
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
			ensure!(poll.kinds == class.kinds, "governance: other kinds of units vote than the class names");
			let counted = Self::counted_total(&class, poll.record_block, &poll.electorate);
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

	/// Each ballot by proxy has its proxy and each paper ballot its own scan. No owner has used too many proxies across
	/// all accounts, and none holds a proxy of itself.
	pub(crate) fn try_channels() -> Result<(), TryRuntimeError> {
		let mut used = BTreeMap::<(ProposalId, OwnerId), u32>::new();
		for (id, owner, ballot) in Ballots::<T>::iter() {
			match ballot.channel {
				Channel::Own => (),
				Channel::Proxy { holder } => {
					let proxy = Proxies::<T>::get(id, owner).filter(|proxy| proxy.holder == holder);
					let proxy = proxy.ok_or("governance: a ballot by proxy has no proxy")?;
					let count = used.entry((id, proxy.holder_owner)).or_default();
					*count = count.saturating_add(1);
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
		ensure!(
			Proxies::<T>::iter().all(|(_, owner, proxy)| proxy.holder_owner != owner),
			"governance: an owner holds a proxy of itself"
		);
		for ((id, _), count) in &used {
			let most = Self::book_of(Self::proposal(*id)?.rule_book)?.proxies_per_holder;
			ensure!(*count <= most, "governance: an owner has used too many proxies");
		}
		let counted: BTreeMap<_, _> =
			ProxiesUsed::<T>::iter().map(|(id, holder, count)| ((id, holder), count)).collect();
		ensure!(counted == used, "governance: proxies are miscounted");
		Ok(())
	}

	/// A contested paper ballot counts if, and only if, it was upheld, and no other paper ballot of its owner is
	/// entered or counts.
	pub(crate) fn try_contests() -> Result<(), TryRuntimeError> {
		for (id, owner, contest) in Contests::<T>::iter() {
			ensure!(
				contest.ballot.channel.kind() == ChannelKind::Paper,
				"governance: a contested ballot was not cast on paper"
			);
			let counting = Ballots::<T>::get(id, owner);
			let in_order = match contest.settlement {
				Settlement::Settled { upheld: true, .. } => counting.as_ref() == Some(&contest.ballot),
				_ => counting.is_none_or(|ballot| ballot.channel.kind() != ChannelKind::Paper),
			};
			ensure!(in_order, "governance: a contested ballot counts against its settlement");
			ensure!(
				!Papers::<T>::contains_key(id, owner),
				"governance: a paper ballot is entered beside a contested one"
			);
		}
		Ok(())
	}

	/// Where the silent are counted, their power is that of the owners with a receipt and no ballot. A receipt that
	/// owners did not give themselves was recorded before the vote, and countersigned by another account.
	pub(crate) fn try_silence() -> Result<(), TryRuntimeError> {
		for (id, poll) in Polls::<T>::iter() {
			for (_, delivery) in Deliveries::<T>::iter_prefix(id) {
				ensure!(
					delivery.receipt == Receipt::Acknowledged || T::Clock::lived_at(delivery.moment) < poll.opens,
					"governance: a delivery was recorded after the vote had begun"
				);
				ensure!(
					!matches!(&delivery.receipt, Receipt::Witnessed { by, witness } if by == witness),
					"governance: a delivery was countersigned by the account that recorded it"
				);
			}
			let Some(silent) = poll.served_silent else {
				continue;
			};
			let sum = Deliveries::<T>::iter_prefix(id)
				.filter(|(owner, delivery)| delivery.counts() && !Ballots::<T>::contains_key(id, owner))
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
				ensure!(
					(certificate.recent_since, &certificate.recent) == (poll.recent_since, &poll.recent),
					"governance: a certificate shows other recent changes"
				);
				ensure!(certificate.closed_in > poll.record_block, "governance: a vote closed before its record date");
				ensure!(certificate.count.total == poll.total, "governance: a certificate has another total");
				let tracts = Self::tract_results(id, &Self::class_of(&proposal)?.at(poll.stage), &poll);
				ensure!(tracts.as_ref() == Ok(&certificate.tracts), "governance: a certificate shows other tracts");
				ensure!(certificate.stage == poll.stage, "governance: a certificate is of another stage");
				ensure!(
					certificate.stood_still == Self::stood_still(&poll, certificate.closed),
					"governance: a certificate names other standstills"
				);
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

	/// Each overruling has its annulled decision, with the time of that, and its postponed one if there is any; a
	/// postponed decision is not due before its time.
	pub(crate) fn try_overrulings() -> Result<(), TryRuntimeError> {
		for (subject, overruling) in Overrulings::<T>::iter() {
			let annulled = Self::proposal(overruling.annulled)?;
			ensure!(
				matches!(annulled.state, State::Annulled { at, .. } if T::Clock::lived_at(at) == overruling.at)
					&& Self::subject_of(&annulled) == subject,
				"governance: an overruling is not that of its annulled decision"
			);
			let Some(postponed) = overruling.postponed else { continue };
			ensure!(
				Postponements::<T>::contains_key(postponed) && Self::subject_of(&Self::proposal(postponed)?) == subject,
				"governance: an overruling is not that of its postponed decision"
			);
		}
		for (id, postponement) in Postponements::<T>::iter() {
			let enact_at = match Self::proposal(id)?.state {
				State::Passed { enact_at, .. } | State::Failed { enact_at, .. } | State::Enacted { enact_at, .. } => {
					Some(enact_at)
				}
				State::Lapsed { .. } | State::Annulled { .. } => None,
				_ => return Err("governance: a proposal was postponed that did not pass".into()),
			};
			ensure!(
				enact_at.is_none_or(|enact_at| enact_at == postponement.until),
				"governance: a postponed decision is due at another time"
			);
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
