// SPDX-License-Identifier: Apache-2.0

//! The runtime API by which clients learn the community's facts.

use crate::Facts;
use linli_primitives::{calendar::Calendar, Moment, Period, PeriodKind};

sp_api::decl_runtime_apis! {
	/// The community's own facts.
	pub trait CommunityApi {
		/// What is true now: offset, scheduled change, currency, law pack.
		fn facts() -> Facts;

		/// The offset at first, and every change of it with the moment when clocks are set; a scheduled one included.
		fn calendar() -> Calendar;

		/// When the period of `kind` that begins in a month begins and ends, in ms since 1970. `None` where there is none.
		fn period(period: Period, kind: PeriodKind) -> Option<(Moment, Moment)>;
	}
}
