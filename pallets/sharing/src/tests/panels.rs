// SPDX-License-Identifier: Apache-2.0

//! Panels: draws, votes, replacements, and claims that go to the committee.

use crate::{mock::*, panels::DRAW_WAIT, types::*, Error, Event, Panels};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, traits::Members};
use std::collections::BTreeMap;

type E = Error<Test>;

#[test]
fn members_related_to_a_party_or_each_other_are_passed_over() {
	ExtBuilder.build_and_execute(|| {
		let id = disputed();
		for chance in 0..200 {
			frame_support::hypothetically!({
				Chance::set(chance);
				run();
				let members = panel(id);
				assert_eq!(members.len(), 3);
				let mut all = members.clone();
				all.extend([RENTER, PROVIDER]);
				for (place, one) in all.iter().enumerate() {
					for other in &all[..place] {
						let owners = |who| TestMembers::belongs_to(who, Now::get());
						assert_ne!(owners(one), owners(other), "{one} and {other}");
					}
				}
			});
		}
	});
}

#[test]
fn each_home_has_the_same_chance() {
	ExtBuilder.build_and_execute(|| {
		let id = disputed();
		let mut homes = BTreeMap::<AccountId, u32>::new();
		for chance in 0..2_000 {
			frame_support::hypothetically!({
				Chance::set(chance);
				run();
				for who in panel(id) {
					*homes.entry(who % 100).or_default() += 1;
				}
			});
		}
		// Ten homes share 6,000 places.
		assert_eq!(homes.keys().copied().collect::<Vec<_>>(), (2..12).collect::<Vec<_>>());
		assert!(homes.values().all(|count| (500..700).contains(count)), "{homes:?}");
	});
}

#[test]
fn panel_is_drawn_with_randomness_later_than_the_dispute() {
	ExtBuilder.build_and_execute(|| {
		KnownFor::set(81);
		let id = claimed();
		assert_ok!(Sharing::dispute_claim(signed(RENTER), id, hash(4), 0, sealed(id, Side::Renter)));
		reveal_both(id);
		let (at, block) = (Now::get(), System::block_number());
		assert_eq!(state(id), BookingState::Disputed { at, block });
		while matches!(state(id), BookingState::Disputed { .. }) {
			// Nobody can choose when the panel is drawn.
			assert_noop!(Sharing::settle(signed(RENTER), id), E::NotDue);
			wait(6_000);
		}
		assert_eq!(Now::get(), at + DRAW_WAIT);
		assert!(System::block_number() - 81 > block);
	});
}

#[test]
fn draw_waits_again_if_randomness_is_too_old() {
	ExtBuilder.build_and_execute(|| {
		KnownFor::set(3);
		let id = claimed();
		assert_ok!(Sharing::dispute_claim(signed(RENTER), id, hash(4), 0, sealed(id, Side::Renter)));
		reveal_both(id);
		for _ in 0..3 {
			wait(DRAW_WAIT);
			assert!(matches!(state(id), BookingState::Disputed { .. }));
		}
		wait(DRAW_WAIT);
		assert!(matches!(state(id), BookingState::Empanelled { .. }));
	});
}

#[test]
fn committee_rules_if_randomness_stays_too_old() {
	ExtBuilder.build_and_execute(|| {
		KnownFor::set(1_000_000);
		let id = disputed();
		wait(3 * DAY - DRAW_WAIT - 1);
		assert!(matches!(state(id), BookingState::Disputed { .. }));
		events();
		wait(DRAW_WAIT);
		let until = Now::get() + 30 * DAY;
		assert_eq!(events(), [Event::Appealed { booking: id, by: None, until }]);
		assert_ok!(Sharing::rule(signed(COMMITTEE), id, damages(10), hash(5)));
		assert_eq!(booking(id).damages, 10);
	});
}

#[test]
fn committee_rules_if_too_few_can_be_drawn() {
	for homes in [0, 1, 4] {
		ExtBuilder.build_and_execute(|| {
			Places::set(homes);
			let id = disputed();
			run();
			assert!(matches!(state(id), BookingState::Appealed { .. }));
			assert!(!Panels::<Test>::contains_key(id));
		});
	}
}

#[test]
fn empty_homes_are_passed_over() {
	ExtBuilder.build_and_execute(|| {
		Places::set(2 * HOMES);
		let id = disputed();
		run();
		assert_eq!(panel(id).len(), 3);
	});
}

#[test]
fn members_vote_once_and_at_most_what_is_claimed() {
	ExtBuilder.build_and_execute(|| {
		let id = disputed();
		assert_noop!(Sharing::vote(signed(OTHER), id, damages(0)), E::NotEmpanelled);
		run();
		let members = panel(id);
		let vote = |who, amount| Sharing::vote(signed(who), id, damages(amount));
		for who in [RENTER, PROVIDER, STRANGER] {
			assert_noop!(vote(who, 0), E::NotOnPanel);
		}
		assert_noop!(vote(members[0], 4_001), E::AmountTooLarge);
		assert_noop!(Sharing::vote(signed(members[0]), 9, damages(0)), E::BookingNotFound);
		assert_ok!(vote(members[0], 4_000));
		assert_noop!(vote(members[0], 0), E::AlreadyVoted);
		assert_ok!(vote(members[1], 4_000));
		assert!(matches!(state(id), BookingState::Empanelled { .. }));
		events();
		assert_ok!(vote(members[2], 100));
		let until = Now::get() + 3 * DAY;
		assert_eq!(
			events(),
			[
				Event::Voted { booking: id, who: members[2], award: damages(100) },
				Event::Ruled { booking: id, award: damages(4_000), until }
			]
		);
		assert_noop!(vote(members[2], 0), E::NotEmpanelled);
	});
}

