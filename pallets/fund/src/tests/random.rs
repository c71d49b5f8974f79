// SPDX-License-Identifier: Apache-2.0

//! Random operations, valid and invalid, in random order: the invariants always hold and no fen is lost.

use crate::mock::*;
use frame_support::traits::{
	fungible::{Inspect, MutateHold},
	tokens::Preservation,
};
use linli_primitives::{traits::FundLedger, Cause, Fen, PotId};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
	Deposit(PotId, AccountId, Fen),
	DepositHeld(PotId, AccountId, Fen),
	Hold(AccountId, Fen),
	Withdraw(PotId, AccountId, Fen),
	Transfer(PotId, PotId, Fen),
	Issue(PotId, Fen),
	Fee(AccountId, Fen),
	NextBlock,
}

fn step() -> impl Strategy<Value = Step> {
	let pot = || 0..4u16;
	let who = || 1..=2u128;
	let amount = || prop_oneof![Just(0u128), 1..50u128, 1..60_000u128];
	prop_oneof![
		(pot(), who(), amount()).prop_map(|(pot, who, amount)| Step::Deposit(pot, who, amount)),
		(pot(), who(), amount()).prop_map(|(pot, who, amount)| Step::DepositHeld(pot, who, amount)),
		(who(), amount()).prop_map(|(who, amount)| Step::Hold(who, amount)),
		(pot(), who(), amount()).prop_map(|(pot, who, amount)| Step::Withdraw(pot, who, amount)),
		(pot(), pot(), amount()).prop_map(|(from, to, amount)| Step::Transfer(from, to, amount)),
		(pot(), amount()).prop_map(|(pot, amount)| Step::Issue(pot, amount)),
		(who(), amount()).prop_map(|(who, amount)| Step::Fee(who, amount)),
		Just(Step::NextBlock),
	]
}

fn run(step: Step) -> bool {
	match step {
		Step::Deposit(pot, who, amount) => {
			Fund::deposit(pot, &who, amount, Cause::Donation, Preservation::Expendable).is_ok()
		}
		Step::DepositHeld(pot, who, amount) => {
			Fund::deposit_held(pot, &Held::Test, &who, amount, Cause::Donation).is_ok()
		}
		Step::Hold(who, amount) => Balances::hold(&Held::Test, &who, amount).is_ok(),
		Step::Withdraw(pot, who, amount) => Fund::withdraw(pot, &who, amount, Cause::Donation).is_ok(),
		Step::Transfer(from, to, amount) => Fund::transfer(RuntimeOrigin::root(), from, to, amount).is_ok(),
		Step::Issue(pot, amount) => Fund::issue(pot, amount, Cause::Donation).is_ok(),
		Step::Fee(who, amount) => pay_fee(who, amount),
		Step::NextBlock => {
			next_block();
			true
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(linli_testing::cases(64)))]

	#[test]
	fn every_fen_is_accounted_for(steps in prop::collection::vec(step(), 1..60)) {
		ExtBuilder.build_and_execute(|| {
			let mut issued = Balances::total_issuance();
			for step in steps {
				let new = if let Step::Issue(_, amount) = step { amount } else { 0 };
				if run(step) {
					issued += new;
				}
				Fund::do_try_state().unwrap();
				assert_eq!(Balances::total_issuance(), issued);
				let totals = Fund::totals();
				let people = Balances::total_balance(&ALICE) + Balances::total_balance(&BOB);
				assert_eq!(totals.in_pots + totals.pending_fees + people, issued);
			}
			next_block();
			assert_eq!(Fund::totals().pending_fees, 0);
		});
	}
}
