// SPDX-License-Identifier: GPL-3.0-or-later

//! What a chain will do, in plain words, before it is made: for `check --config` and the wizard.
//!
//! - [`thresholds`]: how many owners and how much area a decision needs
//! - [`money`]: what the charges bring; [`home`]: what a typical home pays
//! - [`tasks`]: what has to be done before the chain is made, and what is worth doing

pub mod home;
pub mod money;
pub mod tasks;
pub mod thresholds;

use super::{
	charge_text::{self, chinese_kind, english_kind},
	charges::NamedCharge,
	key_args::Collected,
	key_line::address_of,
	keys::{chinese_role, role_name, ROLES},
	law::{
		parameters::{about, about_section},
		tracts,
		values::{offset_text, Setting},
		Law,
	},
	papers::square_metres,
	roster::unit_kind,
};
use linli_primitives::UnitKind;
use linli_roster::{Language, Roster};
use linli_runtime::genesis::rule_book::DecisionClass;
use std::fmt::Write;

/// What is known of a chain that is about to be made.
pub struct Outlook<'a> {
	/// Its name.
	pub name: &'a str,
	/// The law pack with the community's changes.
	pub law: &'a Law,
	/// The currency, if it is right.
	pub currency: &'a str,
	/// Units and owners, if they could be read.
	pub roster: Option<&'a Roster>,
	/// The charges, if they could be read.
	pub charges: Option<&'a [NamedCharge]>,
	/// The keys whose lines are there.
	pub keys: &'a Collected,
	/// Whether all keys are made on this machine.
	pub makes_keys: bool,
	/// Whether it is for trials.
	pub trial: bool,
	/// Whether it begins with balances of the pots.
	pub has_balances: bool,
	/// How many boot nodes are named besides the validators.
	pub other_boot_nodes: usize,
	/// The portal.
	pub portal: Option<&'a str>,
}

/// The whole report.
pub fn text(outlook: &Outlook<'_>, language: Language) -> String {
	let mut report = Report { text: String::new(), language };
	report.community(outlook);
	if let Some(roster) = outlook.roster {
		report.roster(roster, outlook.law);
		if let Some(charges) = outlook.charges {
			report.charges(charges, roster, outlook.currency);
		}
		report.decisions(outlook.law, roster);
	}
	report.offices(outlook);
	report.limits(outlook.law);
	report.list("To do before the chain is made", "建链之前还要做", &tasks::before(outlook, language));
	report.list("Worth knowing", "请留意", &tasks::worth_knowing(outlook, language));
	report.text
}

/// A text that grows by sections.
struct Report {
	text: String,
	language: Language,
}

impl Report {
	fn heading(&mut self, english: &str, chinese: &str) {
		if !self.text.is_empty() {
			self.text.push('\n');
		}
		self.text += self.language.pick(english, chinese);
		self.text.push('\n');
	}

	fn line(&mut self, line: &str) {
		// Writing to a text cannot fail.
		let _ = writeln!(self.text, "  {line}");
	}

	/// One of two lines.
	fn say(&mut self, english: String, chinese: String) {
		let line = match self.language {
			Language::English => english,
			Language::Chinese => chinese,
		};
		self.line(&line);
	}

	fn list(&mut self, english: &str, chinese: &str, lines: &[String]) {
		if lines.is_empty() {
			return;
		}
		self.heading(english, chinese);
		for line in lines {
			self.line(&format!("- {line}"));
		}
	}

	fn community(&mut self, outlook: &Outlook<'_>) {
		let (law, currency) = (outlook.law, outlook.currency);
		self.heading(outlook.name, outlook.name);
		self.say(
			format!("law pack {}, currency {currency}, time UTC{}", law.id, offset_text(law.utc_offset)),
			format!("法规包 {}，货币 {currency}，时区 UTC{}", law.id, offset_text(law.utc_offset)),
		);
		let names: Vec<_> = law.pots.iter().map(|pot| pot.name.as_str()).collect();
		self.say(format!("pots: {}", names.join(", ")), format!("专项账目：{}", names.join("、")));
	}

