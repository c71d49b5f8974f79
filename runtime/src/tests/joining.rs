// SPDX-License-Identifier: Apache-2.0

use super::{deciding::village_with, spending::pass, transactions::*, *};
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
		second: None,
	};
	UncheckedExtrinsic::new_transaction(call.into(), transaction::extensions(0))
}

fn claim(ticket: &sr25519::Pair, newcomer: &sr25519::Pair) -> UncheckedExtrinsic {
	claim_by(ticket, ticket, &account_of(newcomer), newcomer)
}

/// Registrar and auditor issue a ticket for the company's first account.
fn issue_first(ticket: &sr25519::Pair) {
	let change = pallet_linli_registry::RegisterChange::IssueTicket { owner: OWNER, ticket: ticket.public().0 };
	assert_ok!(change_register(change));
	begin_block();
}

/// Registrar and auditor issue a ticket in place of an account of the company.
fn issue(ticket: &sr25519::Pair, replaces: AccountId) {
	type Register = pallet_linli_registry::Call<Runtime>;
	let (owner, ticket, document) = (OWNER, ticket.public().0, hash(9));
	let proposal = Register::propose_ticket { owner, ticket, replaces: replaces.clone(), document };
	assert_ok!(run(Sr25519Keyring::Bob, proposal));
	assert_ok!(run(Sr25519Keyring::Eve, Register::confirm_ticket { owner, ticket, replaces, document }));
}

/// The village with a ticket for the company that owns a flat in building 2.
fn village_with_ticket(ticket: &sr25519::Pair) -> sp_io::TestExternalities {
	let mut village = village();
	village.execute_with(|| {
		begin_block();
		issue_first(ticket);
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
			second: None,
		}));
		assert!(validate(bare.clone()).is_err());
		assert!(Executive::apply_extrinsic(bare).is_err());
		assert_eq!(Registry::owner_of(&newcomer), None);
	});
}

/// The company's accounts, in the order in which they joined.
fn accounts() -> Vec<AccountId> {
	pallet_linli_registry::Owners::<Runtime>::get(OWNER).unwrap().accounts.into_inner()
}

#[test]
fn a_hijacked_key_is_won_back() {
	type Register = pallet_linli_registry::Call<Runtime>;
	use pallet_linli_registry::{Ground, ReplacementRuling};
	use Sr25519Keyring::{Bob, Eve};
	let pair = |number: u8| sr25519::Pair::from_seed(&[number; 32]);
	let (leaked, phone) = (pair(1), pair(9));
	// The thief's account is one of the keyring, which can sign transactions.
	let thief = Sr25519Keyring::Ferdie;
	village_with_ticket(&leaked).execute_with(|| {
		// The thief was faster, and acts for the company.
		assert_ok!(Executive::apply_extrinsic(claim(&leaked, &thief.pair())).unwrap());
		assert!(Executive::apply_extrinsic(claim(&leaked, &phone)).is_err());
		assert_eq!(accounts(), [account(thief)]);

		// The company shows its papers. Registrar and auditor issue another ticket, and the thief objects.
		let ticket = pair(2);
		issue(&ticket, account(thief));
		let object = || Register::object { ticket: ticket.public().0 };
		assert_ok!(Executive::apply_extrinsic(signed(thief, object())).unwrap());
		assert!(validate(claim(&ticket, &phone)).is_err());
		let again = run(thief, object());
		assert_eq!(again, Err(pallet_linli_registry::Error::<Runtime>::AlreadyObjected.into()));

		// Both officers hear both sides and enter the same. No time passes for the thief by objecting again.
		let ruling = ReplacementRuling { replace: true, ground: Ground::Papers, document: hash(3) };
		let settle = || Register::settle_replacement { ticket: ticket.public().0, ruling };
		assert_ok!(Executive::apply_extrinsic(signed(Bob, settle())).unwrap());
		assert!(validate(claim(&ticket, &phone)).is_err(), "one officer settles nothing");
		assert_ok!(Executive::apply_extrinsic(signed(Eve, settle())).unwrap());
		pass(7 * linli_primitives::calendar::DAY);
		assert_ok!(Executive::apply_extrinsic(claim(&ticket, &phone)).unwrap());
		assert_eq!(accounts(), [account_of(&phone)]);
		assert_eq!(Registry::owner_of(&account(thief)), None);
		let again = run(thief, object());
		assert_eq!(again, Err(pallet_linli_registry::Error::<Runtime>::TicketNotFound.into()));
	});
}

#[test]
fn an_objection_is_free_once_even_with_an_empty_account() {
	type Register = pallet_linli_registry::Call<Runtime>;
	let pair = |number: u8| sr25519::Pair::from_seed(&[number; 32]);
	let (first, ticket) = (pair(1), pair(2));
	// Nobody holds money.
	village_with(serde_json::json!({ "cashier": { "opening": [] } })).execute_with(|| {
		begin_block();
		issue_first(&first);
		let member = Sr25519Keyring::Ferdie;
		assert_ok!(Executive::apply_extrinsic(claim(&first, &member.pair())).unwrap());
		let object = || signed(member, Register::object { ticket: ticket.public().0 });
		assert_eq!(validate(object()), broke(), "there is nothing to object to");
		issue(&ticket, account(member));
		assert_ok!(validate(object()));
		assert_ok!(Executive::apply_extrinsic(object()).unwrap());
		assert_eq!(validate(object()), broke(), "it is done");
	});
}
