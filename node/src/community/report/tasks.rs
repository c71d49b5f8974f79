// SPDX-License-Identifier: GPL-3.0-or-later

//! What has to be done before a chain is made, and what is worth knowing.

use super::{home, Outlook};
use crate::community::{
	keys::{chinese_role, role_name, ROLES},
	node_address,
};
use linli_primitives::Role;
use linli_roster::Language;

/// Without these the chain cannot be made.
pub fn before(outlook: &Outlook<'_>, language: Language) -> Vec<String> {
	if outlook.makes_keys {
		return Vec::new();
	}
	let mut tasks = Vec::new();
	let mut add = |english: String, chinese: String| {
		tasks.push(match language {
			Language::English => english,
			Language::Chinese => chinese,
		});
	};
	if outlook.keys.validators.is_empty() {
		add(
			"the line of at least one validator: `linli-node community join-key validator` on its machine".into(),
			"至少一个验证人的公钥行：在其机器上运行 linli-node community join-key validator".into(),
		);
	}
	for role in ROLES.into_iter().filter(|role| !outlook.keys.roles.iter().any(|(taken, _)| taken == role)) {
		let [english, chinese] = without(role);
		add(
			format!("the line of the {0}: `linli-node community join-key {0}` ({english})", role_name(role)),
			format!(
				"{}的公钥行：由本人运行 linli-node community join-key {}（{chinese}）",
				chinese_role(role),
				role_name(role)
			),
		);
	}
	if outlook.keys.bootstrap.is_none() {
		add(
			"the line of the bootstrap key: `linli-node community join-key bootstrap` (until the hand-over it decides in place \
			of the assembly)"
				.into(),
			"引导密钥的公钥行：linli-node community join-key bootstrap（移交之前代业主大会作出决定）".into(),
		);
	}
	tasks
}

/// What does not happen without an office.
fn without(role: Role) -> [&'static str; 2] {
	match role {
		Role::Registrar => {
			["without one no sale is entered and no paper ballot counted", "没有登记员，过户和纸质票都无法登记"]
		}
		Role::Manager => ["without one no expense is entered", "没有物业服务人，支出无法登记"],
		Role::Cashier => ["without one no payment is booked", "没有出纳，收付款无法登记"],
		Role::Auditor => {
			["without one no month is closed and nothing is audited", "没有审计员，月度无法结账，也无人审计"]
		}
		Role::Device => ["", ""],
	}
}

/// What does not stand in the way, but should be seen.
pub fn worth_knowing(outlook: &Outlook<'_>, language: Language) -> Vec<String> {
	let mut notes = Vec::new();
	let mut add = |english: String, chinese: String| {
		notes.push(match language {
			Language::English => english,
			Language::Chinese => chinese,
		});
	};
	let validators = if outlook.makes_keys { 1 } else { outlook.keys.validators.len() };
	match validators {
		0 => (),
		1 => add(
			"One validator only: when its machine stops, the chain stops. Four survive the loss of any one; the owners or, \
			before the first committee, the bootstrap key can add more later."
				.into(),
			"只有一个验证人：它的机器停了，链就停了。四个验证人可以承受任何一个停止；以后可由业主表决增加，首届业主委员会产生前\
			可由引导密钥增加。"
				.into(),
		),
		2 | 3 => add(
			format!("{validators} validators: finality stops when any one of them stops. Four survive the loss of one."),
			format!("{validators} 个验证人：任何一个停止，终局就停止。四个可以承受一个停止。"),
		),
		// Four and more survive the loss of one.
		_ => (),
	}
	let reachable = outlook.keys.validators.iter().any(|keys| !keys.addresses.is_empty());
	if !reachable && outlook.other_boot_nodes == 0 {
		add(
			"No boot nodes: nodes outside the validators' own network do not find the chain. Give validators an address by \
			`join-key validator --address`, or name boot_nodes."
				.into(),
			"没有引导节点：验证人所在网络以外的节点找不到这条链。请用 join-key validator --address 给验证人写上地址，或填写 \
			boot_nodes。"
				.into(),
		);
	}
	if outlook.trial {
		add(
			"For trials: the chain accepts --sealing. Do not keep it.".into(),
			"这是试用的链，接受 --sealing，请勿正式使用。".into(),
		);
	}
	if outlook.makes_keys {
		add(
			"The person who makes the chain holds everybody's keys until they are handed over and deleted.".into(),
			"在交付并删除之前，建链的人持有所有人的密钥。".into(),
		);
	}
	if outlook.charges.is_some_and(<[_]>::is_empty) {
		add(
			"No charges: no bills are issued until the owners decide on some.".into(),
			"没有收费项目：业主作出决定之前不会出账单。".into(),
		);
	}
	let home = outlook.roster.zip(outlook.charges).and_then(|(roster, charges)| home::median(charges, roster));
	if let Some(doubt) = home.and_then(|home| home.doubt(outlook.currency, language)) {
		add(doubt.clone(), doubt);
	}
	let own = outlook.keys.validators.iter().flat_map(|keys| &keys.addresses);
	for address in own.filter(|address| outlook.trial && node_address::is_loopback(address)) {
		add(
			format!("{address} is every machine's own address: only nodes on one machine find each other by it."),
			format!("{address} 是每台机器自己的地址：只有同一台机器上的节点能通过它互相找到。"),
		);
	}
	if outlook.portal.is_none() {
		add(
			"No portal: the QR codes of invitations hold the ticket's code alone.".into(),
			"没有门户网址：邀请函的二维码只含凭证代码。".into(),
		);
	}
	if !outlook.has_balances {
		add(
			"What is in the bank on the first day is booked by the cashier (docs/paying.md).".into(),
			"第一天银行账户里已有的钱由出纳登记（docs/paying.zh-CN.md）。".into(),
		);
	}
	notes
}
