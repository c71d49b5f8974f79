// SPDX-License-Identifier: Apache-2.0

//! The errors of the pallet's calls.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod errors {
	/// Why a call was refused, and what to do about it.
	#[pallet::error]
	pub enum Error<T> {
		/// No charge has this id; check the id.
		ChargeNotFound,
		/// The charge has ended; create another one.
		ChargeEnded,
		/// The maximum number of charges is live; end one first.
		TooManyCharges,
		/// The charge has reached its maximum number of rates; end it and create another one.
		TooManyRates,
		/// No pot has this id; open the pot first.
		PotNotFound,
		/// No period of this charge begins with this month, or the calendar does not reach it. Quarters begin in
		/// January, April, July and October, years in January.
		InvalidPeriod,
		/// The period is over or already billed, or, for a rate, has already begun or precedes
		/// the charge's first; choose a later one.
		PeriodInPast,
		/// The rate must be between 1 and 10^12 fen.
		InvalidRate,
		/// The denominator of a fraction is zero; use a positive one.
		InvalidFraction,
		/// The basis must name at least one kind of unit, and none twice.
		InvalidKinds,
		/// The list of buildings must name at least one building, and none twice; omit it to bill all buildings.
		InvalidBuildings,
		/// No unit has this id; check the id.
		UnitNotFound,
		/// No bill has this key, or a bill chosen for a payment belongs to another unit; check unit, charge and period.
		BillNotFound,
		/// Nothing is left to pay on this bill; if a waiver for it is pending, reject the waiver.
		BillNotOpen,
		/// The same bill was chosen twice; name each bill once.
		DuplicateBill,
		/// The amount or cap is zero; it must be positive.
		InvalidAmount,
		/// The prepayments for this unit would exceed the community's limit, or a month's dues by those who are not at
		/// home in it; pay less.
		PrepaymentTooLarge,
		/// The account has prepaid less than this for the unit; take back less.
		InsufficientPrepayment,
		/// The maximum number of accounts already pay for this unit, or of those who are not at home in it. The last
		/// place is reserved for the unit's owner; any other account must wait until one of them takes back its
		/// prepayment or revokes its mandate.
		TooManyPayers,
		/// The account has no mandate for this unit; check the unit and the account.
		MandateNotFound,
		/// The mandate would already have ended; choose a moment in the future, or none.
		EndInPast,
		/// Only an account of the unit's owner can dispute its bills.
		NotOwner,
		/// The bill has been disputed before; a bill can be disputed only once.
		AlreadyDisputed,
		/// No dispute over this bill waits for a ruling; check unit, charge and period.
		NotDisputed,
		/// The reduced principal must be less than the present one; otherwise uphold the bill.
		RulingTooHigh,
		/// A waiver for this bill is already pending; approve or reject it first.
		WaiverAlreadyProposed,
		/// No waiver for this bill is pending; propose one first.
		WaiverNotFound,
		/// The waiver is zero; waive some of the principal or of the late fee.
		InvalidWaiver,
		/// The waiver exceeds the principal or the late fee owed; waive less.
		WaiverTooLarge,
		/// The proposer of a waiver cannot approve it, nor can an account of the same person; another person must.
		OwnWaiver,
		/// The charge is not metered, or does not cover this unit; check charge and unit.
		NotMetered,
		/// The unit's meters have no reading for this charge or, once it has ended, not all have one after its last
		/// period; record one first.
		ReadingNotFound,
		/// No period of this charge up to that one waits for a decision; look at the waiting periods.
		WaitingPeriodNotFound,
		/// A decision over the charge's waiting periods is being carried out; wait some blocks and decide on the rest.
		PastAlreadyDecided,
		/// The bill was issued too long ago to be disputed or credited; only the courts can help.
		TooOld,
		/// The account belongs to the unit's owner, or is related to somebody who paid or disputed the bill or had it
		/// issued to this unit alone; somebody without an interest in it must act.
		OwnMatter,
		/// The auditor still has time to rule, or to answer the proposal; wait until that time is over.
		RulingTimeRunning,
		/// The bill was paid in so many parts, or in two by this account, which does not belong to the unit's owner,
		/// that only a payment of all that is left has a place; pay the bill in full.
		TooManyParts,
		/// The credit note names no bill; name some, or a batch.
		InvalidCredit,
		/// The new principal or rate must be below the present one: a credit note never raises a bill.
		CreditTooHigh,
		/// No credit note has this id, or it was rejected or withdrawn; check the id.
		CreditNotFound,
		/// The credit note was approved before; propose another one to lower the bills further.
		CreditAlreadyApproved,
		/// The proposer of a credit note cannot approve it, nor can an account of the same person; another person must.
		OwnCredit,
		/// Too many approved credit notes wait to be worked off; approve this one in a later block.
		TooManyCredits,
		/// The account has proposed too many credit notes, moves and bills that nobody has answered; withdraw one
		/// first.
		TooManyProposals,
		/// No payment has this id; check the id.
		PaymentNotFound,
		/// The payment was made for this unit; name another one.
		InvalidMove,
		/// Nothing of the payment is left on the unit's bills: it was refunded, moved before, or prepaid. The payer can
		/// take a prepayment back.
		NothingToMove,
		/// A move of this payment is already pending; approve, reject or withdraw it first.
		MoveAlreadyProposed,
		/// No move of this payment is pending; propose one first.
		MoveNotFound,
		/// The proposer of a move cannot approve it, nor can an account of the same person; another person must.
		OwnMove,
		/// The waiver that is pending is of other amounts; look at it again.
		WaiverMismatch,
		/// The move that is pending leads to another unit; look at it again.
		MoveMismatch,
		/// Tiers are for charges by the units' own meters, begin above zero and higher one after the other, and have
		/// rates like the base rate; correct them or give none.
		InvalidTiers,
		/// There is no such meter, or it is a unit's; a shared meter is a main meter of no unit.
		MeterNotFound,
		/// The readings show nothing that is worth a fen and not billed; read the meter first, or leave it.
		NothingUsed,
		/// The unit was billed for this charge and the running period; what it used since is in the next period's bill.
		BillAlreadyIssued,
		/// A restored bill's principal must lie above the present one, and be at most what was billed.
		InvalidRestoration,
		/// The credit note to undo is not completed. Wait until all its bills have been visited, or stop it.
		CreditNotCompleted,
		/// The discount must be more than nothing and less than the bill, and its days at most those until the bill is
		/// due.
		InvalidDiscount,
		/// Bills to one unit need no charge; propose the bill instead.
		InvalidBasis,
		/// A bill to one unit is of 1 to 10^12 fen, and due after a week or more, within the calendar.
		InvalidBill,
		/// No proposal of a bill has this id, or it was approved, rejected or withdrawn; check the id.
		BillProposalNotFound,
		/// The bill that is proposed says something else; look at it again.
		BillMismatch,
		/// The proposer of a bill cannot approve it, nor can anybody related; another person must.
		OwnBill,
		/// The proposal has lapsed: it was not answered in time, or the unit has changed hands. Propose the bill anew.
		BillProposalLapsed,
		/// The unit has as many bills of its own into this pot as one month can hold; wait for the next month.
		TooManyBills,
		/// A plan names 1 to 12 bills, and 1 to 24 instalments above zero, each due after the one before, the first in
		/// the future and the last within two years.
		InvalidPlan,
		/// The instalments must add up to what is owed on the bills now, with late fees; look at the bills again.
		InstalmentsMismatch,
		/// The bill is or was in a plan, and a bill is in one plan only; pay it, or have its late fee waived.
		BillAlreadyPlanned,
		/// The unit has no such plan, or it was withdrawn or has ended; look at the unit's plan again.
		PlanNotFound,
		/// The plan was accepted before; nothing is to be done.
		PlanAlreadyAccepted,
		/// The side that proposed a plan cannot accept it, nor can anybody related; the other side must.
		OwnPlan,
		/// The first instalment is due already, or the owner has changed; propose the plan anew.
		PlanLapsed,
		/// The unit's plan is kept; only the owner can end it.
		PlanRunning,
		/// An invoice has 1 to 16 lines, none of zero; correct the lines.
		InvalidInvoice,
		/// The number was used before, for an invoice or a red one; check the number.
		InvoiceAlreadyRecorded,
		/// The payment contributes less to the bill than would be invoiced of it; void an invoice first, or lower the
		/// amount.
		InvoiceTooLarge,
		/// No invoice has this number; check the number.
		InvoiceNotFound,
		/// The invoice is void, or its voiding is pending: approve or decline it.
		VoidAlreadyProposed,
		/// No voiding of this invoice is pending; propose one first.
		VoidNotFound,
		/// The voiding that is pending names another red invoice; look at it again.
		VoidMismatch,
		/// The proposer of a voiding cannot approve it, nor can an account of the same person; another person must.
		OwnVoid,
		/// Less than that, or nothing, is kept for this unit and the caller's owner; claim less, or have what is
		/// prepaid released with the same call.
		InsufficientUnitMoney,
		/// The money reaches further than `max_bills` of the unit's bills; give a higher number.
		MaxBillsTooLow,
		/// A receipt of this money was taken back and is partly owed, or may be taken back; wait for the auditor, or
		/// have the debt recovered first.
		UnitMoneyHeld,
		/// The unit was sold since the bill was issued, or the payment made, so that the buyer would owe it. Undo the
		/// credit note, or settle it with those who got the money.
		UnitAlreadySold,
		/// Bills are being issued, collected or lowered, which takes some blocks. Change the unit after that.
		BillingRunning,
		/// A meter of the unit was not read within seven days. Read it, or ask for the reading by
		/// `meters.request_readings`: if nobody has read it fourteen days later, the final bill is issued without.
		FinalReadingRequired,
	}
}
