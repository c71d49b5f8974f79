// SPDX-License-Identifier: Apache-2.0

//! Floor area.

/// Floor area in hundredths of a square metre: 98.03 m² is 9 803. Wide enough for any sum of units.
pub type Area = u64;
