// SPDX-License-Identifier: GPL-3.0-or-later

//! `community join-key`: makes the keys of a validator or an officer on their own machine, and prints one line of
//! public keys for the person who makes the chain.

use super::{
	errors::{Action, CommunityError},
	key_line::{KeyLine, Purpose},
	keys::{Key, ValidatorSecrets},
	locale::{either, language},
	node_address,
	output::{self, Access, Output},
	possession::prove,
	purpose_arg::PurposeParser,
	qr,
};
use sp_core::sr25519;
use std::{
	io::{self, IsTerminal, Write},
	path::PathBuf,
};

/// Make your own keys on your own machine, and print one line of public keys.
///
/// The line goes to the person who makes the community's chain: by mail or chat, or by the QR code that a terminal
/// shows. It names the office, is signed by each of its keys, and holds nothing secret. Read the checksum at its end to
/// each other by telephone. The secrets stay in the new folder, which only you can read. Nothing is overwritten. Keep
/// the line: `linli-node community verify` compares it with the finished chain.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub struct JoinKeyCmd {
	/// What the keys are for; the Chinese names of the offices are taken as well.
	#[arg(value_name = "PURPOSE", value_parser = PurposeParser)]
	purpose: Purpose,

	/// Where other nodes reach the validator, such as /ip4/192.0.2.7/tcp/30333. New nodes then find the network through
	/// it. Can be given several times.
	///
	/// A name (/dns/node.example/tcp/30333) works only where the name server of every other node knows it.
	///
	/// Light clients in browsers find it at the same UDP port (WebRTC) and at the TCP port 100 above it (WebSocket),
	/// where a node listens by default. To name other addresses for them, such as /dns/node.example/tcp/443/wss, give
	/// all of the node's addresses: then none is added.
	#[arg(long = "address", value_name = "ADDRESS")]
	addresses: Vec<String>,

	/// The folder to make. It must be new or empty.
	#[arg(long, value_name = "DIR", default_value = "keys")]
	out: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  linli-node community join-key validator --address /ip4/192.0.2.7/tcp/30333
      On a validator's machine, in the folder from which the node will run. Makes keys/keystore, keys/node-key and a
      file with the secret phrase of each key.

  linli-node community join-key cashier
      On the cashier's computer; so for the registrar, the manager and the auditor. Makes keys/cashier.json.

  linli-node community join-key bootstrap --out envelope
      Makes envelope/bootstrap.json, to be printed twice and sealed.

The person who makes the chain gives the lines to `linli-node community new`, by --validator LINE, --officer LINE and
--bootstrap LINE, or in a file by --keys FILE.";

impl JoinKeyCmd {
	/// Executes the command.
	pub fn run(&self) -> Result<(), CommunityError> {
		output::check(&self.out).map_err(|error| match error {
			CommunityError::OutputExists(folder) => CommunityError::KeysExist(folder),
			other => other,
		})?;
		if self.purpose != Purpose::Validator {
			if let Some(address) = self.addresses.first() {
				let reason =
					language().pick("only a validator has an address; leave it out", "只有验证人有地址；请去掉");
				return Err(CommunityError::Address { found: address.clone(), reason: reason.into() });
			}
		}
		for (place, address) in self.addresses.iter().enumerate() {
			let refuse = |reason: String| Err(CommunityError::Address { found: address.clone(), reason });
			if let Err(reason) = node_address::check(address) {
				return refuse(reason);
			}
			if self.addresses.iter().take(place).any(|earlier| earlier == address) {
				return refuse(
					language().pick("it was given before; give each address once", "重复；每个地址只写一次").into(),
				);
			}
		}
		let folder = Output::begin(&self.out)?;
		let text = self.make(&folder)?;
		folder.write("line.txt", format!("{text}\n"), Access::Public)?;
		folder.finish()?;
		self.explain(&text);
		// The line alone, so that a script can read it.
		let mut stdout = io::stdout().lock();
		let written = writeln!(stdout, "{text}").and_then(|()| stdout.flush());
		written.map_err(|error| CommunityError::Io { action: Action::Write, path: "standard output".into(), error })
	}

	/// Makes the keys, writes their files and returns their line.
	fn make(&self, folder: &Output) -> Result<String, CommunityError> {
		let key = match self.purpose {
			Purpose::Validator => {
				let secrets = ValidatorSecrets::fresh();
				secrets.write(folder, "")?;
				return Ok(secrets.line(self.addresses.clone()));
			}
			Purpose::Office(_) | Purpose::Bootstrap => Key::<sr25519::Pair>::fresh(),
		};
		key.file(self.purpose.word(), "sr25519").write(folder, "")?;
		let line = match self.purpose {
			Purpose::Office(role) => KeyLine::Officer(role, key.public.0),
			_ => KeyLine::Bootstrap(key.public.0),
		};
		Ok(line.text(&[prove(&key.pair, &line.statement())]))
	}

	/// Says on standard error what was made and what to do with it, with a QR code if a person reads it.
	fn explain(&self, line: &str) {
		let language = language();
		let say = |english: String, chinese: String| eprintln!("{}", either(language, english, chinese));
		let (out, purpose) = (self.out.display(), self.purpose.text(language));
		say(
			format!("Made in {out}: the keys of {purpose}, readable by you only. Keep a copy in a safe place."),
			format!("已在 {out} 生成{purpose}的密钥，只有您可读。请在安全的地方另存一份。"),
		);
		if io::stderr().is_terminal() {
			match qr::code(line, qr::columns()) {
				Ok(code) => eprintln!("\n{code}"),
				Err(reason) => eprintln!("{reason}"),
			}
		}
		say(
			"Send this line to the person who makes the chain. It holds nothing secret, and is in line.txt too.\n"
				.into(),
			"请把下面这一行发给建链的人，其中没有秘密，line.txt 中也有。\n".into(),
		);
		if self.purpose == Purpose::Validator && self.addresses.is_empty() {
			say(
				"Without --address no other node finds the network through this validator.\n".into(),
				"没有 --address，其他节点就不能通过这个验证人找到网络。\n".into(),
			);
		}
		if let Some(address) = self.addresses.iter().find(|address| node_address::is_loopback(address)) {
			say(
				format!(
					"{address} is every machine's own address: `community new` takes it only for a chain for trials on one \
					machine.\n"
				),
				format!("{address} 是每台机器自己的地址：community new 只在建试用的链（在一台机器上）时接受它。\n"),
			);
		}
		for name in self.addresses.iter().filter_map(|address| node_address::host_name(address)) {
			say(
				format!(
					"Each node of the community asks its own name server for {name}, and finds this validator only while that \
					answers. A number (/ip4/…) needs none.\n"
				),
				format!(
					"小区的每个节点都要向自己的域名服务器查询 {name}，查不到就找不到这个验证人；用 IP 地址（/ip4/…）则不需要。\n"
				),
			);
		}
	}
}

#[cfg(test)]
#[path = "tests/join_key.rs"]
mod tests;
