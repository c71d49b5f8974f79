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
	RuleByDecision,
	Pay,
	CancelByCommittee,
	CancelByDecision,
	Release,
	ClaimDefect,
	WithdrawClaim,
	RuleClaim,
	RuleClaimByDecision,
	Vary,
	Conclude,
	ConcludeRetention,
}

use Made::*;

/// The calls with their usual error.
const CALLS: [(Made, fn() -> E); 17] = [
	(Submit, || E::NotSubmittable),
	(Inspect, || E::NotSubmitted),
	(Object, || E::NotAccepted),
	(Dispute, || E::NotDisputable),
	(Rule, || E::NotDisputed),
	(RuleByDecision, || E::NotDisputed),
	(Pay, || E::NotPayable),
	(CancelByCommittee, || E::NotOverdue),
	(CancelByDecision, || E::MilestoneInProgress),
	(Release, || E::NotInWarranty),
	(ClaimDefect, || E::NotInWarranty),
	(WithdrawClaim, || E::ClaimNotFound),
	(RuleClaim, || E::ClaimNotFound),
	(RuleClaimByDecision, || E::ClaimNotFound),
	(Vary, || E::ProjectClosed),
	(Conclude, || E::ConclusionPeriodRunning),
	(ConcludeRetention, || E::NotInWarranty),
];

fn make(call: Made) -> DispatchResult {
	let plain =
		|result: frame_support::dispatch::DispatchResultWithPostInfo| result.map(|_| ()).map_err(|error| error.error);
	match call {
		Submit => Projects::submit(signed(CONTRACTOR), 0, 0, hash(1), 0),
		Inspect => Projects::inspect(signed(INSPECTORS[2]), 0, 0, true, hash(2)),
		Object => Projects::object(signed(owner(9)), 0, 0, hash(4)),
		Dispute => Projects::dispute(signed(CONTRACTOR), 0, 0, hash(3), 0),
		Rule => plain(Projects::rule(signed(RULER), 0, 0, 500, hash(5), 0)),
		RuleByDecision => plain(Projects::rule(signed(ALL), 0, 0, 500, hash(5), 0)),
		Pay => Projects::pay(signed(STRANGER), 0, 0),
		CancelByCommittee => plain(Projects::cancel(signed(COMMITTEE), 0, 0)),
		CancelByDecision => plain(Projects::cancel(signed(ALL), 0, 0)),
		Release => Projects::release(signed(STRANGER), 0),
		ClaimDefect => Projects::claim_defect(signed(COMMITTEE), 0, 1, hash(6)),
		WithdrawClaim => Projects::withdraw_claim(signed(COMMITTEE), 0),
		RuleClaim => plain(Projects::rule_claim(signed(RULER), 0, 1, hash(7), 0)),
		RuleClaimByDecision => plain(Projects::rule_claim(signed(ALL), 0, 1, hash(7), 0)),
		Vary => {
			let variation = Variation::Inspector { from: INSPECTORS[2], to: STRANGER };
			Projects::vary(signed(ALL), 0, variation, 0, hash(8))
		}
		Conclude => plain(Projects::conclude(signed(STRANGER), 0, Some(0), 0)),
		ConcludeRetention => plain(Projects::conclude(signed(STRANGER), 0, None, 0)),
	}
}

