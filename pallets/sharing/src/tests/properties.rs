// SPDX-License-Identifier: Apache-2.0

//! Random operations, valid and invalid, in random order: no slot is booked twice, holds are those of the open
//! bookings, and no money is lost or created.

use crate::{mock::*, types::*, Bookings, Event, NextBooking, NextResource, OpenBookings};
use frame_support::{storage::with_storage_layer, weights::Weight};
use linli_primitives::{calendar::DAY, Fen, Fraction};
use proptest::{
	prelude::*,
	test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use std::collections::{BTreeMap, BTreeSet};

/// The number of runs of each test, and of steps in each run: 100,000 steps in all.
const RUNS: u32 = 50;
const STEPS: usize = 1_000;

/// The operation, and three numbers from which its arguments are chosen.
type Chances = (u8, u8, u8, u16);

/// The operations for which a booking in the right state is searched: votes, the committee's rulings, uses, extensions.
const VOTE: u8 = 32;
const RULE: u8 = 36;
const USE: u8 = 42;
const EXTEND: u8 = 37;

const PEOPLE: [AccountId; 6] = [100, 101, 102, 103, 201, 104];

fn some_terms(a: u8, b: u8, c: u16) -> Terms {
	let always = (0..7).map(|weekday| Window { weekday, from: 0, to: 24 }).collect::<Vec<_>>();
	let mut terms = terms();
	terms.price = Fen::from(c % 401);
	terms.deposit = Fen::from(c % 7) * 333;
	terms.late_fee = Fen::from(a) * 5;
	terms.min_slots = 1;
	terms.max_slots = 40;
	terms.lead_time = 0;
	terms.cancellation.free_until = u64::from(b % 3) * 6 * HOUR;
	terms.cancellation.afterwards = [Fraction::ZERO, Fraction::new(1, 3), Fraction::ONE][usize::from(b % 3)];
	terms.per_household = [None, None, Some(1), Some(3)][usize::from(b % 4)];
	terms.no_show = [None, Some(HOUR / 2), Some(5 * HOUR)][usize::from(a % 3)];
	terms.claim_window = HOUR * u64::from(1 + b % 40);
	if a.is_multiple_of(2) {
		terms.windows = always.try_into().unwrap();
	}
	terms
}

/// Tries to make a booking longer, having read the terms in force.
fn try_extend(id: BookingId, slots: u16) -> sp_runtime::DispatchResult {
	let (renter, resource) = Bookings::<Test>::get(id).map_or((100, 0), |booking| (booking.renter, booking.resource));
	Sharing::extend(signed(renter), id, slots, Fen::MAX, version(resource))
}

/// Makes one call, valid or not. Returns whether it succeeded.
fn act((what, a, b, c): Chances) -> bool {
	let person = PEOPLE[usize::from(a) % PEOPLE.len()];
	let resources = NextResource::<Test>::get().min(16);
	let resource = NextResource::<Test>::get().saturating_sub(1 + u32::from(b) % (resources + 1));
	let owner = match crate::Resources::<Test>::get(resource).map(|resource| resource.provider) {
		Some(Provider::Person(provider)) => provider,
		Some(Provider::Community { .. }) => MANAGER,
		None => person,
	};
	// Mostly a recent booking, sometimes one that does not exist.
	let last = NextBooking::<Test>::get().saturating_sub(BookingId::from(b % 24));
	let found = |wanted: fn(&BookingState<u64>) -> bool| {
		Bookings::<Test>::iter().find(|(_, booking)| wanted(&booking.state)).map_or(last, |(id, _)| id)
	};
	let id = match what {
		VOTE => found(|state| matches!(state, BookingState::Empanelled { .. })),
		RULE => found(|state| matches!(state, BookingState::Appealed { .. })),
		USE | EXTEND => found(|state| matches!(state, BookingState::Started { .. })),
		_ => last,
	};
	let known = Bookings::<Test>::get(id);
	let renter = known.as_ref().map_or(person, |booking| booking.renter);
	let side = match known.as_ref().and_then(|booking| crate::Resources::<Test>::get(booking.resource)) {
		Some(resource) => match resource.provider {
			Provider::Person(provider) => provider,
			Provider::Community { .. } => MANAGER,
		},
		None => person,
	};
	// Mostly the right account.
	let (renter, side) = if c % 8 == 0 { (person, person) } else { (renter, side) };
	let amount = Fen::from(c) % 2_100;
	let claimed = known.as_ref().and_then(|booking| booking.claim).map(|claim| claim.claimed).unwrap_or_default();
	let part = |parts: Fen| Award { damages: claimed.damages / parts, refund: claimed.refund / parts };
	let (respondent, answering) = match known.as_ref().and_then(|booking| booking.claim).map(|claim| claim.by) {
		Some(Side::Renter) => (side, Side::Provider),
		_ => (renter, Side::Renter),
	};
	let today = (Now::get() - START) / DAY;
	let slot = at(today as u32, u32::from(c) % 96);
	let done = with_storage_layer(|| match what {
		0..=1 => {
			let pot = [None, None, Some(SPORTS), Some(INCOME)][usize::from(b % 4)];
			let who = if pot.is_some() { MANAGER } else { person };
			let (kind, terms, device) = (ResourceKind::Tool, some_terms(a, b, c), Some(DEVICE));
			let stands_for = [StandsFor::Thing, StandsFor::Right(hash(a)), StandsFor::Unit(1)][usize::from(c % 3)];
			Sharing::list(signed(who), pot, kind, None, hash(1), terms, device, stands_for)
		}
		2 => Sharing::set_terms(signed(side), resource, some_terms(a, b, c)),
		3 if b % 2 == 0 => Sharing::suspend(signed(owner), resource, c % 2 == 0),
		3 => Sharing::resume(signed(owner), resource),
		4 if b % 8 == 0 => Sharing::withdraw_resource(signed(owner), resource, c % 2 == 0),
		4 => Sharing::set_device(signed(person), resource, Some(DEVICE)),
		5 => {
			let rules = SharingRules {
				private_share: Fraction::new(u32::from(a), 255),
				common_share: Fraction::new(u32::from(b), 255),
				panel_window: HOUR * 5,
				..SharingRules::default()
			};
			Sharing::set_rules(signed(ASSEMBLY), rules)
		}
		6..=15 => try_book(person, resource, slot, 1 + u16::from(b) % 12),
		16 => {
			let repeat = Repeat { weekdays: 1 + a % 127, count: 1 + b % 5 };
			try_series(person, resource, slot, 1 + c % 3, repeat)
		}
		17 => Sharing::cancel(signed(if c % 3 == 0 { side } else { renter }), id, 0),
		// Most that begin are over soon after, as days pass between calls.
		18..=22 => Sharing::start(signed(renter), id).map(|()| {
			let _ = with_storage_layer(|| try_extend(id, 1 + c % 3));
		}),
		23..=24 => Sharing::return_resource(signed([renter, side, DEVICE][usize::from(a % 3)]), id),
		25..=27 => Sharing::claim_damage(signed(side), id, amount, hash(3), sealed(id, Side::Provider)),
		28 => Sharing::claim_refund(signed(renter), id, amount % 400, hash(3), sealed(id, Side::Renter)),
		29 if c % 2 == 0 => Sharing::accept_claim(signed(respondent), id),
		29..=31 => Sharing::dispute_claim(signed(respondent), id, hash(4), amount % 100, sealed(id, answering)),
		VOTE => {
			let seats = crate::Panels::<Test>::get(id).map(|panel| panel.seats.to_vec()).unwrap_or_default();
			let missing: Vec<_> = seats.iter().filter(|seat| seat.vote.is_none()).map(|seat| seat.who).collect();
			match (a % 3, missing.as_slice()) {
				(0, _) | (_, []) => {
					Sharing::vote(signed(seats.first().map_or(person, |seat| seat.who)), id, damages(amount))
				}
				(_, missing) => {
					let parts = [1, 2, 3].into_iter().filter(|_| c % 3 != 0).chain([Fen::MAX; 3]);
					missing.iter().zip(parts).try_for_each(|(who, parts)| Sharing::vote(signed(*who), id, part(parts)))
				}
			}
		}
		33..=35 => Sharing::appeal(signed(if a % 2 == 0 { renter } else { side }), id),
		RULE => Sharing::rule(signed(COMMITTEE), id, if a % 4 == 0 { damages(amount) } else { part(1) }, hash(5)),
		38 => Sharing::settle(signed(STRANGER), id).map(|_| ()).map_err(|error| error.error),
		39..=41 => Sharing::rate(signed(if a % 2 == 0 { renter } else { side }), id, b % 6, hash(6)),
		USE => {
			let its = known.as_ref().filter(|_| c % 8 != 0).map_or(resource, |booking| booking.resource);
			Sharing::record_use(signed(DEVICE), its, id, hash(7))
		}
		EXTEND => try_extend(id, 1 + c % 3),
		43 if a % 4 == 1 => Sharing::block_days(signed(owner), resource, slot / 24 + 3, 1 + c % 2),
		43 if a % 4 == 2 => Sharing::free_days(signed(owner), resource, slot / 24 + 3),
		43 => match found(|state| matches!(state, BookingState::Revealing { .. })) {
			id if b % 2 == 0 && Bookings::<Test>::contains_key(id) => {
				Sharing::reveal(signed(booking(id).renter), id, secret(Side::Renter))
			}
			id => Sharing::reveal(signed(side), id, secret(Side::Provider)),
		},
		44 if a % 4 == 0 => {
			Left::mutate(|left| match left.is_empty() {
				true => left.push(person),
				false => left.clear(),
			});
			Ok(())
		}
		_ => Ok(()),
	});
	done.is_ok()
}

/// Advances the time and runs a block, sometimes with old randomness or a small budget.
fn pass(a: u8, b: u8, c: u16) {
	Chance::set(c.into());
	KnownFor::set([0, 0, 3][usize::from(a % 3)]);
	Budget::set(Weight::from_parts([60, 200, 10_000][usize::from(b % 3)], 0));
	let time = [0, 6_000, HOUR / 2, HOUR, 3 * HOUR, 10 * HOUR, DAY, 3 * DAY][usize::from(c % 8)];
	// Occasionally half a year, so that bookings are removed.
	let time = if c.is_multiple_of(601) { 183 * DAY } else { time };
	Now::mutate(|now| *now += time);
	assert!(run().all_lte(Budget::get()));
}

/// Checks that holds match open bookings, and that the total issuance has not changed.
fn check_money(issuance: Fen) {
	let mut open = BTreeMap::<AccountId, (Fen, Fen)>::new();
	for (_, key, ()) in OpenBookings::<Test>::iter() {
		let booking = booking(key.id());
		let sums = open.entry(booking.renter).or_default();
		sums.0 += booking.frozen.price;
		sums.1 += booking.frozen.deposit;
	}
	for person in PEOPLE {
		assert_eq!(held(person), open.get(&person).copied().unwrap_or_default());
	}
	assert_eq!(Balances::total_issuance(), issuance);
}

/// Nobody acts any more: every booking ends by rule, and nothing stays on hold (D54).
fn all_money_is_free_although_nobody_acts() {
	Budget::set(Weight::from_parts(10_000, 0));
	KnownFor::set(0);
	for _ in 0..120 {
		Now::mutate(|now| *now += 3 * DAY);
		run();
	}
	let open: Vec<_> = OpenBookings::<Test>::iter().map(|(_, key, ())| booking(key.id())).collect();
	assert!(open.is_empty(), "still open after a year: {open:?}");
	for person in PEOPLE {
		assert_eq!((held(person), bond(person)), ((0, 0), 0), "something of {person} stays on hold");
	}
}

fn name(event: &Event<Test>) -> String {
	format!("{event:?}").split([' ', '{']).next().unwrap_or_default().replace("Event::", "")
}

/// Runs random operations chosen by `seed`.
fn runs(seed: u8) {
	let mut seen = BTreeSet::new();
	let chance = (0..53u8, any::<u8>(), any::<u8>(), any::<u16>());
	let strategy = prop::collection::vec(chance, STEPS);
	let mut runner = TestRunner::new_with_rng(
		Config { cases: linli_testing::cases(RUNS), failure_persistence: None, ..Config::default() },
		TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]),
	);
	let seen_in_all = std::cell::RefCell::new(&mut seen);
	runner
		.run(&strategy, |chances| {
			ExtBuilder.build_and_execute(|| {
				let issuance = Balances::total_issuance();
				let mut ends = BTreeMap::<BookingId, u32>::new();
				for (number, (what, a, b, c)) in chances.into_iter().enumerate() {
					if what < 45 {
						let was_done = act((what, a, b, c));
						assert!(was_done || System::events().is_empty(), "a failed call emitted an event");
					} else {
						pass(a, b, c);
					}
					for event in events() {
						seen_in_all.borrow_mut().insert(name(&event));
						if let Event::Settled { booking, .. } | Event::Cancelled { booking, .. } = event {
							*ends.entry(booking).or_default() += 1;
						}
					}
					assert!(ends.values().all(|count| *count == 1), "a booking ended twice");
					check_money(issuance);
					if number % 100 == 0 {
						Sharing::do_try_state().unwrap();
					}
				}
				all_money_is_free_although_nobody_acts();
				check_money(issuance);
			});
			Ok(())
		})
		.unwrap();
	let all = [
		"Appealed",
		"BondForfeited",
		"Booked",
		"Cancelled",
		"DamageClaimed",
		"DaysBlocked",
		"DeviceSet",
		"Disputed",
		"Empanelled",
		"Extended",
		"Forgotten",
		"Listed",
		"Rated",
		"RefundClaimed",
		"Removed",
		"Resumed",
		"Returned",
		"Ruled",
		"RuledFinally",
		"RulesSet",
		"SecretRevealed",
		"Settled",
		"Started",
		"Suspended",
		"TermsSet",
		"Used",
		"Voted",
		"Withdrawn",
	];
	let missing: Vec<_> = all.iter().filter(|name| !seen.contains(**name)).collect();
	assert!(missing.is_empty(), "some events were never emitted: {missing:?}");
}

// Two tests, so that they run in parallel.

#[test]
fn random_operations_keep_the_invariants() {
	runs(1);
}

#[test]
fn random_operations_keep_the_invariants_with_another_seed() {
	runs(2);
}
