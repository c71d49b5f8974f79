// SPDX-License-Identifier: GPL-3.0-or-later

//! How many owners and how much area a decision needs, counted from the roster.

use crate::community::{
	law::{parameters::CLASSES, values::DAY, Law},
	papers::square_metres,
	roster::unit_kind,
};
use linli_primitives::{Area, BuildingId, Fraction, UnitKind};
use linli_roster::{Language, Roster, Unit};
use linli_runtime::genesis::rule_book::{Base, DecisionClass, SecondCall, Threshold};
use std::collections::HashSet;

/// All owners with a vote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Electorate {
	/// The area of their units that vote, in 0.01 m².
	pub area: Area,
	/// How many they are, or how many units of theirs vote where these are the heads.
	pub heads: u64,
	/// Whether heads are units.
	pub by_lot: bool,
}

/// The owners with a vote.
pub fn electorate(roster: &Roster, voting_kinds: &[UnitKind], by_lot: bool) -> Electorate {
	counted(roster, by_lot, |unit| voting_kinds.contains(&unit_kind(unit.kind)))
}

/// The owners with a vote by their units in some buildings.
pub fn electorate_in(roster: &Roster, voting_kinds: &[UnitKind], by_lot: bool, buildings: &[BuildingId]) -> Electorate {
	let lies_there =
		|unit: &Unit| roster.buildings.get(unit.building).is_some_and(|building| buildings.contains(&building.number));
	counted(roster, by_lot, |unit| voting_kinds.contains(&unit_kind(unit.kind)) && lies_there(unit))
}

fn counted(roster: &Roster, by_lot: bool, votes: impl Fn(&Unit) -> bool) -> Electorate {
	let voting = || roster.units.iter().filter(|unit| votes(unit));
	let owners: HashSet<_> = voting().map(|unit| unit.owner).collect();
	let heads = if by_lot { voting().count() } else { owners.len() };
	Electorate { area: voting().map(|unit| unit.area).sum(), heads: u64::try_from(heads).unwrap_or(u64::MAX), by_lot }
}

/// The least part of a whole that meets a threshold.
pub fn least(threshold: Threshold, whole: u64) -> u64 {
	let Fraction { numerator, denominator } = threshold.fraction;
	let product = u128::from(whole) * u128::from(numerator);
	let part = match threshold.strict {
		true => (product / u128::from(denominator.max(1))) + 1,
		false => product.div_ceil(u128::from(denominator.max(1))),
	};
	u64::try_from(part).unwrap_or(u64::MAX)
}

/// How many owners a petition needs.
pub fn petition(law: &Law, electorate: Electorate) -> u64 {
	least(Threshold { fraction: law.rule_book.petition, strict: false }, electorate.heads).max(1)
}

/// Owners (or units, where these are the heads) and area in words, with *and* or *or* between them.
fn amounts(heads: Option<u64>, by_lot: bool, area: Option<Area>, both: bool, language: Language) -> Option<String> {
	let heads = heads.map(|heads| match language {
		Language::English => format!("{heads} {}", if by_lot { "units" } else { "owners" }),
		Language::Chinese => format!("{heads} {}", if by_lot { "套房屋" } else { "位业主" }),
	});
	let area = area.map(|area| match language {
		Language::English => format!("{} m²", square_metres(area)),
		Language::Chinese => format!("{} 平方米", square_metres(area)),
	});
	match (heads, area) {
		(Some(heads), Some(area)) => {
			let between = match both {
				true => language.pick(" and ", "且"),
				false => language.pick(" or ", "或"),
			};
			Some(format!("{heads}{between}{area}"))
		}
		(one, other) => one.or(other),
	}
}

