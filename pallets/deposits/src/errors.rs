// SPDX-License-Identifier: Apache-2.0

//! The pallet's errors.

use frame_support::pallet_macros::pallet_section;

/// The errors, imported into the pallet by `import_section`.
#[pallet_section]
mod errors {
	/// Why a call was refused, and what to do about it.
	#[pallet::error]
	pub enum Error<T> {
		/// No deposit has this id; check the id.
		DepositNotFound,
		/// No unit has this id; check the id.
		UnitNotFound,
		/// No pot has this id; open the pot first.
		PotNotFound,
		/// The amount is zero; give at least 1 fen.
		InvalidAmount,
		/// The amount is more than the deposit or the claim; give less.
		AmountTooLarge,
		/// As many deposits of the account are open as it can have; settle one first.
		TooManyDeposits,
		/// Only the account that paid the deposit can do this.
		NotPayer,
		/// The deposit was asked for before, or is claimed or settled.
		AlreadyRequested,
		/// The deposit was not asked for. Ask for it by `request_return` first.
		NotRequested,
		/// The deposit is claimed already. Release it, or wait for the payer's answer.
		AlreadyClaimed,
		/// Nothing is claimed of the deposit.
		NotClaimed,
		/// The claim was contested before.
		AlreadyContested,
		/// The deposit is settled.
		AlreadySettled,
		/// Another amount is claimed than the one conceded; look at the claim again.
		TermsMismatch,
		/// The account is related to the payer or to the manager who claims, or at home in the unit. Somebody else has
		/// to do this.
		IsRelated,
		/// The manager can still inspect and claim; wait until the time is over.
		InspectionTimeRunning,
		/// The time to inspect is over, and the money is the payer's to take back.
		InspectionTimeOver,
		/// The payer can still answer; wait until the time is over.
		AnswerTimeRunning,
		/// Others can still rule; wait until their time is over.
		RulingTimeRunning,
	}
}
