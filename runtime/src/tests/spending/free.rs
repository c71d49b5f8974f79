// SPDX-License-Identifier: Apache-2.0

//! Calls of spending that are free: residents here have no balance, or one fen.

use super::{super::transactions::*, *};
use serde_json::json;

/// A chain whose residents have no balance, with a budget and a project whose first milestone is submitted.
fn poor_village() -> sp_io::TestExternalities {
	let patch = json!({ "cashier": { "opening": [] } });
	let mut village = chain_with(&sp_genesis_builder::DEV_RUNTIME_PRESET.into(), patch);
	village.execute_with(|| {
		block_at(START);
		fill(OPERATING, 1_000_000, "FILL-1");
		// One fen each, less than any fee: an account must exist to sign.
		for (number, keyring) in INSPECTORS.into_iter().chain([STRANGER, CONTRACTOR]).enumerate() {
			let (account, amount) = (account(keyring), 1);
			let reference = reference(&format!("FEN-{number}"));
			assert_ok!(run(
				CASHIER,
				pallet_linli_cashier::Call::receive { bank: 0, account, amount, reference, value: None }
			));
		}
		decide(open(terms(&[50_000, 50_000], &[(OPERATING, 100_000)], None)), None);
		by_key(budget(this_month().year, &[(OPERATING, 100_000)]));
		assert_ok!(run(CONTRACTOR, Project::submit { project: 0, milestone: 0, evidence: hash(7), version: 0 }));
		begin_block();
	});
	village
}

#[test]
fn an_inspector_reports_for_free_once_and_nobody_else_does() {
	poor_village().execute_with(|| {
		let inspect = |milestone| Project::inspect { project: 0, milestone, accept: true, report: hash(8) };
		assert_eq!(offer(STRANGER, inspect(0)), broke());
		assert_eq!(offer(INSPECTORS[0], inspect(1)), broke(), "nothing is submitted there");
		assert_eq!(offer(INSPECTORS[0], Project::pay { project: 0, milestone: 0 }), broke());
		assert_ok!(offer(INSPECTORS[0], inspect(0)));
		assert_ok!(Executive::apply_extrinsic(signed(INSPECTORS[0], inspect(0))).unwrap());
		assert_eq!(free(INSPECTORS[0]), 1, "it was free");
		assert_eq!(offer(INSPECTORS[0], inspect(0)), broke(), "once for each submission");
		assert!(Executive::apply_extrinsic(signed(INSPECTORS[0], inspect(0))).is_err());
	});
}

#[test]
fn an_owner_objects_for_free_once_and_nobody_else_does() {
	poor_village().execute_with(|| {
		let object = || Project::object { project: 0, milestone: 0, reason: hash(9) };
		assert_eq!(offer(One, object()), broke(), "nothing is accepted yet");
		for inspector in &INSPECTORS[..2] {
			let inspect = Project::inspect { project: 0, milestone: 0, accept: true, report: hash(8) };
			assert_ok!(run(*inspector, inspect));
		}
		assert_eq!(offer(STRANGER, object()), broke());
		assert_eq!(offer(Two, object()), broke(), "the other account of an owner is not its representative");
		assert_ok!(offer(One, object()));
		assert_ok!(Executive::apply_extrinsic(signed(One, object())).unwrap());
		assert!(matches!(milestone(0, 0), MilestoneState::Disputed { .. }));
		assert_eq!(free(One), 0);
		assert_eq!(offer(One, object()), broke());
		assert_eq!(offer(Alice, object()), broke(), "it is disputed already");
	});
}

#[test]
fn officers_spend_for_free_and_strangers_do_not() {
	poor_village().execute_with(|| {
		let call = || propose(0, on_account(), 1_000, 11);
		assert_eq!(offer(STRANGER, call()), broke());
		assert_eq!(offer(One, call()), broke(), "to own a home is no office");
		assert_ok!(offer(MANAGER, call()));
		assert_ok!(Executive::apply_extrinsic(signed(MANAGER, call())).unwrap());
		assert_eq!(free(MANAGER), 0);
		assert!(Expenses::expense(0).is_some());
		// Officers are few and accountable: their calls are not tried beforehand.
		assert_ok!(offer(Bob, pay(0)));
		assert_eq!(offer(GARDENER, pay(0)), broke());
		// The contractor pays the fee for submitting.
		assert_eq!(
			offer(CONTRACTOR, Project::submit { project: 0, milestone: 1, evidence: hash(7), version: 0 }),
			broke()
		);
	});
}
