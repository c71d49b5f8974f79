// SPDX-License-Identifier: Apache-2.0

//! Changes: two people make them, and each is refused for its reasons.

use crate::{
	mock::*,
	types::{Change, Dial, PastLink, Place},
	Error, Event, OldestProposal, OpenProposals,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, Utility};
use sp_runtime::traits::BadOrigin;

const COMMON: Place = Place::Common { building: Some(1) };

#[test]
fn two_people_install_a_meter() {
	ExtBuilder.build_and_execute(|| {
		let change = new(Place::Unit(1), Some(MAIN));
		assert_noop!(Meters::propose(signed(AUDITOR), change.clone()), BadOrigin);
		assert_ok!(propose(change.clone()));
		assert_eq!(last_event(), Event::ChangeProposed { proposal: 0, change: change.clone(), by: MANAGER });
		// It was only tried.
		assert_eq!(Meters::meter(2), None);
		let confirm = |who, seen: &Change| Meters::confirm(signed(who), 0, seen.clone());
		assert_noop!(confirm(BOB, &change), BadOrigin);
		assert_noop!(confirm(MANAGER, &change), Error::<Test>::OwnProposal);
		assert_noop!(confirm(AUDITOR, &new(Place::Unit(2), None)), Error::<Test>::ProposalMismatch);
		SamePerson::set(vec![(MANAGER, AUDITOR)]);
		assert_noop!(confirm(AUDITOR, &change), Error::<Test>::OwnProposal);
		SamePerson::set(Vec::new());
		Relatives::set(vec![(AUDITOR, MANAGER)]);
		assert_noop!(confirm(AUDITOR, &change), Error::<Test>::OwnProposal);
		Relatives::set(Vec::new());
		assert_ok!(confirm(AUDITOR, &change));
		assert_eq!(last_event(), Event::ChangeConfirmed { proposal: 0, by: AUDITOR });
		assert_noop!(confirm(AUDITOR, &change), Error::<Test>::ProposalNotFound);
		assert_eq!(Meters::unit_meters(1).len(), 1);
		assert_eq!(Meters::meter(MAIN).unwrap().sub_meters, vec![METER, 2]);
	});
}

#[test]
fn nobody_confirms_for_their_own_unit() {
	ExtBuilder.build_and_execute(|| {
		let own = new(Place::Unit(0), None);
		assert_ok!(propose(own.clone()));
		assert_noop!(Meters::confirm(signed(owner_account(1)), 0, own), Error::<Test>::OwnUnit);
		let other = new(Place::Unit(1), None);
		assert_ok!(propose(other.clone()));
		assert_ok!(Meters::confirm(signed(owner_account(1)), 1, other));
	});
}

#[test]
fn proposals_are_withdrawn_or_lapse() {
	ExtBuilder.build_and_execute(|| {
		let change = new(Place::Unit(1), None);
		for _ in 0..3 {
			assert_ok!(propose(change.clone()));
		}
		// One account does not take all places.
		assert_noop!(propose(change.clone()), Error::<Test>::TooManyOwnProposals);
		assert_ok!(Meters::propose(signed(CLERK), change.clone()));
		assert_noop!(Meters::propose(signed(CLERK), change.clone()), Error::<Test>::TooManyProposals);
		assert_ok!(Meters::withdraw(signed(CLERK), 3));
		assert_noop!(Meters::withdraw(signed(BOB), 0), Error::<Test>::NotProposer);
		assert_noop!(Meters::withdraw(signed(MANAGER), 3), Error::<Test>::ProposalNotFound);
		assert_ok!(Meters::withdraw(signed(MANAGER), 0));
		assert_eq!(last_event(), Event::ProposalWithdrawn { proposal: 0, by: MANAGER });
		assert_eq!(Meters::proposals().len(), 2);
		// A standstill takes nothing from the window.
		stand_still(30 * DAY);
		assert_ok!(Meters::confirm(signed(AUDITOR), 1, change.clone()));
		pass(30 * DAY);
		assert_noop!(Meters::confirm(signed(AUDITOR), 2, change), Error::<Test>::ProposalLapsed);
		assert_ok!(Meters::withdraw(signed(BOB), 2));
	});
}

