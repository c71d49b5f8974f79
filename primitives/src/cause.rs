// SPDX-License-Identifier: Apache-2.0

//! Why money moved: the typed link that a ledger entry carries (D19, D20).
//!
//! [`Cause`] is defined once, below; [`CauseKind`] and its indices are derived from it.

use crate::{BillKey, BookingId, ContentHash, DepositId, EntryId, ExpenseId, PaymentId, PotId, ProjectId, UnitId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Defines the causes, and derives their kinds with the same names and indices.
macro_rules! causes {
	($(
		$(#[doc = $doc:tt])*
		#[codec(index = $index:tt)]
		$kind:ident $({ $($(#[doc = $field_doc:tt])* $field:ident: $type:ty,)* })?,
	)*) => {
		/// The cause of an entry in a pot's ledger. Unknown variants fail to decode.
		#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
		#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
		pub enum Cause {
			$(
				$(#[doc = $doc])*
				#[codec(index = $index)]
				$kind $({ $($(#[doc = $field_doc])* $field: $type,)* })?,
			)*
		}

		/// The kind of an entry's cause, by which books are summed. Indices are those of [`Cause`].
		#[derive(
			Clone,
			Copy,
			PartialEq,
			Eq,
			PartialOrd,
			Ord,
			Debug,
			Encode,
			Decode,
			DecodeWithMemTracking,
			MaxEncodedLen,
			TypeInfo,
		)]
		pub enum CauseKind {
			$(
				#[doc = concat!("[`Cause::", stringify!($kind), "`].")]
				#[codec(index = $index)]
				$kind,
			)*
		}

		impl CauseKind {
			/// All kinds, in order of their indices.
			pub const ALL: &'static [Self] = &[$(Self::$kind,)*];
		}

		impl Cause {
			/// The kind of the cause.
			pub const fn kind(&self) -> CauseKind {
				match self {
					$(Self::$kind { .. } => CauseKind::$kind,)*
				}
			}
		}
	};
}

causes! {
	/// The principal of a bill was paid.
	#[codec(index = 0)]
	Bill {
		/// Which.
		bill: BillKey,
		/// The payment that brought the money.
		payment: PaymentId,
	},
	/// The late fee of a bill was paid.
	#[codec(index = 1)]
	LateFee {
		/// Which.
		bill: BillKey,
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
	/// Money was moved from or to another pot by a decision.
	#[codec(index = 4)]
	Transfer {
		/// The pot at the other end.
		pot: PotId,
		/// The other half of the transfer: its entry in that pot's ledger.
		entry: EntryId,
	},
	/// An account donated money to the pot.
	#[codec(index = 5)]
	Donation,
	/// An overpayment was refunded after a waiver or ruling.
	#[codec(index = 6)]
	Refund {
		/// Which.
		bill: BillKey,
	},
	/// An expense was paid (D21, D24).
	#[codec(index = 7)]
	Expense {
		/// Which.
		expense: ExpenseId,
	},
	/// Money was moved into a project's escrow, or its unspent rest was returned (D22).
	#[codec(index = 8)]
	Project {
		/// Which.
		project: ProjectId,
	},
	/// A unit's first deposit or top-up was paid into the repair pot (D23).
	#[codec(index = 9)]
	RepairDeposit {
		/// The unit whose share grows.
		unit: UnitId,
	},
	/// Undistributed money of the repair pot was divided among the units by area (D23), or a unit's share among the
	/// units that it was split into, or joined with that of the unit it became a part of. Appears in the units'
	/// statements only, since no money moves in the pot.
	#[codec(index = 10)]
	Distribution,
	/// Income from a shared resource: all of it for the community's own resources, the community's share for a
	/// resident's (D37).
	#[codec(index = 11)]
	Booking {
		/// The booking that earned it.
		booking: BookingId,
	},
	/// The bank charged the community for its account (D51).
	#[codec(index = 12)]
	BankCharge {
		/// BLAKE2b-256 of the bank reference.
		reference: ContentHash,
	},
	/// The pot's part of the interest that the bank paid, by balance (D51).
	#[codec(index = 13)]
	Interest {
		/// BLAKE2b-256 of the bank reference.
		reference: ContentHash,
	},
	/// The part of a refundable deposit that was kept for damage (D51).
	#[codec(index = 14)]
	DepositKept {
		/// Which.
		deposit: DepositId,
	},
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::Period;

	#[test]
	fn a_kind_has_the_index_of_its_cause() {
		let bill = BillKey::new(0, 0, Period::OPENING);
		let reference = ContentHash::zero();
		let causes = [
			Cause::Bill { bill, payment: 0 },
			Cause::LateFee { bill, payment: 0 },
			Cause::Receipt { reference },
			Cause::TransactionFees,
			Cause::Transfer { pot: 0, entry: 0 },
			Cause::Donation,
			Cause::Refund { bill },
			Cause::Expense { expense: 0 },
			Cause::Project { project: 0 },
			Cause::RepairDeposit { unit: 0 },
			Cause::Distribution,
			Cause::Booking { booking: 0 },
			Cause::BankCharge { reference },
			Cause::Interest { reference },
			Cause::DepositKept { deposit: 0 },
		];
		assert_eq!(causes.map(|cause| cause.kind()), CauseKind::ALL);
		for (index, cause) in causes.iter().enumerate() {
			assert_eq!(cause.encode().first(), cause.kind().encode().first());
			assert_eq!(cause.kind().encode(), vec![index as u8]);
		}
		assert!(CauseKind::decode(&mut &[causes.len() as u8][..]).is_err());
	}
}
