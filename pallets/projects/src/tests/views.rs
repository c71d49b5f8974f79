// SPDX-License-Identifier: Apache-2.0

//! Views of projects for clients.

use crate::{mock::*, types::*};
use frame_support::assert_ok;
use linli_primitives::calendar::DAY;

#[test]
fn a_view_shows_a_project_with_its_amounts() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(Projects::project(0), None);
		open(terms(OPERATING, &[1_000, 2_000, 3_000]));
		do_and_pay(0, 0);
		do_and_dispute(0, 1);
		assert_ok!(Projects::rule(signed(RULER), 0, 1, 500, hash(5), 0));
		let view = Projects::project(0).unwrap();
		assert_eq!((view.id, view.escrow), (0, Projects::escrow_account(0)));
		assert_eq!((view.funded, view.held), (6_000, 3_000 + 50 + 25));
		assert_eq!((view.paid, view.retained, view.returned), (950 + 475, 75, 1_500));
		assert_eq!(view.terms.milestones.len(), 3);
		assert_eq!(view.milestones.iter().map(|milestone| milestone.id).collect::<Vec<_>>(), [0, 1, 2]);
		assert_eq!(view.milestones[1].milestone.sums, Sums { paid: 475, retained: 25, returned: 1_500 });
		assert_eq!(view.milestones[2].terms.amount, 3_000);
		open(terms(INCOME, &[7]));
		assert_eq!(
			Projects::totals(),
			ProjectTotals {
				projects: 2,
				open: 2,
				funded: 6_007,
				held: 3_082,
				retained: 75,
				paid: 1_425,
				returned: 1_500
			}
		);
	});
}

#[test]
fn projects_come_in_pages() {
	ExtBuilder.build_and_execute(|| {
		for _ in 0..120 {
			let id = open(terms(OPERATING, &[1]));
			assert_ok!(Projects::cancel(signed(ALL), id, 0));
		}
		let ids = |from, count| Projects::projects(from, count).iter().map(|view| view.id).collect::<Vec<_>>();
		assert_eq!(ids(0, 2), [0, 1]);
		assert_eq!(ids(0, u32::MAX).len(), 100);
		assert_eq!(ids(118, 10), [118, 119]);
		assert!(ids(120, 10).is_empty() && ids(u32::MAX, 10).is_empty());
		assert_eq!(Projects::totals().open, 0);
	});
}

#[test]
fn next_steps_name_actor_and_time() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		let step = |action, by, from, until| NextStep { action, by, from, until };
		let deadline = START + 30 * DAY;
		let conclude = |since| step(Action::Conclude, Actor::Anyone, since + CONCLUSION_PERIOD, None);
		let vary = || step(Action::Vary, Actor::Electorate, 0, None);
		let until = Some(deadline + CONCLUSION_PERIOD);
		assert_eq!(Projects::next_steps(0, 0), [step(Action::Submit, Actor::Contractor, 0, until), conclude(deadline)]);
		assert_eq!(
			Projects::project(0).unwrap().next,
			[
				step(Action::Cancel, Actor::Electorate, 0, None),
				step(Action::Cancel, Actor::Committee, deadline + 1, None),
				vary(),
			]
		);
		submit(0, 0);
		assert_ok!(Projects::inspect(signed(INSPECTORS[1]), 0, 0, true, hash(2)));
		assert_eq!(
			Projects::next_steps(0, 0),
			[
				step(Action::Inspect, Actor::Inspectors(vec![INSPECTORS[0], INSPECTORS[2]]), 0, None),
				step(Action::Dispute, Actor::Contractor, START + WINDOW, None),
				step(Action::Rule, Actor::Electorate, START + RULING_PERIOD, None),
				conclude(START + WINDOW),
			]
		);
		assert_eq!(Projects::project(0).unwrap().next, [step(Action::Cancel, Actor::Electorate, 0, None), vary()]);
		assert_ok!(Projects::inspect(signed(INSPECTORS[0]), 0, 0, true, hash(2)));
		assert_eq!(
			Projects::next_steps(0, 0),
			[
				step(Action::Object, Actor::RelatedOwners, 0, Some(START + WINDOW)),
				step(Action::Pay, Actor::Anyone, START + WINDOW, None),
				conclude(START + WINDOW),
			]
		);
		pass(WINDOW);
		assert_ok!(Projects::pay(signed(STRANGER), 0, 0));
		assert!(Projects::next_steps(0, 0).is_empty());
		let end = Now::get() + WARRANTY;
		assert_eq!(
			Projects::project(0).unwrap().next,
			[
				step(Action::ClaimDefect, Actor::Committee, 0, Some(end)),
				step(Action::ClaimDefect, Actor::Inspectors(INSPECTORS.to_vec()), 0, Some(end)),
				step(Action::Release, Actor::Anyone, end, None),
				conclude(end),
				vary(),
			]
		);
		assert!(Projects::next_steps(0, 1).is_empty() && Projects::next_steps(1, 0).is_empty());
	});
}