/// Whether the views list the call as possible now.
fn is_offered(call: Made) -> bool {
	let of_milestone = Projects::next_steps(0, 0).into_iter().map(|step| (step, true));
	let of_project = Projects::project(0).unwrap().next.into_iter().map(|step| (step, false));
	let now = Now::get();
	let steps = of_milestone.chain(of_project);
	steps.filter(|(step, _)| step.from <= now && step.until.is_none_or(|until| now < until)).any(|(step, is_part)| {
		call == match (step.action, step.by) {
			(Action::Submit, _) => Submit,
			(Action::Inspect, _) => Inspect,
			(Action::Object, _) => Object,
			(Action::Dispute, _) => Dispute,
			(Action::Rule, Actor::Electorate) => RuleByDecision,
			(Action::Rule, _) => Rule,
			(Action::Pay, _) => Pay,
			(Action::Cancel, Actor::Committee) => CancelByCommittee,
			(Action::Cancel, _) => CancelByDecision,
			(Action::Release, _) => Release,
			(Action::ClaimDefect, _) => ClaimDefect,
			(Action::WithdrawClaim, _) => WithdrawClaim,
			(Action::RuleClaim, Actor::Electorate) => RuleClaimByDecision,
			(Action::RuleClaim, _) => RuleClaim,
			(Action::Vary, _) => Vary,
			(Action::Conclude, _) if is_part => Conclude,
			(Action::Conclude, _) => ConcludeRetention,
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

/// A time past the deadline, and past the time to rule.
const LATER: u64 = 31 * DAY;
/// The time from which a milestone that was not submitted can be concluded.
const MUCH_LATER: u64 = 30 * DAY + CONCLUSION_PERIOD;

fn cancelled_by_the_owners() {
	assert_ok!(Projects::cancel(signed(ALL), 0, 0));
}

#[test]
fn every_call_on_a_milestone_that_waits_for_the_contractor() {
	use Error::*;
	let rejected = || {
		submit(0, 0);
		inspect(0, 0, false);
	};
	row("pending", || (), &[Submit, CancelByDecision, Vary], []);
	row("pending, late", || pass(LATER), &[Submit, CancelByCommittee, CancelByDecision, Vary], []);
	let may = [CancelByCommittee, CancelByDecision, Vary, Conclude];
	row("pending, given up", || pass(MUCH_LATER), &may, [(Submit, SubmissionOver)]);
	row("rejected", rejected, &[Submit, Dispute, CancelByDecision, Vary], []);
	let rejected_late = || {
		rejected();
		pass(LATER);
	};
	row("rejected, late", rejected_late, &[Submit, Dispute, CancelByCommittee, CancelByDecision, Vary], []);
	let given_up = || {
		rejected();
		pass(MUCH_LATER);
	};
	let may = [Dispute, CancelByCommittee, CancelByDecision, Vary, Conclude];
	row("rejected, given up", given_up, &may, [(Submit, SubmissionOver)]);
	let rejected_at_the_end = || {
		submit(0, 0);
		cancelled_by_the_owners();
		inspect(0, 0, false);
	};
	let may = [Dispute, CancelByCommittee, CancelByDecision, Vary];
	row("rejected, the project cancelled", rejected_at_the_end, &may, [(Submit, ProjectCancelled)]);
}

#[test]
fn every_call_on_a_milestone_that_waits_for_others() {
	use Error::*;
	let accepted = || {
		submit(0, 0);
		inspect(0, 0, true);
	};
	let early = || [(Dispute, InspectionPeriodRunning), (RuleByDecision, RulingPeriodRunning)];
	row("submitted", || submit(0, 0), &[Inspect, CancelByDecision, Vary], early());
	let submitted_late = || {
		pass(LATER);
		submit(0, 0);
	};
	row("submitted late", submitted_late, &[Inspect, CancelByCommittee, CancelByDecision, Vary], early());
	let submitted_at_the_end = || {
		submit(0, 0);
		cancelled_by_the_owners();
	};
	let [dispute, rule] = early();
	let otherwise = [dispute, rule, (Submit, ProjectCancelled), (CancelByCommittee, MilestoneInProgress)];
	row("submitted, the project cancelled", submitted_at_the_end, &[Inspect, Vary], otherwise);
	let undecided = || {
		submit(0, 0);
		pass(LATER);
	};
	row("submitted, undecided", undecided, &[Inspect, Dispute, RuleByDecision, CancelByDecision, Vary], []);
	let forgotten = || {
		submit(0, 0);
		pass(WINDOW + CONCLUSION_PERIOD);
	};
	let may = [Inspect, Dispute, RuleByDecision, CancelByDecision, Vary, Conclude];
	row("submitted, forgotten", forgotten, &may, []);
	let in_window = || {
		accepted();
		pass(WINDOW - 1);
	};
	row("accepted", in_window, &[Object, CancelByDecision, Vary], [(Pay, ObjectionWindowRunning)]);
	let due = || {
		accepted();
		pass(WINDOW);
	};
	row("accepted, due", due, &[Pay, CancelByDecision, Vary], [(Object, ObjectionWindowOver)]);
	let forgotten = || {
		accepted();
		pass(WINDOW + CONCLUSION_PERIOD);
	};
	let may = [Pay, CancelByDecision, Vary, Conclude];
	row("accepted, forgotten", forgotten, &may, [(Object, ObjectionWindowOver)]);
	let disputed = || do_and_dispute(0, 0);
	row("disputed", disputed, &[Rule, CancelByDecision, Vary], [(RuleByDecision, RulingPeriodRunning)]);
	let left = || {
		do_and_dispute(0, 0);
		pass(LATER);
	};
	row("disputed, left", left, &[Rule, RuleByDecision, CancelByDecision, Vary], []);
	let forgotten = || {
		do_and_dispute(0, 0);
		pass(CONCLUSION_PERIOD);
	};
	row("disputed, forgotten", forgotten, &[Rule, RuleByDecision, CancelByDecision, Vary, Conclude], []);
	row("ruled", ruled_and_unpaid, &[Pay, CancelByDecision, Vary], []);
	let forgotten = || {
		ruled_and_unpaid();
		pass(CONCLUSION_PERIOD);
	};
	row("ruled, forgotten", forgotten, &[Pay, CancelByDecision, Vary, Conclude], []);
}

#[test]
fn every_call_once_the_milestone_is_settled() {
	use Error::*;
	// The errors of a project with nothing left to settle, and of its only milestone.
	let with = |more: Vec<(Made, E)>| {
		let all = [(CancelByCommittee, NotActive), (CancelByDecision, NotActive), (Conclude, MilestoneSettled)];
		all.into_iter().chain(more).collect::<Vec<_>>()
	};
	let running = || (ConcludeRetention, ConclusionPeriodRunning);
	row("cancelled", cancelled_by_the_owners, &[], with(vec![]));
	row("paid", || do_and_pay(0, 0), &[ClaimDefect, Vary], with(vec![(Release, WarrantyRunning), running()]));
	let outstanding = || (ClaimDefect, ClaimOutstanding);
	let otherwise =
		vec![(Release, WarrantyRunning), outstanding(), running(), (RuleClaimByDecision, RulingPeriodRunning)];
	row("paid, claimed", claimed, &[WithdrawClaim, RuleClaim, Vary], with(otherwise));
	let left = || {
		claimed();
		pass(LATER);
	};
	let may = [WithdrawClaim, RuleClaim, RuleClaimByDecision, Vary];
	row("claim left", left, &may, with(vec![(Release, WarrantyRunning), outstanding(), running()]));
	let forgotten = || {
		claimed();
		pass(CONCLUSION_PERIOD);
	};
	let may = [WithdrawClaim, RuleClaim, RuleClaimByDecision, Vary, ConcludeRetention];
	row("claim forgotten", forgotten, &may, with(vec![(Release, WarrantyRunning), outstanding()]));
	let over = || {
		do_and_pay(0, 0);
		pass(WARRANTY);
	};
	row("warranty over", over, &[Release, Vary], with(vec![(ClaimDefect, WarrantyOver), running()]));
	let forgotten = || {
		over();
		pass(CONCLUSION_PERIOD);
	};
	row("retention forgotten", forgotten, &[Release, Vary, ConcludeRetention], with(vec![(ClaimDefect, WarrantyOver)]));
	let over_and_claimed = || {
		claimed();
		pass(WARRANTY);
	};
	let otherwise = vec![(Release, ClaimOutstanding), (ClaimDefect, WarrantyOver)];
	row("warranty over, claimed", over_and_claimed, &may, with(otherwise));
	let released = || {
		over();
		assert_ok!(Projects::release(signed(STRANGER), 0));
	};
	row("released", released, &[], with(vec![]));
}

#[test]
fn every_step_from_every_state() {
	use MilestoneState as S;
	use StepError::*;
	let (at, until, share) = (100, 50, Fraction::new(1, 5));
	let failure = PaymentFailure { error: DispatchError::Unavailable, at };
	let submit = Step::Submit { at, until: at + 1 };
	let accept = Step::Accept { at, until: 200, record_block: 2, heads: 9 };
	let reject = Step::Reject { at };
	let object = Step::Object { at, heads: 1, share };
	let dispute = Step::Dispute { at, patience: 90 };
	let rule = Step::Rule { at, contractor_share: 1 };
	let rule_against = Step::Rule { at, contractor_share: 0 };
	let decide = Step::Decide { at, contractor_share: 1, patience: 90 };
	let decide_against = Step::Decide { at, contractor_share: 0, patience: 90 };
	let fail = Step::Fail(failure);
	let (conclude, uphold) = (Step::Conclude { at, from: at }, Step::Uphold { at, from: at });
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
		(decide, NotDisputed),
		(decide_against, NotDisputed),
		(uphold, NotDisputed),
		(conclude, Settled),
		(fail, NotPayable),
		(pay, NotPayable),
		(cancel, MilestoneInProgress),
	];

	let accepted = |failure| S::Accepted { at: 10, until, record_block: 1u64, heads: 10, objections: 0, failure };
	let new = S::Accepted { at, until: 200, record_block: 2, heads: 9, objections: 0, failure: None };
	let ruled = |at, failure| S::Ruled { at, lived: at, failure };
	let disputed = S::Disputed { at, lived: at, by: DisputedBy::Contractor };
	let (submitted, rejected, paid, cancelled) =
		(S::Submitted { at, lived: at }, S::Rejected { at, lived: at }, S::Paid { at }, S::Cancelled { at });
	let in_time = S::Submitted { at, lived: 11 };
	let silent = S::Submitted { at, lived: 10 };
	let inspected =
		|state| [(Step::Inspect, Ok(state)), (accept, Ok(new)), (reject, Ok(rejected)), (conclude, Ok(cancelled))];
	let early = [
		(dispute, Err(InspectionPeriodRunning)),
		(decide, Err(RulingPeriodRunning)),
		(decide_against, Err(RulingPeriodRunning)),
	];
	let decided = [(decide, Ok(ruled(at, None))), (decide_against, Ok(cancelled))];
	let by = |by| S::Disputed { at: 10, lived: 10, by };
	let rulings = [(rule, Ok(ruled(at, None))), (rule_against, Ok(cancelled)), (conclude, Ok(cancelled))];
	let table = [
		(S::Pending, vec![(submit, Ok(submitted)), (cancel, Ok(cancelled)), (conclude, Ok(cancelled))]),
		(in_time, [&inspected(in_time)[..], &early].concat()),
		(silent, [&inspected(silent)[..], &[(dispute, Ok(disputed))], &decided].concat()),
		(
			accepted(None),
			vec![
				(object, Err(ObjectionWindowOver)),
				(fail, Ok(accepted(Some(failure)))),
				(pay, Ok(paid)),
				(conclude, Ok(cancelled)),
			],
		),
		(
			S::Rejected { at: 10, lived: 10 },
			vec![(submit, Ok(submitted)), (dispute, Ok(disputed)), (cancel, Ok(cancelled)), (conclude, Ok(cancelled))],
		),
		(by(DisputedBy::Contractor), [&rulings[..], &decided].concat()),
		(by(DisputedBy::Owners), [&rulings[..], &decided, &[(uphold, Ok(ruled(at, None)))]].concat()),
		(ruled(10, None), vec![(fail, Ok(ruled(10, Some(failure)))), (pay, Ok(paid)), (conclude, Ok(cancelled))]),
		(S::Paid { at: 10 }, vec![(cancel, Err(Settled))]),
		(S::Cancelled { at: 10 }, vec![(cancel, Err(Settled))]),
	];
	for (state, expected) in table {
		for (step, usual) in steps {
			let found = expected.iter().find(|(other, _)| *other == step).map(|(_, result)| *result);
			assert_eq!(state.after(step, at), found.unwrap_or(Err(usual)), "{step:?} from {state:?}");
		}
	}

	let disputed_by_owners = by(DisputedBy::Owners);
	// Within the window objections count and payments fail.
	let (before, accepted) = (49, accepted(None));
	assert_eq!(accepted.after(Step::Pay { at }, before), Err(ObjectionWindowRunning));
	assert_eq!(accepted.after(fail, before), Err(ObjectionWindowRunning));
	let once = accepted.after(object, before).unwrap();
	assert_eq!(once, S::Accepted { at: 10, until, record_block: 1, heads: 10, objections: 1, failure: None });
	let by = DisputedBy::Owners;
	assert_eq!(once.after(object, before), Ok(S::Disputed { at, lived: before, by }));
	assert_eq!(once.after(Step::Object { at, heads: u32::MAX, share }, before), Err(Overflow));
	assert_eq!(
		S::<u64>::Submitted { at, lived: 10 }.after(Step::Dispute { at, patience: u64::MAX }, at),
		Err(Overflow)
	);

	// Too late to submit, too early for the rule.
	assert_eq!(S::<u64>::Pending.after(submit, at + 1), Err(SubmissionOver));
	assert_eq!(S::<u64>::Pending.after(conclude, before), Err(ConclusionPeriodRunning));
	assert_eq!(disputed_by_owners.after(uphold, before), Err(ConclusionPeriodRunning));
}

#[test]
fn the_rule_decides_by_what_the_inspectors_said() {
	use Conclusion::{Pay, Return};
	use MilestoneState as S;
	let accepted = S::Accepted { at: 1, until: 50, record_block: 1u64, heads: 10, objections: 0, failure: None };
	let disputed = |by| S::Disputed { at: 1, lived: 40, by };
	let table = [
		(S::Pending, Some((1_100, Return))),
		(S::Submitted { at: 1, lived: 40 }, Some((1_047, Return))),
		(S::Rejected { at: 1, lived: 40 }, Some((1_100, Return))),
		(S::Rejected { at: 1, lived: 140 }, Some((1_140, Return))),
		(accepted, Some((1_050, Pay))),
		(disputed(DisputedBy::Owners), Some((1_040, Pay))),
		(disputed(DisputedBy::Contractor), Some((1_040, Return))),
		(S::Ruled { at: 1, lived: 40, failure: None }, Some((1_040, Pay))),
		(S::Paid { at: 1 }, None),
		(S::Cancelled { at: 1 }, None),
	];
	for (state, expected) in table {
		assert_eq!(state.concludes(100, 7, 1_000), expected, "{state:?}");
	}
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
		(Step::End { at }, 99),
	];
	let closed = Some(P::Closed { at });
	let failed = Some(P::Warranty { until: 100, failure: Some(failure) });
	let table = [
		(P::Active, [Some(warranty), closed, None, None, None, None, None, Some(P::Ending { at })]),
		(P::Ending { at: 1 }, [Some(warranty), closed, None, None, None, None, None, None]),
		(warranty, [None, None, None, failed, None, closed, closed, None]),
		(P::Closed { at: 1 }, [None; 8]),
	];
	for (state, expected) in table {
		for ((step, lived), expected) in steps.into_iter().zip(expected) {
			assert_eq!(state.after(step, lived), expected, "{step:?} from {state:?}");
		}
	}
}
