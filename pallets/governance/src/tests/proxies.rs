// SPDX-License-Identifier: Apache-2.0

//! Voting by proxy (D29).

use crate::{mock::*, tally::Choice, types::*, *};
use frame_support::{assert_noop, assert_ok};

/// An owner without a voting unit.
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
fn a_neighbour_votes_by_proxy() {
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
		// The first valid channel wins.
		assert_noop!(cast(id, 0, Choice::For), Error::<Test>::AlreadyVotedByProxy);
		assert_noop!(Governance::revoke_proxy(of(0), id), Error::<Test>::ProxyAlreadyUsed);
		sleep(WINDOW);
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::VotingOver);
	});
}

#[test]
fn a_proxy_can_prescribe_the_choice() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_noop!(grant(id, 0, NEIGHBOUR, Some(Choice::Approve { candidates: 1 })), Error::<Test>::InvalidChoice);
		assert_ok!(grant(id, 0, NEIGHBOUR, Some(Choice::Against)));
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::ProxyChoiceMismatch);
		assert_ok!(cast_by(NEIGHBOUR, id, 0, Choice::Against));
	});
}

#[test]
fn a_vote_in_person_excludes_a_proxy() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(grant(id, 0, NEIGHBOUR, None));
		assert_ok!(cast(id, 0, Choice::For));
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::AlreadyVotedInPerson);
		// The proxy was not used and can be revoked.
		assert_ok!(Governance::revoke_proxy(of(0), id));
		assert_noop!(grant(id, 0, NEIGHBOUR, None), Error::<Test>::AlreadyVotedInPerson);
	});
}

#[test]
fn a_proxy_can_be_revoked_until_it_is_used() {
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
fn holders_and_their_number_of_proxies_are_limited() {
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
		// Another account of the same owner is the same holder.
		assert_noop!(grant(id, 2, second(NEIGHBOUR_OWNER), None), Error::<Test>::TooManyProxies);
		assert_ok!(Governance::revoke_proxy(of(1), id));
		assert_ok!(grant(id, 2, second(NEIGHBOUR_OWNER), None));
		assert_eq!(ProxiesHeld::<Test>::get(id, NEIGHBOUR_OWNER), 2);
		// The limit applies to each proposal.
		let other = propose(motion(None), ORDINARY);
		assert_ok!(grant(other, 2, NEIGHBOUR, None));
		sleep(WINDOW);
		assert_noop!(grant(id, 3, OTHER, None), Error::<Test>::VotingOver);
	});
}

#[test]
fn a_holder_who_joined_the_staff_cannot_vote() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(grant(id, 0, NEIGHBOUR, None));
		StaffAccounts::mutate(|staff| staff.push(NEIGHBOUR));
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::HolderIsStaff);
		// Another account of the same owner is refused as well.
		assert_noop!(grant(id, 1, second(NEIGHBOUR_OWNER), None), Error::<Test>::HolderIsStaff);
		assert_ok!(Governance::revoke_proxy(of(0), id));
		assert_ok!(grant(id, 0, OTHER, None));
	});
}

#[test]
fn a_holder_who_moved_to_another_owner_cannot_vote() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(grant(id, 0, NEIGHBOUR, None));
		// The account is replaced and acts for no owner, then for another one.
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
fn a_proxy_requires_power_in_the_electorate() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose_in(motion(None), ORDINARY, Some(vec![1]));
		assert_noop!(grant(id, 5, NEIGHBOUR, None), Error::<Test>::NotInElectorate);
		assert_ok!(grant(id, 4, NEIGHBOUR, None));
	});
}
