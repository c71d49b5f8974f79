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
		sleep(WINDOW);
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::VotingOver);
		assert_noop!(Governance::revoke_proxy(of(0), id), Error::<Test>::VotingOver);
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
fn a_proxy_can_be_revoked_until_the_close_whether_used_or_not() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_noop!(Governance::revoke_proxy(of(0), id), Error::<Test>::ProxyNotFound);
		assert_ok!(grant(id, 0, NEIGHBOUR, None));
		assert_noop!(grant(id, 0, OTHER, None), Error::<Test>::ProxyAlreadyGranted);
		assert_noop!(Governance::revoke_proxy(signed(TENANT), id), Error::<Test>::NotOwner);
		assert_noop!(Governance::revoke_proxy(signed(second(0)), id), Error::<Test>::NotRepresentative);
		assert_ok!(Governance::revoke_proxy(of(0), id));
		assert_eq!(last_event(), Event::ProxyRevoked { proposal: id, owner: 0, holder: NEIGHBOUR });
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::ProxyNotFound);
		// Used: its ballot is withdrawn.
		assert_ok!(grant(id, 0, OTHER, None));
		assert_ok!(cast_by(OTHER, id, 0, Choice::For));
		let ballot = Ballots::<Test>::get(id, 0).unwrap();
		assert_ok!(Governance::revoke_proxy(of(0), id));
		assert_eq!(last_event(), Event::BallotWithdrawn { proposal: id, owner: 0, ballot });
		assert!(!Ballots::<Test>::contains_key(id, 0));
		assert_eq!(Polls::<Test>::get(id).unwrap().tally, tally::Tally::of_motion(false));
		assert_eq!(ProxiesUsed::<Test>::iter_prefix(id).count(), 0);
		assert_noop!(cast_by(OTHER, id, 0, Choice::For), Error::<Test>::ProxyNotFound);
		// The owner votes in person, or by another proxy.
		assert_ok!(cast(id, 0, Choice::Against));
		assert_eq!(Ballots::<Test>::get(id, 0).unwrap().channel, Channel::Own);
		assert_ok!(grant(id, 1, OTHER, None));
		assert_ok!(cast_by(OTHER, id, 1, Choice::For));
		assert_ok!(Governance::revoke_proxy(of(1), id));
		assert_ok!(grant(id, 1, NEIGHBOUR, None));
		assert_ok!(cast_by(NEIGHBOUR, id, 1, Choice::Against));
	});
}

#[test]
fn an_owner_whose_ballot_by_proxy_is_withdrawn_is_silent_again() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, FOLLOW);
		assert_ok!(Governance::acknowledge(of(0), id));
		let silent = || Polls::<Test>::get(id).unwrap().served_silent.unwrap().heads;
		assert_eq!(silent(), 1);
		assert_ok!(grant(id, 0, NEIGHBOUR, None));
		assert_ok!(cast_by(NEIGHBOUR, id, 0, Choice::For));
		assert_eq!(silent(), 0);
		assert_ok!(Governance::revoke_proxy(of(0), id));
		assert_eq!(silent(), 1);
	});
}

#[test]
fn the_holder_is_an_owners_account_and_not_the_staffs() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_noop!(grant(id, 0, STAFF, None), Error::<Test>::HolderIsStaff);
		assert_noop!(grant(id, 0, second(0), None), Error::<Test>::HolderIsSelf);
		assert_noop!(grant(id, 0, TENANT, None), Error::<Test>::HolderNotOwner);
		assert_noop!(grant(id, 55, NEIGHBOUR, None), Error::<Test>::NotEligibleToVote);
		assert_noop!(grant(9, 0, NEIGHBOUR, None), Error::<Test>::PollNotFound);
		assert_noop!(Governance::grant_proxy(signed(second(0)), id, NEIGHBOUR, None), Error::<Test>::NotRepresentative);
		sleep(WINDOW);
		assert_noop!(grant(id, 3, OTHER, None), Error::<Test>::VotingOver);
	});
}

#[test]
fn the_number_of_proxies_that_a_holder_uses_is_limited() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		// Grants that the holder did not ask for keep nobody from those that it uses.
		for owner in 0..5 {
			// Another account of the same owner is the same holder.
			let holder = if owner % 2 == 0 { NEIGHBOUR } else { second(NEIGHBOUR_OWNER) };
			assert_ok!(grant(id, owner, holder, None));
		}
		assert_eq!(ProxiesUsed::<Test>::get(id, NEIGHBOUR_OWNER), 0);
		assert_ok!(cast_by(NEIGHBOUR, id, 4, Choice::For));
		assert_ok!(cast_by(second(NEIGHBOUR_OWNER), id, 3, Choice::For));
		assert_eq!(ProxiesUsed::<Test>::get(id, NEIGHBOUR_OWNER), 2);
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::TooManyProxies);
		assert_noop!(cast_by(second(NEIGHBOUR_OWNER), id, 1, Choice::For), Error::<Test>::TooManyProxies);
		// A change uses nothing more.
		assert_ok!(cast_by(NEIGHBOUR, id, 4, Choice::Against));
		assert_eq!(ProxiesUsed::<Test>::get(id, NEIGHBOUR_OWNER), 2);
		// An unused proxy that is revoked frees nothing, a used one does.
		assert_ok!(Governance::revoke_proxy(of(2), id));
		assert_noop!(cast_by(NEIGHBOUR, id, 0, Choice::For), Error::<Test>::TooManyProxies);
		assert_ok!(Governance::revoke_proxy(of(4), id));
		assert_ok!(cast_by(NEIGHBOUR, id, 0, Choice::For));
		// The limit applies to each proposal.
		let other = vote_on(None, ORDINARY);
		assert_ok!(grant(other, 2, NEIGHBOUR, None));
		assert_ok!(cast_by(NEIGHBOUR, other, 2, Choice::For));
	});
}

#[test]
fn a_rule_book_can_allow_no_proxies() {
	let mut book = rule_book();
	book.proxies_per_holder = 0;
	ExtBuilder(Some(book)).build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_noop!(grant(id, 0, NEIGHBOUR, None), Error::<Test>::TooManyProxies);
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
		assert_ok!(Governance::revoke_proxy(of(0), id));
		assert_ok!(grant(id, 0, NEIGHBOUR, None));
		assert_ok!(cast_by(NEIGHBOUR, id, 0, Choice::For));
		assert_eq!(ProxiesUsed::<Test>::iter_prefix(id).collect::<Vec<_>>(), vec![(51, 1)]);
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
