// SPDX-License-Identifier: Apache-2.0

//! Entries of a ledger.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Cause, Fen, Moment};
use scale_info::TypeInfo;

/// The direction of a movement, seen from the pot.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Direction {
	/// Into the pot.
	#[codec(index = 0)]
	In,
	/// Out of the pot.
	#[codec(index = 1)]
	Out,
}

/// One line of a pot's ledger. It is never changed or removed.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Entry<AccountId> {
	/// The time it was written.
	pub moment: Moment,
	/// The reason for the movement.
	pub cause: Cause,
	/// The other account; `None` if there is no single one, as for the fees of a block or new money.
	pub counterparty: Option<AccountId>,
	/// The direction, seen from the pot.
	pub direction: Direction,
	/// The amount, in fen; never zero.
	pub amount: Fen,
	/// The pot's balance afterwards, in fen.
	pub balance: Fen,
	/// Whether it also changed a share in the pot: that of the shareholder named by the cause, such as a unit in the
	/// repair pot.
	pub earmarked: bool,
}
