// SPDX-License-Identifier: Apache-2.0

//! Random operations in random order lead to the same tallies as a slow reference counter, which keeps a list of all
//! votes and its own register. The counter also finds the verdicts, from a second implementation of the rules.

use crate::{
	mock::*,
	tally::{Choice, Tally},
	types::*,
	verdict::{Count, Reason, Verdict},
	*,
};
use core::cmp::Reverse;
use frame_support::{assert_ok, storage::with_storage_layer};
use linli_primitives::{traits::UnitView, OwnerId, Power, UnitId};
use rand::{rngs::StdRng, Rng, SeedableRng};
use std::collections::BTreeMap;

/// Number of runs, and of operations in each: 100 000 in all.
const LIVES: u64 = 100;
const ACTS: u32 = 1_000;
/// The first proposal is an election, the second a motion of some buildings, the third one in which the silent follow.
const ELECTION: ProposalId = 0;
const SILENT_FOLLOW: ProposalId = 2;
const SEATS: u32 = 3;
const CANDIDATES: u32 = 5;
const PEOPLE: u32 = 30;
const BUILDINGS: u16 = 3;

/// The channel of a vote, as the slow counter records it.
#[derive(Clone, Copy, PartialEq)]
enum Way {
	Own,
	Proxy,
	Paper,
}

/// The tendency of a vote, without which all votes would have the same outcome.
#[derive(Clone, Copy)]
struct Mood {
	/// Only owners with an id below this one vote.
	voting: OwnerId,
	/// The preferred choice, and its probability.
	choice: Choice,
	share: f64,
}

/// A vote as the slow counter records it: the power of each owner at the record date, and each owner's last choice.
struct Slow {
	powers: Vec<Power>,
	votes: BTreeMap<OwnerId, (Choice, Way)>,
	/// For each owner, the account and the owner of the proxy's holder, and the choice that the proxy prescribes.
	proxies: BTreeMap<OwnerId, (AccountId, OwnerId, Option<Choice>)>,
	papers: BTreeMap<OwnerId, (Choice, u64)>,
	served: Vec<OwnerId>,
	candidates: u32,
	mood: Mood,
}

impl Slow {
	fn new(flats: &[UnitView], buildings: Option<&[u16]>, candidates: u32, mood: Mood) -> Self {
		let power = |owner| {
			let mine =
				|flat: &&UnitView| flat.owner == owner && buildings.is_none_or(|some| some.contains(&flat.building));
			let area = flats.iter().filter(mine).map(|flat| flat.area).sum();
			Power { area, heads: u32::from(area > 0) }
		};
		Self {
			powers: (0..PEOPLE).map(power).collect(),
			votes: BTreeMap::new(),
			proxies: BTreeMap::new(),
			papers: BTreeMap::new(),
			served: Vec::new(),
			candidates,
			mood,
		}
	}

	fn power(&self, owner: OwnerId) -> Power {
		self.powers[owner as usize]
	}

	fn sum(&self, of: impl Fn(OwnerId) -> bool) -> Power {
		(0..PEOPLE)
			.filter(|owner| of(*owner))
			.fold(Power::ZERO, |sum, owner| sum.checked_add(self.power(owner)).unwrap())
	}

	fn fits(&self, choice: Choice) -> bool {
		match choice {
			Choice::Approve { candidates } => self.candidates > 0 && candidates < 1 << self.candidates,
			_ => self.candidates == 0,
		}
	}

	/// Records a vote if it counts, and returns whether it does.
	fn vote(&mut self, owner: OwnerId, choice: Choice, way: Way) -> bool {
		let free = match self.votes.get(&owner) {
			None => true,
			Some((_, before)) => *before == way && way != Way::Paper,
		};
		let counts = free && self.power(owner).area > 0 && self.fits(choice);
		if counts {
			self.votes.insert(owner, (choice, way));
		}
		counts
	}

