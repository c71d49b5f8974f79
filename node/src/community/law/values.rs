// SPDX-License-Identifier: GPL-3.0-or-later

//! The value of a parameter: as `community.toml` has it, and in words.

use super::tracts;
use crate::community::{
	charge_text::{chinese_kind, english_kind},
	decimal,
};
pub use linli_primitives::calendar::DAY;
use linli_primitives::{Fraction, Moment, UnitKind, UnitKinds, UtcOffset};
use linli_roster::Language;
use linli_runtime::genesis::rule_book::{Base, DeveloperRule, SilentRule, Threshold, TractBuildings};
use toml::Value;

/// The value of a parameter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Setting {
	/// A share that must be reached or exceeded; `None` if none is asked: `"at least 2/3"`, `"none"`.
	Threshold(Option<Threshold>),
	/// The share against that must not be exceeded: `"1/4"`, `"none"`.
	Veto(Option<Fraction>),
	/// A share: `"1/5"` or `"20%"`.
	Share(Fraction),
	/// Whole days, in ms.
	Days(Moment),
	/// A number.
	Count(u32),
	/// Yes or no.
	Flag(bool),
	/// Whether area and heads must both reach their shares: `"both"` or `"either"`.
	Both(bool),
	/// Kinds of units.
	Kinds(Vec<UnitKind>),
	/// Some kinds of the units that vote; `None` for `"all"`.
	SomeKinds(Option<UnitKinds>),
	/// Hours and minutes ahead of UTC: `"+08:00"`.
	Offset(UtcOffset),
	/// Of whom a share is taken: `"all"`, `"participating"` or `"for-and-against"`.
	Base(Base),
	/// What becomes of owners who stay silent: `"not-participating"` or `"follow-majority"`.
	Silent(SilentRule),
	/// How the developer votes: `"full"`, `"left-out"`, `"1/3"`, `"1/3 from 1/2"` or `"at most 30%"`.
	Developer(DeveloperRule),
	/// Tracts, each a list of buildings: `[[1, 2], [3]]`.
	Tracts(TractBuildings),
}

impl Setting {
	/// Reads a value of the same sort as this one. The error is what was expected.
	pub fn read(&self, value: &Value, language: Language) -> Result<Self, String> {
		let expected = || self.expected(language);
		let text = value.as_str().map(str::trim);
		let read = match self {
			Self::Threshold(_) => text.and_then(threshold).map(Self::Threshold),
			Self::Veto(_) => text.and_then(|text| match text {
				"none" => Some(Self::Veto(None)),
				text => share(text).map(|share| Self::Veto(Some(share))),
			}),
			Self::Share(_) => text.and_then(share).map(Self::Share),
			Self::Days(_) => {
				let days = value.as_integer().and_then(|days| u64::try_from(days).ok());
				days.and_then(|days| days.checked_mul(DAY)).map(Self::Days)
			}
			Self::Count(_) => value.as_integer().and_then(|count| u32::try_from(count).ok()).map(Self::Count),
			Self::Flag(_) => value.as_bool().map(Self::Flag),
			Self::Both(_) => word(text, &[("both", true), ("either", false)]).map(Self::Both),
			Self::Kinds(_) => kinds(value).map(Self::Kinds),
			Self::SomeKinds(_) if text == Some("all") => Some(Self::SomeKinds(None)),
			Self::SomeKinds(_) => kinds(value).map(|kinds| Self::SomeKinds(Some(UnitKinds::of(&kinds)))),
			Self::Offset(_) => text.and_then(offset).map(Self::Offset),
			Self::Base(_) => word(text, &BASES).map(Self::Base),
			Self::Silent(_) => word(text, &SILENT).map(Self::Silent),
			Self::Developer(_) => text.and_then(developer).map(Self::Developer),
			Self::Tracts(_) => tracts::read(value).map(Self::Tracts),
		};
		read.ok_or_else(expected)
	}

