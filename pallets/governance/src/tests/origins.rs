// SPDX-License-Identifier: Apache-2.0

//! The origin of a decision and its guards (D32).

use crate::{mock::*, types::*, *};
use frame_support::traits::{EnsureOrigin, OriginTrait};

fn decided(level: Level, electorate: Option<Vec<u16>>) -> RuntimeOrigin {
	let class = match level {
		Level::Advisory => POLL,
		Level::Ordinary => ORDINARY,
		Level::Major => MAJOR,
	};
	decided_by(0, class, level, electorate)
}

fn decided_by(rule_book: u32, class: ClassId, level: Level, electorate: Option<Vec<u16>>) -> RuntimeOrigin {
	let electorate = electorate.map(|buildings| buildings.try_into().unwrap());
	Origin::Decided { proposal: 7, rule_book, class, level, electorate, matter: Matter::Charges }.into()
}

/// Whether a decision suffices for the matter, if its proposal declared that.
fn may<M: MatterType>(origin: RuntimeOrigin) -> Option<ProposalId> {
	EnsureDecision::<Test, M>::try_origin(declare(M::MATTER, origin)).ok()
}

/// The decision, as if its proposal had declared this matter. Other origins stay as they are.
fn declare(declared: Matter, origin: RuntimeOrigin) -> RuntimeOrigin {
	let decision: Result<Origin, _> = origin.caller().clone().try_into();
	match decision {
		Ok(Origin::Decided { proposal, rule_book, class, level, electorate, .. }) => {
			Origin::Decided { proposal, rule_book, class, level, electorate, matter: declared }.into()
		}
		_ => origin,
	}
}

#[test]
fn a_decision_is_on_the_matter_that_its_proposal_declared() {
	ExtBuilder::default().build_and_execute(|| {
		let by = |matter, electorate| declare(matter, decided(Level::Major, electorate));
		let pots = |origin| EnsureDecision::<Test, matters::Pots>::try_origin(origin).ok();
		assert_eq!(pots(by(Matter::Pots, None)), Some(7));
		assert_eq!(pots(by(Matter::Roles, None)), None);
		let of_some = |origin| EnsureDecisionOfSome::<Test, matters::Spending>::try_origin(origin).is_ok();
		assert!(of_some(by(Matter::Spending, Some(vec![1]))));
		assert!(!of_some(by(Matter::Pots, Some(vec![1]))));
	});
}

#[test]
fn a_level_is_compared_with_that_of_the_matter() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(may::<matters::Charges>(decided(Level::Ordinary, None)), Some(7));
		assert_eq!(may::<matters::Charges>(decided(Level::Major, None)), Some(7));
		assert_eq!(may::<matters::Charges>(decided(Level::Advisory, None)), None);
		assert_eq!(may::<matters::RepairFund>(decided(Level::Ordinary, None)), None);
		assert_eq!(may::<matters::RepairFund>(decided(Level::Major, None)), Some(7));
		for origin in [RuntimeOrigin::root(), signed(acc(0)), committee(), RuntimeOrigin::none(), Origin::Due.into()] {
			assert_eq!(may::<matters::Charges>(origin), None);
		}
	});
}

#[test]
fn another_class_of_the_same_level_does_not_suffice() {
	ExtBuilder::default().build_and_execute(|| {
		let by = |rule_book, class, level| decided_by(rule_book, class, level, None);
		// Also ordinary, but with lower requirements: the silent join the majority.
		assert_eq!(may::<matters::Charges>(by(0, FOLLOW, Level::Ordinary)), None);
		assert_eq!(may::<matters::Charges>(by(0, ORDINARY, Level::Ordinary)), Some(7));
		assert_eq!(may::<matters::Charges>(by(0, MAJOR, Level::Major)), Some(7));
		let of = |origin| EnsureDecisionOfSome::<Test, matters::Charges>::try_origin(origin).is_ok();
		assert!(!of(by(0, FOLLOW, Level::Ordinary)));
		assert!(of(by(0, ORDINARY, Level::Ordinary)));
	});
}

/// A rule book in force in which charges take the class in which the silent follow, after one in which they did not.
fn replaced(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		let mut book = rule_book();
		book.matters.charges = FOLLOW;
		assert!(Governance::set_rule_book(decision(Level::Major), book).is_ok());
		test();
	});
}

