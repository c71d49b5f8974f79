// SPDX-License-Identifier: Apache-2.0

//! Signed transactions, and their validity in the pool and in blocks.

use super::*;
use codec::{Decode, Encode};
use sp_runtime::transaction_validity::{
	InvalidTransaction, TransactionSource, TransactionValidityError, UnknownTransaction,
};

/// Begins a block to which transactions can be applied. Signed payloads name the genesis block.
pub(super) fn begin_block() {
	System::initialize(&(System::block_number() + 1), &Default::default(), &Default::default());
	frame_system::BlockHash::<Runtime>::insert(0, Hash::repeat_byte(7));
}

/// The transaction, signed as by a wallet.
pub(super) fn signed(keyring: Sr25519Keyring, call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
	let nonce = System::account_nonce(account(keyring));
	let payload = SignedPayload::new(call.into(), transaction::extensions(nonce)).unwrap();
	let signature = payload.using_encoded(|bytes| keyring.sign(bytes));
	let (call, extensions, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, Address::Id(account(keyring)), signature.into(), extensions)
}

/// Validates a transaction as the pool does.
pub(super) fn validate(extrinsic: UncheckedExtrinsic) -> Result<(), TransactionValidityError> {
	Executive::validate_transaction(TransactionSource::External, extrinsic, Default::default()).map(|_| ())
}

/// Validates a signed call as the pool does.
pub(super) fn offer(keyring: Sr25519Keyring, call: impl Into<RuntimeCall>) -> Result<(), TransactionValidityError> {
	validate(signed(keyring, call))
}

/// The pool's error for a signer who cannot pay the fee.
pub(super) fn broke() -> Result<(), TransactionValidityError> {
	Err(InvalidTransaction::Payment.into())
}

/// Natively the runtime holds no metadata hash, as on chains whose currency no release lists. What a runtime with one
/// accepts is tried in `e2e/release/`.
#[test]
fn without_a_metadata_hash_only_transactions_that_ask_for_none_are_valid() {
	// Free for the registrar, who is Bob.
	let call = RuntimeCall::from(pallet_linli_registry::Call::propose_ticket {
		owner: 0,
		ticket: [1; 32],
		replaces: account(Sr25519Keyring::Alice),
		document: hash(1),
	});
	let with_hash = || {
		let mut extensions = transaction::extensions(0);
		extensions.9 = frame_metadata_hash_extension::CheckMetadataHash::new_with_custom_hash([7; 32]);
		let payload = SignedPayload::new(call.clone(), extensions).unwrap();
		let signature = payload.using_encoded(|bytes| Sr25519Keyring::Bob.sign(bytes));
		let (call, extensions, _) = payload.deconstruct();
		let address = Address::Id(account(Sr25519Keyring::Bob));
		let sent = UncheckedExtrinsic::new_signed(call, address, signature.into(), extensions);
		// The hash is not sent: the chain supplies its own.
		UncheckedExtrinsic::decode(&mut &sent.encode()[..]).unwrap()
	};
	village().execute_with(|| {
		begin_block();
		assert_eq!(offer(Sr25519Keyring::Bob, call.clone()), Ok(()));
		assert_eq!(validate(with_hash()), Err(UnknownTransaction::CannotLookup.into()));
	});
}
