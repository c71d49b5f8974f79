// SPDX-License-Identifier: Apache-2.0

//! Whatever is done in whatever order, no fen is lost, and the payer gets everything back but what was conceded or
//! ruled.

use crate::{mock::*, types::State};
use frame_system::RawOrigin::Root;
use linli_primitives::{calendar::DAY, DepositId, Fen, Moment};
use proptest::prelude::*;

#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
	Place(Fen),
	Request(DepositId),
	Release(DepositId),
	Claim(DepositId, Fen),
	Accept(DepositId),
	Contest(DepositId),
	Rule(DepositId, Fen),
	RuleLate(DepositId, Fen),
	TakeBack(DepositId),
	Pass(Moment),
}

pub(super) fn step() -> impl Strategy<Value = Step> {
	let id = 0u32..6;
	let amount = 0u128..1_000;
	prop_oneof![
		3 => amount.clone().prop_map(Step::Place),
		2 => id.clone().prop_map(Step::Request),
		1 => id.clone().prop_map(Step::Release),
		3 => (id.clone(), amount.clone()).prop_map(|(id, amount)| Step::Claim(id, amount)),
		1 => id.clone().prop_map(Step::Accept),
		2 => id.clone().prop_map(Step::Contest),
		2 => (id.clone(), amount.clone()).prop_map(|(id, amount)| Step::Rule(id, amount)),
		1 => (id.clone(), amount).prop_map(|(id, amount)| Step::RuleLate(id, amount)),
		2 => id.prop_map(Step::TakeBack),
		2 => (1u64..40).prop_map(|days| Step::Pass(days * DAY)),
	]
}

pub(super) fn run(step: Step) {
	// Each may be refused; the invariants hold all the same.
	let _ = match step {
		Step::Place(amount) => Deposits::place(signed(WU), 0, amount, hash(1)),
		Step::Request(id) => Deposits::request_return(signed(WU), id),
		Step::Release(id) => Deposits::release(signed(MANAGER), id),
		Step::Claim(id, amount) => Deposits::claim(signed(MANAGER), id, amount, hash(2)),
		Step::Accept(id) => {
			let claim = Deposits::deposit(id).and_then(|deposit| match deposit.state {
				State::Claimed(claim) => Some(claim.amount),
				_ => None,
			});
			Deposits::accept(signed(WU), id, claim.unwrap_or_default())
		}
		Step::Contest(id) => Deposits::contest(signed(WU), id, hash(3)),
		Step::Rule(id, amount) => Deposits::rule(signed(AUDITOR), id, amount, hash(4)),
		Step::RuleLate(id, amount) => Deposits::rule(Root.into(), id, amount, hash(4)),
		Step::TakeBack(id) => Deposits::take_back(signed(WU), id),
		Step::Pass(time) => {
			pass(time);
			Ok(())
		}
	};
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases(64)))]

	#[test]
	fn nothing_is_lost_and_nothing_stays(steps in proptest::collection::vec(step(), 1..40)) {
		ExtBuilder.build_and_execute(|| {
			for step in steps {
				run(step);
				Deposits::do_try_state().unwrap();
				assert_eq!(total() + TestFund::balance(0), RICH);
			}
			// The payer alone can end whatever is open.
			for (id, _) in Deposits::open_of(&WU) {
				let _ = Deposits::request_return(signed(WU), id);
			}
			pass(ANSWER + 2 * RULING);
			for (id, _) in Deposits::open_of(&WU) {
				Deposits::take_back(signed(WU), id).unwrap();
			}
			assert_eq!(free() + TestFund::balance(0), RICH);
		});
	}
}
