// SPDX-License-Identifier: Apache-2.0

//! Ballots on paper (D29).

use crate::{mock::*, tally::Choice, types::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;
use sp_runtime::{DispatchError, DispatchResult};

fn enter(id: ProposalId, owner: u32, choice: Choice, scan: u64) -> DispatchResult {
	Governance::enter_paper(signed(REGISTRAR), id, owner, choice, hash(scan))
}

fn countersign(who: AccountId, id: ProposalId, owner: u32, choice: Choice, scan: u64) -> DispatchResult {
	Governance::countersign(signed(who), id, owner, choice, hash(scan))
}

#[test]
fn a_paper_ballot_counts_when_countersigned() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_noop!(countersign(WITNESS, id, 0, Choice::For, 1), Error::<Test>::PaperNotFound);
		assert_ok!(enter(id, 0, Choice::For, 1));
		assert_eq!(
			last_event(),
			Event::PaperEntered { proposal: id, owner: 0, choice: Choice::For, scan: hash(1), by: REGISTRAR }
		);
		assert_eq!(Ballots::<Test>::get(id, 0), None);
		assert_noop!(countersign(REGISTRAR, id, 0, Choice::For, 1), Error::<Test>::OwnPaper);
		assert_noop!(countersign(TENANT, id, 0, Choice::For, 1), DispatchError::BadOrigin);
		assert_noop!(countersign(WITNESS, id, 0, Choice::Against, 1), Error::<Test>::PaperMismatch);
		assert_noop!(countersign(WITNESS, id, 0, Choice::For, 2), Error::<Test>::PaperMismatch);
		assert_ok!(countersign(WITNESS, id, 0, Choice::For, 1));
		assert_eq!(
			Ballots::<Test>::get(id, 0).unwrap().channel,
			Channel::Paper { scan: hash(1), entered_by: REGISTRAR, witness: WITNESS }
		);
		assert_eq!(Papers::<Test>::get(id, 0), None);
		// It can no longer be changed.
		assert_noop!(cast(id, 0, Choice::Against), Error::<Test>::AlreadyVotedOnPaper);
		// A second sheet is refused, and everybody sees it.
		assert_ok!(enter(id, 0, Choice::Against, 2));
		assert_eq!(last_event(), refused(id, 0, 2, REGISTRAR, ChannelKind::Paper));
		assert_noop!(enter(id, 1, Choice::Against, 2), Error::<Test>::ScanAlreadyUsed);
		assert_eq!(Ballots::<Test>::get(id, 0).unwrap().choice, Choice::For);
		assert_noop!(Governance::grant_proxy(of(0), id, acc(50), None), Error::<Test>::AlreadyVotedOnPaper);
	});
}

fn refused(proposal: ProposalId, owner: u32, scan: u64, by: AccountId, counting: ChannelKind) -> Event<Test> {
	Event::PaperRefused { proposal, owner, scan: hash(scan), by, counting }
}

#[test]
fn a_ballot_in_the_wallet_excludes_a_paper_ballot_in_public() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(enter(id, 0, Choice::For, 1));
		assert_ok!(cast(id, 0, Choice::Against));
		assert_ok!(countersign(WITNESS, id, 0, Choice::For, 1));
		assert_eq!(last_event(), refused(id, 0, 1, WITNESS, ChannelKind::Own));
		assert_eq!(Papers::<Test>::get(id, 0), None);
		assert_ok!(enter(id, 0, Choice::For, 2));
		assert_eq!(last_event(), refused(id, 0, 2, REGISTRAR, ChannelKind::Own));
		assert_noop!(countersign(WITNESS, id, 0, Choice::For, 2), Error::<Test>::PaperNotFound);
		assert_eq!(Ballots::<Test>::get(id, 0).unwrap().choice, Choice::Against);
		assert_ok!(Governance::grant_proxy(of(1), id, acc(50), None));
		assert_ok!(enter(id, 1, Choice::For, 3));
		assert_ok!(Governance::cast_by_proxy(of(50), id, 1, Choice::Against));
		assert_ok!(countersign(WITNESS, id, 1, Choice::For, 3));
		assert_eq!(last_event(), refused(id, 1, 3, WITNESS, ChannelKind::Proxy));
		assert_eq!(Ballots::<Test>::get(id, 1).unwrap().choice, Choice::Against);
	});
}

#[test]
fn the_last_paper_ballot_leaves_time_to_contest_it() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		sleep(WINDOW - DAY - 1);
		assert_ok!(enter(id, 0, Choice::For, 1));
		assert_ok!(enter(id, 1, Choice::For, 2));
		assert_ok!(countersign(WITNESS, id, 0, Choice::For, 1));
		sleep(1);
		assert_noop!(enter(id, 2, Choice::For, 3), Error::<Test>::PaperIntakeOver);
		assert_noop!(countersign(WITNESS, id, 1, Choice::For, 2), Error::<Test>::PaperIntakeOver);
		assert_ok!(Governance::contest_paper(of(0), id, hash(9)));
	});
	// In a short window half of it is left.
	let mut book = rule_book();
	book.classes[0].window = DAY;
	ExtBuilder(Some(book)).build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		sleep(DAY / 2 - 1);
		assert_ok!(enter(id, 0, Choice::For, 1));
		sleep(1);
		assert_noop!(enter(id, 1, Choice::For, 2), Error::<Test>::PaperIntakeOver);
	});
}

#[test]
fn nobody_witnesses_paper_ballots_on_themselves() {
	ExtBuilder::default().build_and_execute(|| {
		// A motion that recalls the witness, for example.
		let id = vote_on(Some(work()), MAJOR);
		assert_ok!(enter(id, 0, Choice::For, 1));
		Concerned::set(vec![WITNESS]);
		assert_noop!(countersign(WITNESS, id, 0, Choice::For, 1), Error::<Test>::IsConcerned);
		Concerned::set(Vec::new());
		assert_ok!(countersign(WITNESS, id, 0, Choice::For, 1));
	});
}

