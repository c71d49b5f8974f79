// SPDX-License-Identifier: Apache-2.0

//! Every call in every state succeeds or fails with one error; every step from every state.

use crate::{mock::*, types::*, Error};
use frame_support::{assert_ok, hypothetically, storage::with_storage_layer};
use linli_primitives::calendar::DAY;
use sp_runtime::{DispatchError, DispatchResult};

type E = Error<Test>;

/// The calls on booking 0, each by an account that may make it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Made {
	CancelByRenter,
	CancelByProvider,
	Start,
	Return,
	Claim,
	ClaimRefund,
	Accept,
	Dispute,
	Reveal,
	Vote,
	Appeal,
	Rule,
	Settle,
	Rate,
	RecordUse,
}

use Made::*;

const CALLS: [(Made, fn() -> E); 15] = [
	(CancelByRenter, || E::NotBooked),
	(CancelByProvider, || E::NotBooked),
	(Start, || E::NotBooked),
	(Return, || E::NotStarted),
	(Claim, || E::NotReturned),
	(ClaimRefund, || E::NotReturned),
	(Accept, || E::NotClaimed),
	(Dispute, || E::NotClaimed),
	(Reveal, || E::NotRevealing),
	(Vote, || E::NotEmpanelled),
	(Appeal, || E::NotRuled),
	(Rule, || E::NotAppealed),
	(Settle, || E::NotDue),
	(Rate, || E::NotSettled),
	(RecordUse, || E::NotInUse),
];

fn make(call: Made) -> DispatchResult {
	match call {
		CancelByRenter => Sharing::cancel(signed(RENTER), 0, 0),
		CancelByProvider => Sharing::cancel(signed(PROVIDER), 0, 0),
		Start => Sharing::start(signed(RENTER), 0),
		Return => Sharing::return_resource(signed(RENTER), 0),
		Claim => Sharing::claim_damage(signed(PROVIDER), 0, 1, hash(3), sealed(0, Side::Provider)),
		ClaimRefund => Sharing::claim_refund(signed(RENTER), 0, 1, hash(3), sealed(0, Side::Renter)),
		Accept => Sharing::accept_claim(signed(RENTER), 0),
		Dispute => Sharing::dispute_claim(signed(RENTER), 0, hash(4), 0, sealed(0, Side::Renter)),
		Reveal => Sharing::reveal(signed(RENTER), 0, secret(Side::Renter)),
		Vote => {
			let panel = crate::Panels::<Test>::get(0);
			let who = panel.and_then(|panel| panel.seats.first().map(|seat| seat.who)).unwrap_or(OTHER);
			Sharing::vote(signed(who), 0, damages(1))
		}
		Appeal => Sharing::appeal(signed(RENTER), 0),
		Rule => Sharing::rule(signed(COMMITTEE), 0, damages(1), hash(5)),
		Settle => Sharing::settle(signed(STRANGER), 0).map(|_| ()).map_err(|error| error.error),
		Rate => Sharing::rate(signed(RENTER), 0, 5, hash(6)),
		RecordUse => Sharing::record_use(signed(DEVICE), 0, 0, hash(7)),
	}
}

/// Brings booking 0 into a state, and makes every call: those in `allowed` succeed, the others fail with their error.
fn check(name: &str, reach: impl FnOnce(), allowed: &[Made]) {
	ExtBuilder.build_and_execute(|| {
		reach();
		for (call, error) in CALLS {
			let done = hypothetically!({
				let done = with_storage_layer(|| make(call));
				Sharing::do_try_state().unwrap();
				done
			});
			if allowed.contains(&call) {
				assert_eq!(done, Ok(()), "{call:?} when {name}");
			} else {
				assert_eq!(done, Err(DispatchError::from(error())), "{call:?} when {name}");
			}
		}
	});
}

