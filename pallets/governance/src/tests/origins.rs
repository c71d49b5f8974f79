// SPDX-License-Identifier: Apache-2.0

//! The origin of a decision and its guards (D32).

use crate::{mock::*, types::*, *};
use frame_support::traits::EnsureOrigin;

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
	Origin::Decided { proposal: 7, rule_book, class, level, electorate }.into()
}

fn may<M: MatterType>(origin: RuntimeOrigin) -> Option<ProposalId> {
	EnsureDecision::<Test, M>::try_origin(origin).ok()
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
		// Under another version the class id has no meaning, and the level counts.
		let mut book = rule_book();
		book.matters.charges = FOLLOW;
		assert!(Governance::set_rule_book(decision(Level::Major), book).is_ok());
		assert_eq!(may::<matters::Charges>(by(1, ORDINARY, Level::Ordinary)), None);
		assert_eq!(may::<matters::Charges>(by(1, FOLLOW, Level::Ordinary)), Some(7));
		for class in [ORDINARY, FOLLOW] {
			assert_eq!(may::<matters::Charges>(by(0, class, Level::Ordinary)), Some(7));
			assert_eq!(may::<matters::RepairFund>(by(0, class, Level::Ordinary)), None);
			assert_eq!(may::<matters::RepairFund>(by(0, class, Level::Major)), Some(7));
		}
		assert_eq!(may::<matters::Charges>(by(0, POLL, Level::Advisory)), None);
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
		let of = |origin| EnsureDecisionOfSome::<Test, matters::RepairFund>::try_origin(origin).ok();
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
		// An ordinary motion with such a call can pass, but its enactment fails.
		let id = passed(Some(work()), ORDINARY);
		sleep(DELAY);
		frame_support::assert_ok!(enact(id));
		let failure = Failure::Call(sp_runtime::DispatchError::BadOrigin);
		assert_eq!(last_event(), Event::EnactmentFailed { proposal: id, failure });
	});
}
