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
		/// Cashiers cannot book receipts for their own account or that of somebody related. Ask another cashier.
		OwnReceipt,
		/// No open request has that id. `CashierApi_payouts` lists those of an account.
		PayoutNotFound,
		/// Only the requester can cancel a request. A cashier can refuse it.
		NotRequester,
		/// Cashiers cannot pay out their own requests or those of somebody related. Ask another cashier.
		OwnPayout,
		/// The account has reached the maximum number of open requests (`MaxOpenPayouts`). Cancel one, or wait until
		/// one is closed.
		TooManyPayouts,
		/// No bank entry has that reference. Pass the key of a reference that was booked.
		BankEntryNotFound,
		/// Only receipts can be reversed. For a payment, call `propose_payment_correction`.
		NotReceipt,
		/// A correction is already proposed. Wait for an auditor to approve or decline it.
		CorrectionAlreadyProposed,
		/// No correction is proposed. A cashier must propose it first.
		CorrectionNotProposed,
		/// The entry is already corrected in full. Nothing is left to do.
		AlreadyCorrected,
		/// Nobody approves or confirms what they proposed themselves, from whichever of their accounts. Ask another
		/// auditor.
		OwnProposal,
		/// The account or pot that owes the debt, or the bank account by the books, has nothing that can be taken now.
		/// Try again when it has.
		NothingToRecover,
		/// The calendar has no such month. Give a month from 1 to 12.
		InvalidMonth,
		/// The month is not over in the community's time. Wait for its end.
		MonthNotOver,
		/// Months are attested in order, without gaps. `CashierApi_next_attestation` returns the next one.
		MonthOutOfOrder,
		/// The month is already attested. If the attestation is wrong, call `propose_attestation_correction`.
		AlreadyAttested,
		/// A sum overflows. Check the amount.
		AmountTooLarge,
		/// The bank is executing the request. Wait for the outcome: it can no longer be cancelled, refused or ordered.
		PayoutInProgress,
		/// No open order has that id. `CashierApi_orders` lists them; `CashierApi_bank_entry` shows what was paid.
		OrderNotFound,
		/// An outcome is already proposed. Wait for an auditor to confirm or decline it, or book the payment.
		OutcomeAlreadyProposed,
		/// No outcome is proposed. A cashier, or for an overdue order the manager, must propose it first.
		OutcomeNotProposed,
		/// It has not waited long enough (`OutcomeTime`). Until then it is up to a cashier or an auditor.
		NotOverdue,
		/// What is proposed differs from what the call names. Read the proposal again.
		TermsMismatch,
		/// Auditors do not approve in a matter of their own or of somebody who shares a unit with them. Ask another
		/// auditor.
		IsRelated,
		/// The cost goes back to more units than `max_units`. Give a higher number.
		MaxUnitsTooLow,
		/// Nobody signs for this account: it is the escrow of a project, the cashier's for money in transit, or keeps a
		/// unit's money. Give the account of a person, or use `receive_for_unit`.
		IsTransitAccount,
		/// Only payments can be corrected so. For a receipt, call `propose_reversal`.
		NotPayment,
		/// The receipt is the return of a payment out of a pot, and its expense is approved again: order and book the
		/// payment again instead, the two cancel out.
		IsReturn,
		/// The entry has been corrected the maximum number of times (`MAX_CORRECTIONS`).
		TooManyCorrections,
		/// Nothing is owed for that reference.
		DebtNotFound,
		/// The month is not attested, so there is nothing to correct. Call `attest`.
		NotAttested,
		/// The batch has no line. Give at least one receipt of the page.
		InvalidBatch,
		/// The account keeps no unit's money. `FeesApi_unit_money` shows the one of a unit and its owner.
		NotUnitAccount,
		/// A payout of this unit's money is already proposed. Wait for an auditor, or decline it first.
		UnitPayoutAlreadyProposed,
		/// No payout of this unit's money is proposed. A manager must propose it first.
		UnitPayoutNotFound,
		/// The community has no bank account with that number. `CashierApi_banks` lists them.
		BankNotFound,
		/// The bank account is closed. Use an open one.
		BankClosed,
		/// A bank account has or had that number. Give another one.
		BankAlreadyOpened,
		/// The maximum number of bank accounts (`MAX_BANKS`), closed ones included, is reached.
		TooManyBanks,
		/// Account 0 stays open: other calls fall back on it.
		IsFirstBank,
		/// The books say that the account has money. Record the transfer that emptied it first.
		BankBalanceOutstanding,
		/// Orders are in execution at this account, or corrections or charges of it wait for an auditor. Have them
		/// concluded first; the storage `OpenMatters` says how many there are.
		MattersOutstanding,
		/// The books say that the bank account has less. Book what it received, or the transfer to it, first.
		BankBalanceTooLow,
		/// Both bank accounts are the same. Name two.
		DuplicateBank,
		/// The value date is after today. Give the day that the bank's statement shows.
		ValueDateInFuture,
		/// The value date is more than 92 days back. Give a later one, and explain the difference.
		TooLongAgo,
		/// The fund has no pot with that id. `FundApi_pots` lists them.
		PotNotFound,
		/// A charge with that reference waits for an auditor already.
		ChargeAlreadyProposed,
		/// No charge with that reference waits for an auditor. A cashier must propose it first.
		ChargeNotFound,
		/// The maximum number of charges (`MAX_CHARGES`) waits for an auditor. Have them approved or declined.
		TooManyCharges,
		/// This cashier's reversal of the receipt, or of one for the same unit, was declined or withdrawn. Another
		/// cashier can propose it, or the same one once `OutcomeTime` has passed, after a withdrawal as long as the
		/// reversal had waited.
		ReversalAlreadyDeclined,
		/// Two items name the same reference. List each movement once.
		DuplicateItem,
		/// An item is not what it says: what the bank alone has must not be booked here, and what is booked here must
		/// be of that bank account and direction, with at least that amount left after corrections.
		/// `CashierApi_bank_entry` shows it.
		ItemMismatch,
		/// The payment that this receipt made was moved to another unit. Have it moved back first, then reverse.
		ReceiptMoved,
		/// A receipt of this money was taken back and is partly owed, or its reversal waits and is not frozen whole.
		/// Wait for an auditor, or call `recover` for the debt.
		UnitMoneyHeld,
		/// The entry is interest, which all pots got: an auditor calls `approve_interest_reversal`; what a pot owes of
		/// it is taken by `recover_interest`.
		IsInterest,
		/// The entry is no interest. Call `approve_correction`, or `recover`.
		NotInterest,
		/// Only the account that proposed the correction can withdraw it. An auditor can decline it.
		NotProposer,
	}
}
