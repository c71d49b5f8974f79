// SPDX-License-Identifier: Apache-2.0

//! Each invariant, broken on purpose.

use crate::{
	mock::*,
	types::{Change, Corrected, FinalRequest, Meter, PastLink, Place, Reading},
	NextMeter, NextProposal, OldestProposal, OpenProposals, PastLinks, Proposals, Readings, Revisions, SubMeters,
	UnitMeters,
};
use frame_support::{assert_ok, BoundedVec};
use linli_primitives::traits::Clock;

fn breaks(breaking: impl FnOnce(), message: &'static str) {
	ExtBuilder.build().execute_with(|| {
		assert_ok!(read(METER, 2_000));
		assert_ok!(propose(new(Place::Unit(1), None)));
		assert_ok!(Meters::do_try_state());
		breaking();
		assert_eq!(Meters::do_try_state(), Err(message.into()));
	});
}

fn change(meter: u32, change: impl FnOnce(&mut Meter<AccountId>)) {
	crate::Meters::<Test>::mutate(meter, |meter| change(meter.as_mut().unwrap()));
}

fn change_reading(number: u32, change: impl FnOnce(&mut Reading<AccountId>)) {
	Readings::<Test>::mutate(METER, number, |reading| change(reading.as_mut().unwrap()));
}

#[test]
fn ids_are_in_order() {
	breaks(|| NextMeter::<Test>::put(3), "meters: an id has no meter");
	breaks(|| NextMeter::<Test>::put(1), "meters: a meter's id is out of range");
	breaks(|| change(METER, |meter| meter.dial.digits = 0), "meters: a dial is invalid");
}

#[test]
fn meters_are_found_by_unit() {
	let list = |unit, ids: Vec<u32>| UnitMeters::<Test>::insert(unit, BoundedVec::truncate_from(ids));
	breaks(|| list(1, vec![9]), "meters: a unit's meter does not exist");
	breaks(|| list(1, vec![METER]), "meters: a meter is in another unit's list");
	breaks(|| list(0, vec![METER, METER]), "meters: a meter is listed twice");
	breaks(|| list(0, vec![]), "meters: a unit's meter is not in its list");
}

#[test]
fn meters_are_below_main_meters() {
	let list = |main, ids: Vec<u32>| SubMeters::<Test>::insert(main, BoundedVec::truncate_from(ids));
	breaks(|| list(9, vec![]), "meters: a main meter does not exist");
	breaks(|| list(METER, vec![]), "meters: a main meter is a unit's");
	breaks(|| change(MAIN, |meter| meter.removed = true), "meters: a main meter is below another or removed");
	breaks(|| list(MAIN, vec![9]), "meters: a sub-meter does not exist");
	breaks(|| change(METER, |meter| meter.main = None), "meters: a meter is below another main meter");
	breaks(
		|| change(MAIN, |meter| meter.utility = linli_primitives::Utility::Gas),
		"meters: a sub-meter measures something else",
	);
	breaks(|| list(MAIN, vec![METER, METER]), "meters: a sub-meter is listed twice");
	breaks(|| list(MAIN, vec![]), "meters: a sub-meter is not in its main meter's list");
	let past = |main, links: Vec<PastLink>| PastLinks::<Test>::insert(main, BoundedVec::truncate_from(links));
	let link = |meter, base, end| PastLink { meter, base, end };
	breaks(|| past(9, vec![]), "meters: a main meter does not exist");
	breaks(|| past(METER, vec![]), "meters: a main meter is a unit's");
	breaks(|| past(MAIN, vec![link(9, 0, 1)]), "meters: a meter of a past link does not exist");
	let again = |base: u64| change(METER, |meter| meter.base = base);
	breaks(
		|| {
			again(1);
			past(MAIN, vec![link(METER, 1, 1)]);
		},
		"meters: a past link ends before it begins",
	);
	breaks(
		|| {
			again(3);
			past(MAIN, vec![link(METER, 0, 2), link(METER, 1, 3)]);
		},
		"meters: past links of a meter overlap",
	);
	breaks(|| past(MAIN, vec![link(METER, 0, 1)]), "meters: use below a main meter counts twice");
	breaks(
		|| {
			again(3);
			past(MAIN, (0..3).map(|base| link(METER, base, base + 1)).collect());
		},
		"meters: a main meter has too many meters below it",
	);
}

#[test]
fn readings_follow() {
	breaks(|| change(METER, |meter| meter.readings = 0), "meters: a meter has no reading, or too many");
	breaks(|| Readings::<Test>::remove(METER, 1), "meters: a reading is missing");
	breaks(|| change_reading(0, |reading| reading.total = 1), "meters: a meter does not begin at zero");
	breaks(|| change_reading(1, |reading| reading.at = 1), "meters: a reading is dated before the one before");
	breaks(
		|| change_reading(1, |reading| reading.kind = crate::types::ReadingKind::Opening),
		"meters: the use does not follow",
	);
	breaks(|| change(METER, |meter| meter.last.value = 1), "meters: the last reading is another");
	breaks(
		|| {
			change(METER, |meter| meter.last.value = 10_000_000);
			change_reading(1, |reading| reading.value = 10_000_000);
		},
		"meters: a reading does not fit the dial",
	);
	breaks(|| Readings::<Test>::insert(METER, 7, stored(METER).last), "meters: a reading has no meter");
	let same = Corrected { at: START, total: 1 };
	let twice = || change(METER, |meter| meter.corrections = BoundedVec::truncate_from(vec![same, same]));
	breaks(twice, "meters: corrections are out of order");
	breaks(|| Revisions::<Test>::insert(METER, 1), "meters: shared use that changed is of no main meter");
}

#[test]
fn proposals_are_bounded() {
	breaks(|| NextProposal::<Test>::put(0), "meters: a proposal's number is out of range");
	breaks(|| OldestProposal::<Test>::put(1), "meters: a proposal is older than the oldest");
	breaks(|| OpenProposals::<Test>::insert(MANAGER, 2), "meters: open proposals are miscounted");
	let again = || {
		let proposal = Proposals::<Test>::get(0).unwrap();
		for id in 1..4 {
			Proposals::<Test>::insert(id, proposal.clone());
		}
		NextProposal::<Test>::put(4);
	};
	breaks(again, "meters: an account has too many proposals");
}

#[test]
fn meters_are_of_units_and_of_the_past() {
	breaks(
		|| {
			UnitMeters::<Test>::insert(77, UnitMeters::<Test>::take(0));
			change(METER, |meter| meter.place = Place::Unit(77));
		},
		"meters: a meter is of a unit that does not exist",
	);
	breaks(|| change(METER, |meter| meter.removed = true), "meters: a meter that was removed goes on");
	breaks(
		|| {
			let at = Now::get() + 1;
			change(METER, |meter| meter.last.at = at);
			change_reading(1, |reading| reading.at = at);
		},
		"meters: a reading is dated in the future",
	);
	for (at, lived) in [(1, 0), (0, 1)] {
		let request = || FinalRequest { at: Now::get() + at, lived: <Now as Clock>::lived() + lived };
		breaks(
			|| change(METER, |meter| meter.requested = Some(request())),
			"meters: a final reading was asked for in the future",
		);
	}
	breaks(
		|| {
			Proposals::<Test>::mutate(0, |proposal| {
				let proposal = proposal.as_mut().unwrap();
				proposal.change = Change::Read { meter: 99, value: 1, at: 0 };
			});
		},
		"meters: a proposal is of a meter that does not exist",
	);
}
