// SPDX-License-Identifier: Apache-2.0

//! The discount for paying early.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Fen, Fraction};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What a bill is lowered by if it is paid in full soon after its issue.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Discount {
	/// The discount, as a fraction of the principal to be paid, more than zero and less than one.
	pub fraction: Fraction,
	/// Days after the day of issue in which the bill has to be paid in full; at most the days until it is due.
	pub days: u16,
}

impl Discount {
	/// The discount on `amount` fen, rounded half up: in the payer's favour.
	pub fn of(&self, amount: Fen) -> Fen {
		self.fraction.of_half_up(amount).unwrap_or(0)
	}

	/// Whether the fraction lies between zero and one, and the days within those until the bill is due. So no late fee
	/// can have accrued on a bill that still gets the discount.
	pub fn is_valid(&self, due_days: u16) -> bool {
		let Fraction { numerator, denominator } = self.fraction;
		numerator > 0 && numerator < denominator && self.days <= due_days
	}
}
