// SPDX-License-Identifier: Apache-2.0

//! The pallet's events.

use frame_support::pallet_macros::pallet_section;

/// The events, imported into the pallet by `import_section`.
#[pallet_section]
mod events {
	/// The pallet's events.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The bank received money, which was minted here.
		Received {
			/// Key of the bank reference.
			reference: ContentHash,
			/// The account or pot it was booked to.
			party: Party<T::AccountId>,
			/// The amount, in fen.
			amount: Fen,
			/// The cashier who booked it; `None` for genesis.
			cashier: Option<T::AccountId>,
			/// The bank account.
			bank: BankId,
			/// The bank's value date, in ms since 1970.
			value: Moment,
		},
		/// A payout was requested; the amount is on hold.
		PayoutRequested {
			/// Id of the request.
			payout: PayoutId,
			/// The account that requested it.
			requester: T::AccountId,
			/// The amount, in fen.
			amount: Fen,
			/// Commitment to the bank account to pay to.
			destination: Commitment,
		},
		/// The requester cancelled the request; the hold was released.
		PayoutCancelled {
			/// Id of the request.
			payout: PayoutId,
		},
		/// A cashier refused the request; the hold was released.
		PayoutRefused {
			/// Id of the request.
			payout: PayoutId,
			/// Hash of the document that explains why.
			reason: ContentHash,
			/// The cashier who refused it.
			cashier: T::AccountId,
		},
		/// The bank paid the request, and the held money was burnt.
		PaidOut {
			/// Id of the request.
			payout: PayoutId,
			/// Key of the bank reference.
			reference: ContentHash,
			/// The account that requested it.
			requester: T::AccountId,
			/// The amount, in fen.
			amount: Fen,
			/// The cashier who booked the payment.
			cashier: T::AccountId,
			/// The bank account.
			bank: BankId,
			/// The bank's value date, in ms since 1970.
			value: Moment,
		},
		/// A cashier proposed to correct a bank entry.
		CorrectionProposed {
			/// Key of the bank reference.
			reference: ContentHash,
			/// What the correction does.
			terms: CorrectionTerms,
			/// The money that cannot be spent while it waits, in fen.
			frozen: Fen,
			/// The cashier who proposed it.
			by: T::AccountId,
		},
		/// A correction was declined, or lapsed; the entry stands, and frozen money is free again.
		CorrectionDeclined {
			/// Key of the bank reference.
			reference: ContentHash,
			/// The auditor who declined it, or the account that ended a lapsed one.
			by: T::AccountId,
		},
		/// A receipt was taken back, in whole or in part, and what was frozen of it burnt.
		ReceiptReversed {
			/// Key of the bank reference.
			reference: ContentHash,
			/// The account or pot it had been booked to.
			party: Party<T::AccountId>,
			/// The amount taken back, in fen.
			amount: Fen,
			/// The part that was not frozen, in fen: it becomes a debt.
			missing: Fen,
			/// Hash of the document that explains why.
			reason: ContentHash,
			/// The cashier who proposed it.
			proposer: T::AccountId,
			/// The auditor who approved it.
			approver: T::AccountId,
		},
		/// A month was attested: the bank's closing balance next to the chain's.
		Attested {
			/// The month.
			period: Period,
			/// Hash of the bank statement.
			statement: ContentHash,
			/// The bank's closing balance, in fen.
			closing: Fen,
			/// The chain's closing balance, in fen.
			chain: Fen,
			/// The bank's balance less the chain's, in fen: zero if they agree.
			difference: i128,
			/// The cashier who attested it.
			by: T::AccountId,
			/// The bank account.
			bank: BankId,
		},
		/// Transfers between residents were allowed or forbidden.
		FreeTransfersSet {
			/// Whether they are allowed.
			allowed: bool,
		},
		/// The bank paid money out of a pot, which was burnt.
		PaidFromPot {
			/// Key of the bank reference.
			reference: ContentHash,
			/// The pot.
			pot: PotId,
			/// The amount, in fen.
			amount: Fen,
			/// The reason for the payment.
			cause: Cause,
			/// The cashier who booked the payment.
			cashier: T::AccountId,
			/// The bank account.
			bank: BankId,
			/// The bank's value date, in ms since 1970.
			value: Moment,
		},
		/// A cashier is about to have the bank pay a request: it can no longer be cancelled.
		PayoutOrdered {
			/// Id of the request.
			payout: PayoutId,
			/// Id of the order.
			order: OrderId,
			/// The cashier who ordered it.
			cashier: T::AccountId,
			/// The bank account.
			bank: BankId,
		},
		/// Money left a pot for a payment that a cashier is about to have the bank make.
		OrderedFromPot {
			/// Id of the order.
			order: OrderId,
			/// The pot.
			pot: PotId,
			/// The amount, in fen.
			amount: Fen,
			/// Commitment to the bank account to pay to.
			destination: Commitment,
			/// The reason for the payment.
			cause: Cause,
			/// The cashier who ordered it.
			cashier: T::AccountId,
			/// The bank account.
			bank: BankId,
		},
		/// An outcome of an order was proposed.
		OutcomeProposed {
			/// Id of the order.
			order: OrderId,
			/// The outcome.
			outcome: Outcome,
			/// The cashier or manager who proposed it.
			by: T::AccountId,
		},
		/// An auditor declined the outcome; the order is still in execution.
		OutcomeDeclined {
			/// Id of the order.
			order: OrderId,
			/// The auditor who declined it.
			by: T::AccountId,
		},
		/// The bank did not pay, and the money is back on its account or in its pot.
		OrderReturned {
			/// Id of the order.
			order: OrderId,
			/// The account or pot.
			party: Party<T::AccountId>,
			/// The amount, in fen.
			amount: Fen,
			/// The reason for the payment; `None` for a payout.
			cause: Option<Cause>,
			/// Hash of the document that shows that the bank did not pay.
			reason: ContentHash,
			/// The cashier or manager who proposed it.
			proposer: T::AccountId,
			/// The auditor who confirmed it.
			approver: T::AccountId,
		},
		/// A payment was corrected: its amount is back on the account or in the pot.
		PaymentCorrected {
			/// Key of the payment's bank reference.
			reference: ContentHash,
			/// The account or pot.
			party: Party<T::AccountId>,
			/// The amount, in fen.
			amount: Fen,
			/// The reason for the payment; `None` for a payout.
			cause: Option<Cause>,
			/// Key of the bank reference under which the money came back; `None` if the payment was booked under the
			/// wrong request or order.
			came_back: Option<ContentHash>,
			/// Hash of the document that explains why.
			reason: ContentHash,
			/// The cashier who proposed it.
			proposer: T::AccountId,
			/// The auditor who approved it.
			approver: T::AccountId,
		},
		/// Part of a reversed receipt was not there any more, and is owed.
		DebtArose {
			/// Key of the receipt's bank reference.
			reference: ContentHash,
			/// The account or pot that owes it.
			party: Party<T::AccountId>,
			/// The amount, in fen.
			amount: Fen,
			/// All that it owes for this receipt, in fen.
			debt: Fen,
		},
		/// Part of a debt was taken, and burnt.
		DebtRecovered {
			/// Key of the receipt's bank reference.
			reference: ContentHash,
			/// The account or pot that owed it.
			party: Party<T::AccountId>,
			/// The amount taken, in fen.
			amount: Fen,
			/// What it still owes for this receipt, in fen.
			rest: Fen,
		},
		/// A cashier proposed to correct an attestation.
		AttestationCorrectionProposed {
			/// The month.
			period: Period,
			/// Hash of the bank statement.
			statement: ContentHash,
			/// The bank's closing balance, in fen.
			closing: Fen,
			/// The cashier who proposed it.
			by: T::AccountId,
			/// The bank account.
			bank: BankId,
		},
		/// An attestation was corrected. A close of the month keeps the figures it was made with.
		AttestationCorrected {
			/// The month.
			period: Period,
			/// Hash of the bank statement.
			statement: ContentHash,
			/// The bank's closing balance, in fen.
			closing: Fen,
			/// The bank's balance less the chain's, in fen: zero if they agree.
			difference: i128,
			/// The cashier who proposed it.
			proposer: T::AccountId,
			/// The auditor who approved it.
			approver: T::AccountId,
			/// The bank account.
			bank: BankId,
		},
		/// The correction of an attestation was declined.
		AttestationCorrectionDeclined {
			/// The month.
			period: Period,
			/// The auditor who declined it, or the account that ended it when it was overdue.
			by: T::AccountId,
			/// The bank account.
			bank: BankId,
		},
		/// A decision opened a bank account.
		BankOpened {
			/// The bank account.
			bank: BankId,
			/// Salted commitment to the bank's name and the account's number.
			label: Commitment,
			/// Hash of the public document that says what it is for.
			purpose: ContentHash,
		},
		/// A decision closed a bank account. Its entries stay.
		BankClosed {
			/// The bank account.
			bank: BankId,
		},
		/// Money went from one of the community's bank accounts to another. No balance on chain changed.
		TransferRecorded {
			/// The bank account that paid.
			from: BankId,
			/// The bank account that received.
			to: BankId,
			/// The amount, in fen.
			amount: Fen,
			/// Key of the paying bank's reference.
			out: ContentHash,
			/// Key of the receiving bank's reference.
			incoming: ContentHash,
			/// The value date, in ms since 1970.
			value: Moment,
			/// The cashier who booked it.
			cashier: T::AccountId,
		},
		/// An auditor entered the closing balance that their copy of the bank statement shows.
		BalanceEntered {
			/// The bank account.
			bank: BankId,
			/// The month.
			period: Period,
			/// Hash of the auditor's bank statement.
			statement: ContentHash,
			/// The bank's closing balance, in fen.
			closing: Fen,
			/// Whether the cashier attested the same. If they have not attested yet, their event shows it.
			confirmed: bool,
			/// The auditor.
			by: T::AccountId,
		},
		/// A decision named the pot that bears the bank's charges.
		ChargesPotSet {
			/// The pot.
			pot: PotId,
		},
		/// A cashier proposed to book a charge of the bank.
		ChargeProposed {
			/// Key of the bank reference.
			reference: ContentHash,
			/// The bank account.
			bank: BankId,
			/// The pot that bears it.
			pot: PotId,
			/// The amount, in fen.
			amount: Fen,
			/// The bank's value date, in ms since 1970.
			value: Moment,
			/// The cashier who proposed it.
			by: T::AccountId,
		},
		/// The bank's charge left its pot, and was burnt.
		ChargePaid {
			/// Key of the bank reference.
			reference: ContentHash,
			/// The bank account.
			bank: BankId,
			/// The pot that bears it.
			pot: PotId,
			/// The amount, in fen.
			amount: Fen,
			/// The bank's value date, in ms since 1970.
			value: Moment,
			/// The cashier who proposed it.
			proposer: T::AccountId,
			/// The auditor who approved it.
			approver: T::AccountId,
		},
		/// A charge of the bank was declined, or lapsed. Nothing was booked.
		ChargeDeclined {
			/// Key of the bank reference.
			reference: ContentHash,
			/// The auditor who declined it, or the account that ended a lapsed one.
			by: T::AccountId,
		},
		/// The bank paid interest, which was minted and divided among the pots by their balances.
		InterestRecorded {
			/// Key of the bank reference.
			reference: ContentHash,
			/// The bank account.
			bank: BankId,
			/// The amount, in fen.
			amount: Fen,
			/// The bank's value date, in ms since 1970.
			value: Moment,
			/// The cashier who booked it.
			cashier: T::AccountId,
		},
		/// A cashier listed what explains the difference of a month.
		DifferenceExplained {
			/// The bank account.
			bank: BankId,
			/// The month.
			period: Period,
			/// The bank's balance less the chain's, less the items, in fen: zero if they explain all of it.
			unexplained: i128,
			/// The cashier.
			by: T::AccountId,
		},
		/// A line of a batch was not booked. The others were not affected; mend it and book it again.
		LineRefused {
			/// Hash of the page of the bank statement.
			statement: ContentHash,
			/// The number of the line in the batch, from 0.
			line: u32,
			/// Key of the bank reference; `None` if the reference is malformed.
			reference: Option<ContentHash>,
			/// Why it was refused.
			error: DispatchError,
		},
		/// A batch was booked. The preceding `Received` and `LineRefused` events say what became of each line.
		BatchBooked {
			/// The community's bank account.
			bank: BankId,
			/// Hash of the page of the bank statement.
			statement: ContentHash,
			/// The number of lines booked.
			booked: u32,
			/// The number of lines refused.
			refused: u32,
			/// The amount booked, in fen.
			amount: Fen,
			/// The cashier who booked it.
			cashier: T::AccountId,
		},
		/// A payout to an owner without an account was proposed and waits for an auditor.
		UnitPayoutProposed {
			/// The account that keeps the money.
			account: T::AccountId,
			/// The amount, in fen.
			amount: Fen,
			/// Commitment to the bank account to pay to.
			destination: Commitment,
			/// The manager who proposed it.
			proposer: T::AccountId,
		},
		/// A payout to an owner without an account was approved: `PayoutRequested` follows.
		UnitPayoutApproved {
			/// The account that keeps the money.
			account: T::AccountId,
			/// The auditor who approved it.
			approver: T::AccountId,
		},
		/// A payout to an owner without an account was declined, or lapsed.
		UnitPayoutDeclined {
			/// The account that keeps the money.
			account: T::AccountId,
			/// The auditor or manager who declined it, or the account that ended a lapsed one.
			by: T::AccountId,
		},
		/// A correction was withdrawn by the cashier who proposed it. What was frozen is free again.
		CorrectionWithdrawn {
			/// Key of the bank reference.
			reference: ContentHash,
			/// The cashier.
			by: T::AccountId,
		},
	}
}
