// SPDX-License-Identifier: GPL-3.0-or-later

//! The parameters of a law pack that a community can change, by their keys in `community.toml`.
//!
//! ```toml
//! [parameters]
//! petition_share = "1/10"
//!
//! [parameters.ordinary]
//! notice_days = 20
//! ```
//!
//! The key of the second is `ordinary.notice_days`.

use super::{values::Setting, Law};
use linli_primitives::{Fraction, Moment, UnitKind, UnitKinds, UtcOffset};
use linli_runtime::genesis::rule_book::{
	Base, DecisionClass, DeveloperRule, ElectionRules, SecondCall, SilentRule, Threshold, TieRule, TractBuildings, Veto,
};

/// The classes of decisions by their names in `community.toml`, in the order in which every pack has them.
pub const CLASSES: [(&str, [&str; 2]); 5] = [
	("ordinary", ["Ordinary decisions", "普通决定"]),
	("major", ["Major decisions", "重大决定"]),
	("poll", ["Polls, which bind nobody", "征询（无约束力）"]),
	("election", ["Elections of the committee", "业主委员会选举"]),
	("without_dissent", ["Resolutions without dissent", "无异议决议"]),
];

/// The name of the section of the committee's rules.
pub const COMMITTEE: &str = "committee";

/// Where a parameter stands.
enum Slot<'a> {
	Threshold(&'a mut Option<Threshold>),
	VetoArea(&'a mut Option<Veto>),
	VetoHeads(&'a mut Option<Veto>),
	Share(&'a mut Fraction),
	Days(&'a mut Moment),
	Count(&'a mut u32),
	Months(&'a mut u8),
	Flag(&'a mut bool),
	Both(&'a mut bool),
	Kinds(&'a mut Vec<UnitKind>),
	SomeKinds(&'a mut Option<UnitKinds>),
	Offset(&'a mut UtcOffset),
	Base(&'a mut Base),
	Silent(&'a mut SilentRule),
	Tie(&'a mut TieRule),
	Developer(&'a mut DeveloperRule),
	Tracts(&'a mut TractBuildings),
	/// Days, or zero for none.
	DaysOrNone(&'a mut Option<Moment>),
	Second(&'a mut DecisionClass, SecondPart),
}

/// A part of the second call.
#[derive(Clone, Copy)]
enum SecondPart {
	Days,
	Area,
	Heads,
}

/// A parameter of a part `T` of the rules: its name, what it is in both languages, and where it stands.
type Entry<T> = (&'static str, [&'static str; 2], for<'a> fn(&'a mut T) -> Slot<'a>);

const GENERAL: [Entry<Law>; 10] = [
	("utc_offset", ["the community's time", "小区的时区"], |law| Slot::Offset(&mut law.utc_offset)),
	("voting_kinds", ["kinds of units that vote", "有表决权的房屋类型"], |law| {
		Slot::Kinds(&mut law.voting_kinds)
	}),
	(
		"heads_per_lot",
		["each unit that votes is a head, not each owner", "按房屋计人数：每套有表决权的房屋计一人，而不是每位业主"],
		|law| Slot::Flag(&mut law.heads_per_lot),
	),
	(
		"petition_share",
		["share of owners whose petition is put to the vote", "联名提议所需的业主比例"],
		|law| Slot::Share(&mut law.rule_book.petition),
	),
	("petition_days", ["time to collect support for a petition", "联名提议的征集期"], |law| {
		Slot::Days(&mut law.rule_book.petition_window)
	}),
	("proxies_per_holder", ["proxies that one person can hold", "每人最多接受几份委托"], |law| {
		Slot::Count(&mut law.rule_book.proxies_per_holder)
	}),
	("objection_days", ["time to object to the replacement of a lost key", "更换密钥的异议期"], |law| {
		Slot::Days(&mut law.objection_delay)
	}),
	("prepayment_months", ["months of dues that can be prepaid", "最多可预缴几个月"], |law| {
		Slot::Months(&mut law.prepayment_months)
	}),
	("free_transfers", ["residents transfer money to each other", "住户之间可以转账"], |law| {
		Slot::Flag(&mut law.free_transfers)
	}),
	(
		"tracts",
		[
			"the buildings of each tract, for decisions that have to pass within each",
			"各分区的楼栋，用于须在各分区分别通过的决定",
		],
		|law| Slot::Tracts(&mut law.rule_book.tracts),
	),
];

const CLASS: [Entry<DecisionClass>; 23] = [
	("participation_area", ["share of the area that must take part", "参与表决的面积比例"], |class| {
		Slot::Threshold(&mut class.participation.area)
	}),
	("participation_heads", ["share of the owners that must take part", "参与表决的人数比例"], |class| {
		Slot::Threshold(&mut class.participation.heads)
	}),
	("participation", ["whether both shares must take part", "两项比例是否都要达到"], |class| {
		Slot::Both(&mut class.participation.both)
	}),
	("approval_area", ["share of the area in favour", "赞成的面积比例"], |class| {
		Slot::Threshold(&mut class.approval.area)
	}),
	("approval_heads", ["share of the owners in favour", "赞成的人数比例"], |class| {
		Slot::Threshold(&mut class.approval.heads)
	}),
	("approval", ["whether both shares must be in favour", "两项赞成比例是否都要达到"], |class| {
		Slot::Both(&mut class.approval.both)
	}),
	("approval_of", ["of whom the share in favour is taken", "赞成比例以谁为分母"], |class| {
		Slot::Base(&mut class.approval.of)
	}),
	(
		"veto_area",
		["share of the area against that stops a decision, if exceeded", "否决线：反对的面积比例"],
		|class| Slot::VetoArea(&mut class.veto),
	),
	(
		"veto_heads",
		["share of the owners against that stops a decision, if exceeded", "否决线：反对的人数比例"],
		|class| Slot::VetoHeads(&mut class.veto),
	),
	("notice_days", ["notice before the vote", "公告期"], |class| Slot::Days(&mut class.notice)),
	("voting_days", ["time to vote", "投票期"], |class| Slot::Days(&mut class.window)),
	("challenge_days", ["time to challenge a decision before it takes effect", "决定异议期"], |class| {
		Slot::Days(&mut class.delay)
	}),
	("silent", ["owners who were served and stay silent", "已送达而未表决的业主"], |class| {
		Slot::Silent(&mut class.silent)
	}),
	("tie_passes", ["whether a tie passes", "票数相同时是否通过"], |class| Slot::Tie(&mut class.tie)),
	(
		"extension_days",
		[
			"days by which a vote that lacks ballots is extended once; 0 for none",
			"票数不足时投票期延长一次的天数；0 为不延长",
		],
		|class| Slot::DaysOrNone(&mut class.extension),
	),
	(
		"second_call_days",
		["days of a second call, if too few took part; 0 for none", "参与不足时第二次征集的天数；0 为没有"],
		|class| Slot::Second(class, SecondPart::Days),
	),
	(
		"second_call_area",
		["share of the area that must take part at the second call", "第二次征集时参与的面积比例"],
		|class| Slot::Second(class, SecondPart::Area),
	),
	(
		"second_call_heads",
		["share of the owners that must take part at the second call", "第二次征集时参与的人数比例"],
		|class| Slot::Second(class, SecondPart::Heads),
	),
	(
		"early_close_days",
		[
			"days without a new ballot after which a vote closes early, once all have voted; 0 for never",
			"全体都已投票后，连续几天无人投票或改票即可提前结束；0 为不提前",
		],
		|class| Slot::DaysOrNone(&mut class.early_close),
	),
	(
		"developer",
		["how the developer, who has the unsold units, votes", "建设单位（未售房屋的业主）如何投票"],
		|class| Slot::Developer(&mut class.developer),
	),
	("quorum_only", ["whether ballots for the quorum only are taken", "是否接受只计参与的选票"], |class| {
		Slot::Flag(&mut class.quorum_only)
	}),
	(
		"kinds",
		["kinds of units that take part, of those that vote", "哪些有表决权的房屋类型参加表决"],
		|class| Slot::SomeKinds(&mut class.kinds),
	),
	(
		"in_each_tract",
		["whether it must pass within each tract, too", "是否须在各分区也分别通过"],
		|class| Slot::Flag(&mut class.in_each_tract),
	),
];

const ELECTIONS: [Entry<ElectionRules>; 7] = [
	("seats_min", ["fewest seats", "最少席位"], |rules| Slot::Count(&mut rules.seats_min)),
	("seats_max", ["most seats", "最多席位"], |rules| Slot::Count(&mut rules.seats_max)),
	("odd", ["whether the number of seats must be odd", "席位数是否须为单数"], |rules| {
		Slot::Flag(&mut rules.odd)
	}),
	("term_min_days", ["shortest term", "最短任期"], |rules| Slot::Days(&mut rules.term_min)),
	("term_max_days", ["longest term", "最长任期"], |rules| Slot::Days(&mut rules.term_max)),
	("arrears_bar", ["whether owners in arrears cannot stand", "欠费业主是否不得参选"], |rules| {
		Slot::Flag(&mut rules.arrears_bar)
	}),
	("nomination_days", ["time to nominate", "提名期"], |rules| Slot::Days(&mut rules.nomination)),
];

impl Slot<'_> {
	fn get(&self) -> Setting {
		match self {
			Self::Threshold(threshold) => Setting::Threshold(**threshold),
			Self::VetoArea(veto) => Setting::Veto(veto.and_then(|veto| veto.area)),
			Self::VetoHeads(veto) => Setting::Veto(veto.and_then(|veto| veto.heads)),
			Self::Share(share) => Setting::Share(**share),
			Self::Days(span) => Setting::Days(**span),
			Self::Count(count) => Setting::Count(**count),
			Self::Months(months) => Setting::Count(u32::from(**months)),
			Self::Flag(flag) => Setting::Flag(**flag),
			Self::Both(both) => Setting::Both(**both),
			Self::Kinds(kinds) => Setting::Kinds(kinds.to_vec()),
			Self::SomeKinds(kinds) => Setting::SomeKinds(**kinds),
			Self::Offset(offset) => Setting::Offset(**offset),
			Self::Base(base) => Setting::Base(**base),
			Self::Silent(silent) => Setting::Silent(**silent),
			Self::Tie(tie) => Setting::Flag(**tie == TieRule::Passed),
			Self::Developer(rule) => Setting::Developer(**rule),
			Self::Tracts(tracts) => Setting::Tracts((**tracts).clone()),
			Self::DaysOrNone(span) => Setting::Days(span.unwrap_or_default()),
			Self::Second(class, part) => {
				let second = class.second_call;
				match part {
					SecondPart::Days => Setting::Days(second.map(|second| second.window).unwrap_or_default()),
					SecondPart::Area => Setting::Threshold(second.and_then(|second| second.participation.area)),
					SecondPart::Heads => Setting::Threshold(second.and_then(|second| second.participation.heads)),
				}
			}
		}
	}

	/// Takes a value of the sort that `get` returns; `None` if it is another or out of range.
	fn set(self, setting: Setting) -> Option<()> {
		match (self, setting) {
			(Self::Threshold(slot), Setting::Threshold(threshold)) => *slot = threshold,
			(Self::VetoArea(slot), Setting::Veto(share)) => set_veto(slot, |veto| veto.area = share),
			(Self::VetoHeads(slot), Setting::Veto(share)) => set_veto(slot, |veto| veto.heads = share),
			(Self::Share(slot), Setting::Share(share)) => *slot = share,
			(Self::Days(slot), Setting::Days(span)) => *slot = span,
			(Self::Count(slot), Setting::Count(count)) => *slot = count,
			(Self::Months(slot), Setting::Count(count)) => *slot = u8::try_from(count).ok()?,
			(Self::Flag(slot), Setting::Flag(flag)) => *slot = flag,
			(Self::Both(slot), Setting::Both(both)) => *slot = both,
			(Self::Kinds(slot), Setting::Kinds(kinds)) => *slot = kinds,
			(Self::SomeKinds(slot), Setting::SomeKinds(kinds)) => *slot = kinds,
			(Self::Offset(slot), Setting::Offset(offset)) => *slot = offset,
			(Self::Base(slot), Setting::Base(base)) => *slot = base,
			(Self::Silent(slot), Setting::Silent(silent)) => *slot = silent,
			(Self::Tie(slot), Setting::Flag(passes)) => {
				*slot = if passes { TieRule::Passed } else { TieRule::Rejected };
			}
			(Self::Developer(slot), Setting::Developer(rule)) => *slot = rule,
			(Self::Tracts(slot), Setting::Tracts(tracts)) => *slot = tracts,
			(Self::DaysOrNone(slot), Setting::Days(span)) => *slot = (span > 0).then_some(span),
			(Self::Second(class, part), setting) => set_second(class, part, setting)?,
			_ => return None,
		}
		Some(())
	}
}

/// Changes the second call. A new one asks for the participation of the first until that is changed, and has no time
/// yet.
fn set_second(class: &mut DecisionClass, part: SecondPart, setting: Setting) -> Option<()> {
	let new = SecondCall { participation: class.participation, window: 0 };
	match (part, setting) {
		(SecondPart::Days, Setting::Days(0)) => class.second_call = None,
		(SecondPart::Days, Setting::Days(span)) => class.second_call.get_or_insert(new).window = span,
		// Where there is no second call, no share is none of it.
		(SecondPart::Area | SecondPart::Heads, Setting::Threshold(None)) if class.second_call.is_none() => (),
		(SecondPart::Area, Setting::Threshold(share)) => {
			class.second_call.get_or_insert(new).participation.area = share;
		}
		(SecondPart::Heads, Setting::Threshold(share)) => {
			class.second_call.get_or_insert(new).participation.heads = share;
		}
		_ => return None,
	}
	Some(())
}

/// Changes a veto, which is there as long as it has a share.
fn set_veto(slot: &mut Option<Veto>, change: impl FnOnce(&mut Veto)) {
	let mut veto = slot.unwrap_or(Veto { area: None, heads: None, of: Base::ForAndAgainst });
	change(&mut veto);
	*slot = (veto.area.is_some() || veto.heads.is_some()).then_some(veto);
}

fn entry<'a, T>(entries: &[Entry<T>], name: &str, part: &'a mut T) -> Option<Slot<'a>> {
	entries.iter().find(|(known, ..)| *known == name).map(|(_, _, slot)| slot(part))
}

impl Law {
	/// Where the parameter of a key stands. `None` if the pack has no such parameter.
	fn slot(&mut self, key: &str) -> Option<Slot<'_>> {
		match key.split_once('.') {
			None => entry(&GENERAL, key, self),
			Some((COMMITTEE, name)) => entry(&ELECTIONS, name, &mut self.rule_book.election),
			Some((section, name)) => {
				let place = CLASSES.iter().position(|(known, _)| *known == section)?;
				entry(&CLASS, name, self.rule_book.classes.get_mut(place)?)
			}
		}
	}

	/// The value of a parameter.
	pub fn get(&self, key: &str) -> Option<Setting> {
		self.clone().slot(key).map(|slot| slot.get())
	}

	/// Changes a parameter; `None` if there is none of that key, or the value does not fit it.
	pub fn set(&mut self, key: &str, setting: Setting) -> Option<()> {
		self.slot(key)?.set(setting)
	}

	/// The keys of all parameters of this pack, in the order in which they are shown.
	pub fn keys(&self) -> Vec<String> {
		let mut keys: Vec<String> = GENERAL.iter().map(|(name, ..)| (*name).to_owned()).collect();
		for (section, _) in CLASSES.iter().take(self.rule_book.classes.len()) {
			keys.extend(CLASS.iter().map(|(name, ..)| format!("{section}.{name}")));
		}
		keys.extend(ELECTIONS.iter().map(|(name, ..)| format!("{COMMITTEE}.{name}")));
		keys
	}
}

/// What a parameter is, in English and Chinese.
pub fn about(key: &str) -> [&'static str; 2] {
	fn of<T>(entries: &[Entry<T>], name: &str) -> Option<[&'static str; 2]> {
		entries.iter().find(|(known, ..)| *known == name).map(|(_, about, _)| *about)
	}
	match key.split_once('.') {
		None => of(&GENERAL, key),
		Some((COMMITTEE, name)) => of(&ELECTIONS, name),
		Some((_, name)) => of(&CLASS, name),
	}
	.unwrap_or_default()
}

/// What a section is, in English and Chinese.
pub fn about_section(section: &str) -> [&'static str; 2] {
	match CLASSES.iter().find(|(known, _)| *known == section) {
		Some((_, about)) => *about,
		None => ["The committee", "业主委员会"],
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::law::{tests::law, values::DAY};
	use linli_roster::Language;

	/// Every parameter of every pack is a value that can be written, read and set again.
	#[test]
	fn every_parameter_is_read_as_it_is_written() {
		for id in linli_runtime::genesis::law_packs() {
			let law = law(id);
			for key in law.keys() {
				let value = law.get(&key).unwrap();
				assert_eq!(value.read(&value.toml(), Language::English), Ok(value.clone()), "{id} {key}");
				let mut same = law.clone();
				same.set(&key, value).unwrap();
				assert_eq!(same.genesis(), law.genesis(), "{id} {key}");
				assert!(about(&key).iter().all(|text| !text.is_empty()), "{key}");
			}
		}
	}

	#[test]
	fn a_changed_parameter_reaches_the_genesis_state() {
		let mut law = law("cn");
		law.set("major.notice_days", Setting::Days(20 * DAY)).unwrap();
		law.set("prepayment_months", Setting::Count(6)).unwrap();
		law.set("committee.seats_max", Setting::Count(9)).unwrap();
		law.set("ordinary.veto_heads", Setting::Veto(Some(Fraction::new(1, 3)))).unwrap();
		let genesis = law.genesis();
		let book = &genesis["governance"]["ruleBook"];
		assert_eq!(book["classes"][1]["notice"], 20 * DAY);
		assert_eq!(book["classes"][0]["notice"], 15 * DAY);
		assert_eq!(book["classes"][0]["veto"]["heads"]["denominator"], 3);
		assert_eq!(book["election"]["seats_max"], 9);
		assert_eq!(genesis["fees"]["rules"]["prepayment_months"], 6);
		assert_eq!(genesis["fees"]["rules"]["allocation"], "late_fee_first");

		law.set("ordinary.veto_heads", Setting::Veto(None)).unwrap();
		assert!(law.rule_book.classes[0].veto.is_none());
	}

	/// The pages have every parameter in its words.
	#[test]
	fn the_pages_say_the_same() {
		for (name, place) in [("config.md", 0), ("config.zh-CN.md", 1)] {
			let page = std::fs::read_to_string(format!("{}/../docs/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
			for key in law("qld").keys() {
				let bare = key.rsplit('.').next().unwrap();
				let row = format!("| `{bare}` | {} | ", about(&key)[place]);
				assert!(page.contains(&row), "{name} lacks {row}");
			}
		}
	}

	#[test]
	fn a_second_call_is_there_once_it_has_days() {
		let mut law = law("cn");
		let third = Threshold::at_least(1, 3);
		law.set("ordinary.second_call_heads", Setting::Threshold(None)).unwrap();
		assert!(law.rule_book.classes[0].second_call.is_none());
		law.set("ordinary.second_call_heads", Setting::Threshold(Some(third))).unwrap();
		assert!(law.invalid().unwrap()[0].contains("second_call_days"), "a second call without time");
		law.set("ordinary.second_call_days", Setting::Days(7 * DAY)).unwrap();
		assert!(law.invalid().is_none());
		let second = law.rule_book.classes[0].second_call.unwrap();
		assert_eq!((second.participation.heads, second.window), (Some(third), 7 * DAY));
		assert_eq!(second.participation.area, law.rule_book.classes[0].participation.area, "as at the first call");
		law.set("ordinary.second_call_area", Setting::Threshold(Some(Threshold::at_least(1, 1)))).unwrap();
		assert!(law.invalid().unwrap()[0].contains("second call"), "more than at the first call");
		law.set("ordinary.second_call_days", Setting::Days(0)).unwrap();
		assert!(law.rule_book.classes[0].second_call.is_none());
		law.set("ordinary.early_close_days", Setting::Days(DAY)).unwrap();
		assert_eq!(law.rule_book.classes[0].early_close, Some(DAY));
	}

	#[test]
	fn what_is_no_parameter_is_refused() {
		let mut law = law("cn");
		// Under this pack, elections go by the ordinary class.
		for key in ["notice", "mayor.notice_days", "ordinary.seats_min", "election.notice_days", ""] {
			assert!(law.get(key).is_none(), "{key}");
		}
		assert!(law.set("prepayment_months", Setting::Count(300)).is_none());
		assert!(law.set("prepayment_months", Setting::Flag(true)).is_none());
	}
}
