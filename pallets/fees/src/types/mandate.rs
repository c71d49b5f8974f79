// SPDX-License-Identifier: Apache-2.0

//! Mandates, what they collected by month, and why they fail and end (D15).

use super::OpenKey;
use crate::allocation::Share;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Fen, Fraction, Moment, Period};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// The number of months whose debits a mandate counts. Bills of earlier months are paid by hand.
pub const MAX_DEBIT_MONTHS: u32 = 24;

/// What may be collected as late fees besides the cap, as a fraction of the cap. A late fee is at most this part of its
/// principal in the law pack `cn`, so a bill within the cap does not exceed the mandate by being late.
pub const LATE_PART: Fraction = Fraction::new(30, 100);

/// Permission to collect a unit's bills from an account.
///
/// The cap counts by the month of the bill, not of the debit: a bill belongs to the month in which its period begins, a
/// quarter's or a year's as a whole to its first month. Bills of several months that are collected on one day, after a
/// standstill, say, each count towards their own month.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Mandate {
	/// The maximum collected as principal for the bills of one calendar month, in fen. Late fees are collected besides,
	/// at most [`LATE_PART`] of it.
	pub cap: Fen,
	/// The moment from which nothing more is collected; `None` if the mandate holds until revoked.
	pub until: Option<Moment>,
	/// Whether a bill that cannot be collected whole is collected in part.
	pub partial: bool,
	/// Whether bills that were issued to this unit alone are collected, too.
	pub single: bool,
	/// What was collected, by month of the bills, earliest first.
	pub months: BoundedVec<MonthlyDebits, ConstU32<MAX_DEBIT_MONTHS>>,
	/// The last bill that was tried, if more are open than one collection tries: the next begins after it.
	pub after: Option<OpenKey>,
}

/// What a mandate collected for the bills of one month.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct MonthlyDebits {
	/// The month in which the bills' periods begin.
	pub month: Period,
	/// The principal collected, in fen.
	pub principal: Fen,
	/// The late fees collected, in fen.
	pub late: Fen,
}

impl Mandate {
	/// A mandate that has collected nothing yet.
	pub fn new(cap: Fen, until: Option<Moment>, partial: bool, single: bool) -> Self {
		Self { cap, until, partial, single, months: BoundedVec::new(), after: None }
	}

	/// What can still be collected for the bills of `month`; `None` if that month is too old to be counted.
	pub fn left(&self, month: Period) -> Option<Share> {
		let most = Share { principal: self.cap, late: LATE_PART.of_floor(self.cap).unwrap_or(0) };
		match self.months.binary_search_by_key(&month, |debits| debits.month) {
			Ok(place) => {
				let spent = self.months.get(place)?;
				// If the cap was lowered, more than the new one may have been collected.
				Some(Share {
					principal: most.principal.saturating_sub(spent.principal),
					late: most.late.saturating_sub(spent.late),
				})
			}
			// The month may have been counted and forgotten.
			Err(0) if self.months.is_full() => None,
			Err(_) => Some(most),
		}
	}

	/// Counts what was collected for a bill of `month`, and forgets the earliest month if there are too many. Returns
	/// `None` on overflow, or if the month is too old to be counted.
	pub fn count(&mut self, month: Period, share: Share) -> Option<()> {
		match self.months.binary_search_by_key(&month, |debits| debits.month) {
			Ok(place) => {
				let debits = self.months.get_mut(place)?;
				debits.principal = debits.principal.checked_add(share.principal)?;
				debits.late = debits.late.checked_add(share.late)?;
			}
			Err(0) if self.months.is_full() => return None,
			Err(mut place) => {
				if self.months.is_full() {
					self.months.remove(0);
					place = place.checked_sub(1)?;
				}
				let debits = MonthlyDebits { month, principal: share.principal, late: share.late };
				self.months.try_insert(place, debits).ok()?;
			}
		}
		Some(())
	}
}

/// The reason for which a bill was not collected.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum DebitFailure {
	/// The account's free balance is less than the amount owed, or zero if the mandate collects in part.
	#[codec(index = 0)]
	NotEnoughMoney,
	/// The bill exceeds what the mandate can still collect for the bill's month.
	#[codec(index = 1)]
	OverCap,
	/// The pot or the account refused the transfer.
	#[codec(index = 3)]
	Refused,
	/// The bill's month precedes all [`MAX_DEBIT_MONTHS`] months that the mandate counts; pay it by hand.
	#[codec(index = 4)]
	TooOld,
	/// The bill was paid in so many parts, or in two by this account, which does not belong to the unit's owner, that
	/// only a payment of all that is left has a place.
	#[codec(index = 5)]
	TooManyParts,
}

/// What a storage layer refuses.
impl From<DispatchError> for DebitFailure {
	fn from(_: DispatchError) -> Self {
		Self::Refused
	}
}

/// Why a mandate ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum MandateEnd {
	/// The account that had given it revoked it.
	#[codec(index = 0)]
	Revoked,
	/// Its end date was reached.
	#[codec(index = 1)]
	Expired,
	/// The unit was sold, and the account is not the buyer's.
	#[codec(index = 2)]
	Sold,
}

#[cfg(test)]
mod tests {
	use super::*;

	fn month(number: u32) -> Period {
		let year = u16::try_from(number / 12).unwrap();
		Period { year: 2026 + year, month: u8::try_from(number % 12 + 1).unwrap() }
	}

	#[test]
	fn late_fees_are_counted_beside_the_cap() {
		let mut mandate = Mandate::new(10_000, None, false, false);
		assert_eq!(mandate.left(month(0)), Some(Share { principal: 10_000, late: 3_000 }));
		mandate.count(month(0), Share { principal: 10_000, late: 1 }).unwrap();
		assert_eq!(mandate.left(month(0)), Some(Share { principal: 0, late: 2_999 }));
		mandate.cap = 9_000;
		assert_eq!(mandate.left(month(0)), Some(Share { principal: 0, late: 2_699 }));
		assert_eq!(mandate.left(month(1)), Some(Share { principal: 9_000, late: 2_700 }));
	}

	#[test]
	fn the_earliest_month_is_forgotten_and_collects_nothing_more() {
		let mut mandate = Mandate::new(10, None, false, false);
		let share = Share { principal: 10, late: 0 };
		// Months need not come in order.
		for number in (1..=MAX_DEBIT_MONTHS).rev() {
			assert_eq!(mandate.count(month(number), share), Some(()));
		}
		assert_eq!(mandate.left(month(0)), None);
		assert_eq!(mandate.count(month(0), share), None);
		assert_eq!(mandate.left(month(1)), Some(Share { principal: 0, late: 3 }));
		assert_eq!(mandate.count(month(MAX_DEBIT_MONTHS + 1), share), Some(()));
		assert_eq!(mandate.left(month(1)), None);
		assert_eq!(mandate.left(month(2)), Some(Share { principal: 0, late: 3 }));
		assert!(mandate.months.is_sorted_by(|one, next| one.month < next.month));
		assert_eq!(mandate.months.len(), 24);
	}
}
