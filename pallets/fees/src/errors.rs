// SPDX-License-Identifier: Apache-2.0

//! Why the pallet refuses.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod errors {
	/// Why a call was refused, and what to do about it.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such charge.
		ChargeNotFound,
		/// The charge has ended; create another.
		ChargeEnded,
		/// As many charges as can be are live; end one first.
		TooManyCharges,
		/// The charge has had as many rates as it can; end it and create another.
		TooManyRates,
		/// There is no such pot; open it first.
		PotNotFound,
		/// The month does not begin a period of this charge; quarters begin in January, April, July, October.
		InvalidPeriod,
		/// Only periods that are not billed and, for rates, have not begun can be decided on.
		PeriodInPast,
		/// A rate lies between 1 and 10^12 fen.
		InvalidRate,
		/// A fraction over zero.
		InvalidFraction,
		/// A basis names at least one kind of unit, and none twice.
		InvalidKinds,
		/// A limit to buildings names 1 to 64, none twice.
		InvalidBuildings,
		/// There is no such unit.
		UnitNotFound,
		/// There is no such bill.
		BillNotFound,
		/// Nothing is left to pay of this bill.
		BillNotOpen,
		/// The same bill was chosen twice.
		DuplicateBill,
		/// The amount is zero.
		InvalidAmount,
		/// More than the community lets one prepay for this unit; pay less.
		PrepaymentTooLarge,
		/// Less is prepaid for this unit by this account.
		InsufficientPrepayment,
		/// As many accounts as can be pay for this unit; the last place is for its owner.
		TooManyPayers,
		/// This account has given no mandate for this unit.
		MandateNotFound,
		/// A mandate ends in the future.
		EndInPast,
		/// Only the unit's owner may object to its bills.
		NotOwner,
		/// A bill can be disputed once.
		AlreadyDisputed,
		/// No dispute waits for a ruling.
		NotDisputed,
		/// A ruling reduces the principal to less than was billed; else uphold it.
		RulingTooHigh,
		/// A waiver for this bill waits already.
		WaiverAlreadyProposed,
		/// No waiver for this bill waits.
		WaiverNotFound,
		/// A waiver of nothing.
		InvalidWaiver,
		/// More than is owed cannot be waived.
		WaiverTooLarge,
		/// Who proposed a waiver cannot approve it.
		OwnWaiver,
		/// The charge has no meters, or none for this unit.
		NotMetered,
		/// Meters never fall; reverse the wrong reading first.
		ReadingTooLow,
		/// No meter shows as much.
		ReadingTooLarge,
		/// There is no reading that no bill rests on.
		ReadingNotFound,
	}
}
