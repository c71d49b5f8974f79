// SPDX-License-Identifier: Apache-2.0

//! Each invariant detects its violation.

use crate::{mock::*, *};
use frame_support::{assert_ok, BoundedVec};
use sp_runtime::TryRuntimeError;

type Check = fn() -> Result<(), TryRuntimeError>;

/// Damages a committee of three with one in reserve and expects `check` to fail with `message`.
fn broken(check: Check, damage: impl FnOnce(), message: &str) {
	ExtBuilder.build().execute_with(|| {
		seat(5, 3, 1);
		assert_ok!(Committee::do_try_state());
		damage();
		let expected = format!("committee: {message}");
		assert_eq!(check(), Err(TryRuntimeError::Other(Box::leak(expected.into_boxed_str()))));
		assert!(Committee::do_try_state().is_err());
	});
}

fn change_term(change: impl FnOnce(&mut types::Term)) {
	CurrentTerm::<Test>::mutate(|term| change(term.as_mut().unwrap()));
}

#[test]
fn the_collective() {
	let check = Committee::try_collective;
	let message = "the members of the collective are not those of the committee";
	broken(check, Seats::<Test>::kill, message);
	broken(check, || pallet_collective::Members::<Test>::put(vec![acc(0), acc(1)]), message);
	broken(check, || pallet_collective::Members::<Test>::put(vec![acc(0), acc(1), acc(2), acc(3)]), message);
	broken(check, || pallet_collective::Members::<Test>::put(vec![acc(0), acc(1), acc(3)]), message);
}

#[test]
fn the_seats() {
	let check = Committee::try_seats;
	let message = "there are more members than seats";
	broken(check, CurrentTerm::<Test>::kill, message);
	broken(check, || change_term(|term| term.seats = 2), message);
	let within = "the minimum of members is not within the seats";
	for minimum in [0, 4] {
		broken(check, move || change_term(|term| term.minimum = minimum), within);
	}
}

#[test]
fn the_reserve() {
	let check = Committee::try_reserve;
	let twice = "an owner has two places";
	broken(check, || Reserve::<Test>::put(line([2])), twice);
	broken(check, || Reserve::<Test>::put(line([4, 4])), twice);
	broken(check, || Seats::<Test>::put(line([0, 1, 1])), twice);
	let nobody_sits = || {
		Committee::set_members(Default::default());
		CurrentTerm::<Test>::kill();
	};
	broken(check, nobody_sits, "there is a reserve without a committee");
}

#[test]
fn the_motions() {
	let check = Committee::try_motions;
	let motion = <Test as frame_system::Config>::Hash::zero();
	let open = || pallet_collective::Proposals::<Test>::put(BoundedVec::truncate_from(vec![motion]));
	broken(check, open, "a motion has no mover");
	let twice = || Movers::<Test>::put(BoundedVec::truncate_from(vec![(motion, 0), (motion, 1)]));
	broken(check, twice, "a motion has two movers");
}

#[test]
fn the_election() {
	let check = Committee::try_election;
	let elsewhere = "the committee does not come from the latest election";
	broken(check, || change_term(|term| term.election = 4), elsewhere);
	broken(check, LatestElection::<Test>::kill, elsewhere);
	let later = || LatestElection::<Test>::put(types::Election { closed: START + 1, id: 5 });
	broken(check, later, "the committee took its seats before its election was closed");
}

#[test]
fn the_term() {
	let check = Committee::try_term;
	broken(check, || change_term(|term| term.begins = START + 1), "the term begins in the future");
	broken(check, || change_term(|term| term.ends = START - 1), "the term ends before it begins");
	let within = "the succession is not within the term";
	broken(check, || change_term(|term| term.succession = START - 1), within);
	broken(check, || change_term(|term| term.succession = term.ends + 1), within);
	let former = || FormerTerm::<Test>::set(CurrentTerm::<Test>::get());
	broken(check, former, "a former term is kept beside the current one");
}
