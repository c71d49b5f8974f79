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

const CALIFORNIA: &[Choice] = &[
	Choice {
		key: "major.approval_heads",
		about: [
			"what your declaration asks of all members to change it; \"more than 1/2\", the law's, only if it says nothing",
			"贵小区公约规定修改公约须经全体成员多少同意；公约没有规定的，才写法律的 \"more than 1/2\"",
		],
	},
	Choice { key: "committee.seats_min", about: SEATS },
	Choice { key: "committee.seats_max", about: SEATS },
	Choice {
		key: "proxies_per_holder",
		about: ["how many proxies your bylaws let one person hold; 0 for none", "贵小区细则允许一人接受几份委托；0 为不允许"],
	},
	Choice { key: "utc_offset", about: TIME },
];

const ANYWHERE: &[Choice] = &[Choice { key: "utc_offset", about: TIME }];

const SEATS: [&str; 2] = ["the seats of the board in your bylaws", "贵小区细则规定的理事会席位"];

const TIME: [&str; 2] = ["the time of your place, such as \"-08:00\"", "当地时区，如 \"-08:00\""];

impl Law {
	/// What the community must state.
	pub fn choices(&self) -> &'static [Choice] {
		match self.id.as_str() {
			"us-hoa" => CALIFORNIA,
			"poll" => ANYWHERE,
			_ => &[],
		}
	}
}

#[cfg(test)]
mod tests {
	use crate::community::law::tests::law;
	use std::collections::HashSet;

	#[test]
	fn every_choice_is_a_parameter_of_its_pack() {
		for id in linli_runtime::genesis::law_packs() {
			let law = law(id);
			for choice in law.choices() {
				assert!(law.get(choice.key).is_some(), "{id} {}", choice.key);
			}
			assert_eq!(law.choices().is_empty(), !["us-hoa", "poll"].contains(&id), "{id}");
			let keys: HashSet<_> = law.choices().iter().map(|choice| choice.key).collect();
			assert_eq!(keys.len(), law.choices().len(), "{id}");
		}
	}
}
