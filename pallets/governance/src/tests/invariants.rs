// SPDX-License-Identifier: Apache-2.0

//! Each invariant is violated once, and the check reports it.

use super::tracts::{book as book_with_tracts, IN_TRACTS};
use crate::{mock::*, tally::Choice, types::*, *};
use frame_support::assert_ok;
use linli_primitives::{Power, UnitKind, UnitKinds};
use sp_runtime::TryRuntimeError;

type Check = fn() -> Result<(), TryRuntimeError>;

/// Damages a state in which all invariants hold, and expects the check to fail with this message.
fn broken_in(book: RuleBook, prepare: impl FnOnce(), check: Check, damage: impl FnOnce(), message: &str) {
	ExtBuilder(Some(book)).build().execute_with(|| {
		prepare();
		assert_ok!(Governance::do_try_state());
		damage();
		let expected = format!("governance: {message}");
		assert_eq!(check(), Err(TryRuntimeError::Other(Box::leak(expected.into_boxed_str()))));
		assert!(Governance::do_try_state().is_err());
	});
}

fn broken(prepare: impl FnOnce(), check: Check, damage: impl FnOnce(), message: &str) {
	broken_in(rule_book(), prepare, check, damage, message);
}

fn nothing() {}

/// Proposal 0: owner 0 has voted.
fn voting() {
	let id = vote_on(None, ORDINARY);
	assert_ok!(cast(id, 0, Choice::For));
}

fn change_state(change: impl FnOnce(&mut State<u64>)) {
	Proposals::<Test>::mutate(0, |proposal| change(&mut proposal.as_mut().unwrap().state));
}

fn change_poll(change: impl FnOnce(&mut PollOf<Test>)) {
	Polls::<Test>::mutate(0, |poll| change(poll.as_mut().unwrap()));
}

fn change_ballot(change: impl FnOnce(&mut BallotOf<Test>)) {
	Ballots::<Test>::mutate(0, 0, |ballot| change(ballot.as_mut().unwrap()));
}

fn change_certificate(change: impl FnOnce(&mut CertificateOf<Test>)) {
	Certificates::<Test>::mutate(0, |certificate| change(certificate.as_mut().unwrap()));
}

#[test]
fn rule_books() {
	let check = Governance::try_rule_books;
	broken(
		nothing,
		check,
		|| RuleBooks::<Test>::remove(0),
		"the number of rule books does not match the version in force",
	);
	broken(
		nothing,
		check,
		CurrentRuleBook::<Test>::kill,
		"the number of rule books does not match the version in force",
	);
	let gap = || {
		RuleBooks::<Test>::remove(0);
		RuleBooks::<Test>::insert(5, rule_book());
	};
	broken(nothing, check, gap, "versions of the rule book have gaps");
	let wrong = || {
		RuleBooks::<Test>::mutate(0, |book| book.as_mut().unwrap().classes[0].window = 0);
	};
	broken(nothing, check, wrong, "a rule book is invalid");
}

#[test]
fn proposals() {
	let check = Governance::try_proposals;
	broken(voting, check, || NextProposal::<Test>::put(0), "a proposal's id is not below the next");
	broken(voting, check, || NextProposal::<Test>::put(2), "the ids of proposals have gaps");
	let class = || Proposals::<Test>::mutate(0, |proposal| proposal.as_mut().unwrap().class = 9);
	broken(voting, check, class, "a proposal's class is not in its rule book");
	let on = |matter| {
		move || {
			Proposals::<Test>::mutate(0, |it| it.as_mut().unwrap().question = Question::Motion { call: None, matter })
		}
	};
	broken(voting, check, on(Some(Matter::Runtime)), "a proposal's class does not suffice for its matter");
	let undeclared = || {
		let question = Question::Motion { call: Some(bound(work())), matter: None };
		Proposals::<Test>::mutate(0, |it| it.as_mut().unwrap().question = question);
	};
	broken(voting, check, undeclared, "a call is about no matter");
	let room =
		|ids: Vec<u32>| OpenProposals::<Test>::insert(Room::Committee, frame_support::BoundedVec::truncate_from(ids));
	broken(voting, check, || room(vec![]), "open proposals are miscounted");
	let elsewhere = || Rooms::<Test>::insert(0, Room::Owners);
	broken(voting, check, elsewhere, "a proposal is in another room");
	let other = || room(vec![3]);
	broken(voting, check, other, "the wrong proposals are listed as open");
}