#[test]
fn a_decision_under_an_earlier_rule_book_must_have_sufficed_there() {
	replaced(|| {
		let by = |class, level| decided_by(0, class, level, None);
		// The class that charges take now was not theirs when the decision was taken, though it has their level.
		assert_eq!(may::<matters::Charges>(by(FOLLOW, Level::Ordinary)), None);
		assert_eq!(may::<matters::Charges>(by(ORDINARY, Level::Ordinary)), Some(7));
		assert_eq!(may::<matters::Charges>(by(MAJOR, Level::Major)), Some(7));
		assert_eq!(may::<matters::Charges>(by(POLL, Level::Advisory)), None);
		assert_eq!(may::<matters::RepairFund>(by(ORDINARY, Level::Ordinary)), None);
		assert_eq!(may::<matters::RepairFund>(by(MAJOR, Level::Major)), Some(7));
		let of = |origin| EnsureDecisionOfSome::<Test, matters::Charges>::try_origin(origin).is_ok();
		assert!(!of(by(FOLLOW, Level::Ordinary)));
		assert!(of(by(ORDINARY, Level::Ordinary)));
		// In force, the class of the matter suffices.
		assert_eq!(may::<matters::Charges>(decided_by(1, ORDINARY, Level::Ordinary, None)), None);
		assert_eq!(may::<matters::Charges>(decided_by(1, FOLLOW, Level::Ordinary, None)), Some(7));
		// There is no such version.
		assert_eq!(may::<matters::Charges>(decided_by(2, FOLLOW, Level::Ordinary, None)), None);
		assert_eq!(may::<matters::Charges>(decided_by(2, MAJOR, Level::Major, None)), None);
	});
}

#[test]
fn a_matter_that_became_major_takes_a_major_decision_of_before() {
	ExtBuilder::default().build_and_execute(|| {
		let mut book = rule_book();
		book.matters.charges = MAJOR;
		assert!(Governance::set_rule_book(decision(Level::Major), book).is_ok());
		assert_eq!(may::<matters::Charges>(decided_by(0, ORDINARY, Level::Ordinary, None)), None);
		assert_eq!(may::<matters::Charges>(decided_by(0, MAJOR, Level::Major, None)), Some(7));
	});
}

/// The decision was taken in vain, and a later rule book does not give it power.
#[test]
fn a_new_rule_book_does_not_revive_a_decision_of_the_wrong_matter() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(motion_by(bound(work()), Matter::CommonParts), MAJOR);
		sleep(NOTICE);
		cast_all(id, 0..OWNERS, tally::Choice::For);
		sleep(WINDOW);
		frame_support::assert_ok!(Governance::close(signed(TENANT), id));
		sleep(DELAY);
		let refused = || {
			frame_support::assert_ok!(enact(id));
			let failure = Failure::Call(sp_runtime::DispatchError::BadOrigin);
			assert_eq!(last_event(), Event::EnactmentFailed { proposal: id, failure });
		};
		refused();
		frame_support::assert_ok!(Governance::set_rule_book(decision(Level::Major), rule_book()));
		refused();
	});
}

#[test]
fn without_a_rule_book_no_decision_is_accepted() {
	ExtBuilder(None).build_and_execute(|| {
		assert_eq!(may::<matters::Charges>(decided(Level::Major, None)), None);
	});
}

#[test]
fn a_decision_of_some_buildings_is_accepted_only_where_allowed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(may::<matters::Charges>(decided(Level::Major, Some(vec![1]))), None);
		let of = |origin| {
			EnsureDecisionOfSome::<Test, matters::RepairFund>::try_origin(declare(Matter::RepairFund, origin)).ok()
		};
		assert_eq!(of(decided(Level::Major, Some(vec![1]))), Some((7, Some(vec![1].try_into().unwrap()))));
		assert_eq!(of(decided(Level::Major, None)), Some((7, None)));
		assert_eq!(of(decided(Level::Ordinary, Some(vec![1]))), None);
		assert_eq!(of(signed(acc(0))), None);
	});
}

#[test]
fn a_major_matter_requires_a_major_decision_of_all_owners() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(may::<matters::Runtime>(decided(Level::Major, None)), Some(7));
		for origin in [
			RuntimeOrigin::root(),
			committee(),
			of(0),
			decided(Level::Advisory, None),
			decided(Level::Ordinary, None),
			decided(Level::Major, Some(vec![1])),
		] {
			assert_eq!(may::<matters::Runtime>(origin), None);
		}
		// An ordinary motion with such a call declares another matter. It can pass, but its enactment fails.
		let id = propose(motion_by(bound(work()), Matter::Charges), ORDINARY);
		sleep(NOTICE);
		cast_all(id, 0..OWNERS, tally::Choice::For);
		sleep(WINDOW);
		frame_support::assert_ok!(Governance::close(signed(TENANT), id));
		sleep(DELAY);
		frame_support::assert_ok!(enact(id));
		let failure = Failure::Call(sp_runtime::DispatchError::BadOrigin);
		assert_eq!(last_event(), Event::EnactmentFailed { proposal: id, failure });
	});
}
