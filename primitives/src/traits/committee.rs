// SPDX-License-Identifier: Apache-2.0

//! The committee, as seen by elections and by the hand-over.

use crate::{committee::ElectionResult, Moment};
use sp_runtime::DispatchResult;

/// Receives the results of committee elections (D33).
///
/// The committee determines whether a result still applies, which of the elected can sit, and when the term ends. The
/// election neither reads the former committee nor learns who takes a seat.
pub trait ElectedCommittee<AccountId> {
	/// Seats the elected candidates, replacing the former committee. The term begins now.
	///
	/// ## Errors
	/// - the result is older than that of the current or latest committee;
	/// - too few of the elected and reserve candidates can sit: less than the minimum, or no majority of the seats;
	/// - the end of the term overflows.
	///
	/// In these cases state is unchanged, and the same result can be handed over again.
	fn seat(result: ElectionResult<AccountId>) -> DispatchResult;
}

/// Calls an election in place of a committee that has lost too many members, or whose term ends (D33).
pub trait ByElections {
	/// Opens an election of the whole committee for candidates, unless one is open: with as many seats and as long a
	/// term (ms) as the committee had, or what comes nearest under the rules in force.
	///
	/// ## Errors
	/// An election is open already, or the rules in force allow none. State is then unchanged.
	fn call(seats: u32, term: Moment) -> DispatchResult;

	/// How long an election takes under the rules in force, in ms: from the call until those elected take their seats,
	/// if the first vote decides.
	fn lead_time() -> Moment;
}

impl ByElections for () {
	fn call(_seats: u32, _term: Moment) -> DispatchResult {
		Ok(())
	}

	fn lead_time() -> Moment {
		0
	}
}

/// Tells whether a committee is in office, for the hand-over and for what precedes it.
pub trait SittingCommittee {
	/// Whether a committee is in office and can act: its term has not ended, and its members are at least the minimum
	/// and a majority of all its seats.
	fn sits() -> bool;

	/// Whether a committee has ever been elected.
	fn has_sat() -> bool;

	/// Whether the next committee is to be elected now: none can act, or the term of the one that can ends soon.
	fn needs_successor() -> bool {
		!Self::sits()
	}
}

/// Told that the first committee takes its seats. From then on, some powers of the bootstrap key have ended.
pub trait FirstCommittee {
	/// The first committee ever elected is about to take its seats.
	fn first_seated();
}

impl FirstCommittee for () {
	fn first_seated() {}
}
