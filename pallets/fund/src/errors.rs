// SPDX-License-Identifier: Apache-2.0

//! The pallet's errors.

use frame_support::pallet_macros::pallet_section;

/// The errors, imported into the pallet by `import_section`.
#[pallet_section]
mod errors {
	/// The pallet's errors, and what to do about them.
	#[pallet::error]
	pub enum Error<T> {
		/// No pot has that id. `FundApi_pots` lists all pots.
		PotNotFound,
		/// The amount is zero. Give at least 1 fen.
		InvalidAmount,
		/// Source and target are the same pot. Name two different pots.
		DuplicatePot,
		/// The account belongs to a pot. Money moves between pots only by `transfer`.
		IsPotAccount,
		/// The pot's balance is too low. Fees of the current block become available in the next one.
		InsufficientFunds,
		/// The maximum number of pots (`MaxPots`) is reached. Use an existing pot.
		TooManyPots,
		/// The name is invalid. Give at most 32 bytes of UTF-8, neither blank nor with control characters.
		InvalidName,
		/// A sum overflows. Check the amount.
		AmountTooLarge,
		/// That part of the pot belongs to others, as the repair pot does to the units. Spend it through a project or
		/// an expense that names the units that bear the cost.
		FundsEarmarked,
		/// The calendar has no such month. Give a month from 1 to 12.
		InvalidMonth,
		/// The month is not over in the community's time. Wait for its end.
		MonthNotOver,
		/// The books of the month are closed. Enter corrections in the open month.
		MonthClosed,
		/// Months are closed in order, without gaps. `FundApi_last_closed` returns the last one.
		MonthOutOfOrder,
		/// The bank statements of the month are not attested. The cashier must call `attest` for each open bank
		/// account.
		MonthNotAttested,
		/// The signer attested the month's statement, perhaps with another account of the same owner. Another auditor
		/// closes the month.
		OwnAttestation,
		/// An auditor's own figure for a bank account is missing, or is not the cashier's. An auditor must call
		/// `enter_balance` for each open bank account; if the two do not agree, one corrects their figure. What nobody
		/// confirms can be closed once the time for that is over.
		MonthNotConfirmed,
	}
}