fn petition() {
	assert_ok!(Governance::petition(of(3), motion(None), ORDINARY, None, hash(2), place()));
}

#[test]
fn petitions() {
	let check = Governance::try_petitions;
	let supporters = "the supporters of a petition are miscounted";
	broken(petition, check, || Supporters::<Test>::remove(0, 3), supporters);
	let more = || {
		change_state(|state| {
			let State::Petition { heads, .. } = state else { panic!("it is a petition") };
			*heads = 0;
		})
	};
	broken(petition, check, more, "a petition has more supporters than there are owners");
	let committee = || Proposals::<Test>::mutate(0, |it| it.as_mut().unwrap().proposer = Proposer::Committee);
	broken(petition, check, committee, "the committee makes no petitions");
	let others = || {
		change_state(|state| {
			let State::Petition { heads, .. } = state else { panic!("it is a petition") };
			*heads += 1;
		})
	};
	broken(petition, check, others, "a petition's heads are not those of its electorate");
	let powerless = || {
		Supporters::<Test>::remove(0, 3);
		Supporters::<Test>::insert(0, 55, ());
	};
	broken(petition, check, powerless, "a supporter of a petition has no power");
	let enough = || {
		Supporters::<Test>::insert(0, 4, ());
		change_state(|state| {
			let State::Petition { supporters, .. } = state else { panic!("it is a petition") };
			*supporters = 2;
		})
	};
	broken(petition, check, enough, "a petition has enough support and was not put forward");
	let none = "there is support for a proposal that is not a petition";
	broken(voting, check, || Supporters::<Test>::insert(0, 3, ()), none);
	broken(petition, check, || Supporters::<Test>::insert(7, 3, ()), none);
	broken(petition, check, || OpenPetitions::<Test>::remove(3), "an owner's petitions are miscounted");
	// The petition counts until its vote is closed.
	let announced = || {
		petition();
		assert_ok!(Governance::support(of(4), 0));
		assert!(matches!(state(0), State::Announced { .. }));
	};
	broken(announced, check, || OpenPetitions::<Test>::remove(3), "an owner's petitions are miscounted");
	let many = || {
		for id in [1, 2] {
			Proposals::<Test>::insert(id, Proposals::<Test>::get(0).unwrap());
			Supporters::<Test>::insert(id, 3, ());
		}
	};
	broken(petition, check, many, "too many petitions");
}

#[test]
fn listed() {
	let check = Governance::try_listed;
	let list = |listings: &[Listing]| Listed::<Test>::put(frame_support::BoundedVec::truncate_from(listings.to_vec()));
	let right = Listing { proposal: 0, supporters: 1, ends: START + PETITION };
	broken(petition, check, || list(&[right; 2]), "a petition is listed twice");
	let others = "a petition is listed with other supporters";
	broken(petition, check, || list(&[Listing { supporters: 2, ..right }]), others);
	broken(petition, check, || list(&[Listing { ends: START, ..right }]), others);
	broken(voting, check, || list(&[right]), "a proposal that is no petition is listed");
}

#[test]
fn supported() {
	let check = Governance::try_supported;
	let uncounted = "support is not counted once";
	broken(petition, check, || Supported::<Test>::remove(3, Quota::Motions), uncounted);
	let twice = || Supported::<Test>::insert(3, Quota::Elections, Supported::<Test>::get(3, Quota::Motions));
	broken(petition, check, twice, uncounted);
}

#[test]
fn by_elections() {
	let motion = || Proposals::<Test>::mutate(0, |it| it.as_mut().unwrap().proposer = Proposer::Vacancies);
	broken(voting, Governance::try_by_elections, motion, "a by-election asks another question");
	let motion = || LatestPassedElection::<Test>::put(0);
	broken(voting, Governance::try_by_elections, motion, "the latest election that passed is none");
}

