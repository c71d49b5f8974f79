// SPDX-License-Identifier: GPL-3.0-or-later

//! What a chain specification makes of a line of keys: for each key, whether it is there and in which office.

use super::key_line::{address_of, KeyLine, PublicKey, Purpose, ValidatorKeys};
use linli_roster::Language;
use linli_runtime::genesis::Holders;

/// One thing that was compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
	/// Whether it is as it should be.
	pub right: bool,
	/// What was found.
	pub text: String,
}

/// What a line is compared with.
pub struct Compared<'a> {
	/// Who holds what in the chain's first state.
	pub holders: &'a Holders,
	/// The chain's boot nodes, with their peer ids.
	pub boot_nodes: &'a [String],
	/// The language of the findings.
	pub language: Language,
}

impl Compared<'_> {
	/// What was found about the keys of a line.
	pub fn findings(&self, line: &KeyLine) -> Vec<Finding> {
		match line {
			KeyLine::Officer(_, account) | KeyLine::Bootstrap(account) => vec![self.account(account, line.purpose())],
			KeyLine::Validator(keys) => {
				let mut findings =
					vec![self.account(&keys.account, Purpose::Validator), self.aura(keys), self.grandpa(keys)];
				findings.extend(self.boot_nodes(keys));
				findings
			}
		}
	}

	/// Everything that an account is in the chain's first state.
	fn purposes(&self, account: &PublicKey) -> Vec<Purpose> {
		let is = |other: &linli_runtime::AccountId| AsRef::<[u8; 32]>::as_ref(other) == account;
		let holders = self.holders;
		let mut purposes = Vec::new();
		if holders.validators.iter().any(|validator| is(&validator.account)) {
			purposes.push(Purpose::Validator);
		}
		purposes
			.extend(holders.offices.iter().filter(|(_, holder)| is(holder)).map(|(role, _)| Purpose::Office(*role)));
		if holders.bootstrap.as_ref().is_some_and(is) {
			purposes.push(Purpose::Bootstrap);
		}
		purposes
	}

	/// The other accounts that are what only one should be.
	fn others(&self, account: &PublicKey, purpose: Purpose) -> Vec<String> {
		let holders: Vec<&linli_runtime::AccountId> = match purpose {
			Purpose::Validator => Vec::new(),
			Purpose::Office(role) => {
				self.holders.offices.iter().filter(|(held, _)| *held == role).map(|(_, holder)| holder).collect()
			}
			Purpose::Bootstrap => self.holders.bootstrap.iter().collect(),
		};
		let keys = holders.into_iter().map(AsRef::<[u8; 32]>::as_ref);
		keys.filter(|key| *key != account).map(address_of).collect()
	}

	fn account(&self, account: &PublicKey, expected: Purpose) -> Finding {
		let address = address_of(account);
		let held = self.purposes(account);
		let others = self.others(account, expected).join(", ");
		let name = |purpose: &Purpose| purpose.text(self.language);
		let names = held.iter().map(name).collect::<Vec<_>>().join(", ");
		let wanted = name(&expected);
		let text = match (self.language, held.as_slice(), others.as_str()) {
			(Language::English, [], "") => format!("account {address}: nothing in this chain; expected {wanted}"),
			(Language::English, [], _) => format!("account {address}: nothing in this chain; {wanted} is {others}"),
			(Language::English, [one], "") if *one == expected => format!("account {address}: {wanted}"),
			(Language::English, [one], _) if *one == expected => {
				format!("account {address}: {wanted}, but so is {others}; expected one holder")
			}
			(Language::English, ..) => format!("account {address}: {names}; expected {wanted} and nothing else"),
			(Language::Chinese, [], "") => format!("账户 {address}：不在这条链中，应为{wanted}"),
			(Language::Chinese, [], _) => format!("账户 {address}：不在这条链中，{wanted}是 {others}"),
			(Language::Chinese, [one], "") if *one == expected => format!("账户 {address}：{wanted}"),
			(Language::Chinese, [one], _) if *one == expected => {
				format!("账户 {address}：{wanted}，但 {others} 也是，应只有一人")
			}
			(Language::Chinese, ..) => format!("账户 {address}：{names}，应只是{wanted}"),
		};
		Finding { right: held == [expected] && others.is_empty(), text }
	}

	fn aura(&self, keys: &ValidatorKeys) -> Finding {
		let name = match self.language {
			Language::English => "block key (aura)",
			Language::Chinese => "出块密钥（aura）",
		};
		self.session_key(name, keys, &keys.aura, |validator| &validator.aura)
	}

	fn grandpa(&self, keys: &ValidatorKeys) -> Finding {
		let name = match self.language {
			Language::English => "finality key (grandpa)",
			Language::Chinese => "终局性密钥（grandpa）",
		};
		self.session_key(name, keys, &keys.grandpa, |validator| &validator.grandpa)
	}

	/// A key with which the validator of this account signs.
	fn session_key(
		&self,
		name: &str,
		keys: &ValidatorKeys,
		key: &PublicKey,
		of: fn(&linli_runtime::genesis::ValidatorHolder) -> &PublicKey,
	) -> Finding {
		let address = address_of(key);
		let holder = self.holders.validators.iter().find(|validator| of(validator) == key);
		let holder = holder.map(|validator| AsRef::<[u8; 32]>::as_ref(&validator.account));
		let text = match (self.language, holder) {
			(Language::English, Some(account)) if *account == keys.account => {
				format!("{name} {address}: of this validator")
			}
			(Language::English, Some(account)) => {
				format!("{name} {address}: of the validator {}; expected of this one", address_of(account))
			}
			(Language::English, None) => format!("{name} {address}: not in this chain; expected of this validator"),
			(Language::Chinese, Some(account)) if *account == keys.account => {
				format!("{name} {address}：属于这个验证人")
			}
			(Language::Chinese, Some(account)) => {
				format!("{name} {address}：属于验证人 {}，应属于这个验证人", address_of(account))
			}
			(Language::Chinese, None) => format!("{name} {address}：不在这条链中，应属于这个验证人"),
		};
		Finding { right: holder == Some(&keys.account), text }
	}

	/// The validator's addresses among the boot nodes, and the boot nodes that bear its peer id.
	fn boot_nodes(&self, keys: &ValidatorKeys) -> Vec<Finding> {
		let named: Vec<_> = keys.boot_nodes().collect();
		let mut findings: Vec<_> = named
			.iter()
			.map(|node| {
				let right = self.boot_nodes.contains(node);
				let text = match (self.language, right) {
					(Language::English, true) => format!("boot node {node}"),
					(Language::English, false) => format!("boot node {node}: missing"),
					(Language::Chinese, true) => format!("引导节点 {node}"),
					(Language::Chinese, false) => format!("引导节点 {node}：缺失"),
				};
				Finding { right, text }
			})
			.collect();
		let own = format!("/p2p/{}", keys.peer_id());
		findings.extend(self.boot_nodes.iter().filter(|node| node.ends_with(&own) && !named.contains(node)).map(
			|node| {
				let text = match self.language {
					Language::English => format!("boot node {node}: an address that the line does not name"),
					Language::Chinese => format!("引导节点 {node}：这一行中没有这个地址"),
				};
				Finding { right: false, text }
			},
		));
		findings
	}
}

#[cfg(test)]
#[path = "tests/findings.rs"]
mod tests;
