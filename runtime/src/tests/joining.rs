// SPDX-License-Identifier: Apache-2.0

use super::{transactions::*, *};
use codec::Encode;
use frame_support::assert_ok;
use sp_core::{sr25519, Pair};
use sp_runtime::transaction_validity::InvalidTransaction;

const OWNER: u32 = 2;

/// The account of a key.
fn account_of(pair: &sr25519::Pair) -> AccountId {
	AccountId::new(pair.public().0)
}

/// A claim of the newcomer's account, signed by `signer` in the place of the ticket, and by `consenting` in that of the
/// newcomer.
fn claim_by(
	ticket: &sr25519::Pair,
	signer: &sr25519::Pair,
	newcomer: &AccountId,
	consenting: &sr25519::Pair,
) -> UncheckedExtrinsic {
	let message = Registry::claim_payload(OWNER, &ticket.public().0, newcomer);
	let call = pallet_linli_registry::Call::claim {
		owner: OWNER,
		ticket: ticket.public().0,
		account: newcomer.clone(),
		signature: signer.sign(&message),
		consent: consenting.sign(&message).into(),
	};
	UncheckedExtrinsic::new_transaction(call.into(), transaction::extensions(0))
}

fn claim(ticket: &sr25519::Pair, newcomer: &sr25519::Pair) -> UncheckedExtrinsic {
	claim_by(ticket, ticket, &account_of(newcomer), newcomer)
}

/// The village with a ticket for the company that owns a flat in building 2.
fn village_with_ticket(ticket: &sr25519::Pair) -> sp_io::TestExternalities {
	let mut village = village();
	village.execute_with(|| {
		begin_block();
		assert_ok!(run(
			Sr25519Keyring::Bob,
			pallet_linli_registry::Call::issue_ticket { owner: OWNER, ticket: ticket.public().0, replaces: None }
		));
	});
	village
}

#[test]
fn a_newcomer_without_money_joins_with_a_ticket_once() {
	let ticket = sr25519::Pair::from_seed(&[1; 32]);
	let phone = sr25519::Pair::from_seed(&[9; 32]);
	let newcomer = account_of(&phone);
	village_with_ticket(&ticket).execute_with(|| {
		assert_eq!(Balances::free_balance(&newcomer), 0);
		let claim = claim(&ticket, &phone);
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
	let phone = sr25519::Pair::from_seed(&[9; 32]);
	let newcomer = account_of(&phone);
	village_with_ticket(&ticket).execute_with(|| {
		let forged = claim_by(&ticket, &forger, &newcomer, &phone);
		assert_eq!(validate(forged.clone()), Err(InvalidTransaction::BadProof.into()));
		assert!(Executive::apply_extrinsic(forged).is_err());
		// A ticket binds no account that did not sign.
		let forged = claim_by(&ticket, &ticket, &newcomer, &forger);
		assert_eq!(validate(forged.clone()), Err(InvalidTransaction::BadSigner.into()));
		assert!(Executive::apply_extrinsic(forged).is_err());

		let bare = UncheckedExtrinsic::new_bare(RuntimeCall::Registry(pallet_linli_registry::Call::claim {
			owner: OWNER,
			ticket: ticket.public().0,
			account: newcomer.clone(),
			signature: ticket.sign(&("anything", 1u32).encode()),
			consent: phone.sign(&("anything", 1u32).encode()).into(),
		}));
		assert!(validate(bare.clone()).is_err());
		assert!(Executive::apply_extrinsic(bare).is_err());
		assert_eq!(Registry::owner_of(&newcomer), None);
	});
}
