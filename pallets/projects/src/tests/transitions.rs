// SPDX-License-Identifier: Apache-2.0

//! Every call in every state, and every step from every state: allowed, or failing with exactly one error.

use crate::{mock::*, types::*, Error};
use frame_support::{assert_ok, hypothetically};
use linli_primitives::{calendar::DAY, Fraction, PaymentFailure};
use sp_runtime::{DispatchError, DispatchResult};

type E = Error<Test>;

/// The calls, each by an entitled origin on the only milestone of project 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Made {
	Submit,
	Inspect,
	Object,
	Dispute,
	Rule,
	Pay,
	CancelByCommittee,
	CancelByDecision,
	Release,
	ClaimDefect,
	WithdrawClaim,
	RuleClaim,
}

use Made::*;

/// The calls with their usual error.
const CALLS: [(Made, fn() -> E); 12] = [
	(Submit, || E::NotSubmittable),
	(Inspect, || E::NotSubmitted),
	(Object, || E::NotAccepted),
	(Dispute, || E::NotDisputable),
	(Rule, || E::NotDisputed),
	(Pay, || E::NotPayable),
	(CancelByCommittee, || E::MilestoneInProgress),
	(CancelByDecision, || E::MilestoneInProgress),
	(Release, || E::NotInWarranty),
	(ClaimDefect, || E::NotInWarranty),
	(WithdrawClaim, || E::ClaimNotFound),
	(RuleClaim, || E::ClaimNotFound),
];

fn make(call: Made) -> DispatchResult {
	let plain =
		|result: frame_support::dispatch::DispatchResultWithPostInfo| result.map(|_| ()).map_err(|error| error.error);
	match call {
		Submit => Projects::submit(signed(CONTRACTOR), 0, 0, hash(1)),
		Inspect => Projects::inspect(signed(INSPECTORS[2]), 0, 0, true, hash(2)),
		Object => Projects::object(signed(owner(9)), 0, 0, hash(4)),
		Dispute => Projects::dispute(signed(CONTRACTOR), 0, 0, hash(3)),
		Rule => plain(Projects::rule(signed(RULER), 0, 0, 500, hash(5), 0)),
		Pay => Projects::pay(signed(STRANGER), 0, 0),
		CancelByCommittee => plain(Projects::cancel(signed(COMMITTEE), 0, 0)),
		CancelByDecision => plain(Projects::cancel(signed(ALL), 0, 0)),
		Release => Projects::release(signed(STRANGER), 0),
		ClaimDefect => Projects::claim_defect(signed(COMMITTEE), 0, 1, hash(6)),
		WithdrawClaim => Projects::withdraw_claim(signed(COMMITTEE), 0),
		RuleClaim => plain(Projects::rule_claim(signed(RULER), 0, 1, hash(7), 0)),
	}
}

/// Whether the views list the call as possible now.
fn is_offered(call: Made) -> bool {
	let steps = Projects::next_steps(0, 0).into_iter().chain(Projects::project(0).unwrap().next);
	let now = Now::get();
	steps.filter(|step| step.from <= now && step.until.is_none_or(|until| now < until)).any(|step| {
		call == match (step.action, step.by) {
			(Action::Submit, _) => Submit,
			(Action::Inspect, _) => Inspect,
			(Action::Object, _) => Object,
			(Action::Dispute, _) => Dispute,
			(Action::Rule, _) => Rule,
			(Action::Pay, _) => Pay,
			(Action::Cancel, Actor::Committee) => CancelByCommittee,
			(Action::Cancel, _) => CancelByDecision,
			(Action::Release, _) => Release,
			(Action::ClaimDefect, _) => ClaimDefect,
			(Action::WithdrawClaim, _) => WithdrawClaim,
			(Action::RuleClaim, _) => RuleClaim,
		}
	})
}

/// Makes every call in the state that `reach` leads to. Those in `allowed` must succeed, the others fail with their
/// usual error unless `otherwise` names another.
fn row(name: &str, reach: impl FnOnce(), allowed: &[Made], otherwise: impl IntoIterator<Item = (Made, E)>) {
	let otherwise: Vec<(Made, DispatchError)> =
		otherwise.into_iter().map(|(call, error)| (call, error.into())).collect();
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		reach();
		for (call, usual) in CALLS {
			let other = otherwise.iter().find(|(other, _)| *other == call).map(|(_, error)| error);
			let expected = match (allowed.contains(&call), other) {
				(true, _) => Ok(()),
				(false, Some(error)) => Err(*error),
				(false, None) => Err(DispatchError::from(usual())),
			};
			hypothetically!({
				assert_eq!(is_offered(call), expected.is_ok(), "{name}: whether {call:?} is offered");
				assert_eq!(make(call), expected, "{name}: {call:?}");
				if expected.is_ok() {
					Projects::do_try_state().unwrap();
				}
			});
		}
	});
}

