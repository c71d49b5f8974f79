// SPDX-License-Identifier: GPL-3.0-or-later

//! The law pack of a chain, with what the community changes in it.
//!
//! - [`values`]: a parameter's value, read from `community.toml` and written there
//! - [`parameters`]: every parameter by its key, and where it stands in the genesis state
//! - [`limits`]: what the law of each pack forbids
//! - [`choices`]: what a pack leaves to the community's own documents

pub mod choices;
pub mod limits;
pub mod parameters;
pub mod tracts;
pub mod values;

use super::{charges::PotNames, errors::CommunityError, genesis};
use linli_primitives::{Moment, UnitKind, UnitKinds, UtcOffset, MAX_COUNTED_KINDS};
use linli_runtime::genesis::{
	rule_book::{RuleBook, RuleBookError},
	RepairRules,
};
use serde::de::DeserializeOwned;
use serde_json::{json, Value};

/// The rules of a chain: those of a law pack until they are changed.
#[derive(Clone, Debug)]
pub struct Law {
	/// The pack's id, such as `cn`.
	pub id: String,
	/// How the owners decide.
	pub rule_book: RuleBook,
	/// The pots, in order of their ids.
	pub pots: Vec<PotNames>,
	/// The kinds of units that confer voting power.
	pub voting_kinds: Vec<UnitKind>,
	/// Whether each unit that votes is a head, and not each owner.
	pub heads_per_lot: bool,
	/// The time within which the replacement of a key can be objected to, in ms.
	pub objection_delay: Moment,
	/// Whether residents can transfer money to each other.
	pub free_transfers: bool,
	/// The community's time.
	pub utc_offset: UtcOffset,
	/// How many months' dues can be prepaid for a unit.
	pub prepayment_months: u8,
	/// The kinds of units that take part in the repair fund.
	pub repair_kinds: Vec<UnitKind>,
	/// The whole pack, unchanged.
	pack: Value,
}

impl Law {
	/// A pack by its id; `None` if there is none.
	pub fn of_pack(id: &str) -> Result<Option<Self>, CommunityError> {
		let Some(pack) = linli_runtime::genesis::law_pack(id) else { return Ok(None) };
		Ok(Some(Self {
			id: id.into(),
			rule_book: part(id, &pack, "/governance/ruleBook")?,
			pots: genesis::pots(id, &pack)?,
			voting_kinds: part(id, &pack, "/registry/votingKinds")?,
			heads_per_lot: part(id, &pack, "/registry/headsPerLot")?,
			objection_delay: part(id, &pack, "/registry/objectionDelay")?,
			free_transfers: part(id, &pack, "/cashier/freeTransfers")?,
			utc_offset: part(id, &pack, "/community/utcOffset")?,
			prepayment_months: part(id, &pack, "/fees/rules/prepayment_months")?,
			repair_kinds: repair_kinds(id, &pack)?,
			pack,
		}))
	}

	/// The currency of the pack's country (ISO 4217).
	pub fn currency(&self) -> String {
		linli_runtime::genesis::law_pack_currency(&self.id).unwrap_or_default()
	}

	/// The sets of kinds of units that some classes name, which the register counts apart.
	fn counted_kinds(&self) -> Vec<UnitKinds> {
		let mut counted: Vec<_> = self.rule_book.classes.iter().filter_map(|class| class.kinds).collect();
		counted.sort_unstable();
		counted.dedup();
		counted
	}

