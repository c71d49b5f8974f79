// SPDX-License-Identifier: Apache-2.0

//! How long property tests run.

/// The number of cases of a property test: `ordinary`, times `LINLI_CASES` where `scripts/test-long.sh` sets it.
pub fn cases(ordinary: u32) -> u32 {
	let factor = std::env::var("LINLI_CASES").ok().and_then(|factor| factor.parse().ok()).unwrap_or(1);
	ordinary.saturating_mul(factor)
}
