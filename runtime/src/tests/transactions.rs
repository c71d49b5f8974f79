// SPDX-License-Identifier: Apache-2.0

//! Signed transactions, and their validity in the pool and in blocks.

use super::*;
use codec::Encode;
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError};

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