	/// Whether the holder of the owner's proxy has voted for the owner, or for fewer than two others.
	fn may_use_proxy(&self, owner: OwnerId) -> bool {
		let holder = |owner: &OwnerId| self.proxies.get(owner).map(|(_, holder, _)| *holder);
		let used: Vec<_> =
			self.votes.iter().filter(|(_, (_, way))| *way == Way::Proxy).map(|(other, _)| *other).collect();
		used.contains(&owner) || used.iter().filter(|other| holder(other) == holder(&owner)).count() < 2
	}

	fn with(&self, choice: Choice) -> Power {
		self.sum(|owner| self.votes.get(&owner).is_some_and(|(other, _)| *other == choice))
	}

	fn approving(&self, place: u32) -> Power {
		self.sum(|owner| match self.votes.get(&owner) {
			Some((Choice::Approve { candidates }, _)) => candidates >> place & 1 == 1,
			_ => false,
		})
	}

	fn participating(&self) -> Power {
		self.sum(|owner| self.votes.contains_key(&owner))
	}

	fn served_silent(&self) -> Power {
		self.sum(|owner| self.served.contains(&owner) && !self.votes.contains_key(&owner))
	}

	fn compare(&self, id: ProposalId) {
		let poll = Polls::<Test>::get(id).unwrap();
		assert_eq!(poll.total, self.sum(|_| true));
		self.compare_tally(&poll.tally);
		assert_eq!(poll.served_silent, (id == SILENT_FOLLOW).then(|| self.served_silent()));
	}

	fn compare_tally(&self, tally: &Tally) {
		match tally {
			Tally::Motion { in_favour, against, abstaining, quorum_only } => {
				assert_eq!(*quorum_only, None);
				assert_eq!(self.candidates, 0);
				assert_eq!(*in_favour, self.with(Choice::For));
				assert_eq!(*against, self.with(Choice::Against));
				assert_eq!(*abstaining, self.with(Choice::Abstain));
			}
			Tally::Options { .. } => panic!("no vote here is a choice among options"),
			Tally::Election { participating, approving } => {
				assert_eq!(*participating, self.participating());
				let expected: Vec<Power> = (0..self.candidates).map(|place| self.approving(place)).collect();
				assert_eq!(approving.to_vec(), expected);
			}
		}
	}

	/// Compares the certificate with the counter's own results. Returns the verdict.
	fn compare_certificate(&self, id: ProposalId) -> Verdict {
		let certificate = Certificates::<Test>::get(id).unwrap();
		self.compare_tally(&certificate.tally);
		let counted = Count {
			total: self.sum(|_| true),
			participating: self.participating(),
			in_favour: self.with(Choice::For),
			against: self.with(Choice::Against),
			served_silent: if id == SILENT_FOLLOW { self.served_silent() } else { Power::ZERO },
			quorum_only: Power::ZERO,
		};
		assert_eq!(certificate.count, counted);
		let (verdict, elected, reserve) =
			if id == ELECTION { self.elect() } else { (self.verdict(id == SILENT_FOLLOW), Vec::new(), Vec::new()) };
		assert_eq!(certificate.verdict, verdict, "{counted:?}");
		assert_eq!((certificate.elected.to_vec(), certificate.reserve.to_vec()), (elected, reserve));
		match state(id) {
			State::Passed { .. } => assert_eq!(verdict, Verdict::Passed),
			State::Rejected { .. } => assert_ne!(verdict, Verdict::Passed),
			other => panic!("closed, and {other:?}"),
		}
		verdict
	}

	/// The reason for a missing quorum of two thirds in both measures, if it is missing.
	fn quorum(&self, part: Power) -> Option<Reason> {
		let total = self.sum(|_| true);
		if part.heads == 0 {
			Some(Reason::NobodyVoted)
		} else if 3 * part.area < 2 * total.area {
			Some(Reason::ParticipationArea)
		} else if 3 * part.heads < 2 * total.heads {
			Some(Reason::ParticipationHeads)
		} else {
			None
		}
	}

