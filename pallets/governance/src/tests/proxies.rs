// SPDX-License-Identifier: Apache-2.0

//! Voting for somebody else (D29).

use crate::{mock::*, tally::Choice, types::*, *};
use frame_support::{assert_noop, assert_ok};

/// An owner, though of no flat that votes.
const NEIGHBOUR_OWNER: u32 = 50;
const NEIGHBOUR: AccountId = 150;
const OTHER: AccountId = 151;

fn grant(id: ProposalId, owner: u32, holder: AccountId, choice: Option<Choice>) -> sp_runtime::DispatchResult {
	Governance::grant_proxy(of(owner), id, holder, choice)
}

fn cast_by(holder: AccountId, id: ProposalId, owner: u32, choice: Choice) -> sp_runtime::DispatchResult {
	Governance::cast_by_proxy(signed(holder), id, owner, choice)
}

#[test]
fn a_neighbour_votes() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(motion(None), ORDINARY);
		assert_ok!(grant(id, 0, NEIGHBOUR, None));
		assert_eq!(
			last_event(),
			Event::ProxyGranted {
				proposal: id,
				owner: 0,
				holder: NEIGHBOUR,
				holder_owner: NEIGHBOUR_OWNER,
				choice: None
			}
		);
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::VotingNotOpen);
		sleep(NOTICE);
		assert_noop!(cast_by(TENANT, id, 0, Choice::For), Error::<Test>::NotHolder);
		assert_noop!(cast_by(NEIGHBOUR, id, 1, Choice::For), Error::<Test>::ProxyNotFound);
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::Approve { candidates: 0 }), Error::<Test>::InvalidChoice);
		assert_ok!(cast_by(NEIGHBOUR, id, 0, Choice::For));
		assert_eq!(Ballots::<Test>::get(id, 0).unwrap().channel, Channel::Proxy { holder: NEIGHBOUR });
		assert_ok!(cast_by(NEIGHBOUR, id, 0, Choice::Against));
		assert!(matches!(last_event(), Event::BallotCast { changed: true, .. }));
		// The first channel wins.
		assert_noop!(cast(id, 0, Choice::For), Error::<Test>::AlreadyVotedByProxy);
		assert_noop!(Governance::revoke_proxy(of(0), id), Error::<Test>::ProxyAlreadyUsed);
		sleep(WINDOW);
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::VotingOver);
	});
}

#[test]
fn a_proxy_that_names_the_choice_leaves_none() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_noop!(grant(id, 0, NEIGHBOUR, Some(Choice::Approve { candidates: 1 })), Error::<Test>::InvalidChoice);
		assert_ok!(grant(id, 0, NEIGHBOUR, Some(Choice::Against)));
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::ProxyChoiceMismatch);
		assert_ok!(cast_by(NEIGHBOUR, id, 0, Choice::Against));
	});
}

#[test]
fn who_votes_in_person_needs_no_proxy() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(grant(id, 0, NEIGHBOUR, None));
		assert_ok!(cast(id, 0, Choice::For));
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::AlreadyVotedInPerson);
		// It was not used, so it can be taken back.
		assert_ok!(Governance::revoke_proxy(of(0), id));
		assert_noop!(grant(id, 0, NEIGHBOUR, None), Error::<Test>::AlreadyVotedInPerson);
	});
}

#[test]
fn a_proxy_is_revoked_until_it_is_used() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_noop!(Governance::revoke_proxy(of(0), id), Error::<Test>::ProxyNotFound);
		assert_ok!(grant(id, 0, NEIGHBOUR, None));
		assert_noop!(grant(id, 0, OTHER, None), Error::<Test>::ProxyAlreadyGranted);
		assert_noop!(Governance::revoke_proxy(signed(TENANT), id), Error::<Test>::NotOwner);
		assert_ok!(Governance::revoke_proxy(of(0), id));
		assert_eq!(last_event(), Event::ProxyRevoked { proposal: id, owner: 0, holder: NEIGHBOUR });
		assert_eq!(ProxiesHeld::<Test>::get(id, NEIGHBOUR_OWNER), 0);
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::ProxyNotFound);
		assert_ok!(grant(id, 0, OTHER, None));
	});
}

#[test]
fn who_may_hold_a_proxy_and_how_many() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_noop!(grant(id, 0, STAFF, None), Error::<Test>::HolderIsStaff);
		assert_noop!(grant(id, 0, second(0), None), Error::<Test>::HolderIsSelf);
		assert_noop!(grant(id, 0, TENANT, None), Error::<Test>::HolderNotOwner);
		assert_noop!(grant(id, 55, NEIGHBOUR, None), Error::<Test>::NotEligibleToVote);
		assert_noop!(grant(9, 0, NEIGHBOUR, None), Error::<Test>::PollNotFound);
		assert_noop!(Governance::grant_proxy(signed(second(0)), id, NEIGHBOUR, None), Error::<Test>::NotRepresentative);
		assert_ok!(grant(id, 0, NEIGHBOUR, None));
		assert_ok!(grant(id, 1, NEIGHBOUR, None));
		assert_noop!(grant(id, 2, NEIGHBOUR, None), Error::<Test>::TooManyProxies);
		// Another account makes no other person.
		assert_noop!(grant(id, 2, second(NEIGHBOUR_OWNER), None), Error::<Test>::TooManyProxies);
		assert_ok!(Governance::revoke_proxy(of(1), id));
		assert_ok!(grant(id, 2, second(NEIGHBOUR_OWNER), None));
		assert_eq!(ProxiesHeld::<Test>::get(id, NEIGHBOUR_OWNER), 2);
		// The cap is of one proposal.
		let other = propose(motion(None), ORDINARY);
		assert_ok!(grant(other, 2, NEIGHBOUR, None));
		sleep(WINDOW);
		assert_noop!(grant(id, 3, OTHER, None), Error::<Test>::VotingOver);
	});
}

#[test]
fn who_joined_the_staff_votes_for_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(grant(id, 0, NEIGHBOUR, None));
		StaffAccounts::mutate(|staff| staff.push(NEIGHBOUR));
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::HolderIsStaff);
		// Nor with another account.
		assert_noop!(grant(id, 1, second(NEIGHBOUR_OWNER), None), Error::<Test>::HolderIsStaff);
		assert_ok!(Governance::revoke_proxy(of(0), id));
		assert_ok!(grant(id, 0, OTHER, None));
	});
}

#[test]
fn who_acts_for_another_owner_now_votes_for_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(grant(id, 0, NEIGHBOUR, None));
		// The account was replaced, and belongs to nobody; then to another owner.
		Register::replace(NEIGHBOUR_OWNER, second(NEIGHBOUR_OWNER));
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::HolderMoved);
		Register::replace(51, NEIGHBOUR);
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::HolderMoved);
		assert_eq!(ProxiesHeld::<Test>::get(id, NEIGHBOUR_OWNER), 1);
		assert_ok!(Governance::revoke_proxy(of(0), id));
		assert_ok!(grant(id, 0, NEIGHBOUR, None));
		assert_eq!(ProxiesHeld::<Test>::iter_prefix(id).collect::<Vec<_>>(), vec![(51, 1)]);
		assert_ok!(cast_by(NEIGHBOUR, id, 0, Choice::For));
	});
}

#[test]
fn a_proxy_for_some_buildings_needs_power_there() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose_in(motion(None), ORDINARY, Some(vec![1]));
		assert_noop!(grant(id, 5, NEIGHBOUR, None), Error::<Test>::NotInElectorate);
		assert_ok!(grant(id, 4, NEIGHBOUR, None));
	});
}