#[test]
fn proposals_that_have_lapsed_make_room() {
	ExtBuilder.build_and_execute(|| {
		let propose_removal =
			|who| Meters::propose(signed(who), Change::Remove { meter: METER, closing: 4_000, at: Now::get() });
		assert_ok!(propose_removal(MANAGER));
		assert_ok!(propose_removal(MANAGER));
		assert_ok!(Meters::withdraw(signed(MANAGER), 1));
		assert_ok!(propose_removal(MANAGER));
		assert_ok!(propose_removal(CLERK));
		// The third waits a day longer than the others.
		pass(DAY);
		assert_ok!(propose_removal(MANAGER));
		// Lived time only: a standstill lapses nothing.
		stand_still(29 * DAY);
		assert_noop!(propose_removal(CLERK), Error::<Test>::TooManyProposals);
		pass(29 * DAY);
		assert_ok!(propose_removal(CLERK));
		let lapsed = |event: Event<Test>| match event {
			Event::ProposalLapsed { proposal } => Some(proposal),
			_ => None,
		};
		let lapsed: Vec<_> = System::read_events_for_pallet().into_iter().filter_map(lapsed).collect();
		assert_eq!(lapsed, [0, 2, 3]);
		let waiting: Vec<_> = Meters::proposals().into_iter().map(|(number, _)| number).collect();
		assert_eq!(waiting, [4, 5]);
		assert_eq!([MANAGER, CLERK].map(OpenProposals::<Test>::get), [1, 1]);
		// Each new one removes more than it adds, and never more than a few.
		pass(2 * DAY);
		assert_ok!(propose_removal(CLERK));
		assert_eq!(OldestProposal::<Test>::get(), 5);
	});
}

#[test]
fn what_cannot_be_installed_is_not_proposed() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(propose(new(Place::Unit(9), None)), Error::<Test>::UnitNotFound);
		assert_noop!(propose(new(COMMON, Some(9))), Error::<Test>::MeterNotFound);
		// A unit's meter, and one below another, are no main meters.
		assert_noop!(propose(new(COMMON, Some(METER))), Error::<Test>::InvalidMain);
		let with = |dial, opening| Change::Install {
			place: COMMON,
			utility: Utility::Gas,
			main: None,
			dial,
			opening,
			at: START,
		};
		for wrong in [
			Dial { multiplier: 0, ..dial() },
			Dial { multiplier: 10_001, ..dial() },
			Dial { digits: 0, ..dial() },
			Dial { digits: 10, ..dial() },
			Dial { plausibility: 0, ..dial() },
		] {
			assert_noop!(propose(with(wrong, 0)), Error::<Test>::InvalidDial);
		}
		assert_noop!(propose(with(dial(), 10_000_000)), Error::<Test>::ReadingTooLarge);
		let late = Change::Install {
			place: COMMON,
			utility: Utility::Gas,
			main: None,
			dial: dial(),
			opening: 0,
			at: START + 1,
		};
		assert_noop!(propose(late), Error::<Test>::DateInFuture);
		assert_ok!(make(with(dial(), 0)));
		let other_utility = Change::Link { meter: 2, main: MAIN, base: 0 };
		assert_noop!(propose(other_utility), Error::<Test>::InvalidMain);
	});
}

#[test]
fn meters_are_bounded() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(make(new(COMMON, Some(MAIN))));
		assert_ok!(make(new(COMMON, Some(MAIN))));
		assert_noop!(propose(new(COMMON, Some(MAIN))), Error::<Test>::TooManySubMeters);
		for _ in 0..4 {
			assert_ok!(make(new(Place::Unit(1), None)));
		}
		assert_noop!(propose(new(Place::Unit(1), None)), Error::<Test>::TooManyUnitMeters);
	});
}

#[test]
fn a_replacement_goes_on_with_the_use() {
	ExtBuilder.build_and_execute(|| {
		let dial = Dial { multiplier: 10, ..dial() };
		let replace = |closing, opening| Change::Replace { meter: METER, closing, dial, opening, at: START };
		assert_noop!(propose(replace(999, 0)), Error::<Test>::ReadingTooLow);
		assert_noop!(propose(replace(4_000, 10_000_000)), Error::<Test>::ReadingTooLarge);
		assert_ok!(make(replace(4_000, 7)));
		assert_eq!(stored(METER).last.total, 3_000);
		pass(DAY);
		assert_ok!(read(METER, 107));
		assert_eq!((stored(METER).last.total, stored(METER).readings), (4_000, 4));
		assert_noop!(Meters::reverse(signed(MANAGER), METER, 2, hash(3)), Error::<Test>::ReadingNotFound);
	});
}