	/// The form that is expected, in words.
	pub fn expected(&self, language: Language) -> String {
		let [english, chinese] = match self {
			Self::Threshold(_) => [
				"\"at least 2/3\", \"more than 1/2\" or such, or \"none\"",
				"\"at least 2/3\"（至少）、\"more than 1/2\"（超过）之类，或 \"none\"（不要求）",
			],
			Self::Veto(_) => ["a share such as \"1/4\", or \"none\"", "比例，如 \"1/4\"，或 \"none\"（没有）"],
			Self::Share(_) => ["a share such as \"1/5\" or \"20%\"", "比例，如 \"1/5\" 或 \"20%\""],
			Self::Days(_) => ["a whole number of days", "整数天数"],
			Self::Count(_) => ["a whole number", "整数"],
			Self::Flag(_) => ["true or false", "true（是）或 false（否）"],
			Self::Both(_) => [
				"\"both\" (area and heads) or \"either\" (one suffices)",
				"\"both\"（面积和人数都要达到）或 \"either\"（达到一项即可）",
			],
			Self::Kinds(_) => [
				"a list of residential, commercial, parking, storage, each at most once, such as [\"residential\"]",
				"residential（住宅）、commercial（商业用房）、parking（车位）、storage（储藏室）的列表，每种至多一次，如 [\"residential\"]",
			],
			Self::SomeKinds(_) => [
				"\"all\" of those that vote, or a list of residential, commercial, parking, storage, such as [\"residential\"]",
				"\"all\"（全部有表决权的），或 residential（住宅）、commercial（商业用房）、parking（车位）、storage（储藏室）的列表，如 [\"residential\"]",
			],
			Self::Offset(_) => ["hours and minutes from -14:00 to +14:00, such as \"+08:00\"", "-14:00 到 +14:00，如 \"+08:00\""],
			Self::Base(_) => [
				"\"all\", \"participating\" or \"for-and-against\"",
				"\"all\"（全体）、\"participating\"（参与表决的）或 \"for-and-against\"（赞成和反对的）",
			],
			Self::Silent(_) => [
				"\"not-participating\" or \"follow-majority\"",
				"\"not-participating\"（不算参与）或 \"follow-majority\"（从多）",
			],
			Self::Developer(_) => [
				"\"full\", \"left-out\", a share of the area such as \"1/3\" or \"1/3 from 1/2\" of all on, or \"at most 30%\" of all",
				"\"full\"（全额）、\"left-out\"（不参加），面积按比例计，如 \"1/3\" 或达到全体一半起的 \"1/3 from 1/2\"，或以全体的 \"at most 30%\" 为上限",
			],
			Self::Tracts(_) => [
				"at most 8 lists of numbers of buildings, such as [[1, 2], [3]], or [] for none",
				"至多 8 组楼栋号，如 [[1, 2], [3]]；没有则为 []",
			],
		};
		language.pick(english, chinese).into()
	}

	/// As `community.toml` has it.
	pub fn toml(&self) -> Value {
		let none = || Value::from("none");
		match self {
			Self::Threshold(None) | Self::Veto(None) => none(),
			Self::Threshold(Some(threshold)) => {
				let how = if threshold.strict { "more than" } else { "at least" };
				format!("{how} {}", fraction(threshold.fraction)).into()
			}
			Self::Veto(Some(share)) | Self::Share(share) => fraction(*share).into(),
			Self::Days(span) => i64::try_from(span / DAY).unwrap_or(i64::MAX).into(),
			Self::Count(count) => i64::from(*count).into(),
			Self::Flag(flag) => (*flag).into(),
			Self::Both(both) => of_word(*both, &[("both", true), ("either", false)]).into(),
			Self::Kinds(kinds) => kinds.iter().map(|kind| Value::from(english_kind(*kind))).collect::<Vec<_>>().into(),
			Self::SomeKinds(None) => "all".into(),
			Self::SomeKinds(Some(kinds)) => Self::Kinds(kinds.iter().collect()).toml(),
			Self::Offset(offset) => offset_text(*offset).into(),
			Self::Base(base) => of_word(*base, &BASES).into(),
			Self::Silent(silent) => of_word(*silent, &SILENT).into(),
			Self::Developer(rule) => match rule {
				DeveloperRule::Full => "full".into(),
				DeveloperRule::LeftOut => "left-out".into(),
				DeveloperRule::Reduced { to, from } if from.numerator == 0 => fraction(*to).into(),
				DeveloperRule::Reduced { to, from } => format!("{} from {}", fraction(*to), fraction(*from)).into(),
				DeveloperRule::Capped { at } => format!("at most {}", fraction(*at)).into(),
			},
			Self::Tracts(tracts) => tracts::toml(tracts),
		}
	}