fn ruled_and_unpaid() {
	do_and_dispute(0, 0);
	ExistentialDeposit::set(POT / 2);
	assert_ok!(Projects::rule(signed(RULER), 0, 0, 1_000, hash(5), 0));
	ExistentialDeposit::set(1);
}

fn claimed() {
	do_and_pay(0, 0);
	assert_ok!(Projects::claim_defect(signed(COMMITTEE), 0, 1, hash(6)));
}

/// A time past the deadline.
const LATER: u64 = 31 * DAY;

#[test]
fn every_call_in_every_state() {
	use Error::*;
	let not_overdue = || (CancelByCommittee, NotOverdue);
	let settled = || [(CancelByCommittee, NotActive), (CancelByDecision, NotActive)];
	let rejected = || {
		submit(0, 0);
		inspect(0, 0, false);
	};
	let accepted = || {
		submit(0, 0);
		inspect(0, 0, true);
	};

	row("pending", || (), &[Submit, CancelByDecision], [not_overdue()]);
	row("pending, late", || pass(LATER), &[Submit, CancelByCommittee, CancelByDecision], []);
	row("submitted", || submit(0, 0), &[Inspect], [(Dispute, InspectionPeriodRunning)]);
	let submitted_late = || {
		pass(LATER);
		submit(0, 0);
	};
	let may = [Inspect, CancelByCommittee, CancelByDecision];
	row("submitted late", submitted_late, &may, [(Dispute, InspectionPeriodRunning)]);
	let undecided = || {
		submit(0, 0);
		pass(LATER);
	};
	row("submitted, undecided", undecided, &[Inspect, Dispute], []);
	let in_window = || {
		accepted();
		pass(WINDOW - 1);
	};
	row("accepted", in_window, &[Object], [(Pay, ObjectionWindowRunning)]);
	let due = || {
		accepted();
		pass(WINDOW);
	};
	row("accepted, due", due, &[Pay], [(Object, ObjectionWindowOver)]);
	row("rejected", rejected, &[Submit, Dispute, CancelByDecision], [not_overdue()]);
	let rejected_late = || {
		rejected();
		pass(LATER);
	};
	row("rejected, late", rejected_late, &[Submit, Dispute, CancelByCommittee, CancelByDecision], []);
	let disputed = || {
		do_and_dispute(0, 0);
		pass(LATER);
	};
	row("disputed", disputed, &[Rule], []);
	row("ruled", ruled_and_unpaid, &[Pay], []);
	let cancelled = || {
		assert_ok!(Projects::cancel(signed(ALL), 0, 0));
	};
	row("cancelled", cancelled, &[], settled());

	// From here on the project is in warranty or closed.
	let [committee, decision] = settled();
	let otherwise = [committee, decision, (Release, WarrantyRunning)];
	row("paid", || do_and_pay(0, 0), &[ClaimDefect], otherwise);
	let [committee, decision] = settled();
	let otherwise = [committee, decision, (Release, WarrantyRunning), (ClaimDefect, ClaimOutstanding)];
	row("paid, claimed", claimed, &[WithdrawClaim, RuleClaim], otherwise);
	let over = || {
		do_and_pay(0, 0);
		pass(WARRANTY);
	};
	let [committee, decision] = settled();
	row("warranty over", over, &[Release], [committee, decision, (ClaimDefect, WarrantyOver)]);
	let over_and_claimed = || {
		claimed();
		pass(WARRANTY);
	};
	let [committee, decision] = settled();
	let otherwise = [committee, decision, (Release, ClaimOutstanding), (ClaimDefect, WarrantyOver)];
	row("warranty over, claimed", over_and_claimed, &[WithdrawClaim, RuleClaim], otherwise);
	let released = || {
		over();
		assert_ok!(Projects::release(signed(STRANGER), 0));
	};
	row("released", released, &[], settled());
}

#[test]
fn a_late_submission_can_be_cancelled() {
	let cancel = Step::Cancel { at: 300, deadline: 200 };
	let submitted = |lived| MilestoneState::<u64>::Submitted { at: 200, lived };
	assert_eq!(submitted(200).after(cancel, 300), Err(StepError::MilestoneInProgress));
	assert_eq!(submitted(201).after(cancel, 300), Ok(MilestoneState::Cancelled { at: 300 }));
}

