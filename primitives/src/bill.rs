// SPDX-License-Identifier: Apache-2.0

//! How a bill is named.

use crate::{ChargeId, Period, UnitId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The name of a bill: one unit owes one bill by one charge for one period (D13).
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct BillKey {
	/// The unit that owes it.
	pub unit: UnitId,
	/// The charge by which it issued.
	pub charge: ChargeId,
	/// The period that it is for.
	pub period: Period,
}

impl BillKey {
	/// The bill of `unit` by `charge` for `period`.
	pub const fn new(unit: UnitId, charge: ChargeId, period: Period) -> Self {
		Self { unit, charge, period }
	}

	/// The parts one by one, as a storage map takes them whose entries are paged by unit.
	pub const fn parts(self) -> (UnitId, ChargeId, Period) {
		(self.unit, self.charge, self.period)
	}
}

impl From<(UnitId, ChargeId, Period)> for BillKey {
	fn from((unit, charge, period): (UnitId, ChargeId, Period)) -> Self {
		Self { unit, charge, period }
	}
}
