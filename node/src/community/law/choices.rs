// SPDX-License-Identifier: GPL-3.0-or-later

//! What a pack leaves to the community's own documents. It is asked for at launch and never assumed: a chain would
//! otherwise pass what the documents reject.

use super::Law;

/// A parameter that the community must state, even if it keeps the pack's value.
#[derive(Debug)]
pub struct Choice {
	/// The key of the parameter.
	pub key: &'static str,
	/// Where the answer stands, in English and Chinese.
	pub about: [&'static str; 2],
}

const CALIFORNIA: &[Choice] = &[Choice {
	key: "major.approval_heads",
	about: [
		"what your declaration asks of all members to change it; \"more than 1/2\", the law's, only if it says nothing",
		"贵小区公约规定修改公约须经全体成员多少同意；公约没有规定的，才写法律的 \"more than 1/2\"",
	],
}];

impl Law {
	/// What the community must state.
	pub fn choices(&self) -> &'static [Choice] {
		match self.id.as_str() {
			"us-hoa" => CALIFORNIA,
			_ => &[],
		}
	}
}

#[cfg(test)]
mod tests {
	use crate::community::law::tests::law;

	#[test]
	fn every_choice_is_a_parameter_of_its_pack() {
		for id in linli_runtime::genesis::law_packs() {
			let law = law(id);
			for choice in law.choices() {
				assert!(law.get(choice.key).is_some(), "{id} {}", choice.key);
			}
			assert_eq!(law.choices().is_empty(), id != "us-hoa", "{id}");
		}
	}
}
