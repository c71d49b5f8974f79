// SPDX-License-Identifier: Apache-2.0

//! What a permit says, and how it is written down.

use crate::Refusal;

/// An ed25519 public key.
pub type Key = [u8; 32];

/// A hash or an account of the chain.
pub type Id = [u8; 32];

/// An ed25519 signature.
pub type Signature = [u8; SIGNATURE_LEN];

/// What the issuer signs.
pub type Statement = [u8; STATEMENT_LEN];

/// A whole permit: statement and signature.
pub type Bytes = [u8; PERMIT_LEN];

/// Random bytes of a device, new for each try.
pub type Challenge = [u8; 32];

/// What a holder signs.
pub type PossessionMessage = [u8; POSSESSION_LEN];

/// What every permit begins with.
pub const TAG: [u8; 16] = *b"linli:use-permit";

/// What every message that proves possession begins with.
pub const HOLDER_TAG: [u8; 16] = *b"linli:use-holder";

/// The layout that this crate reads and writes.
pub const VERSION: u8 = 1;

/// Bytes of a statement.
pub const STATEMENT_LEN: usize = 16 + 1 + 32 + 4 + 8 + 32 + 32 + 4 * 8;

/// Bytes of a signature.
pub const SIGNATURE_LEN: usize = 64;

/// Bytes of a permit.
pub const PERMIT_LEN: usize = STATEMENT_LEN + SIGNATURE_LEN;

/// Bytes that a holder signs.
pub const POSSESSION_LEN: usize = 16 + STATEMENT_LEN + 32;

/// Stands for the holder where nobody can prove possession. It is no key that this crate accepts.
pub const BEARER: Key = [0; 32];

/// Leave to use one resource within one booking's time. Moments are ms since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permit {
	/// Hash of the genesis block of the community's chain.
	pub chain: Id,
	/// The resource, as the chain numbers it.
	pub resource: u32,
	/// The booking, as the chain numbers it.
	pub booking: u64,
	/// The account that booked.
	pub account: Id,
	/// The ed25519 key that proves possession, or [`BEARER`].
	pub holder: Key,
	/// First moment of use.
	pub from: u64,
	/// First moment at which use is over.
	pub until: u64,
	/// When it was signed. Not good before.
	pub issued: u64,
	/// First moment at which it is no longer good, be the booking over or not.
	pub expires: u64,
}

impl Permit {
	/// Whether there is a moment at which it is good.
	pub fn is_usable(&self) -> bool {
		self.from.max(self.issued) < self.until.min(self.expires)
	}

	/// What the issuer signs.
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

	/// The whole permit, from a signature that was made elsewhere: in a secure element, or by another library. Does not check it.
	pub fn with_signature(&self, signature: &Signature) -> Bytes {
		join([&self.statement(), signature])
	}

	/// Takes a permit apart. It says nothing of whether anybody signed it: a device calls [`Device::verify`](crate::Device::verify).
	///
	/// ## Errors
	///
	/// - [`Refusal::WrongVersion`]: a permit of a layout that this crate does not know;
	/// - [`Refusal::Malformed`]: no permit, not all of one, or one that is good at no moment.
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

/// What the holder of a permit signs to prove possession.
pub fn possession_message(permit: &Permit, challenge: &Challenge) -> PossessionMessage {
	join([&HOLDER_TAG, &permit.statement(), challenge])
}

/// Writes fields one after the other. Their widths are types, so they fill the array exactly; a test looks.
fn join<const FIELDS: usize, const LEN: usize>(fields: [&[u8]; FIELDS]) -> [u8; LEN] {
	debug_assert_eq!(fields.iter().map(|field| field.len()).sum::<usize>(), LEN);
	let mut bytes = [0; LEN];
	for (to, from) in bytes.iter_mut().zip(fields.into_iter().flatten()) {
		*to = *from;
	}
	bytes
}

/// What has not been read yet.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
	/// The next `N` bytes; `None` where there are fewer.
	fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
		let (head, rest) = self.0.split_first_chunk()?;
		self.0 = rest;
		Some(*head)
	}

	/// What comes after tag and version; `None` if that is too short or too long.
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