	/// In words.
	pub fn text(&self, language: Language) -> String {
		let pick = |english, chinese| language.pick(english, chinese);
		match self {
			Self::Threshold(None) | Self::Veto(None) => pick("none", "不要求").into(),
			Self::Threshold(Some(Threshold { fraction: share, strict })) => match (language, strict) {
				(Language::English, true) => format!("more than {}", fraction(*share)),
				(Language::English, false) => format!("at least {}", fraction(*share)),
				(Language::Chinese, true) => format!("超过 {}", fraction(*share)),
				(Language::Chinese, false) => format!("至少 {}", fraction(*share)),
			},
			Self::Veto(Some(share)) | Self::Share(share) => fraction(*share),
			Self::Days(span) => match language {
				Language::English => format!("{} days", span / DAY),
				Language::Chinese => format!("{} 天", span / DAY),
			},
			Self::Count(count) => count.to_string(),
			Self::Flag(true) => pick("yes", "是").into(),
			Self::Flag(false) => pick("no", "否").into(),
			Self::Both(true) => pick("area and heads", "面积和人数").into(),
			Self::Both(false) => pick("area or heads", "面积或人数").into(),
			Self::Kinds(kinds) => {
				let name = |kind: &UnitKind| pick(english_kind(*kind), chinese_kind(*kind));
				kinds.iter().map(name).collect::<Vec<_>>().join(pick(", ", "、"))
			}
			Self::SomeKinds(None) => pick("all that vote", "全部有表决权的").into(),
			Self::SomeKinds(Some(kinds)) => Self::Kinds(kinds.iter().collect()).text(language),
			Self::Offset(offset) => format!("UTC{}", offset_text(*offset)),
			Self::Base(Base::All) => pick("of all owners", "占全体业主").into(),
			Self::Base(Base::Participating) => pick("of those taking part", "占参与表决的").into(),
			Self::Base(Base::ForAndAgainst) => pick("of those for and against", "占赞成和反对的").into(),
			Self::Silent(SilentRule::NotParticipating) => pick("do not take part", "不算参与").into(),
			Self::Silent(SilentRule::FollowMajority) => pick("follow the majority", "从多").into(),
			Self::Developer(rule) => developer_text(*rule, language),
			Self::Tracts(tracts) => tracts::text(tracts, language),
		}
	}
}

/// How the developer votes, in words.
fn developer_text(rule: DeveloperRule, language: Language) -> String {
	let pair = match rule {
		DeveloperRule::Full => ["in full".into(), "全额".into()],
		DeveloperRule::LeftOut => ["not at all".into(), "不参加".into()],
		DeveloperRule::Reduced { to, from } if from.numerator == 0 => {
			[format!("with {} of its area", fraction(to)), format!("面积按 {} 计", fraction(to))]
		}
		DeveloperRule::Reduced { to, from } => [
			format!("with {} of its area, from {} of all on", fraction(to), fraction(from)),
			format!("面积达全体的 {} 起，按 {} 计", fraction(from), fraction(to)),
		],
		DeveloperRule::Capped { at } => {
			[format!("with at most {} of all area", fraction(at)), format!("面积至多计全体的 {}", fraction(at))]
		}
	};
	let [english, chinese]: [String; 2] = pair;
	match language {
		Language::English => english,
		Language::Chinese => chinese,
	}
}

const BASES: [(&str, Base); 3] =
	[("all", Base::All), ("participating", Base::Participating), ("for-and-against", Base::ForAndAgainst)];

const SILENT: [(&str, SilentRule); 2] =
	[("not-participating", SilentRule::NotParticipating), ("follow-majority", SilentRule::FollowMajority)];

fn word<T: Copy>(text: Option<&str>, words: &[(&str, T)]) -> Option<T> {
	words.iter().find(|(word, _)| Some(*word) == text).map(|(_, value)| *value)
}

