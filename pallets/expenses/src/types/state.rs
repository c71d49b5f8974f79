// SPDX-License-Identifier: Apache-2.0

//! The states of an expense and the transitions between them.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{traits::Bearers, ContentHash, EntryId, Moment, OrderId, PaymentFailure};
use scale_info::TypeInfo;

/// A bank reference as entered. The cashier pallet validates it.
pub type Reference = BoundedVec<u8, ConstU32<64>>;

/// The payment of an expense.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Payment<AccountId> {
	/// The entry in the pot's ledger.
	pub entry: EntryId,
	/// When the money left the pot: when it was paid, or ordered at the bank.
	pub at: Moment,
	/// The caller: any account, or the cashier who ordered the payment.
	pub payer: AccountId,
	/// The key of the bank reference; `None` if the payee has an account on this chain, or until the bank has paid.
	pub reference: Option<ContentHash>,
	/// The units that bore the cost; `None` if the pot's money does not belong to units.
	pub bearers: Option<Bearers>,
	/// The last lived time (D46), in ms, at which the audit is in time; `None` unless it was an emergency.
	pub audit_due: Option<Moment>,
}

/// The state of an expense.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum State<AccountId> {
	/// Awaiting approvals.
	#[codec(index = 0)]
	Proposed,
	/// Awaiting payment.
	#[codec(index = 1)]
	Approved {
		/// When the last approval was given.
		at: Moment,
		/// Why the last attempt at payment failed, if there was one.
		failure: Option<PaymentFailure>,
	},
	/// Paid.
	#[codec(index = 2)]
	Paid(Payment<AccountId>),
	/// Refused by the committee.
	#[codec(index = 3)]
	Refused {
		/// When it was refused.
		at: Moment,
		/// The hash of the document that states the reason.
		reason: ContentHash,
	},
	/// Withdrawn by the proposer.
	#[codec(index = 4)]
	Withdrawn {
		/// When it was withdrawn.
		at: Moment,
	},
	/// Ordered at the bank. The money has left the pot; only the bank's outcome leads on.
	#[codec(index = 5)]
	InExecution {
		/// The cashier's order.
		order: OrderId,
		/// The payment, whose bank reference is not known yet.
		payment: Payment<AccountId>,
	},
	/// Closed because nobody had approved it in time.
	#[codec(index = 6)]
	Expired {
		/// When it was closed.
		at: Moment,
	},
}

/// A step that changes the state of an expense.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step<AccountId> {
	/// The last approval was given.
	Approve {
		/// When it was approved.
		at: Moment,
	},
	/// A payment failed.
	Fail(PaymentFailure),
	/// It was paid.
	Pay(Payment<AccountId>),
	/// The committee refused it.
	Refuse {
		/// When it was refused.
		at: Moment,
		/// The hash of the document that states the reason.
		reason: ContentHash,
	},
	/// The proposer withdrew it.
	Withdraw {
		/// When it was withdrawn.
		at: Moment,
	},
	/// Its payment was ordered at the bank.
	Order {
		/// The cashier's order.
		order: OrderId,
		/// The payment.
		payment: Payment<AccountId>,
	},
	/// The bank paid.
	Settle {
		/// The key of the bank reference.
		reference: ContentHash,
	},
	/// The bank did not pay, or the payment came back.
	Return {
		/// When the last approval had been given.
		at: Moment,
		/// That it was returned, and when.
		failure: PaymentFailure,
	},
	/// Nobody had approved it in time.
	Expire {
		/// When it was closed.
		at: Moment,
	},
}

impl<AccountId: Clone> State<AccountId> {
	/// The state after `step`; `None` if the step is not permitted. Every change of a stored state goes through this
	/// function.
	pub fn after(&self, step: Step<AccountId>) -> Option<Self> {
		match (self, step) {
			(Self::Proposed, Step::Approve { at }) => Some(Self::Approved { at, failure: None }),
			(Self::Approved { at, .. }, Step::Fail(failure)) => {
				Some(Self::Approved { at: *at, failure: Some(failure) })
			}
			(Self::Approved { .. }, Step::Pay(payment)) => Some(Self::Paid(payment)),
			(Self::Proposed | Self::Approved { .. }, Step::Refuse { at, reason }) => Some(Self::Refused { at, reason }),
			(Self::Proposed | Self::Approved { .. }, Step::Withdraw { at }) => Some(Self::Withdrawn { at }),
			(Self::Approved { .. }, Step::Order { order, payment }) => Some(Self::InExecution { order, payment }),
			(Self::InExecution { payment, .. }, Step::Settle { reference }) => {
				Some(Self::Paid(Payment { reference: Some(reference), ..payment.clone() }))
			}
			// A payment on this chain has no reference, and cannot come back.
			(
				Self::InExecution { .. } | Self::Paid(Payment { reference: Some(_), .. }),
				Step::Return { at, failure },
			) => Some(Self::Approved { at, failure: Some(failure) }),
			(Self::Proposed, Step::Expire { at }) => Some(Self::Expired { at }),
			_ => None,
		}
	}
}

impl<AccountId> State<AccountId> {
	/// Whether it awaits approval or payment.
	pub const fn is_open(&self) -> bool {
		matches!(self, Self::Proposed | Self::Approved { .. })
	}

	/// Whether it was refused or withdrawn, or expired.
	pub const fn is_void(&self) -> bool {
		matches!(self, Self::Refused { .. } | Self::Withdrawn { .. } | Self::Expired { .. })
	}

	/// The payment, if the money has left the pot: it was paid, or is in execution at the bank.
	pub const fn payment(&self) -> Option<&Payment<AccountId>> {
		match self {
			Self::Paid(payment) | Self::InExecution { payment, .. } => Some(payment),
			_ => None,
		}
	}
}
