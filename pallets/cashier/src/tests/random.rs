// SPDX-License-Identifier: Apache-2.0

//! Random operations, valid and invalid, in random order: the invariants always hold.

use crate::{mock::*, CorrectionProposals, Orders};
use linli_primitives::{
	calendar::DAY,
	traits::{BankOrders, ValueDates},
	Commitment, ContentHash, Fen,
};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
	Receive(AccountId, Fen, u8),
	ReceiveForPot(Fen, u8),
	Request(AccountId, Fen),
	Cancel(AccountId, u64),
	Refuse(u64),
	Order(u64),
	OrderFromPot(Fen),
	BookPaid(u64, u8),
	ProposeReturn(u64),
	ProposePaid(u64, u8),
	Confirm(u64),
	DeclineOutcome(u64),
	Reverse(u8, Option<Fen>),
	CorrectPayment(u8, Option<u8>),
	Decline(u8, bool),
	Approve(u8),
	Withdraw(u8),
	Recover(u8),
	Transfer(Fen),
	CorrectAttestation(Fen),
	ApproveAttestation,
	Days(u64),
	Attest(Fen),
	EnterBalance(Fen),
	OpenBank,
	CloseBank,
	ReceiveAtSecond(AccountId, Fen, u8, u64),
	ReverseAtSecond(u8),
	TransferBetween(bool, Fen, u8),
	Interest(Fen, u8),
	ProposeCharge(Fen, u8),
	ApproveCharge(u8),
	UseUp(AccountId, Fen),
}

/// The second bank account.
const SECOND: u8 = 7;

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
		3 => id().prop_map(Step::Order),
		2 => amount().prop_map(Step::OrderFromPot),
		3 => (id(), text()).prop_map(|(id, text)| Step::BookPaid(id, text)),
		2 => id().prop_map(Step::ProposeReturn),
		1 => (id(), text()).prop_map(|(id, text)| Step::ProposePaid(id, text)),
		3 => id().prop_map(Step::Confirm),
		1 => id().prop_map(Step::DeclineOutcome),
		4 => (text(), prop::option::of(amount())).prop_map(|(text, amount)| Step::Reverse(text, amount)),
		3 => (text(), prop::option::of(text())).prop_map(|(text, back)| Step::CorrectPayment(text, back)),
		1 => (text(), any::<bool>()).prop_map(|(text, late)| Step::Decline(text, late)),
		4 => text().prop_map(Step::Approve),
		1 => text().prop_map(Step::Withdraw),
		2 => text().prop_map(Step::Recover),
		1 => amount().prop_map(Step::Transfer),
		1 => amount().prop_map(Step::CorrectAttestation),
		1 => Just(Step::ApproveAttestation),
		2 => (1..40u64).prop_map(Step::Days),
		2 => amount().prop_map(Step::Attest),
		1 => amount().prop_map(Step::EnterBalance),
		2 => Just(Step::OpenBank),
		1 => Just(Step::CloseBank),
		2 => (who(), amount(), text(), 0..100u64)
			.prop_map(|(who, amount, text, days)| Step::ReceiveAtSecond(who, amount, text, days)),
		2 => text().prop_map(Step::ReverseAtSecond),
		2 => (any::<bool>(), amount(), text()).prop_map(|(there, amount, text)| Step::TransferBetween(there, amount, text)),
		1 => (amount(), text()).prop_map(|(amount, text)| Step::Interest(amount, text)),
		2 => (amount(), text()).prop_map(|(amount, text)| Step::ProposeCharge(amount, text)),
		2 => text().prop_map(Step::ApproveCharge),
		2 => (who(), amount()).prop_map(|(who, amount)| Step::UseUp(who, amount)),
	]
}

