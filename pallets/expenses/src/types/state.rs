// SPDX-License-Identifier: Apache-2.0

//! What can become of an expense.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{traits::Bearers, ContentHash, EntryId, Moment, PaymentFailure};
use scale_info::TypeInfo;

/// A bank's reference as it is typed in. The cashier's pallet says what may stand in it.
pub type Reference = BoundedVec<u8, ConstU32<64>>;

/// How an expense was paid.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Payment<AccountId> {
	/// The entry in the pot's ledger.
	pub entry: EntryId,
	/// When.
	pub at: Moment,
	/// Who called for it: anyone, or the cashier.
	pub payer: AccountId,
	/// Key of the bank's reference; `None` where the payee has an account on this chain.
	pub reference: Option<ContentHash>,
	/// The units that bore it; `None` where the pot's money is everybody's.
	pub bearers: Option<Bearers>,
	/// Until when an audit is due, inclusive; `None` where it was no emergency.
	pub audit_due: Option<Moment>,
}

/// What became of an expense.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum State<AccountId> {
	/// It waits for approvals.
	#[codec(index = 0)]
	Proposed,
	/// It waits for payment.
	#[codec(index = 1)]
	Approved {
		/// When the last approval came.
		at: Moment,
		/// Why the last payment did not work, if one was tried.
		failure: Option<PaymentFailure>,
	},
	/// It was paid.
	#[codec(index = 2)]
	Paid(Payment<AccountId>),
	/// The committee refused it.
	#[codec(index = 3)]
	Refused {
		/// When.
		at: Moment,
		/// The document that says why.
		reason: ContentHash,
	},
	/// Who proposed it took it back.
	#[codec(index = 4)]
	Withdrawn {
		/// When.
		at: Moment,
	},
}

/// What is done to an expense.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step<AccountId> {
	/// The last approval came.
	Approve {
		/// When.
		at: Moment,
	},
	/// A payment was tried and did not work.
	Fail(PaymentFailure),
	/// It was paid.
	Pay(Payment<AccountId>),
	/// The committee refused it.
	Refuse {
		/// When.
		at: Moment,
		/// The document that says why.
		reason: ContentHash,
	},
	/// Who proposed it took it back.
	Withdraw {
		/// When.
		at: Moment,
	},
}

impl<AccountId> State<AccountId> {
	/// The state after `step`; `None` where there is no such step. No other ones exist: every change of a stored state
	/// asks here.
	pub fn after(&self, step: Step<AccountId>) -> Option<Self> {
		match (self, step) {
			(Self::Proposed, Step::Approve { at }) => Some(Self::Approved { at, failure: None }),
			(Self::Approved { at, .. }, Step::Fail(failure)) => {
				Some(Self::Approved { at: *at, failure: Some(failure) })
			}
			(Self::Approved { .. }, Step::Pay(payment)) => Some(Self::Paid(payment)),
			(Self::Proposed | Self::Approved { .. }, Step::Refuse { at, reason }) => Some(Self::Refused { at, reason }),
			(Self::Proposed | Self::Approved { .. }, Step::Withdraw { at }) => Some(Self::Withdrawn { at }),
			_ => None,
		}
	}

	/// Whether it still waits for somebody.
	pub const fn is_open(&self) -> bool {
		matches!(self, Self::Proposed | Self::Approved { .. })
	}

	/// Whether it came to nothing.
	pub const fn is_void(&self) -> bool {
		matches!(self, Self::Refused { .. } | Self::Withdrawn { .. })
	}

	/// How it was paid, if it was.
	pub const fn payment(&self) -> Option<&Payment<AccountId>> {
		match self {
			Self::Paid(payment) => Some(payment),
			_ => None,
		}
	}
}
