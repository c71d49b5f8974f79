// SPDX-License-Identifier: Apache-2.0

//! The pallet's errors.

use frame_support::pallet_macros::pallet_section;

/// The errors, imported into the pallet by `import_section`.
#[pallet_section]
mod errors {
	/// The pallet's errors, and what to do about them.
	#[pallet::error]
	pub enum Error<T> {
		/// The amount is zero. Give at least 1 fen.
		InvalidAmount,
		/// The reference is malformed. Give the bank's reference alone: 1 to 64 ASCII letters, digits and `-_./:`,
		/// without spaces or free text.
		InvalidReference,
		/// The reference was booked before. `CashierApi_bank_entry` shows its bank entry.
		ReferenceAlreadyUsed,
		/// The account belongs to a pot. Use `receive_for_pot`.
		IsPotAccount,
		/// Cashiers cannot book receipts for their own account. Ask another cashier.
		OwnReceipt,
		/// No open request has that id. `CashierApi_payouts` lists those of an account.
		PayoutNotFound,
		/// Only the requester can cancel a request. A cashier can refuse it.
		NotRequester,
		/// Cashiers cannot pay out their own requests. Ask another cashier.
		OwnPayout,
		/// The account has reached the maximum number of open requests (`MaxOpenPayouts`). Cancel one, or wait until
		/// one is closed.
		TooManyPayouts,
		/// No bank entry has that reference. Pass the key of a reference that was booked.
		BankEntryNotFound,
		/// Only receipts can be reversed. If a payout came back to the bank, book it as a new receipt.
		NotReceipt,
		/// The reversal is already proposed. Wait for an auditor to approve or decline it.
		ReversalAlreadyProposed,
		/// No reversal is proposed. A cashier must call `propose_reversal` first.
		ReversalNotProposed,
		/// The receipt is already reversed. Nothing is left to do.
		AlreadyReversed,
		/// The proposer of a reversal cannot approve it. Ask another auditor.
		OwnReversal,
		/// The account's free balance is lower than the receipt. Settle the matter with its holder first.
		InsufficientFunds,
		/// The calendar has no such month. Give a month from 1 to 12.
		InvalidMonth,
		/// The month is not over in the community's time. Wait for its end.
		MonthNotOver,
		/// Months are attested in order, without gaps. `CashierApi_next_attestation` returns the next one.
		MonthOutOfOrder,
		/// The month is already attested, and attestations are final.
		AlreadyAttested,
		/// A sum overflows. Check the amount.
		AmountTooLarge,
	}
}
