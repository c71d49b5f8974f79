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
use sp_runtime::{DispatchError, DispatchResult};

fn silent(id: ProposalId) -> Option<Power> {
	Polls::<Test>::get(id).unwrap().served_silent
}

fn record(id: ProposalId, owner: u32) -> DispatchResult {
	Governance::record_delivery(signed(REGISTRAR), id, owner)
}

fn countersign(id: ProposalId, owner: u32) -> DispatchResult {
	Governance::countersign_delivery(signed(WITNESS), id, owner)
}

fn receipt(id: ProposalId, owner: u32) -> Option<Receipt<AccountId>> {
	Deliveries::<Test>::get(id, owner).map(|delivery| delivery.receipt)
}

#[test]
fn a_delivery_is_recorded_by_two_people_before_the_vote() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose_in(motion(None), ORDINARY, Some(vec![1]));
		assert_noop!(countersign(id, 0), Error::<Test>::DeliveryNotFound);
		assert_ok!(record(id, 0));
		assert_eq!(last_event(), Event::DeliveryRecorded { proposal: id, owner: 0, acknowledged: false });
		assert_eq!(receipt(id, 0), Some(Receipt::Recorded { by: REGISTRAR }));
		assert_noop!(record(id, 0), Error::<Test>::AlreadyServed);
		assert_noop!(record(id, 5), Error::<Test>::NotInElectorate);
		assert_noop!(record(id, 55), Error::<Test>::NotEligibleToVote);
		assert_noop!(record(9, 1), Error::<Test>::PollNotFound);
		assert_noop!(Governance::record_delivery(signed(TENANT), id, 1), DispatchError::BadOrigin);
		assert_noop!(countersign(9, 0), Error::<Test>::PollNotFound);
		assert_noop!(Governance::countersign_delivery(signed(TENANT), id, 0), DispatchError::BadOrigin);
		// Another person, who is not related to the owner.
		let registrar = Governance::countersign_delivery(signed(REGISTRAR), id, 0);
		assert_noop!(registrar, Error::<Test>::OwnDelivery);
		SamePerson::set(vec![(REGISTRAR, WITNESS)]);
		assert_noop!(countersign(id, 0), Error::<Test>::OwnDelivery);
		SamePerson::set(Vec::new());
		ShareUnit::set(vec![(acc(0), WITNESS)]);
		assert_noop!(countersign(id, 0), Error::<Test>::OwnBallot);
		ShareUnit::set(Vec::new());
		assert_ok!(countersign(id, 0));
		assert_eq!(last_event(), Event::DeliveryCountersigned { proposal: id, owner: 0, witness: WITNESS });
		assert_eq!(receipt(id, 0), Some(Receipt::Witnessed { by: REGISTRAR, witness: WITNESS }));
		assert_noop!(countersign(id, 0), Error::<Test>::AlreadyServed);
		assert_noop!(Governance::acknowledge(of(0), id), Error::<Test>::AlreadyServed);
		// This class does not count the silent.
		assert_eq!(silent(id), None);
		assert_ok!(record(id, 1));
		sleep(NOTICE);
		assert_noop!(record(id, 2), Error::<Test>::DeliveryOver);
		assert_noop!(countersign(id, 1), Error::<Test>::DeliveryOver);
	});
}

#[test]
fn owners_acknowledge_until_the_close() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(Governance::acknowledge(of(1), id));
		assert_eq!(last_event(), Event::DeliveryRecorded { proposal: id, owner: 1, acknowledged: true });
		assert_eq!(receipt(id, 1), Some(Receipt::Acknowledged));
		assert_noop!(Governance::acknowledge(of(1), id), Error::<Test>::AlreadyServed);
		assert_noop!(Governance::acknowledge(signed(TENANT), id), Error::<Test>::NotOwner);
		assert_noop!(Governance::acknowledge(signed(second(2)), id), Error::<Test>::NotRepresentative);
		assert_noop!(Governance::acknowledge(of(55), id), Error::<Test>::NotEligibleToVote);
		assert_noop!(Governance::acknowledge(of(2), 9), Error::<Test>::PollNotFound);
		sleep(WINDOW);
		assert_noop!(Governance::acknowledge(of(2), id), Error::<Test>::VotingOver);
	});
}

#[test]
fn nobody_countersigns_deliveries_on_a_question_about_themselves() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(motion(Some(work())), MAJOR);
		assert_ok!(record(id, 0));
		Concerned::set(vec![WITNESS]);
		assert_noop!(countersign(id, 0), Error::<Test>::IsConcerned);
	});
}

/// A registrar who sees which way the vote goes cannot decide it with receipts.
#[test]
fn one_persons_record_makes_no_vote_of_silence() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(motion(None), FOLLOW);
		for owner in 0..OWNERS {
			assert_ok!(record(id, owner));
		}
		assert_eq!(silent(id), Some(Power::ZERO));
		// The owner confirms what the registrar had recorded, and counts.
		assert_ok!(Governance::acknowledge(of(9), id));
		assert_eq!(silent(id), Some(Power { area: 60_000, heads: 1 }));
		sleep(NOTICE);
		cast_all(id, 0..6, Choice::For);
		assert_eq!(silent(id), Some(Power { area: 60_000, heads: 1 }));
		assert_noop!(countersign(id, 8), Error::<Test>::DeliveryOver);
	});
}

#[test]
fn the_served_and_silent_are_counted_until_they_vote() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(motion(None), FOLLOW);
		assert_eq!(silent(id), Some(Power::ZERO));
		for owner in [0, 1, DEVELOPER] {
			assert_ok!(record(id, owner));
			assert_ok!(countersign(id, owner));
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
			let id = propose(motion(None), class);
			for owner in 0..OWNERS {
				assert_ok!(record(id, owner));
				if served {
					assert_ok!(countersign(id, owner));
				}
			}
			sleep(NOTICE);
			cast_all(id, 0..6, Choice::For);
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
