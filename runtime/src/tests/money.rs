// SPDX-License-Identifier: Apache-2.0

use super::*;
use frame_support::{assert_noop, assert_ok, traits::Contains};
use linli_primitives::Cause;
use pallet_transaction_payment::OnChargeTransaction;
use Sr25519Keyring::{Alice, Bob, Dave, Eve};

fn reference(text: &str) -> pallet_linli_cashier::Reference {
	text.as_bytes().to_vec().try_into().unwrap()
}

#[test]
fn a_bank_reference_is_used_once_ever() {
	village().execute_with(|| {
		let receive = |keyring| {
			run(
				keyring,
				pallet_linli_cashier::Call::receive {
					bank: 0,
					account: account(Alice),
					amount: 50_000,
					reference: reference("BANK-2026-11-15-0001"),
					value: None,
				},
			)
		};
		let before = Balances::free_balance(account(Alice));
		assert_ok!(receive(Dave));
		assert_eq!(Balances::free_balance(account(Alice)), before + 50_000);
		assert_noop!(receive(Dave), pallet_linli_cashier::Error::<Runtime>::ReferenceAlreadyUsed);
		assert_noop!(receive(Alice), sp_runtime::DispatchError::BadOrigin);
		assert_books_close();
	});
}

#[test]
fn money_goes_out_by_request_and_against_a_reference() {
	village().execute_with(|| {
		let issuance = Balances::total_issuance();
		assert_ok!(run(
			Alice,
			pallet_linli_cashier::Call::request_payout { amount: 10_000, destination: Hash::repeat_byte(1) }
		));
		let (id, _) = Cashier::payouts(&account(Alice))[0].clone();
		assert_ok!(run(Dave, pallet_linli_cashier::Call::order_payout { bank: 0, payout: id }));
		// The bank is executing it: it cannot be cancelled any more.
		assert_noop!(
			run(Alice, pallet_linli_cashier::Call::cancel_payout { payout: id }),
			pallet_linli_cashier::Error::<Runtime>::PayoutInProgress
		);
		let (order, _) = Cashier::orders(None, 1)[0].clone();
		assert_ok!(run(
			Dave,
			pallet_linli_cashier::Call::book_paid { order, reference: reference("OUT-1"), value: None }
		));
		assert_eq!(Balances::total_issuance(), issuance - 10_000);
		assert_books_close();
	});
}

#[test]
fn what_the_bank_did_not_pay_is_returned_by_cashier_and_auditor() {
	use pallet_linli_cashier::{Call, Error, Outcome};
	village().execute_with(|| {
		let issuance = Balances::total_issuance();
		assert_ok!(run(Alice, Call::request_payout { amount: 10_000, destination: Hash::repeat_byte(1) }));
		let (payout, _) = Cashier::payouts(&account(Alice))[0].clone();
		assert_ok!(run(Dave, Call::order_payout { bank: 0, payout }));
		let (order, _) = Cashier::orders(None, 1)[0].clone();
		let reason = Hash::repeat_byte(2);
		let confirm = || Call::confirm_outcome { order, outcome: Outcome::Returned { reason }, max_units: 0 };
		assert_noop!(run(Eve, confirm()), Error::<Runtime>::OutcomeNotProposed);
		assert_ok!(run(Dave, Call::propose_return { order, reason }));
		assert_noop!(run(Dave, confirm()), sp_runtime::DispatchError::BadOrigin);
		assert_ok!(run(Eve, confirm()));
		assert!(Cashier::payouts(&account(Alice)).is_empty());
		assert_eq!(Balances::reserved_balance(account(Alice)), 0);
		assert_eq!(Balances::total_issuance(), issuance);
		assert_books_close();
	});
}

#[test]
fn nobody_sends_money_past_the_cashier_or_into_a_pot() {
	village().execute_with(|| {
		let to_pot =
			pallet_balances::Call::<Runtime>::transfer_keep_alive { dest: Fund::pot_account(0).into(), value: 1 };
		let filtered = || frame_system::Error::<Runtime>::CallFiltered;
		assert_noop!(run(Alice, to_pot), filtered());
		let to_transit =
			pallet_balances::Call::<Runtime>::transfer_keep_alive { dest: Cashier::transit().into(), value: 1 };
		assert_noop!(run(Alice, to_transit), filtered());
		let to_bob = pallet_balances::Call::<Runtime>::transfer_keep_alive { dest: account(Bob).into(), value: 1 };
		assert_ok!(run(Alice, to_bob.clone()));
		assert_ok!(Cashier::set_free_transfers(key_origin(), false));
		assert_noop!(run(Alice, to_bob), filtered());
		assert_noop!(run(Alice, pallet_balances::Call::<Runtime>::burn { value: 1, keep_alive: false }), filtered());
		assert_books_close();
	});
}

#[test]
fn transaction_fees_go_to_the_operating_pot_as_one_entry_a_block() {
	village().execute_with(|| {
		let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
		let info = frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call);
		let before = Fund::pot(0).unwrap();
		for keyring in [Alice, Eve] {
			type Charge = <Runtime as pallet_transaction_payment::Config>::OnChargeTransaction;
			let who = account(keyring);
			let credit = <Charge as OnChargeTransaction<Runtime>>::withdraw_fee(&who, &call, &info, 7, 0).unwrap();
			assert_ok!(<Charge as OnChargeTransaction<Runtime>>::correct_and_deposit_fee(
				&who,
				&info,
				&Default::default(),
				7,
				0,
				credit
			));
		}
		block_at(START + 6_000);
		let after = Fund::pot(0).unwrap();
		assert_eq!(after.balance, before.balance + 14);
		assert_eq!(after.entry_count, before.entry_count + 1);
		let (_, entry) = Fund::entries(0, before.entry_count, 1)[0].clone();
		assert_eq!((entry.cause, entry.amount), (Cause::TransactionFees, 14));
		assert_books_close();
	});
}

#[test]
fn accounts_of_the_community_receive_nothing_at_the_bank() {
	use pallet_linli_cashier::{Call, Error};
	village().execute_with(|| {
		let accounts = [
			(Fund::pot_account(0), Error::<Runtime>::IsPotAccount),
			(Cashier::transit(), Error::IsTransitAccount),
			// Whether the project is opened or not.
			(Projects::escrow_account(0), Error::IsTransitAccount),
			(Projects::escrow_account(77), Error::IsTransitAccount),
		];
		for (account, error) in accounts {
			assert!(crate::configs::community::CommunityAccounts::contains(&account));
			let receive = Call::receive { bank: 0, account, amount: 1, reference: reference("R-1"), value: None };
			assert_noop!(run(Dave, receive), error);
		}
		assert!(!crate::configs::community::CommunityAccounts::contains(&account(Alice)));
		assert_books_close();
	});
}
