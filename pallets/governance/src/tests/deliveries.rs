// SPDX-License-Identifier: Apache-2.0

//! Delivery receipts, and the rule by which the silent join the majority (D30).

use crate::{
	mock::*,
	tally::Choice,
	types::*,
	verdict::{Reason, Verdict},
	*,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::Power;
use sp_runtime::DispatchError;

fn silent(id: ProposalId) -> Option<Power> {
	Polls::<Test>::get(id).unwrap().served_silent
}

#[test]
fn a_receipt_is_recorded_once() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose_in(motion(None), ORDINARY, Some(vec![1]));
		let record = |owner| Governance::record_delivery(signed(REGISTRAR), id, owner);
		assert_ok!(record(0));
		assert_eq!(last_event(), Event::DeliveryRecorded { proposal: id, owner: 0, acknowledged: false });
		assert_noop!(record(0), Error::<Test>::AlreadyServed);
		assert_noop!(Governance::acknowledge(of(0), id), Error::<Test>::AlreadyServed);
		assert_noop!(record(5), Error::<Test>::NotInElectorate);
		assert_noop!(record(55), Error::<Test>::NotEligibleToVote);
		assert_noop!(Governance::record_delivery(signed(TENANT), id, 1), DispatchError::BadOrigin);
		assert_noop!(Governance::record_delivery(signed(REGISTRAR), 9, 1), Error::<Test>::PollNotFound);
		assert_ok!(Governance::acknowledge(of(1), id));
		assert_eq!(last_event(), Event::DeliveryRecorded { proposal: id, owner: 1, acknowledged: true });
		assert_noop!(Governance::acknowledge(signed(TENANT), id), Error::<Test>::NotOwner);
		assert_noop!(Governance::acknowledge(signed(second(2)), id), Error::<Test>::NotRepresentative);
		// This class does not count the silent.
		assert_eq!(silent(id), None);
		sleep(NOTICE + WINDOW);
		assert_noop!(record(2), Error::<Test>::VotingOver);
	});
}

#[test]
fn the_served_and_silent_are_counted_until_they_vote() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(motion(None), FOLLOW);
		assert_eq!(silent(id), Some(Power::ZERO));
		for owner in [0, 1, DEVELOPER] {
			assert_ok!(Governance::record_delivery(signed(REGISTRAR), id, owner));
		}
		assert_eq!(silent(id), Some(Power { area: 78_000, heads: 3 }));
		sleep(NOTICE);
		assert_ok!(cast(id, 0, Choice::For));
		assert_eq!(silent(id), Some(Power { area: 69_000, heads: 2 }));
		assert_ok!(cast(id, 0, Choice::Against));
		assert_eq!(silent(id), Some(Power { area: 69_000, heads: 2 }));
		// An owner who voted before the receipt is not silent.
		assert_ok!(cast(id, 2, Choice::For));
		assert_ok!(Governance::acknowledge(of(2), id));
		assert_eq!(silent(id), Some(Power { area: 69_000, heads: 2 }));
	});
}

#[test]
fn the_silent_join_the_majority_only_with_a_receipt_and_if_the_class_says_so() {
	let decide = |class, served: bool| {
		let mut verdict = None;
		ExtBuilder::default().build_and_execute(|| {
			let id = vote_on(None, class);
			cast_all(id, 0..6, Choice::For);
			if served {
				for owner in 0..OWNERS {
					assert_ok!(Governance::record_delivery(signed(REGISTRAR), id, owner));
				}
			}
			sleep(WINDOW);
			assert_ok!(Governance::close(signed(TENANT), id));
			verdict = Governance::certificate(id).map(|certificate| certificate.verdict);
		});
		verdict
	};
	assert_eq!(decide(FOLLOW, true), Some(Verdict::Passed));
	assert_eq!(decide(FOLLOW, false), Some(Verdict::Rejected(Reason::ParticipationArea)));
	assert_eq!(decide(ORDINARY, true), Some(Verdict::Rejected(Reason::ParticipationArea)));
}
