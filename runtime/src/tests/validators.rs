// SPDX-License-Identifier: Apache-2.0

//! Validators: added by decision, with the sessions; reported for what they signed twice.

use super::{deciding::*, transactions::*, *};
use crate::configs::consensus::SessionLength;
use frame_support::{assert_ok, traits::KeyOwnerProofSystem};
use pallet_authorship::EventHandler;
use pallet_linli_validators::{
	types::{Announcer, Tolerance, ValidatorState},
	AuraKey, Call as ValidatorsCall, Error, Event,
};
use pallet_session::SessionInterface;
use sp_consensus_aura::{digests::CompatibleDigestItem, sr25519::AuthoritySignature, Slot};
use sp_consensus_grandpa::{localized_payload, Equivocation, EquivocationProof};
use sp_keyring::Ed25519Keyring;
use sp_runtime::{
	traits::Header as _,
	transaction_validity::{InvalidTransaction, TransactionSource},
	DigestItem, DispatchError,
};
use Sr25519Keyring::{Alice, Bob, Ferdie};

/// Begins the next session.
fn next_session() {
	let number = (System::block_number() / SessionLength::get() + 1) * SessionLength::get();
	System::set_block_number(number);
	Session::on_initialize(number);
	Grandpa::on_finalize(number);
}

fn state(keyring: Sr25519Keyring) -> Option<ValidatorState> {
	let account = account(keyring);
	Validators::validators().into_iter().find(|view| view.account == account).map(|view| view.state)
}

/// Events of the validators in this block.
fn said() -> Vec<Event<Runtime>> {
	System::read_events_for_pallet()
}

#[test]
fn a_validator_joins_with_the_sessions() {
	village().execute_with(|| {
		assert_eq!(state(Alice), Some(ValidatorState::Serving));
		assert_eq!(Validators::fault_tolerance(), Tolerance { validators: 1, faults: 0, alive: 0 });
		assert_ok!(decide_by_key(add(Bob)));
		assert_eq!(state(Bob), Some(ValidatorState::AwaitingKeys));
		let keys = SessionKeys { aura: Bob.public().into(), grandpa: Ed25519Keyring::Bob.public().into() };
		assert!(<Session as SessionInterface>::set_keys(&account(Ferdie), keys.clone()).is_err(), "not on the roll");
		assert_ok!(<Session as SessionInterface>::set_keys(&account(Bob), keys));
		next_session();
		assert_eq!(state(Bob), Some(ValidatorState::Joining));
		next_session();
		assert_eq!(state(Bob), Some(ValidatorState::Serving));
		assert_eq!((Aura::authorities_len(), Grandpa::grandpa_authorities().len()), (2, 2));
		#[cfg(feature = "try-runtime")]
		assert_ok!(Validators::do_try_state());
	});
}

fn add(who: Sr25519Keyring) -> ValidatorsCall<Runtime> {
	ValidatorsCall::add_validator { account: account(who) }
}

fn remove(who: Sr25519Keyring) -> ValidatorsCall<Runtime> {
	ValidatorsCall::remove_validator { account: account(who) }
}

#[test]
fn the_key_adds_validators_and_exchanges_none() {
	village().execute_with(|| {
		<Validators as EventHandler<_, _>>::note_author(account(Alice));
		assert_ok!(decide_by_key(add(Bob)));
		assert_ok!(decide_by_key(remove(Bob)));
		assert_ok!(decide_by_key(add(Bob)));
		let keys = SessionKeys { aura: Bob.public().into(), grandpa: Ed25519Keyring::Bob.public().into() };
		assert_ok!(<Session as SessionInterface>::set_keys(&account(Bob), keys));
		next_session();
		next_session();
		for validator in [Alice, Bob] {
			assert_eq!(decide_by_key(remove(validator)), Err(Error::<Runtime>::DecisionRequired.into()));
		}
	});
}

#[test]
fn once_a_committee_was_elected_only_the_owners_decide_on_validators() {
	village_of_two().execute_with(|| {
		assert_ok!(decide_by_key(add(Bob)));
		seat_committee();
		let readmit = ValidatorsCall::readmit { account: account(Bob) };
		for call in [add(Ferdie), remove(Bob), readmit, announce(), ValidatorsCall::cancel_revival {}] {
			assert_eq!(decide_by_key(call), Err(DispatchError::BadOrigin));
		}
		assert_enacted(decide_by(add(Ferdie), ORDINARY, None));
		assert_eq!(state(Ferdie), Some(ValidatorState::AwaitingKeys));
		assert_enacted(decide_by(remove(Bob), ORDINARY, None));
	});
}

fn announce() -> ValidatorsCall<Runtime> {
	ValidatorsCall::announce_revival { number: 0, hash: System::block_hash(0), drop: Default::default() }
}