#[test]
fn every_call_in_every_state() {
	let booked = || assert_eq!(booked(), 0);
	let start = move || {
		booked();
		assert_ok!(make(Start));
	};
	check("booked", booked, &[CancelByRenter, CancelByProvider, Start, Return, RecordUse]);
	check("started", start, &[Return, RecordUse]);
	check("returned", || assert_eq!(returned(), 0), &[Claim, ClaimRefund]);
	check("claimed", || assert_eq!(claimed(), 0), &[Accept, Dispute]);
	let reveal = || {
		claimed();
		assert_ok!(make(Dispute));
	};
	check("revealing", reveal, &[Reveal]);
	// The draw is due, but cannot be requested.
	check("disputed", || assert_eq!(disputed(), 0), &[]);
	check("empanelled", || assert_eq!(empanelled(), 0), &[Vote]);
	check("ruled", || assert_eq!(ruled(), 0), &[Appeal]);
	let appeal = || {
		ruled();
		assert_ok!(make(Appeal));
	};
	check("appealed", appeal, &[Rule]);
	let settle = || {
		returned();
		wait(2 * DAY);
	};
	check("settled", settle, &[Rate]);
	let cancel = move || {
		booked();
		assert_ok!(make(CancelByProvider));
	};
	check("cancelled", cancel, &[]);
}

const AT: u64 = 500;

/// On a chain that never stood still.
const fn both(at: u64) -> Instant {
	Instant { clock: at, lived: at }
}

fn states() -> Vec<(&'static str, BookingState<u64>)> {
	let (at, until) = (100, 1_000);
	vec![
		("Booked", BookingState::Booked),
		("Started", BookingState::Started { at }),
		("Returned", BookingState::Returned { at, until }),
		("Claimed", BookingState::Claimed { at, until }),
		("Revealing", BookingState::Revealing { at, until }),
		("Disputed", BookingState::Disputed { at, block: 1 }),
		("Empanelled", BookingState::Empanelled { until, replaced: false }),
		("Again", BookingState::Empanelled { until, replaced: true }),
		("Ruled", BookingState::Ruled { at, until }),
		("Appealed", BookingState::Appealed { at, until }),
		("Settled", BookingState::Settled { at }),
		("Cancelled", BookingState::Cancelled { at, by: CancelledBy::Renter }),
	]
}

