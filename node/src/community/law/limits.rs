// SPDX-License-Identifier: GPL-3.0-or-later

//! What the law of each pack forbids: the least or the most of a parameter, with the article that says so.
//!
//! A community may be stricter than its law, so most limits have one side. What is our own choice in a pack has none.
//! Sources and simplifications: `docs/decisions.md`.

use super::{
	values::{fraction, Setting, DAY},
	Law,
};
use linli_primitives::Fraction;
use linli_roster::Language;
use linli_runtime::genesis::rule_book::{Base, Threshold};

/// A limit of a law.
#[derive(Debug)]
pub struct Limit {
	/// The key of the parameter.
	pub key: &'static str,
	/// What the law allows.
	pub bound: Bound,
	/// The law and its article, in English and Chinese.
	pub law: [&'static str; 2],
}

/// What a law allows.
#[derive(Clone, Copy, Debug)]
pub enum Bound {
	/// This threshold, or one that is harder to meet.
	Threshold(Threshold),
	/// The same, or none: where meeting either measure is enough, to leave one out is stricter.
	ThresholdOrNone(Threshold),
	/// A share of at most this, and some.
	ShareAtMost(Fraction),
	/// At least so many days.
	DaysAtLeast(u64),
	/// At most so many days.
	DaysAtMost(u64),
	/// At least so many.
	AtLeast(u32),
	/// At most so many.
	AtMost(u32),
	/// Area and heads, not one of them.
	Both,
	/// Yes.
	Yes,
	/// Of those taking part, abstentions included, or of all owners.
	NotOfForAndAgainst,
	/// Of all owners.
	OfAll,
}

impl Bound {
	/// Whether the law allows the value.
	fn allows(self, setting: &Setting) -> bool {
		match (self, setting) {
			(Self::Threshold(least), Setting::Threshold(found)) => found.is_some_and(|found| as_strict(found, least)),
			(Self::ThresholdOrNone(least), Setting::Threshold(found)) => {
				found.is_none_or(|found| as_strict(found, least))
			}
			(Self::ShareAtMost(most), Setting::Veto(found)) => found.is_some_and(|found| at_least(most, found)),
			(Self::ShareAtMost(most), Setting::Share(found)) => at_least(most, *found),
			(Self::DaysAtLeast(days), Setting::Days(span)) => *span >= days.saturating_mul(DAY),
			(Self::DaysAtMost(days), Setting::Days(span)) => *span <= days.saturating_mul(DAY),
			(Self::AtLeast(least), Setting::Count(count)) => *count >= least,
			(Self::AtMost(most), Setting::Count(count)) => *count <= most,
			(Self::Both, Setting::Both(both)) => *both,
			(Self::Yes, Setting::Flag(flag)) => *flag,
			(Self::NotOfForAndAgainst, Setting::Base(base)) => *base != Base::ForAndAgainst,
			(Self::OfAll, Setting::Base(base)) => *base == Base::All,
			_ => false,
		}
	}

	/// What the law allows, in words.
	pub fn text(self, language: Language) -> String {
		let pair = match self {
			Self::Threshold(least) => {
				let share = Setting::Threshold(Some(least));
				[share.text(Language::English), share.text(Language::Chinese)]
			}
			Self::ThresholdOrNone(least) => {
				let share = Setting::Threshold(Some(least));
				[
					format!("{}, or none", share.text(Language::English)),
					format!("{}，或不要求", share.text(Language::Chinese)),
				]
			}
			Self::ShareAtMost(most) => [format!("at most {}", fraction(most)), format!("至多 {}", fraction(most))],
			Self::DaysAtLeast(days) => [format!("at least {days} days"), format!("至少 {days} 天")],
			Self::DaysAtMost(days) => [format!("at most {days} days"), format!("至多 {days} 天")],
			Self::AtLeast(count) => [format!("at least {count}"), format!("至少 {count}")],
			Self::AtMost(count) => [format!("at most {count}"), format!("至多 {count}")],
			Self::Both => ["area and heads, both (\"both\")".into(), "面积和人数都要达到（\"both\"）".into()],
			Self::Yes => ["yes (true)".into(), "是（true）".into()],
			Self::NotOfForAndAgainst => [
				"of those taking part (\"participating\") or of all owners (\"all\")".into(),
				"占参与表决的（\"participating\"）或占全体业主（\"all\"）".into(),
			],
			Self::OfAll => ["of all owners (\"all\")".into(), "占全体业主（\"all\"）".into()],
		};
		let [english, chinese] = pair;
		match language {
			Language::English => english,
			Language::Chinese => chinese,
		}
	}
}

/// Whether a threshold is at least as hard to meet as another.
fn as_strict(found: Threshold, least: Threshold) -> bool {
	let equal = found.fraction == least.fraction;
	at_least(found.fraction, least.fraction) && (!equal || found.strict || !least.strict)
}

/// Whether one share is at least as large as another.
fn at_least(one: Fraction, other: Fraction) -> bool {
	u64::from(one.numerator) * u64::from(other.denominator) >= u64::from(other.numerator) * u64::from(one.denominator)
}

impl Law {
	/// The limits of this pack's law.
	pub fn limits(&self) -> impl Iterator<Item = &'static Limit> {
		let limits: &'static [Limit] = match self.id.as_str() {
			"cn" => CHINA,
			"nsw" => NEW_SOUTH_WALES,
			"qld" => QUEENSLAND,
			"us-hoa" => CALIFORNIA,
			_ => &[],
		};
		limits.iter()
	}

	/// The limits that the rules break.
	pub fn forbidden(&self) -> Vec<(&'static Limit, Setting)> {
		let broken = |limit: &'static Limit| {
			let setting = self.get(limit.key)?;
			(!limit.bound.allows(&setting)).then_some((limit, setting))
		};
		self.limits().filter_map(broken).collect()
	}
}

