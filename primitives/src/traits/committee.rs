// SPDX-License-Identifier: Apache-2.0

//! The committee, as those see it who elect it or wait for it.

use crate::committee::ElectionResult;
use sp_runtime::DispatchResult;

/// The committee, as an election needs it: something that takes a result (D33).
///
/// Whether a result still counts, who of those elected can sit, and when the term ends is the committee's to know. The
/// election neither asks for the former committee nor learns who sits in the end.
pub trait ElectedCommittee<AccountId> {
	/// Seats those who were elected, in the place of the committee there was. The term begins now.
	///
	/// ## Errors
	/// - the result is older than that of the committee that sits, or sat last;
	/// - nobody of those elected, or of the reserve, can sit;
	/// - the term ends too late to be written.
	///
	/// Nothing has changed then, and the same result can be handed over again.
	fn seat(result: ElectionResult<AccountId>) -> DispatchResult;
}

/// The committee, as those need it who wait for one to take over.
pub trait SittingCommittee {
	/// Whether a committee sits now: its term is not over, and one of its members is left.
	fn sits() -> bool;
}