#[test]
fn every_step_from_every_state() {
	use MilestoneState as S;
	use StepError::*;
	let (at, until, share) = (100, 50, Fraction::new(1, 5));
	let failure = PaymentFailure { error: DispatchError::Unavailable, at };
	let submit = Step::Submit { at };
	let accept = Step::Accept { at, until: 200, record_block: 2, heads: 9 };
	let reject = Step::Reject { at };
	let object = Step::Object { at, heads: 1, share };
	let dispute = Step::Dispute { at, patience: 90 };
	let rule = Step::Rule { at, contractor_share: 1 };
	let rule_against = Step::Rule { at, contractor_share: 0 };
	let fail = Step::Fail(failure);
	let (pay, cancel) = (Step::Pay { at }, Step::Cancel { at, deadline: at });
	// Each step with its usual error.
	let steps = [
		(submit, NotSubmittable),
		(Step::Inspect, NotSubmitted),
		(accept, NotSubmitted),
		(reject, NotSubmitted),
		(object, NotAccepted),
		(dispute, NotDisputable),
		(rule, NotDisputed),
		(rule_against, NotDisputed),
		(fail, NotPayable),
		(pay, NotPayable),
		(cancel, MilestoneInProgress),
	];

	let accepted = |failure| S::Accepted { at: 10, until, record_block: 1u64, heads: 10, objections: 0, failure };
	let new = S::Accepted { at, until: 200, record_block: 2, heads: 9, objections: 0, failure: None };
	let ruled = |at, failure| S::Ruled { at, failure };
	let disputed = S::Disputed { at, by: DisputedBy::Contractor };
	let (submitted, rejected, paid, cancelled) =
		(S::Submitted { at, lived: at }, S::Rejected { at }, S::Paid { at }, S::Cancelled { at });
	let in_time = S::Submitted { at, lived: 11 };
	let silent = S::Submitted { at, lived: 10 };
	let inspected = |state| [(Step::Inspect, Ok(state)), (accept, Ok(new)), (reject, Ok(rejected))];
	let table = [
		(S::Pending, vec![(submit, Ok(submitted)), (cancel, Ok(cancelled))]),
		(in_time, [&inspected(in_time)[..], &[(dispute, Err(InspectionPeriodRunning))]].concat()),
		(silent, [&inspected(silent)[..], &[(dispute, Ok(disputed))]].concat()),
		(
			accepted(None),
			vec![(object, Err(ObjectionWindowOver)), (fail, Ok(accepted(Some(failure)))), (pay, Ok(paid))],
		),
		(S::Rejected { at: 10 }, vec![(submit, Ok(submitted)), (dispute, Ok(disputed)), (cancel, Ok(cancelled))]),
		(
			S::Disputed { at: 10, by: DisputedBy::Owners },
			vec![(rule, Ok(ruled(at, None))), (rule_against, Ok(cancelled))],
		),
		(ruled(10, None), vec![(fail, Ok(ruled(10, Some(failure)))), (pay, Ok(paid))]),
		(S::Paid { at: 10 }, vec![(cancel, Err(Settled))]),
		(S::Cancelled { at: 10 }, vec![(cancel, Err(Settled))]),
	];
	for (state, expected) in table {
		for (step, usual) in steps {
			let found = expected.iter().find(|(other, _)| *other == step).map(|(_, result)| *result);
			assert_eq!(state.after(step, at), found.unwrap_or(Err(usual)), "{step:?} from {state:?}");
		}
	}

	// Within the window objections count and payments fail.
	let (before, accepted) = (49, accepted(None));
	assert_eq!(accepted.after(Step::Pay { at }, before), Err(ObjectionWindowRunning));
	assert_eq!(accepted.after(fail, before), Err(ObjectionWindowRunning));
	let once = accepted.after(object, before).unwrap();
	assert_eq!(once, S::Accepted { at: 10, until, record_block: 1, heads: 10, objections: 1, failure: None });
	let by = DisputedBy::Owners;
	assert_eq!(once.after(object, before), Ok(S::Disputed { at, by }));
	assert_eq!(once.after(Step::Object { at, heads: u32::MAX, share }, before), Err(Overflow));
	assert_eq!(
		S::<u64>::Submitted { at, lived: 10 }.after(Step::Dispute { at, patience: u64::MAX }, at),
		Err(Overflow)
	);
}

#[test]
fn every_step_of_a_project() {
	use ProjectState as P;
	use ProjectStep as Step;
	// A chain that stood still before: the clock shows more than was lived.
	let at = 700;
	let failure = PaymentFailure { error: DispatchError::Unavailable, at };
	let warranty = P::Warranty { until: 100, failure: None };
	let steps = [
		(Step::Finish { at, warranty_until: Some(100) }, 99),
		(Step::Finish { at, warranty_until: None }, 99),
		(Step::Fail(failure), 99),
		(Step::Fail(failure), 100),
		(Step::Release { at }, 99),
		(Step::Release { at }, 100),
		(Step::UseUp { at }, 99),
	];
	let closed = Some(P::Closed { at });
	let failed = Some(P::Warranty { until: 100, failure: Some(failure) });
	let table = [
		(P::Active, [Some(warranty), closed, None, None, None, None, None]),
		(warranty, [None, None, None, failed, None, closed, closed]),
		(P::Closed { at: 1 }, [None; 7]),
	];
	for (state, expected) in table {
		for ((step, lived), expected) in steps.into_iter().zip(expected) {
			assert_eq!(state.after(step, lived), expected, "{step:?} from {state:?}");
		}
	}
}