#[test]
fn a_revival_is_announced_where_no_committee_sits() {
	village_of_two().execute_with(|| {
		let alice_writes = || <Validators as EventHandler<_, _>>::note_author(account(Alice));
		let by = || Validators::pending_revival().map(|revival| revival.by);
		alice_writes();
		assert_ok!(decide_by_key(announce()));
		assert_eq!(by(), Some(Announcer::BootstrapKey));
		assert_ok!(decide_by_key(ValidatorsCall::cancel_revival {}));
		// The owners can, and need not wait; here nobody has written a block when their decision is carried out.
		decide_in_vain(announce(), None, Error::<Runtime>::IsLastAlive);
		seat_committee();
		alice_writes();
		assert_eq!(committee(announce()), Err(Error::<Runtime>::ChangesInProgress.into()));
		next_session();
		next_session();
		alice_writes();
		assert_ok!(committee(announce()));
		assert_eq!(by(), Some(Announcer::Committee));
	});
}

#[test]
fn its_operator_keeps_its_keys_for_free() {
	let patch = serde_json::json!({ "cashier": { "opening": [] } });
	chain_with(&sp_genesis_builder::DEV_RUNTIME_PRESET.into(), patch).execute_with(|| {
		block_at(START);
		begin_block();
		assert_ok!(offer(Alice, pallet_session::Call::purge_keys {}));
		assert_eq!(offer(Ferdie, pallet_session::Call::purge_keys {}), broke());
		// A proof is two signatures; nobody fills blocks with more for free.
		let keys = || SessionKeys { aura: Alice.public().into(), grandpa: Ed25519Keyring::Alice.public().into() };
		let set = |length| pallet_session::Call::set_keys { keys: keys(), proof: vec![0; length] };
		assert_ok!(offer(Alice, set(256)));
		assert_eq!(offer(Alice, set(257)), broke());
	});
}

/// GRANDPA's report of two votes by Alice in one round.
fn two_votes() -> RuntimeCall {
	let vote = |salt| {
		let prevote = finality_grandpa::Prevote::<Hash, BlockNumber>::new(Hash::repeat_byte(salt), 1);
		let message = finality_grandpa::Message::Prevote(prevote.clone());
		(prevote, Ed25519Keyring::Alice.sign(&localized_payload(7, 0, &message)).into())
	};
	let identity: sp_consensus_grandpa::AuthorityId = Ed25519Keyring::Alice.public().into();
	let key_owner_proof = Historical::prove((sp_consensus_grandpa::KEY_TYPE, identity.clone())).unwrap();
	let (first, second) = (vote(1), vote(2));
	let equivocation = finality_grandpa::Equivocation { round_number: 7, identity, first, second };
	let proof = EquivocationProof::new(0, Equivocation::Prevote(equivocation));
	pallet_grandpa::Call::report_equivocation_unsigned { equivocation_proof: Box::new(proof), key_owner_proof }.into()
}

#[test]
fn two_votes_are_reported_by_the_node_itself_in_a_bare_transaction() {
	village().execute_with(|| {
		begin_block();
		let report = || UncheckedExtrinsic::new_bare(two_votes());
		assert_eq!(validate(report()), Err(InvalidTransaction::Call.into()), "it came from elsewhere");
		let by_node = Executive::validate_transaction(TransactionSource::Local, report(), Default::default());
		assert!(!by_node.unwrap().propagate);
		assert_ok!(Executive::apply_extrinsic(report()).unwrap());
		assert!(said().contains(&Event::LastValidatorKept { account: account(Alice) }));
		assert!(Executive::apply_extrinsic(report()).is_err(), "it is known");
		// Other bare transactions stay out.
		let remark = UncheckedExtrinsic::new_bare(frame_system::Call::remark { remark: vec![] }.into());
		assert!(validate(remark).is_err());
	});
}

/// The report of two blocks by Alice for one slot.
fn two_blocks() -> RuntimeCall {
	let slot = Slot::from(7);
	let block = |salt| {
		let mut header = Header::new(1, Hash::repeat_byte(salt), Hash::zero(), Hash::zero(), Default::default());
		header.digest_mut().push(<DigestItem as CompatibleDigestItem<AuthoritySignature>>::aura_pre_digest(slot));
		let seal: AuthoritySignature = Alice.sign(header.hash().as_ref()).into();
		header.digest_mut().push(DigestItem::aura_seal(seal));
		header
	};
	let offender: AuraKey = Alice.public().into();
	let key_owner_proof = Validators::prove_aura_key(offender.clone()).unwrap();
	let (first_header, second_header) = (block(1), block(2));
	let proof = sp_consensus_slots::EquivocationProof { offender, slot, first_header, second_header };
	pallet_linli_validators::Call::report_aura_equivocation { proof: Box::new(proof), key_owner_proof }.into()
}

#[test]
fn two_blocks_are_reported_by_the_node_itself_in_a_general_transaction() {
	village().execute_with(|| {
		begin_block();
		let report = || UncheckedExtrinsic::new_transaction(two_blocks(), transaction::extensions(0));
		assert_eq!(validate(report()), Err(InvalidTransaction::Call.into()), "it came from elsewhere");
		let by_node = Executive::validate_transaction(TransactionSource::Local, report(), Default::default());
		assert!(!by_node.unwrap().propagate);
		assert_ok!(Executive::apply_extrinsic(report()).unwrap());
		assert!(said().contains(&Event::LastValidatorKept { account: account(Alice) }));
		assert_eq!(Executive::apply_extrinsic(report()), Err(InvalidTransaction::Stale.into()));
	});
}
