// SPDX-License-Identifier: Apache-2.0

use super::{transactions::*, *};
use codec::Encode;
use frame_support::assert_ok;
use sp_core::{sr25519, Pair};
use sp_runtime::transaction_validity::InvalidTransaction;

const OWNER: u32 = 2;

fn claim(ticket: &sr25519::Pair, signer: &sr25519::Pair, newcomer: &AccountId) -> UncheckedExtrinsic {
	let payload = Registry::claim_payload(OWNER, newcomer);
	let call = pallet_linli_registry::Call::claim {
		owner: OWNER,
		ticket: ticket.public().0,
		account: newcomer.clone(),
		signature: signer.sign(&payload),
	};
	UncheckedExtrinsic::new_transaction(call.into(), transaction::extensions(0))
}

/// The village with a ticket for the company that owns a flat in building 2.
fn village_with_ticket(ticket: &sr25519::Pair) -> sp_io::TestExternalities {
	let mut village = village();
	village.execute_with(|| {
		begin_block();
		let change = pallet_linli_registry::RegisterChange::IssueTicket { owner: OWNER, ticket: ticket.public().0 };
		assert_ok!(change_register(change));
		begin_block();
	});
	village
}

#[test]
fn a_newcomer_without_money_joins_with_a_ticket_once() {
	let ticket = sr25519::Pair::from_seed(&[1; 32]);
	let newcomer = AccountId::new([9; 32]);
	village_with_ticket(&ticket).execute_with(|| {
		assert_eq!(Balances::free_balance(&newcomer), 0);
		let claim = claim(&ticket, &ticket, &newcomer);
		assert_ok!(validate(claim.clone()));
		assert_ok!(Executive::apply_extrinsic(claim.clone()).unwrap());
		assert_eq!(Registry::owner_of(&newcomer), Some(OWNER));
		assert_eq!(Balances::free_balance(&newcomer), 0, "joining is free");
		assert!(validate(claim.clone()).is_err(), "a ticket is for one time");
		assert!(Executive::apply_extrinsic(claim).is_err());
	});
}

#[test]
fn a_forged_claim_never_reaches_a_block() {
	let ticket = sr25519::Pair::from_seed(&[1; 32]);
	let forger = sr25519::Pair::from_seed(&[2; 32]);
	let newcomer = AccountId::new([9; 32]);
	village_with_ticket(&ticket).execute_with(|| {
		let forged = claim(&ticket, &forger, &newcomer);
		assert_eq!(validate(forged.clone()), Err(InvalidTransaction::BadProof.into()));
		assert!(Executive::apply_extrinsic(forged).is_err());

		let bare = UncheckedExtrinsic::new_bare(RuntimeCall::Registry(pallet_linli_registry::Call::claim {
			owner: OWNER,
			ticket: ticket.public().0,
			account: newcomer.clone(),
			signature: ticket.sign(&("anything", 1u32).encode()),
		}));
		assert!(validate(bare.clone()).is_err());
		assert!(Executive::apply_extrinsic(bare).is_err());
		assert_eq!(Registry::owner_of(&newcomer), None);
	});
}