fn of_word<T: PartialEq>(value: T, words: &[(&'static str, T)]) -> &'static str {
	words.iter().find(|(_, one)| *one == value).map_or("", |(word, _)| word)
}

fn threshold(text: &str) -> Option<Option<Threshold>> {
	if text == "none" {
		return Some(None);
	}
	let after = |prefixes: &[&str]| prefixes.iter().find_map(|prefix| text.strip_prefix(prefix));
	let (rest, strict) = match after(&["at least", "至少", "≥", ">="]) {
		Some(rest) => (rest, false),
		None => (after(&["more than", "超过", ">"])?, true),
	};
	Some(Some(Threshold { fraction: share(rest.trim())?, strict }))
}

/// `full`, `left-out`, `1/3`, `1/3 from 1/2` or `at most 30%`.
fn developer(text: &str) -> Option<DeveloperRule> {
	Some(match text {
		"full" => DeveloperRule::Full,
		"left-out" => DeveloperRule::LeftOut,
		_ => match (text.strip_prefix("at most"), text.split_once("from")) {
			(Some(most), _) => DeveloperRule::Capped { at: share(most.trim())? },
			(None, Some((to, from))) => DeveloperRule::Reduced { to: share(to.trim())?, from: share(from.trim())? },
			(None, None) => DeveloperRule::Reduced { to: share(text)?, from: Fraction::ZERO },
		},
	})
}

/// `2/3`, `20%` or `33.33%`, at most the whole.
fn share(text: &str) -> Option<Fraction> {
	let fraction = match text.strip_suffix('%') {
		Some(number) => {
			let number = number.trim_end();
			let places = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
			let numerator = u32::try_from(decimal::parse(number, places.min(4))?).ok()?;
			reduced(numerator, 10u32.checked_pow(u32::try_from(places).ok()?)?.checked_mul(100)?)
		}
		None => {
			let (numerator, denominator) = text.split_once('/')?;
			let number = |text: &str| u32::try_from(decimal::parse(text.trim(), 0)?).ok();
			Fraction::new(number(numerator)?, number(denominator)?)
		}
	};
	(fraction.is_valid() && fraction.numerator <= fraction.denominator).then_some(fraction)
}

fn reduced(numerator: u32, denominator: u32) -> Fraction {
	let (mut a, mut b) = (numerator, denominator);
	while b != 0 {
		(a, b) = (b, a % b);
	}
	Fraction::new(numerator / a.max(1), denominator / a.max(1))
}

/// `2/3`.
pub fn fraction(fraction: Fraction) -> String {
	format!("{}/{}", fraction.numerator, fraction.denominator)
}

fn kinds(value: &Value) -> Option<Vec<UnitKind>> {
	let mut kinds = Vec::new();
	for name in value.as_array()? {
		let kind = UnitKind::ALL.into_iter().find(|kind| Some(english_kind(*kind)) == name.as_str())?;
		if kinds.contains(&kind) {
			return None;
		}
		kinds.push(kind);
	}
	(!kinds.is_empty()).then_some(kinds)
}

/// `+08:00`.
fn offset(text: &str) -> Option<UtcOffset> {
	let (sign, rest) = match (text.strip_prefix('+'), text.strip_prefix(['-', '−'])) {
		(Some(rest), _) => (1, rest),
		(None, Some(rest)) => (-1, rest),
		(None, None) => return None,
	};
	let (hours, minutes) = rest.split_once(':')?;
	let number = |text: &str| (text.len() == 2).then(|| decimal::parse(text, 0)).flatten();
	let (hours, minutes) = (number(hours)?, number(minutes).filter(|minutes| *minutes < 60)?);
	UtcOffset::from_minutes(sign * i16::try_from(hours * 60 + minutes).ok()?)
}

/// Hours and minutes ahead of UTC: `+08:00`.
pub fn offset_text(offset: UtcOffset) -> String {
	let (sign, minutes) = (if offset.minutes() < 0 { '-' } else { '+' }, offset.minutes().unsigned_abs());
	format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_is_written_reads_back() {
		let all = [
			Setting::Threshold(Some(Threshold::at_least(2, 3))),
			Setting::Threshold(Some(Threshold::more_than(1, 2))),
			Setting::Threshold(None),
			Setting::Veto(Some(Fraction::new(1, 4))),
			Setting::Veto(None),
			Setting::Share(Fraction::new(1, 5)),
			Setting::Days(15 * DAY),
			Setting::Count(7),
			Setting::Flag(true),
			Setting::Both(false),
			Setting::Kinds(vec![UnitKind::Residential, UnitKind::Parking]),
			Setting::SomeKinds(None),
			Setting::SomeKinds(Some(UnitKinds::of(&[UnitKind::Commercial, UnitKind::Storage]))),
			Setting::Offset(UtcOffset::from_minutes(-570).unwrap()),
			Setting::Base(Base::ForAndAgainst),
			Setting::Silent(SilentRule::FollowMajority),
			Setting::Developer(DeveloperRule::Full),
			Setting::Developer(DeveloperRule::LeftOut),
			Setting::Developer(DeveloperRule::Reduced { to: Fraction::new(1, 3), from: Fraction::new(1, 2) }),
			Setting::Developer(DeveloperRule::Reduced { to: Fraction::new(1, 3), from: Fraction::ZERO }),
			Setting::Developer(DeveloperRule::Capped { at: Fraction::new(3, 10) }),
			Setting::Tracts(TractBuildings::default()),
			Setting::Tracts(tracts::read(&Value::from(vec![vec![1, 2], vec![3]])).unwrap()),
		];
		for setting in all {
			assert_eq!(setting.read(&setting.toml(), Language::English), Ok(setting.clone()), "{}", setting.toml());
			assert!(!setting.text(Language::Chinese).is_empty() && !setting.expected(Language::Chinese).is_empty());
		}
	}

	#[test]
	fn shares_are_exact_and_at_most_the_whole() {
		for (text, expected) in
			[("20%", (1, 5)), ("33.3333%", (333_333, 1_000_000)), ("2/3", (2, 3)), ("100 %", (1, 1))]
		{
			assert_eq!(share(text), Some(Fraction::new(expected.0, expected.1)), "{text}");
		}
		for text in ["", "2", "1/0", "3/2", "101%", "-1/2", "1/2/3", "0.123456%", "two thirds"] {
			assert_eq!(share(text), None, "{text}");
		}
	}

	#[test]
	fn the_developers_votes_in_words() {
		let capped = DeveloperRule::Capped { at: Fraction::new(3, 10) };
		for (text, expected) in [("at most 30%", Some(capped)), ("left-out", Some(DeveloperRule::LeftOut))] {
			assert_eq!(developer(text), expected, "{text}");
		}
		for text in ["", "half", "3/2", "at most", "at most 2", "1/3 from", "from 1/2", "at least 1/3"] {
			assert_eq!(developer(text), None, "{text}");
		}
	}

	#[test]
	fn thresholds_have_signs_and_chinese_words_too() {
		for (text, expected) in [
			(">= 2/3", Threshold::at_least(2, 3)),
			("≥2/3", Threshold::at_least(2, 3)),
			("至少 2/3", Threshold::at_least(2, 3)),
			("> 1/2", Threshold::more_than(1, 2)),
			("超过 50%", Threshold::more_than(1, 2)),
		] {
			assert_eq!(threshold(text), Some(Some(expected)), "{text}");
		}
	}

	#[test]
	fn what_is_no_value_says_what_was_expected() {
		let days = Setting::Days(DAY);
		for value in [Value::from(-1), Value::from("15"), Value::from(1.5)] {
			assert_eq!(days.read(&value, Language::English), Err("a whole number of days".into()));
		}
		let threshold = Setting::Threshold(None);
		for text in ["2/3", "over 1/2", "at least", "more than 2"] {
			assert!(threshold.read(&text.into(), Language::English).is_err(), "{text}");
		}
		let zone = Setting::Offset(UtcOffset::PLUS_8);
		for text in ["8", "08:00", "+8:00", "+15:00", "+08:60"] {
			assert!(zone.read(&text.into(), Language::English).is_err(), "{text}");
		}
		let kinds = Setting::Kinds(Vec::new());
		for list in [vec![], vec!["flat"], vec!["parking", "parking"]] {
			let list = Value::from(list.into_iter().map(Value::from).collect::<Vec<_>>());
			assert!(kinds.read(&list, Language::English).is_err(), "{list}");
		}
	}
}
