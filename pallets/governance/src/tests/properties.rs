//! Whatever people do in whatever order, the tallies are what a slow counter finds: one that keeps every act in a list
//! and asks a register of its own.

use crate::{mock::*, tally::Choice, types::*, *};
use frame_support::{assert_ok, storage::with_storage_layer};
use linli_primitives::{OwnerId, Power};
use rand::{rngs::StdRng, Rng, SeedableRng};
use std::collections::BTreeMap;

/// Lives, and acts in each: 100 000 in all.
const LIVES: u64 = 50;
const ACTS: u32 = 2_000;
const MOTIONS: u32 = 2;
const PEOPLE: u32 = 30;
const BUILDINGS: u16 = 3;

/// How an owner voted, as the slow counter saw it.
#[derive(Clone, Copy, PartialEq)]
enum Way {
	Own,
	Proxy,
	Paper,
}

/// A vote as the slow counter keeps it: the flats of its record date, copied, and the last choice of each owner.
struct Slow {
	flats: Vec<Flat>,
	buildings: Option<Vec<u16>>,
	votes: BTreeMap<OwnerId, (Choice, Way)>,
	proxies: BTreeMap<OwnerId, (u64, Option<Choice>)>,
	papers: BTreeMap<OwnerId, (Choice, u64)>,
	served: Vec<OwnerId>,
	candidates: u32,
}