#[test]
fn members_who_do_not_vote_are_replaced_once() {
	ExtBuilder.build_and_execute(|| {
		let id = empanelled();
		let first = panel(id);
		assert_ok!(Sharing::vote(signed(first[1]), id, damages(700)));
		go(Now::get() + 3 * DAY);
		assert_noop!(Sharing::vote(signed(first[0]), id, damages(0)), E::WindowOver);
		events();
		run();
		let second = panel(id);
		assert!(second.contains(&first[1]));
		assert!(!second.contains(&first[0]) && !second.contains(&first[2]));
		let members = second.clone().try_into().unwrap();
		let until = Now::get() + 3 * DAY;
		assert_eq!(events(), [Event::Empanelled { booking: id, members, until }]);
		assert_eq!(Panels::<Test>::get(id).unwrap().replaced.to_vec(), [first[0], first[2]]);
		assert_noop!(Sharing::vote(signed(first[0]), id, damages(0)), E::NotOnPanel);
		assert_noop!(Sharing::vote(signed(first[1]), id, damages(0)), E::AlreadyVoted);
		for who in second.iter().filter(|who| **who != first[1]) {
			assert_ok!(Sharing::vote(signed(*who), id, damages(900)));
		}
		assert_eq!(booking(id).claim.unwrap().ruled, Some(damages(900)));
	});
}

#[test]
fn committee_rules_if_the_replacements_are_silent_too() {
	ExtBuilder.build_and_execute(|| {
		let id = empanelled();
		assert_ok!(Sharing::vote(signed(panel(id)[0]), id, damages(700)));
		wait(3 * DAY);
		assert!(matches!(state(id), BookingState::Empanelled { replaced: true, .. }));
		wait(3 * DAY);
		assert!(matches!(state(id), BookingState::Appealed { .. }));
		assert_noop!(Sharing::vote(signed(panel(id)[1]), id, damages(0)), E::NotEmpanelled);
		assert_ok!(Sharing::rule(signed(COMMITTEE), id, damages(0), hash(5)));
	});
}

#[test]
fn committee_rules_if_nobody_can_replace_them() {
	ExtBuilder.build_and_execute(|| {
		let id = empanelled();
		Places::set(2);
		wait(3 * DAY);
		assert!(matches!(state(id), BookingState::Appealed { .. }));
	});
}

#[test]
fn office_sits_on_no_panel_about_community_resources() {
	ExtBuilder.build_and_execute(|| {
		OnCommittee::set(vec![103, 104, 105]);
		let id = book(RENTER, list_common(SPORTS, terms()), at(1, 10), 2);
		go(hour(1, 10));
		assert_ok!(Sharing::start(signed(RENTER), id));
		assert_ok!(Sharing::return_resource(signed(RENTER), id));
		assert_ok!(Sharing::claim_damage(signed(MANAGER), id, 50, hash(3), sealed(id, Side::Provider)));
		assert_ok!(Sharing::dispute_claim(signed(RENTER), id, hash(4), 0, sealed(id, Side::Renter)));
		reveal_both(id);
		go(Now::get() + DRAW_WAIT);
		for chance in 0..50 {
			frame_support::hypothetically!({
				Chance::set(chance);
				run();
				assert!(panel(id).iter().all(|who| !OnCommittee::get().contains(who)));
			});
		}
		run();
		for who in panel(id) {
			assert_ok!(Sharing::vote(signed(who), id, damages(30)));
		}
		assert_noop!(Sharing::appeal(signed(MANAGER), id), E::OwnCase);
		assert_ok!(Sharing::appeal(signed(RENTER), id));
		assert_noop!(Sharing::rule(signed(COMMITTEE), id, damages(31), hash(5)), E::AmountTooLarge);
		assert_ok!(Sharing::rule(signed(COMMITTEE), id, damages(20), hash(5)));
		assert_eq!(booking(id).damages, 20);
	});
}

#[test]
fn committee_members_sit_on_panels_about_private_resources() {
	ExtBuilder.build_and_execute(|| {
		OnCommittee::set((102..112).collect());
		let id = disputed();
		run();
		assert_eq!(panel(id).len(), 3);
	});
}

#[test]
fn only_members_who_were_at_home_before_the_claim_are_drawn() {
	ExtBuilder.build_and_execute(|| {
		let id = disputed();
		// A party fills half of the homes with friends.
		Newcomers::set((102..107).chain(202..204).collect());
		for chance in 0..50 {
			frame_support::hypothetically!({
				Chance::set(chance);
				run();
				assert!(panel(id).iter().all(|who| !Newcomers::get().contains(who)));
			});
		}
	});
}

#[test]
fn parties_are_those_of_the_booking() {
	ExtBuilder.build_and_execute(|| {
		let id = disputed();
		assert_eq!(booking(id).near.to_vec(), [0, 1]);
		// The renter belongs to another home by now, and the flatmate might be drawn.
		crate::Bookings::<Test>::mutate(id, |booking| booking.as_mut().unwrap().near.try_push(7).unwrap());
		for chance in 0..50 {
			frame_support::hypothetically!({
				Chance::set(chance);
				run();
				assert!(panel(id).iter().all(|who| ![100, 101, 107, 200, 201].contains(who)));
			});
		}
	});
}
