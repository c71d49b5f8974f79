// SPDX-License-Identifier: Apache-2.0

//! What reading and writing one item of the state costs.
//!
//! Measured by `scripts/bench.sh storage` on 2026-11-23 (Y/M/D), with ParityDb, on the first state of a community of 10,000 units,
//! 1000 items at a time: the Average times 2.0. Not to be edited.

use frame_support::{
	parameter_types,
	weights::{constants::WEIGHT_REF_TIME_PER_NANOS, RuntimeDbWeight},
};

parameter_types! {
	/// Reading: 749 to 366_511 ns, average 4_668, median 4_263, 99 of 100 within 11_950.
	/// Writing: 9_007 to 35_066 ns, average 12_091, median 11_088, 99 of 100 within 35_066.
	pub const DbWeight: RuntimeDbWeight = RuntimeDbWeight {
		read: 9_336 * WEIGHT_REF_TIME_PER_NANOS,
		write: 24_182 * WEIGHT_REF_TIME_PER_NANOS,
	};
}