impl Slow {
	fn power(&self, owner: OwnerId) -> Power {
		let mut area = 0;
		for flat in &self.flats {
			if flat.owner == owner && self.buildings.as_ref().is_none_or(|some| some.contains(&flat.building)) {
				area += flat.area;
			}
		}
		Power { area, heads: u32::from(area > 0) }
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

	/// Whether the vote counts, by the rules as the law puts them.
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

	fn with(&self, choice: Choice) -> Power {
		self.sum(|owner| self.votes.get(&owner).is_some_and(|(other, _)| *other == choice))
	}

	fn compare(&self, id: ProposalId) {
		let poll = Polls::<Test>::get(id).unwrap();
		assert_eq!(poll.total, self.sum(|_| true));
		match poll.tally {
			tally::Tally::Motion { in_favour, against, abstaining } => {
				assert_eq!(in_favour, self.with(Choice::For));
				assert_eq!(against, self.with(Choice::Against));
				assert_eq!(abstaining, self.with(Choice::Abstain));
			}
			tally::Tally::Election { participating, approving } => {
				assert_eq!(participating, self.sum(|owner| self.votes.contains_key(&owner)));
				for (place, sum) in approving.iter().enumerate() {
					let approves =
						|choice| matches!(choice, Choice::Approve { candidates } if candidates >> place & 1 == 1);
					assert_eq!(*sum, self.sum(|owner| self.votes.get(&owner).is_some_and(|vote| approves(vote.0))));
				}
			}
		}
		if let Some(silent) = poll.served_silent {
			let expected = self.sum(|owner| self.served.contains(&owner) && !self.votes.contains_key(&owner));
			assert_eq!(silent, expected);
		}
	}
}

fn random_choice(random: &mut StdRng) -> Choice {
	match random.gen_range(0..5) {
		0 => Choice::For,
		1 => Choice::Against,
		2 => Choice::Abstain,
		_ => Choice::Approve { candidates: random.gen_range(0..16) },
	}
}

/// Two motions (one of some buildings, one in which the silent count) and an election, all open.
fn begin(random: &mut StdRng) -> Vec<Slow> {
	let flats: Vec<Flat> = (0..40)
		.map(|_| Flat {
			building: random.gen_range(0..BUILDINGS),
			area: random.gen_range(1..20_000),
			owner: random.gen_range(0..PEOPLE),
		})
		.collect();
	Register::build(flats.clone());
	let election_id = propose(election(3), ORDINARY);
	let mut candidates = 0;
	for owner in 0..PEOPLE {
		if candidates < 3 && Governance::stand(of(owner), election_id).is_ok() {
			candidates += 1;
		}
	}
	sleep(NOMINATION);
	assert_ok!(Governance::announce(signed(TENANT), election_id));
	let buildings = vec![flats[0].building, random.gen_range(0..BUILDINGS)];
	propose_in(motion(None), ORDINARY, Some(buildings.clone()));
	propose(motion(None), FOLLOW);
	sleep(NOTICE);
	assert_eq!(NextProposal::<Test>::get(), MOTIONS + 1);
	let slow = |buildings, candidates| Slow {
		flats: flats.clone(),
		buildings,
		votes: BTreeMap::new(),
		proxies: BTreeMap::new(),
		papers: BTreeMap::new(),
		served: Vec::new(),
		candidates,
	};
	vec![slow(None, candidates), slow(Some(buildings), 0), slow(None, 0)]
}

/// Does something at random, on the chain and with the slow counter, which must agree whether it can be done. Gives
/// whether it could.
fn act(random: &mut StdRng, votes: &mut [Slow], scan: &mut u64) -> bool {
	let id = random.gen_range(0..votes.len());
	let slow = &mut votes[id];
	let id = id as ProposalId;
	let owner = random.gen_range(0..PEOPLE);
	let holder = 50 + random.gen_range(0..8);
	let choice = random_choice(random);
	let (done, expected) = match random.gen_range(0..100) {
		0..=39 => (cast(id, owner, choice), slow.vote(owner, choice, Way::Own)),
		40..=54 => {
			let named = random.gen_bool(0.4).then_some(choice);
			let held = slow.proxies.values().filter(|(other, _)| *other == holder).count();
			let can = !slow.votes.contains_key(&owner)
				&& !slow.proxies.contains_key(&owner)
				&& held < 2 && slow.power(owner).area > 0
				&& named.is_none_or(|named| slow.fits(named));
			if can {
				slow.proxies.insert(owner, (holder, named));
			}
			(Governance::grant_proxy(of(owner), id, holder, named), can)
		}
		55..=64 => {
			let can =
				slow.proxies.contains_key(&owner) && slow.votes.get(&owner).is_none_or(|vote| vote.1 != Way::Proxy);
			if can {
				slow.proxies.remove(&owner);
			}
			(Governance::revoke_proxy(of(owner), id), can)
		}
		65..=76 => {
			// Mostly whom the owner named, so that it comes to something.
			let (holder, named) = match slow.proxies.get(&owner) {
				Some(proxy) if random.gen_bool(0.8) => *proxy,
				_ => (holder, None),
			};
			let choice = named.filter(|_| random.gen_bool(0.7)).unwrap_or(choice);
			let may = slow
				.proxies
				.get(&owner)
				.is_some_and(|(other, named)| *other == holder && named.is_none_or(|named| named == choice));
			let can = may && slow.vote(owner, choice, Way::Proxy);
			(Governance::cast_by_proxy(signed(holder), id, owner, choice), can)
		}
		77..=84 => {
			*scan += u64::from(random.gen_bool(0.9));
			let fresh = !Scans::<Test>::contains_key(hash(*scan));
			let can = fresh && !slow.votes.contains_key(&owner) && slow.power(owner).area > 0 && slow.fits(choice);
			if can {
				slow.papers.insert(owner, (choice, *scan));
			}
			(Governance::enter_paper(signed(REGISTRAR), id, owner, choice, hash(*scan)), can)
		}
		85..=90 => {
			let (choice, scan) = slow.papers.get(&owner).copied().unwrap_or((choice, 0));
			let can = slow.papers.contains_key(&owner) && slow.vote(owner, choice, Way::Paper);
			if can {
				slow.papers.remove(&owner);
			}
			(Governance::countersign(signed(WITNESS), id, owner, choice, hash(scan)), can)
		}
		91..=94 => {
			let can = !slow.served.contains(&owner) && slow.power(owner).area > 0;
			if can {
				slow.served.push(owner);
			}
			(Governance::record_receipt(signed(REGISTRAR), id, owner), can)
		}
		_ => {
			// A sale changes nothing in votes that were announced.
			Register::sell(random.gen_range(0..40), owner);
			sleep(1);
			(Ok(()), true)
		}
	};
	assert_eq!(done.is_ok(), expected, "proposal {id}, owner {owner}: {done:?}");
	expected
}

fn live(seed: u64) -> u32 {
	let mut random = StdRng::seed_from_u64(seed);
	let mut done = 0;
	ExtBuilder::default().build_and_execute(|| {
		let mut votes = begin(&mut random);
		let mut scan = 0;
		for step in 1..=ACTS {
			// A refused call changes nothing, as on a chain.
			let acted = with_storage_layer::<(), sp_runtime::DispatchError, _>(|| {
				if act(&mut random, &mut votes, &mut scan) {
					Ok(())
				} else {
					Err(sp_runtime::DispatchError::Other("refused"))
				}
			});
			done += u32::from(acted.is_ok());
			if step % 100 == 0 {
				for (id, slow) in votes.iter().enumerate() {
					slow.compare(id as ProposalId);
				}
			}
			System::reset_events();
		}
		Governance::do_try_state().unwrap();
		sleep(WINDOW);
		for id in 0..=MOTIONS {
			assert_ok!(Governance::close(signed(TENANT), id));
		}
	});
	done
}

#[test]
fn a_slow_counter_finds_the_same() {
	let done: u32 = (0..LIVES).map(live).sum();
	// The votes fill up, so that many acts come too late; but not most of what could be done was never tried.
	assert!(done > 15_000, "only {done} acts came to something");
}
