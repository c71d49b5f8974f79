// SPDX-License-Identifier: Apache-2.0

//! What is stored.

use codec::{Decode, Encode, MaxEncodedLen};
use linli_primitives::Moment;
use scale_info::TypeInfo;

/// An upgrade that the bootstrap key has announced.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct AnnouncedUpgrade<Hash> {
	/// The hash of the new code, by the runtime's hashing.
	pub code_hash: Hash,
	/// The lived time from which it can be authorized, in ms (D46): nobody can look at code while the chain stands
	/// still.
	pub ready: Moment,
}

/// An upgrade that was authorized on the key's announcement, and neither applied nor replaced since.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct KeyAuthorization<Hash> {
	/// The hash of the new code, by the runtime's hashing.
	pub code_hash: Hash,
	/// The moment from which it can no longer be applied, in ms since 1970.
	pub ends: Moment,
}