	fn roster(&mut self, roster: &Roster, law: &Law) {
		self.heading("Units and owners", "房屋与业主");
		let (units, buildings, owners) = (roster.units.len(), roster.buildings.len(), roster.owners.len());
		let area = square_metres(roster.area());
		self.say(
			format!("{units} units in {buildings} buildings, {owners} owners, {area} m²"),
			format!("{buildings} 栋楼，{units} 套，{owners} 位业主，{area} 平方米"),
		);
		for kind in UnitKind::ALL {
			let of_kind: Vec<_> = roster.units.iter().filter(|unit| unit_kind(unit.kind) == kind).collect();
			if of_kind.is_empty() {
				continue;
			}
			let area = square_metres(of_kind.iter().map(|unit| unit.area).sum());
			let votes = law.voting_kinds.contains(&kind);
			self.say(
				format!(
					"{}: {}, {area} m², {}",
					english_kind(kind),
					of_kind.len(),
					if votes { "with a vote" } else { "without a vote" }
				),
				format!(
					"{}：{} 个，{area} 平方米，{}",
					chinese_kind(kind),
					of_kind.len(),
					if votes { "有表决权" } else { "无表决权" }
				),
			);
		}
	}

	fn charges(&mut self, charges: &[NamedCharge], roster: &Roster, currency: &str) {
		self.heading("Charges", "收费项目");
		if charges.is_empty() {
			self.say("none".into(), "无".into());
			return;
		}
		for (id, named) in charges.iter().enumerate() {
			let line = charge_text::line(id, named, currency, self.language);
			self.line(line.trim());
			let total = money::per_period(&named.charge, roster);
			let (units, period) = (total.units, money::period_word(named.charge.period, self.language));
			match total.amount {
				Some(amount) => self.say(
					format!("   {} {currency} {period} in all, from {units} units", money::decimal(amount)),
					format!("   共 {units} 个，{period}合计 {} {currency}", money::decimal(amount)),
				),
				None => self.say(
					format!("   for {units} units, as much as is read or decided"),
					format!("   共 {units} 个，金额视读数或决定而定"),
				),
			}
		}
		let monthly = money::decimal(money::per_month(charges, roster));
		self.say(
			format!("together {monthly} {currency} a month, quarters and years spread over their months"),
			format!("合计每月 {monthly} {currency}（按季、按年的均摊到各月）"),
		);
		if let Some(home) = home::median(charges, roster) {
			self.line(&home.text(currency, self.language));
		}
	}

	fn decisions(&mut self, law: &Law, roster: &Roster) {
		self.heading("Decisions", "表决");
		let of_kinds = |kinds: &[UnitKind]| thresholds::electorate(roster, kinds, law.heads_per_lot);
		let electorate = of_kinds(&law.voting_kinds);
		let (heads, area) = (electorate.heads, square_metres(electorate.area));
		if electorate.by_lot {
			self.say(
				format!("{heads} units with {area} m² have a vote, each counted as a head"),
				format!("有表决权的房屋 {heads} 套，每套计一人，面积 {area} 平方米"),
			);
		} else {
			self.say(
				format!("{heads} owners with {area} m² have a vote"),
				format!("有表决权的业主 {heads} 人，面积 {area} 平方米"),
			);
		}
		for (place, class) in law.rule_book.classes.iter().enumerate() {
			let own = class.kinds.map_or(electorate, |kinds| of_kinds(&kinds.iter().collect::<Vec<_>>()));
			for line in thresholds::class(place, class, own, self.language) {
				self.line(&line);
			}
			if class.kinds.is_some() {
				let kinds = Setting::SomeKinds(class.kinds).text(self.language);
				self.say(format!("   by units of these kinds only: {kinds}"), format!("   只计以下房屋：{kinds}"));
			}
			if class.in_each_tract {
				self.tracts(law, class, roster);
			}
		}
		let petition = thresholds::petition(law, electorate);
		let (english, chinese) = if electorate.by_lot { ("units", "套房屋") } else { ("owners", "位") };
		self.say(
			format!("{english} whose petition puts a question to the vote: {petition}"),
			format!("联名提议所需业主：{petition} {chinese}"),
		);
	}

