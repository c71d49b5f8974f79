// SPDX-License-Identifier: Apache-2.0

//! The chain's clock.

use crate::Moment;

/// A gap between two blocks of more than this many ms is a standstill (D46), unless the chain is for trials.
pub const STANDSTILL: Moment = 5 * 60 * 1_000;

/// The chain's clock. Deadlines are times, never block numbers.
///
/// It shows two times. The *clock time* is what calendars go by: months, due dates, receipts. The *lived time* is the
/// clock time less all standstills so far (D46). Votes, audits, committee periods, deadlines and windows of projects,
/// silence and the notice of a revival are counted in it, so that a standstill takes nothing from them; claims and
/// objections in other pallets still go by the clock time. Both are equal on a chain that never stood still.
pub trait Clock {
	/// Milliseconds since 1970 as of this block; zero before the first block.
	fn now() -> Moment;

	/// Lived time as of this block, in ms: [`Clock::now`] less all standstills.
	fn lived() -> Moment;

	/// The clock time at which the lived time `lived` was reached, or will be unless the chain stands still before.
	fn moment_of(lived: Moment) -> Moment;

	/// The lived time at the clock time `moment`, or what it will be unless the chain stands still before.
	fn lived_at(moment: Moment) -> Moment;
}