const fn limit(key: &'static str, bound: Bound, law: [&'static str; 2]) -> Limit {
	Limit { key, bound, law }
}

const fn at_least_share(numerator: u32, denominator: u32) -> Bound {
	Bound::Threshold(Threshold::at_least(numerator, denominator))
}

const fn more_than_share(numerator: u32, denominator: u32) -> Bound {
	Bound::Threshold(Threshold::more_than(numerator, denominator))
}

const fn share_at_most(numerator: u32, denominator: u32) -> Bound {
	Bound::ShareAtMost(Fraction::new(numerator, denominator))
}

const CIVIL_CODE_278: [&str; 2] = ["Civil Code art. 278", "《民法典》第二百七十八条"];
const REGULATION_13: [&str; 2] = ["Property Management Regulation (物业管理条例) art. 13", "《物业管理条例》第十三条"];
const REGULATION_14: [&str; 2] = ["Property Management Regulation (物业管理条例) art. 14", "《物业管理条例》第十四条"];
const GUIDE_31: [&str; 2] = [
	"Guiding rules for assemblies and committees (业主大会和业主委员会指导规则) art. 31–32",
	"《业主大会和业主委员会指导规则》第三十一、三十二条",
];

const CHINA: &[Limit] = &[
	limit("ordinary.participation_area", at_least_share(2, 3), CIVIL_CODE_278),
	limit("ordinary.participation_heads", at_least_share(2, 3), CIVIL_CODE_278),
	limit("ordinary.participation", Bound::Both, CIVIL_CODE_278),
	limit("ordinary.approval_area", more_than_share(1, 2), CIVIL_CODE_278),
	limit("ordinary.approval_heads", more_than_share(1, 2), CIVIL_CODE_278),
	limit("ordinary.approval", Bound::Both, CIVIL_CODE_278),
	limit("ordinary.approval_of", Bound::NotOfForAndAgainst, CIVIL_CODE_278),
	limit("major.participation_area", at_least_share(2, 3), CIVIL_CODE_278),
	limit("major.participation_heads", at_least_share(2, 3), CIVIL_CODE_278),
	limit("major.participation", Bound::Both, CIVIL_CODE_278),
	limit("major.approval_area", at_least_share(3, 4), CIVIL_CODE_278),
	limit("major.approval_heads", at_least_share(3, 4), CIVIL_CODE_278),
	limit("major.approval", Bound::Both, CIVIL_CODE_278),
	limit("major.approval_of", Bound::NotOfForAndAgainst, CIVIL_CODE_278),
	limit("ordinary.notice_days", Bound::DaysAtLeast(15), REGULATION_14),
	limit("major.notice_days", Bound::DaysAtLeast(15), REGULATION_14),
	limit("petition_share", share_at_most(1, 5), REGULATION_13),
	limit("committee.seats_min", Bound::AtLeast(5), GUIDE_31),
	limit("committee.seats_max", Bound::AtMost(11), GUIDE_31),
	limit("committee.odd", Bound::Yes, GUIDE_31),
	limit("committee.term_max_days", Bound::DaysAtMost(5 * 365), GUIDE_31),
];