	/// What makes the rule book unusable on any chain, in words.
	pub fn invalid(&self) -> Option<&'static [&'static str; 2]> {
		self.invalid_book().or_else(|| self.uncountable())
	}

	/// Why the register cannot count the kinds of units that classes name.
	fn uncountable(&self) -> Option<&'static [&'static str; 2]> {
		let counted = self.counted_kinds();
		if counted.len() > usize::try_from(MAX_COUNTED_KINDS).unwrap_or(usize::MAX) {
			return Some(&[
				"classes of decisions name more than two different lists of kinds of units (kinds)",
				"各类决定的参加表决的房屋类型（kinds）合计超过两种列法",
			]);
		}
		let votes = |kind| self.voting_kinds.contains(&kind);
		(!counted.into_iter().flat_map(UnitKinds::iter).all(votes)).then_some(&[
			"a class of decisions names kinds of units that do not vote (kinds, voting_kinds)",
			"有一类决定列出了没有表决权的房屋类型（kinds、voting_kinds）",
		])
	}

	fn invalid_book(&self) -> Option<&'static [&'static str; 2]> {
		self.rule_book.validate().err().map(|error| {
			match error {
			RuleBookError::OverZero => &["a share is divided by zero", "有一个比例以零为分母"],
			RuleBookError::OutOfReach => {
				&["a threshold can never be met: it is above the whole", "有一个门槛超过全体，永远达不到"]
			}
			RuleBookError::NoApproval => &["a class of decisions needs no approval", "有一类决定不需要任何赞成票"],
			RuleBookError::EmptyVeto => &["a veto has neither area nor heads", "有一个否决线既没有面积也没有人数"],
			RuleBookError::NoWindow => &[
				"a class of decisions has no time for voting, or for its second call (second_call_days)",
				"有一类决定没有投票时间，或第二次征集没有时间（second_call_days）",
			],
			RuleBookError::SecondCall => &[
				"a second call asks for more participation than the first call",
				"有一类决定的第二次征集要求的参与高于第一次",
			],
			RuleBookError::TooLong => &["a time is longer than 366 days", "有一个期限超过 366 天"],
			RuleBookError::Petition => &[
				"the share of a petition is zero or above the whole, or it has no time",
				"联名提议的比例为零或超过全体，或没有期限",
			],
			RuleBookError::Seats => &[
				"no number of seats is possible: from 1 to 31, and an odd one if it must be odd",
				"没有可行的席位数：应在 1 到 31 之间；要求单数时，其间须有单数",
			],
			RuleBookError::Term => &[
				"no term is possible: above zero, at most ten years, the shortest not above the longest",
				"没有可行的任期：应大于零、至多十年，最短的不得超过最长的",
			],
			RuleBookError::NoNomination => &["there is no time to nominate", "没有提名时间"],
			RuleBookError::Kinds => &[
				"all kinds of units that vote take part in elections, and in decisions on the rule book (kinds)",
				"选举以及对议事规则的决定，须由全部有表决权的房屋参加（kinds）",
			],
			RuleBookError::Tracts => &[
				"a tract has no building, two tracts share one, or they have more than 32 in all (tracts)",
				"有的分区没有楼栋，或两个分区有同一楼栋，或合计超过 32 栋（tracts）",
			],
			RuleBookError::InEachTract => &[
				"a class of decisions has to pass within each tract, and there are none (tracts), or it is that of \
				 elections, or the silent follow the majority in it (in_each_tract, silent)",
				"有一类决定须在各分区分别通过，而没有列出分区（tracts），或该类用于选举，或该类适用从多（in_each_tract、silent）",
			],
			RuleBookError::NoClass
			| RuleBookError::ClassNotFound
			| RuleBookError::AdvisoryMatter
			| RuleBookError::MajorMatter => {
				&["the classes of the law pack do not fit its matters", "法规包的决定类别与事项不符"]
			}
		}
		})
	}

	/// The genesis patch.
	pub fn genesis(&self) -> Value {
		let mut pack = self.pack.clone();
		let pots: Vec<_> = self.pots.iter().map(|pot| json!([pot.kind, pot.name])).collect();
		let own = json!({
			"community": { "utcOffset": self.utc_offset },
			"registry": {
				"votingKinds": self.voting_kinds,
				"headsPerLot": self.heads_per_lot,
				"objectionDelay": self.objection_delay,
			},
			"fund": { "pots": pots },
			"fees": { "rules": { "prepayment_months": self.prepayment_months } },
			"cashier": { "freeTransfers": self.free_transfers },
			"governance": { "ruleBook": self.rule_book },
		});
		linli_runtime::genesis::json_merge(&mut pack, own);
		let counted = self.counted_kinds();
		if !counted.is_empty() {
			let counted = json!({ "registry": { "countedKinds": counted } });
			linli_runtime::genesis::json_merge(&mut pack, counted);
		}
		pack
	}
}

