// SPDX-License-Identifier: Apache-2.0

//! The events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod events {
	/// The events of this pallet.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A charge was created.
		ChargeCreated {
			/// The id of the charge.
			charge: ChargeId,
			/// The pot that the charge pays into.
			pot: PotId,
			/// The first rate.
			rate: Fen,
			/// The first period billed.
			first: Option<Period>,
			/// The tiers of a metered charge.
			tiers: Tiers,
		},
		/// The rate of a charge was set.
		RateSet {
			/// The charge.
			charge: ChargeId,
			/// The first period to which the rate applies.
			from: Period,
			/// The rate; its unit depends on the charge's basis.
			rate: Fen,
			/// The tiers of a metered charge.
			tiers: Tiers,
		},
		/// The last period of a charge was decided.
		ChargeEnding {
			/// The charge.
			charge: ChargeId,
			/// The last period billed.
			last: Period,
		},
		/// A charge ended: it issues no more bills.
		ChargeEnded {
			/// The charge.
			charge: ChargeId,
		},
		/// The community's parameters were set.
		RulesSet {
			/// The new parameters.
			rules: FeeRules,
		},
		/// A bill was issued.
		BillIssued {
			/// The bill.
			bill: BillKey,
			/// The principal, in fen.
			amount: Fen,
			/// When the bill is due.
			due: Moment,
		},
		/// All units were billed for one charge and period.
		BillingCompleted {
			/// The charge.
			charge: ChargeId,
			/// The period.
			period: Period,
			/// The number of bills issued.
			bills: u32,
			/// The sum of their principals, in fen.
			amount: Fen,
		},
		/// A late fee was charged to a bill.
		LateFeeCharged {
			/// The bill.
			bill: BillKey,
			/// The amount added, in fen.
			amount: Fen,
		},
		/// A bill was paid, in part or in full.
		BillPaid {
			/// The payment.
			payment: PaymentId,
			/// The bill.
			bill: BillKey,
			/// The part paid towards the principal, in fen.
			principal: Fen,
			/// The part paid towards the late fee, in fen.
			late: Fen,
			/// Whether nothing is left to pay.
			settled: bool,
		},
		/// A payment was made. The preceding `BillPaid` events say which bills it paid.
		PaymentMade {
			/// The id of the payment.
			payment: PaymentId,
			/// The unit paid for.
			unit: UnitId,
			/// The account that paid.
			payer: T::AccountId,
			/// The amount taken, in fen.
			amount: Fen,
			/// The part of it that became a prepayment, in fen.
			prepaid: Fen,
			/// Where the money came from.
			kind: PaymentKind,
		},
		/// Prepaid money was released to its payer.
		PrepaymentRefunded {
			/// The unit that it was prepaid for.
			unit: UnitId,
			/// The account that had prepaid.
			payer: T::AccountId,
			/// The amount released, in fen.
			amount: Fen,
		},
		/// A mandate was given or changed.
		MandateSet {
			/// The unit whose bills are collected.
			unit: UnitId,
			/// The account that they are collected from.
			payer: T::AccountId,
			/// The maximum principal for the bills of a calendar month, in fen.
			cap: Fen,
			/// When the mandate ends; `None` if it holds until revoked.
			until: Option<Moment>,
			/// Whether bills are collected in part where they cannot be collected whole.
			partial: bool,
			/// Whether bills to this unit alone are collected, too.
			single: bool,
		},
		/// A mandate ended: it was revoked, expired, or the unit was sold.
		MandateEnded {
			/// The unit whose bills were collected.
			unit: UnitId,
			/// The account that they were collected from.
			payer: T::AccountId,
			/// Why it ended.
			reason: MandateEnd,
		},
		/// A mandate could not collect a bill. It stays due and is tried again the next day.
		DebitFailed {
			/// The unit whose bill was to be collected.
			unit: UnitId,
			/// The account to be debited.
			payer: T::AccountId,
			/// The bill.
			bill: BillKey,
			/// Why the debit failed.
			reason: DebitFailure,
		},
		/// An owner disputed a bill. No late fee accrues until the ruling.
		BillDisputed {
			/// The bill.
			bill: BillKey,
			/// The account that objects.
			by: T::AccountId,
			/// The hash of the reasons.
			reason: ContentHash,
		},
		/// A dispute was ruled on. Late fees accrue again on what is left to pay.
		DisputeRuled {
			/// The bill.
			bill: BillKey,
			/// The ruling.
			ruling: Ruling,
			/// The reduction of principal and late fee together, in fen.
			off: Fen,
			/// The amount refunded to those who had paid, in fen.
			refund: Fen,
		},
		/// A waiver was proposed and waits for approval.
		WaiverProposed {
			/// The bill.
			bill: BillKey,
			/// The account that proposed it.
			proposer: T::AccountId,
			/// The part of the principal to be waived, in fen.
			principal: Fen,
			/// The part of the late fee to be waived, in fen.
			late: Fen,
			/// The hash of the reasons.
			reason: ContentHash,
		},
		/// A waiver was approved: part of a bill was waived.
		WaiverApproved {
			/// The bill.
			bill: BillKey,
			/// The account that approved it.
			approver: T::AccountId,
			/// The part of the principal waived, in fen.
			principal: Fen,
			/// The part of the late fee waived, in fen.
			late: Fen,
		},
		/// A waiver was rejected.
		WaiverRejected {
			/// The bill.
			bill: BillKey,
			/// The account that rejected it.
			by: T::AccountId,
		},
		/// A period was missed by more than one: it is not billed until a decision.
		PeriodWaits {
			/// The charge.
			charge: ChargeId,
			/// The period.
			period: Period,
		},
		/// It was decided whether periods that wait are billed.
		PastDecided {
			/// The charge.
			charge: ChargeId,
			/// The last period that the decision concerns.
			until: Period,
			/// Whether they are billed; otherwise they are skipped.
			bill: bool,
		},
		/// A period was skipped by decision: it is not billed.
		PeriodSkipped {
			/// The charge.
			charge: ChargeId,
			/// The period.
			period: Period,
		},
		/// An amount paid beyond a corrected bill, or moved to another unit, went back to an account that had paid it.
		BillRefunded {
			/// The bill.
			bill: BillKey,
			/// The account that had paid.
			payer: T::AccountId,
			/// The amount, in fen.
			amount: Fen,
		},
		/// The owner withdrew a dispute: the bill stands.
		DisputeWithdrawn {
			/// The bill.
			bill: BillKey,
			/// The account that withdrew it.
			by: T::AccountId,
		},
		/// A waiver was withdrawn by the manager.
		WaiverWithdrawn {
			/// The bill.
			bill: BillKey,
			/// The account that withdrew it.
			by: T::AccountId,
		},
		/// A credit note was proposed and waits for approval.
		CreditProposed {
			/// The credit note.
			credit: CreditId,
			/// The account that proposed it.
			proposer: T::AccountId,
			/// The hash of the reasons.
			reason: ContentHash,
		},
		/// A credit note was approved and will be worked off.
		CreditApproved {
			/// The credit note.
			credit: CreditId,
			/// The account that approved it.
			approver: T::AccountId,
		},
		/// A credit note was rejected.
		CreditRejected {
			/// The credit note.
			credit: CreditId,
			/// The account that rejected it.
			by: T::AccountId,
		},
		/// A credit note was withdrawn by the manager.
		CreditWithdrawn {
			/// The credit note.
			credit: CreditId,
			/// The account that withdrew it.
			by: T::AccountId,
		},
		/// A credit note lowered a bill.
		BillCredited {
			/// The credit note.
			credit: CreditId,
			/// The bill.
			bill: BillKey,
			/// The principal from now on, in fen.
			principal: Fen,
			/// The reduction of principal and late fee together, in fen.
			off: Fen,
			/// The amount refunded to those who had paid, in fen.
			refund: Fen,
		},
		/// A credit note could not lower a bill, since the pot could not pay the refund. The bill stays as it is.
		CreditFailed {
			/// The credit note.
			credit: CreditId,
			/// The bill.
			bill: BillKey,
		},
		/// A credit note was worked off.
		CreditCompleted {
			/// The credit note.
			credit: CreditId,
			/// What it did.
			done: CreditDone,
		},
		/// It was proposed to move a payment to another unit.
		MoveProposed {
			/// The payment.
			payment: PaymentId,
			/// The unit for which it was meant.
			to: UnitId,
			/// The account that proposed it.
			proposer: T::AccountId,
			/// The hash of the reasons.
			reason: ContentHash,
		},
		/// A payment was moved to another unit. The preceding `BillRefunded` events say which bills it had paid, the
		/// `BillPaid` events which ones it pays now. What it neither paid nor prepaid is on the payer's account.
		PaymentMoved {
			/// The payment that was moved.
			from: PaymentId,
			/// The payment that it became; `None` if the other unit could take nothing of it.
			payment: Option<PaymentId>,
			/// The unit for which it was meant.
			to: UnitId,
			/// The amount moved, in fen.
			amount: Fen,
			/// The account that approved it.
			approver: T::AccountId,
		},
		/// A move was rejected.
		MoveRejected {
			/// The payment.
			payment: PaymentId,
			/// The account that rejected it.
			by: T::AccountId,
		},
		/// A move was withdrawn by the manager.
		MoveWithdrawn {
			/// The payment.
			payment: PaymentId,
			/// The account that withdrew it.
			by: T::AccountId,
		},
		/// A credit note passed over a bill that was corrected before to less than the credit note gives. The bill
		/// stays as it is; if it is still too high, credit it by name.
		CreditPassedOver {
			/// The credit note.
			credit: CreditId,
			/// The bill.
			bill: BillKey,
		},
		/// A period of a charge by meter was missed by more than one: it has no bills of its own. What was used in it
		/// is in the bills of a later period, at its own rate.
		PeriodCarried {
			/// The charge.
			charge: ChargeId,
			/// The period.
			period: Period,
		},
		/// The cost of a shared meter was apportioned over the units. The preceding `BillIssued` events name their
		/// parts.
		CostShared {
			/// The charge.
			charge: ChargeId,
			/// The period.
			period: Period,
			/// What was apportioned, and how.
			cost: SharedCost,
		},
		/// A credit note raised the principal of a bill that had been lowered too far.
		BillRestored {
			/// The credit note.
			credit: CreditId,
			/// The bill.
			bill: BillKey,
			/// The principal since, in fen.
			principal: Fen,
			/// The amount by which it was raised, in fen.
			amount: Fen,
		},
		/// A bill was paid in full early: the discount was taken off. The event of the payment follows.
		DiscountGiven {
			/// The bill.
			bill: BillKey,
			/// The discount, in fen.
			amount: Fen,
		},
		/// A bill lost its discount, since a payment was moved to another unit.
		DiscountLost {
			/// The bill.
			bill: BillKey,
			/// The discount, in fen, which is owed again.
			amount: Fen,
		},
		/// It was proposed to bill one unit.
		BillProposed {
			/// The proposal.
			proposal: SingleId,
			/// The account that proposed it.
			proposer: T::AccountId,
			/// What the bill says.
			terms: SingleTerms,
		},
		/// A bill to one unit was approved. The preceding event is that of its issue.
		BillApproved {
			/// The proposal.
			proposal: SingleId,
			/// The bill.
			bill: BillKey,
			/// The account that approved it; `None` if a body did in its place.
			approver: Option<T::AccountId>,
		},
		/// A proposed bill was rejected.
		BillRejected {
			/// The proposal.
			proposal: SingleId,
			/// The account that rejected it.
			by: T::AccountId,
		},
		/// A proposed bill was withdrawn by the manager.
		BillWithdrawn {
			/// The proposal.
			proposal: SingleId,
			/// The account that withdrew it.
			by: T::AccountId,
		},
		/// An instalment plan was proposed, and waits for the other side.
		PlanProposed {
			/// The plan.
			plan: PlanId,
			/// The unit.
			unit: UnitId,
			/// The account that proposed it.
			proposer: T::AccountId,
		},
		/// An instalment plan was accepted: no late fee accrues on its bills while it is kept.
		PlanAccepted {
			/// The plan.
			plan: PlanId,
			/// The unit.
			unit: UnitId,
			/// The account that accepted it.
			by: T::AccountId,
		},
		/// An instalment plan was withdrawn or replaced before it was accepted.
		PlanWithdrawn {
			/// The plan.
			plan: PlanId,
			/// The unit.
			unit: UnitId,
		},
		/// An instalment plan ended.
		PlanEnded {
			/// The plan.
			plan: PlanId,
			/// The unit.
			unit: UnitId,
			/// Why it ended.
			reason: PlanEnd,
		},
		/// An official invoice was recorded.
		InvoiceRecorded {
			/// The hash of its number.
			number: ContentHash,
			/// The hash of the document.
			document: ContentHash,
			/// The account that recorded it.
			by: T::AccountId,
		},
		/// It was proposed to void an invoice by a red one.
		VoidProposed {
			/// The hash of the invoice's number.
			number: ContentHash,
			/// The hash of the red invoice's number.
			red: ContentHash,
			/// The account that proposed it.
			proposer: T::AccountId,
			/// The hash of the reasons.
			reason: ContentHash,
		},
		/// An invoice was voided: what it was for can be invoiced anew.
		InvoiceVoided {
			/// The hash of the invoice's number.
			number: ContentHash,
			/// The hash of the red invoice's number.
			red: ContentHash,
			/// The account that approved it.
			approver: T::AccountId,
		},
		/// The voiding of an invoice was declined or withdrawn.
		VoidDeclined {
			/// The hash of the invoice's number.
			number: ContentHash,
			/// The account that declined it.
			by: T::AccountId,
		},
		/// Money that the bank received for a unit was used. The preceding `BillPaid` events say which bills it paid.
		UnitCredited {
			/// The unit.
			unit: UnitId,
			/// The account that keeps the unit's money.
			account: T::AccountId,
			/// The bank's value date, as of which the bills are paid.
			value: Moment,
			/// The payment; `None` if the unit could take nothing.
			payment: Option<PaymentId>,
			/// What was neither paid nor prepaid, in fen: it is kept for the owner.
			kept: Fen,
		},
		/// Money kept for a unit was paid out to an account of the owner whose money it is.
		UnitMoneyClaimed {
			/// The unit for which the bank had received it.
			unit: UnitId,
			/// The account that claimed it.
			by: T::AccountId,
			/// The amount, in fen.
			amount: Fen,
		},
		/// A credit note was undone after the unit had been sold, and an account that it had refunded by mistake has
		/// less than that: the bill stays lower by it.
		RefundNotReclaimed {
			/// The credit note that undoes the mistake.
			credit: CreditId,
			/// The bill.
			bill: BillKey,
			/// The account that got the refund.
			payer: T::AccountId,
			/// What is missing, in fen.
			amount: Fen,
		},
	}
}
