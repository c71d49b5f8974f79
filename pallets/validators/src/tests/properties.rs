// SPDX-License-Identifier: Apache-2.0

//! Whatever is decided, dropped, reported and purged: as long as one node lives, the chain goes on.

use crate::{mock::*, types::ALIVE};
use linli_primitives::calendar::DAY;
use linli_testing::cases;
use pallet_session::{NextKeys, QueuedKeys};
use proptest::prelude::*;

/// Validators of the tests. The first of them begin, and the even ones are never switched on unless they begin.
const VALIDATORS: u8 = 8;

#[derive(Clone, Debug)]
enum Step {
	Add(u8),
	SetKeys(u8),
	Remove(u8),
	RemoveByKey(u8),
	Readmit(u8),
	Report(u8),
	Purge(u8),
	DropSilent(u8),
	Announce(u64, Vec<u8>),
	Cancel,
	Blocks(u64),
	Sessions(u64),
	Die(u8),
	Return(u8),
	Standstill(u64),
	Day,
}

fn step() -> impl Strategy<Value = Step> {
	let number = || 1..=VALIDATORS;
	prop_oneof![
		4 => number().prop_map(Step::Add),
		4 => number().prop_map(Step::SetKeys),
		8 => number().prop_map(Step::Remove),
		2 => number().prop_map(Step::RemoveByKey),
		3 => number().prop_map(Step::Readmit),
		5 => number().prop_map(Step::Report),
		2 => number().prop_map(Step::Purge),
		3 => number().prop_map(Step::DropSilent),
		1 => (0..20u64, prop::collection::vec(number(), 0..4)).prop_map(|(age, drop)| Step::Announce(age, drop)),
		1 => Just(Step::Cancel),
		4 => (1..SESSION).prop_map(Step::Blocks),
		6 => (1..4u64).prop_map(Step::Sessions),
		2 => number().prop_map(Step::Die),
		2 => number().prop_map(Step::Return),
		1 => (1..20_000u64).prop_map(Step::Standstill),
		1 => Just(Step::Day),
	]
}

fn lives(account: AccountId) -> bool {
	!Dead::get().contains(&account)
}

/// Whether one of them lives and can go on in the next sets.
fn any_lives(mut accounts: impl Iterator<Item = AccountId>) -> bool {
	accounts.any(|account| lives(account) && NextKeys::<Test>::contains_key(account))
}

fn queued() -> impl Iterator<Item = AccountId> {
	QueuedKeys::<Test>::get().into_iter().map(|(account, _)| account)
}

/// Writes so many blocks by those that live, and checks after each that one of those planned does.
fn write(blocks: u64) {
	for _ in 0..blocks {
		write_next();
		assert!(any_lives(queued()), "a set of the dead is planned: {:?}, of which are dead: {:?}", set(), Dead::get());
	}
}

/// Switches nodes off. It takes [`ALIVE`] until the chain knows.
fn die(account: AccountId) {
	let others = |accounts: Vec<AccountId>| any_lives(accounts.into_iter().filter(|other| *other != account));
	// Whatever was planned when all lived takes hold; the last one that is in it cannot be helped.
	if lives(account) && others(set()) && others(queued().collect()) {
		let others_alive = Validators::validators()
			.into_iter()
			.any(|view| view.account != account && view.alive && lives(view.account) && others(vec![view.account]));
		if others_alive {
			Dead::mutate(|dead| dead.push(account));
			let end = Now::get() + ALIVE;
			while Now::get() <= end {
				write(1);
			}
		}
	}
}

fn run(step: Step) {
	// Refused calls are welcome: they must leave no trace.
	let _ = match step {
		Step::Add(number) => add(number.into()),
		Step::SetKeys(number) => set_keys(number.into(), number),
		Step::Remove(number) => remove(number.into()),
		Step::RemoveByKey(number) => Validators::remove_validator(signed(BOOTSTRAP), number.into()),
		Step::Readmit(number) => readmit(number.into()),
		Step::Report(number) => {
			let account = AccountId::from(number);
			if System::block_number().is_multiple_of(SESSION) {
				write(1);
			}
			let provable = set().contains(&account) && set().iter().all(NextKeys::<Test>::contains_key);
			if provable {
				report(number)
			} else {
				Ok(())
			}
		}
		Step::Purge(number) => {
			let account = AccountId::from(number);
			let others = |mut accounts: Vec<AccountId>| {
				accounts.retain(|other| *other != account);
				any_lives(accounts.into_iter())
			};
			// An operator can end the chain as well by switching its node off.
			let spared = others(set()) && others(queued().collect());
			if NextKeys::<Test>::contains_key(account) && spared {
				purge_keys(account);
			}
			Ok(())
		}
		Step::DropSilent(number) => frame_support::storage::with_storage_layer(|| drop_silent(number.into())),
		Step::Announce(age, drop) => {
			let number = System::block_number().saturating_sub(age);
			let drop: Vec<AccountId> = drop.into_iter().map(Into::into).collect();
			Validators::announce_revival(signed(ASSEMBLY), number, System::block_hash(number), drop.try_into().unwrap())
		}
		Step::Cancel => Validators::cancel_revival(signed(COMMITTEE)),
		Step::Blocks(blocks) => {
			write(blocks);
			Ok(())
		}
		Step::Sessions(sessions) => {
			write(sessions * SESSION);
			Ok(())
		}
		Step::Die(number) => {
			die(number.into());
			Ok(())
		}
		Step::Return(number) => {
			Dead::mutate(|dead| dead.retain(|account| *account != AccountId::from(number)));
			Ok(())
		}
		Step::Standstill(slots) => {
			write_after(slots);
			Ok(())
		}
		Step::Day => {
			live(DAY + HOUR);
			Ok(())
		}
	};
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases(96)))]

	#[test]
	fn as_long_as_one_lives_the_chain_goes_on(
		first in 1..=4u8,
		dead in prop::collection::vec(1..=VALIDATORS, 0..6),
		steps in prop::collection::vec(step(), 1..60),
	) {
		ExtBuilder(first).build_and_execute(|| {
			// One of the first lives, or there never is a block.
			let dead = dead.into_iter().filter(|number| *number != 1).map(Into::into);
			Dead::set(dead.collect());
			write(1);
			for step in steps {
				run(step);
				Validators::do_try_state().unwrap();
			}
			// Two sessions more, so that all that was planned takes hold.
			write(2 * SESSION);
		});
	}
}
