// SPDX-License-Identifier: Apache-2.0

//! Contests of paper ballots, and their settlement by two offices (D29).

use crate::{mock::*, tally::Choice, types::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, DispatchResult};

/// A vote in which a paper ballot for owner 0 counts, entered and witnessed by people without an office
/// that settles.
fn forged() -> ProposalId {
	let id = vote_on(None, FOLLOW);
	assert_ok!(Governance::do_enter_paper(id, 0, Choice::For, hash(1), WITNESS));
	assert_ok!(Governance::do_countersign(id, 0, Choice::For, hash(1), TENANT));
	id
}

fn contest(id: ProposalId) -> DispatchResult {
	Governance::contest_paper(of(0), id, hash(9))
}

fn settle(id: ProposalId, upheld: bool) -> DispatchResult {
	Governance::settle_contest(signed(AUDITOR), id, 0, upheld, hash(7))
}

fn countersign(id: ProposalId, upheld: bool) -> DispatchResult {
	Governance::countersign_settlement(signed(REGISTRAR), id, 0, upheld, hash(7))
}

fn in_favour(id: ProposalId) -> u32 {
	match Polls::<Test>::get(id).unwrap().tally {
		tally::Tally::Motion { in_favour, .. } => in_favour.heads,
		other => panic!("{other:?}"),
	}
}

#[test]
fn a_contested_paper_ballot_counts_no_more_and_the_owner_votes_in_person() {
	ExtBuilder::default().build_and_execute(|| {
		let id = forged();
		assert_ok!(Governance::acknowledge(of(0), id));
		let ballot = Ballots::<Test>::get(id, 0).unwrap();
		assert_eq!(in_favour(id), 1);
		assert_noop!(Governance::contest_paper(signed(TENANT), id, hash(9)), Error::<Test>::NotOwner);
		assert_noop!(Governance::contest_paper(signed(second(0)), id, hash(9)), Error::<Test>::NotRepresentative);
		assert_noop!(Governance::contest_paper(of(0), 9, hash(9)), Error::<Test>::PollNotFound);
		assert_noop!(Governance::contest_paper(of(1), id, hash(9)), Error::<Test>::NotOnPaper);
		assert_ok!(contest(id));
		let events = governance_events();
		assert!(events.contains(&Event::PaperContested { proposal: id, owner: 0, reason: hash(9) }));
		assert_eq!(last_event(), Event::BallotWithdrawn { proposal: id, owner: 0, ballot });
		assert_eq!(in_favour(id), 0);
		assert_eq!(Polls::<Test>::get(id).unwrap().served_silent.unwrap().heads, 1);
		assert_noop!(contest(id), Error::<Test>::AlreadyContested);
		// The officers do not enter the next sheet.
		let again = Governance::enter_paper(signed(REGISTRAR), id, 0, Choice::For, hash(2));
		assert_noop!(again, Error::<Test>::PaperIsContested);
		assert_ok!(cast(id, 0, Choice::Against));
		assert_noop!(contest(id), Error::<Test>::AlreadyContested);
		assert_ok!(cast(id, 1, Choice::For));
		assert_noop!(Governance::contest_paper(of(1), id, hash(9)), Error::<Test>::NotOnPaper);
		// Nobody settles it: the owner's own ballot counts.
		sleep(WINDOW);
		assert_noop!(contest(id), Error::<Test>::VotingOver);
		assert_noop!(settle(id, true), Error::<Test>::VotingOver);
		assert_ok!(Governance::close(signed(TENANT), id));
		assert_eq!(Ballots::<Test>::get(id, 0).unwrap().choice, Choice::Against);
	});
}