	/// The verdict on a motion: more than half of those who took part, in both measures. If the silent `follow`, those
	/// served and silent join the side that leads in both measures.
	fn verdict(&self, follow: bool) -> Verdict {
		let mut sides = [Choice::For, Choice::Against, Choice::Abstain].map(|choice| self.with(choice));
		let largest = |measure: fn(&Power) -> u64| {
			let most = sides.iter().map(measure).max();
			let largest: Vec<usize> = (0..3).filter(|side| Some(measure(&sides[*side])) == most).collect();
			if let [only] = largest[..] {
				Some(only)
			} else {
				None
			}
		};
		let (by_area, by_heads) = (largest(|side| side.area), largest(|side| side.heads.into()));
		if let (true, Some(side)) = (follow && by_area == by_heads, by_area) {
			sides[side] = sides[side].checked_add(self.served_silent()).unwrap();
		}
		let [yes, no, abstaining] = sides;
		let part = yes.checked_add(no).unwrap().checked_add(abstaining).unwrap();
		if let Some(reason) = self.quorum(part) {
			return Verdict::Rejected(reason);
		}
		if part == abstaining {
			return Verdict::Rejected(Reason::AllAbstained);
		}
		let halves = [
			(2 * yes.area, part.area, yes.area == no.area, Reason::ApprovalArea),
			(2 * u64::from(yes.heads), part.heads.into(), yes.heads == no.heads, Reason::ApprovalHeads),
		];
		for (twice, whole, even, reason) in halves {
			if twice < whole || (twice == whole && !even) {
				return Verdict::Rejected(reason);
			}
		}
		if halves.iter().any(|(twice, whole, ..)| twice == whole) {
			return Verdict::Rejected(Reason::Tie);
		}
		Verdict::Passed
	}

	/// The outcome of an election: each candidate requires more than half of those who took part, in both measures.
	/// Candidates are ranked by heads, then area, then order of standing; an odd number is elected, at least three.
	fn elect(&self) -> (Verdict, Vec<u8>, Vec<u8>) {
		let no = |reason| (Verdict::Rejected(reason), Vec::new(), Vec::new());
		let part = self.participating();
		if let Some(reason) = self.quorum(part) {
			return no(reason);
		}
		let mut approved: Vec<_> = (0..self.candidates)
			.map(|place| (self.approving(place), place as u8))
			.filter(|(power, _)| 2 * power.area > part.area && 2 * power.heads > part.heads)
			.map(|(power, place)| (Reverse(power.heads), Reverse(power.area), place))
			.collect();
		approved.sort_unstable();
		let places: Vec<u8> = approved.into_iter().map(|(.., place)| place).collect();
		match places.len() {
			0 => no(Reason::NoCandidate),
			1 | 2 => no(Reason::TooFewElected),
			_ => (Verdict::Passed, places[..SEATS as usize].to_vec(), places[SEATS as usize..].to_vec()),
		}
	}
}

/// Mostly the preferred choice of the vote, and rarely a choice for another kind of question.
fn random_choice(random: &mut StdRng, slow: &Slow) -> Choice {
	let of_election = (slow.candidates > 0) != random.gen_bool(0.05);
	if of_election {
		let any = random.gen_range(0..1 << CANDIDATES);
		let leaning = if random.gen_bool(slow.mood.share) { random.gen_range(0..1 << CANDIDATES) } else { 0 };
		// Rarely a place without a candidate.
		let nobody = if random.gen_bool(0.05) { 1 << CANDIDATES } else { 0 };
		Choice::Approve { candidates: any | leaning | nobody }
	} else if random.gen_bool(slow.mood.share) {
		slow.mood.choice
	} else {
		[Choice::For, Choice::Against, Choice::Abstain][random.gen_range(0..3)]
	}
}

/// One of the two accounts of a few owners, some of which vote themselves; rarely an account unknown to the register.
fn random_holder(random: &mut StdRng) -> (AccountId, Option<OwnerId>) {
	match random.gen_range(0..17) {
		16 => (TENANT, None),
		place if place % 2 == 0 => (acc(PEOPLE - 3 + place / 2), Some(PEOPLE - 3 + place / 2)),
		place => (second(PEOPLE - 3 + place / 2), Some(PEOPLE - 3 + place / 2)),
	}
}

fn random_mood(random: &mut StdRng) -> Mood {
	Mood {
		voting: random.gen_range(12..=PEOPLE),
		choice: [Choice::For, Choice::For, Choice::Against, Choice::Abstain][random.gen_range(0..4)],
		share: random.gen_range(0.0..0.9),
	}
}

