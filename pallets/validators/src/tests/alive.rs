// SPDX-License-Identifier: Apache-2.0

//! Only validators that write blocks count as left.

use crate::{
	mock::*,
	types::{DropCause, Tolerance, ValidatorState, ALIVE},
	*,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;

fn last_alive() -> Error<Test> {
	Error::<Test>::IsLastAlive
}

/// Adds a validator with keys, whose node does not run.
fn add_dead(number: u8) {
	assert_ok!(add(number.into()));
	assert_ok!(set_keys(number.into(), number));
	Dead::mutate(|dead| dead.push(number.into()));
}

/// Lets so much time pass that those that are dead no longer count as alive.
fn until_known() {
	let end = Now::get() + ALIVE;
	while Now::get() <= end {
		pass_sessions(1);
	}
}

fn is_alive(account: AccountId) -> bool {
	Validators::validators().into_iter().find(|view| view.account == account).unwrap().alive
}

#[test]
fn the_only_living_one_is_not_removed_for_a_dead_one() {
	ExtBuilder(1).build_and_execute(|| {
		write_until(1);
		add_dead(2);
		assert_noop!(remove(1), last_alive());
		pass_sessions(1);
		assert_noop!(remove(1), last_alive());
		pass_sessions(1);
		assert_eq!((set(), is_alive(1), is_alive(2)), (vec![1, 2], true, false));
		assert_noop!(remove(1), last_alive());
		until_known();
		assert_noop!(remove(1), last_alive());
		// The dead one can always go.
		assert_ok!(remove(2));
		pass_sessions(2);
		assert_eq!(set(), [1]);
	});
}

#[test]
fn the_only_validator_is_replaced_once_the_new_one_writes_blocks() {
	ExtBuilder(1).build_and_execute(|| {
		write_until(1);
		assert_ok!(add(2));
		assert_ok!(set_keys(2, 2));
		assert_noop!(remove(1), last_alive());
		pass_sessions(2);
		write_until(2);
		assert_ok!(remove(1));
		pass_sessions(2);
		assert_eq!((set(), voters()), (vec![2], vec![2]));
		// What it goes on with lives.
		pass_sessions(2);
	});
}

#[test]
fn in_the_first_blocks_those_count_that_wrote_one() {
	ExtBuilder(4).build_and_execute(|| {
		let first = write_in(slot() + 1);
		assert_noop!(remove(first), last_alive());
		let others: Vec<_> = (1..=4).filter(|account| *account != first).collect();
		assert_ok!(remove(others[0]));
		write_until(others[1]);
		assert_ok!(remove(first));
	});
}

#[test]
fn one_counts_for_a_quarter_of_an_hour() {
	ExtBuilder(2).build_and_execute(|| {
		write_until(2);
		let last = Now::get();
		Dead::set(vec![2]);
		while Now::get() < last + ALIVE - SLOT {
			write_until(1);
		}
		let tolerance = |alive| Tolerance { validators: 2, faults: 0, alive };
		assert_eq!((is_alive(2), Validators::fault_tolerance()), (true, tolerance(2)));
		while Now::get() <= last + ALIVE {
			write_until(1);
		}
		assert_eq!((is_alive(2), Validators::fault_tolerance()), (false, tolerance(1)));
		assert_noop!(remove(1), last_alive());
	});
}

#[test]
fn one_that_joins_again_has_to_write_again() {
	ExtBuilder(3).build_and_execute(|| {
		pass_sessions(1);
		assert_ok!(report(3));
		pass_sessions(2);
		assert_ok!(readmit(3));
		Dead::set(vec![3]);
		pass_sessions(2);
		assert_eq!((set(), is_alive(3)), (vec![1, 2, 3], false));
	});
}

#[test]
fn those_before_a_standstill_need_not_have_come_back() {
	ExtBuilder(2).build_and_execute(|| {
		pass_sessions(1);
		let author = write_in(slot() + DAY / SLOT);
		assert_eq!((is_alive(author), is_alive(3 - author)), (true, false));
		assert_noop!(remove(author), last_alive());
		assert_ok!(remove(3 - author));
	});
}

#[test]
fn the_last_one_alive_that_offends_is_kept() {
	ExtBuilder(2).build_and_execute(|| {
		pass_sessions(1);
		Dead::set(vec![2]);
		until_known();
		events();
		assert_ok!(report(1));
		assert_eq!(events(), [Event::LastValidatorKept { account: 1 }]);
		assert_eq!(state(1), Some(ValidatorState::Serving));
		Dead::set(vec![]);
		pass_sessions(1);
		write_until(2);
		assert_ok!(report(1));
		let tolerance = Tolerance { validators: 1, faults: 0, alive: 1 };
		let dropped = Event::ValidatorDropped { account: 1, cause: DropCause::Equivocation, tolerance };
		assert!(events().contains(&dropped));
	});
}

#[test]
fn the_last_one_alive_that_purges_its_keys_is_expected_back() {
	ExtBuilder(1).build_and_execute(|| {
		write_until(1);
		add_dead(2);
		purge_keys(1);
		until_last_of_session();
		write_until(1);
		assert_eq!(state(1), Some(ValidatorState::Serving));
	});
}

#[test]
fn a_dead_one_is_dropped_while_the_living_stay() {
	ExtBuilder(3).build_and_execute(|| {
		Dead::set(vec![3]);
		live(25 * HOUR);
		events();
		assert_ok!(drop_silent(3));
		let tolerance = Tolerance { validators: 2, faults: 0, alive: 2 };
		let dropped = Event::ValidatorDropped { account: 3, cause: DropCause::Silence, tolerance };
		assert_eq!(events(), [dropped]);
	});
}

/// One of two goes, and the other dies before the set is planned without the first.
fn the_other_dies(going: impl FnOnce()) {
	ExtBuilder(2).build_and_execute(|| {
		pass_sessions(1);
		write_until(2);
		going();
		Dead::set(vec![2]);
		live(HOUR / 2);
		pass_sessions(3);
		assert_eq!((set(), voters()), (vec![1, 2], vec![1, 2]));
		// It goes once the other one is back.
		Dead::set(vec![]);
		pass_sessions(3);
		assert_eq!((set(), voters()), (vec![2], vec![2]));
	});
}

#[test]
fn a_set_of_the_dead_is_not_planned() {
	the_other_dies(|| {
		assert_ok!(remove(1));
	});
	the_other_dies(|| {
		assert_ok!(report(1));
	});
}

#[test]
fn nor_with_the_first_block_after_a_standstill() {
	ExtBuilder(2).build_and_execute(|| {
		pass_sessions(1);
		write_until(2);
		assert_ok!(remove(1));
		until_last_of_session();
		Dead::set(vec![2]);
		// The slots of the first of two are the even ones. The clock of the hooks still shows yesterday.
		let tomorrow = slot() + DAY / SLOT;
		assert_eq!(write_in(tomorrow + tomorrow % 2), 1);
		assert!(System::block_number().is_multiple_of(SESSION));
		pass_sessions(2);
		assert_eq!(set(), [1, 2]);
	});
}

#[test]
fn a_removed_one_that_goes_on_can_be_added_again() {
	ExtBuilder(2).build_and_execute(|| {
		pass_sessions(1);
		write_until(2);
		assert_ok!(remove(1));
		Dead::set(vec![2]);
		live(HOUR / 2);
		pass_sessions(1);
		// Nobody on the roll is alive; still nothing is blocked.
		assert_noop!(remove(2), Error::<Test>::IsLastValidator);
		add_dead(3);
		assert_ok!(remove(3));
		assert_ok!(add(1));
		write_until(1);
		assert_ok!(remove(2));
		pass_sessions(2);
		assert_eq!(set(), [1]);
	});
}
