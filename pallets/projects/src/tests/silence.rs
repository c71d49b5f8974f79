// SPDX-License-Identifier: Apache-2.0

//! If any party falls silent, in any state, all money still leaves by rule (D54).

use super::properties::{act, chance, every_fen_is_somewhere, Chance};
use crate::{mock::*, types::*, NextProject};
use frame_support::{hypothetically, storage::with_storage_layer};
use linli_primitives::{calendar::DAY, MilestoneId, ProjectId};
use proptest::{
	prelude::*,
	test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

/// The parties that can fall silent.
const PARTIES: [Party; 6] =
	[Party::Contractor, Party::Inspectors, Party::Owners, Party::Committee, Party::Electorate, Party::All];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Party {
	Contractor,
	Inspectors,
	/// Those who object.
	Owners,
	/// Which also rules.
	Committee,
	Electorate,
	/// All of them: only strangers act.
	All,
}

/// The party that takes a step; `None` for anyone.
fn party(by: &Actor<AccountId>) -> Option<Party> {
	match by {
		Actor::Contractor => Some(Party::Contractor),
		Actor::Inspectors(_) => Some(Party::Inspectors),
		Actor::RelatedOwners => Some(Party::Owners),
		Actor::Committee | Actor::RulingBody => Some(Party::Committee),
		Actor::Electorate => Some(Party::Electorate),
		Actor::Anyone => None,
	}
}

/// An account that decides for the electorate of a project.
fn electorate(id: ProjectId) -> AccountId {
	let terms = crate::Terms::<Test>::get(id).unwrap();
	match project(id).electorate(&terms).and_then(|list| list.first()) {
		None => ALL,
		Some(1) => BUILDING_1,
		Some(_) => BUILDING_2,
	}
}

/// Takes a step, by an account that may.
fn take(id: ProjectId, milestone: Option<MilestoneId>, step: NextStep<AccountId>, luck: u16) -> bool {
	let terms = crate::Terms::<Test>::get(id).unwrap();
	let number = milestone.unwrap_or_default();
	let who = match step.by {
		Actor::Contractor => terms.contractor,
		Actor::Inspectors(list) => list.get(usize::from(luck) % list.len().max(1)).copied().unwrap_or(STRANGER),
		Actor::RelatedOwners => owner(u32::from(luck) % 10),
		Actor::Committee => COMMITTEE,
		Actor::RulingBody => RULER,
		Actor::Electorate => electorate(id),
		Actor::Anyone => STRANGER,
	};
	let plain =
		|result: frame_support::dispatch::DispatchResultWithPostInfo| result.map(|_| ()).map_err(|error| error.error);
	let amount = terms.milestone(number).map_or(1, |agreed| agreed.amount);
	with_storage_layer(|| match step.action {
		Action::Submit => Projects::submit(signed(who), id, number, hash(1), version(id)),
		Action::Inspect => Projects::inspect(signed(who), id, number, luck.is_multiple_of(3), hash(2)),
		Action::Object => Projects::object(signed(who), id, number, hash(4)),
		Action::Dispute => Projects::dispute(signed(who), id, number, hash(3), version(id)),
		Action::Rule => plain(Projects::rule(signed(who), id, number, amount / 3, hash(5), 6)),
		Action::Pay => Projects::pay(signed(who), id, number),
		Action::Cancel => plain(Projects::cancel(signed(who), id, 6)),
		Action::Release => Projects::release(signed(who), id),
		Action::ClaimDefect => Projects::claim_defect(signed(who), id, 1, hash(6)),
		Action::WithdrawClaim => Projects::withdraw_claim(signed(who), id),
		Action::RuleClaim => plain(Projects::rule_claim(signed(who), id, 1, hash(7), 6)),
		// Only gives more time.
		Action::Vary => Ok(()),
		Action::Conclude => plain(Projects::conclude(signed(who), id, milestone, 6)),
	})
	.is_ok()
}

/// The steps possible now that the silent party does not take.
fn steps(id: ProjectId, silent: Party) -> Vec<(Option<MilestoneId>, NextStep<AccountId>)> {
	let view = Projects::project(id).unwrap();
	let of_parts =
		view.milestones.into_iter().flat_map(|part| part.next.into_iter().map(move |step| (Some(part.id), step)));
	let now = Now::get();
	of_parts
		.chain(view.next.into_iter().map(|step| (None, step)))
		.filter(|(_, step)| step.from <= now && step.until.is_none_or(|until| now < until))
		.filter(|(_, step)| party(&step.by).is_none_or(|by| silent != Party::All && by != silent))
		.collect()
}

/// Lives on for years: one step of those who act in each project every 20 days, and all that anyone can do.
fn live_on(silent: Party, luck: &[u16]) {
	for round in 0..150usize {
		for id in open_projects() {
			let luck = luck[round % luck.len()];
			let possible = steps(id, silent);
			if let Some((part, step)) = possible.get(usize::from(luck) % possible.len().max(1)).cloned() {
				take(id, part, step, luck);
			}
			if !project(id).state.is_open() {
				continue;
			}
			for (part, step) in steps(id, silent).into_iter().filter(|(_, step)| step.by == Actor::Anyone) {
				take(id, part, step, luck);
			}
		}
		pass(20 * DAY);
	}
}

#[test]
fn all_money_leaves_although_a_party_falls_silent() {
	let strategy: (_, _) = (prop::collection::vec(chance(), 150), prop::collection::vec(any::<u16>(), 7..40));
	let mut runner = TestRunner::new_with_rng(
		Config { cases: linli_testing::cases(12), failure_persistence: None, ..Config::default() },
		TestRng::deterministic_rng(RngAlgorithm::ChaCha),
	);
	runner
		.run(&strategy, |(chances, luck): (Vec<Chance>, Vec<u16>)| {
			ExtBuilder.build_and_execute(|| {
				let issuance = Balances::total_issuance();
				for chance in chances {
					act(chance);
				}
				let now = Now::get();
				for silent in PARTIES {
					// The clock is not part of the storage that is rolled back.
					Now::set(now);
					hypothetically!({
						live_on(silent, &luck);
						for id in 0..NextProject::<Test>::get() {
							assert_eq!(held(id), 0, "{silent:?} keeps the money of project {id}: {:?}", project(id));
							assert!(!project(id).state.is_open(), "{silent:?} keeps project {id} open");
						}
						every_fen_is_somewhere(issuance);
						Projects::do_try_state().unwrap();
					});
				}
				Now::set(now);
			});
			Ok(())
		})
		.unwrap();
}