/// Opens the votes: an election, a motion of some buildings and a motion in which the silent follow.
fn begin(random: &mut StdRng) -> Vec<Slow> {
	let flats: Vec<UnitView> = (0..40)
		.map(|_| flat(random.gen_range(0..BUILDINGS), random.gen_range(1..20_000), random.gen_range(0..PEOPLE)))
		.collect();
	Register::begin_with(flats.clone());
	let election_id = propose(election(SEATS), ORDINARY);
	let mut candidates = 0;
	for owner in 0..PEOPLE {
		if candidates < CANDIDATES && Governance::stand(of(owner), election_id).is_ok() {
			candidates += 1;
		}
	}
	sleep(NOMINATION);
	assert_ok!(Governance::announce(signed(TENANT), election_id));
	let buildings = vec![flats[0].building, random.gen_range(0..BUILDINGS)];
	propose_in(motion(None), ORDINARY, Some(buildings.clone()));
	propose(motion(None), FOLLOW);
	sleep(NOTICE);
	assert_eq!(NextProposal::<Test>::get(), SILENT_FOLLOW + 1);
	vec![
		Slow::new(&flats, None, candidates, random_mood(random)),
		Slow::new(&flats, Some(&buildings), 0, random_mood(random)),
		Slow::new(&flats, None, 0, random_mood(random)),
	]
}

/// The result of an operation.
#[derive(PartialEq)]
enum Came {
	/// It was refused.
	Refused,
	/// It was recorded in a vote.
	Counted,
	/// A flat changed its owner, which must not affect any vote.
	Sold,
}

/// Performs a random operation on the chain and with the slow counter, which must agree on whether it succeeds.
fn act(random: &mut StdRng, votes: &mut [Slow], scan: &mut u64) -> Came {
	let id = random.gen_range(0..votes.len());
	let slow = &mut votes[id];
	let id = id as ProposalId;
	let owner = random.gen_range(0..slow.mood.voting);
	let (holder, holder_owner) = random_holder(random);
	let choice = random_choice(random, slow);
	let (done, expected) = match random.gen_range(0..100) {
		0..=39 => (cast(id, owner, choice), slow.vote(owner, choice, Way::Own)),
		40..=54 => {
			let named = random.gen_bool(0.4).then_some(choice);
			let can = !slow.votes.contains_key(&owner)
				&& !slow.proxies.contains_key(&owner)
				&& holder_owner.is_some_and(|other| other != owner)
				&& slow.power(owner).area > 0
				&& named.is_none_or(|named| slow.fits(named));
			if let (true, Some(holder_owner)) = (can, holder_owner) {
				slow.proxies.insert(owner, (holder, holder_owner, named));
			}
			(Governance::grant_proxy(of(owner), id, holder, named), can)
		}
		55..=64 => {
			let can = slow.proxies.remove(&owner).is_some();
			if can && slow.votes.get(&owner).is_some_and(|vote| vote.1 == Way::Proxy) {
				slow.votes.remove(&owner);
			}
			(Governance::revoke_proxy(of(owner), id), can)
		}
		65..=76 => {
			// Mostly the holder of the proxy, so that enough calls succeed.
			let (holder, named) = match slow.proxies.get(&owner) {
				Some((holder, _, named)) if random.gen_bool(0.8) => (*holder, *named),
				_ => (holder, None),
			};
			let choice = named.filter(|_| random.gen_bool(0.7)).unwrap_or(choice);
			let may = slow
				.proxies
				.get(&owner)
				.is_some_and(|(other, _, named)| *other == holder && named.is_none_or(|named| named == choice));
			let can = may && slow.may_use_proxy(owner) && slow.vote(owner, choice, Way::Proxy);
			(Governance::cast_by_proxy(signed(holder), id, owner, choice), can)
		}
		77..=84 => {
			*scan += u64::from(random.gen_bool(0.9));
			let fresh = !Scans::<Test>::contains_key(hash(*scan));
			let can = fresh && slow.power(owner).area > 0 && slow.fits(choice);
			// A double is refused in public, and not entered.
			if can && !slow.votes.contains_key(&owner) {
				slow.papers.insert(owner, (choice, *scan));
			}
			(Governance::enter_paper(signed(REGISTRAR), id, owner, choice, hash(*scan)), can)
		}
		85..=90 => {
			let (choice, scan) = slow.papers.get(&owner).copied().unwrap_or((choice, 0));
			let can = slow.papers.remove(&owner).is_some();
			if can {
				// A double is refused in public, and does not count.
				slow.vote(owner, choice, Way::Paper);
			}
			(Governance::countersign(signed(WITNESS), id, owner, choice, hash(scan)), can)
		}
		91..=94 => {
			let owner = random.gen_range(0..PEOPLE);
			let can = !slow.served.contains(&owner) && slow.power(owner).area > 0;
			if can {
				slow.served.push(owner);
			}
			(Governance::acknowledge(of(owner), id), can)
		}
		_ => {
			Register::sell(random.gen_range(0..40usize) as UnitId, random.gen_range(0..PEOPLE));
			sleep(1);
			return Came::Sold;
		}
	};
	assert_eq!(done.is_ok(), expected, "proposal {id}, owner {owner}: {done:?}");
	if expected {
		Came::Counted
	} else {
		Came::Refused
	}
}

