// SPDX-License-Identifier: Apache-2.0

//! Credit notes: lower principals of bills already issued, paid or not, or raise what was lowered too far.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{BillKey, ChargeId, ContentHash, Fen, Moment, Period};
use scale_info::TypeInfo;

/// The id of a credit note.
pub type CreditId = u32;

/// The maximum number of bills that a credit note can name.
pub const MAX_CREDITED_BILLS: u32 = 16;

/// The maximum number of approved credit notes that wait to be worked off.
pub const MAX_CREDITS_IN_WORK: u32 = 16;

/// Bills, each with its new principal in fen.
pub type NamedBills = BoundedVec<(BillKey, Fen), ConstU32<MAX_CREDITED_BILLS>>;

/// The bills that a credit note lowers or raises, and to what.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum CreditScope {
	/// Bills named one by one, each with its new principal in fen.
	#[codec(index = 0)]
	Bills(NamedBills),
	/// All bills of one charge and period, as if they had been billed at another rate.
	#[codec(index = 1)]
	Batch {
		/// The charge.
		charge: ChargeId,
		/// The period.
		period: Period,
		/// The right rate; its unit is that of the charge's basis.
		rate: Fen,
	},
	/// Bills that were lowered too far, named one by one, each with its new principal in fen: at most what was billed.
	#[codec(index = 2)]
	Restored(NamedBills),
	/// All bills that another credit note lowered: each is raised by what that one took off its principal, once.
	#[codec(index = 3)]
	Undo {
		/// The credit note that was a mistake.
		credit: CreditId,
	},
}

/// What a credit note took off one bill, by which it is undone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct CreditedBill {
	/// The amount taken off the principal before the discount, in fen.
	pub amount: Fen,
	/// The use that bills do not include any more, of a metered charge, in thousandths of the physical unit.
	pub used: u64,
	/// The discount for paying early that the bill lost, in fen.
	pub discount: Fen,
	/// When it was, in clock time.
	pub at: Moment,
}

/// What a credit note refunded of one payment for a bill, by which it is taken back if the unit was sold.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct CreditRefund<AccountId> {
	/// The account that got it.
	pub payer: AccountId,
	/// The amount of principal, in fen.
	pub amount: Fen,
	/// When the payment had been made, in clock time.
	pub moment: Moment,
	/// When the payment had been made, in lived time.
	pub lived: Moment,
}

/// How far a credit note has come.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum CreditState<AccountId> {
	/// It waits for approval.
	#[codec(index = 0)]
	Proposed,
	/// It was approved, and its bills are being lowered.
	#[codec(index = 1)]
	Approved {
		/// The account that approved it.
		by: AccountId,
	},
	/// All its bills have been visited.
	#[codec(index = 2)]
	Completed {
		/// The account that approved it.
		by: AccountId,
		/// The progress at the end.
		done: CreditDone,
	},
}

/// What a credit note has done so far.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct CreditDone {
	/// The number of bills lowered or raised.
	pub bills: u32,
	/// The number of bills that could not be lowered, since their pot could not pay the refund, or not be raised, since
	/// they are disputed.
	pub failed: u32,
	/// The amount taken off principals and late fees, in fen.
	pub off: Fen,
	/// The amount refunded, in fen.
	pub refund: Fen,
	/// The amount that principals were raised by, in fen.
	pub restored: Fen,
}

/// A credit note.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Credit<AccountId> {
	/// The account that proposed it, which cannot approve it.
	pub proposer: AccountId,
	/// What it lowers or raises.
	pub scope: CreditScope,
	/// The hash of the reasons.
	pub reason: ContentHash,
	/// When it was proposed, in clock time.
	pub proposed: Moment,
	/// How far it has come.
	pub state: CreditState<AccountId>,
}