/// What a class of decisions needs, line by line.
pub fn class(place: usize, class: &DecisionClass, electorate: Electorate, language: Language) -> Vec<String> {
	let Electorate { area, heads, by_lot } = electorate;
	let name = CLASSES.get(place).map_or("", |(_, [english, chinese])| language.pick(english, chinese));
	let days = |span: u64| span / DAY;
	let mut lines = vec![match language {
		Language::English => format!(
			"{name}: {} days of notice, {} days to vote, {} days to challenge",
			days(class.notice),
			days(class.window),
			days(class.delay)
		),
		Language::Chinese => format!(
			"{name}：公告 {} 天，投票 {} 天，异议 {} 天",
			days(class.notice),
			days(class.window),
			days(class.delay)
		),
	}];
	let mut line = |english: String, chinese: String| {
		lines.push(match language {
			Language::English => format!("   {english}"),
			Language::Chinese => format!("   {chinese}"),
		});
	};

	let participation = class.participation;
	let quorum_heads = participation.heads.map(|threshold| least(threshold, heads));
	let quorum_area = participation.area.map(|threshold| least(threshold, area));
	match amounts(quorum_heads, by_lot, quorum_area, participation.both, language) {
		Some(quorum) => line(format!("must take part: {quorum}"), format!("须参与表决：{quorum}")),
		None => line("no minimum number has to take part".into(), "不要求参与比例".into()),
	}

	if let Some(SecondCall { participation: second, window }) = class.second_call {
		let heads = second.heads.map(|threshold| least(threshold, heads));
		let area = second.area.map(|threshold| least(threshold, area));
		let (english, chinese) = match amounts(heads, by_lot, area, second.both, language) {
			Some(quorum) => (format!("must take part: {quorum}"), format!("须参与表决：{quorum}")),
			None => ("whatever number takes part is enough".into(), "不要求参与比例".into()),
		};
		let days = days(window);
		line(format!("if too few do, {days} days more: {english}"), format!("不足的再征集 {days} 天：{chinese}"));
	}

	let approval = class.approval;
	let of = |whole_heads: u64, whole_area: Area| {
		let heads = approval.heads.map(|threshold| least(threshold, whole_heads));
		let area = approval.area.map(|threshold| least(threshold, whole_area));
		amounts(heads, by_lot, area, approval.both, language)
	};
	match (of(heads, area), approval.of) {
		(None, _) => line("the candidates with the most votes win".into(), "得票最多者当选".into()),
		(Some(all), Base::All) => line(format!("in favour, of all: {all}"), format!("须赞成（占全体）：{all}")),
		(Some(all), base) => {
			let (english, chinese) = match base {
				Base::ForAndAgainst => ("for or against", "投赞成或反对票"),
				_ => ("in the vote", "参与表决"),
			};
			line(format!("in favour, if everybody is {english}: {all}"), format!("须赞成（全体都{chinese}时）：{all}"));
			// Abstentions count towards the quorum, so those for and against can be fewer than it.
			if base == Base::Participating && participation.both {
				if let (Some(quorum_heads), Some(quorum_area)) = (quorum_heads, quorum_area) {
					if let Some(fewest) = of(quorum_heads, quorum_area) {
						line(
							format!("in favour, if just so many take part: {fewest}"),
							format!("须赞成（参与者刚好达到上述数目时）：{fewest}"),
						);
					}
				}
			}
		}
	}

	if let Some(veto) = class.veto {
		let beyond = |share: Fraction, whole| least(Threshold { fraction: share, strict: true }, whole);
		let (heads, area) = (veto.heads.map(|share| beyond(share, heads)), veto.area.map(|share| beyond(share, area)));
		if let Some(against) = amounts(heads, by_lot, area, false, language) {
			let (english, chinese) = match veto.of {
				Base::All => ("", ""),
				Base::Participating => (", if everybody takes part", "（全体都参与时）"),
				Base::ForAndAgainst => (", if everybody is for or against", "（全体都投赞成或反对票时）"),
			};
			line(format!("stopped by {against} against{english}"), format!("反对达到 {against} 即被否决{chinese}"));
		}
	}
	lines
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::roster;
	use std::cmp::Ordering;

	/// The least part meets the threshold by the chain's own comparison, and a hundredth less does not.
	#[test]
	fn the_least_is_enough_and_less_is_not() {
		let meets = |threshold: Threshold, part: u64, whole: u64| match threshold
			.fraction
			.compare(u128::from(part), u128::from(whole))
			.unwrap()
		{
			Ordering::Greater => true,
			Ordering::Equal => !threshold.strict,
			Ordering::Less => false,
		};
		for threshold in [
			Threshold::at_least(2, 3),
			Threshold::more_than(1, 2),
			Threshold::at_least(3, 4),
			Threshold::at_least(1, 1),
			Threshold::more_than(1, 3),
		] {
			for whole in (1..60).chain([9_999, 981_480, 6_543_210_987]) {
				let part = least(threshold, whole);
				assert!(meets(threshold, part, whole), "{threshold:?} of {whole}: {part}");
				assert!(part == 0 || !meets(threshold, part - 1, whole), "{threshold:?} of {whole}: {part}");
			}
		}
	}

	#[test]
	fn a_head_is_an_owner_with_a_unit_that_votes() {
		let csv =
			"unit,building,kind,area_m2,owner,owner_kind\n1,1,residential,60,O1,person\n2,1,residential,40,O1,person\n\
			3,2,commercial,20.5,O2,company\nP,1,parking,12,O3,person\n";
		let roster = roster::parse(csv.as_bytes()).unwrap();
		let kinds = [UnitKind::Residential, UnitKind::Commercial];
		assert_eq!(electorate(&roster, &kinds, false), Electorate { area: 12_050, heads: 2, by_lot: false });
		assert_eq!(electorate(&roster, &kinds, true), Electorate { area: 12_050, heads: 3, by_lot: true });
		assert_eq!(electorate(&roster, &UnitKind::ALL, false).heads, 3);
		let within = |building| electorate_in(&roster, &kinds, false, &[building]);
		assert_eq!(within(roster.buildings[0].number).heads, 1);
		assert_eq!(within(roster.buildings[1].number).heads, 1);
		assert_eq!(within(77), Electorate { area: 0, heads: 0, by_lot: false });
	}

	#[test]
	fn classes_in_owners_and_square_metres() {
		let law = Law::of_pack("cn").unwrap().unwrap();
		let electorate = Electorate { area: 900_000, heads: 90, by_lot: false };
		let lines = class(1, &law.rule_book.classes[1], electorate, Language::English);
		assert_eq!(
			lines,
			[
				"Major decisions: 15 days of notice, 15 days to vote, 7 days to challenge",
				"   must take part: 60 owners and 6000.00 m²",
				"   in favour, if everybody is in the vote: 68 owners and 6750.00 m²",
				"   in favour, if just so many take part: 45 owners and 4500.00 m²",
			]
		);
		let lines = class(0, &law.rule_book.classes[0], electorate, Language::Chinese);
		assert_eq!(lines[1], "   须参与表决：60 位业主且6000.00 平方米");
		assert_eq!(petition(&law, electorate), 18);

		let electorate = Electorate { by_lot: true, ..electorate };
		let queensland = Law::of_pack("qld").unwrap().unwrap();
		let lines = class(1, &queensland.rule_book.classes[1], electorate, Language::English);
		assert_eq!(lines.last().unwrap(), "   stopped by 23 units or 2250.01 m² against");
		let lines = class(3, &queensland.rule_book.classes[3], electorate, Language::English);
		assert!(lines.iter().any(|line| line.contains("most votes")), "{lines:?}");
		assert_eq!(lines[2], "   if too few do, 7 days more: whatever number takes part is enough");
	}
}
