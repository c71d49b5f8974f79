// SPDX-License-Identifier: Apache-2.0

//! What a renter read before booking (D55).

use linli_primitives::Fen;

/// What the signer of a booking read: no other price or terms may apply when the call reaches a block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seen {
	/// The most that price and deposit may amount to together, in fen.
	pub max_cost: Fen,
	/// The version of the resource's terms.
	pub terms_version: u32,
}
