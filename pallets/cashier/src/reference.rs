// SPDX-License-Identifier: Apache-2.0

//! Bank references: the characters they can have, and the keys they are stored under.

use crate::{BankEntries, Config, Error, Pallet};
use alloc::vec::Vec;
use frame_support::ensure;
use linli_primitives::{BankId, ContentHash};
use sp_io::hashing::blake2_256;

/// The key of a bank reference: BLAKE2b-256 of the number of the bank account, one byte, and the reference in upper
/// case, since banks print the same reference in either case, and two banks can use the same one. `None` if the
/// reference is empty or has characters other than ASCII letters, digits and `-_./:`. Free text is excluded on purpose:
/// a payer's name or message has no place on a public chain.
pub fn reference_hash(bank: BankId, reference: &[u8]) -> Option<ContentHash> {
	let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_./:".contains(byte);
	if reference.is_empty() || !reference.iter().all(allowed) {
		return None;
	}
	let mut text: Vec<u8> = [bank].to_vec();
	text.extend(reference.to_ascii_uppercase());
	Some(blake2_256(&text).into())
}

impl<T: Config> Pallet<T> {
	/// The key of `reference`, which must be valid and unused, of a bank account that is open.
	pub(crate) fn unused(bank: BankId, reference: &[u8]) -> Result<ContentHash, Error<T>> {
		Self::open_bank_account(bank)?;
		let hash = reference_hash(bank, reference).ok_or(Error::<T>::InvalidReference)?;
		Self::ensure_unused(hash)?;
		Ok(hash)
	}

	/// Ensures that no bank entry has this key.
	pub(crate) fn ensure_unused(reference: ContentHash) -> Result<(), Error<T>> {
		ensure!(!BankEntries::<T>::contains_key(reference), Error::<T>::ReferenceAlreadyUsed);
		Ok(())
	}
}
