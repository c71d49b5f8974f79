// SPDX-License-Identifier: GPL-3.0-or-later

//! `community join-key`: makes the keys of a validator or an officer on their own machine, and prints one line of
//! public keys for the person who makes the chain.

use super::{
	errors::CommunityError,
	key_line::{check_address, KeyLine, Kind},
	keys::{Key, ValidatorSecrets},
	output::{self, Access, Output},
};
use qrcode::{render::unicode::Dense1x2, EcLevel, QrCode};
use sp_core::sr25519;
use std::{
	io::{self, IsTerminal, Write},
	path::PathBuf,
};

/// Make your own keys on your own machine, and print one line of public keys.
///
/// The line goes to the person who makes the community's chain: by mail or chat, or by the QR code that a terminal
/// shows. It holds nothing secret, and a checksum at its end: read that to each other by telephone. The secrets stay in
/// the new folder, which only you can read. Nothing is overwritten.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub struct JoinKeyCmd {
	/// What the keys are for.
	#[arg(value_enum, value_name = "PURPOSE")]
	purpose: Purpose,

	/// Where other nodes reach the validator, such as /ip4/192.0.2.7/tcp/30333 or /dns/node.example/tcp/30333. New
	/// nodes then find the network through it. Can be given several times.
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

/// The purpose of keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
enum Purpose {
	/// A machine that makes blocks: four keys.
	Validator,
	/// A person who holds an office: one account.
	Officer,
	/// The key that decides in place of the assembly until the owners vote for the hand-over: one account.
	Bootstrap,
}

const EXAMPLES: &str = "\
Examples:
  linli-node community join-key validator --address /ip4/192.0.2.7/tcp/30333
      On a validator's machine, in the folder from which the node will run. Makes keys/keystore, keys/node-key and a
      file with the secret phrase of each key.

  linli-node community join-key officer
      On the computer of the registrar, manager, cashier or auditor. Makes keys/officer.json.

  linli-node community join-key bootstrap --out envelope
      Makes envelope/bootstrap.json, to be printed twice and sealed.

The person who makes the chain gives the lines to `linli-node community new`, by --validator LINE, --officer ROLE=LINE
and --bootstrap LINE, or in a file by --keys FILE.";

impl JoinKeyCmd {
	/// Executes the command.
	pub fn run(&self) -> Result<(), CommunityError> {
		output::check(&self.out)?;
		if self.purpose != Purpose::Validator {
			if let Some(address) = self.addresses.first() {
				let reason = "only a validator has an address; leave it out".into();
				return Err(CommunityError::Address { found: address.clone(), reason });
			}
		}
		for address in &self.addresses {
			check_address(address).map_err(|reason| CommunityError::Address { found: address.clone(), reason })?;
		}
		let folder = Output::begin(&self.out)?;
		let line = self.make(&folder)?;
		let text = line.to_string();
		folder.write("line.txt", format!("{text}\n"), Access::Public)?;
		folder.finish()?;
		self.explain(line.kind(), &text);
		// The line alone, so that a script can read it.
		let mut stdout = io::stdout().lock();
		let written = writeln!(stdout, "{text}").and_then(|()| stdout.flush());
		written.map_err(|error| CommunityError::Io { action: "write", path: "standard output".into(), error })
	}

	/// Makes the keys and writes their files.
	fn make(&self, folder: &Output) -> Result<KeyLine, CommunityError> {
		let account = |name| {
			let key = Key::<sr25519::Pair>::fresh();
			key.file(name, "sr25519").write(folder, "")?;
			Ok::<_, CommunityError>(key.public.0)
		};
		Ok(match self.purpose {
			Purpose::Validator => {
				let secrets = ValidatorSecrets::fresh();
				secrets.write(folder, "")?;
				KeyLine::Validator(secrets.public(self.addresses.clone()))
			}
			Purpose::Officer => KeyLine::Officer(account("officer")?),
			Purpose::Bootstrap => KeyLine::Bootstrap(account("bootstrap")?),
		})
	}

	/// Says on standard error what was made and what to do with it, with a QR code if a person reads it.
	fn explain(&self, kind: Kind, line: &str) {
		eprintln!(
			"Made in {}: the keys of {kind}, readable by you only. Keep a copy in a safe place.",
			self.out.display()
		);
		eprintln!("已在 {} 生成密钥，只有您可读。请在安全的地方另存一份。", self.out.display());
		if io::stderr().is_terminal() {
			match qr(line) {
				Some(code) => eprintln!("\n{code}"),
				None => eprintln!("The line is too long for a QR code."),
			}
		}
		eprintln!("Send this line to the person who makes the chain. It holds nothing secret.");
		eprintln!("请把下面这一行发给建链的人，其中没有秘密。\n");
		if kind == Kind::Validator && self.addresses.is_empty() {
			eprintln!("Without --address no other node finds the network through this validator.\n");
		}
	}
}

/// The QR code for a terminal, black on white whatever its colours are.
fn qr(line: &str) -> Option<String> {
	let code = QrCode::with_error_correction_level(line, EcLevel::L).ok()?;
	let text = code.render::<Dense1x2>().build();
	Some(text.lines().map(|row| format!("\u{1b}[30;107m{row}\u{1b}[0m\n")).collect())
}

#[cfg(test)]
#[path = "tests/join_key.rs"]
mod tests;
