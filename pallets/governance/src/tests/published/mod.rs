// SPDX-License-Identifier: Apache-2.0

//! Decisions that communities published or courts ruled on, with their numbers: what the packs, or a class written for
//! the place, make of them. The numbers are facts from the sources that `decisions.json` names; clients/recount reads
//! the same file.

use crate::{
	types::{
		class::{DecisionClass, Lack, Stage},
		rule_book::RuleBook,
	},
	verdict::{decide, lack, qualifies, quorum, Count, Verdict},
};
use linli_primitives::Power;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// A published decision.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "some fields are for readers of the file")]
struct Published {
	id: String,
	source: String,
	place: String,
	year: String,
	matter: String,
	outcome: String,
	#[serde(default)]
	note: Option<String>,
	/// What no class can express. The outcome then follows from another rule of the place.
	#[serde(default)]
	lacks: Vec<String>,
	votes: Vec<Vote>,
}

/// A count, and what a class makes of it. Powers are area in 0.01 m² (or 0.01 of the unit in which the place counts)
/// and heads.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vote {
	case: String,
	pack: String,
	class: usize,
	/// Parts of the class that are replaced.
	#[serde(default)]
	change: serde_json::Map<String, Value>,
	/// The stage at which it was closed.
	#[serde(default)]
	stage: StageName,
	total: (u64, u32),
	participating: (u64, u32),
	#[serde(default)]
	in_favour: (u64, u32),
	/// The developer's power in the register, if it voted in favour; the other numbers have it in full.
	#[serde(default)]
	developer_in_favour: (u64, u32),
	/// The developer's power in the register, if it did not vote.
	#[serde(default)]
	developer_absent: (u64, u32),
	#[serde(default)]
	against: (u64, u32),
	#[serde(default)]
	served_silent: (u64, u32),
	/// The power that approves the candidate: the vote is an election.
	#[serde(default)]
	approving: Option<(u64, u32)>,
	/// `Passed`, `Qualified`, or the reason of a rejection.
	verdict: String,
	/// Whether this is the published outcome.
	as_published: bool,
}

/// The name of a [`Stage`].
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StageName {
	#[default]
	FirstCall,
	Extended,
	SecondCall,
}

impl From<StageName> for Stage {
	fn from(name: StageName) -> Self {
		match name {
			StageName::FirstCall => Self::FirstCall,
			StageName::Extended => Self::Extended,
			StageName::SecondCall => Self::SecondCall,
		}
	}
}

fn published() -> Vec<Published> {
	serde_json::from_str(include_str!("decisions.json")).unwrap()
}

fn pack(id: &str) -> Value {
	let json = match id {
		"cn" => include_str!("../../../../../runtime/src/genesis/laws/cn.json"),
		"nsw" => include_str!("../../../../../runtime/src/genesis/laws/nsw.json"),
		"qld" => include_str!("../../../../../runtime/src/genesis/laws/qld.json"),
		"us-hoa" => include_str!("../../../../../runtime/src/genesis/laws/us-hoa.json"),
		other => panic!("no pack {other}"),
	};
	let pack: Value = serde_json::from_str(json).unwrap();
	pack["governance"]["ruleBook"].clone()
}

impl Vote {
	/// The rule book with the class of this vote, which must be one that a chain takes.
	fn class(&self) -> DecisionClass {
		let mut book = pack(&self.pack);
		let class = book["classes"][self.class].as_object_mut().unwrap();
		class.extend(self.change.clone());
		let book: RuleBook = serde_json::from_value(book).unwrap();
		assert_eq!(book.validate(), Ok(()), "{}", self.case);
		let class = book.classes[self.class];
		match self.stage {
			StageName::FirstCall => (),
			StageName::Extended => assert!(class.extension.is_some(), "{}", self.case),
			StageName::SecondCall => assert!(class.second_call.is_some(), "{}", self.case),
		}
		class.at(self.stage.into())
	}

	fn found(&self) -> String {
		let class = self.class();
		let power = |(area, heads)| Power { area, heads };
		let (total, participating) = (power(self.total), power(self.participating));
		let reason = |reason| format!("{reason:?}");
		if let Some(approving) = self.approving {
			return match quorum(&class, total, participating) {
				Err(short) => reason(short),
				Ok(()) if qualifies(&class, total, participating, power(approving)) => "Qualified".into(),
				Ok(()) => "NoCandidate".into(),
			};
		}
		match decide(&class, &self.count()) {
			Verdict::Passed => "Passed".into(),
			Verdict::Rejected(short) => reason(short),
		}
	}