/// The kinds of units that take part in the repair fund: those of the pack, or else those of the runtime.
fn repair_kinds(id: &str, pack: &Value) -> Result<Vec<UnitKind>, CommunityError> {
	let place = "/repair/rules";
	let rules = match pack.pointer(place) {
		Some(_) => part(id, pack, place)?,
		None => RepairRules::default(),
	};
	Ok(rules.rates.iter().map(|rate| rate.kind).collect())
}

/// A part of a pack.
fn part<T: DeserializeOwned>(id: &str, pack: &Value, place: &str) -> Result<T, CommunityError> {
	let unusable = |reason: String| CommunityError::LawPack { id: id.into(), reason };
	let value = pack.pointer(place).ok_or_else(|| unusable(format!("it has no {place}")))?;
	serde_json::from_value(value.clone()).map_err(|error| unusable(format!("{place}: {error}")))
}

#[cfg(test)]
pub(super) mod tests {
	use super::*;

	pub fn law(id: &str) -> Law {
		Law::of_pack(id).unwrap().unwrap()
	}

	/// Nothing of a pack is lost or changed where the community changes nothing.
	#[test]
	fn a_pack_without_changes_is_the_pack() {
		for id in linli_runtime::genesis::law_packs() {
			let law = law(id);
			let same = |value: &Value, place: &str| law.pack.pointer(place) == value.pointer(place);
			let genesis = law.genesis();
			for place in ["/fund", "/registry", "/fees", "/cashier", "/community", "/sharing"] {
				assert!(same(&genesis, place), "{id} {place}");
			}
			let book: RuleBook = part(id, &genesis, "/governance/ruleBook").unwrap();
			assert_eq!(book, law.rule_book, "{id}");
			assert!(law.invalid().is_none(), "{id}");
		}
		assert!(Law::of_pack("atlantis").unwrap().is_none());
	}

	/// The register counts what the classes name.
	#[test]
	fn kinds_that_classes_name_are_counted() {
		let mut law = law("nsw");
		assert_eq!(law.genesis()["registry"].get("countedKinds"), None);
		let homes = UnitKinds::of(&[UnitKind::Residential]);
		for place in [2, 4] {
			law.rule_book.classes[place].kinds = Some(homes);
		}
		assert!(law.invalid().is_none(), "a poll, and the resolution without dissent");
		assert_eq!(law.genesis()["registry"]["countedKinds"], json!([["residential"]]));
		law.voting_kinds = vec![UnitKind::Commercial];
		assert!(law.invalid().unwrap()[0].contains("do not vote"));
		law.voting_kinds = UnitKind::ALL.to_vec();
		law.rule_book.classes[1].kinds = Some(homes);
		assert!(law.invalid().unwrap()[0].contains("rule book"));
	}

	#[test]
	fn tracts_are_in_the_genesis_and_their_mistakes_are_named() {
		let mut law = law("us-hoa");
		law.set("major.in_each_tract", values::Setting::Flag(true)).unwrap();
		assert!(law.invalid().unwrap()[0].contains("within each tract"));
		let shared: toml::Table = "tracts = [[1, 2], [2]]".parse().unwrap();
		law.rule_book.tracts = tracts::read(&shared["tracts"]).unwrap();
		assert!(law.invalid().unwrap()[0].contains("share one"));
		let apart: toml::Table = "tracts = [[2, 1], [3]]".parse().unwrap();
		law.rule_book.tracts = tracts::read(&apart["tracts"]).unwrap();
		assert!(law.invalid().is_none());
		let book = &law.genesis()["governance"]["ruleBook"];
		assert_eq!(book["tracts"], json!([[1, 2], [3]]));
		assert_eq!(book["classes"][1]["in_each_tract"], json!(true));
	}

	#[test]
	fn an_unusable_rule_book_is_named() {
		let mut law = law("cn");
		law.rule_book.election.seats_min = 40;
		assert!(law.invalid().unwrap()[0].contains("seats"));
	}
}