const SCHEMES_5: [&str; 2] =
	["Strata Schemes Management Act 2015 (NSW) s 5", "新南威尔士州《2015 年分层物业管理法》第 5 条"];
const SCHEMES_19: [&str; 2] =
	["Strata Schemes Management Act 2015 (NSW) s 19", "新南威尔士州《2015 年分层物业管理法》第 19 条"];
const SCHEMES_30: [&str; 2] =
	["Strata Schemes Management Act 2015 (NSW) s 30", "新南威尔士州《2015 年分层物业管理法》第 30 条"];
const SCHEMES_CL_14: [&str; 2] =
	["Strata Schemes Management Act 2015 (NSW) sch 1 cl 14", "新南威尔士州《2015 年分层物业管理法》附表 1 第 14 款"];
const SCHEMES_CL_17: [&str; 2] =
	["Strata Schemes Management Act 2015 (NSW) sch 1 cl 17", "新南威尔士州《2015 年分层物业管理法》附表 1 第 17 款"];

const QUARTER_OR_NONE: Bound = Bound::ThresholdOrNone(Threshold::at_least(1, 4));

const NEW_SOUTH_WALES: &[Limit] = &[
	limit("ordinary.participation_heads", at_least_share(1, 4), SCHEMES_CL_17),
	limit("ordinary.participation_area", QUARTER_OR_NONE, SCHEMES_CL_17),
	limit("ordinary.approval_heads", more_than_share(1, 2), SCHEMES_CL_14),
	limit("major.participation_heads", at_least_share(1, 4), SCHEMES_CL_17),
	limit("major.participation_area", QUARTER_OR_NONE, SCHEMES_CL_17),
	limit("major.veto_area", share_at_most(1, 4), SCHEMES_5),
	limit("petition_share", share_at_most(1, 4), SCHEMES_19),
	limit("committee.seats_min", Bound::AtLeast(1), SCHEMES_30),
	limit("committee.seats_max", Bound::AtMost(9), SCHEMES_30),
];

const BODY_CORPORATE_106: [&str; 2] = [
	"Body Corporate and Community Management Act 1997 (Qld) s 106",
	"昆士兰州《1997 年法人团体与社区管理法》第 106 条",
];
const BODY_CORPORATE_108: [&str; 2] = [
	"Body Corporate and Community Management Act 1997 (Qld) s 108",
	"昆士兰州《1997 年法人团体与社区管理法》第 108 条",
];
const STANDARD_MODULE: [&str; 2] = [
	"Body Corporate and Community Management (Standard Module) Regulation 2020 (Qld)",
	"昆士兰州《2020 年法人团体与社区管理（标准模块）条例》",
];

const QUEENSLAND: &[Limit] = &[
	limit("ordinary.participation_heads", at_least_share(1, 4), STANDARD_MODULE),
	limit("ordinary.approval_heads", more_than_share(1, 2), BODY_CORPORATE_108),
	limit("ordinary.notice_days", Bound::DaysAtLeast(21), STANDARD_MODULE),
	limit("major.participation_heads", at_least_share(1, 4), STANDARD_MODULE),
	limit("major.approval_heads", at_least_share(2, 3), BODY_CORPORATE_106),
	limit("major.veto_area", share_at_most(1, 4), BODY_CORPORATE_106),
	limit("major.veto_heads", share_at_most(1, 4), BODY_CORPORATE_106),
	limit("major.notice_days", Bound::DaysAtLeast(21), STANDARD_MODULE),
	limit("committee.seats_min", Bound::AtLeast(3), STANDARD_MODULE),
	limit("committee.seats_max", Bound::AtMost(7), STANDARD_MODULE),
];

const CALIFORNIA_4070: [&str; 2] = ["California Civil Code § 4070", "加利福尼亚州《民法典》第 4070 条"];
const CALIFORNIA_4270: [&str; 2] = ["California Civil Code §§ 4065, 4270", "加利福尼亚州《民法典》第 4065、4270 条"];
const CALIFORNIA_5100: [&str; 2] = ["California Civil Code § 5100", "加利福尼亚州《民法典》第 5100 条"];
const CALIFORNIA_5115: [&str; 2] = ["California Civil Code § 5115", "加利福尼亚州《民法典》第 5115 条"];
const CALIFORNIA_5605: [&str; 2] = ["California Civil Code § 5605(c)", "加利福尼亚州《民法典》第 5605(c) 条"];
const CALIFORNIA_7510: [&str; 2] = ["California Corporations Code § 7510(e)", "加利福尼亚州《公司法》第 7510(e) 条"];

