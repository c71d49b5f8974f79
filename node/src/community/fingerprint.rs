// SPDX-License-Identifier: GPL-3.0-or-later

//! The fingerprint of a file: forty digits in eight groups, for people who read them to each other.
//!
//! Each group is five bytes of BLAKE2b-512 of the file, as a number, modulo 100,000. Forty digits are 132 bits, so that
//! not even the maker of a file can make a second one with the same digits. Every language reads digits aloud.

use blake2::{Blake2b512, Digest};

/// The number of groups.
const GROUPS: usize = 8;
/// The number of bytes of a group.
const BYTES: usize = 5;
/// What a group is below.
const BELOW: u64 = 100_000;

/// The fingerprint of a file's bytes.
pub fn of(bytes: &[u8]) -> String {
	let hash = Blake2b512::digest(bytes);
	let groups = hash.chunks_exact(BYTES).take(GROUPS).map(|group| {
		let number = group.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
		format!("{:05}", number % BELOW)
	});
	groups.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
	use super::*;

	/// The test vector for implementations in other languages.
	#[test]
	fn vector() {
		assert_eq!(of(b"linli"), "15388 99126 00005 87883 49411 04522 74036 69162");
		assert_ne!(of(b"linli\n"), of(b"linli"));
	}
}
