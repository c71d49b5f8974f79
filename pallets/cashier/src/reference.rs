// SPDX-License-Identifier: Apache-2.0

//! Bank references: the characters they can have, and the keys they are stored under.

use crate::{BankEntries, Config, Error, Pallet};
use alloc::vec::Vec;
use frame_support::ensure;
use linli_primitives::ContentHash;
use sp_io::hashing::blake2_256;

/// The key of a bank reference: BLAKE2b-256 of the reference in upper case, since banks print the same reference in
/// either case. `None` if the reference is empty or has characters other than ASCII letters, digits and `-_./:`. Free
/// text is excluded on purpose: a payer's name or message has no place on a public chain.
pub fn reference_hash(reference: &[u8]) -> Option<ContentHash> {
	let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_./:".contains(byte);
	if reference.is_empty() || !reference.iter().all(allowed) {
		return None;
	}
	let upper: Vec<u8> = reference.to_ascii_uppercase();
	Some(blake2_256(&upper).into())
}

impl<T: Config> Pallet<T> {
	/// The key of `reference`, which must be valid and unused.
	pub(crate) fn unused(reference: &[u8]) -> Result<ContentHash, Error<T>> {
		let hash = reference_hash(reference).ok_or(Error::<T>::InvalidReference)?;
		Self::ensure_unused(hash)?;
		Ok(hash)
	}

	/// Ensures that no bank entry has this key.
	pub(crate) fn ensure_unused(reference: ContentHash) -> Result<(), Error<T>> {
		ensure!(!BankEntries::<T>::contains_key(reference), Error::<T>::ReferenceAlreadyUsed);
		Ok(())
	}
}
