// SPDX-License-Identifier: GPL-3.0-or-later

//! An opening in words: for `check --config`, and as a paper that the office signs.

use super::{shown, shown_signed, Opening};
use crate::community::charge_text::utility_name;
use linli_roster::Language;

impl Opening {
	/// The opening, line by line, with the fingerprint of each file.
	pub fn text(&self, currency: &str, language: Language) -> String {
		let say = |english: String, chinese: String| match language {
			Language::English => english,
			Language::Chinese => chinese,
		};
		let date = &self.date;
		let mut lines = vec![say(format!("Opening balances as of {date}"), format!("期初数（{date}）"))];
		for bank in &self.banks {
			let (number, balance) = (bank.bank, shown(bank.balance));
			lines.push(say(
				format!("  bank account {number}: {balance} {currency} by its statement, as the lists book there"),
				format!("  {number} 号银行账户：对账单余额 {balance} {currency}，与各表记在该账户的合计一致"),
			));
		}
		for pot in &self.pots {
			let (name, amount, bank, reference) = (&pot.name, shown(pot.amount), pot.bank, &pot.reference);
			lines.push(match self.banks.is_empty() {
				true => say(
					format!("  {name}: {amount} {currency}, bank reference {reference}"),
					format!("  {name}：{amount} {currency}，银行流水号 {reference}"),
				),
				false => say(
					format!("  {name}: {amount} {currency}, bank account {bank}, bank reference {reference}"),
					format!("  {name}：{amount} {currency}，{bank} 号银行账户，银行流水号 {reference}"),
				),
			});
		}
		let total = shown(self.pots_total());
		lines.push(say(format!("  all pots: {total} {currency}"), format!("  各账目合计：{total} {currency}")));
		let (units, shares, rest) = (self.shares.len(), shown_signed(self.shares_total()), shown(self.undistributed));
		lines.push(say(
			format!("  of the repair pot, {shares} {currency} belong to {units} units, {rest} to none"),
			format!("  维修资金中 {shares} {currency} 属于 {units} 套房屋，{rest} 未分配"),
		));
		let (overdrawn, owed) = self.overdrawn();
		if overdrawn > 0 {
			let owed = shown(owed);
			lines.push(say(
				format!("  overdrawn: {overdrawn} of these units owe the repair pot {owed} {currency} together"),
				format!("  其中 {overdrawn} 套房屋透支，共欠维修资金 {owed} {currency}"),
			));
		}
		let (bills, arrears) = (self.arrears.len(), shown(self.arrears_total()));
		lines.push(say(
			format!("  bills not paid: {bills}, with {arrears} {currency} left to pay, late fees included"),
			format!("  欠费账单 {bills} 笔，未缴 {arrears} {currency}（含违约金）"),
		));
		let (count, prepaid) = (self.prepayments.len(), shown(self.prepayments_total()));
		lines.push(say(
			format!("  prepayments: {count}, with {prepaid} {currency}"),
			format!("  预存 {count} 笔，{prepaid} {currency}"),
		));
		if !self.meters.list.is_empty() {
			let (count, common) = (self.meters.list.len(), self.meters.of_common_parts());
			let counts = self.meters.counts();
			let by_utility = counts.iter().map(|(utility, count)| (utility_name(*utility, language), count));
			let by_utility: Vec<_> = by_utility.map(|(name, count)| format!("{name} {count}")).collect();
			lines.push(say(
				format!("  meters: {count}, of which {common} of common parts ({})", by_utility.join(", ")),
				format!("  计量表 {count} 块，其中公共部位 {common} 块（{}）", by_utility.join("、")),
			));
		}
		lines.push(say(
			"  Each sum agrees with the total in community.toml. Fingerprints of the files:".into(),
			"  各项合计与 community.toml 中的总额一致。文件指纹：".into(),
		));
		lines.extend(self.files.iter().map(|file| format!("    {}: {}", file.name, file.fingerprint)));
		lines.join("\n") + "\n"
	}

	/// The same with a place for signatures.
	pub fn paper(&self, name: &str, currency: &str, language: Language) -> String {
		let signature = language.pick(
			"For the office: ____________________   For the owners' committee: ____________________   Date: __________",
			"物业服务人（签章）：______________   业主委员会（签章）：______________   日期：__________",
		);
		format!("{name}\n\n{}\n{signature}\n", self.text(currency, language))
	}
}
