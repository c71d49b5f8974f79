// SPDX-License-Identifier: Apache-2.0

//! Variations: what the electorate that opened a project can change in its terms.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, Fen, MilestoneId, Moment, ProposalId};
use scale_info::TypeInfo;

/// A change of a project's terms. Its cost never changes, so it never exceeds the cap.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Variation<AccountId> {
	/// A later deadline of a milestone that is pending or rejected.
	#[codec(index = 0)]
	Deadline {
		/// The milestone.
		milestone: MilestoneId,
		/// Its new deadline, in ms since 1970.
		deadline: Moment,
	},
	/// Another inspector. Reports of the former on submissions that are not decided no longer count.
	#[codec(index = 1)]
	Inspector {
		/// The inspector who is replaced.
		from: AccountId,
		/// The new inspector.
		to: AccountId,
	},
	/// The contract is passed on to another contractor: what is still to be paid, the retention and the warranty.
	#[codec(index = 2)]
	Contractor {
		/// The new contractor, whose account is paid from now on.
		to: AccountId,
	},
	/// Money moves from one milestone to another, both of them pending or rejected.
	#[codec(index = 3)]
	Amount {
		/// The milestone that becomes cheaper. At least one fen must be left.
		from: MilestoneId,
		/// The milestone that becomes dearer.
		to: MilestoneId,
		/// Amount in fen.
		amount: Fen,
	},
}

/// A variation that was decided.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct VariationRecord<AccountId> {
	/// What changed.
	pub variation: Variation<AccountId>,
	/// The proposal that decided on it.
	pub proposal: ProposalId,
	/// Hash of the agreement with the contractor.
	pub document: ContentHash,
	/// Time of the change.
	pub at: Moment,
}
