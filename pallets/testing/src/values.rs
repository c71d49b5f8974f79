// SPDX-License-Identifier: Apache-2.0

//! Arguments of calls.

use frame_support::{traits::Get, BoundedVec};
use linli_primitives::{BuildingId, Buildings, ContentHash};

/// A hash, distinct for each number.
pub fn hash(number: u8) -> ContentHash {
	ContentHash::repeat_byte(number)
}

/// A list of buildings.
pub fn buildings(list: &[BuildingId]) -> Buildings {
	list.to_vec().try_into().expect("the list is short")
}

/// A bounded text.
pub fn text<Most: Get<u32>>(text: &str) -> BoundedVec<u8, Most> {
	text.as_bytes().to_vec().try_into().expect("the text is short")
}
