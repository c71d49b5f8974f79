// SPDX-License-Identifier: Apache-2.0

//! Money.

use crate::Moment;
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// An amount in fen, 1/100 of the currency: 2.80 is 280. Every fen on chain is a receipt for one in the bank (D1).
pub type Fen = u128;

/// The number of decimals with which amounts are shown: a fen is a hundredth of the currency (D1).
pub const DECIMALS: u8 = 2;

/// A failed payment. The amount stays payable.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct PaymentFailure {
	/// The error.
	pub error: DispatchError,
	/// The time of the attempt, in ms since 1970.
	pub at: Moment,
}