const CALIFORNIA: &[Limit] = &[
	limit("ordinary.participation_heads", more_than_share(1, 2), CALIFORNIA_5605),
	limit("ordinary.approval_heads", more_than_share(1, 2), CALIFORNIA_4070),
	limit("major.approval_heads", more_than_share(1, 2), CALIFORNIA_4270),
	limit("major.approval_of", Bound::OfAll, CALIFORNIA_4270),
	limit("election.participation_heads", at_least_share(1, 5), CALIFORNIA_5115),
	limit("election.voting_days", Bound::DaysAtLeast(30), CALIFORNIA_5115),
	limit("committee.nomination_days", Bound::DaysAtLeast(30), CALIFORNIA_5115),
	limit("committee.term_max_days", Bound::DaysAtMost(4 * 365), CALIFORNIA_5100),
	limit("petition_share", share_at_most(1, 20), CALIFORNIA_7510),
];

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::law::tests::law;

	/// The packs obey their own laws, and every limit is on a parameter that its pack has.
	#[test]
	fn every_pack_is_lawful() {
		for id in linli_runtime::genesis::law_packs() {
			let law = law(id);
			let forbidden: Vec<_> = law.forbidden().iter().map(|(limit, _)| limit.key).collect();
			assert!(forbidden.is_empty(), "{id}: {forbidden:?}");
			assert_eq!(law.limits().count() == 0, id == "poll", "{id}");
			for limit in law.limits() {
				assert!(law.get(limit.key).is_some(), "{id} {}", limit.key);
			}
		}
	}

	#[test]
	fn one_step_below_a_limit_is_forbidden_and_stricter_is_not() {
		let threshold = |share| Setting::Threshold(Some(share));
		for (key, wrong, right) in [
			("major.approval_area", threshold(Threshold::more_than(2, 3)), threshold(Threshold::more_than(3, 4))),
			("ordinary.approval_heads", threshold(Threshold::at_least(1, 2)), threshold(Threshold::at_least(51, 100))),
			("ordinary.participation_area", Setting::Threshold(None), threshold(Threshold::at_least(4, 6))),
			("major.notice_days", Setting::Days(15 * DAY - 1), Setting::Days(16 * DAY)),
			("petition_share", Setting::Share(Fraction::new(21, 100)), Setting::Share(Fraction::new(1, 100))),
			("committee.seats_max", Setting::Count(13), Setting::Count(7)),
			("ordinary.approval_of", Setting::Base(Base::ForAndAgainst), Setting::Base(Base::All)),
			("major.participation", Setting::Both(false), Setting::Both(true)),
		] {
			let with = |setting: Setting| {
				let mut law = law("cn");
				law.set(key, setting).unwrap();
				law.forbidden().into_iter().map(|(limit, _)| limit.key).collect::<Vec<_>>()
			};
			assert_eq!(with(wrong), [key]);
			assert!(with(right).is_empty(), "{key}");
		}
		let mut new_south_wales = law("nsw");
		new_south_wales.set("major.participation_area", Setting::Threshold(None)).unwrap();
		assert!(new_south_wales.forbidden().is_empty());
		new_south_wales.set("major.participation_area", threshold(Threshold::at_least(1, 5))).unwrap();
		assert_eq!(new_south_wales.forbidden().len(), 1);
		let mut queensland = law("qld");
		queensland.set("major.veto_area", Setting::Veto(None)).unwrap();
		assert_eq!(queensland.forbidden()[0].0.law[0], "Body Corporate and Community Management Act 1997 (Qld) s 106");
	}

	/// The pages have every limit, and no other.
	#[test]
	fn the_pages_say_the_same() {
		for (name, language) in [("config.md", Language::English), ("config.zh-CN.md", Language::Chinese)] {
			let page = std::fs::read_to_string(format!("{}/../docs/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
			let mut rows = 0;
			for id in linli_runtime::genesis::law_packs() {
				for Limit { key, bound, law: [english, chinese] } in law(id).limits() {
					let start = format!("| `{id}` | `{key}` | ");
					let row = page.lines().find(|line| line.starts_with(&start));
					let row = row.unwrap_or_else(|| panic!("{name} lacks {start}"));
					assert_eq!(
						row.replace('`', ""),
						format!("| {id} | {key} | {} | {} |", bound.text(language), language.pick(english, chinese))
					);
					rows += 1;
				}
			}
			assert_eq!(page.lines().filter(|line| line.matches('|').count() == 5).count(), rows + 2, "{name}");
		}
	}
}
