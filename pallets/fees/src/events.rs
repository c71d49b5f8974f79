// SPDX-License-Identifier: Apache-2.0

//! What the pallet says of what happened.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A charge was created.
		ChargeCreated {
			/// Its id.
			charge: ChargeId,
			/// The pot it pays into.
			pot: PotId,
			/// Its first rate.
			rate: Fen,
			/// Its first period.
			first: Option<Period>,
		},
		/// A charge has another rate from a period on.
		RateSet {
			/// The charge.
			charge: ChargeId,
			/// From when.
			from: Period,
			/// The rate.
			rate: Fen,
		},
		/// It was decided with which period a charge ends.
		ChargeEnding {
			/// The charge.
			charge: ChargeId,
			/// The last period billed.
			last: Period,
		},
		/// A charge issues no more bills.
		ChargeEnded {
			/// The charge.
			charge: ChargeId,
		},
		/// The community's parameters changed.
		RulesSet {
			/// What they are now.
			rules: FeeRules,
		},
		/// A bill issued.
		BillIssued {
			/// Which.
			bill: BillKey,
			/// Its principal.
			amount: Fen,
			/// When it is due.
			due: Moment,
		},
		/// All units were billed by a charge for a period.
		BillingCompleted {
			/// The charge.
			charge: ChargeId,
			/// The period.
			period: Period,
			/// Bills issued.
			bills: u32,
			/// Fen billed.
			amount: Fen,
		},
		/// Late fee was settled into a bill.
		LateFeeCharged {
			/// The bill.
			bill: BillKey,
			/// Fen added.
			amount: Fen,
		},
		/// A bill was paid, in part or whole.
		BillPaid {
			/// The payment.
			payment: PaymentId,
			/// The bill.
			bill: BillKey,
			/// Fen to the principal.
			principal: Fen,
			/// Fen to the late fee.
			late: Fen,
			/// Whether nothing is left.
			settled: bool,
		},
		/// A payment was made. What it went to, the events before it say.
		PaymentMade {
			/// Its id.
			payment: PaymentId,
			/// For which unit.
			unit: UnitId,
			/// By whom.
			payer: T::AccountId,
			/// Fen taken.
			amount: Fen,
			/// Of which became a prepayment.
			prepaid: Fen,
			/// Where the money came from.
			kind: PaymentKind,
		},
		/// Prepaid money is free again.
		PrepaymentRefunded {
			/// The unit.
			unit: UnitId,
			/// Whose money.
			payer: T::AccountId,
			/// Fen.
			amount: Fen,
		},
		/// A mandate was given or changed.
		MandateSet {
			/// The unit.
			unit: UnitId,
			/// Whose account pays.
			payer: T::AccountId,
			/// The most per calendar month.
			cap: Fen,
			/// When it ends.
			until: Option<Moment>,
		},
		/// A mandate was revoked, or its end has come.
		MandateEnded {
			/// The unit.
			unit: UnitId,
			/// Whose account paid.
			payer: T::AccountId,
		},
		/// A mandate could not collect. The bills stay due; it is tried again the next day.
		DebitFailed {
			/// The unit.
			unit: UnitId,
			/// Whose account.
			payer: T::AccountId,
			/// Why.
			reason: DebitFailure,
		},
		/// An owner objects to a bill: its clock stands still.
		BillDisputed {
			/// The bill.
			bill: BillKey,
			/// Who objects.
			by: T::AccountId,
			/// The hash of the reasons.
			reason: ContentHash,
		},
		/// A dispute was ruled on: the clock goes on.
		DisputeRuled {
			/// The bill.
			bill: BillKey,
			/// How.
			ruling: Ruling,
			/// Fen taken off principal and late fee.
			off: Fen,
			/// Fen given back to who paid.
			refund: Fen,
		},
		/// A waiver waits for approval.
		WaiverProposed {
			/// The bill.
			bill: BillKey,
			/// Who proposes.
			proposer: T::AccountId,
			/// Fen of the principal.
			principal: Fen,
			/// Fen of the late fee.
			late: Fen,
			/// The hash of the reasons.
			reason: ContentHash,
		},
		/// Part of a bill was waived.
		WaiverApproved {
			/// The bill.
			bill: BillKey,
			/// Who approved.
			approver: T::AccountId,
			/// Fen of the principal.
			principal: Fen,
			/// Fen of the late fee.
			late: Fen,
		},
		/// A waiver was turned down.
		WaiverRejected {
			/// The bill.
			bill: BillKey,
			/// By whom.
			by: T::AccountId,
		},
		/// A meter was read.
		ReadingRecorded {
			/// The unit.
			unit: UnitId,
			/// The charge.
			charge: ChargeId,
			/// What it shows, in thousandths of the physical unit.
			value: u64,
			/// By whom.
			by: T::AccountId,
		},
		/// A reading was taken back.
		ReadingReversed {
			/// The unit.
			unit: UnitId,
			/// The charge.
			charge: ChargeId,
			/// What it had said.
			value: u64,
			/// By whom.
			by: T::AccountId,
			/// The hash of the reasons.
			reason: ContentHash,
		},
	}
}