/// Totals over all runs, which show that the test covers enough.
#[derive(Default)]
struct Lives {
	/// Operations recorded in a vote; the tallies were compared after each.
	acts: u32,
	/// The verdicts on motions and elections.
	motions: Vec<Verdict>,
	elections: Vec<Verdict>,
	/// Motions whose verdict depended on the silent.
	turned: u32,
}

fn live(seed: u64, lives: &mut Lives) {
	let mut random = StdRng::seed_from_u64(seed);
	ExtBuilder::default().build_and_execute(|| {
		let mut votes = begin(&mut random);
		let mut scan = 0;
		for _ in 0..ACTS {
			let mut came = Came::Refused;
			// A refused call is rolled back, as on a chain.
			let _ = with_storage_layer::<(), sp_runtime::DispatchError, _>(|| {
				came = act(&mut random, &mut votes, &mut scan);
				if came == Came::Refused {
					return Err(sp_runtime::DispatchError::Other("refused"));
				}
				Ok(())
			});
			lives.acts += u32::from(came == Came::Counted);
			if came != Came::Refused {
				// All votes, as an operation must affect no vote but its own.
				for (id, slow) in (0..).zip(&votes) {
					slow.compare(id);
				}
			}
			System::reset_events();
		}
		Governance::do_try_state().unwrap();
		sleep(WINDOW);
		for (id, slow) in (0..).zip(&votes) {
			assert_ok!(Governance::close(signed(TENANT), id));
			let verdict = slow.compare_certificate(id);
			let ends = if id == ELECTION { &mut lives.elections } else { &mut lives.motions };
			ends.push(verdict);
			lives.turned += u32::from(id == SILENT_FOLLOW && slow.verdict(false) != verdict);
		}
	});
}

#[test]
fn tallies_and_verdicts_match_a_slow_counter() {
	let mut lives = Lives::default();
	(0..LIVES).for_each(|seed| live(seed, &mut lives));
	// Many operations are refused once the votes fill up, but enough must succeed.
	assert!(lives.acts > 28_000, "only {} operations succeeded", lives.acts);
	let took_part = [Reason::ParticipationArea, Reason::ParticipationHeads].map(Verdict::Rejected);
	let of_motions = [Reason::ApprovalArea, Reason::ApprovalHeads].map(Verdict::Rejected);
	let of_elections = [Reason::NoCandidate, Reason::TooFewElected].map(Verdict::Rejected);
	let each = |more: &[Verdict]| [&[Verdict::Passed], &took_part[..], more].concat();
	for verdict in each(&of_motions) {
		assert!(lives.motions.contains(&verdict), "no motion with the verdict {verdict:?}");
	}
	for verdict in each(&of_elections) {
		assert!(lives.elections.contains(&verdict), "no election with the verdict {verdict:?}");
	}
	assert!(lives.turned > 10, "the silent decided only {} motions", lives.turned);
}