#[test]
fn a_removed_meter_keeps_its_use() {
	ExtBuilder.build_and_execute(|| {
		let remove = |meter| Change::Remove { meter, closing: 4_000, at: START };
		assert_noop!(propose(remove(MAIN)), Error::<Test>::IsMain);
		assert_ok!(make(remove(METER)));
		assert_eq!(stored(METER).last.total, 3_000);
		assert_noop!(read(METER, 5_000), Error::<Test>::MeterRemoved);
		assert_noop!(Meters::set_device(signed(MANAGER), METER, None), Error::<Test>::MeterRemoved);
		assert_noop!(propose(remove(METER)), Error::<Test>::MeterRemoved);
	});
}

#[test]
fn a_meter_comes_below_a_main_meter() {
	ExtBuilder.build_and_execute(|| {
		let link = |meter, main, base| Change::Link { meter, main, base };
		assert_noop!(propose(link(METER, MAIN, 0)), Error::<Test>::AlreadyLinked);
		assert_ok!(make(new(COMMON, None)));
		assert_noop!(propose(link(MAIN, 2, 0)), Error::<Test>::IsMain);
		assert_noop!(propose(link(2, 2, 0)), Error::<Test>::InvalidMain);
		pass(DAY);
		assert_ok!(read(2, 300));
		assert_noop!(propose(link(2, MAIN, 301)), Error::<Test>::InvalidLink);
		assert_ok!(propose(link(2, MAIN, 300)));
		// A reading between changes nothing of what was proposed.
		pass(DAY);
		assert_ok!(read(2, 400));
		let confirm = |base| Meters::confirm(signed(AUDITOR), 1, link(2, MAIN, base));
		assert_noop!(confirm(400), Error::<Test>::ProposalMismatch);
		assert_ok!(confirm(300));
		assert!(System::read_events_for_pallet().contains(&Event::MeterLinked { meter: 2, main: MAIN, base: 300 }));
		assert_eq!((stored(2).main, stored(2).base), (Some(MAIN), 300));
	});
}

fn unlink(base: u64, end: u64) -> Change {
	Change::Unlink { meter: METER, main: MAIN, base, end }
}

#[test]
fn a_link_ends_where_two_people_say() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(read(METER, 4_000));
		for (base, end) in [(1, 3_000), (0, 3_001)] {
			assert_noop!(propose(unlink(base, end)), Error::<Test>::InvalidLink);
		}
		let other = Change::Unlink { meter: METER, main: METER, base: 0, end: 0 };
		assert_noop!(propose(other), Error::<Test>::NotLinked);
		let unknown = Change::Unlink { meter: 9, main: MAIN, base: 0, end: 0 };
		assert_noop!(propose(unknown), Error::<Test>::MeterNotFound);
		assert_ok!(propose(unlink(0, 3_000)));
		assert_noop!(Meters::confirm(signed(MANAGER), 0, unlink(0, 3_000)), Error::<Test>::OwnProposal);
		assert_noop!(Meters::confirm(signed(AUDITOR), 0, unlink(0, 0)), Error::<Test>::ProposalMismatch);
		assert_ok!(Meters::confirm(signed(AUDITOR), 0, unlink(0, 3_000)));
		let unlinked = Event::MeterUnlinked { meter: METER, main: MAIN, base: 0, end: 3_000 };
		assert!(System::read_events_for_pallet().contains(&unlinked));
		let view = Meters::meter(MAIN).unwrap();
		assert!(view.sub_meters.is_empty());
		assert_eq!(view.past_links, vec![PastLink { meter: METER, base: 0, end: 3_000 }]);
		assert_noop!(propose(unlink(0, 3_000)), Error::<Test>::NotLinked);
		// What was below before takes a place, and may come below again.
		assert_ok!(make(Change::Link { meter: METER, main: MAIN, base: 3_000 }));
		assert_ok!(make(new(COMMON, Some(MAIN))));
		assert_noop!(propose(new(COMMON, Some(MAIN))), Error::<Test>::TooManySubMeters);
	});
}

#[test]
fn the_link_of_a_removed_meter_ends_and_its_main_meter_can_go() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(make(Change::Remove { meter: METER, closing: 4_000, at: START }));
		let remove = Change::Remove { meter: MAIN, closing: 4_000, at: START };
		assert_noop!(propose(remove.clone()), Error::<Test>::IsMain);
		assert_ok!(make(unlink(0, 3_000)));
		assert_ok!(make(remove));
	});
}
