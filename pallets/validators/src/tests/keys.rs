// SPDX-License-Identifier: Apache-2.0

//! Session keys: changed while they serve, and remembered as long as equivocations can be reported.

use crate::{
	mock::*,
	types::{DropCause, ValidatorState, KEY_CHANGE_INTERVAL},
	Error, Event, SigningKeys,
};
use frame_support::{assert_noop, assert_ok, storage::with_storage_layer};
use pallet_session::CurrentIndex;
use sp_runtime::DispatchResult;

/// Two headers and two votes, signed with the keys of that number in the present block.
fn signed_twice(number: u8, set_id: u64) -> (crate::AuraProofOf<Test>, crate::VotesOf<Test>) {
	let target = System::block_number();
	(equivocation(number, slot()), votes_for(number, set_id, 7, [target; 2]))
}

#[test]
fn an_operator_changes_its_keys_without_leaving_the_set() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		events();
		let serving = || Validators::validators().into_iter().find(|view| view.account == 2).unwrap().serving_since;
		let since = serving();
		assert_ok!(set_keys(2, 22));
		let signers: Vec<_> = (0..3)
			.map(|_| {
				pass_sessions(1);
				assert_eq!((state(2), serving(), set()), (Some(ValidatorState::Serving), since, vec![1, 2, 3, 4]));
				voters()[1]
			})
			.collect();
		assert_eq!((signers, events()), (vec![2, 22, 22], vec![]));
	});
}

#[test]
fn keys_count_in_the_sessions_in_which_they_sign() {
	ExtBuilder(4).build_and_execute(|| {
		let kept = || {
			let current = CurrentIndex::<Test>::get();
			SigningKeys::<Test>::get(current).into_iter().map(|keys| (keys.account, keys.aura)).collect::<Vec<_>>()
		};
		let keys = |numbers: [u8; 4]| (1..).zip(numbers.map(aura_key)).collect::<Vec<_>>();
		assert_eq!(kept(), keys([1, 2, 3, 4]));
		assert_ok!(set_keys(2, 22));
		write_in(slot() + 1);
		// The new ones sign nothing yet.
		assert_noop!(submit(equivocation(22, slot()), 0), Error::<Test>::NotInSession);
		pass_sessions(1);
		assert_eq!(kept(), keys([1, 2, 3, 4]));
		let (blocks, votes) = signed_twice(2, 0);
		pass_sessions(1);
		write_in(slot() + 1);
		assert_eq!(kept(), keys([1, 22, 3, 4]));
		// The old ones sign nothing more: a thief of the old machine cannot have the validator dropped.
		let (late_blocks, late_votes) = signed_twice(2, 1);
		assert_noop!(submit(late_blocks, 2), Error::<Test>::NotInSession);
		let refused = pallet_grandpa::Error::<Test>::InvalidKeyOwnershipProof;
		assert_noop!(submit_votes(late_votes, 2), refused);
		// What they signed in their time counts still.
		let session = session_of(&blocks);
		let tried: DispatchResult = with_storage_layer(|| {
			submit_votes(votes, 0)?;
			Err("rolled back".into())
		});
		assert_eq!(tried, Err("rolled back".into()));
		assert_ok!(submit(blocks, session));
	});
}

/// The equivocation of validator 2 in session 1 can be reported after `hiding` and as many sessions as history has.
fn cannot_be_hidden_by(hiding: impl Fn()) {
	for sessions in [0, 1, 2, HISTORY] {
		for by_votes in [false, true] {
			ExtBuilder(4).build_and_execute(|| {
				pass_sessions(1);
				write_in(slot() + 1);
				let (blocks, votes) = signed_twice(2, 0);
				hiding();
				pass_sessions(sessions);
				events();
				assert_ok!(if by_votes { submit_votes(votes, 1) } else { submit(blocks, 1) });
				assert!(matches!(events()[..], [Event::ValidatorDropped { account: 2, .. }]));
			});
		}
	}
}

#[test]
fn keys_set_afterwards_do_not_hide_an_equivocation() {
	cannot_be_hidden_by(|| {
		assert_ok!(set_keys(2, 22));
	});
}