#[test]
fn nominations() {
	let check = Governance::try_nominations;
	let seconded = || {
		let id = propose(election(3), ORDINARY);
		assert_ok!(Governance::stand(of(0), id));
		assert_ok!(Governance::second(of(1), id, 0));
	};
	let miscounted = "seconders are miscounted";
	broken(seconded, check, || Seconds::<Test>::remove(0, 1), miscounted);
	let seconds = |seconder: u32, candidates: &[u32]| {
		Seconds::<Test>::insert(0, seconder, frame_support::BoundedVec::truncate_from(candidates.to_vec()));
	};
	broken(seconded, check, || seconds(2, &[0]), miscounted);
	broken(seconded, check, || seconds(0, &[0]), "a candidate seconds itself");
	broken(seconded, check, || seconds(1, &[0, 5, 6, 7]), "an owner seconds too many candidates");
	let nobody = "a place is taken by nobody who may have it";
	broken(seconded, check, || Seconders::set(2), nobody);
	let stepped_back = || Nominations::<Test>::mutate(0, 0, |it| it.as_mut().unwrap().account = None);
	broken(seconded, check, stepped_back, nobody);
	broken(seconded, check, || Candidates::<Test>::mutate(0, |it| it[0].account = acc(5)), nobody);
}

#[test]
fn deadlines() {
	let check = Governance::try_deadlines;
	let excluded = "a proposal is in a state that its deadlines exclude";
	let closed = START + NOTICE + WINDOW;
	broken(voting, check, || change_poll(|poll| poll.closes += 1), "a vote does not have the length of its class");
	let passed_early =
		|| change_state(|state| *state = State::Passed { closed: closed - 1, enact_at: closed - 1 + DELAY });
	broken(voting, check, passed_early, excluded);
	let rejected_early = || change_state(|state| *state = State::Rejected { closed: closed - 1 });
	broken(voting, check, rejected_early, excluded);
	broken(voting, check, || change_state(|state| *state = State::Lapsed { at: START }), excluded);
	broken(voting, check, || change_state(|state| *state = State::Nominating { ends: START }), excluded);
	broken(voting, check, || Polls::<Test>::remove(0), excluded);
	let moved = || {
		change_poll(|poll| {
			poll.opens += 1;
			poll.closes += 1;
		})
	};
	broken(voting, check, moved, excluded);
	let shorter = |delay| move || change_state(|state| *state = State::Passed { closed, enact_at: closed + delay });
	let decided = || {
		passed(None, ORDINARY);
	};
	broken(decided, check, shorter(DELAY - 1), excluded);
	let enacted_early =
		|| change_state(|state| *state = State::Enacted { enact_at: closed + DELAY, at: closed + DELAY - 1 });
	broken(decided, check, enacted_early, excluded);
	let in_the_future =
		|| change_state(|state| *state = State::Enacted { enact_at: closed + DELAY, at: closed + DELAY + 1 });
	broken(decided, check, in_the_future, excluded);
	let annulled_early = || change_state(|state| *state = State::Annulled { at: closed - 1, document: hash(1) });
	broken(decided, check, annulled_early, excluded);
	// A decision lapses once it was not enacted in time, and not earlier.
	let late = || {
		passed(None, ORDINARY);
		sleep(DELAY + ENACTMENT + 1);
		assert_ok!(enact(0));
	};
	let lapsed_early = || change_state(|state| *state = State::Lapsed { at: closed + DELAY + ENACTMENT });
	broken(late, check, lapsed_early, excluded);
	broken(late, check, || Certificates::<Test>::remove(0), excluded);
	// No class of this rule book has a second call, an extension or an early close.
	let length = "a vote does not have the length of its class";
	for stage in [Stage::Extended, Stage::SecondCall] {
		broken(voting, check, || change_poll(|poll| poll.stage = stage), length);
	}
	broken(decided, check, || change_poll(|poll| poll.closes -= 1), length);
	let orphan = || Polls::<Test>::insert(7, Polls::<Test>::get(0).unwrap());
	broken(voting, check, orphan, "there is a vote without a proposal");
}

