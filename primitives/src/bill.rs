// SPDX-License-Identifier: Apache-2.0

//! The key of a bill.

use crate::{ChargeId, Period, UnitId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The key of a bill: there is one bill per unit, charge and period (D13).
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct BillKey {
	/// The unit that owes the bill.
	pub unit: UnitId,
	/// The charge that the bill was issued for.
	pub charge: ChargeId,
	/// The period that the bill covers.
	pub period: Period,
}

impl BillKey {
	/// The key of the bill of `unit` for `charge` and `period`.
	pub const fn new(unit: UnitId, charge: ChargeId, period: Period) -> Self {
		Self { unit, charge, period }
	}

	/// The parts as a tuple: the keys of a storage n-map whose entries are paged by unit.
	pub const fn parts(self) -> (UnitId, ChargeId, Period) {
		(self.unit, self.charge, self.period)
	}
}

impl From<(UnitId, ChargeId, Period)> for BillKey {
	fn from((unit, charge, period): (UnitId, ChargeId, Period)) -> Self {
		Self { unit, charge, period }
	}
}
