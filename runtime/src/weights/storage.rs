// SPDX-License-Identifier: Apache-2.0

//! What reading and writing one item of the state costs.
//!
//! Measured by `scripts/bench.sh storage` on 2026-11-23 (Y/M/D), with ParityDb, on the first state of a community of 10,000 units,
//! 1000 items at a time: the Average times 1.5. Not to be edited.

use frame_support::{
	parameter_types,
	weights::{constants::WEIGHT_REF_TIME_PER_NANOS, RuntimeDbWeight},
};

parameter_types! {
	/// Reading: 729 to 406_699 ns, average 4_525, median 4_172, 99 of 100 within 11_494.
	/// Writing: 8_792 to 12_856 ns, average 10_873, median 10_951, 99 of 100 within 12_856.
	pub const DbWeight: RuntimeDbWeight = RuntimeDbWeight {
		read: 6_788 * WEIGHT_REF_TIME_PER_NANOS,
		write: 16_310 * WEIGHT_REF_TIME_PER_NANOS,
	};
}