#[test]
fn tallies() {
	let check = Governance::try_tallies;
	let sum = "a tally is not the sum of its ballots";
	broken(voting, check, || change_poll(|poll| poll.tally = tally::Tally::of_motion(false)), sum);
	broken(voting, check, || Ballots::<Test>::remove(0, 0), sum);
	broken(voting, check, || change_ballot(|ballot| ballot.choice = Choice::Against), sum);
	let other = || change_ballot(|ballot| ballot.choice = Choice::Approve { candidates: 0 });
	broken(voting, check, other, "a ballot cannot be counted");
	broken(voting, check, || change_ballot(|ballot| ballot.moment -= 1), "a ballot was cast outside its voting window");
	let later = || change_poll(|poll| poll.last_ballot -= 1);
	broken(voting, check, later, "a ballot was cast after the last one");
	let less = || change_poll(|poll| poll.total.heads = 0);
	broken(voting, check, less, "a tally exceeds the total power");
	broken(voting, check, || change_poll(|poll| poll.papers = 1), "the ballots on paper are miscounted");
	let orphan = || Ballots::<Test>::insert(7, 0, Ballots::<Test>::get(0, 0).unwrap());
	broken(voting, check, orphan, "there is a ballot without a vote");
}

#[test]
fn powers() {
	let check = Governance::try_powers;
	broken(voting, check, || change_poll(|poll| poll.total.area += 1), "a total is not that of the record date");
	let reduced = || change_poll(|poll| poll.developer = Some((DEVELOPER, Power::ZERO)));
	broken(voting, check, reduced, "a total is not that of the record date");
	let homes = || Some(UnitKinds::of(&[UnitKind::Residential]));
	let narrowed = || change_poll(|poll| poll.kinds = homes());
	broken(voting, check, narrowed, "other kinds of units vote than the class names");
	broken(voting, check, || change_ballot(|ballot| ballot.power = Power::ZERO), "a ballot has no power");
	broken(
		voting,
		check,
		|| change_ballot(|ballot| ballot.power.area += 1),
		"a ballot's power is not that of the record date",
	);
}

#[test]
fn channels() {
	let check = Governance::try_channels;
	let by_proxy = || {
		let id = vote_on(None, ORDINARY);
		assert_ok!(Governance::grant_proxy(of(0), id, acc(50), None));
		assert_ok!(Governance::cast_by_proxy(of(50), id, 0, Choice::For));
	};
	broken(by_proxy, check, || Proxies::<Test>::remove(0, 0), "a ballot by proxy has no proxy");
	broken(by_proxy, check, || ProxiesUsed::<Test>::insert(0, 50, 2), "proxies are miscounted");
	let many = || {
		for owner in 1..3 {
			// Another account of the same holder.
			Proxies::<Test>::insert(0, owner, Proxy { holder: second(50), holder_owner: 50, choice: None });
			let ballot = Ballots::<Test>::get(0, 0).unwrap();
			Ballots::<Test>::insert(0, owner, Ballot { channel: Channel::Proxy { holder: second(50) }, ..ballot });
		}
	};
	let own = || {
		Proxies::<Test>::mutate(0, 0, |proxy| proxy.as_mut().unwrap().holder_owner = 0);
	};
	broken(by_proxy, check, own, "an owner holds a proxy of itself");
	broken(by_proxy, check, many, "an owner has used too many proxies");
	let on_paper = || {
		let id = vote_on(None, ORDINARY);
		assert_ok!(Governance::enter_paper(signed(REGISTRAR), id, 0, Choice::For, hash(1)));
		assert_ok!(Governance::countersign(signed(WITNESS), id, 0, Choice::For, hash(1)));
	};
	broken(on_paper, check, || Scans::<Test>::remove(hash(1)), "a paper ballot has no scan");
	let alone = || {
		change_ballot(|ballot| ballot.channel = Channel::Paper { scan: hash(1), entered_by: WITNESS, witness: WITNESS })
	};
	broken(on_paper, check, alone, "a paper ballot was countersigned by the account that entered it");
}