	/// The tracts within each of which decisions by a class have to pass.
	fn tracts(&mut self, law: &Law, class: &DecisionClass, roster: &Roster) {
		self.say("   within each of these tracts, too:".into(), "   以下各分区也须分别通过：".into());
		let kinds = class.kinds.map_or(law.voting_kinds.clone(), |kinds| kinds.iter().collect());
		for tract in &law.rule_book.tracts {
			let names = tracts::names(tract, self.language);
			let own = thresholds::electorate_in(roster, &kinds, law.heads_per_lot, tract);
			let (heads, area) = (own.heads, square_metres(own.area));
			if heads == 0 {
				self.say(
					format!("   buildings {names}: nobody has a vote there, so that this tract is left out"),
					format!("   楼栋 {names}：没有有表决权的房屋，不计此分区"),
				);
				continue;
			}
			let (english, chinese) = if own.by_lot { ("units", "套房屋") } else { ("owners", "位业主") };
			self.say(
				format!("   buildings {names}: {heads} {english} with {area} m²"),
				format!("   楼栋 {names}：{heads} {chinese}，{area} 平方米"),
			);
		}
	}

	fn offices(&mut self, outlook: &Outlook<'_>) {
		self.heading("Offices and validators", "职务与验证人");
		if outlook.makes_keys {
			self.say(
				"All keys are made on this machine, of one validator, of all officers, and the bootstrap key.".into(),
				"全部密钥在此生成：一个验证人、各职务和引导密钥。".into(),
			);
			return;
		}
		let missing = self.language.pick("missing", "缺").to_owned();
		for role in ROLES {
			let held = outlook.keys.roles.iter().find(|(taken, _)| *taken == role);
			let holder = held.map_or(missing.clone(), |(_, account)| address_of(account));
			self.say(format!("{}: {holder}", role_name(role)), format!("{}：{holder}", chinese_role(role)));
		}
		let bootstrap = outlook.keys.bootstrap.as_ref().map_or(missing.clone(), address_of);
		self.say(format!("bootstrap key: {bootstrap}"), format!("引导密钥：{bootstrap}"));
		if outlook.keys.validators.is_empty() {
			self.say(format!("validators: {missing}"), format!("验证人：{missing}"));
		}
		for (number, keys) in (1..).zip(&outlook.keys.validators) {
			let account = address_of(&keys.account);
			let addresses = match keys.addresses.as_slice() {
				[] => self.language.pick("no address", "没有地址").to_owned(),
				addresses => addresses.join(" "),
			};
			self.say(
				format!("validator {number}: {account}, {addresses}"),
				format!("验证人 {number}：{account}，{addresses}"),
			);
		}
	}

	fn limits(&mut self, law: &Law) {
		let language = self.language;
		let limits: Vec<_> = law
			.limits()
			.map(|limit| {
				let pick = |[english, chinese]: [&'static str; 2]| language.pick(english, chinese);
				let what = match limit.key.split_once('.') {
					Some((section, _)) => {
						format!(
							"{}{}{}",
							pick(about_section(section)),
							language.pick(": ", "："),
							pick(about(limit.key))
						)
					}
					None => pick(about(limit.key)).to_owned(),
				};
				let bound = limit.bound.text(language);
				match language {
					Language::English => format!("{what}: {bound} ({})", limit.law[0]),
					Language::Chinese => format!("{what}：{bound}（{}）", limit.law[1]),
				}
			})
			.collect();
		self.list(
			"What the law of the pack demands; anything less is refused",
			"法规包的法律要求；达不到的会被拒绝",
			&limits,
		);
	}
}

#[cfg(test)]
#[path = "../tests/report.rs"]
mod tests;
