// SPDX-License-Identifier: Apache-2.0

//! The runtime API of the meters.

use crate::types::{AwaitedReading, MeterProposalId, MeterView, Proposal, Reading};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::{MeterId, UnitId};

sp_api::decl_runtime_apis! {
	/// Meters of units and common parts.
	pub trait MetersApi<AccountId>
	where
		AccountId: Codec,
	{
		/// The meter of that id, with the meters below it and those that were.
		fn meter(meter: MeterId) -> Option<MeterView<AccountId>>;

		/// The meters of a unit, those that were removed included.
		fn unit_meters(unit: UnitId) -> Vec<MeterView<AccountId>>;

		/// Up to `count` readings of the meter from number `from` on, at most 100. The next page begins after the last
		/// number of this one; `Meter::readings` is the number of readings.
		fn readings(meter: MeterId, from: u32, count: u32) -> Vec<(u32, Reading<AccountId>)>;

		/// The proposals that wait, also those that have lapsed, by number.
		fn proposals() -> Vec<(MeterProposalId, Proposal<AccountId>)>;

		/// Up to `count` meters, from the id `from` on, of which a final reading was asked for and is missing, at most
		/// 100. The next page begins after the last meter of this one.
		fn awaited(from: MeterId, count: u32) -> Vec<AwaitedReading>;
	}
}