#[test]
fn contests() {
	let check = Governance::try_contests;
	let contested = || {
		let id = vote_on(None, ORDINARY);
		assert_ok!(Governance::enter_paper(signed(REGISTRAR), id, 0, Choice::For, hash(1)));
		assert_ok!(Governance::countersign(signed(WITNESS), id, 0, Choice::For, hash(1)));
		assert_ok!(Governance::contest_paper(of(0), id, hash(9)));
	};
	let change = |change: fn(&mut Contest<AccountId>)| {
		Contests::<Test>::mutate(0, 0, |contest| change(contest.as_mut().unwrap()));
	};
	let own = || change(|contest| contest.ballot.channel = Channel::Own);
	broken(contested, check, own, "a contested ballot was not cast on paper");
	let against = "a contested ballot counts against its settlement";
	let upheld = || change(|contest| contest.settlement = Settlement::Settled { upheld: true, document: hash(1) });
	broken(contested, check, upheld, against);
	let counts = || Ballots::<Test>::insert(0, 0, Contests::<Test>::get(0, 0).unwrap().ballot);
	broken(contested, check, counts, against);
	let entered = || {
		let paper = Paper { choice: Choice::For, scan: hash(1), entered_by: REGISTRAR, moment: START };
		Papers::<Test>::insert(0, 0, paper);
	};
	broken(contested, check, entered, "a paper ballot is entered beside a contested one");
}

#[test]
fn silence() {
	let served = || {
		let id = vote_on(None, FOLLOW);
		assert_ok!(Governance::acknowledge(of(0), id));
	};
	let check = Governance::try_silence;
	let message = "the served and silent are miscounted";
	broken(served, check, || Deliveries::<Test>::remove(0, 0), message);
	broken(served, check, || change_poll(|poll| poll.served_silent = Some(Power::ZERO)), message);
	let set = |receipt| Deliveries::<Test>::mutate(0, 0, |delivery| delivery.as_mut().unwrap().receipt = receipt);
	let recorded = || set(Receipt::Recorded { by: REGISTRAR });
	broken(served, check, recorded, "a delivery was recorded after the vote had begun");
	let alone = || {
		set(Receipt::Witnessed { by: WITNESS, witness: WITNESS });
		Deliveries::<Test>::mutate(0, 0, |delivery| delivery.as_mut().unwrap().moment = START);
	};
	broken(served, check, alone, "a delivery was countersigned by the account that recorded it");
	let one = || {
		set(Receipt::Recorded { by: REGISTRAR });
		Deliveries::<Test>::mutate(0, 0, |delivery| delivery.as_mut().unwrap().moment = START);
	};
	broken(served, check, one, message);
}

#[test]
fn certificates() {
	let check = Governance::try_certificates;
	let decided = || {
		passed(None, ORDINARY);
	};
	let contradicts = "a certificate contradicts its proposal's state";
	broken(decided, check, || Certificates::<Test>::remove(0), contradicts);
	let no = verdict::Verdict::Rejected(verdict::Reason::Tie);
	broken(decided, check, move || change_certificate(|it| it.verdict = no), contradicts);
	let tally = || change_certificate(|it| it.tally = tally::Tally::of_motion(false));
	broken(decided, check, tally, "a certificate has another tally");
	let other = || change_certificate(|it| it.stood_still = 1);
	broken(decided, check, other, "a certificate names other standstills");
	let total = || change_certificate(|it| it.count.total.heads = 11);
	broken(decided, check, total, "a certificate has another total");
	broken(decided, check, || change_certificate(|it| it.class = MAJOR), "a certificate is of another class");
	let stage = || change_certificate(|it| it.stage = Stage::SecondCall);
	broken(decided, check, stage, "a certificate is of another stage");
	// Only a proposal that passed can lapse after its vote.
	let lapsed = move || {
		change_state(|state| *state = State::Lapsed { at: START });
		change_certificate(|it| it.verdict = no);
	};
	broken(decided, check, lapsed, contradicts);
	let orphan = || Certificates::<Test>::insert(7, Certificates::<Test>::get(0).unwrap());
	broken(decided, check, orphan, "there is a certificate without a proposal");
}

