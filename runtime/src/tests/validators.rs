// SPDX-License-Identifier: Apache-2.0

//! Validators: added by decision, with the sessions; reported for what they signed twice.

use super::{deciding::*, transactions::*, *};
use crate::configs::consensus::SessionLength;
use codec::{Decode, Encode};
use frame_support::assert_ok;
use pallet_authorship::EventHandler;
use pallet_linli_validators::{
	api::runtime_decl_for_aura_equivocation_api::AuraEquivocationApi,
	types::{DropCause, OffenceSession, Standing, Tolerance, ValidatorState, KEY_CHANGE_INTERVAL},
	AuraProofOf, Call as ValidatorsCall, Error, Event, VotesOf,
};
use sp_consensus_aura::{digests::CompatibleDigestItem, sr25519::AuthoritySignature, Slot};
use sp_consensus_grandpa::{localized_payload, runtime_decl_for_grandpa_api::GrandpaApi, Equivocation};
use sp_core::offchain::{testing::TestTransactionPoolExt, TransactionPoolExt};
use sp_keyring::Ed25519Keyring;
use sp_runtime::{
	traits::Header as _,
	transaction_validity::{InvalidTransaction, TransactionSource, ValidTransaction},
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

/// The key with which `keyring`'s node votes.
fn voter(keyring: Sr25519Keyring) -> Ed25519Keyring {
	match keyring {
		Alice => Ed25519Keyring::Alice,
		Bob => Ed25519Keyring::Bob,
		_ => Ed25519Keyring::Ferdie,
	}
}

/// The call by which the operator sets the keys of `keyring`'s node, with the proof that it holds them.
fn set_keys(operator: Sr25519Keyring, keyring: Sr25519Keyring) -> pallet_session::Call<Runtime> {
	let keys = SessionKeys { aura: keyring.public().into(), grandpa: voter(keyring).public().into() };
	let statement = [&b"POP_"[..], &account(operator).encode()].concat();
	let proof = (keyring.sign(&statement), voter(keyring).sign(&statement)).encode();
	pallet_session::Call::set_keys { keys, proof }
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
		assert!(run(Ferdie, set_keys(Ferdie, Ferdie)).is_err(), "not on the roll");
		assert_ok!(run(Bob, set_keys(Bob, Bob)));
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
		assert_ok!(run(Bob, set_keys(Bob, Bob)));
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
fn committee_and_key_announce_no_revival_of_what_goes_on() {
	village_of_two().execute_with(|| {
		let alice_writes = || <Validators as EventHandler<_, _>>::note_author(account(Alice));
		// The one validator lives, so nothing has stalled.
		let not_stalled = || Err(Error::<Runtime>::FinalityNotStalled.into());
		alice_writes();
		assert_eq!(decide_by_key(announce()), not_stalled());
		// The owners can; here nobody has written a block when their decision is carried out.
		decide_in_vain(announce(), None, Error::<Runtime>::IsLastAlive);
		seat_committee();
		alice_writes();
		assert_eq!(committee(announce()), not_stalled());
	});
}

/// Validates a transaction as the pool does. Returns what the pool keeps it by.
fn examine(extrinsic: UncheckedExtrinsic, source: TransactionSource) -> ValidTransaction {
	Executive::validate_transaction(source, extrinsic, Default::default()).unwrap()
}

#[test]
fn its_operator_changes_its_keys_for_free_once_a_day() {
	let patch = serde_json::json!({ "cashier": { "opening": [] } });
	chain_with(&sp_genesis_builder::DEV_RUNTIME_PRESET.into(), patch).execute_with(|| {
		block_at(START);
		begin_block();
		// Nobody else's is free, nor a call that fails, that changes nothing, or that takes the keys away.
		assert_eq!(offer(Ferdie, set_keys(Ferdie, Ferdie)), broke());
		assert_eq!(offer(Alice, set_keys(Bob, Bob)), broke(), "the proof is for another operator");
		assert_eq!(offer(Alice, set_keys(Alice, Alice)), broke());
		assert_eq!(offer(Alice, pallet_session::Call::purge_keys {}), broke());
		assert_ok!(offer(Alice, set_keys(Alice, Bob)));

		// The pool keeps one of an operator, and blocks take one in a day.
		let tags = |keyring| examine(signed(Alice, set_keys(Alice, keyring)), TransactionSource::External).provides;
		assert_eq!((tags(Bob).len(), tags(Bob)), (2, tags(Ferdie)));
		assert_ok!(Executive::apply_extrinsic(signed(Alice, set_keys(Alice, Bob))).unwrap());
		for again in [Alice, Bob, Ferdie] {
			assert_eq!(offer(Alice, set_keys(Alice, again)), broke());
		}
		next_session();
		assert_eq!(offer(Alice, set_keys(Alice, Ferdie)), broke(), "a session later");
		pallet_timestamp::Now::<Runtime>::put(now() + KEY_CHANGE_INTERVAL - 1);
		assert_eq!(offer(Alice, set_keys(Alice, Ferdie)), broke(), "nor within a day");
		pallet_timestamp::Now::<Runtime>::put(now() + 1);
		assert_ok!(offer(Alice, set_keys(Alice, Ferdie)));

		// It is free as long as the validator is to serve.
		let dropped = Standing::Dropped { cause: DropCause::Silence, at: now() };
		pallet_linli_validators::Roll::<Runtime>::mutate(|roll| roll[0].standing = dropped);
		assert_eq!(offer(Alice, set_keys(Alice, Ferdie)), broke());
	});
}

/// Two votes by `keyring`'s node, in one round of the set, for blocks of that number.
fn two_votes(keyring: Sr25519Keyring, set_id: u64, number: BlockNumber) -> VotesOf<Runtime> {
	let vote = |salt| {
		let prevote = finality_grandpa::Prevote::<Hash, BlockNumber>::new(Hash::repeat_byte(salt), number);
		let message = finality_grandpa::Message::Prevote(prevote.clone());
		(prevote, voter(keyring).sign(&localized_payload(7, set_id, &message)).into())
	};
	let identity = voter(keyring).public().into();
	let (first, second) = (vote(1), vote(2));
	let equivocation = finality_grandpa::Equivocation { round_number: 7, identity, first, second };
	VotesOf::<Runtime>::new(set_id, Equivocation::Prevote(equivocation))
}

/// Two blocks of that number by `keyring`'s node for one slot.
fn two_blocks(keyring: Sr25519Keyring, number: BlockNumber) -> AuraProofOf<Runtime> {
	let slot = Slot::from(7);
	let block = |salt| {
		let mut header = Header::new(number, Hash::repeat_byte(salt), Hash::zero(), Hash::zero(), Default::default());
		header.digest_mut().push(<DigestItem as CompatibleDigestItem<AuthoritySignature>>::aura_pre_digest(slot));
		let seal: AuthoritySignature = keyring.sign(header.hash().as_ref()).into();
		header.digest_mut().push(DigestItem::aura_seal(seal));
		header
	};
	let offender = keyring.public().into();
	sp_consensus_slots::EquivocationProof { offender, slot, first_header: block(1), second_header: block(2) }
}

/// Runs `test` in the village with a node's pool. It is given what takes the latest transaction from the pool.
fn with_pool(test: impl FnOnce(&dyn Fn() -> UncheckedExtrinsic)) {
	let (pool, state) = TestTransactionPoolExt::new();
	let mut village = village();
	village.register_extension(TransactionPoolExt::new(pool));
	village.execute_with(|| {
		begin_block();
		let taken = || state.write().transactions.pop().unwrap();
		test(&|| UncheckedExtrinsic::decode(&mut &taken()[..]).unwrap());
	});
}

/// Has the node report two votes, as its voter does.
fn report_votes(keyring: Sr25519Keyring, votes: VotesOf<Runtime>) -> Option<()> {
	let proof = Runtime::generate_key_ownership_proof(votes.set_id(), voter(keyring).public().into())?;
	Runtime::submit_report_equivocation_unsigned_extrinsic(votes, proof)
}

#[test]
fn two_votes_are_reported_by_the_node_itself_in_a_bare_transaction() {
	with_pool(|taken| {
		assert_eq!(report_votes(Alice, two_votes(Alice, 0, 1)), Some(()));
		let report = taken();
		assert_eq!(validate(report.clone()), Err(InvalidTransaction::Call.into()), "it came from elsewhere");
		assert!(!examine(report.clone(), TransactionSource::Local).propagate);
		assert_ok!(Executive::apply_extrinsic(report.clone()).unwrap());
		assert!(said().contains(&Event::LastValidatorKept { account: account(Alice) }));
		assert_eq!(Executive::apply_extrinsic(report), Err(InvalidTransaction::Stale.into()));
		// Nobody votes with Ferdie's key.
		assert_eq!(report_votes(Ferdie, two_votes(Ferdie, 0, 1)), None);
		// Other bare transactions stay out.
		let remark = UncheckedExtrinsic::new_bare(frame_system::Call::remark { remark: vec![] }.into());
		assert!(validate(remark).is_err());
	});
}

#[test]
fn two_blocks_are_reported_by_the_node_itself_in_a_general_transaction() {
	with_pool(|taken| {
		assert_eq!(Runtime::submit_aura_equivocation(two_blocks(Alice, 1)), Some(()));
		let report = taken();
		assert_eq!(validate(report.clone()), Err(InvalidTransaction::Call.into()), "it came from elsewhere");
		assert!(!examine(report.clone(), TransactionSource::Local).propagate);
		assert_ok!(Executive::apply_extrinsic(report.clone()).unwrap());
		assert!(said().contains(&Event::LastValidatorKept { account: account(Alice) }));
		assert_eq!(Executive::apply_extrinsic(report), Err(InvalidTransaction::Stale.into()));
	});
}

/// Bob joins by decision, and serves with Alice from the second session on: GRANDPA's set 1.
fn bob_joins() {
	let add = pallet_linli_validators::Call::<Runtime>::add_validator { account: account(Bob) };
	assert_ok!(decide_by_key(add));
	assert_ok!(Executive::apply_extrinsic(signed(Bob, set_keys(Bob, Bob))).unwrap());
	next_session();
	next_session();
	begin_block();
	assert_eq!((state(Bob), pallet_grandpa::CurrentSetId::<Runtime>::get()), (Some(ValidatorState::Serving), 1));
}

#[test]
fn keys_set_after_an_equivocation_do_not_hide_it() {
	for by_votes in [false, true] {
		with_pool(|taken| {
			bob_joins();
			let number = System::block_number();
			assert_ok!(run(Bob, set_keys(Bob, Ferdie)));
			next_session();
			next_session();
			begin_block();
			assert_eq!(state(Bob), Some(ValidatorState::Serving), "new keys do not cost the place in the set");
			let reported = if by_votes {
				// The node asks for the proof at a block of the set that voted: it is of no other use.
				let proof = sp_consensus_grandpa::OpaqueKeyOwnershipProof::new(OffenceSession(2).encode());
				Runtime::submit_report_equivocation_unsigned_extrinsic(two_votes(Bob, 1, number), proof)
			} else {
				Runtime::submit_aura_equivocation(two_blocks(Bob, number))
			};
			assert_eq!(reported, Some(()));
			assert_ok!(Executive::apply_extrinsic(taken()).unwrap());
			let cause = DropCause::Equivocation;
			assert!(matches!(state(Bob), Some(ValidatorState::Leaving { cause: of, .. }) if of == cause));
		});
	}
}

#[test]
fn what_the_owners_forgave_is_not_reported_as_of_a_later_session() {
	with_pool(|taken| {
		bob_joins();
		let number = System::block_number();
		assert_ok!(Runtime::submit_aura_equivocation(two_blocks(Bob, number)).ok_or("refused"));
		assert_ok!(Executive::apply_extrinsic(taken()).unwrap());
		assert_ok!(decide_by_key(pallet_linli_validators::Call::<Runtime>::readmit { account: account(Bob) }));
		next_session();
		begin_block();
		// Two votes of the same incident, with what the node can prove now.
		assert_eq!(report_votes(Bob, two_votes(Bob, 1, number)), Some(()));
		assert_eq!(Executive::apply_extrinsic(taken()), Err(InvalidTransaction::Stale.into()));
		for session in [1, 3, 4] {
			let call = pallet_grandpa::Call::report_equivocation_unsigned {
				equivocation_proof: Box::new(two_votes(Bob, 1, number)),
				key_owner_proof: OffenceSession(session),
			};
			let report = UncheckedExtrinsic::new_bare(call.into());
			assert_eq!(Executive::apply_extrinsic(report), Err(InvalidTransaction::BadProof.into()));
		}
		assert_eq!(state(Bob), Some(ValidatorState::Serving));
		// What it signs now counts.
		assert_eq!(report_votes(Bob, two_votes(Bob, 1, System::block_number())), Some(()));
		assert_ok!(Executive::apply_extrinsic(taken()).unwrap());
		assert!(matches!(state(Bob), Some(ValidatorState::Leaving { .. })));
	});
}
