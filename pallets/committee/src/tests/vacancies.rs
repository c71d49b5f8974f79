// SPDX-License-Identifier: Apache-2.0

//! Vacating, filling and moving seats.

use crate::{mock::*, types::Vacancy, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn a_member_resigns_and_the_reserve_fills_the_seat() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(Committee::resign(of(1)), Error::<Test>::NotMember);
		seat(0, 3, 2);
		assert_noop!(Committee::resign(of(3)), Error::<Test>::NotMember);
		assert_noop!(Committee::resign(RuntimeOrigin::root()), BadOrigin);
		assert_ok!(Committee::resign(of(1)));
		assert!(events().contains(&Event::SeatVacated { owner: 1, cause: Vacancy::Resigned }));
		assert_eq!(last_event(), Event::SeatFilled { owner: 3, account: acc(3) });
		assert_eq!(collective(), vec![acc(0), acc(2), acc(3)]);
		// The next in reserve has sold and is the last: the seat stays vacant.
		sell(4);
		sleep(1);
		assert_ok!(Committee::resign(of(0)));
		assert_eq!(last_event(), Event::SeatVacated { owner: 0, cause: Vacancy::Resigned });
		assert_eq!((owners(), in_reserve()), (vec![2, 3], vec![]));
	});
}

#[test]
fn a_reserve_sits_with_the_current_representative_and_those_passed_over_leave() {
	ExtBuilder.build_and_execute(|| {
		seat(0, 3, 3);
		sell(3);
		Register::replace(4, second(4));
		sleep(1);
		assert_ok!(Committee::resign(of(2)));
		assert_eq!(last_event(), Event::SeatFilled { owner: 4, account: second(4) });
		assert_eq!((owners(), in_reserve()), (vec![0, 1, 4], vec![5]));
	});
}

#[test]
fn a_committee_without_members_does_not_sit() {
	use linli_primitives::traits::SittingCommittee;
	ExtBuilder.build_and_execute(|| {
		seat(0, 1, 0);
		assert!(Committee::sits());
		assert_ok!(Committee::resign(of(0)));
		assert!(!Committee::sits());
		assert!(CurrentTerm::<Test>::exists());
	});
}

#[test]
fn the_owners_recall_a_member() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(recall(1, 0), Error::<Test>::CommitteeNotFound);
		seat(7, 3, 1);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), of(0), Origin::Due.into()] {
			assert_noop!(Committee::recall(origin, 1, 7), BadOrigin);
		}
		assert_noop!(recall(8, 7), Error::<Test>::NotMember);
		assert_ok!(recall(1, 7));
		assert!(events().contains(&Event::SeatVacated { owner: 1, cause: Vacancy::Recalled }));
		assert_eq!(collective(), vec![acc(0), acc(2), acc(3)]);
	});
}

#[test]
fn a_recall_applies_only_to_the_committee_it_names() {
	ExtBuilder.build_and_execute(|| {
		seat(7, 3, 0);
		sleep(1);
		// The owners elect the member again before the recall is enacted.
		seat(9, 3, 0);
		assert_noop!(recall(1, 7), Error::<Test>::CommitteeMismatch);
		assert_ok!(recall(1, 9));
		assert_eq!(owners(), vec![0, 2]);
	});
}

#[test]
fn a_member_who_sold_loses_the_seat() {
	ExtBuilder.build_and_execute(|| {
		seat(0, 3, 0);
		assert_noop!(Committee::vacate(signed(TENANT), 1), Error::<Test>::IsOwner);
		assert_noop!(Committee::vacate(signed(TENANT), 55), Error::<Test>::NotMember);
		assert_noop!(Committee::vacate(RuntimeOrigin::none(), 1), BadOrigin);
		sell(1);
		assert_noop!(Committee::vacate(signed(TENANT), 1), Error::<Test>::IsOwner);
		sleep(1);
		assert_ok!(Committee::vacate(signed(TENANT), 1));
		assert_eq!(last_event(), Event::SeatVacated { owner: 1, cause: Vacancy::NotOwner });
		assert_eq!(owners(), vec![0, 2]);
	});
}

#[test]
fn a_seat_moves_to_the_new_representative_after_a_lost_key() {
	ExtBuilder.build_and_execute(|| {
		seat(0, 3, 0);
		assert_noop!(Committee::take_seat(of(1)), Error::<Test>::SeatStillHeld);
		assert_noop!(Committee::take_seat(signed(second(1))), Error::<Test>::NotRepresentative);
		assert_noop!(Committee::take_seat(signed(TENANT)), Error::<Test>::NotOwner);
		assert_noop!(Committee::take_seat(of(5)), Error::<Test>::NotMember);
		Register::replace(1, second(1));
		assert_ok!(Committee::take_seat(signed(second(1))));
		assert_eq!(last_event(), Event::SeatMoved { owner: 1, from: acc(1), to: second(1) });
		assert_eq!(collective(), vec![acc(0), acc(2), second(1)]);
		assert_eq!(Committee::seat_of(&acc(1)), None);
		assert_eq!(Committee::seat_of(&second(1)), Some(1));
	});
}