#[test]
fn challenges() {
	let check = Governance::try_challenges;
	let challenged = || {
		let id = passed(None, ORDINARY);
		assert_ok!(Governance::challenge(of(0), id, hash(1)));
	};
	broken(challenged, check, || ChallengeCount::<Test>::remove(0), "challenges are miscounted");
	let many = || {
		for owner in 1..4 {
			Challenges::<Test>::insert(0, owner, Challenge { reason: hash(1), moment: 0 });
		}
	};
	broken(challenged, check, many, "a decision has too many challenges");
}

#[test]
fn run_offs() {
	let check = Governance::try_run_offs;
	let called = || {
		let options = Question::Options { options: vec![None, None, None].try_into().unwrap(), matter: None };
		let id = propose(options, ORDINARY);
		sleep(NOTICE);
		for (owner, option) in [(0, 0), (1, 0), (2, 0), (3, 1), (4, 1), (5, 1), (6, 2), (7, 2), (8, 2)] {
			assert_ok!(cast(id, owner, Choice::Pick { option }));
		}
		assert_ok!(cast(id, DEVELOPER, Choice::Abstain));
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
		assert_ok!(Governance::call_run_off(signed(TENANT), id));
	};
	let question = || Proposals::<Test>::mutate(1, |it| it.as_mut().unwrap().question = motion(None));
	broken(called, check, question, "a run-off has no options");
	broken(called, check, || FirstVotes::<Test>::remove(1), "the number of run-offs differs");
	broken(called, check, || FirstVotes::<Test>::insert(1, 9), "a run-off has another first vote");
	let on_charges = || {
		Proposals::<Test>::mutate(1, |it| {
			let Question::Options { matter, .. } = &mut it.as_mut().unwrap().question else { panic!("it has options") };
			*matter = Some(Matter::Charges);
		})
	};
	broken(called, check, on_charges, "a run-off is on another question");
	let led = || change_certificate(|it| it.reserve = Default::default());
	broken(called, check, led, "a run-off is not between the options that led");
	let other = || Proposals::<Test>::mutate(1, |it| it.as_mut().unwrap().agenda = hash(9));
	broken(called, check, other, "a run-off is on another question");
}

#[test]
fn judgments() {
	let check = Governance::try_judgments;
	let entered = || {
		let id = vote_on(None, ORDINARY);
		// Six heads of ten: two thirds do not take part.
		cast_all(id, (0..5).chain([DEVELOPER]), Choice::For);
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
		assert_ok!(Governance::enter_judgment(signed(AUDITOR), id, hash(6)));
	};
	let change =
		|change: fn(&mut Judgment<AccountId>)| move || Judgments::<Test>::mutate(0, |it| change(it.as_mut().unwrap()));
	let contradicts = "a judgment's effect contradicts the state of its motion";
	broken(entered, check, change(|it| it.given = Some((REGISTRAR, START))), contradicts);
	broken(entered, check, || change_state(|state| *state = State::Lapsed { at: START }), contradicts);
	broken(entered, check, change(|it| it.moment += 1), "a judgment was entered in the future");
	let passed = || change_certificate(|it| it.verdict = verdict::Verdict::Passed);
	broken(entered, check, passed, "there is a judgment on a motion that passed");
	let unwanted = || change_certificate(|it| it.count.in_favour = it.count.against);
	broken(entered, check, unwanted, "there is a judgment on a motion for which too few voted");
	broken(entered, check, || Certificates::<Test>::remove(0), "there is a judgment without a certificate");
	let question = || {
		Proposals::<Test>::mutate(0, |it| it.as_mut().unwrap().question = election(3));
	};
	broken(entered, check, question, "there is a judgment on an election");
}

#[test]
fn annulments() {
	let check = Governance::try_annulments;
	let entered = || {
		let id = passed(None, ORDINARY);
		assert_ok!(Governance::annul(signed(AUDITOR), id, hash(6)));
	};
	let nothing_there = "a ruling waits on a decision that cannot be annulled";
	let enacted = || change_state(|state| *state = State::Enacted { enact_at: START, at: START });
	broken(entered, check, enacted, nothing_there);
	let later = || Annulments::<Test>::mutate(0, |it| it.as_mut().unwrap().moment += 1);
	broken(entered, check, later, "a ruling was entered in the future");
}

