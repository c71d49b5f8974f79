// SPDX-License-Identifier: Apache-2.0

//! Certificates show how much of a result comes from owners whose accounts or areas changed recently.

use crate::{
	mock::*,
	tally::{Choice, Tally},
	types::*,
	*,
};
use frame_support::{assert_err, assert_ok};
use linli_primitives::{OwnerId, Power};
use sp_runtime::TryRuntimeError;

const FLAT: Power = Power { area: 9_000, heads: 1 };
/// Owner 3, who also bought the flat of owner 2.
const TWO_FLATS: Power = Power { area: 18_000, heads: 1 };

fn recent(id: ProposalId) -> Tally {
	Polls::<Test>::get(id).unwrap().recent
}

fn tally(in_favour: Power, against: Power) -> Tally {
	Tally::Motion { in_favour, against, abstaining: Power::ZERO, quorum_only: None }
}

fn is_recent(id: ProposalId, owner: OwnerId) -> bool {
	Ballots::<Test>::get(id, owner).unwrap().recent
}

/// A motion with record date 61, so that changes after block 51 are recent. The account of owner 0 was replaced in
/// block 51, and owner 2 sold to owner 3 in block 52. Owners 0, 1 and 3 have voted for it.
fn voted() -> ProposalId {
	System::set_block_number(51);
	Register::replace(0, second(0));
	System::set_block_number(52);
	Register::sell(2, 3);
	System::set_block_number(62);
	let id = vote_on(None, ORDINARY);
	cast_all(id, [0, 1, 3], Choice::For);
	id
}

#[test]
fn a_change_counts_for_ten_blocks_before_the_record_date() {
	ExtBuilder::default().build_and_execute(|| {
		let id = voted();
		let poll = Polls::<Test>::get(id).unwrap();
		assert_eq!((poll.record_block, poll.recent_since), (61, 51));
		assert_eq!([0, 1, 3].map(|owner| is_recent(id, owner)), [false, false, true]);
		assert_eq!(recent(id), tally(TWO_FLATS, Power::ZERO));
	});
}

#[test]
fn a_change_after_the_record_date_counts_from_the_next_ballot_on() {
	ExtBuilder::default().build_and_execute(|| {
		let id = voted();
		Register::replace(1, second(1));
		assert!(!is_recent(id, 1), "the account before it cast the ballot");
		assert_ok!(cast(id, 1, Choice::Against));
		assert_eq!(recent(id), tally(TWO_FLATS, FLAT));
		// A ballot that is changed leaves the choice before.
		assert_ok!(cast(id, 3, Choice::Against));
		let both = Power { area: 27_000, heads: 2 };
		assert_eq!(recent(id), tally(Power::ZERO, both));
	});
}

#[test]
fn a_withdrawn_ballot_is_counted_no_more_and_again_when_it_is_restored() {
	ExtBuilder::default().build_and_execute(|| {
		let id = voted();
		Register::replace(4, second(4));
		assert_ok!(Governance::enter_paper(signed(REGISTRAR), id, 4, Choice::For, hash(1)));
		assert_ok!(Governance::countersign(signed(WITNESS), id, 4, Choice::For, hash(1)));
		let both = tally(Power { area: 27_000, heads: 2 }, Power::ZERO);
		assert_eq!(recent(id), both);
		assert_ok!(Governance::contest_paper(of(4), id, hash(2)));
		assert_eq!(recent(id), tally(TWO_FLATS, Power::ZERO));
		let mut poll = Polls::<Test>::get(id).unwrap();
		let ballot = Contests::<Test>::get(id, 4).unwrap().ballot;
		assert_ok!(poll.count(&ballot));
		assert_eq!(poll.recent, both);
	});
}

#[test]
fn an_election_counts_recent_changes_by_candidate() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(election(3), ORDINARY);
		for owner in 0..3 {
			assert_ok!(Governance::stand(of(owner), id));
		}
		sleep(NOMINATION);
		assert_ok!(Governance::announce(signed(TENANT), id));
		sleep(NOTICE);
		Register::replace(5, second(5));
		cast_all(id, [5, 6], Choice::Approve { candidates: 0b101 });
		let Tally::Election { participating, approving } = recent(id) else {
			panic!("the vote is an election");
		};
		assert_eq!(participating, FLAT);
		assert_eq!(approving.into_inner(), [FLAT, Power::ZERO, FLAT]);
	});
}

#[test]
fn the_certificate_has_what_the_poll_counted() {
	ExtBuilder::default().build_and_execute(|| {
		let id = voted();
		sleep(WINDOW);
		let block = System::block_number();
		assert_ok!(Governance::close(signed(TENANT), id));
		// Later changes leave the certificate as it is.
		System::set_block_number(block + 1);
		Register::replace(1, second(1));
		let certificate = Governance::certificate(id).unwrap();
		assert_eq!(certificate.recent, tally(TWO_FLATS, Power::ZERO));
		assert_eq!((certificate.recent_since, certificate.closed_in), (51, block));
	});
}

/// Damages the vote, closed or not, and expects the check to fail with this message.
fn broken(
	closed: bool,
	check: fn() -> Result<(), TryRuntimeError>,
	damage: impl FnOnce(ProposalId),
	message: &'static str,
) {
	ExtBuilder::default().build().execute_with(|| {
		let id = voted();
		if closed {
			sleep(WINDOW);
			assert_ok!(Governance::close(signed(TENANT), id));
		}
		assert_ok!(Governance::do_try_state());
		damage(id);
		assert_err!(check(), TryRuntimeError::Other(message));
		assert!(Governance::do_try_state().is_err());
	});
}

fn change_poll(id: ProposalId, change: impl FnOnce(&mut PollOf<Test>)) {
	Polls::<Test>::mutate(id, |poll| change(poll.as_mut().unwrap()));
}

fn mark(id: ProposalId, owner: OwnerId, recent: bool) {
	Ballots::<Test>::mutate(id, owner, |ballot| ballot.as_mut().unwrap().recent = recent);
}

fn change_certificate(id: ProposalId, change: impl FnOnce(&mut CertificateOf<Test>)) {
	Certificates::<Test>::mutate(id, |certificate| change(certificate.as_mut().unwrap()));
}

#[test]
fn invariants() {
	let empty = |id| change_poll(id, |poll| poll.recent = Tally::of_motion(false));
	let miscounted = "governance: ballots after recent changes are miscounted";
	broken(false, Governance::try_tallies, empty, miscounted);
	let nobody = "governance: a ballot counts as cast after a change that nobody made";
	broken(false, Governance::try_recent, |id| mark(id, 1, true), nobody);
	let missed = "governance: a ballot does not count as cast after a change";
	broken(false, Governance::try_recent, |id| mark(id, 3, false), missed);
	let late = |id| change_poll(id, |poll| poll.recent_since = poll.record_block + 1);
	let begins = "governance: recent changes begin after the record date";
	broken(false, Governance::try_recent, late, begins);
	let other = |id| change_certificate(id, |it| it.recent = Tally::of_motion(false));
	let shows = "governance: a certificate shows other recent changes";
	broken(true, Governance::try_certificates, other, shows);
	let early = |id| change_certificate(id, |it| it.closed_in = it.record_block);
	let before = "governance: a vote closed before its record date";
	broken(true, Governance::try_certificates, early, before);
}