#[test]
fn neither_candidates_nor_members_witness_paper_ballots_in_an_election() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(election(3), ORDINARY);
		for owner in 0..3 {
			assert_ok!(Governance::stand(of(owner), id));
		}
		sleep(NOMINATION);
		assert_ok!(Governance::announce(signed(TENANT), id));
		sleep(NOTICE);
		let choice = Choice::Approve { candidates: 1 };
		assert_ok!(enter(id, 8, choice, 1));
		// The witness is a candidate with another account, lives with one, or has a seat.
		SamePerson::set(vec![(WITNESS, acc(1))]);
		assert_noop!(countersign(WITNESS, id, 8, choice, 1), Error::<Test>::IsConcerned);
		SamePerson::set(Vec::new());
		ShareUnit::set(vec![(WITNESS, acc(2))]);
		assert_noop!(countersign(WITNESS, id, 8, choice, 1), Error::<Test>::IsConcerned);
		ShareUnit::set(Vec::new());
		Concerned::set(vec![WITNESS]);
		assert_noop!(countersign(WITNESS, id, 8, choice, 1), Error::<Test>::IsConcerned);
		Concerned::set(Vec::new());
		assert_ok!(countersign(WITNESS, id, 8, choice, 1));
	});
}

#[test]
fn a_paper_ballot_excludes_a_vote_by_proxy() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(Governance::grant_proxy(of(1), id, acc(50), None));
		assert_ok!(enter(id, 1, Choice::For, 3));
		assert_ok!(countersign(WITNESS, id, 1, Choice::For, 3));
		assert_noop!(Governance::cast_by_proxy(of(50), id, 1, Choice::Against), Error::<Test>::AlreadyVotedOnPaper);
	});
}

#[test]
fn an_entry_can_be_replaced_until_countersigned() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(enter(id, 0, Choice::For, 1));
		assert_noop!(enter(id, 0, Choice::Against, 1), Error::<Test>::ScanAlreadyUsed);
		assert_noop!(enter(id, 1, Choice::For, 1), Error::<Test>::ScanAlreadyUsed);
		assert_ok!(enter(id, 0, Choice::Against, 2));
		assert_noop!(countersign(WITNESS, id, 0, Choice::For, 1), Error::<Test>::PaperMismatch);
		assert_ok!(countersign(WITNESS, id, 0, Choice::Against, 2));
		// A scan is used once across all proposals.
		let other = vote_on(None, ORDINARY);
		assert_noop!(enter(other, 0, Choice::For, 2), Error::<Test>::ScanAlreadyUsed);
	});
}

#[test]
fn paper_is_entered_in_time_by_the_registrar_for_eligible_owners() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose_in(motion(None), ORDINARY, Some(vec![1]));
		assert_noop!(enter(id, 0, Choice::For, 1), Error::<Test>::VotingNotOpen);
		sleep(NOTICE);
		assert_noop!(Governance::enter_paper(signed(WITNESS), id, 0, Choice::For, hash(1)), DispatchError::BadOrigin);
		assert_noop!(enter(9, 0, Choice::For, 1), Error::<Test>::PollNotFound);
		assert_noop!(enter(id, 55, Choice::For, 1), Error::<Test>::NotEligibleToVote);
		assert_noop!(enter(id, 5, Choice::For, 1), Error::<Test>::NotInElectorate);
		assert_noop!(enter(id, 0, Choice::Approve { candidates: 1 }, 1), Error::<Test>::InvalidChoice);
		assert_ok!(enter(id, 0, Choice::For, 1));
		sleep(WINDOW);
		assert_noop!(countersign(WITNESS, id, 0, Choice::For, 1), Error::<Test>::VotingOver);
		assert_noop!(enter(id, 1, Choice::For, 2), Error::<Test>::VotingOver);
	});
}

#[test]
fn a_paper_ballot_takes_two_people() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(enter(id, 0, Choice::For, 1));
		SamePerson::set(vec![(REGISTRAR, WITNESS)]);
		assert_noop!(countersign(WITNESS, id, 0, Choice::For, 1), Error::<Test>::OwnPaper);
		// Sharing a unit with the registrar does not make the witness the same person.
		SamePerson::set(Vec::new());
		ShareUnit::set(vec![(REGISTRAR, WITNESS)]);
		assert_ok!(countersign(WITNESS, id, 0, Choice::For, 1));
	});
}

#[test]
fn nobody_witnesses_a_ballot_of_their_own_or_of_somebody_related() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(enter(id, 0, Choice::For, 1));
		let countersign = || countersign(WITNESS, id, 0, Choice::For, 1);
		ShareUnit::set(vec![(acc(0), WITNESS)]);
		assert_noop!(countersign(), Error::<Test>::OwnBallot);
		SamePerson::set(vec![(WITNESS, acc(0))]);
		assert_noop!(countersign(), Error::<Test>::OwnBallot);
		SamePerson::set(Vec::new());
		ShareUnit::set(vec![(acc(1), WITNESS)]);
		assert_ok!(countersign());
	});
}

#[test]
fn an_owners_second_account_does_not_witness_its_ballot() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(enter(id, 0, Choice::For, 1));
		// The register knows the witness as an account of the owner.
		Register::replace(0, WITNESS);
		assert_noop!(countersign(WITNESS, id, 0, Choice::For, 1), Error::<Test>::OwnBallot);
		assert_ok!(Governance::enter_paper(signed(REGISTRAR), id, 1, Choice::For, hash(2)));
		assert_ok!(countersign(WITNESS, id, 1, Choice::For, 2));
	});
}
