// SPDX-License-Identifier: Apache-2.0

//! The fields of a permit and their encoding.

use crate::Refusal;

/// An ed25519 public key.
pub type Key = [u8; 32];

/// A hash or an account of the chain.
pub type Id = [u8; 32];

/// An ed25519 signature.
pub type Signature = [u8; SIGNATURE_LEN];

/// The bytes that the issuer signs.
pub type Statement = [u8; STATEMENT_LEN];

/// A whole permit: statement and signature.
pub type Bytes = [u8; PERMIT_LEN];

/// Random bytes of a device, new for each attempt.
pub type Challenge = [u8; 32];

/// The bytes that a holder signs to prove possession.
pub type PossessionMessage = [u8; POSSESSION_LEN];

/// The first bytes of every permit.
pub const TAG: [u8; 16] = *b"linli:use-permit";

/// The first bytes of every message that proves possession.
pub const HOLDER_TAG: [u8; 16] = *b"linli:use-holder";

/// The version of the layout that this crate supports.
pub const VERSION: u8 = 1;

/// Length of a statement in bytes.
pub const STATEMENT_LEN: usize = 16 + 1 + 32 + 4 + 8 + 32 + 32 + 4 * 8;

/// Length of a signature in bytes.
pub const SIGNATURE_LEN: usize = 64;

/// Length of a permit in bytes.
pub const PERMIT_LEN: usize = STATEMENT_LEN + SIGNATURE_LEN;

/// Length of the message that a holder signs, in bytes.
pub const POSSESSION_LEN: usize = 16 + STATEMENT_LEN + 32;

/// The holder of a bearer permit, of which possession cannot be proved. This crate does not accept it as a key.
pub const BEARER: Key = [0; 32];

/// Permission to use one resource during one booking. Moments are in ms since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permit {
	/// Hash of the genesis block of the community's chain.
	pub chain: Id,
	/// The id of the resource on the chain.
	pub resource: u32,
	/// The id of the booking on the chain.
	pub booking: u64,
	/// The account that booked.
	pub account: Id,
	/// The ed25519 key that proves possession, or [`BEARER`].
	pub holder: Key,
	/// First moment of use.
	pub from: u64,
	/// First moment after the use.
	pub until: u64,
	/// Time of signing. Not valid before.
	pub issued: u64,
	/// First moment at which it is no longer valid, even if the booking has not ended.
	pub expires: u64,
}

impl Permit {
	/// Whether it is valid at some moment.
	pub fn is_usable(&self) -> bool {
		self.from.max(self.issued) < self.until.min(self.expires)
	}

	/// The bytes that the issuer signs.
	pub fn statement(&self) -> Statement {
		join([
			&TAG,
			&[VERSION],
			&self.chain,
			&self.resource.to_le_bytes(),
			&self.booking.to_le_bytes(),
			&self.account,
			&self.holder,
			&self.from.to_le_bytes(),
			&self.until.to_le_bytes(),
			&self.issued.to_le_bytes(),
			&self.expires.to_le_bytes(),
		])
	}

	/// The whole permit with a signature made elsewhere, such as in a secure element. Does not verify it.
	pub fn with_signature(&self, signature: &Signature) -> Bytes {
		join([&self.statement(), signature])
	}

	/// Decodes a permit without verifying its signature. Devices call [`Device::verify`](crate::Device::verify)
	/// instead.
	///
	/// ## Errors
	///
	/// - [`Refusal::WrongVersion`] for a layout that this crate does not support;
	/// - [`Refusal::Malformed`] if it is not a permit, incomplete, or valid at no moment.
	pub fn read(bytes: &[u8]) -> Result<(Self, Signature), Refusal> {
		let mut rest = Reader(bytes);
		if rest.take() != Some(TAG) {
			return Err(Refusal::Malformed);
		}
		match rest.take() {
			Some([VERSION]) => {}
			Some(_) => return Err(Refusal::WrongVersion),
			None => return Err(Refusal::Malformed),
		}
		rest.version_1().filter(|(permit, _)| permit.is_usable()).ok_or(Refusal::Malformed)
	}
}

/// The message that the holder of a permit signs to prove possession.
pub fn possession_message(permit: &Permit, challenge: &Challenge) -> PossessionMessage {
	join([&HOLDER_TAG, &permit.statement(), challenge])
}

/// Concatenates fields, whose lengths must add up to `LEN`.
fn join<const FIELDS: usize, const LEN: usize>(fields: [&[u8]; FIELDS]) -> [u8; LEN] {
	debug_assert_eq!(fields.iter().map(|field| field.len()).sum::<usize>(), LEN);
	let mut bytes = [0; LEN];
	for (to, from) in bytes.iter_mut().zip(fields.into_iter().flatten()) {
		*to = *from;
	}
	bytes
}

/// The bytes that have not been read yet.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
	/// The next `N` bytes; `None` if fewer are left.
	fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
		let (head, rest) = self.0.split_first_chunk()?;
		self.0 = rest;
		Some(*head)
	}

	/// The fields after tag and version; `None` if the rest is too short or too long.
	fn version_1(&mut self) -> Option<(Permit, Signature)> {
		let permit = Permit {
			chain: self.take()?,
			resource: u32::from_le_bytes(self.take()?),
			booking: u64::from_le_bytes(self.take()?),
			account: self.take()?,
			holder: self.take()?,
			from: u64::from_le_bytes(self.take()?),
			until: u64::from_le_bytes(self.take()?),
			issued: u64::from_le_bytes(self.take()?),
			expires: u64::from_le_bytes(self.take()?),
		};
		let signature = self.take()?;
		self.0.is_empty().then_some((permit, signature))
	}
}
