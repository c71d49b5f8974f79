// SPDX-License-Identifier: Apache-2.0

//! Transactions as wallets sign them: what the pool and a block say to them.

use super::*;
use codec::Encode;
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError};

/// Begins a block to which transactions can be applied. What is signed names the genesis block.
pub(super) fn begin_block() {
	System::initialize(&(System::block_number() + 1), &Default::default(), &Default::default());
	frame_system::BlockHash::<Runtime>::insert(0, Hash::repeat_byte(7));
}

/// The transaction as a wallet signs it.
pub(super) fn signed(keyring: Sr25519Keyring, call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
	let nonce = System::account_nonce(account(keyring));
	let payload = SignedPayload::new(call.into(), transaction::extensions(nonce)).unwrap();
	let signature = payload.using_encoded(|bytes| keyring.sign(bytes));
	let (call, extensions, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, Address::Id(account(keyring)), signature.into(), extensions)
}

/// What the pool says to a transaction.
pub(super) fn validate(extrinsic: UncheckedExtrinsic) -> Result<(), TransactionValidityError> {
	Executive::validate_transaction(TransactionSource::External, extrinsic, Default::default()).map(|_| ())
}

/// The same of a call that somebody signs.
pub(super) fn offer(keyring: Sr25519Keyring, call: impl Into<RuntimeCall>) -> Result<(), TransactionValidityError> {
	validate(signed(keyring, call))
}

/// What it says to who cannot pay for what is not free.
pub(super) fn broke() -> Result<(), TransactionValidityError> {
	Err(InvalidTransaction::Payment.into())
}
