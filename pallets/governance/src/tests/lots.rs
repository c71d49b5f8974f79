// SPDX-License-Identifier: Apache-2.0

//! Decisions where the register counts each unit as a head.

use crate::{mock::*, tally::Choice, types::*, *};
use frame_support::assert_ok;
use linli_primitives::Power;

/// Owner 0 has three of twelve homes, all in building 1 but one.
fn by_lot(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		HeadsPerUnit::set(true);
		let home = |owner| flat(1, 10_000, owner);
		let mut homes: Vec<_> = [0, 0].into_iter().chain(1..10).map(home).collect();
		homes.push(flat(2, 10_000, 0));
		Register::begin_with(homes);
		test();
	});
}

#[test]
fn an_owner_of_three_homes_has_three_heads() {
	by_lot(|| {
		let id = vote_on(None, ORDINARY);
		assert_eq!(Polls::<Test>::get(id).unwrap().total, Power { area: 120_000, heads: 12 });
		cast_all(id, 0..10, Choice::For);
		assert_eq!(Ballots::<Test>::get(id, 0).unwrap().power, Power { area: 30_000, heads: 3 });
		assert_ok!(cast(id, 0, Choice::Against));
		let id = propose_in(motion(None), ORDINARY, Some(vec![1]));
		sleep(NOTICE);
		assert_ok!(cast(id, 0, Choice::For));
		assert_eq!(Ballots::<Test>::get(id, 0).unwrap().power.heads, 2);
	});
}

#[test]
fn a_petition_is_supported_with_all_heads_of_an_owner() {
	by_lot(|| {
		// A fifth of twelve heads are three: the owner of three homes needs nobody.
		assert_ok!(Governance::petition(of(0), motion(None), ORDINARY, None, hash(1), place()));
		assert!(matches!(state(0), State::Announced { .. }));
		// In one building two of eleven are not enough.
		let one = Some(vec![1].try_into().unwrap());
		assert_ok!(Governance::petition(of(0), motion(None), ORDINARY, one, hash(1), place()));
		assert!(matches!(state(1), State::Petition { supporters: 2, heads: 11, .. }));
		assert_ok!(Governance::support(of(5), 1));
		assert!(matches!(state(1), State::Announced { .. }));
	});
}
