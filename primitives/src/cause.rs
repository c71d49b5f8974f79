// SPDX-License-Identifier: Apache-2.0

//! Why money moved: the typed link that a ledger entry carries (D19, D20).

use crate::{ChargeId, ContentHash, PaymentId, Period, PotId, UnitId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Why a pot's ledger has an entry. Unknown future causes fail to decode.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Cause {
	/// The principal of a bill was paid.
	#[codec(index = 0)]
	Bill {
		/// Whose bill.
		unit: UnitId,
		/// By which charge.
		charge: ChargeId,
		/// For which period.
		period: Period,
		/// The payment that brought the money.
		payment: PaymentId,
	},
	/// The late fee of a bill was paid.
	#[codec(index = 1)]
	LateFee {
		/// Whose bill.
		unit: UnitId,
		/// By which charge.
		charge: ChargeId,
		/// For which period.
		period: Period,
		/// The payment that brought the money.
		payment: PaymentId,
	},
	/// The cashier booked money that the bank received for the pot itself.
	#[codec(index = 2)]
	Receipt {
		/// BLAKE2b-256 of the bank reference.
		reference: ContentHash,
	},
	/// The transaction fees of one block (D3).
	#[codec(index = 3)]
	TransactionFees,
	/// Moved from or to another pot by a decision.
	#[codec(index = 4)]
	Transfer {
		/// The pot at the other end.
		pot: PotId,
	},
	/// Given to the pot of somebody's own will.
	#[codec(index = 5)]
	Donation,
	/// A payment that a later waiver or ruling made too much was given back.
	#[codec(index = 6)]
	Refund {
		/// Whose bill.
		unit: UnitId,
		/// By which charge.
		charge: ChargeId,
		/// For which period.
		period: Period,
	},
}
