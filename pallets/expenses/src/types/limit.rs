// SPDX-License-Identifier: Apache-2.0

//! Rolling limits (D53): what needs less approval is summed over twelve months, whatever way it is cut.

use super::{Lane, Supplier};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Fen, Period, PotId};
use scale_info::TypeInfo;

/// The number of months that a limit covers: this one and the eleven before it.
pub const MONTHS: u32 = 12;

/// What a sum of twelve months is kept of.
#[derive(
	Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Limit<AccountId> {
	/// What one payee is paid by one lane, from all pots, without a decision of the assembly.
	#[codec(index = 0)]
	Payee {
		/// The lane.
		lane: Lane,
		/// The payee, as a person.
		payee: Supplier<AccountId>,
	},
	/// What one lane takes from one pot without a decision of the assembly: emergencies from any, lines from the repair
	/// pot.
	#[codec(index = 1)]
	Pot {
		/// The lane.
		lane: Lane,
		/// The pot.
		pot: PotId,
	},
}

/// Sums by the month in which expenses were proposed, earliest first; none is zero.
#[derive(Clone, Default, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct MonthSums {
	/// The months, each with its sum in fen.
	pub months: BoundedVec<(Period, Fen), ConstU32<MONTHS>>,
}

/// The number of the month, counted from the year 0.
fn number(month: Period) -> u32 {
	u32::from(month.year).saturating_mul(12).saturating_add(month.month.into())
}

impl MonthSums {
	/// Whether `month` is among the twelve that end with `now`.
	pub fn cover(month: Period, now: Period) -> bool {
		number(now).saturating_sub(number(month)) < MONTHS
	}

	/// The sum of the twelve months that end with `now`, in fen. `None` if it overflows.
	pub fn sum(&self, now: Period) -> Option<Fen> {
		let recent = self.months.iter().filter(|(month, _)| Self::cover(*month, now));
		recent.map(|(_, sum)| *sum).try_fold(0, Fen::checked_add)
	}

	/// Adds an amount to the month `now`, the latest of all, and forgets months that are no longer covered. `None` if
	/// it overflows.
	pub(crate) fn add(&mut self, now: Period, amount: Fen) -> Option<()> {
		self.months.retain(|(month, _)| Self::cover(*month, now));
		let found = self.months.iter_mut().find(|(month, _)| *month == now);
		match found {
			Some((_, sum)) => *sum = sum.checked_add(amount)?,
			None => self.months.try_push((now, amount)).ok()?,
		}
		Some(())
	}

	/// Adds an amount to an earlier month, unless that is no longer covered. `None` if it overflows.
	pub(crate) fn add_to(&mut self, month: Period, now: Period, amount: Fen) -> Option<()> {
		if let Some((_, sum)) = self.months.iter_mut().find(|(other, _)| *other == month) {
			*sum = sum.checked_add(amount)?;
			return Some(());
		}
		if !Self::cover(month, now) {
			return Some(());
		}
		self.months.retain(|(other, _)| Self::cover(*other, now));
		let at = self.months.iter().position(|(other, _)| *other > month).unwrap_or(self.months.len());
		self.months.try_insert(at, (month, amount)).ok()
	}

	/// Takes an amount off a month, unless that is forgotten. `None` if the month has less.
	pub(crate) fn subtract(&mut self, month: Period, amount: Fen) -> Option<()> {
		if let Some((_, sum)) = self.months.iter_mut().find(|(other, _)| *other == month) {
			*sum = sum.checked_sub(amount)?;
		}
		self.months.retain(|(_, sum)| *sum > 0);
		Some(())
	}
}