fn run(step: Step) {
	let text = |number: u8| format!("r-{number}");
	// Refused calls are welcome: they must leave no trace.
	let _ = match step {
		Step::Receive(who, amount, number) => {
			Cashier::receive(signed(CORA), 0, who, amount, reference(&text(number)), None)
		}
		Step::ReceiveForPot(amount, number) => {
			Cashier::receive_for_pot(signed(CORA), 0, OPERATING, amount, reference(&text(number)), None)
		}
		Step::Request(who, amount) => Cashier::request_payout(signed(who), amount, Commitment::zero()),
		Step::Cancel(who, id) => Cashier::cancel_payout(signed(who), id),
		Step::Refuse(id) => Cashier::refuse_payout(signed(CORA), id, ContentHash::zero()),
		Step::Order(id) => Cashier::order_payout(signed(CORA), 0, id),
		Step::OrderFromPot(amount) => {
			Cashier::order(&CORA, 0, OPERATING, amount, Commitment::zero(), EXPENSE).map(|_| ())
		}
		Step::BookPaid(id, number) => Cashier::book_paid(signed(CORA), id, reference(&text(number)), None),
		Step::ProposeReturn(id) => Cashier::propose_return(signed(CORA), id, ContentHash::zero()),
		Step::ProposePaid(id, number) => Cashier::propose_paid(signed(MAX), id, reference(&text(number)), None),
		Step::Confirm(id) => match Orders::<Test>::get(id).and_then(|order| order.proposed) {
			Some(proposed) => {
				Cashier::confirm_outcome(signed(ADA), id, proposed.outcome, 0).map(|_| ()).map_err(|error| error.error)
			}
			None => Ok(()),
		},
		Step::DeclineOutcome(id) => Cashier::decline_outcome(signed(ADA), id),
		Step::Reverse(number, amount) => {
			Cashier::propose_reversal(signed(CORA), key(&text(number)), amount, ContentHash::zero())
		}
		Step::CorrectPayment(number, back) => {
			let back = back.map(|back| (reference(&text(back)), None));
			Cashier::propose_payment_correction(signed(CORA), key(&text(number)), back, ContentHash::zero())
		}
		Step::Decline(number, late) => {
			Cashier::decline_correction(signed(if late { BOB } else { ADA }), key(&text(number)))
		}
		Step::Approve(number) => match CorrectionProposals::<Test>::get(key(&text(number))) {
			Some(proposed) => Cashier::approve_correction(signed(ADA), key(&text(number)), proposed.terms, 0)
				.or_else(|_| Cashier::approve_interest_reversal(signed(ADA), key(&text(number)), proposed.terms))
				.map(|_| ())
				.map_err(|error| error.error),
			None => Ok(()),
		},
		Step::Withdraw(number) => Cashier::withdraw_correction(signed(CORA), key(&text(number))),
		Step::Recover(number) => {
			let _ = Cashier::recover_interest(signed(BOB), key(&text(number)), OPERATING);
			Cashier::recover(signed(BOB), key(&text(number))).map(|_| ()).map_err(|error| error.error)
		}
		Step::Transfer(amount) => Balances::transfer_allow_death(signed(ALICE), BOB, amount),
		Step::CorrectAttestation(closing) => {
			Cashier::propose_attestation_correction(signed(CORA), 0, NOVEMBER, ContentHash::zero(), closing)
		}
		Step::ApproveAttestation => match crate::AttestationProposals::<Test>::get(0, NOVEMBER) {
			Some(proposed) => {
				let (statement, closing) = (proposed.statement, proposed.closing);
				Cashier::approve_attestation_correction(signed(ADA), 0, NOVEMBER, statement, closing)
			}
			None => Ok(()),
		},
		Step::Days(days) => {
			Now::mutate(|now| *now += days * DAY);
			Ok(())
		}
		Step::Attest(closing) => {
			let month = Cashier::next_attestation(0).unwrap();
			Cashier::attest(signed(CORA), 0, month, ContentHash::zero(), closing)
		}
		Step::EnterBalance(closing) => Cashier::enter_balance(signed(ADA), 0, NOVEMBER, ContentHash::zero(), closing),
		Step::OpenBank => Cashier::open_bank(RuntimeOrigin::root(), SECOND, Commitment::zero(), ContentHash::zero()),
		Step::CloseBank => Cashier::close_bank(RuntimeOrigin::root(), SECOND),
		Step::ReceiveAtSecond(who, amount, number, days) => {
			let value = Some(Now::get() - days * DAY);
			Cashier::receive(signed(CORA), SECOND, who, amount, reference(&text(number)), value)
		}
		Step::ReverseAtSecond(number) => {
			// Also once the account is closed.
			let key = crate::reference_hash(SECOND, text(number).as_bytes()).unwrap();
			let _ = Cashier::propose_reversal(signed(CORA), key, None, ContentHash::zero());
			match CorrectionProposals::<Test>::get(key) {
				Some(proposed) => Cashier::approve_correction(signed(ADA), key, proposed.terms, 0)
					.map(|_| ())
					.map_err(|error| error.error),
				None => Ok(()),
			}
		}
		Step::TransferBetween(there, amount, number) => {
			let (from, to) = if there { (0, SECOND) } else { (SECOND, 0) };
			let (out, incoming) = (reference(&text(number)), reference(&text(number)));
			Cashier::record_transfer(signed(CORA), (from, out), (to, incoming), amount, None)
		}
		Step::Interest(amount, number) => {
			Cashier::record_interest(signed(CORA), 0, amount, reference(&text(number)), None)
				.map(|_| ())
				.map_err(|error| error.error)
		}
		Step::ProposeCharge(amount, number) => {
			Cashier::propose_charge(signed(CORA), 0, amount, reference(&text(number)), None)
		}
		Step::ApproveCharge(number) => match crate::ChargeProposals::<Test>::get(key(&text(number))) {
			Some(proposed) => Cashier::approve_charge(signed(ADA), key(&text(number)), proposed.pot, proposed.amount),
			None => Ok(()),
		},
		Step::UseUp(who, amount) => {
			let value = Cashier::value_date(&who, amount);
			Cashier::use_up(&who, amount);
			assert!(value <= Some(Now::get()), "a value date is in the future");
			Ok(())
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