#[test]
fn nor_do_keys_that_others_set() {
	cannot_be_hidden_by(|| {
		assert_ok!(set_keys(3, 33));
		write_in(slot() + 1);
		assert_ok!(set_keys(4, 44));
	});
}

#[test]
fn nor_do_keys_set_in_each_block() {
	for by_votes in [false, true] {
		ExtBuilder(4).build_and_execute(|| {
			for block in 0..3 * SESSION {
				assert_ok!(set_keys(2, 21 + (block % 20) as u8));
				write_in(slot() + 1);
			}
			let session = CurrentIndex::<Test>::get();
			let signing = voters()[1];
			assert_ne!(signing, 2);
			assert_ok!(set_keys(2, 50));
			write_in(slot() + 1);
			let (blocks, votes) = signed_twice(signing, pallet_grandpa::CurrentSetId::<Test>::get());
			assert_ok!(set_keys(2, 51));
			pass_sessions(2);
			assert_ok!(if by_votes { submit_votes(votes, session) } else { submit(blocks, session) });
			assert!(!matches!(state(2), Some(ValidatorState::Serving)));
		});
	}
}

#[test]
fn nor_do_keys_that_are_purged() {
	for sessions in [0, 1, 2, HISTORY] {
		ExtBuilder(4).build_and_execute(|| {
			pass_sessions(1);
			write_in(slot() + 1);
			let (blocks, votes) = signed_twice(2, 0);
			purge_keys(2);
			pass_sessions(sessions);
			let purged = matches!(state(2), Some(ValidatorState::Serving)) == (sessions == 0);
			assert!(purged, "it is dropped for that with the end of the session");
			assert_ok!(submit(blocks, 1));
			let equivocated = |state| {
				let (ValidatorState::Leaving { cause, .. } | ValidatorState::Dropped { cause, .. }) = state else {
					panic!("{state:?}")
				};
				cause == DropCause::Equivocation
			};
			assert!(state(2).is_some_and(equivocated), "the owners know whom they readmit");
			let known = pallet_grandpa::Error::<Test>::DuplicateOffenceReport;
			assert_noop!(submit_votes(votes, 1), known);
		});
	}
}

#[test]
fn while_nobody_has_keys_those_of_before_sign() {
	ExtBuilder(1).build_and_execute(|| {
		purge_keys(1);
		pass_sessions(2);
		assert_eq!((set(), voters()), (vec![], vec![1]));
		write_in(slot() + 1);
		let (blocks, _) = signed_twice(1, 0);
		assert_ok!(submit(blocks, 2));
		assert_eq!(events().last(), Some(&Event::LastValidatorKept { account: 1 }));
	});
}

#[test]
fn one_change_of_keys_a_day_is_free() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		let free = |account, number| Validators::is_free_change_of_keys(&account, &keys_of(number));
		// As a runtime does.
		let change_freely = |account, number| {
			assert!(free(account, number));
			Validators::note_free_change_of_keys(&account);
			set_keys(account, number)
		};
		// The same keys again change nothing, and could be set for ever.
		assert!(free(2, 22) && !free(2, 2));
		assert_ok!(change_freely(2, 22));
		assert!(!free(2, 23) && !free(2, 22) && !free(2, 2));
		// Nor is it in the sessions after, nor when the keys are gone.
		pass_sessions(2);
		assert!(!free(2, 23));
		purge_keys(2);
		assert!(!free(2, 22));
		assert_ok!(set_keys(2, 22));
		live(KEY_CHANGE_INTERVAL);
		assert!(free(2, 23) && !free(2, 22));
		// Another operator's is its own, and so is that of keys that were purged by mistake.
		purge_keys(3);
		assert!(free(3, 3) && free(3, 33));
		assert_ok!(change_freely(3, 3));

		// A stranger has none; one that was added has.
		assert!(!free(5, 5));
		assert_ok!(add(5));
		assert_ok!(change_freely(5, 5));
		assert!(!free(5, 55));
		// One that was dropped has none until it is readmitted.
		assert_ok!(change_freely(4, 44));
		pass_sessions(2);
		assert_ok!(report(44));
		assert!(!free(4, 45));
		assert_ok!(readmit(4));
		assert!(free(4, 45));
	});
}