#[test]
fn overrulings() {
	let check = Governance::try_overrulings;
	let overrule = |id| {
		assert_ok!(Governance::annul(signed(AUDITOR), id, hash(6)));
		assert_ok!(Governance::countersign_annulment(signed(REGISTRAR), id, hash(6)));
	};
	let twice = || {
		overrule(passed(None, ORDINARY));
		overrule(passed(None, ORDINARY));
	};
	let subject = || Subject::Motions { matter: None, electorate: None };
	let not_annulled = "an overruling is not that of its annulled decision";
	let change =
		move |change: fn(&mut Overruling)| Overrulings::<Test>::mutate(subject(), |it| change(it.as_mut().unwrap()));
	broken(twice, check, move || change(|it| it.annulled = 1), not_annulled);
	let elsewhere =
		move || Overrulings::<Test>::insert(Subject::Election, Overrulings::<Test>::take(subject()).unwrap());
	broken(twice, check, elsewhere, not_annulled);
	broken(twice, check, move || change(|it| it.at += 1), not_annulled);
	let not_postponed = "an overruling is not that of its postponed decision";
	broken(twice, check, move || change(|it| it.postponed = Some(0)), not_postponed);
	broken(twice, check, || Postponements::<Test>::remove(1), not_postponed);
	let later = || Postponements::<Test>::mutate(1, |it| it.as_mut().unwrap().until += 1);
	broken(twice, check, later, "a postponed decision is due at another time");
	let open = || {
		vote_on(None, ORDINARY);
		Postponements::<Test>::insert(2, Postponements::<Test>::get(1).unwrap());
	};
	broken(twice, check, open, "a proposal was postponed that did not pass");
}

#[test]
fn tracts() {
	let check = Governance::try_tracts;
	let broken = |damage: fn(), message: &str| {
		let prepare = || {
			Countable::set(true);
			let id = vote_on(None, IN_TRACTS);
			assert_ok!(cast(id, 0, Choice::For));
		};
		broken_in(book_with_tracts(), prepare, check, damage, message);
	};
	fn change(change: impl FnOnce(&mut TractPoll)) {
		TractPolls::<Test>::mutate(0, |tracts| change(tracts.iter_mut().next().unwrap()));
	}
	broken(|| change_poll(|poll| poll.tract_buildings = 5), "the buildings of a vote's tracts are miscounted");
	let other_total = "a vote's tracts are not those of the record date";
	broken(|| change(|tract| tract.total.heads += 1), other_total);
	broken(|| change(|tract| tract.developer = Some((7, Power::ZERO))), other_total);
	let forged = || change(|tract| tract.tally.add(&Choice::For, Power { area: 1, heads: 1 }).unwrap());
	broken(forged, "the tally of a tract is not the sum of its ballots");
	broken(
		|| change_ballot(|ballot| ballot.choice = Choice::Against),
		"the tally of a tract is not the sum of its ballots",
	);
	broken(
		|| change_ballot(|ballot| ballot.choice = Choice::Pick { option: 0 }),
		"a ballot cannot be counted in a tract",
	);
	let beyond = || {
		Countable::set(false);
		change(|tract| tract.total = Power::ZERO);
	};
	broken(beyond, "the tally of a tract exceeds its power");
	let alone = || TractPolls::<Test>::insert(7, TractPolls::<Test>::get(0));
	broken(alone, "there are tracts without a vote");
	let unasked = || {
		RuleBooks::<Test>::mutate(0, |book| {
			book.as_mut().unwrap().classes[usize::from(IN_TRACTS)].in_each_tract = false;
		});
	};
	broken(unasked, "a vote has tracts that its class does not ask for");
}

#[test]
fn tracts_of_certificates() {
	let closed = || {
		let id = vote_on(None, IN_TRACTS);
		cast_all(id, 0..OWNERS, Choice::For);
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
	};
	let hidden = || change_certificate(|certificate| certificate.tracts = Default::default());
	broken_in(book_with_tracts(), closed, Governance::try_certificates, hidden, "a certificate shows other tracts");
}