#[test]
fn two_offices_uphold_a_paper_ballot() {
	ExtBuilder::default().build_and_execute(|| {
		let id = forged();
		let ballot = Ballots::<Test>::get(id, 0).unwrap();
		assert_noop!(settle(id, true), Error::<Test>::ContestNotFound);
		assert_ok!(contest(id));
		// A thief with the owner's key votes, and so does a holder of a proxy.
		assert_ok!(Governance::grant_proxy(of(0), id, acc(50), None));
		assert_ok!(Governance::cast_by_proxy(of(50), id, 0, Choice::Against));
		assert_noop!(countersign(id, true), Error::<Test>::SettlementNotFound);
		let stranger = Governance::settle_contest(signed(TENANT), id, 0, true, hash(7));
		assert_eq!(stranger, Err(DispatchError::BadOrigin));
		assert_ok!(settle(id, true));
		assert_eq!(
			last_event(),
			Event::SettlementEntered { proposal: id, owner: 0, upheld: true, document: hash(7), by: AUDITOR }
		);
		assert_eq!(in_favour(id), 0);
		assert_noop!(countersign(id, false), Error::<Test>::SettlementMismatch);
		let other = Governance::countersign_settlement(signed(REGISTRAR), id, 0, true, hash(8));
		assert_eq!(other, Err(Error::<Test>::SettlementMismatch.into()));
		let auditor = Governance::countersign_settlement(signed(AUDITOR), id, 0, true, hash(7));
		assert_eq!(auditor, Err(DispatchError::BadOrigin));
		assert_ok!(countersign(id, true));
		let settled = Event::ContestSettled {
			proposal: id,
			owner: 0,
			upheld: true,
			document: hash(7),
			entered_by: AUDITOR,
			countersigned_by: REGISTRAR,
		};
		assert!(governance_events().contains(&settled));
		let cast = Event::BallotCast { proposal: id, owner: 0, ballot: ballot.clone(), changed: false };
		assert_eq!(last_event(), cast);
		assert_eq!(Ballots::<Test>::get(id, 0), Some(ballot));
		assert_eq!(in_favour(id), 1);
		assert_eq!(ProxiesUsed::<Test>::iter_prefix(id).count(), 0);
		for again in [settle(id, false), countersign(id, true)] {
			assert_eq!(again, Err(Error::<Test>::ContestAlreadySettled.into()));
		}
		assert_noop!(contest(id), Error::<Test>::AlreadyContested);
	});
}

#[test]
fn a_paper_ballot_that_is_not_upheld_stays_out() {
	ExtBuilder::default().build_and_execute(|| {
		let id = forged();
		assert_ok!(contest(id));
		assert_ok!(settle(id, true));
		// Entered again, it replaces what was entered.
		assert_ok!(settle(id, false));
		assert_ok!(countersign(id, false));
		assert_eq!(in_favour(id), 0);
		assert_eq!(
			Contests::<Test>::get(id, 0).unwrap().settlement,
			Settlement::Settled { upheld: false, document: hash(7) }
		);
		assert_ok!(cast(id, 0, Choice::Abstain));
		let again = Governance::enter_paper(signed(REGISTRAR), id, 0, Choice::For, hash(2));
		assert_noop!(again, Error::<Test>::PaperIsContested);
	});
}

#[test]
fn nobody_settles_a_ballot_of_their_own_hand_or_home_or_on_themselves() {
	ExtBuilder::default().build_and_execute(|| {
		// Entered by the registrar and witnessed by the witness, as usual.
		let id = vote_on(Some(work()), MAJOR);
		assert_ok!(Governance::enter_paper(signed(REGISTRAR), id, 0, Choice::For, hash(1)));
		assert_ok!(Governance::countersign(signed(WITNESS), id, 0, Choice::For, hash(1)));
		assert_ok!(contest(id));
		SamePerson::set(vec![(AUDITOR, WITNESS)]);
		assert_noop!(settle(id, true), Error::<Test>::OwnPaper);
		SamePerson::set(Vec::new());
		ShareUnit::set(vec![(AUDITOR, acc(0))]);
		assert_noop!(settle(id, true), Error::<Test>::OwnBallot);
		ShareUnit::set(Vec::new());
		Concerned::set(vec![AUDITOR]);
		assert_noop!(settle(id, true), Error::<Test>::IsConcerned);
		Concerned::set(Vec::new());
		assert_ok!(settle(id, true));
		// The registrar entered it: another registrar has to countersign, or it stays out.
		assert_noop!(countersign(id, true), Error::<Test>::OwnPaper);
	});
	ExtBuilder::default().build_and_execute(|| {
		let id = forged();
		assert_ok!(contest(id));
		assert_ok!(settle(id, true));
		SamePerson::set(vec![(AUDITOR, REGISTRAR)]);
		assert_noop!(countersign(id, true), Error::<Test>::OwnSettlement);
		// The auditor's office held by the registrar's account.
		SamePerson::set(Vec::new());
		assert_ok!(Governance::settle_contest(signed(REGISTRAR), id, 0, true, hash(7)));
		assert_noop!(countersign(id, true), Error::<Test>::OwnSettlement);
	});
}

#[test]
fn a_ballot_is_contested_only_while_ballots_are_taken() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(motion(None), ORDINARY);
		assert_noop!(contest(id), Error::<Test>::VotingNotOpen);
	});
}
