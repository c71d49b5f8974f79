// SPDX-License-Identifier: Apache-2.0

//! The runtime API for clients that show the community's facts.

use crate::{ClockState, Facts, Standstill};
use alloc::vec::Vec;
use linli_primitives::{calendar::Calendar, Moment, Period, PeriodKind};

sp_api::decl_runtime_apis! {
	/// The community's own facts.
	pub trait CommunityApi {
		/// The current facts: offset, scheduled change, currency, law pack, hand-over.
		fn facts() -> Facts;

		/// The initial offset and all its changes, including a scheduled one, each with the moment when the clocks
		/// change.
		fn calendar() -> Calendar;

		/// Start and end, in ms since 1970, of the period of `kind` that begins in the month `period`. `None` if no
		/// such period begins in it.
		fn period(period: Period, kind: PeriodKind) -> Option<(Moment, Moment)>;

		/// The clock: the time of the latest block, and the number and length of all standstills. Lived time is the
		/// former less the latter.
		fn clock() -> ClockState;

		/// Up to `count` standstills from number `first` on, in order, at most 100.
		fn standstills(first: u32, count: u32) -> Vec<Standstill>;
	}
}