	/// The count, as the class counts the developer.
	fn count(&self) -> Count {
		let power = |(area, heads)| Power { area, heads };
		let rule = self.class().developer;
		let counted = |number: (u64, u32), own: (u64, u32)| {
			let rest = power(number).checked_sub(power(own)).unwrap();
			rest.checked_add(rule.counted(power(own), power(self.total))).unwrap()
		};
		let voted = self.developer_in_favour;
		let own = if voted == (0, 0) { self.developer_absent } else { voted };
		Count {
			total: counted(self.total, own),
			participating: counted(self.participating, voted),
			in_favour: counted(self.in_favour, voted),
			against: power(self.against),
			served_silent: power(self.served_silent),
			quorum_only: Power::ZERO,
		}
	}
}

#[test]
fn each_published_count_has_its_verdict() {
	for decision in published() {
		for vote in &decision.votes {
			assert_eq!(vote.found(), vote.verdict, "{}: {}", decision.id, vote.case);
		}
	}
}

/// The pages of the owners show each count with what the chain finds.
#[test]
fn the_pages_show_every_count_and_its_verdict() {
	for name in ["decisions.md", "decisions.zh-CN.md"] {
		let page = std::fs::read_to_string(format!("{}/../../docs/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
		for Published { id, votes, .. } in published() {
			let start = format!("| `{id}` | ");
			let rows: Vec<_> = page.lines().filter(|line| line.starts_with(&start)).collect();
			assert_eq!(rows.len(), votes.len(), "{name}: {id}");
			for (row, vote) in rows.into_iter().zip(&votes) {
				let class = format!("{start}`{}` {}", vote.pack, vote.class);
				let verdict = format!(" | `{}` | ", vote.found());
				assert!(row.starts_with(&class) && row.contains(&verdict), "{name}: {row}");
				assert_eq!(row.contains(" | – | "), vote.change.is_empty(), "{name}: {row}");
			}
		}
	}
}

#[test]
fn every_published_outcome_is_reached_or_says_what_no_class_expresses() {
	let decisions = published();
	assert_eq!(decisions.len(), 31);
	assert_eq!(decisions.iter().map(|decision| &decision.id).collect::<BTreeSet<_>>().len(), 31);
	for decision in &decisions {
		assert!(decision.source.starts_with("http"), "{}", decision.id);
		let reached = decision.votes.iter().any(|vote| vote.as_published);
		assert!(reached || !decision.lacks.is_empty(), "{}", decision.id);
	}
}

/// The votes that were called again or prolonged would have gone on by the rule of their class.
#[test]
fn a_second_call_and_an_extension_follow_from_the_first_count() {
	let decisions = published();
	let next = |id: &str, place: usize| {
		let decision = decisions.iter().find(|decision| decision.id == id).expect("the decision is in the file");
		let vote = &decision.votes[place];
		let (class, count) = (vote.class(), vote.count());
		let lack: Option<Lack> = lack(&class, &count, &decide(&class, &count));
		lack.and_then(|lack| class.next_stage(Stage::FirstCall, lack)).map(|(stage, _)| stage)
	};
	for id in ["us-canyon-1", "us-canyon-3", "us-severn-5"] {
		assert_eq!(next(id, 1), Some(Stage::SecondCall), "{id}");
		assert_eq!(next(id, 0), None, "{id}: the pack has no second call for motions");
	}
	// 258 of 590 were in favour, and the 200 silent could have made them 458.
	assert_eq!(next("us-nepenthe", 1), Some(Stage::Extended));
}

/// A test on numbers that lie far from every threshold would say little: these are the closest of the file.
#[test]
fn one_owner_more_or_less_would_have_changed_the_closest() {
	let decisions = published();
	let vote = |id: &str, place: usize| {
		&decisions.iter().find(|decision| decision.id == id).expect("the decision is in the file").votes[place]
	};
	let found = |vote: &Vote, in_favour: i32, against: i32| {
		let power = |(area, heads): (u64, u32)| Power { area, heads };
		let change = |(area, heads): (u64, u32), by: i32| (area, heads.checked_add_signed(by).unwrap());
		let count = Count {
			total: power(vote.total),
			participating: power(change(vote.participating, in_favour + against)),
			in_favour: power(change(vote.in_favour, in_favour)),
			against: power(change(vote.against, against)),
			served_silent: Power::ZERO,
			quorum_only: Power::ZERO,
		};
		decide(&vote.class(), &count).is_passed()
	};
	// The fewest heads that are more than half of all.
	assert!(found(vote("cn-pmceo", 1), 0, 0) && !found(vote("cn-pmceo", 1), -1, 1));
	// Two thirds of 770 votes are 514.
	let cedar = vote("us-cedar", 0);
	assert!(!found(cedar, 0, 0) && !found(cedar, 5, -5) && found(cedar, 6, -6));
	// 106 of 157 homes and 63 of 93 are 67 %.
	let mission = vote("us-mission", 1);
	assert!(!found(mission, 12, 0) && found(mission, 13, 0));
	let orchard = vote("us-orchard", 1);
	assert!(!found(orchard, 4, 0) && found(orchard, 5, 0));
}
