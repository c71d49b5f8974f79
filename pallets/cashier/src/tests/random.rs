// SPDX-License-Identifier: Apache-2.0

//! Random operations, valid and invalid, in random order: the invariants always hold.

use crate::mock::*;
use linli_primitives::{calendar::DAY, Commitment, ContentHash, Fen};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
	Receive(AccountId, Fen, u8),
	ReceiveForPot(Fen, u8),
	Request(AccountId, Fen),
	Cancel(AccountId, u64),
	Refuse(u64),
	PayOut(u64, u8),
	Propose(u8),
	Decline(u8),
	Approve(u8),
	Days(u64),
	Attest(Fen),
}

fn step() -> impl Strategy<Value = Step> {
	let who = || 1..=2u128;
	let amount = || prop_oneof![Just(0u128), 1..100u128, 1..120_000u128];
	let text = || 0..30u8;
	let id = || 0..12u64;
	prop_oneof![
		3 => (who(), amount(), text()).prop_map(|(who, amount, text)| Step::Receive(who, amount, text)),
		1 => (amount(), text()).prop_map(|(amount, text)| Step::ReceiveForPot(amount, text)),
		3 => (who(), amount()).prop_map(|(who, amount)| Step::Request(who, amount)),
		1 => (who(), id()).prop_map(|(who, id)| Step::Cancel(who, id)),
		1 => id().prop_map(Step::Refuse),
		3 => (id(), text()).prop_map(|(id, text)| Step::PayOut(id, text)),
		3 => text().prop_map(Step::Propose),
		1 => text().prop_map(Step::Decline),
		3 => text().prop_map(Step::Approve),
		2 => (1..40u64).prop_map(Step::Days),
		2 => amount().prop_map(Step::Attest),
	]
}

fn run(step: Step) {
	let text = |number: u8| format!("r-{number}");
	// Refused calls are welcome: they must leave no trace.
	let _ = match step {
		Step::Receive(who, amount, number) => Cashier::receive(signed(CORA), who, amount, reference(&text(number))),
		Step::ReceiveForPot(amount, number) => {
			Cashier::receive_for_pot(signed(CORA), OPERATING, amount, reference(&text(number)))
		}
		Step::Request(who, amount) => Cashier::request_payout(signed(who), amount, Commitment::zero()),
		Step::Cancel(who, id) => Cashier::cancel_payout(signed(who), id),
		Step::Refuse(id) => Cashier::refuse_payout(signed(CORA), id, ContentHash::zero()),
		Step::PayOut(id, number) => Cashier::pay_out(signed(CORA), id, reference(&text(number))),
		Step::Propose(number) => Cashier::propose_reversal(signed(CORA), key(&text(number)), ContentHash::zero()),
		Step::Decline(number) => Cashier::decline_reversal(signed(ADA), key(&text(number))),
		Step::Approve(number) => Cashier::approve_reversal(signed(ADA), key(&text(number))),
		Step::Days(days) => {
			Now::mutate(|now| *now += days * DAY);
			Ok(())
		}
		Step::Attest(closing) => {
			let month = Cashier::next_attestation().unwrap();
			Cashier::attest(signed(CORA), month, ContentHash::zero(), closing)
		}
	};
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(linli_testing::cases(64)))]

	#[test]
	fn the_issuance_equals_the_totals(steps in prop::collection::vec(step(), 1..60)) {
		ExtBuilder::default().build_and_execute(|| {
			for step in steps {
				run(step);
				Cashier::do_try_state().unwrap();
			}
		});
	}
}
