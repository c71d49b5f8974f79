// SPDX-License-Identifier: Apache-2.0

//! Money.

use crate::Moment;
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// An amount in fen, 1/100 of the currency: 2.80 is 280. Every fen on chain is a receipt for one in the bank (D1).
pub type Fen = u128;

/// How many decimals amounts are shown with: a fen is a hundredth of the currency (D1).
pub const DECIMALS: u8 = 2;

/// Why a payment did not work. What was to be paid stays payable.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct PaymentFailure {
	/// What was wrong.
	pub error: DispatchError,
	/// When it was tried.
	pub at: Moment,
}
