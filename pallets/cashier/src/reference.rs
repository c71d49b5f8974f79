// SPDX-License-Identifier: Apache-2.0

//! Bank references: what may stand in them, and under which key they are remembered.

use crate::{BankEntries, Config, Error, Pallet};
use alloc::vec::Vec;
use frame_support::ensure;
use linli_primitives::ContentHash;
use sp_io::hashing::blake2_256;

/// The key under which a reference is remembered: BLAKE2b-256 of the reference in upper case, since banks print the same
/// reference both ways. `None` where it is empty or has anything but ASCII letters, digits and `-_./:`. There is no room
/// for free text: a payer's name or purpose has no place on a public chain.
pub fn reference_hash(reference: &[u8]) -> Option<ContentHash> {
	let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_./:".contains(byte);
	if reference.is_empty() || !reference.iter().all(allowed) {
		return None;
	}
	let upper: Vec<u8> = reference.to_ascii_uppercase();
	Some(blake2_256(&upper).into())
}

impl<T: Config> Pallet<T> {
	/// The key of a reference that was never used.
	pub(crate) fn unused(reference: &[u8]) -> Result<ContentHash, Error<T>> {
		let hash = reference_hash(reference).ok_or(Error::<T>::InvalidReference)?;
		ensure!(!BankEntries::<T>::contains_key(hash), Error::<T>::ReferenceAlreadyUsed);
		Ok(hash)
	}
}