/// The name of a step, the step, and its transitions from state to state.
type Row = (&'static str, Step<u64>, Vec<(&'static str, &'static str)>);

/// The transitions of each step at `at`, before or after the end of the state's window.
fn table(at: u64) -> Vec<Row> {
	let until = 2_000;
	let over = at >= 1_000;
	let now = at;
	let at = both(now);
	let late = |list: &[(&'static str, &'static str)]| if over { list.to_vec() } else { vec![] };
	let early = |list: &[(&'static str, &'static str)]| if over { vec![] } else { list.to_vec() };
	let settle = |closing| Step::Settle { at, closing };
	vec![
		("start", Step::Start { at, start: 500, end: 1_000 }, early(&[("Booked", "Started")])),
		("return", Step::Return { at, start: 500, until }, vec![("Booked", "Returned"), ("Started", "Returned")]),
		("lapse", Step::Lapse { at, due: 1_000, until }, late(&[("Booked", "Returned"), ("Started", "Returned")])),
		("claim", Step::Claim { at, until }, early(&[("Returned", "Claimed")])),
		("dispute", Step::Dispute { at, until }, early(&[("Claimed", "Revealing")])),
		("reveal", Step::Reveal { at }, early(&[("Revealing", "Revealing")])),
		("close", Step::Close { at, block: 1, complete: false }, late(&[("Revealing", "Disputed")])),
		("close early", Step::Close { at, block: 1, complete: true }, vec![("Revealing", "Disputed")]),
		("empanel", Step::Empanel { until }, vec![("Disputed", "Empanelled")]),
		("vote", Step::Vote { at }, early(&[("Empanelled", "Empanelled"), ("Again", "Again")])),
		("replace", Step::Replace { at, until }, late(&[("Empanelled", "Again")])),
		("rule", Step::Rule { at, until }, vec![("Empanelled", "Ruled"), ("Again", "Ruled")]),
		("escalate", Step::Escalate { at, until }, {
			let mut list = late(&[("Empanelled", "Appealed"), ("Again", "Appealed")]);
			list.push(("Disputed", "Appealed"));
			list
		}),
		("appeal", Step::Appeal { at, until }, early(&[("Ruled", "Appealed")])),
		("unclaimed", settle(Closing::Unclaimed), late(&[("Returned", "Settled")])),
		("accepted", settle(Closing::Accepted), vec![("Claimed", "Settled")]),
		("silence", settle(Closing::Silence), late(&[("Claimed", "Settled")])),
		("unappealed", settle(Closing::Unappealed), late(&[("Ruled", "Settled")])),
		("committee", settle(Closing::Committee), early(&[("Appealed", "Settled")])),
		("committee's silence", settle(Closing::CommitteeSilence), late(&[("Appealed", "Settled")])),
		("cancel", Step::Cancel { at, start: now, by: CancelledBy::Renter }, vec![("Booked", "Cancelled")]),
		("cancel begun", Step::Cancel { at, start: now - 1, by: CancelledBy::Renter }, vec![]),
		("provider's", Step::Cancel { at, start: 0, by: CancelledBy::Provider }, vec![("Booked", "Cancelled")]),
		("kept out", Step::Cancel { at, start: 0, by: CancelledBy::KeptOut }, vec![("Booked", "Cancelled")]),
		("left", Step::Cancel { at, start: 0, by: CancelledBy::Left }, vec![("Booked", "Cancelled")]),
	]
}

fn name(state: &BookingState<u64>) -> &'static str {
	match state {
		BookingState::Booked => "Booked",
		BookingState::Started { .. } => "Started",
		BookingState::Returned { .. } => "Returned",
		BookingState::Claimed { .. } => "Claimed",
		BookingState::Revealing { .. } => "Revealing",
		BookingState::Disputed { .. } => "Disputed",
		BookingState::Empanelled { replaced: false, .. } => "Empanelled",
		BookingState::Empanelled { replaced: true, .. } => "Again",
		BookingState::Ruled { .. } => "Ruled",
		BookingState::Appealed { .. } => "Appealed",
		BookingState::Settled { .. } => "Settled",
		BookingState::Cancelled { .. } => "Cancelled",
	}
}

#[test]
fn every_step_from_every_state() {
	for at in [AT, 999, 1_000, 5_000] {
		for (step_name, step, leads) in table(at) {
			for (from, state) in states() {
				let reached = state.after(step).ok().map(|state| name(&state));
				let expected = leads.iter().find(|(start, _)| *start == from).map(|(_, end)| *end);
				assert_eq!(reached, expected, "{step_name} from {from} at {at}");
				let is_final = matches!(from, "Settled" | "Cancelled");
				assert_eq!(state.is_final(), is_final);
				assert!(!is_final || reached.is_none(), "a final state has no transitions");
			}
		}
	}
}

#[test]
fn booking_cannot_be_started_before_its_start() {
	let step = |at| BookingState::<u64>::Booked.after(Step::Start { at: both(at), start: 500, end: 1_000 });
	assert_eq!(step(499), Err(StepError::BookingNotBegun));
	assert_eq!(step(500), Ok(BookingState::Started { at: 500 }));
	assert_eq!(step(1_000), Err(StepError::Over));
}

#[test]
fn booking_cannot_be_returned_before_its_start() {
	let step = |at| BookingState::<u64>::Booked.after(Step::Return { at: both(at), start: 500, until: 900 });
	assert_eq!(step(499), Err(StepError::BookingNotBegun));
	assert_eq!(step(500), Ok(BookingState::Returned { at: 500, until: 900 }));
}
