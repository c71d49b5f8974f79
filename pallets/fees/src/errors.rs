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
		/// The period is over or already billed or, for a rate, has already begun or precedes the charge's first;
		/// choose a later one.
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
		/// The prepayments for this unit would exceed the community's limit; pay less.
		PrepaymentTooLarge,
		/// The account has prepaid less than this for the unit; take back less.
		InsufficientPrepayment,
		/// The maximum number of accounts already pay for this unit. The last place is reserved for the unit's owner;
		/// any other account must wait until one of them takes back its prepayment or revokes its mandate.
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
		/// The charge is not metered, has ended or does not cover this unit; check charge and unit.
		NotMetered,
		/// The reading is below the latest one, and meters never fall; if the latest is wrong, reverse it first.
		ReadingTooLow,
		/// The reading exceeds 10^12; check that it is in thousandths of the physical unit.
		ReadingTooLarge,
		/// The meter has no reading that can be reversed: there is none, a bill is based on it, or it is older than the
		/// readings kept. If a bill is wrong, dispute the bill.
		ReadingNotFound,
		/// No period of this charge up to that one waits for a decision; look at the waiting periods.
		WaitingPeriodNotFound,
		/// A decision over the charge's waiting periods is being carried out; wait some blocks and decide on the rest.
		PastAlreadyDecided,
		/// The bill was issued too long ago to be disputed or credited; only the courts can help.
		TooOld,
		/// The account belongs to the unit's owner, or is related to somebody who paid or disputed the bill; somebody
		/// without an interest in it must act.
		OwnMatter,
		/// The body that rules on disputes still has time; wait until the ruling time is over.
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
		/// The account has proposed too many credit notes and moves that nobody has answered; withdraw one first.
		TooManyProposals,
		/// No payment has this id; check the id.
		PaymentNotFound,
		/// The payment was made for this unit; name another one.
		InvalidMove,
		/// Nothing of the payment is left on the unit's bills: it was refunded, moved before, or prepaid. The payer can
		/// take a prepayment back.
		NothingToMove,
		/// Not used any more, and kept so that the errors keep their numbers: what the other unit cannot take stays on
		/// the payer's account.
		NothingToPay,
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
		/// Less than that, or nothing, is kept for this unit and the caller's owner; claim less, or have what is
		/// prepaid released with the same call.
		InsufficientUnitMoney,
		/// The money reaches further than `max_bills` of the unit's bills; give a higher number.
		MaxBillsTooLow,
	}
}
